using Corridor.Reporting.Summaries;
using static Corridor.Reporting.Export.ResultColumnKind;

namespace Corridor.Reporting.Export;

/// <content>Capacities that the run chose; nothing where the package has none to choose.</content>
public static partial class ResultTables
{
    private static ResultTable[] Expansions(Source source) => ExpansionTally.Of(source.Result) is not { } expansions
        ? []
        :
        [
            new ResultTable(
                "expansions", "Capacities that the run chose", 1,
                [
                    Col("expansion", Integer, "number"), Col("id", Text, "asset"), Col("name", Text, "name"), Col("kind", Text, "supply, arc, storage or converter"),
                    Col("rate_unit", Text, "unit of the capacities"), Col("installed_rate", Number, "capacity that stands already"), Col("chosen_rate", Number, "capacity chosen; that of a storage is its largest withdrawal"),
                    Col("least_rate", Number, "least capacity that may be chosen"), Col("most_rate", Number, "greatest capacity that may be chosen; null for no limit"),
                    Col("cost_money", Number, "cost over the horizon of what is chosen above the installed; below zero for a saving"),
                    Col("shadow_money_per_rate", Number, "saving over the horizon from one more unit of capacity: above zero where the greatest holds it back, below where the least forces it"),
                ],
                sink =>
                {
                    for (int e = 0; e < expansions.Count; e++)
                    {
                        ExpansionSummary row = expansions[e];
                        Head(sink, source, e, row.Id);
                        sink.Text(row.Kind);
                        sink.Text(row.Unit);
                        sink.Number(row.Installed);
                        sink.Number(row.Chosen);
                        sink.Number(row.Least);
                        sink.Number(row.Most ?? double.NaN);
                        sink.Number(row.Cost);
                        sink.Number(row.ShadowValue);
                        sink.EndRow();
                    }
                }),
        ];
}
