using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.QuadraticPrograms;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch.Program;

namespace Corridor.Studies.Dispatch;

/// <summary>
/// Result of a dispatch, in the elements of its network. Arrays run over the periods. Rates are averages over the period in
/// units of account per day, amounts in units of account, prices and shadow values in money of account per unit of account.
/// </summary>
public sealed record DispatchResult
{
    /// <summary>The network that was dispatched; limits of assets whose capacity was chosen stand at that capacity.</summary>
    public required CompiledNetwork Network { get; init; }

    /// <summary>How the solve ended.</summary>
    public required DispatchStatus Status { get; init; }

    /// <summary>The linear program as solved; with <see cref="Quadratic"/>, without its quadratic costs.</summary>
    public required LinearProgram Program { get; init; }

    /// <summary>The program as solved where costs rise with the output; null where the objective is linear.</summary>
    public QuadraticProgram? Quadratic { get; init; }

    /// <summary>Its solution.</summary>
    public required LinearProgramSolution Solution { get; init; }

    /// <summary>What a row of the program states, in words: of which element, in which period.</summary>
    public Func<int, string> RowName { get; init; } = row => FormattableString.Invariant($"row {row}");

    /// <summary>The program with the key to its rows and columns.</summary>
    internal DispatchProgram Source { get => field ??= new DispatchProgram(Network); init; }

    /// <summary>Cost over the horizon, money of account.</summary>
    public required double Objective { get; init; }

    /// <summary>Nodal price [node][period].</summary>
    public required double[][] NodalPrice { get; init; }

    /// <summary>Supplies, in the network's order.</summary>
    public required IReadOnlyList<SupplyResult> Supplies { get; init; }

    /// <summary>Demands, in the network's order.</summary>
    public required IReadOnlyList<DemandResult> Demands { get; init; }

    /// <summary>Arcs, in the network's order.</summary>
    public required IReadOnlyList<ArcResult> Arcs { get; init; }

    /// <summary>Storages, in the network's order.</summary>
    public required IReadOnlyList<StorageResult> Storages { get; init; }

    /// <summary>Converters, in the network's order.</summary>
    public required IReadOnlyList<ConverterResult> Converters { get; init; }

    /// <summary>Contracts, in the network's order.</summary>
    public required IReadOnlyList<ContractResult> Contracts { get; init; }

    /// <summary>Rules, in the network's order.</summary>
    public required IReadOnlyList<RuleResult> Rules { get; init; }

    /// <summary>Payment channels, in the network's order.</summary>
    public required IReadOnlyList<ChannelResult> Channels { get; init; }

    /// <summary>Measures, in the network's order: rate [measure][period].</summary>
    public required double[][] Measures { get; init; }

    /// <summary>Capacities that the run chose, in the order of the network's expansions.</summary>
    public IReadOnlyList<CapacityResult> Capacities { get; init; } = [];

    /// <summary>The parts of the objective; they add up to <see cref="Objective"/>.</summary>
    public required ObjectiveParts Parts { get; init; }
}

/// <summary>Result for a supply.</summary>
/// <param name="Output">Whole output.</param>
/// <param name="StepOutput">Output by cost step [step][period].</param>
/// <param name="ShadowValue">Saving from one more unit of capacity, at or above zero.</param>
public sealed record SupplyResult(double[] Output, double[][] StepOutput, double[] ShadowValue);

/// <summary>Result for a demand: rate = served + curtailed + Σ given up.</summary>
/// <param name="Served">Served.</param>
/// <param name="Curtailed">Not served against the consumer's will.</param>
/// <param name="GivenUp">Given up because of its price [step][period].</param>
public sealed record DemandResult(double[] Served, double[] Curtailed, double[][] GivenUp);

/// <summary>Result for an arc; element 0 of a pair is forward, element 1 backward.</summary>
/// <param name="Flow">Flow where it enters the arc [direction][period].</param>
/// <param name="Spot">Part of what arrives that no contract covers [direction][period]; null where the arc carries no contract.</param>
/// <param name="ShadowValue">Saving from one more unit of capacity, at or above zero [direction][period].</param>
public sealed record ArcResult(double[][] Flow, double[]?[] Spot, double[][] ShadowValue);

