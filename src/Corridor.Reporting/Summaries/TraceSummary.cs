namespace Corridor.Reporting.Summaries;

/// <summary>Where energy used in a zone or country was produced.</summary>
/// <param name="Zone">Zone or country that uses it.</param>
/// <param name="Carrier">Carrier.</param>
/// <param name="Origin">Zone or country of production; <c>stock:</c> and a zone where it lay in a store from the start and nothing tells its origin.</param>
/// <param name="Unit">Unit of the amount.</param>
/// <param name="Amount">Amount over the horizon.</param>
/// <param name="Share">Share of what the zone uses, 0 … 1; the shares of a zone and carrier add up to 1.</param>
public sealed record OriginSummary(string Zone, string Carrier, string Origin, string Unit, double? Amount, double? Share);

/// <summary>What passed through a third country on its way.</summary>
/// <param name="Zone">Zone or country that uses it.</param>
/// <param name="Carrier">Carrier.</param>
/// <param name="Country">Country passed, neither that of production nor that of use; one passed twice counts once.</param>
/// <param name="Unit">Unit of the amount.</param>
/// <param name="Amount">Amount over the horizon.</param>
/// <param name="Share">Share of what the zone uses, 0 … 1.</param>
public sealed record TransitSummary(string Zone, string Carrier, string Country, string Unit, double? Amount, double? Share);

/// <summary>The route over which energy last entered the country where it is used.</summary>
/// <param name="Zone">Zone or country that uses it.</param>
/// <param name="Carrier">Carrier; that of the route may be another, as when gas came as LNG.</param>
/// <param name="Route">Pipeline, power line or transport.</param>
/// <param name="Unit">Unit of the amount.</param>
/// <param name="Amount">Amount over the horizon.</param>
/// <param name="Share">Share of what the zone uses, 0 … 1.</param>
public sealed record EntrySummary(string Zone, string Carrier, string Route, string Unit, double? Amount, double? Share);

/// <summary>How far a zone or country hangs on few suppliers and routes. Indices run from 0 to 10,000.</summary>
/// <param name="Zone">Zone or country.</param>
/// <param name="Carrier">Carrier.</param>
/// <param name="Unit">Unit of the amounts.</param>
/// <param name="Amount">What is used over the horizon: demand served and what converters take.</param>
/// <param name="Served">Of it, demand served.</param>
/// <param name="ImportShare">Share produced abroad, 0 … 1.</param>
/// <param name="OriginHhi">Herfindahl–Hirschman index over countries of production, the own one included.</param>
/// <param name="ImportHhi">The index over foreign countries alone, as shares of the imports; null without imports.</param>
/// <param name="RouteHhi">The index over routes of entry, as shares of what enters; null where nothing enters.</param>
/// <param name="LargestSupplier">Foreign country that most comes from.</param>
/// <param name="LargestSupplierShare">Share of what is used that comes from it: what is lost without it (N − 1).</param>
/// <param name="LargestSupplierOfImports">Share of the imports that comes from it.</param>
/// <param name="LargestRoute">Route over which most enters.</param>
/// <param name="LargestRouteShare">Share of what is used that comes over it.</param>
/// <param name="LargestRouteOfImports">Share of what enters that comes over it.</param>
/// <param name="LargestTransit">Third country through which most passes.</param>
/// <param name="LargestTransitShare">Share of what is used that passes through it.</param>
public sealed record ConcentrationSummary(
    string Zone, string Carrier, string Unit, double? Amount, double? Served, double? ImportShare, double? OriginHhi, double? ImportHhi, double? RouteHhi,
    string? LargestSupplier, double? LargestSupplierShare, double? LargestSupplierOfImports,
    string? LargestRoute, double? LargestRouteShare, double? LargestRouteOfImports, string? LargestTransit, double? LargestTransitShare);
