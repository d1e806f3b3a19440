using Corridor.Model.Schema;
using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Export;

/// <summary>The lists of a summary as tables, for spreadsheets.</summary>
internal static class SummaryTables
{
    /// <summary>All lists of a summary; each list becomes <c>summary_…</c>.</summary>
    public static IReadOnlyList<ResultTable> Of(RunSummary summary) =>
    [
        .. Physics(summary.Physics),
        Table("balance", "Balances of zones", summary.Balance),
        Table("border_regions", "Supply of border regions by sector", summary.BorderRegions),
        Table("border_region_supply", "How each border region fared", summary.BorderRegionSupply),
        Table("border_region_help", "What helped the border regions in a crisis, and what would have", summary.BorderRegionHelp),
        Table("bottlenecks", "Routes whose capacity is worth most", summary.Bottlenecks),
        Table("channels", "Payment channels", summary.Channels),
        Table("concentration", "How far zones hang on few suppliers and routes", summary.Concentration),
        Table("contracts", "Contracts", summary.Contracts),
        Table("countries", "Balances of countries", summary.Countries),
        Table("country_concentration", "How far countries hang on few suppliers and routes", summary.CountryConcentration),
        Table("country_entries", "Routes over which countries receive energy", summary.CountryEntries),
        Table("country_imports", "Imports of countries by neighbour", summary.CountryImports),
        Table("country_origins", "Countries in which the energy of countries was produced", summary.CountryOrigins),
        Table("country_transits", "Third countries through which the energy of countries passed", summary.CountryTransits),
        Table("entries", "Routes over which the countries of zones receive their energy", summary.Entries),
        Table("imports", "Imports of zones by neighbour", summary.Imports),
        Table("origins", "Zones in which the energy of zones was produced", summary.Origins),
        Table("routes", "Routes", summary.Routes),
        Table("rules", "Rules", summary.Rules),
        Table("shortages", "Zones that go short", summary.Shortages),
        Table("storages", "Storages", summary.Storages),
        Table("transits", "Third countries through which the energy of zones passed", summary.Transits),
    ];

    private static ResultTable[] Physics(PhysicsSummary? physics) => physics is null
        ? []
        :
        [
            Table("physics_capacities", "Stated and derived capacities of gas lines", physics.Capacities),
            Table("physics_lines", "Gas lines on their pipes", physics.Lines),
            Table("physics_stations", "Compressor stations", physics.Stations),
            Table("physics_without_data", "Gas lines whose flows were not looked at", physics.WithoutData),
        ];

    /// <summary>The columns are the row's properties, named as in the JSON.</summary>
    private static ResultTable Table<T>(string name, string meaning, IReadOnlyList<T> rows)
    {
        var properties = typeof(T).GetProperties().OrderBy(p => p.MetadataToken).ToArray();
        ResultColumn[] columns = [.. properties.Select(p => new ResultColumn(SnakeCase.From(p.Name), ResultColumnKind.Text, ""))];
        return new ResultTable("summary_" + name, meaning, 1, columns, sink =>
        {
            foreach (T row in rows)
            {
                foreach (var property in properties)
                    Cell(sink, property.GetValue(row));
                sink.EndRow();
            }
        });
    }

    private static void Cell(IRowSink sink, object? value)
    {
        switch (value)
        {
            case double number:
                sink.Number(number);
                break;
            case int number:
                sink.Integer(number);
                break;
            case bool flag:
                sink.Integer(flag ? 1 : 0);
                break;
            case IReadOnlyList<string> items:
                sink.Text(string.Join(';', items));
                break;
            default:
                sink.Text((string?)value);
                break;
        }
    }
}
