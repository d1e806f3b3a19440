using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Schema;
using Corridor.Model.Time;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;
using static Corridor.Reporting.Export.ResultColumnKind;

namespace Corridor.Reporting.Export;

/// <content>Where a result comes from and what it is about: stamp, columns, periods, carriers, zones, objective, findings.</content>
public static partial class ResultTables
{
    /// <summary>Nothing here depends on the clock, the machine or the number of threads: two runs give the same bytes.</summary>
    private static ResultTable Stamp(RunReport report, RunStamp stamp) => new(
        "stamp", "How the run came to be; machine, threads and times stand in run.json", 1,
        [Col("key", Text, "name of the entry"), Col("value", Text, "its value")],
        sink =>
        {
            HorizonSummary horizon = HorizonSummary.Of(report.Horizon);
            DispatchCertificate c = report.Certificate;
            (string Key, string? Value)[] entries =
            [
                ("certified", "true"), ("code_version", stamp.CodeVersion), ("currency", report.System.Description.Currency),
                ("from", horizon.From), ("objective_money", Exact(report.Result.Objective)), ("package", report.System.Description.Name),
                ("package_hash", stamp.PackageHash), ("package_version", report.System.Description.Version),
                ("periods", horizon.Periods.ToString(CultureInfo.InvariantCulture)),
                ("residual_balance", Exact(c.Balance)), ("residual_bounds", Exact(c.Bounds)), ("residual_dual", Exact(c.Dual)), ("residual_gap", Exact(c.Gap)),
                ("scenario", report.Scenario), ("schema_version", ResultDatabase.SchemaVersion.ToString(CultureInfo.InvariantCulture)),
                ("status", SnakeCase.From(report.Result.Status.ToString())), ("step", horizon.Step), ("to", horizon.To), ("tolerance", Exact(stamp.Tolerance)),
            ];
            foreach ((string key, string? value) in entries)
            {
                sink.Text(key);
                sink.Text(value);
                sink.EndRow();
            }
        });

