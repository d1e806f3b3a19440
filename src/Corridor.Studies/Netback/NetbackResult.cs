namespace Corridor.Studies.Netback;

/// <summary>
/// The prices at which a delivery pays for seller and buyer. Every price is money of account per unit of gas in <see cref="Unit"/>, at the end of the route unless
/// a path says otherwise. docs/mathematics/netback.md defines each figure.
/// </summary>
public sealed record NetbackResult
{
    /// <summary>Route at whose end the contract delivers.</summary>
    public required string Route { get; init; }

    /// <summary>Supply that the gas comes from.</summary>
    public required string Field { get; init; }

    /// <summary>Node of the field.</summary>
    public required string FieldNode { get; init; }

    /// <summary>Node of delivery: the end of the route.</summary>
    public required string Delivery { get; init; }

    /// <summary>First day of the window.</summary>
    public required DateOnly From { get; init; }

    /// <summary>First day after the window.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Unit of all prices.</summary>
    public required string Unit { get; init; }

    /// <summary>What 1 USD/MMBtu (gross) is in <see cref="Unit"/>; null for a carrier without a heating value.</summary>
    public double? PerMmbtu { get; init; }

    /// <summary>What the contract delivers in a year at the load factor, in units of account.</summary>
    public required double AnnualVolume { get; init; }

    /// <summary>Unit of account of the volumes.</summary>
    public required string VolumeUnit { get; init; }

    /// <summary>Money of account a year for a price of 1 in <see cref="Unit"/>.</summary>
    public required double AnnualMoneyPerPrice { get; init; }

    /// <summary>Discount rate of the investment.</summary>
    public required double DiscountRate { get; init; }

    /// <summary>Mean use of capacity.</summary>
    public required double LoadFactor { get; init; }

    /// <summary>Yearly operation of a new line as a share of its investment.</summary>
    public required double OperatingShare { get; init; }

    /// <summary>The seller's cost from the field to the delivery, step by step; the steps add up to <see cref="SellerCost"/>.</summary>
    public required IReadOnlyList<NetbackStep> Chain { get; init; }

    /// <summary>The seller's full cost at the delivery.</summary>
    public required double SellerCost { get; init; }

    /// <summary>Of it, investment and operation of lines that are still to be built.</summary>
    public required double CapitalCost { get; init; }

    /// <summary>By hub and price case.</summary>
    public required IReadOnlyList<HubCase> Cases { get; init; }

    /// <summary>Mean nodal price at the delivery in the run; null without a run.</summary>
    public double? NodalPrice { get; init; }

    /// <summary>The same in the run without the route; null without one.</summary>
    public double? NodalPriceWithout { get; init; }

    /// <summary>What was assumed or could not be found, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>What a step of a chain is.</summary>
public enum NetbackStepKind
{
    /// <summary>Price at a hub.</summary>
    HubPrice,

    /// <summary>Cost of the field.</summary>
    Field,

    /// <summary>Tariff of a line.</summary>
    Tariff,

    /// <summary>Transit fee.</summary>
    TransitFee,

    /// <summary>Fuel and losses.</summary>
    Loss,

    /// <summary>Annuity of an investment.</summary>
    Capital,

    /// <summary>Operation and upkeep of a new line.</summary>
    Operation,

    /// <summary>Freight.</summary>
    Freight,

    /// <summary>Liquefaction, regasification or another conversion.</summary>
    Conversion,
}

/// <summary>A step of a chain.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Row that it comes from: supply, arc, fee, project, converter or price index.</param>
/// <param name="Amount">Its amount; deductions of a netback are negative.</param>
/// <param name="Source">Id of the source of its figure; null where the row has none.</param>
/// <param name="Assumed">Whether the row is marked as assumed or estimated, or says in its note that a figure is assumed.</param>
public sealed record NetbackStep(NetbackStepKind Kind, string Id, double Amount, string? Source, bool Assumed);

/// <summary>A path between a hub and a place, step by step.</summary>
/// <param name="Steps">The steps; they add up to the value, per unit of gas at the place that the path leads to.</param>
/// <param name="Value">Price at the hub less, or plus, what lies between.</param>
/// <param name="Closed">Routes on it that are not in service in the window.</param>
/// <param name="Forbidden">Rules that forbid it in the window.</param>
/// <param name="Capacity">What its narrowest pipeline or LNG plant takes in a year, in units of account at its start; null where nothing limits it.</param>
public sealed record NetbackPath(IReadOnlyList<NetbackStep> Steps, double Value, IReadOnlyList<string> Closed, IReadOnlyList<string> Forbidden, double? Capacity)
{
    /// <summary>Whether gas can go this way in the window.</summary>
    public bool Open => Closed.Count == 0 && Forbidden.Count == 0;
}

/// <summary>A hub at one level of its price.</summary>
/// <param name="Index">Price index.</param>
/// <param name="Name">Name of the level: window, low, median, high or given.</param>
/// <param name="Level">Price in the unit of the index.</param>
/// <param name="LevelUnit">That unit.</param>
/// <param name="Origin">Where the level comes from, in words.</param>
/// <param name="Alternative">The seller's other outlet: hub price less the way from the field, at the field; null where no way exists.</param>
/// <param name="SellerFloor">Least price that is worth the seller's while: the cost, or where larger the alternative carried to the delivery; only an open way that takes the whole volume counts.</param>
/// <param name="SellerFloorIfOpen">The same if the alternative were open and took the whole volume; null where no way exists.</param>
/// <param name="Replacement">What the buyer would pay otherwise, brought to the delivery; null where the hub does not reach the buyer.</param>
/// <param name="CostRange">Prices at which both gain, measured by the seller's cost; null without a replacement or where the cost exceeds it.</param>
/// <param name="OpportunityRange">The same measured by the seller's floor.</param>
/// <param name="Gains">Gains at the prices that were asked for.</param>
public sealed record HubCase(
    string Index, string Name, double Level, string LevelUnit, string Origin, NetbackPath? Alternative, double SellerFloor, double? SellerFloorIfOpen,
    NetbackPath? Replacement, PriceRange? CostRange, PriceRange? OpportunityRange, IReadOnlyList<PriceGain> Gains);

/// <summary>A range of prices.</summary>
/// <param name="Floor">Below it the seller loses.</param>
/// <param name="Ceiling">Above it the buyer does; at least the floor.</param>
public sealed record PriceRange(double Floor, double Ceiling);

/// <summary>Gains at a contract price, money of account a year; negative for a loss.</summary>
/// <param name="Price">Contract price at the delivery.</param>
/// <param name="SellerOverCost">Of the seller over its cost.</param>
/// <param name="SellerOverFloor">Of the seller over its floor.</param>
/// <param name="Buyer">Of the buyer; null without a replacement.</param>
public sealed record PriceGain(double Price, double SellerOverCost, double SellerOverFloor, double? Buyer);
