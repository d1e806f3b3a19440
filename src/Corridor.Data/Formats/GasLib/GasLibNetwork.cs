using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.GasLib;

/// <summary>
/// What is made of a GasLib network with its machines and combined decisions. Norm volumes become masses by the mean of the norm densities of the
/// entries, one for all nodes, so that a nomination that balances in volume balances in mass.
/// </summary>
public sealed record GasLibNetwork
{
    /// <summary>The network. Nothing flows in or out until a nomination is applied; stations, regulators and valves may be chosen by a study.</summary>
    public required GasNetwork Network { get; init; }

    /// <summary>Density at norm conditions by which volumes become masses [kg/m³].</summary>
    public required double NormDensity { get; init; }

    /// <summary>Index of each node by id.</summary>
    public required IReadOnlyDictionary<string, int> Nodes { get; init; }

    /// <summary>Reads a network.</summary>
    /// <param name="net">Path of the .net file.</param>
    /// <param name="stations">Path of the .cs file with the machines; null for none.</param>
    /// <param name="decisions">Path of the .cdf file with combined decisions; null for none.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The network; null where a finding of severity error stands in its way.</returns>
    public static GasLibNetwork? Read(string net, string? stations, string? decisions, FindingList findings)
    {
        ArgumentException.ThrowIfNullOrEmpty(net);
        ArgumentNullException.ThrowIfNull(findings);
        int before = findings.Errors;
        GasLibFile? network = GasLibFile.Read(net, GasLibFileKind.Network, findings);
        GasLibFile? machines = stations is null ? null : GasLibFile.Read(stations, GasLibFileKind.CompressorStations, findings);
        GasLibFile? groups = decisions is null ? null : GasLibFile.Read(decisions, GasLibFileKind.CombinedDecisions, findings);
        if (network is null)
            return null;
        GasLibNetwork? result = Map(network, machines, groups, findings);
        return findings.Errors > before ? null : result;
    }

    /// <summary>Makes a network of files already read.</summary>
    /// <param name="net">The network.</param>
    /// <param name="stations">The machines; null for none.</param>
    /// <param name="decisions">The combined decisions; null for none.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The network; null where the file has no nodes. Where <paramref name="findings"/> has errors it is not to be relied on.</returns>
    public static GasLibNetwork? Map(GasLibFile net, GasLibFile? stations, GasLibFile? decisions, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(findings);
        return new GasLibMapping(net, stations, decisions, findings).Map();
    }
}
