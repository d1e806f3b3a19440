using Corridor.Data.Formats.Documents;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.PandaPipes;

/// <summary>
/// A gas network in the JSON format of pandapipes. Pressures of the file are above that of the air, which falls with height
/// (1.01325 bar·(1 − 0.0065·h/288.15)^5.255, the standard atmosphere of ISO 2533); those of the network are absolute.
/// </summary>
public sealed record PandaPipesCase
{
    /// <summary>The network.</summary>
    public required GasNetwork Network { get; init; }

    /// <summary>The tables of the file as written, by name; results of other programs that stand in them (p_stanet, v_stanet) are found here.</summary>
    public required IReadOnlyDictionary<string, PandaPipesFrame> Tables { get; init; }

    /// <summary>Index of the network's node for each row of the table junction; −1 where it is not in it.</summary>
    public required IReadOnlyList<int> Junctions { get; init; }

    /// <summary>Index of the network's element for each table and row.</summary>
    public required IReadOnlyDictionary<(string Table, int Row), int> Elements { get; init; }

    /// <summary>Pressure of the air at a height [Pa].</summary>
    /// <param name="height">Height above the sea [m].</param>
    public static double AmbientPressure(double height) => 101_325 * Math.Pow(Math.Max(1 - height * 0.0065 / 288.15, 0), 5.255);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The case; null where a finding of severity error stands in its way.</returns>
    public static PandaPipesCase? Read(string path, FindingList findings)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(findings);
        string file = Path.GetFileName(path);
        int before = findings.Errors;
        PandaPipesCase? result = InputFile.Json(path, file, findings) is { } root ? new PandaPipesReader(file, findings).Read(root) : null;
        return findings.Errors > before ? null : result;
    }
}
