using System.CommandLine;
using Corridor.Model.PowerGrids;

namespace Corridor.Cli.Commands;

/// <summary>The option that names whose susceptances of branches are taken.</summary>
internal static class SusceptanceOption
{
    private const string Matpower = "matpower";
    private const string PowerModels = "powermodels";

    /// <summary>The option; null where it is left out.</summary>
    public static Option<string?> Create()
    {
        var option = new Option<string?>("--susceptance") { Description = "Whose susceptances of --dc: 1/(x·tap) with shifts, or x/(r²+x²) without taps and shifts. matpower where left out.", HelpName = $"{Matpower}|{PowerModels}" };
        option.AcceptOnlyFromAmong(Matpower, PowerModels);
        return option;
    }

    /// <summary>The convention of a word.</summary>
    /// <param name="word">What was given; null for nothing.</param>
    public static SusceptanceConvention Of(string? word) => word == PowerModels ? SusceptanceConvention.PowerModels : SusceptanceConvention.Matpower;
}
