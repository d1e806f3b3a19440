using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Tables;
using Corridor.Data.Formats.Workbooks;
using Corridor.Model.Findings;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.Excel;

/// <summary>Holds the head of a table's sheet against the table's schema: names of the columns, and below them their units in square brackets.</summary>
internal sealed class TableSheetHead(WorkbookSheetReader sheet, TableSchema table, FidelityReport report, FindingList findings)
{
    /// <summary>Columns of the sheet that have a name, known or not, from 1.</summary>
    internal HashSet<int> Named { get; } = [];

    /// <summary>Whether every required column is there, each column once, and its unit can be used.</summary>
    internal bool IsComplete { get; private set; } = true;

    /// <summary>Reads the row at hand as the names of the columns.</summary>
    /// <returns>Readers of the known columns from the left; null if there is none.</returns>
    internal List<CellReader>? ReadNames()
    {
        var columns = new List<CellReader>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var unknown = new List<string>();
        foreach (WorkbookCell cell in sheet.Cells)
        {
            string name = cell.Printed().Trim();
            if (name.Length == 0)
                continue;
            Named.Add(cell.Column);
            if (table.Column(name) is not { } column)
                unknown.Add(ReportUnknown(name, cell.Column));
            else if (seen.Add(name))
                columns.Add(new CellReader(column, cell.Column));
            else
                ReportTwice(name, cell.Column);
        }

        foreach (ColumnSchema column in table.Columns)
        {
            if (column.Required && !seen.Contains(column.Name))
                ReportMissing(column, unknown);
        }

        return columns.Count == 0 ? null : columns;
    }

    /// <summary>Whether the row at hand is the row of units: each of its cells stands in square brackets.</summary>
    internal bool IsUnitRow()
    {
        foreach (WorkbookCell cell in sheet.Cells)
        {
            string text = cell.Printed().Trim();
            if (text.Length > 0 && (text[0] != '[' || text[^1] != ']' || text.Length < 2))
                return false;
        }

        return true;
    }

    /// <summary>Reads the row at hand as the units of the columns.</summary>
    internal void ReadUnits(IReadOnlyList<CellReader> columns)
    {
        foreach (CellReader reader in columns)
        {
            string text = sheet.Cell(reader.Ordinal).Printed().Trim();
            string unit = text.Length < 2 ? "" : text[1..^1].Trim();
            if (unit.Length > 0 && unit != ColumnLabels.UnitOrType(reader.Column))
                IsComplete &= TryUnit(reader, unit);
        }
    }

    /// <summary>Says which units are taken where the sheet has no row of units.</summary>
    internal void AssumeUnits(IReadOnlyList<CellReader> columns)
    {
        string[] taken = [.. columns.Where(c => c.Column.Unit is not (null or "1")).Select(c => $"{c.Column.Name} [{c.Column.Unit}]")];
        if (taken.Length == 0)
            return;
        findings.Add(FormatFindings.Assumption.At(table.Name, sheet.PlaceOf(0), $"The sheet has no row of units below the names of its columns; the standard units are taken: {string.Join(", ", taken)}.", "Write the units in square brackets below the names."));
        report.Defaulted(table.Name, "unit", table.Name, "the sheet has no row of units; the standard units are taken", string.Join(", ", taken), taken.Length);
    }

    private bool TryUnit(CellReader reader, string text)
    {
        ColumnSchema column = reader.Column;
        SourcePlace place = sheet.PlaceOf(reader.Ordinal, column.Name);
        string subject = $"{table.Name}.{column.Name}";
        if (column.Unit is null)
        {
            string why = column.UnitColumn is { } unitColumn ? $"the unit stands in {unitColumn} of each row" : "the column has no unit";
            findings.Add(FormatFindings.NoEffect.At(subject, place, $"The unit '{Shown.Text(text)}' has no effect: {why}."));
            return true;
        }

        if (column.StandardUnit is null)
        {
            findings.Add(FormatFindings.UnknownUnit.At(subject, place, $"The unit is '{Shown.Text(text)}'; the column can only be in {column.Unit}.", $"Convert the figures and write [{column.Unit}]."));
            return false;
        }

        if (!UnitParser.TryParse(text, column.StandardUnit.Dimension, out Unit? declared, out UnitProblem? problem))
        {
            findings.Add(FormatFindings.UnknownUnit.At(subject, place, problem.Message, problem.Hint));
            return false;
        }

        if (declared.Symbol != column.StandardUnit.Symbol)
            reader.Declared = declared;
        return true;
    }

    private string ReportUnknown(string name, int column)
    {
        string shown = Shown.Text(name);
        findings.Add(FormatFindings.NoEffect.At($"{table.Name}.{shown}", sheet.PlaceOf(column), $"'{shown}' is no column of {table.Name}; it has no effect.", Suggestion.Ask(name, table.Columns.Select(c => c.Name))));
        report.Dropped(table.Name, shown, "no column of the table");
        return name;
    }

    private void ReportTwice(string name, int column)
    {
        IsComplete = false;
        findings.Add(FormatFindings.DuplicateId.At($"{table.Name}.{name}", sheet.PlaceOf(column), $"A second column has the name '{name}'.", "Keep one of them."));
    }

    private void ReportMissing(ColumnSchema column, IReadOnlyList<string> unknown)
    {
        IsComplete = false;
        string near = Suggestion.Ask(column.Name, unknown) is { } ask ? ask + " " : "";
        findings.Add(FormatFindings.Missing.At($"{table.Name}.{column.Name}", sheet.PlaceOf(0), $"The column '{column.Name}' ({column.Meaning}) is missing; {table.Name} cannot do without it.", near + "Add it to the first row of the sheet."));
    }
}
