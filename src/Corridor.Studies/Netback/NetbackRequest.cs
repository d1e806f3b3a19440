using Corridor.Model;
using Corridor.Model.Time;
using Corridor.Model.Units;

namespace Corridor.Studies.Netback;

/// <summary>What is asked of a netback.</summary>
public sealed record NetbackRequest
{
    /// <summary>Id of the route at whose end the contract delivers: a pipeline or transport.</summary>
    public required string Route { get; init; }

    /// <summary>Days over which tariffs and prices are averaged.</summary>
    public required Horizon Window { get; init; }

    /// <summary>Unit of all prices of the result, in the money of account.</summary>
    public required PriceUnit Unit { get; init; }

    /// <summary>Hubs, in the order of the answer.</summary>
    public required IReadOnlyList<HubRequest> Hubs { get; init; }

    /// <summary>Supply that the gas comes from; null for the one of largest capacity upstream of the route.</summary>
    public string? Field { get; init; }

    /// <summary>Package whose price series give the low, median and high levels: the one before scenarios changed its prices; null for the same package.</summary>
    public EnergySystem? History { get; init; }

    /// <summary>Contract prices whose gains are asked for, in <see cref="Unit"/>.</summary>
    public IReadOnlyList<double> Prices { get; init; } = [];

    /// <summary>Discount rate of the investment, a year, real; above 0.</summary>
    public double DiscountRate { get; init; } = 0.08;

    /// <summary>Mean use of the route's capacity, above 0, at most 1.</summary>
    public double LoadFactor { get; init; } = 0.9;

    /// <summary>Operation and upkeep of a new line in a year, as a share of its investment, ≥ 0.</summary>
    public double OperatingShare { get; init; } = 0.03;
}

/// <summary>A hub, or a quotation of delivered LNG.</summary>
/// <param name="Index">Id of a price index that states its nodes.</param>
/// <param name="Level">Its price in the unit of the index; null for that of the series.</param>
public sealed record HubRequest(string Index, double? Level = null);
