using Corridor.Model.Units;

namespace Corridor.Studies.Compilation;

/// <summary>A converter, ready for a program. Activity in its reference units per day.</summary>
public sealed record CompiledConverter
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Unit of activity.</summary>
    public required AmountUnit ReferenceUnit { get; init; }

    /// <summary>Largest activity by period.</summary>
    public required double[] Capacity { get; init; }

    /// <summary>Least activity by period.</summary>
    public required double[] MinActivity { get; init; }

    /// <summary>Cost of a unit of activity, CO2 and levies excluded, money of account, by period.</summary>
    public required double[] Cost { get; init; }

    /// <summary>CO2 cost of a unit of activity, money of account, by period.</summary>
    public required double[] Co2Cost { get; init; }

    /// <summary>Levies of rules on a unit of activity.</summary>
    public required double[] Levy { get; init; }

    /// <summary>Tonnes of CO2 from a unit of activity.</summary>
    public required double Emissions { get; init; }

    /// <summary>Largest activity in each calendar year of the horizon; +∞ where there is no limit.</summary>
    public required IReadOnlyDictionary<int, double> AnnualLimit { get; init; }

    /// <summary>What it takes and gives.</summary>
    public required IReadOnlyList<CompiledConverterFlow> Flows { get; init; }

    /// <summary>Index of the expansion that chooses its capacity, or −1.</summary>
    public int Expansion { get; init; } = -1;
}

/// <summary>What a converter takes or gives at a node for a unit of activity.</summary>
/// <param name="Node">Node.</param>
/// <param name="Ratio">Units of account for a unit of activity; positive for outputs, negative for inputs.</param>
/// <param name="Disposable">Whether an output may be thrown away.</param>
public sealed record CompiledConverterFlow(NodeIndex Node, double Ratio, bool Disposable);