/// <summary>Result for a storage.</summary>
/// <param name="Injection">Injection at the node.</param>
/// <param name="Withdrawal">Withdrawal at the node.</param>
/// <param name="Level">Level at the end of each period.</param>
/// <param name="FirstLevel">Level before the first period.</param>
public sealed record StorageResult(double[] Injection, double[] Withdrawal, double[] Level, double FirstLevel);

/// <summary>Result for a converter.</summary>
/// <param name="Activity">Activity in reference units per day.</param>
/// <param name="Disposed">Output thrown away [flow][period]; null for flows that may not be.</param>
public sealed record ConverterResult(double[] Activity, double[]?[] Disposed);

/// <summary>Result for a contract.</summary>
/// <param name="Delivered">Delivered at the end of the arc.</param>
/// <param name="ByChannel">Delivered by channel [position among the contract's channels][period].</param>
/// <param name="Years">Ledger by calendar year, in the order of the contract's years.</param>
public sealed record ContractResult(double[] Delivered, double[][] ByChannel, IReadOnlyList<ContractYearResult> Years);

/// <summary>A contract's ledger for a calendar year, units of account.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Delivered">Delivered in the year.</param>
/// <param name="MakeUpTaken">Of it, taken against earlier payment.</param>
/// <param name="Counted">Of it, counted toward the minimum.</param>
/// <param name="Excess">Of it, above the minimum.</param>
/// <param name="Shortfall">Paid for and not taken.</param>
/// <param name="CarryForwardUsed">Part of the minimum replaced by earlier excess.</param>
public sealed record ContractYearResult(int Year, double Delivered, double MakeUpTaken, double Counted, double Excess, double Shortfall, double CarryForwardUsed);

/// <summary>Result for a rule.</summary>
/// <param name="Binding">Whether it changes the result.</param>
/// <param name="ShadowValue">Largest saving from relaxing it by one unit in a period or year, at or above zero.</param>
/// <param name="Violation">Sum of paid violation, units of account.</param>
public sealed record RuleResult(bool Binding, double ShadowValue, double Violation);

/// <summary>Result for a payment channel.</summary>
/// <param name="Used">Value settled, money of account per day.</param>
/// <param name="ShadowValue">Largest saving from one more unit of money of capacity, at or above zero.</param>
public sealed record ChannelResult(double[] Used, double ShadowValue);

/// <summary>A capacity that the run chose.</summary>
/// <param name="Capacity">Capacity, units of account (of activity) per day, at or above zero.</param>
/// <param name="ShadowValue">Saving over the horizon from one more unit: above zero where <c>capacity_max</c> holds it back, below where <c>capacity_min</c> forces it.</param>
public sealed record CapacityResult(double Capacity, double ShadowValue);

/// <summary>The parts of the objective, money of account over the horizon.</summary>
/// <param name="Supply">Supply.</param>
/// <param name="Transport">Tariffs, freight and fees of arcs.</param>
/// <param name="Storage">Injection and withdrawal.</param>
/// <param name="Conversion">Operating cost of converters.</param>
/// <param name="Co2">CO2.</param>
/// <param name="Levies">Levies of rules.</param>
/// <param name="GivenUp">Elastic demand given up.</param>
/// <param name="Curtailment">Demand curtailed.</param>
/// <param name="Measures">Emergency measures.</param>
/// <param name="Contracts">Shortfall payments less make-up credits, and ship-or-pay.</param>
/// <param name="Channels">Costs of payment channels.</param>
/// <param name="Penalties">Penalties of rules.</param>
/// <param name="Capacities">Capacities chosen, above those installed; below zero where less is chosen.</param>
public sealed record ObjectiveParts(
    double Supply, double Transport, double Storage, double Conversion, double Co2, double Levies, double GivenUp, double Curtailment, double Measures, double Contracts, double Channels, double Penalties, double Capacities = 0)
{
    /// <summary>Sum of the parts.</summary>
    public double Total => Supply + Transport + Storage + Conversion + Co2 + Levies + GivenUp + Curtailment + Measures + Contracts + Channels + Penalties + Capacities;
}
