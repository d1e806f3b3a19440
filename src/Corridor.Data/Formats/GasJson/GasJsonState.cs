using Corridor.Data.Formats.Documents;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.GasJson;

/// <summary>
/// A state of a gas network as the JSON files write it: the solution of a steady solve, an initial state, or a slice of a transient. Values as
/// written, in the units of the file, by the ids of the file.
/// </summary>
public sealed record GasJsonState
{
    /// <summary>Time of the state [s]; null where none is stated.</summary>
    public double? Time { get; init; }

    /// <summary>Pressure by node.</summary>
    public IReadOnlyDictionary<string, double> NodePressures { get; init; } = new Dictionary<string, double>();

    /// <summary>Density by node.</summary>
    public IReadOnlyDictionary<string, double> NodeDensities { get; init; } = new Dictionary<string, double>();

    /// <summary>Flow by kind of element (pipe, compressor, control-valve, valve, resistor, short-pipe) and id.</summary>
    public IReadOnlyDictionary<(string Kind, string Id), double> Flows { get; init; } = new Dictionary<(string Kind, string Id), double>();

    /// <summary>Pressure along each pipe where it is stated by points.</summary>
    public IReadOnlyDictionary<string, GasJsonProfile> PipePressures { get; init; } = new Dictionary<string, GasJsonProfile>();

    /// <summary>Flow along each pipe where it is stated by points.</summary>
    public IReadOnlyDictionary<string, GasJsonProfile> PipeFlows { get; init; } = new Dictionary<string, GasJsonProfile>();

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The state; null where the file is no JSON document.</returns>
    public static GasJsonState? Read(string path, FindingList findings)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(findings);
        string file = Path.GetFileName(path);
        return InputFile.Json(path, file, findings) is { } root ? new GasJsonStateReader(file, findings).Read(root) : null;
    }
}

/// <summary>A figure along a pipe.</summary>
/// <param name="Distances">Distance from the first node of the pipe, rising.</param>
/// <param name="Values">The figure at each distance.</param>
public sealed record GasJsonProfile(IReadOnlyList<double> Distances, IReadOnlyList<double> Values);
