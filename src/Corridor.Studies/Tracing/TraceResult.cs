namespace Corridor.Studies.Tracing;

/// <summary>
/// Who supplies whom: where the energy that each place uses was produced, through which countries and over which routes it came.
/// Stated in <c>docs/mathematics/tracing.md</c>. Shares are of 1, between 0 and 1; those of a row's origins add up to 1.
/// </summary>
public sealed record TraceResult
{
    /// <summary>Nothing traced: for a result that may not be shown.</summary>
    public static TraceResult Empty { get; } = new() { Zones = [], Countries = [] };

    /// <summary>Rows by zone: for each zone and carrier the whole horizon first, then its months. Where nothing is used there is no row.</summary>
    public required IReadOnlyList<TraceRow> Zones { get; init; }

    /// <summary>Rows by country, likewise: the zones of a country added up.</summary>
    public required IReadOnlyList<TraceRow> Countries { get; init; }
}

/// <summary>What a place uses of a carrier, and where it comes from.</summary>
public sealed record TraceRow
{
    /// <summary>Id of the zone or country.</summary>
    public required string Place { get; init; }

    /// <summary>Id of the country of the place; the place itself for a country.</summary>
    public required string Country { get; init; }

    /// <summary>Id of the carrier.</summary>
    public required string Carrier { get; init; }

    /// <summary>First day of the month; null for the whole horizon.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>What is used: demand served and what converters take; units of account, above 0.</summary>
    public required double Amount { get; init; }

    /// <summary>The part of <see cref="Amount"/> that is demand served.</summary>
    public required double Served { get; init; }

    /// <summary>Shares by zone of production, largest first. A stock that lay in a store from the start and whose origin no injection tells is <c>stock:</c> and the zone of the store.</summary>
    public required IReadOnlyList<TraceShare> OriginZones { get; init; }

    /// <summary>Shares by country of production, largest first.</summary>
    public required IReadOnlyList<TraceShare> Origins { get; init; }

    /// <summary>
    /// Shares that passed through a country which is neither that of the place nor that of production, largest first; a country counts once, however often it is passed.
    /// They do not add up to 1: energy may pass several countries, or none.
    /// </summary>
    public required IReadOnlyList<TraceShare> Transits { get; init; }

    /// <summary>Shares by the route over which the energy last entered the country, largest first; what never left the country has none.</summary>
    public required IReadOnlyList<TraceShare> Routes { get; init; }

    /// <summary>How far the place hangs on few suppliers and routes.</summary>
    public required Concentration Concentration { get; init; }
}

/// <summary>A share.</summary>
/// <param name="Id">Zone, country or route.</param>
/// <param name="Share">Share of 1, above 0.</param>
public sealed record TraceShare(string Id, double Share);

/// <summary>Concentration of what a place uses. Herfindahl–Hirschman indices run from 0 (many small) to 10,000 (a single one): 10,000 · Σ share².</summary>
public sealed record Concentration
{
    /// <summary>Share produced outside the country of the place, 0 … 1; stock of unknown origin that lies in the country is not counted.</summary>
    public required double ImportShare { get; init; }

    /// <summary>Index over the countries of production, own production included.</summary>
    public required double OriginHhi { get; init; }

    /// <summary>Index over the foreign countries of production, as shares of the imports; null without imports.</summary>
    public double? ImportHhi { get; init; }

    /// <summary>Index over the routes of entry, as shares of what enters; null where nothing enters.</summary>
    public double? RouteHhi { get; init; }

    /// <summary>Foreign country that most comes from; null without imports.</summary>
    public TraceShare? LargestSupplier { get; init; }

    /// <summary>Share of the imports that come from <see cref="LargestSupplier"/>; null without imports.</summary>
    public double? LargestSupplierOfImports { get; init; }

    /// <summary>Route over which most enters; null where nothing enters.</summary>
    public TraceShare? LargestRoute { get; init; }

    /// <summary>Share of what enters that comes over <see cref="LargestRoute"/>; null where nothing enters.</summary>
    public double? LargestRouteOfImports { get; init; }

    /// <summary>Country through which most passes; null where nothing passes a third country.</summary>
    public TraceShare? LargestTransit { get; init; }
}
