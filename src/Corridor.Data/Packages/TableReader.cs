using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.Schema;

namespace Corridor.Data.Packages;

/// <summary>Reads the rows of one table from its file, and reports every cell that cannot be read.</summary>
internal sealed class TableReader
{
    private const int MostBrokenRows = 200;
    private const int MostRows = 5_000_000;

    private readonly TableSchema _table;
    private readonly string _file;
    private readonly ResourceEntry? _resource;
    private readonly FindingList _findings;
    private readonly TablePlaces _places;
    private readonly List<Row> _rows = [];
    private readonly object?[] _values;
    private readonly bool[] _wrong;
    private List<ColumnReader> _columns = [];
    private (int Line, int Column)[] _cells = [];
    private int _brokenRows;
    private Finding? _encoding;
    private int _encodingRows;

    internal TableReader(TableSchema table, string file, ResourceEntry? resource, FindingList findings, TablePlaces places)
    {
        (_table, _file, _resource, _findings, _places) = (table, file, resource, findings, places);
        _values = new object?[table.Columns.Count];
        _wrong = new bool[table.Columns.Count];
    }

    /// <summary>Reads all rows that can be read.</summary>
    internal IReadOnlyList<Row> Read(Stream stream, CancellationToken cancellation)
    {
        var csv = new CsvReader(stream);
        if (!ReadHeader(csv, out bool hasAllColumns, out int width))
        {
            _places.IsComplete = false;
            return [];
        }

        _places.IsComplete = hasAllColumns;
        while (csv.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (csv.IsBlank)
                continue;
            if (!ReadRow(csv, width, hasAllColumns))
            {
                _places.IsComplete = false;
                _brokenRows++;
            }

            if (_brokenRows >= MostBrokenRows || _rows.Count >= MostRows)
            {
                GiveUp(csv);
                break;
            }
        }

        ReportEncoding();
        return _rows;
    }

    private bool ReadHeader(CsvReader csv, out bool isComplete, out int width)
    {
        (isComplete, width) = (false, 0);
        bool any = csv.Read();
        if (csv.IsUtf16)
        {
            _findings.Add(PackageFindings.Encoding.At(_table.Name, new SourcePlace(_file, 1, 1), "The file starts with the mark of UTF-16; UTF-8 is expected.", "Save the file as 'CSV UTF-8'."));
            return false;
        }

        while (any && csv.IsBlank)
            any = csv.Read();
        if (!any)
        {
            _findings.Add(PackageFindings.EmptyFile.At(_table.Name, new SourcePlace(_file, 1, 1), "The file is empty; a header row is expected.", $"Write the header: {string.Join(',', _table.Columns.Where(c => c.Required).Select(c => c.Name))},…"));
            return false;
        }

        if (csv.Fault != CsvFault.None)
        {
            ReportFault(csv);
            ReportEncoding();
            return false;
        }

        width = csv.Count;
        if (new HeaderReader(_table, _file, _resource, _findings).Read(csv, out isComplete) is not { } columns)
            return false;
        _columns = columns;
        _cells = new (int, int)[columns.Count];
        _places.SetColumns([.. columns.Select(c => c.Column)]);
        return true;
    }

    /// <summary>Reads a row; false if it is left out.</summary>
    private bool ReadRow(CsvReader csv, int width, bool hasAllColumns)
    {
        if (csv.Fault != CsvFault.None)
        {
            ReportFault(csv);
            return false;
        }

        if (csv.Count != width && !HasOnlyEmptyCellsBeyond(csv, width))
        {
            int cell = Math.Min(width, csv.Count - 1);
            (int line, int column) = csv.PlaceOf(csv.OffsetOf(cell));
            _findings.Add(PackageFindings.CellCount.At(
                _table.Name,
                new SourcePlace(_file, line, column),
                string.Create(CultureInfo.InvariantCulture, $"The row has {csv.Count} cells, the header {width}."),
                csv.Count > width ? "Put cells that hold a comma in quotation marks; write numbers with a decimal point." : "Fill the row up with commas."));
            return false;
        }

        LocateCells(csv);
        bool good = ReadCells(csv) & GiveUnits() & CheckRequired();
        if (!hasAllColumns)
            return true;
        if (good)
            Keep(csv);
        return good;
    }

    private static bool HasOnlyEmptyCellsBeyond(CsvReader csv, int width)
    {
        if (csv.Count < width)
            return false;
        for (int i = width; i < csv.Count; i++)
        {
            if (csv.Text(i).Length > 0)
                return false;
        }

        return true;
    }

    private void LocateCells(CsvReader csv)
    {
        for (int i = 0; i < _columns.Count; i++)
            _cells[i] = csv.PlaceOf(csv.OffsetOf(_columns[i].Ordinal));
    }

