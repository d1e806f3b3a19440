namespace Corridor.Studies.Explanation;

/// <summary>Why a route carries what it carries.</summary>
public enum FlowReason
{
    /// <summary>It has no capacity in the period.</summary>
    Closed,

    /// <summary>It is full.</summary>
    Full,

    /// <summary>Contracts over it are at their largest delivery, and nothing may flow outside them or more does not pay.</summary>
    ContractMaximum,

    /// <summary>Contracts over it have to take their least delivery.</summary>
    ContractMinimum,

    /// <summary>The difference of the prices at its ends pays exactly for the carriage: more would not pay.</summary>
    Balanced,

    /// <summary>It is not used: the carriage costs more than the difference of the prices at its ends.</summary>
    NotWorthwhile,

    /// <summary>A rule, a payment channel, a fleet or the ledger of a contract holds it where it is.</summary>
    Held,
}

/// <summary>A contract over a route in a period.</summary>
/// <param name="Id">Id.</param>
/// <param name="Delivered">Delivered, units of account per day.</param>
/// <param name="Minimum">Least delivery.</param>
/// <param name="Maximum">Largest delivery; +∞ where there is none.</param>
public sealed record FlowContract(string Id, double Delivered, double Minimum, double Maximum);

/// <summary>Why a route carries what it carries in a period, in the direction of its flow; rates in units of account per day.</summary>
public sealed record FlowExplanation
{
    /// <summary>Id of the route.</summary>
    public required string Route { get; init; }

    /// <summary>Table of the route.</summary>
    public required string Table { get; init; }

    /// <summary>Whether the direction explained is backward.</summary>
    public required bool Backward { get; init; }

    /// <summary>Node at which the flow enters.</summary>
    public required string From { get; init; }

    /// <summary>Node at which it arrives.</summary>
    public required string To { get; init; }

    /// <summary>Period of loading.</summary>
    public required int Period { get; init; }

    /// <summary>Period of arrival.</summary>
    public required int ArrivalPeriod { get; init; }

    /// <summary>Flow where it enters.</summary>
    public required double Flow { get; init; }

    /// <summary>Capacity in the period; +∞ where unlimited.</summary>
    public required double Capacity { get; init; }

    /// <summary>Price where it enters, money of account per unit of account.</summary>
    public required double PriceFrom { get; init; }

    /// <summary>Price where it arrives.</summary>
    public required double PriceTo { get; init; }

    /// <summary>What lies between the two prices: they add up to <see cref="PriceTo"/> − <see cref="PriceFrom"/>.</summary>
    public required IReadOnlyList<PriceLine> Lines { get; init; }

    /// <summary>Why.</summary>
    public required FlowReason Reason { get; init; }

    /// <summary>The line that holds it, for a reason other than the prices; null otherwise.</summary>
    public PriceLine? Cause { get; init; }

    /// <summary>What one more unit of capacity would save, money of account per unit of account.</summary>
    public required double Rent { get; init; }

    /// <summary>Contracts over it in the direction explained.</summary>
    public required IReadOnlyList<FlowContract> Contracts { get; init; }

    /// <summary>What arrives outside contracts; null where the route carries no contract.</summary>
    public double? Spot { get; init; }

    /// <summary>What limits the capacity, row by row.</summary>
    public required IReadOnlyList<FlowLimit> Limits { get; init; }
}

/// <summary>A row of the package that limits a route in the period.</summary>
/// <param name="Element">Id of the row.</param>
/// <param name="Table">Table.</param>
/// <param name="Column">Column.</param>
/// <param name="Rate">What it allows, units of account per day; NaN where it states no rate.</param>
public sealed record FlowLimit(string Element, string Table, string Column, double Rate);
