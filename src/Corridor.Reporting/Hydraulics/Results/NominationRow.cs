using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Nominations;

namespace Corridor.Reporting.Hydraulics.Results;

/// <summary>One nomination of many.</summary>
/// <param name="File">Name of its file.</param>
/// <param name="Id">Id of the scenario; empty where the file could not be read.</param>
/// <param name="Network">The network under it; null where the file could not be read.</param>
/// <param name="Verdict">The verdict; null where the file could not be read.</param>
/// <param name="IsCertified">Whether a feasible state was confirmed by the independent check, or a proof of infeasibility holds.</param>
/// <param name="Seconds">Seconds for reading, search and check.</param>
/// <param name="Findings">What was met in the file.</param>
public sealed record NominationRow(string File, string Id, GasNetwork? Network, NominationVerdict? Verdict, bool IsCertified, double Seconds, FindingList Findings)
{
    /// <summary>feasible, feasible_without_maps (stations work outside the maps of their machines), infeasible, undecided, or error where the file could not be read. A verdict that its check does not confirm is undecided.</summary>
    public string Word => Verdict?.Status switch
    {
        null => "error",
        NominationStatus.Feasible when IsCertified => "feasible",
        NominationStatus.FeasibleWithoutMaps when IsCertified => "feasible_without_maps",
        NominationStatus.Infeasible when IsCertified => "infeasible",
        _ => "undecided",
    };
}
