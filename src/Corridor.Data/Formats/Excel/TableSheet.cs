using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Workbooks;
using Corridor.Model.Findings;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.Excel;

/// <summary>Reads the rows of a table from its sheet, and reports every cell that cannot be read.</summary>
internal sealed class TableSheet(WorkbookSheetReader sheet, bool is1904, TableSchema table, FidelityReport report, FindingList findings)
{
    private const int MostBrokenRows = 200;

    private readonly object?[] _values = new object?[table.Columns.Count];
    private readonly bool[] _wrong = new bool[table.Columns.Count];
    private readonly List<Row> _rows = [];
    private List<SheetColumnReader> _columns = [];
    private HashSet<int> _named = [];
    private int _brokenRows;
    private bool _isStrayReported;

    /// <summary>Reads all rows that can be read.</summary>
    internal IReadOnlyList<Row> Read(CancellationToken cancellation)
    {
        if (!ReadHead(out bool isComplete, out bool isAtRow))
            return [];
        while (isAtRow || sheet.Read())
        {
            isAtRow = false;
            cancellation.ThrowIfCancellationRequested();
            if (!IsBlank() && !ReadRow(isComplete) && ++_brokenRows >= MostBrokenRows)
            {
                findings.Add(FormatFindings.TooMany.At(table.Name, sheet.PlaceOf(0), string.Create(CultureInfo.InvariantCulture, $"{_brokenRows} rows up to this one cannot be read; the rest of the sheet was not looked at."), "Mend the first ones: most often they have one cause."));
                break;
            }
        }

        foreach (SheetColumnReader column in _columns)
            column.Report(report, table.Name);
        return _rows;
    }

    /// <summary>Reads the names of the columns and, where there is one, the row of units.</summary>
    /// <param name="isComplete">Whether every required column is there with a unit that can be used.</param>
    /// <param name="isAtRow">Whether the row at hand is the first of the data.</param>
    /// <returns>False if no row can make sense.</returns>
    private bool ReadHead(out bool isComplete, out bool isAtRow)
    {
        (isComplete, isAtRow) = (false, false);
        bool any = sheet.Read();
        while (any && IsBlank())
            any = sheet.Read();
        if (!any)
        {
            // A sheet without anything is a table without rows.
            return false;
        }

        var head = new TableSheetHead(sheet, table, report, findings);
        if (head.ReadNames() is not { } columns)
            return false;
        (_columns, _named) = (columns, head.Named);
        isComplete = head.IsComplete;
        isAtRow = sheet.Read();
        while (isAtRow && IsBlank())
            isAtRow = sheet.Read();
        if (isAtRow && head.IsUnitRow())
        {
            isComplete &= head.ReadUnits(columns);
            isAtRow = false;
        }
        else if (isAtRow)
        {
            head.AssumeUnits(columns);
        }

        return true;
    }

    private bool IsBlank()
    {
        foreach (WorkbookCell cell in sheet.Cells)
        {
            if (cell.Kind != WorkbookCellKind.Text || !string.IsNullOrWhiteSpace(cell.Text))
                return false;
        }

        return true;
    }

    private bool ReadRow(bool isComplete)
    {
        CheckStray();
        bool good = ReadCells() & GiveUnits() & CheckRequired();
        if (!isComplete || !good)
            return good;
        Row row = table.NewRow();
        foreach (SheetColumnReader reader in _columns)
        {
            if (_values[reader.Column.Index] is { } value)
                reader.Column.Initialise(row, value);
        }

        _rows.Add(row);
        return true;
    }

    /// <summary>Reports the first cell that stands below no name.</summary>
    private void CheckStray()
    {
        if (_isStrayReported)
            return;
        foreach (WorkbookCell cell in sheet.Cells)
        {
            if (_named.Contains(cell.Column))
                continue;
            _isStrayReported = true;
            findings.Add(FormatFindings.NoEffect.At(table.Name, sheet.PlaceOf(cell.Column), "The cell stands below no name of a column; it and others like it have no effect.", "Name the column, or take the cells out."));
            report.Dropped(table.Name, "", "cells below no name of a column", sheet.PlaceOf(cell.Column).ToString());
            return;
        }
    }

