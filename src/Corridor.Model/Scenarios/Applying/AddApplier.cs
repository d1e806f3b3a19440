using Corridor.Model.Findings;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>New rows, read as the cells of a file are.</summary>
internal static class AddApplier
{
    internal static void Apply(ChangeStage stage, AddChange change)
    {
        if (PackageSchema.Find(change.Table.Text) is not { } table)
        {
            stage.Report(ScenarioFindings.UnknownColumn, change.Table.Place, $"'{ChangeStage.Short(change.Table.Text)}' is no table.", Suggestion.Ask(change.Table.Text, PackageSchema.Tables.Select(t => t.Name)));
            return;
        }

        if (!stage.Window.IsAlways)
        {
            stage.Report(ScenarioFindings.NoDates, stage.Place, "New rows have no window.", table.Column("start") is null ? "Leave out 'from' and 'to'." : "Write 'start' and 'end' in the row.");
            return;
        }

        foreach (IReadOnlyDictionary<string, ScenarioText> cells in change.Rows)
            Add(stage, table, cells);
    }

    private static void Add(ChangeStage stage, TableSchema table, IReadOnlyDictionary<string, ScenarioText> cells)
    {
        foreach ((string name, ScenarioText cell) in cells)
        {
            if (table.Column(name) is null)
                stage.Report(ScenarioFindings.UnknownColumn, cell.Place, $"'{ChangeStage.Short(name)}' is no column of {table.Name}.", Suggestion.Ask(name, table.Columns.Select(c => c.Name)));
        }

        Row row = table.NewRow();
        bool good = true;
        // Units come first: quantities are read in them.
        foreach (ColumnSchema column in table.Columns.OrderBy(c => c.Kind is ColumnKind.AmountUnit or ColumnKind.RateUnit or ColumnKind.PriceUnit ? 0 : 1))
        {
            if (!cells.TryGetValue(column.Name, out ScenarioText cell) || cell.Text.Length == 0)
            {
                if (column.Required)
                    stage.Report(ScenarioFindings.MissingKey, stage.Place, $"The new row of {table.Name} has no {column.Name} ({column.Meaning}).");
                good &= !column.Required;
            }
            else if (CellText.TryParseFor(column, table, row, cell.Text, out object? value, out CellProblem? problem))
            {
                column.Initialise(row, value);
            }
            else
            {
                stage.Report(ScenarioFindings.UnusableValue, cell.Place, $"{column.Name}: {problem.Message}", problem.Hint);
                good = false;
            }
        }

        if (!good)
            return;
        ScenarioChange change = stage.Change;
        if (row.Source is null && change.Source is not null)
            row = row with { Source = change.Source };
        if (row.Basis is null)
            row = row with { Basis = row.Source is null ? Basis.Assumed : Basis.Derived };
        row = row with { Note = row.Note is null ? stage.Note : $"scenario {stage.Scenario.Name}: {row.Note}" };
        string key = SystemDraft.KeyOf(table, row);
        if (table.IdColumn is not null && !key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.'))
        {
            stage.Report(ScenarioFindings.UnusableValue, cells["id"].Place, $"'{ChangeStage.Short(key)}' is no id: lower case letters, digits, '-' and '.' make one.");
            return;
        }

        if (stage.Draft.Find(table, key) >= 0)
        {
            stage.Report(ScenarioFindings.KeyTaken, cells.TryGetValue("id", out ScenarioText id) ? id.Place : stage.Place, $"{table.Name} has a row {key} already.");
            return;
        }

        stage.Draft.Add(table, row, stage.Place);
        stage.Did(table.Name, key, null, null, key, stage.Window);
    }
}
