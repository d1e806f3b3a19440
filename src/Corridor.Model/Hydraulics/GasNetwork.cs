namespace Corridor.Model.Hydraulics;

/// <summary>
/// A gas network as the physics sees it: places with pressures, and the pipes, valves, regulators and compressor stations
/// between them. Everything in SI units: Pa, K, kg/s, m, W. Elements name their ends by the index of the node.
/// </summary>
public sealed record GasNetwork
{
    /// <summary>What the network is called, for headings.</summary>
    public required string Name { get; init; }

    /// <summary>The nodes; an element's <see cref="GasElement.From"/> is an index into this list.</summary>
    public required IReadOnlyList<GasNode> Nodes { get; init; }

    /// <summary>The elements between the nodes.</summary>
    public required IReadOnlyList<GasElement> Elements { get; init; }

    /// <summary>The gas of every node that states none of its own.</summary>
    public required GasQuality Gas { get; init; }

    /// <summary>Temperature of the gas wherever neither node nor element states one [K].</summary>
    public double Temperature { get; init; } = 288.15;

    /// <summary>Absolute pressure of norm conditions [Pa].</summary>
    public double NormPressure { get; init; } = 101_325.0;

    /// <summary>Temperature of norm conditions [K].</summary>
    public double NormTemperature { get; init; } = 273.15;

    /// <summary>Friction law that the file itself states; null where it states none.</summary>
    public FrictionKind? Friction { get; init; }

    /// <summary>Equation of state that the file itself states; null where it states none.</summary>
    public EquationOfStateKind? EquationOfState { get; init; }

    /// <summary>Groups of discrete states of which exactly one may be chosen each (GasLib's combined decisions).</summary>
    public IReadOnlyList<DecisionGroup> DecisionGroups { get; init; } = [];

    /// <summary>The network with these nodes' customers protected, each a region of its own unless it has one.</summary>
    /// <param name="isProtected">Which nodes, by index.</param>
    public GasNetwork Protecting(Func<int, bool> isProtected)
    {
        ArgumentNullException.ThrowIfNull(isProtected);
        return this with { Nodes = [.. Nodes.Select((node, n) => isProtected(n) ? node with { IsProtected = true, Region = node.Region ?? node.Id } : node)] };
    }

    /// <summary>The network with another gas; mass flows stay as they are.</summary>
    /// <param name="gas">The gas.</param>
    /// <param name="node">Index of the node whose entering gas it is; null for every node.</param>
    public GasNetwork Carrying(GasQuality gas, int? node) => node is { } entry
        ? this with { Nodes = [.. Nodes.Select((n, i) => i == entry ? n with { Gas = gas } : n)] }
        : this with { Gas = gas, Nodes = [.. Nodes.Select(n => n with { Gas = null })] };

    /// <summary>The network whose own gas is that of its first entry where every entry states one; otherwise as it is.</summary>
    public GasNetwork WithGasOfEntries()
    {
        var entries = Nodes.Where(n => n.Injection > 0.0 || n.InjectionMax > 0.0 || n.PressureSetpoint is not null).ToList();
        return entries.Count > 0 && entries.All(n => n.Gas is not null) ? this with { Gas = entries[0].Gas! } : this;
    }
}
