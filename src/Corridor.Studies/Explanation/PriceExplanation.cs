namespace Corridor.Studies.Explanation;

/// <summary>What a line of a price is.</summary>
public enum PriceLineKind
{
    /// <summary>Cost of a supply.</summary>
    SupplyCost,

    /// <summary>What a demand pays rather than go without, where it gives up a part.</summary>
    GivenUp,

    /// <summary>Cost of curtailing a demand.</summary>
    Curtailment,

    /// <summary>Cost of an emergency measure.</summary>
    MeasureCost,

    /// <summary>Tariff or freight of a route.</summary>
    Tariff,

    /// <summary>Transit fee.</summary>
    TransitFee,

    /// <summary>Levy of a rule.</summary>
    Levy,

    /// <summary>Fuel and losses of a route or a storage.</summary>
    Losses,

    /// <summary>Rent of a full route: what one more unit of its capacity saves.</summary>
    RouteFull,

    /// <summary>A route that is not used: its cost exceeds the difference of the prices at its ends.</summary>
    RouteIdle,

    /// <summary>Rent of a full supply.</summary>
    SupplyFull,

    /// <summary>A supply has to give at least its minimum.</summary>
    SupplyMinimum,

    /// <summary>A supply or step that is not used: its cost exceeds the price.</summary>
    SupplyIdle,

    /// <summary>Cost of injection.</summary>
    InjectionCost,

    /// <summary>Cost of withdrawal.</summary>
    WithdrawalCost,

    /// <summary>Rent of a storage's rate.</summary>
    StorageRate,

    /// <summary>A storage is full on the way.</summary>
    StorageFull,

    /// <summary>A storage is at its least level on the way.</summary>
    StorageEmpty,

    /// <summary>Operating cost of a converter.</summary>
    ConversionCost,

    /// <summary>Cost of CO2.</summary>
    Co2,

    /// <summary>A further input of a converter, at its nodal price.</summary>
    OtherInput,

    /// <summary>A further output of a converter, at its nodal price.</summary>
    ByProduct,

    /// <summary>Rent of a full converter.</summary>
    ConverterFull,

    /// <summary>A converter has to run at its least load, or is not used.</summary>
    ConverterMinimum,

    /// <summary>A contract is at its largest delivery.</summary>
    ContractMaximum,

    /// <summary>A contract has to take its least delivery.</summary>
    ContractMinimum,

    /// <summary>A delivery counts toward a minimum that is paid for in any case.</summary>
    TakeOrPay,

    /// <summary>A contract's annual maximum is reached.</summary>
    AnnualMaximum,

    /// <summary>Ship-or-pay above the booking.</summary>
    ShipOrPay,

    /// <summary>Cost of a payment channel.</summary>
    ChannelCost,

    /// <summary>A payment channel is full.</summary>
    ChannelFull,

    /// <summary>Nothing may flow outside contracts.</summary>
    ContractOnly,

    /// <summary>A rule caps the flow.</summary>
    RuleLimit,

    /// <summary>A rule requires the flow.</summary>
    RuleRequirement,

    /// <summary>A yearly limit of a supply or converter is used up.</summary>
    AnnualLimit,

    /// <summary>A measure is at its rate or volume.</summary>
    MeasureFull,

    /// <summary>All vehicles of a fleet are in use.</summary>
    Fleet,

    /// <summary>Power takes all parallel ways; a full line elsewhere shifts the price.</summary>
    LoopFlow,

    /// <summary>A cost that no row of the package explains.</summary>
    OtherCost,

    /// <summary>Rounding of the solver.</summary>
    Rounding,
}

/// <summary>A line of a price. The lines add up to the price.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Element">Id of the element.</param>
/// <param name="Table">Table of the element; empty for rounding.</param>
/// <param name="Column">Column of the figure; empty where no single one is.</param>
/// <param name="Amount">Money of account per unit of account at the node explained; negative where it lowers the price.</param>
public sealed record PriceLine(PriceLineKind Kind, string Element, string Table, string Column, double Amount);

/// <summary>How a link of a chain leads to the next.</summary>
public enum PriceLinkKind
{
    /// <summary>Here the price is made: a supply, a measure, a demand that gives way.</summary>
    Origin,

    /// <summary>It arrives over a route.</summary>
    Arrival,

    /// <summary>It could leave over a route and be sold there: the price there decides.</summary>
    Departure,

    /// <summary>It comes out of a storage.</summary>
    Withdrawal,

    /// <summary>It could be stored: its later value decides.</summary>
    Injection,

    /// <summary>It is held in the storage from one period to another.</summary>
    Held,

    /// <summary>It is made by a converter.</summary>
    Conversion,

    /// <summary>It could be converted: the price of what is made decides.</summary>
    Use,
}

/// <summary>A link of a chain: from one place (and time) to the one whose price it explains.</summary>
/// <param name="Kind">How.</param>
/// <param name="Element">Id of the element.</param>
/// <param name="Table">Table of the element.</param>
/// <param name="Place">Node or storage whose price this link explains.</param>
/// <param name="Period">Period of that price.</param>
/// <param name="Next">Node or storage whose price explains it; empty for an origin.</param>
/// <param name="NextPeriod">Period of the next price.</param>
/// <param name="Rate">What the element carries, units of account or of activity per day.</param>
/// <param name="Factor">Units of account at the node explained per unit here: other than 1 after a conversion.</param>
/// <param name="Lines">Its lines.</param>
public sealed record PriceLink(
    PriceLinkKind Kind, string Element, string Table, string Place, int Period, string Next, int NextPeriod, double Rate, double Factor, IReadOnlyList<PriceLine> Lines);

/// <summary>Something that reaches the node, and what one more unit of it would save.</summary>
/// <param name="Element">Id of the element.</param>
/// <param name="Table">Table of the element.</param>
/// <param name="Rate">What arrives, units of account per day.</param>
/// <param name="Full">Whether it is at its limit.</param>
/// <param name="Rent">Saving from one more unit of it, money of account per unit of account, at or above zero.</param>
public sealed record PriceArrival(string Element, string Table, double Rate, bool Full, double Rent);

/// <summary>Why a price is what it is: the marginal chain, with lines that add up.</summary>
public sealed record PriceExplanation
{
    /// <summary>Id of the node.</summary>
    public required string Node { get; init; }

    /// <summary>Carrier of the node.</summary>
    public required string Carrier { get; init; }

    /// <summary>Period.</summary>
    public required int Period { get; init; }

    /// <summary>Nodal price, money of account per unit of account.</summary>
    public required double Price { get; init; }

    /// <summary>The chain from the node to where the price is made; empty where nothing sets it.</summary>
    public required IReadOnlyList<PriceLink> Links { get; init; }

    /// <summary>What reaches the node, the largest first.</summary>
    public required IReadOnlyList<PriceArrival> Arrivals { get; init; }

    /// <summary>All lines, from where the price is made to the node.</summary>
    public IEnumerable<PriceLine> Lines => Links.Reverse().SelectMany(l => l.Lines);

    /// <summary>Sum of the lines other than rounding.</summary>
    public double Sum => Lines.Where(l => l.Kind != PriceLineKind.Rounding).Sum(l => l.Amount);

    /// <summary>What the lines leave unexplained.</summary>
    public double Remainder => Price - Sum;
}
