namespace Corridor.Studies.Compilation;

/// <summary>A supply, ready for a program. Arrays run over the periods; rates in units of account per day, costs in money of account per unit.</summary>
public sealed record CompiledSupply
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Node supplied.</summary>
    public required NodeIndex Node { get; init; }

    /// <summary>Largest output.</summary>
    public required double[] Capacity { get; init; }

    /// <summary>Smallest output; zeros where there is none.</summary>
    public required double[] MinOutput { get; init; }

    /// <summary>Cost steps, cheapest first; their shares add up to 1.</summary>
    public required IReadOnlyList<CompiledStep> Steps { get; init; }

    /// <summary>Rise of the cost of a unit with each unit a day of output, money of account; null where the cost is that of the steps.</summary>
    public double[]? CostSlope { get; init; }

    /// <summary>Cost of a day in service, whatever the output, money of account; null where there is none.</summary>
    public double[]? StandingCost { get; init; }

    /// <summary>Tonnes of CO2 from a unit of output.</summary>
    public double Emissions { get; init; }

    /// <summary>Index of the expansion that chooses its capacity, or −1.</summary>
    public int Expansion { get; init; } = -1;

    /// <summary>Largest output in each calendar year of the horizon, prorated to the horizon; +∞ where there is no limit.</summary>
    public required IReadOnlyDictionary<int, double> AnnualLimit { get; init; }

    /// <summary>Levies of rules on each unit.</summary>
    public required double[] Levy { get; init; }
}
