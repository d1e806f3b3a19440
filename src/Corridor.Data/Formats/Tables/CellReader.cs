using System.Buffers;
using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Workbooks;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.Tables;

/// <summary>Turns the cells of one column of a sheet or database table into values, and counts what became of them.</summary>
/// <param name="column">Column of the table.</param>
/// <param name="ordinal">Column of the sheet, from 1, or of the query, from 0.</param>
internal sealed class CellReader(ColumnSchema column, int ordinal)
{
    // Tab and ends of lines stay: a quoted cell can hold them.
    private static readonly SearchValues<char> Unwritable = SearchValues.Create([.. Enumerable.Range(0, 0x20).Append(0x7F).Select(c => (char)c).Except(['\t', '\n', '\r'])]);
    private const int LastDay = 2_958_465;
    private string? _lastText;
    private object? _lastValue;
    private readonly Dictionary<string, (int Count, string Example)> _approximated = new(StringComparer.Ordinal);
    private int _exact;

    /// <summary>Column of the table.</summary>
    internal ColumnSchema Column { get; } = column;

    /// <summary>Column of the sheet, from 1, or of the query, from 0.</summary>
    internal int Ordinal { get; } = ordinal;

    /// <summary>Unit of the figures, where it is not the column's own.</summary>
    internal Unit? Declared { get; set; }

    /// <summary>Whether a text that looks like a formula has been reported.</summary>
    internal bool IsFormulaTextReported { get; set; }

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="is1904">Whether day 0 of the workbook's dates is in 1904.</param>
    /// <param name="cells">Names the cell, for examples.</param>
    /// <param name="value">The value, quantities as bare numbers in the standard unit; null if the cell is empty or wrong.</param>
    /// <returns>What is wrong; null if nothing is.</returns>
    internal CellProblem? Read(WorkbookCell cell, bool is1904, ITableCells cells, out object? value)
    {
        value = null;
        string? note = null;
        CellProblem? problem = null;
        switch (cell.Kind)
        {
            case WorkbookCellKind.Empty:
                return null;
            case WorkbookCellKind.Error:
                return new CellProblem(CellProblemKind.NotANumber, $"The cell holds the error value {cell.Text}.", "Correct its formula, or leave the cell empty where a figure is unknown.");
            case WorkbookCellKind.Boolean:
                value = Column.Kind == ColumnKind.Boolean ? cell.Number != 0 : null;
                problem = value is null ? new CellProblem(CellProblemKind.NotANumber, $"The cell holds a truth value; {Expected()} is expected.", "Give the cell the format Text and type it again.") : null;
                break;
            case WorkbookCellKind.Number:
                problem = ReadNumber(cell.Number, is1904, out value, out note);
                break;
            case WorkbookCellKind.Date:
                problem = ReadDate(cell, out value, out note);
                break;
            default:
                problem = ReadText(cell.Text.Trim(), out value, out note);
                break;
        }

        problem ??= Convert(ref value, cell);
        if (problem is not null || value is null)
            return problem;
        if (cell.IsFormula)
            note = "the value that was saved with a formula; the formula itself is not kept";
        Count(note, cells);
        return null;
    }

    /// <summary>Reports what became of the cells.</summary>
    internal void Report(FidelityReport report, string table)
    {
        string target = $"{table}.{Column.Name}";
        report.Exact(table, Column.Name, target, _exact);
        foreach ((string note, (int count, string example)) in _approximated.OrderBy(a => a.Key, StringComparer.Ordinal))
            report.Approximated(table, Column.Name, target, note, example, count);
    }

    private CellProblem? ReadNumber(double number, bool is1904, out object? value, out string? note)
    {
        (value, note) = (null, null);
        string printed = number.ToString("R", CultureInfo.InvariantCulture);
        switch (Column.Kind)
        {
            case ColumnKind.Text or ColumnKind.TextList:
                note = "a number in the place of a text; its shortest digits are taken";
                return Parse(printed, out value);
            case ColumnKind.Integer when number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue + 1.0 && (int)number == number:
                value = (int)number;
                return null;
            case ColumnKind.Date:
                note = "a number in the place of a date; it is taken as the spreadsheet's number of the day";
                if (number != Math.Truncate(number) || WorkbookStyles.DateOf(number, is1904) is not { } day)
                    return new CellProblem(CellProblemKind.NotADate, $"The cell holds the number {printed}; a date is expected.", number > LastDay ? "Write year-month-day as text, such as 2025-10-01." : "Write year-month-day, such as 2025-10-01.");
                value = DateOnly.FromDateTime(day);
                return null;
            default:
                return Parse(printed, out value);
        }
    }

    private CellProblem? ReadDate(WorkbookCell cell, out object? value, out string? note)
    {
        (value, note) = (null, null);
        string printed = cell.Printed();
        switch (Column.Kind)
        {
            case ColumnKind.Date when cell.Date.TimeOfDay == TimeSpan.Zero:
                value = DateOnly.FromDateTime(cell.Date);
                return null;
            case ColumnKind.Text:
                note = "a date in the place of a text; it is written as year-month-day";
                return Parse(printed, out value);
            case ColumnKind.Date:
                return new CellProblem(CellProblemKind.NotADate, $"The cell holds the time {printed}; a day is expected.", "Write year-month-day, such as 2025-10-01.");
            default:
                return new CellProblem(CellProblemKind.NotANumber, $"The cell holds the date {printed}; {Expected()} is expected.", "Spreadsheets turn what looks like a date into one: give the cell the format General or Text and type it again.");
        }
    }

    private CellProblem? ReadText(string text, out object? value, out string? note)
    {
        (value, note) = (null, null);
        if (text.Length == 0)
            return null;
        if (ReferenceEquals(text, _lastText) || text == _lastText)
        {
            value = _lastValue;
            note = NoteOf(value);
            return null;
        }

        if (text.AsSpan().IndexOfAny(Unwritable) >= 0)
            return new CellProblem(CellProblemKind.NotANumber, "The cell holds a control character, which no cell of a package can hold.", "Type its text again.");
        CellProblem? problem = Parse(Column.Kind == ColumnKind.Boolean && text.Length <= 5 ? text.ToLowerInvariant() : text, out value);
        if (problem is not null)
            return problem;
        (_lastText, _lastValue, note) = (text, value, NoteOf(value));
        return null;
    }

    private string? NoteOf(object? value) => value is double or int && ColumnLabels.IsNumeric(Column) ? "a number that was saved as a text, with a point as decimal mark" : null;

    private CellProblem? Parse(string text, out object? value) => CellText.TryParse(Column, text, out value, out CellProblem? problem) ? null : problem;

    private CellProblem? Convert(ref object? value, WorkbookCell cell)
    {
        if (Declared is null || value is not double number)
            return null;
        double converted = Column.StandardUnit!.FromCanonical(Declared.ToCanonical(number));
        value = converted;
        return double.IsFinite(converted) ? null : new CellProblem(CellProblemKind.NotFinite, $"'{cell.Printed()}' {Declared} is no finite number of {Column.StandardUnit}.");
    }

    private string Expected() => ColumnLabels.IsNumeric(Column) ? "a number" : "a text";

    private void Count(string? note, ITableCells cells)
    {
        if (note is null)
            _exact++;
        else if (_approximated.TryGetValue(note, out (int Count, string Example) tally))
            _approximated[note] = (tally.Count + 1, tally.Example);
        else
            _approximated.Add(note, (1, cells.NameOf(this)));
    }
}
