namespace Corridor.Studies.Infeasibility;

/// <summary>What a figure of the package demands or limits.</summary>
public enum LimitKind
{
    /// <summary>A supply gives at least its <c>min_output</c>.</summary>
    SupplyMinimum,

    /// <summary>A converter runs at <c>min_load</c> at least.</summary>
    ConverterMinimum,

    /// <summary>A contract takes at least its <c>min_daily</c>.</summary>
    ContractMinimum,

    /// <summary>A storage holds at least its <c>min_level</c>.</summary>
    StorageLeast,

    /// <summary>A storage holds its <c>last_level</c> at the end.</summary>
    StorageLast,

    /// <summary>A rule requires a quantity.</summary>
    RuleRequirement,

    /// <summary>A rule allows a quantity at most.</summary>
    RuleLimit,

    /// <summary>A contract delivers no more than its <c>dcq</c>; nothing where it is not active, prohibited, or its channels are closed.</summary>
    ContractMaximum,

    /// <summary>A contract delivers no more in a year than <c>annual_max</c> allows.</summary>
    ContractAnnualMaximum,

    /// <summary>A payment channel settles no more than its <c>capacity</c>.</summary>
    Channel,

    /// <summary>A route carries no more than its <c>capacity</c>.</summary>
    Route,

    /// <summary>A route takes gas under contracts only.</summary>
    ContractOnly,

    /// <summary>A fleet has no more vehicles.</summary>
    Fleet,

    /// <summary>A supply gives no more than its <c>capacity</c>.</summary>
    SupplyMaximum,

    /// <summary>A supply gives no more in a year than its <c>annual_limit</c>.</summary>
    SupplyAnnual,

    /// <summary>A converter runs at no more than its <c>capacity</c>.</summary>
    ConverterMaximum,

    /// <summary>A converter runs no more in a year than its <c>annual_limit</c>.</summary>
    ConverterAnnual,

    /// <summary>A storage holds no more than its <c>working_volume</c>.</summary>
    StorageMost,

    /// <summary>A storage begins with its <c>first_level</c>.</summary>
    StorageFirst,

    /// <summary>A storage takes or gives no more than its largest rates.</summary>
    StorageRate,

    /// <summary>An emergency measure gives no more than its rate or volume.</summary>
    Measure,

    /// <summary>Customers take no more than they demand.</summary>
    Demand,

    /// <summary>The flow of an alternating current line follows the voltage angles.</summary>
    PowerFlow,

    /// <summary>The angles at the ends of a line differ by no more than its <c>angle_min</c> and <c>angle_max</c> allow.</summary>
    AngleLimit,

    /// <summary>A capacity to be chosen is at least <c>capacity_min</c>.</summary>
    CapacityLeast,

    /// <summary>A capacity to be chosen is no more than <c>capacity_max</c>.</summary>
    CapacityMost,

    /// <summary>A demand without <c>curtailment_cost</c> is served whole.</summary>
    FirmDemand,
}

/// <summary>In what a quantity is stated.</summary>
public enum QuantityKind
{
    /// <summary>Units of account of a carrier.</summary>
    Carrier,

    /// <summary>Reference units of a converter.</summary>
    Activity,

    /// <summary>Money of account.</summary>
    Money,

    /// <summary>Tonnes of CO2.</summary>
    Tonnes,

    /// <summary>No quantity.</summary>
    None,
}

/// <summary>A demand or limit of the package within a span of the horizon.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Element">Id of the element.</param>
/// <param name="Table">Table of the element.</param>
/// <param name="Column">Column of the figure.</param>
/// <param name="First">Start of the first period.</param>
/// <param name="End">Exclusive end of the last period.</param>
/// <param name="Amount">Quantity over the span in <paramref name="Quantity"/>; for levels the largest. For a change, what is changed.</param>
/// <param name="Quantity">In what the amount is stated.</param>
/// <param name="Of">Id of the carrier, or of the converter, whose unit it is; empty for money.</param>
public sealed record LimitStatement(
    LimitKind Kind, string Element, string Table, string Column, DateTime First, DateTime End, double Amount, QuantityKind Quantity, string Of);

/// <summary>A set of changes that would make the package feasible.</summary>
/// <param name="Changes">What would be lowered or allowed, by how much.</param>
/// <param name="Value">Its size in money of account, each unit valued at what curtailing its carrier costs; it only ranks proposals.</param>
public sealed record RelaxationProposal(IReadOnlyList<LimitStatement> Changes, double Value);

/// <summary>Why a package is infeasible, in its own terms.</summary>
/// <param name="Conflict">Demands and limits that cannot hold together.</param>
/// <param name="Irreducible">Whether each of them is needed for the contradiction.</param>
/// <param name="Nodes">Ids of the nodes whose balances tie them together.</param>
/// <param name="Proposals">Cheapest changes, the cheapest first: obligations lowered, or limits raised.</param>
public sealed record InfeasibilityReport(
    IReadOnlyList<LimitStatement> Conflict, bool Irreducible, IReadOnlyList<string> Nodes, IReadOnlyList<RelaxationProposal> Proposals);
