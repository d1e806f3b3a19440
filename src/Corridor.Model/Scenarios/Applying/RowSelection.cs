using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>Finds the rows that a selector means, in the tables that a kind of change is about.</summary>
internal static class RowSelection
{
    /// <summary>The rows, each once, in the order of the ids or of the tables; a finding for what is not there.</summary>
    internal static List<(TableSchema Table, int Row)> Of(ChangeStage stage, RowSelector selector, params IReadOnlyList<string> tableNames)
    {
        TableSchema[] tables = [.. tableNames.Select(PackageSchema.Table)];
        return selector.Ids.Count > 0 ? ByIds(stage, selector, tables) : ByConditions(stage, selector, tables);
    }

    private static List<(TableSchema Table, int Row)> ByIds(ChangeStage stage, RowSelector selector, TableSchema[] tables)
    {
        var found = new List<(TableSchema, int)>();
        foreach (ScenarioText id in selector.Ids)
        {
            List<(TableSchema, int)> rows = id.Text.Contains('*', StringComparison.Ordinal) ? Fitting(stage, id.Text, tables) : Named(stage, id.Text, tables);
            if (rows.Count == 0)
                stage.Unknown(id, string.Join(", ", tables.Select(t => t.Name)), tables);
            found.AddRange(rows.Where(r => !found.Contains(r)));
        }

        return found;
    }

    private static List<(TableSchema, int)> Named(ChangeStage stage, string id, TableSchema[] tables)
    {
        foreach (TableSchema table in tables)
        {
            if (stage.Draft.Find(table, id) is >= 0 and int row)
                return [(table, row)];
        }

        return [];
    }

    private static List<(TableSchema, int)> Fitting(ChangeStage stage, string pattern, TableSchema[] tables)
    {
        var rows = new List<(TableSchema, int)>();
        foreach (TableSchema table in tables)
        {
            IReadOnlyList<Row> all = stage.Draft.Rows(table);
            rows.AddRange(Enumerable.Range(0, all.Count).Where(i => RowSelector.Fits(pattern, table.IdOf(all[i]))).Select(i => (table, i)));
        }

        return rows;
    }

    private static List<(TableSchema Table, int Row)> ByConditions(ChangeStage stage, RowSelector selector, TableSchema[] tables)
    {
        if (selector.Table is { } named)
        {
            if (Array.Find(tables, t => t.Name == named.Text) is not { } table)
            {
                stage.Report(ScenarioFindings.UnknownColumn, named.Place, $"'{ChangeStage.Short(named.Text)}' is no table that such a change is about: {string.Join(", ", tables.Select(t => t.Name))}.", Suggestion.Ask(named.Text, tables.Select(t => t.Name)));
                return [];
            }

            tables = [table];
        }
        else if (tables.Length > 1)
        {
            stage.Report(ScenarioFindings.MissingKey, selector.Place, $"Conditions need a 'table': one of {string.Join(", ", tables.Select(t => t.Name))}.");
            return [];
        }

        if (!Exist(stage, selector))
            return [];
        HashSet<string>? zones = selector.Zone is { } zone ? stage.Draft.Within(zone.Text) : null;
        IReadOnlyList<Row> rows = stage.Draft.Rows(tables[0]);
        List<(TableSchema, int)> found = [.. Enumerable.Range(0, rows.Count).Where(i => Meets(stage, selector, zones, tables[0], rows[i])).Select(i => (tables[0], i))];
        if (found.Count == 0)
            stage.Report(ScenarioFindings.NothingSelected, selector.Place, $"No row of {tables[0].Name} meets the conditions: {selector}.");
        return found;
    }

    private static bool Exist(ChangeStage stage, RowSelector selector)
    {
        bool good = true;
        foreach ((ScenarioText? text, string table) in new[] { (selector.Zone, "zones"), (selector.Carrier, "carriers"), (selector.Owner, "actors") })
        {
            TableSchema schema = PackageSchema.Table(table);
            if (text is not { } id || stage.Draft.Find(schema, id.Text) >= 0)
                continue;
            stage.Unknown(id, table, schema);
            good = false;
        }

        if (selector.Sector is { } sector && PackageSchema.Table("demands").Column("sector")!.EnumerationNames is var names && !names.Contains(sector.Text))
        {
            stage.Report(ScenarioFindings.UnusableValue, sector.Place, $"'{ChangeStage.Short(sector.Text)}' is no sector; expected one of {string.Join(", ", names)}.", Suggestion.Ask(sector.Text, names));
            good = false;
        }

        return good;
    }

    private static bool Meets(ChangeStage stage, RowSelector selector, HashSet<string>? zones, TableSchema table, Row row)
    {
        if (selector.Owner is { } owner && table.Column("owner")?.Get(row) as string != owner.Text)
            return false;
        if (selector.Sector is { } sector && (table.Column("sector") is not { } column || CellFormat.Write(column, column.Get(row)) != sector.Text))
            return false;
        if (zones is null && selector.Carrier is null)
            return true;
        List<Node> nodes = RowCarriers.NodesOf(stage.Draft, table, row);
        return nodes.Exists(n => (zones is null || zones.Contains(n.Zone)) && (selector.Carrier is not { } carrier || n.Carrier == carrier.Text));
    }
}
