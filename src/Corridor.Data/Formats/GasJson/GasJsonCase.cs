using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.GasJson;

/// <summary>
/// A gas network in the JSON format of GasSteadySim.jl and GasTranSim.jl: network.json, bc.json, params.json and, where there are, ic.json and disruptions.json.
/// </summary>
public sealed record GasJsonCase
{
    /// <summary>The network with the boundary conditions of its beginning.</summary>
    public required GasNetwork Network { get; init; }

    /// <summary>What params.json states.</summary>
    public required GasJsonParameters Parameters { get; init; }

    /// <summary>The boundary conditions over time; null where bc.json states constants only.</summary>
    public GasSchedule? Schedule { get; init; }

    /// <summary>The state at the beginning of a transient; null where the folder states none.</summary>
    public GasJsonState? InitialState { get; init; }

    /// <summary>Nodes and pipes that are shut off after a rupture; empty where the folder names none that exist.</summary>
    public IReadOnlyList<GasJsonDisruption> Disruptions { get; init; } = [];

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <param name="options">Names of the files and what is made of resistors.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The case; null where a finding of severity error stands in its way.</returns>
    public static GasJsonCase? Read(string folder, GasJsonOptions options, FindingList findings)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(findings);
        return new GasJsonReader(folder, options, findings).Read();
    }
}

/// <summary>A rupture of a pipe or at a node, after which valves shut the place off.</summary>
/// <param name="Node">Index of the node; −1 where it is about a pipe.</param>
/// <param name="Element">Index of the pipe; −1 where it is about a node.</param>
/// <param name="Distance">Place along the pipe from its first node [m]; 0 for a node.</param>
/// <param name="Time">Time of the rupture [s].</param>
/// <param name="ValveDelay">Time until the valves are shut [s].</param>
public sealed record GasJsonDisruption(int Node, int Element, double Distance, double Time, double ValveDelay);
