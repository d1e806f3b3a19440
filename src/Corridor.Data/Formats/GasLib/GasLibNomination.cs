using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.GasLib;

/// <summary>What a nomination asks of a node.</summary>
/// <param name="Node">Id of the node.</param>
/// <param name="IsEntry">Whether it is an entry; an exit otherwise.</param>
/// <param name="FlowMin">Least volume flow at norm conditions [m³/s], into the network for an entry, out of it for an exit; null where none is stated.</param>
/// <param name="FlowMax">Greatest volume flow at norm conditions [m³/s]; null where none is stated.</param>
/// <param name="PressureMin">Least absolute pressure [Pa]; null where none is stated.</param>
/// <param name="PressureMax">Greatest absolute pressure [Pa]; null where none is stated.</param>
/// <param name="ContractPressureMin">Least absolute pressure by contract [Pa]; null where none is stated.</param>
/// <param name="ContractPressureMax">Greatest absolute pressure by contract [Pa]; null where none is stated.</param>
/// <param name="Place">Where it stands in its file.</param>
public sealed record GasLibNominationNode(
    string Node,
    bool IsEntry,
    double? FlowMin,
    double? FlowMax,
    double? PressureMin,
    double? PressureMax,
    double? ContractPressureMin,
    double? ContractPressureMax,
    SourcePlace Place);

/// <summary>A nomination: flows and pressures asked for at entries and exits.</summary>
public sealed record GasLibNomination
{
    /// <summary>Relative difference of flows that is rounding of a file.</summary>
    private const double FlowRounding = 1e-6;

    /// <summary>Id of the scenario.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the file.</summary>
    public required string File { get; init; }

    /// <summary>What it asks of each node that it speaks of, in order.</summary>
    public required IReadOnlyList<GasLibNominationNode> Nodes { get; init; }

    /// <summary>Temperature of the soil by pipe [K].</summary>
    public IReadOnlyDictionary<string, double> SoilTemperatures { get; init; } = new Dictionary<string, double>();

    /// <summary>Probability of the scenario [1]; null where none is stated.</summary>
    public double? Probability { get; init; }

    /// <summary>Reads a .scn file. Where it holds several scenarios the first counts, and the others are reported.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The nomination; null where a finding of severity error stands in its way.</returns>
    public static GasLibNomination? Read(string path, FindingList findings)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(findings);
        int before = findings.Errors;
        GasLibNomination? nomination = GasLibFile.Read(path, GasLibFileKind.Scenario, findings) is { } file ? new GasLibNominationReader(file, findings).Read() : null;
        return findings.Errors > before ? null : nomination;
    }

    private static string Volume(double massFlow, GasLibNetwork network) =>
        string.Create(CultureInfo.InvariantCulture, $"{massFlow / network.NormDensity * 3.6:0.###}\u00A0thousand m³/h");

    /// <summary>
    /// The network under the nomination. Entries and exits that it does not speak of have no flow. Where the bounds of a flow differ, the mean of both is the
    /// injection to start from. Pressure bounds are those of network and nomination together. Contract pressures bound nothing: they are what may be
    /// delivered by contract, not what the physics must hold.
    /// </summary>
    /// <param name="network">The network with the density that turns volumes into masses.</param>
    /// <param name="findings">Takes nodes that do not exist, flows without both bounds, and bounds that exclude each other.</param>
    /// <returns>The network with injections and bounds; where findings have errors it is not to be relied on.</returns>
    public GasNetwork Apply(GasLibNetwork network, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(findings);
        GasNode[] nodes = [.. network.Network.Nodes.Select(n => n with { Injection = 0, InjectionMin = 0, InjectionMax = 0 })];
        foreach (GasLibNominationNode asked in Nodes)
        {
            string subject = $"node {asked.Node}";
            if (!network.Nodes.TryGetValue(asked.Node, out int index))
            {
                findings.Add(FormatFindings.UnknownId.At(subject, asked.Place, $"The nomination names node '{asked.Node}', which does not exist.", Suggestion.Ask(asked.Node, network.Nodes.Keys)));
                continue;
            }

            GasNode given = network.Network.Nodes[index];
            double sign = asked.IsEntry ? network.NormDensity : -network.NormDensity;
            double? one = asked.FlowMin * sign ?? (asked.IsEntry ? given.InjectionMin : given.InjectionMax);
            double? other = asked.FlowMax * sign ?? (asked.IsEntry ? given.InjectionMax : given.InjectionMin);
            if (one is null || other is null)
            {
                findings.Add(FormatFindings.Missing.At(subject, asked.Place, $"The flow of node '{asked.Node}' is not bounded on both sides, by neither nomination nor network."));
                continue;
            }

            (double least, double greatest) = asked.IsEntry ? (one.Value, other.Value) : (other.Value, one.Value);
            double? pressureMin = Greater(given.PressureMin, asked.PressureMin);
            double? pressureMax = Less(given.PressureMax, asked.PressureMax);
            if (least < given.InjectionMin - (FlowRounding * Math.Abs(least)) || greatest > given.InjectionMax + (FlowRounding * Math.Abs(greatest)))
            {
                findings.Add(FormatFindings.BeyondNode.At(subject, asked.Place, string.Create(CultureInfo.InvariantCulture,
                    $"The nomination asks {Volume(asked.IsEntry ? greatest : -least, network)} of node '{asked.Node}'; the network allows {Volume(asked.IsEntry ? given.InjectionMin ?? 0 : -(given.InjectionMax ?? 0), network)} to {Volume(asked.IsEntry ? given.InjectionMax ?? 0 : -(given.InjectionMin ?? 0), network)}.")));
            }

            if (least > greatest)
                findings.Add(FormatFindings.Contradiction.At(subject, asked.Place, $"The bounds of the flow of node '{asked.Node}' exclude each other."));
            if (pressureMin > pressureMax)
                findings.Add(FormatFindings.Contradiction.At(subject, asked.Place, $"The bounds of the pressure of node '{asked.Node}' in network and nomination exclude each other."));
            nodes[index] = nodes[index] with
            {
                // A second statement about a node adds to the first.
                Injection = nodes[index].Injection + least + (greatest - least) / 2,
                InjectionMin = nodes[index].InjectionMin + least,
                InjectionMax = nodes[index].InjectionMax + greatest,
                PressureMin = Greater(nodes[index].PressureMin, pressureMin),
                PressureMax = Less(nodes[index].PressureMax, pressureMax),
            };
        }

        GasElement[] elements = [.. network.Network.Elements];
        for (int e = 0; e < elements.Length && SoilTemperatures.Count > 0; e++)
        {
            if (elements[e] is GasPipe pipe && SoilTemperatures.TryGetValue(pipe.Id, out double soil))
                elements[e] = pipe with { AmbientTemperature = soil };
        }

        return network.Network with { Name = $"{network.Network.Name}, {Id}", Nodes = nodes, Elements = elements };
    }

    private static double? Greater(double? a, double? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);

    private static double? Less(double? a, double? b) => a is null ? b : b is null ? a : Math.Min(a.Value, b.Value);
}
