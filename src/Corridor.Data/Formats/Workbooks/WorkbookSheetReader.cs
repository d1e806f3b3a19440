using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Workbooks;

/// <summary>
/// Reads the rows of one sheet in their order. Rows and columns that the file leaves out are gaps in the numbers; the extent that a
/// sheet states of itself is not used. A cell that cannot be read is reported and left out.
/// </summary>
public sealed class WorkbookSheetReader : IDisposable
{
    private readonly WorkbookReader _book;
    private readonly WorkbookPart _part;
    private readonly FindingList _findings;
    private readonly List<WorkbookCell> _cells = [];
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _value = new();
    private int _data = -1;
    private int _characters;
    private bool _isFormulaReported;

    private WorkbookSheetReader(WorkbookReader book, WorkbookSheet sheet, WorkbookPart part, FindingList findings) =>
        (_book, Sheet, _part, _findings) = (book, sheet, part, findings);

    /// <summary>The sheet.</summary>
    public WorkbookSheet Sheet { get; }

    /// <summary>Number of the row at hand, from 1; 0 before the first.</summary>
    public int Row { get; private set; }

    /// <summary>The cells of the row at hand that hold something, by ascending columns; valid until the next row is read.</summary>
    public ReadOnlySpan<WorkbookCell> Cells => CollectionsMarshal.AsSpan(_cells);

    /// <summary>Whether reading ended before the end of the sheet because of an error.</summary>
    public bool IsBroken => _part.IsBroken;

    /// <summary>The cell of a column in the row at hand; an empty one where there is none.</summary>
    /// <param name="column">Column, from 1.</param>
    public WorkbookCell Cell(int column)
    {
        (int low, int high) = (0, _cells.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_cells[middle].Column < column)
                low = middle + 1;
            else
                high = middle;
        }