    private static ResultTable Columns(IReadOnlyList<ResultTable> tables) => new(
        "columns", "What every column of every table says", 2,
        [Col("table_name", Text, "table"), Col("column_name", Text, "column"), Col("meaning", Text, "what the column says"), Col("table_meaning", Text, "what the table holds")],
        sink =>
        {
            foreach (ResultTable table in tables.OrderBy(t => t.Name, StringComparer.Ordinal))
            {
                foreach (ResultColumn column in table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal))
                {
                    sink.Text(table.Name);
                    sink.Text(column.Name);
                    sink.Text(column.Meaning);
                    sink.Text(table.Meaning);
                    sink.EndRow();
                }
            }
        });

    private static ResultTable Periods(Source source) => new(
        "periods", "Periods of the horizon", 1,
        [
            Col("period", Integer, "number of the period, from 0"), Col("start", Text, "start, ISO 8601, local to the package"), Col("end", Text, "exclusive end"),
            Col("days", Number, "length in days"), Col("year", Integer, "calendar year"), Col("month", Text, "month of the start, yyyy-mm"),
        ],
        sink =>
        {
            foreach (Period period in source.Network.Horizon.Periods)
            {
                sink.Integer(period.Index);
                sink.Text(PeriodText.Of(period.Start, source.Network.Horizon.Step));
                sink.Text(PeriodText.Of(period.End, source.Network.Horizon.Step));
                sink.Number(period.Days);
                sink.Integer(period.Year);
                sink.Text(period.Start.ToString("yyyy-MM", CultureInfo.InvariantCulture));
                sink.EndRow();
            }
        });

    private static ResultTable Carriers(Source source) => new(
        "carriers", "Carriers and their units", 1,
        [
            Col("id", Text, "carrier"), Col("name", Text, "name"), Col("kind", Text, "kind of energy"), Col("unit", Text, "unit of account: every …_account figure of the carrier is in it"),
            Col("amount_unit", Text, "unit of amounts in the views"), Col("amount_per_account", Number, "amount units in one unit of account"),
            Col("price_unit", Text, "unit of prices in the views"), Col("price_per_account", Number, "price in that unit for a price of one unit of money per unit of account"),
        ],
        sink =>
        {
            foreach (Carrier carrier in source.System.Carriers.OrderBy(c => c.Id, StringComparer.Ordinal))
            {
                DisplayUnit unit = source.Units[carrier.Id];
                sink.Text(carrier.Id);
                sink.Text(carrier.Name);
                sink.Text(SnakeCase.From(carrier.Kind.ToString()));
                sink.Text(carrier.Unit.Symbol);
                sink.Text(unit.Amount.Symbol);
                sink.Number(unit.AmountPerAccount);
                sink.Text(unit.Price.Symbol);
                sink.Number(unit.PricePerAccount);
                sink.EndRow();
            }
        });

    private static ResultTable Zones(Source source) => new(
        "zones", "Zones", 1,
        [
            Col("id", Text, "zone"), Col("name", Text, "name"), Col("parent", Text, "zone that contains it"), Col("country", Text, "outermost zone around it that has an ISO code"),
            Col("iso", Text, "ISO 3166-1 alpha-2 code"), Col("border_region", Integer, "1 for a border region whose supply is watched"),
        ],
        sink =>
        {
            foreach (Zone zone in source.System.Zones.OrderBy(z => z.Id, StringComparer.Ordinal))
            {
                sink.Text(zone.Id);
                sink.Text(zone.Name);
                sink.Text(zone.Parent);
                sink.Text(source.ZoneTree.Country(zone.Id));
                sink.Text(zone.Iso);
                sink.Integer(zone.BorderRegion ? 1 : 0);
                sink.EndRow();
            }
        });

    private static ResultTable ObjectivePartsTable(RunReport report) => new(
        "objective_parts", "Parts of the objective over the horizon; they add up to it", 1,
        [Col("part", Text, "part"), Col("cost_money", Number, "cost, money of account")],
        sink =>
        {
            ObjectiveParts p = report.Result.Parts;
            (string Part, double Cost)[] parts =
            [
                ("channels", p.Channels), ("co2", p.Co2), ("contracts", p.Contracts), ("conversion", p.Conversion), ("curtailment", p.Curtailment), ("given_up", p.GivenUp),
                ("levies", p.Levies), ("measures", p.Measures), ("penalties", p.Penalties), ("storage", p.Storage), ("supply", p.Supply), ("transport", p.Transport),
                .. report.Result.Network.Expansions.Count == 0 ? [] : ((string, double)[])[("capacities", p.Capacities)],
            ];
            foreach ((string part, double cost) in parts)
            {
                sink.Text(part);
                sink.Number(cost);
                sink.EndRow();
            }
        });

    private static ResultTable FindingsTable(RunReport report) => new(
        "findings", "What reading and compiling the package found", 1,
        [
            Col("number", Integer, "order of discovery, from 0"), Col("code", Text, "stable code"), Col("severity", Text, "information, warning or error"), Col("subject", Text, "table and id, or file"),
            Col("file", Text, "file"), Col("line", Integer, "line, from 1; 0 where there is none"), Col("column_number", Integer, "column, from 1; 0 where there is none"),
            Col("message", Text, "what was found"), Col("hint", Text, "what would mend it"),
        ],
        sink =>
        {
            for (int i = 0; i < report.Findings.Items.Count; i++)
            {
                Finding finding = report.Findings.Items[i];
                sink.Integer(i);
                sink.Text(finding.Code);
                sink.Text(SnakeCase.From(finding.Severity.ToString()));
                sink.Text(finding.Subject);
                sink.Text(finding.Place.File);
                sink.Integer(finding.Place.Line);
                sink.Integer(finding.Place.Column);
                sink.Text(finding.Message);
                sink.Text(finding.Hint);
                sink.EndRow();
            }
        });

    private static string? Exact(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
