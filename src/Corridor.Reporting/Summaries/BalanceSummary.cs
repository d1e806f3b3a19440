namespace Corridor.Reporting.Summaries;

/// <summary>
/// The balance of a carrier in a zone over the horizon, in <see cref="Unit"/>. It closes:
/// production + measures + imports + storage_withdrawal = served + exports + losses + conversion_input + storage_injection.
/// </summary>
public sealed record BalanceSummary
{
    /// <summary>Zone.</summary>
    public required string Zone { get; init; }

    /// <summary>Carrier.</summary>
    public required string Carrier { get; init; }

    /// <summary>Unit of the amounts, such as <c>bcm@20C</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Demand before anything is given up or curtailed.</summary>
    public double? Demand { get; init; }

    /// <summary>Demand served.</summary>
    public double? Served { get; init; }

    /// <summary>Demand not served against the consumer's will.</summary>
    public double? Curtailed { get; init; }

    /// <summary>Own production: supplies and outputs of converters.</summary>
    public double? Production { get; init; }

    /// <summary>Arrivals over routes from other zones.</summary>
    public double? Imports { get; init; }

    /// <summary>Departures over routes to other zones.</summary>
    public double? Exports { get; init; }

    /// <summary>Nodal price, weighted by demand; by time where there is none. In <see cref="PriceUnit"/>.</summary>
    public double? AveragePrice { get; init; }

    /// <summary>Unit of the price, such as <c>USD/kcm@20C</c>.</summary>
    public required string PriceUnit { get; init; }

    /// <summary>Elastic demand given up because of its price.</summary>
    public double? GivenUp { get; init; }

    /// <summary>The part of the production that converters give (regasification, refineries, power plants).</summary>
    public double? ConversionOutput { get; init; }

    /// <summary>The part of the production that was liquefied gas before.</summary>
    public double? Regasified { get; init; }

    /// <summary>Taken by converters.</summary>
    public double? ConversionInput { get; init; }

    /// <summary>Put into storages.</summary>
    public double? StorageInjection { get; init; }

    /// <summary>Taken from storages.</summary>
    public double? StorageWithdrawal { get; init; }

    /// <summary>Emergency measures.</summary>
    public double? Measures { get; init; }

    /// <summary>Fuel and losses on routes inside the zone.</summary>
    public double? Losses { get; init; }
}

/// <summary>What arrives in a zone from one neighbour.</summary>
/// <param name="Zone">Zone that imports.</param>
/// <param name="Carrier">Carrier.</param>
/// <param name="Origin">Neighbouring zone at the other end of the routes; not the place where the energy was produced.</param>
/// <param name="Unit">Unit of the amount.</param>
/// <param name="Amount">Arrivals over the horizon.</param>
public sealed record ImportSummary(string Zone, string Carrier, string Origin, string Unit, double? Amount);

/// <summary>A zone that goes short of a carrier.</summary>
/// <param name="Zone">Zone.</param>
/// <param name="Carrier">Carrier.</param>
/// <param name="Unit">Unit of the amounts.</param>
/// <param name="Demand">Demand over the horizon.</param>
/// <param name="Curtailed">Of it, curtailed.</param>
/// <param name="CurtailedProtected">Of that, of protected customers.</param>
/// <param name="First">First day of a short period, ISO 8601.</param>
/// <param name="Last">Last day of a short period, ISO 8601.</param>
/// <param name="Periods">Number of short periods.</param>
/// <param name="Limits">Routes, supplies and converters at the short nodes that are full, rules that bind there, and payment channels that are full or closed, most valuable first.</param>
public sealed record ShortageSummary(
    string Zone, string Carrier, string Unit, double? Demand, double? Curtailed, double? CurtailedProtected, string First, string Last, int Periods, IReadOnlyList<string> Limits);
