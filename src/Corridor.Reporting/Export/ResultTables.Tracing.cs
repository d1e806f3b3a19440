using System.Globalization;
using Corridor.Studies.Tracing;
using static Corridor.Reporting.Export.ResultColumnKind;

namespace Corridor.Reporting.Export;

/// <content>Who supplies whom, by month: origins, transit countries, routes of entry, concentration.</content>
public static partial class ResultTables
{
    private const string UsedAmount = "of what is used: demand served and what converters take";

    private static readonly ResultColumn[] PlaceColumns =
    [
        Col("level", Text, "zone or country"), Col("place", Text, "zone or country that uses the energy"), Col("carrier", Text, "carrier"), Col("month", Text, "month, yyyy-mm"),
    ];

    private static ResultTable OriginShares(Source source) => ShareTable(
        source, "origin_shares", "Where the energy used in each month was produced, by proportional sharing; the shares of a place, carrier and month add up to 1",
        Col("origin", Text, "zone of production for a zone, country for a country; stock: and a zone for what lay in a store from the start and whose origin nothing tells"),
        (row, zone) => zone ? row.OriginZones : row.Origins);

    private static ResultTable TransitShares(Source source) => ShareTable(
        source, "transit_shares", "Which third countries the energy used in each month passed through; a country passed twice counts once",
        Col("country", Text, "country passed, neither that of production nor that of use"), (row, _) => row.Transits);

    private static ResultTable EntryShares(Source source) => ShareTable(
        source, "entry_shares", "Over which route the energy used in each month last entered the country",
        Col("route", Text, "pipeline, power line or transport; of another carrier where a converter lies between"), (row, _) => row.Routes);

    private static ResultTable ConcentrationTable(Source source) => new(
        "concentration", "How far each place hangs on few suppliers and routes in each month; indices from 0 to 10,000", 4,
        [
            .. PlaceColumns,
            Col("amount_account", Number, "what is used: demand served and what converters take"), Col("served_account", Number, "of it, demand served"), Col("import_share", Number, "share produced abroad"),
            Col("origin_hhi", Number, "index over countries of production, the own one included"), Col("import_hhi", Number, "index over foreign countries, as shares of the imports"),
            Col("route_hhi", Number, "index over routes of entry, as shares of what enters"), Col("largest_supplier", Text, "foreign country that most comes from"),
            Col("largest_supplier_share", Number, "share of what is used that comes from it"), Col("largest_route", Text, "route over which most enters"),
            Col("largest_route_share", Number, "share of what is used that comes over it"), Col("largest_transit", Text, "third country through which most passes"),
            Col("largest_transit_share", Number, "share of what is used that passes through it"),
        ],
        sink =>
        {
            foreach ((bool zone, TraceRow row) in TraceRows(source))
            {
                Concentration c = row.Concentration;
                Place(sink, zone, row);
                sink.Number(row.Amount);
                sink.Number(row.Served);
                sink.Number(c.ImportShare);
                sink.Number(c.OriginHhi);
                sink.Number(c.ImportHhi ?? double.NaN);
                sink.Number(c.RouteHhi ?? double.NaN);
                foreach (TraceShare? largest in (TraceShare?[])[c.LargestSupplier, c.LargestRoute, c.LargestTransit])
                {
                    sink.Text(largest?.Id);
                    sink.Number(largest?.Share ?? double.NaN);
                }

                sink.EndRow();
            }
        });

    private static ResultTable ShareTable(Source source, string name, string meaning, ResultColumn what, Func<TraceRow, bool, IReadOnlyList<TraceShare>> shares) => new(
        name, meaning, 5, [.. PlaceColumns, what, Col("share", Number, "share " + UsedAmount), Col("amount_account", Number, "amount " + UsedAmount)],
        sink =>
        {
            foreach ((bool zone, TraceRow row) in TraceRows(source))
            {
                foreach (TraceShare share in shares(row, zone).OrderBy(s => s.Id, StringComparer.Ordinal))
                {
                    Place(sink, zone, row);
                    sink.Text(share.Id);
                    sink.Number(share.Share);
                    sink.Number(share.Share * row.Amount);
                    sink.EndRow();
                }
            }
        });

    private static IEnumerable<(bool Zone, TraceRow Row)> TraceRows(Source source)
    {
        TraceResult trace = source.Report.Trace;
        IEnumerable<TraceRow> Months(IReadOnlyList<TraceRow> rows) => rows.Where(r => r.Month is not null)
            .OrderBy(r => r.Place, StringComparer.Ordinal).ThenBy(r => r.Carrier, StringComparer.Ordinal).ThenBy(r => r.Month);
        return Months(trace.Countries).Select(r => (false, r)).Concat(Months(trace.Zones).Select(r => (true, r)));
    }

    private static void Place(IRowSink sink, bool zone, TraceRow row)
    {
        sink.Text(zone ? "zone" : "country");
        sink.Text(row.Place);
        sink.Text(row.Carrier);
        sink.Text(row.Month!.Value.ToString("yyyy-MM", CultureInfo.InvariantCulture));
    }
}
