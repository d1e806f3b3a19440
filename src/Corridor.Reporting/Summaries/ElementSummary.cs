namespace Corridor.Reporting.Summaries;

/// <summary>A contract over the horizon.</summary>
/// <param name="Id">Contract.</param>
/// <param name="Unit">Unit of the amounts.</param>
/// <param name="Acq">Annual contract quantity, prorated to the contract days inside the horizon.</param>
/// <param name="Delivered">Delivered at the end of the delivery arc.</param>
/// <param name="TakeOrPayMin">Quantity to be taken or paid for, prorated likewise.</param>
/// <param name="Shortfall">Paid for and not taken.</param>
/// <param name="AveragePrice">Price, weighted by deliveries (by time where nothing is delivered); null where the contract states none.</param>
/// <param name="PriceUnit">Unit of the price.</param>
/// <param name="MakeUpTaken">Delivered against earlier payment.</param>
public sealed record ContractSummary(
    string Id, string Unit, double? Acq, double? Delivered, double? TakeOrPayMin, double? Shortfall, double? AveragePrice, string PriceUnit, double? MakeUpTaken);

/// <summary>A pipeline, power line or transport over the horizon.</summary>
/// <param name="Id">Arc.</param>
/// <param name="Unit">Unit of the amounts.</param>
/// <param name="Flow">What arrives forward less what arrives backward; negative where the net flow runs from <c>to</c> to <c>from</c>.</param>
/// <param name="Capacity">Capacity at the entrance in the direction of the net flow; null where unlimited.</param>
/// <param name="Utilisation">What enters in that direction, divided by the capacity; 0 without capacity, null where unlimited.</param>
/// <param name="ShadowValue">Saving from one more unit of capacity, averaged over the capacity of both directions, ≥ 0, in <paramref name="PriceUnit"/>.</param>
/// <param name="PriceUnit">Unit of the shadow value.</param>
/// <param name="From">Node at the start.</param>
/// <param name="To">Node at the end.</param>
/// <param name="Forward">What arrives forward.</param>
/// <param name="Backward">What arrives backward.</param>
public sealed record RouteSummary(
    string Id, string Unit, double? Flow, double? Capacity, double? Utilisation, double? ShadowValue, string PriceUnit, string From, string To, double? Forward, double? Backward);

/// <summary>A direction of a route whose capacity binds.</summary>
/// <param name="Id">Arc.</param>
/// <param name="Direction"><c>forward</c> or <c>backward</c>.</param>
/// <param name="Carrier">Carrier.</param>
/// <param name="Unit">Unit of the capacity.</param>
/// <param name="Capacity">Capacity over the horizon.</param>
/// <param name="ShadowValue">Saving from one more unit of capacity, averaged over the capacity, in <paramref name="PriceUnit"/>.</param>
/// <param name="PriceUnit">Unit of the shadow value.</param>
/// <param name="Value">Σ over the periods of capacity × shadow price, money of account.</param>
/// <param name="PeriodsBinding">Number of periods in which the capacity is worth something.</param>
public sealed record BottleneckSummary(
    string Id, string Direction, string Carrier, string Unit, double? Capacity, double? ShadowValue, string PriceUnit, double? Value, int PeriodsBinding);

/// <summary>Levels of a storage.</summary>
/// <param name="Id">Storage.</param>
/// <param name="Unit">Unit of the levels.</param>
/// <param name="First">Level before the first period.</param>
/// <param name="Last">Level after the last period.</param>
/// <param name="Minimum">Least level.</param>
/// <param name="Maximum">Largest level.</param>
/// <param name="WorkingVolume">Largest working volume in the horizon.</param>
public sealed record StorageSummary(string Id, string Unit, double? First, double? Last, double? Minimum, double? Maximum, double? WorkingVolume);

/// <summary>A rule that matches a flow within the horizon.</summary>
/// <param name="Id">Rule.</param>
/// <param name="Binding">Whether it changes the result.</param>
/// <param name="ShadowValue">Largest saving from relaxing it by one unit in a period or year, ≥ 0.</param>
/// <param name="PriceUnit">Unit of the shadow value; null where the rule acts on carriers of several units.</param>
/// <param name="Violation">Violation that was paid for, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit of the violation; null where the rule acts on carriers of several units, whose units of account are then meant.</param>
public sealed record RuleSummary(string Id, bool Binding, double? ShadowValue, string? PriceUnit, double? Violation, string? Unit);

/// <summary>A payment channel.</summary>
/// <param name="Id">Channel.</param>
/// <param name="Used">Value settled over the horizon, money of account.</param>
/// <param name="Capacity">Value that it could have settled; null where unlimited.</param>
/// <param name="ShadowValue">Largest saving from one more unit of money of capacity, ≥ 0.</param>
public sealed record ChannelSummary(string Id, double? Used, double? Capacity, double? ShadowValue);
