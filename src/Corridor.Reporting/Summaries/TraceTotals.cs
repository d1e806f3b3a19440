using Corridor.Studies.Tracing;

namespace Corridor.Reporting.Summaries;

/// <summary>Adds the trace over the whole horizon to a summary.</summary>
internal static class TraceTotals
{
    public static RunSummary AddTo(RunSummary summary, TraceResult trace, IReadOnlyDictionary<string, DisplayUnit> units)
    {
        TraceRow[] zones = [.. trace.Zones.Where(r => r.Month is null)], countries = [.. trace.Countries.Where(r => r.Month is null)];
        string Unit(TraceRow r) => units[r.Carrier].Amount.Symbol;
        double Amount(TraceRow r) => r.Amount * units[r.Carrier].AmountPerAccount;
        IReadOnlyList<OriginSummary> Origins(TraceRow[] rows, Func<TraceRow, IReadOnlyList<TraceShare>> shares) =>
            [.. rows.SelectMany(r => shares(r).Select(s => new OriginSummary(r.Place, r.Carrier, s.Id, Unit(r), Amount(r) * s.Share, s.Share)))];
        IReadOnlyList<TransitSummary> Transits(TraceRow[] rows) =>
            [.. rows.SelectMany(r => r.Transits.Select(s => new TransitSummary(r.Place, r.Carrier, s.Id, Unit(r), Amount(r) * s.Share, s.Share)))];
        IReadOnlyList<EntrySummary> Entries(TraceRow[] rows) =>
            [.. rows.SelectMany(r => r.Routes.Select(s => new EntrySummary(r.Place, r.Carrier, s.Id, Unit(r), Amount(r) * s.Share, s.Share)))];
        IReadOnlyList<ConcentrationSummary> Concentrations(TraceRow[] rows) => [.. rows.Select(r => Concentration(r, Unit(r), units[r.Carrier].AmountPerAccount))];
        return summary with
        {
            Origins = Origins(zones, r => r.OriginZones),
            CountryOrigins = Origins(countries, r => r.Origins),
            Transits = Transits(zones),
            CountryTransits = Transits(countries),
            Entries = Entries(zones),
            CountryEntries = Entries(countries),
            Concentration = Concentrations(zones),
            CountryConcentration = Concentrations(countries),
        };
    }

    private static ConcentrationSummary Concentration(TraceRow row, string unit, double factor)
    {
        Concentration c = row.Concentration;
        return new ConcentrationSummary(
            row.Place, row.Carrier, unit, row.Amount * factor, row.Served * factor, c.ImportShare, c.OriginHhi, c.ImportHhi, c.RouteHhi,
            c.LargestSupplier?.Id, c.LargestSupplier?.Share, c.LargestSupplierOfImports, c.LargestRoute?.Id, c.LargestRoute?.Share, c.LargestRouteOfImports,
            c.LargestTransit?.Id, c.LargestTransit?.Share);
    }
}