        return low < _cells.Count && _cells[low].Column == column ? _cells[low] : WorkbookCell.Empty(column);
    }

    /// <summary>Place of a cell of the row at hand: <c>file.xlsx [Sheet!B12]</c>.</summary>
    /// <param name="column">Column, from 1; 0 for the whole row.</param>
    /// <param name="field">What the column is called; null where it is not known.</param>
    public SourcePlace PlaceOf(int column, string? field = null) => CellAddress.Place(_book.File, Sheet.Name, Row, column, field);

    /// <summary>Goes to the next row that the file has; it may be empty.</summary>
    /// <returns>False at the end of the sheet, and where it cannot be read any further (<see cref="IsBroken"/>).</returns>
    public bool Read()
    {
        _cells.Clear();
        _characters = 0;
        while (_part.NextChild(_data))
        {
            if (!_part.Is("row"))
                continue;
            int row = _part.Attribute("r") is null ? Row + 1 : _part.Integer("r") ?? -1;
            if (row <= Row)
            {
                _part.Fail(FormatFindings.NotWellFormed, string.Create(CultureInfo.InvariantCulture, $"The number of a row, '{_part.Attribute("r")}', is not above that of the row before it, {Row}."), "Save the workbook again.");
                return false;
            }

            if (row > _book.Limits.Rows)
            {
                _part.Fail(FormatFindings.TooMany, string.Create(CultureInfo.InvariantCulture, $"The sheet '{Sheet.Name}' has a row {row}; {_book.Limits.Rows} are read at most."), null);
                return false;
            }

            Row = row;
            int depth = _part.Enter();
            int column = 0;
            while (_part.NextChild(depth))
            {
                if (_part.Is("c") && !ReadCell(ref column))
                    return false;
            }

            if (_part.IsBroken)
                _cells.Clear();
            return !_part.IsBroken;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _part.Dispose();

    /// <summary>Goes to the data of a sheet.</summary>
    internal static WorkbookSheetReader? Open(WorkbookReader book, WorkbookSheet sheet, WorkbookPart part, FindingList findings)
    {
        var reader = new WorkbookSheetReader(book, sheet, part, findings);
        int root = part.Root("worksheet");
        while (part.NextChild(root))
        {
            if (!part.Is("sheetData"))
                continue;
            reader._data = part.Enter();
            break;
        }

        if (!part.IsBroken)
            return reader;
        reader.Dispose();
        return null;
    }

    private bool ReadCell(ref int column)
    {
        int before = column;
        if (_part.Attribute("r") is not { } address)
        {
            column++;
        }
        else if (!CellAddress.TryParse(address, out int row, out column) || row != Row || column <= before)
        {
            _part.Fail(FormatFindings.NotWellFormed, $"The address of a cell, '{Short(address)}', is none, or not one after the cell before it in row {Row.ToString(CultureInfo.InvariantCulture)}.", "Save the workbook again.");
            return false;
        }

        if (column > _book.Limits.Columns)
        {
            _part.Fail(FormatFindings.TooMany, string.Create(CultureInfo.InvariantCulture, $"The sheet '{Sheet.Name}' has a cell in column {column}; {_book.Limits.Columns} are read at most."), null);
            return false;
        }

        string type = _part.Attribute("t") ?? "n";
        int style = _part.Integer("s") ?? 0;
        (bool hasValue, bool isFormula, bool isCut) = (false, false, false);
        _value.Clear();
        string inline = "";
        int cell = _part.Enter();
        while (_part.NextChild(cell))
        {
            if (_part.Is("v"))
            {
                hasValue = true;
                isCut |= _part.AppendText(_value, _book.Limits.Cell);
            }
            else if (_part.Is("is"))
            {
                inline = WorkbookTexts.Rich(_part, _book.Limits.Cell, _text, out bool isTextCut);
                (hasValue, isCut) = (true, isCut | isTextCut);
            }
            else if (_part.Is("f"))
            {
                isFormula = true;
            }
        }

        _characters += inline.Length + _value.Length;
        if (isCut || _characters > _book.Limits.Row)
        {
            _findings.Add(FormatFindings.TooMany.At(_book.File, PlaceOf(column), string.Create(CultureInfo.InvariantCulture, $"The text is longer than {_book.Limits.Cell} characters, or those of the row are longer than {_book.Limits.Row} together.")));
            _part.Abandon();
            return false;
        }

        if (hasValue)
            Add(column, type, style, inline, isFormula);
        else if (isFormula && !_isFormulaReported)
            ReportFormula(column);
        return !_part.IsBroken;
    }

    private void Add(int column, string type, int style, string inline, bool isFormula)
    {
        switch (type)
        {
            case "s":
                if (int.TryParse(_value.ToString().AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < _book.Texts.Count)
                    AddText(column, WorkbookCellKind.Text, _book.Texts[index], isFormula);
                else
                    ReportCell(column, "names a shared text that the workbook does not have");
                break;
            case "inlineStr":
                AddText(column, WorkbookCellKind.Text, inline.Length > 0 ? inline : WorkbookTexts.Unescape(_value.ToString()), isFormula);
                break;
            case "str":
                AddText(column, WorkbookCellKind.Text, WorkbookTexts.Unescape(_value.ToString()), isFormula);
                break;
            case "e":
                AddText(column, WorkbookCellKind.Error, _value.ToString(), isFormula);
                break;
            case "b":
                AddBoolean(column, isFormula);
                break;
            case "d":
                AddDate(column, isFormula);
                break;
            case "n":
                AddNumber(column, style, isFormula);
                break;
            default:
                ReportCell(column, $"is of an unknown type, '{Short(type)}'");
                break;
        }
    }

    private void AddText(int column, WorkbookCellKind kind, string text, bool isFormula)
    {
        if (text.Length > 0)
            _cells.Add(new WorkbookCell(column, kind, text, 0, default, isFormula));
    }

    private void AddBoolean(int column, bool isFormula)
    {
        double? value = _value.ToString().Trim() switch { "1" or "true" => 1, "0" or "false" => 0, _ => null };
        if (value is { } number)
            _cells.Add(new WorkbookCell(column, WorkbookCellKind.Boolean, "", number, default, isFormula));
        else
            ReportCell(column, $"should be true or false and holds '{Short(_value.ToString())}'");
    }

    private void AddDate(int column, bool isFormula)
    {
        if (DateTime.TryParse(_value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out DateTime date))
            _cells.Add(new WorkbookCell(column, WorkbookCellKind.Date, "", 0, DateTime.SpecifyKind(date, DateTimeKind.Unspecified), isFormula));
        else
            ReportCell(column, $"should be a date and holds '{Short(_value.ToString())}'");
    }

    private void AddNumber(int column, int style, bool isFormula)
    {
        string text = _value.ToString();
        if (text.Length == 0)
            return;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
        {
            ReportCell(column, $"should be a number and holds '{Short(text)}'");
            return;
        }

        DateTime? date = _book.Styles.IsDate(style) ? WorkbookStyles.DateOf(number, _book.Is1904) : null;
        _cells.Add(new WorkbookCell(column, date is null ? WorkbookCellKind.Number : WorkbookCellKind.Date, "", number, date ?? default, isFormula));
    }

    private void ReportCell(int column, string what) =>
        _findings.Add(FormatFindings.WrongKind.At(_book.File, PlaceOf(column), $"The cell {what}.", "Type the value again and save the workbook."));

    private void ReportFormula(int column)
    {
        _isFormulaReported = true;
        _findings.Add(FormatFindings.NotCarried.At(_book.File, PlaceOf(column), "The cell has a formula whose value was not saved with it; it and others like it in the sheet count as empty.", "Open the workbook in its program and save it there, so that the values are calculated."));
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