    private bool ReadCells()
    {
        bool good = true;
        foreach (SheetColumnReader reader in _columns)
        {
            ColumnSchema column = reader.Column;
            WorkbookCell cell = sheet.Cell(reader.Ordinal);
            CellProblem? problem = reader.Read(cell, is1904, CellAddress.Of(sheet.Row, reader.Ordinal), out object? value);
            _values[column.Index] = value;
            _wrong[column.Index] = problem is not null;
            if (problem is not null)
                good = Report(problem, reader);
            else if (column == table.IdColumn && value is string id && typeof(Entity).IsAssignableFrom(table.RowType) && !IsId(id))
                good = Report(new CellProblem(CellProblemKind.UnknownName, $"'{Shown.Text(id)}' is no id: lower case letters, digits, '-' and '.' make one."), reader);
            else if (!reader.IsFormulaTextReported && cell.Kind == WorkbookCellKind.Text && FormulaText.Is(cell.Text))
                ReportFormulaText(reader, cell.Text);
        }

        return good;
    }

    private void ReportFormulaText(SheetColumnReader reader, string text)
    {
        reader.IsFormulaTextReported = true;
        findings.Add(FormatFindings.FormulaText.At($"{table.Name}.{reader.Column.Name}", Place(reader), $"The text '{Shown.Text(text)}' begins as a formula does; it and others of the column stay texts. A spreadsheet that opens the package's CSV files would calculate them."));
    }

    private bool GiveUnits()
    {
        bool good = true;
        foreach (SheetColumnReader reader in _columns)
        {
            ColumnSchema column = reader.Column;
            if (_values[column.Index] is not double number || column.Kind == ColumnKind.Number)
                continue;
            ColumnSchema? unit = column.UnitColumn is { } name ? table.Column(name) : null;
            if (unit is not null && _wrong[unit.Index])
                continue;
            if (CellText.TryQuantity(column, number, unit is null ? null : _values[unit.Index], out object? value, out CellProblem? problem))
                _values[column.Index] = value;
            else
                good = Report(problem, reader);
        }

        return good;
    }

    private bool CheckRequired()
    {
        bool good = true;
        foreach (SheetColumnReader reader in _columns)
        {
            ColumnSchema column = reader.Column;
            if (!column.Required || _values[column.Index] is not null || _wrong[column.Index])
                continue;
            good = false;
            findings.Add(FormatFindings.Missing.At(SubjectOf(column), Place(reader), $"{column.Name} ({column.Meaning}) is empty.", "Fill the cell; of merged cells, only the first has a value."));
        }

        return good;
    }

    private bool Report(CellProblem problem, SheetColumnReader reader)
    {
        FindingKind kind = problem.Kind switch
        {
            CellProblemKind.NotFinite => FormatFindings.NotFinite,
            CellProblemKind.UnknownUnit or CellProblemKind.AmbiguousUnit or CellProblemKind.WrongUnit => FormatFindings.UnknownUnit,
            CellProblemKind.MissingRowUnit => FormatFindings.MissingUnit,
            _ => FormatFindings.WrongKind,
        };
        findings.Add(kind.At(SubjectOf(reader.Column), Place(reader), problem.Message, problem.Hint));
        return false;
    }

    private SourcePlace Place(SheetColumnReader reader) => sheet.PlaceOf(reader.Ordinal, reader.Column.Name);

    private string SubjectOf(ColumnSchema column) =>
        table.IdColumn is { } id && id != column && _values[id.Index] is string text ? $"{table.Name} {Shown.Text(text)}" : $"{table.Name}.{column.Name}";

    private static bool IsId(string id)
    {
        foreach (char c in id)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '.'))
                return false;
        }

        return true;
    }
}
