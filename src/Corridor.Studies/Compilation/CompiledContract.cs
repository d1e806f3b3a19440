namespace Corridor.Studies.Compilation;

/// <summary>A contract, ready for a program. Rates in units of account per day at the end of its arc; money of account.</summary>
public sealed record CompiledContract
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Index of the arc of delivery.</summary>
    public required int Arc { get; init; }

    /// <summary>0 forward, 1 backward along the arc.</summary>
    public required int Direction { get; init; }

    /// <summary>Largest delivery by period; +∞ while active without a DCQ, 0 while not active.</summary>
    public required double[] Maximum { get; init; }

    /// <summary>Smallest delivery by period.</summary>
    public required double[] Minimum { get; init; }

    /// <summary>Price by period.</summary>
    public required double[] Price { get; init; }

    /// <summary>Average price over the active part of the horizon.</summary>
    public required double AveragePrice { get; init; }

    /// <summary>Levies of rules on each delivery [position among the channels, or 0][period].</summary>
    public required double[][] Levy { get; init; }

    /// <summary>Indices of the channels that may settle it; empty for free settlement.</summary>
    public required IReadOnlyList<int> Channels { get; init; }

    /// <summary>
    /// What prohibitions leave of each delivery [position among the channels, or 0][period]: 1 allowed, 0 forbidden.
    /// </summary>
    public required double[][] Allowed { get; init; }

    /// <summary>Calendar years with contract days inside the horizon, in order.</summary>
    public required IReadOnlyList<CompiledContractYear> Years { get; init; }

    /// <summary>Opening balance of make-up, units of account.</summary>
    public double MakeUpOpening { get; init; }

    /// <summary>Years in which make-up may be taken.</summary>
    public int MakeUpYears { get; init; }

    /// <summary>Largest part of a year's minimum that carry-forward may replace.</summary>
    public double CarryForward { get; init; }

    /// <summary>Opening balance of carry-forward, units of account.</summary>
    public double CarryForwardOpening { get; init; }

    /// <summary>Booked transport by period, units of account per day; null without ship-or-pay.</summary>
    public double[]? Booked { get; init; }

    /// <summary>Ship-or-pay tariff by period; null without ship-or-pay.</summary>
    public double[]? ShipOrPayTariff { get; init; }

    /// <summary>Number of delivery variables in a period: one a channel, at least one.</summary>
    public int Parts => Math.Max(1, Channels.Count);

    /// <summary>Whether a price was stated, so that values and shortfalls can be valued.</summary>
    public required bool HasPrice { get; init; }
}

/// <summary>A contract's quantities in a calendar year, prorated to the contract days inside the horizon.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Acq">Annual contract quantity, units of account.</param>
/// <param name="Minimum">Take-or-pay quantity, units of account.</param>
/// <param name="Maximum">Largest quantity, units of account; +∞ where there is none.</param>
public sealed record CompiledContractYear(int Year, double Acq, double Minimum, double Maximum);