    private bool ReadCells(CsvReader csv)
    {
        bool good = true;
        for (int i = 0; i < _columns.Count; i++)
        {
            ColumnReader reader = _columns[i];
            ColumnSchema column = reader.Column;
            CellProblem? problem = reader.Read(csv, out object? value);
            _values[column.Index] = value;
            _wrong[column.Index] = problem is not null;
            if (problem is not null)
                good = Report(problem, i);
            else if (column == _table.IdColumn && value is string id && typeof(Entity).IsAssignableFrom(_table.RowType) && !IsId(id))
                good = ReportId(id, i);
        }

        return good;
    }

    /// <summary>Whether a text is an id: lower case letters, digits, '-' and '.'.</summary>
    internal static bool IsId(string id)
    {
        foreach (char c in id)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '.'))
                return false;
        }

        return true;
    }

    private bool GiveUnits()
    {
        bool good = true;
        for (int i = 0; i < _columns.Count; i++)
        {
            ColumnSchema column = _columns[i].Column;
            if (_values[column.Index] is not double number || column.Kind == ColumnKind.Number)
                continue;
            ColumnSchema? unit = column.UnitColumn is { } name ? _table.Column(name) : null;

            // A unit that was refused is reported once, not again for each figure that it governs.
            if (unit is not null && _wrong[unit.Index])
                continue;
            object? rowUnit = unit is null ? null : _values[unit.Index];
            if (CellText.TryQuantity(column, number, rowUnit, out object? value, out CellProblem? problem))
                _values[column.Index] = value;
            else
                good = Report(problem, i);
        }

        return good;
    }

    private bool CheckRequired()
    {
        bool good = true;
        for (int i = 0; i < _columns.Count; i++)
        {
            ColumnSchema column = _columns[i].Column;
            if (!column.Required || _values[column.Index] is not null || _wrong[column.Index])
                continue;
            good = false;
            _findings.Add(PackageFindings.MissingValue.At(SubjectOf(column), Place(i), $"{column.Name} ({column.Meaning}) is empty.", "Fill the cell."));
        }

        return good;
    }

    private void Keep(CsvReader csv)
    {
        Row row = _table.NewRow();
        foreach (ColumnReader reader in _columns)
        {
            if (_values[reader.Column.Index] is { } value)
                reader.Column.Initialise(row, value);
        }

        _rows.Add(row);
        _places.AddRow(csv.Line, _cells);
    }

    private bool Report(CellProblem problem, int column)
    {
        _findings.Add(CellFindings.KindOf(problem.Kind).At(SubjectOf(_columns[column].Column), Place(column), problem.Message, problem.Hint));
        return false;
    }

    private bool ReportId(string id, int column)
    {
        string better = new([.. id.ToLowerInvariant().Replace(' ', '-').Replace('_', '-').Where(c => IsId(c.ToString()))]);
        string shown = id.Length <= 60 ? id : id[..60] + "…";
        _findings.Add(PackageFindings.BadId.At(SubjectOf(_columns[column].Column), Place(column), $"'{shown}' is no id: lower case letters, digits, '-' and '.' make one.", better.Length is > 0 and <= 60 ? $"Write {better}." : null));
        return false;
    }

    private void ReportFault(CsvReader csv)
    {
        if (csv.Fault != CsvFault.Encoding)
        {
            _findings.Add(CellFindings.Of(csv, _table.Name, _file));
            return;
        }

        _encodingRows++;
        if (_encoding is not null)
            return;
        (int line, int column) = csv.PlaceOf(csv.FaultOffset);
        _encoding = PackageFindings.Encoding.At(
            _table.Name,
            new SourcePlace(_file, line, column),
            string.Create(CultureInfo.InvariantCulture, $"The byte {csv.Raw[csv.FaultOffset]:X2} is not UTF-8."),
            CellFindings.EncodingHint(csv.Raw));
    }

    private void ReportEncoding()
    {
        if (_encoding is null)
            return;
        _findings.Add(_encodingRows == 1 ? _encoding : _encoding with
        {
            Message = string.Create(CultureInfo.InvariantCulture, $"{_encoding.Message[..^1]}; this is the first of {_encodingRows} such rows."),
        });
        _encoding = null;
    }

    private void GiveUp(CsvReader csv)
    {
        _places.IsComplete = false;
        var place = new SourcePlace(_file, csv.Line);
        _findings.Add(_rows.Count >= MostRows
            ? PackageFindings.FileTooLarge.At(_table.Name, place, string.Create(CultureInfo.InvariantCulture, $"The table has more than {MostRows} rows; the rest is not read."))
            : PackageFindings.GaveUp.At(_table.Name, place, string.Create(CultureInfo.InvariantCulture, $"{_brokenRows} rows up to this line cannot be read; the rest of the file was not looked at."), "Mend the first ones: most often they have one cause."));
    }

    private SourcePlace Place(int column) => new(_file, _cells[column].Line, _cells[column].Column, _columns[column].Column.Name);

    /// <summary>Table and id where the row has one, otherwise table and column.</summary>
    private string SubjectOf(ColumnSchema column) =>
        _table.IdColumn is { } id && id != column && _values[id.Index] is string text ? $"{_table.Name} {text}" : $"{_table.Name}.{column.Name}";
}
