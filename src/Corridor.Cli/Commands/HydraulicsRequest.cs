using Corridor.Model.Hydraulics;

namespace Corridor.Cli.Commands;

/// <summary>What a hydraulic study asks.</summary>
internal enum HydraulicsMode
{
    Steady,
    Transient,
    Validate,
}

/// <summary>What <c>corridor hydraulics</c> was asked to do.</summary>
/// <param name="Path">A GasLib .net, a pandapipes .json, a folder of JSON files, or a package.</param>
/// <param name="Mode">The question.</param>
/// <param name="Nominations">Path of a nomination, or of a folder of them, to validate; null where none is.</param>
/// <param name="Nomination">Path of the nomination of a GasLib network; null for the one beside it.</param>
/// <param name="Stations">Path of the machines of a GasLib network; null for those beside it.</param>
/// <param name="Decisions">Path of the combined decisions of a GasLib network; null for those beside it.</param>
/// <param name="Parameters">Name of the file of parameters in a folder of JSON files; null for params.json.</param>
/// <param name="Friction">Friction law; null for the network's own.</param>
/// <param name="EquationOfState">Equation of state; null for the network's own.</param>
/// <param name="TracksTemperature">Whether temperatures are followed in a steady state.</param>
/// <param name="Hours">Length of a transient [h]; null for that of the files, or a day.</param>
/// <param name="Step">Greatest step of a transient [s]; null for that of the files, but no shorter than a 5000th of the run, or 300.</param>
/// <param name="Disruptions">Whether the ruptures of disruptions.json happen in a transient.</param>
/// <param name="Schedule">Path of a CSV file of conditions and events of a transient; null for none.</param>
/// <param name="Protected">Ids of the nodes whose customers are protected; empty for every exit that states a least pressure.</param>
/// <param name="LimitsExits">Whether exits of a transient take no more than keeps them at their least pressure; null for the habit of the format.</param>
/// <param name="TimeLimit">Longest time of the search for settings of a nomination [s]; null for the default.</param>
/// <param name="Routes">Routes to draw, each two ids with two dots between them.</param>
/// <param name="Report">Path of the page; empty for a name made from the network; null for none.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Json">Whether the outcome goes to standard output as JSON.</param>
/// <param name="Quiet">Whether nothing is told but what stands in the way.</param>
internal sealed record HydraulicsRequest(
    string Path,
    HydraulicsMode Mode,
    string? Nominations,
    string? Nomination,
    string? Stations,
    string? Decisions,
    string? Parameters,
    FrictionKind? Friction,
    EquationOfStateKind? EquationOfState,
    bool TracksTemperature,
    double? Hours,
    double? Step,
    bool Disruptions,
    string? Schedule,
    IReadOnlyList<string> Protected,
    bool? LimitsExits,
    double? TimeLimit,
    IReadOnlyList<string> Routes,
    string? Report,
    int Threads,
    bool Json,
    bool Quiet);
