using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Workbooks;
using Corridor.Data.Packages;
using Corridor.Model.Findings;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.Tables;

/// <summary>Makes rows of a table of the cells of a sheet or database, and reports every cell that cannot be read.</summary>
/// <param name="table">The table.</param>
/// <param name="columns">Readers of the columns that are there.</param>
/// <param name="isComplete">Whether every required column is there; rows are only checked otherwise, not made.</param>
/// <param name="is1904">Whether day 0 of numbers that stand for days is in 1904.</param>
/// <param name="findings">Takes what is wrong.</param>
internal sealed class TableRows(TableSchema table, IReadOnlyList<CellReader> columns, bool isComplete, bool is1904, FindingList findings)
{
    /// <summary>Broken rows after which a table is given up.</summary>
    internal const int MostBroken = 200;

    private readonly object?[] _values = new object?[table.Columns.Count];
    private readonly bool[] _wrong = new bool[table.Columns.Count];
    private readonly List<Row> _rows = [];
    private ITableCells _cells = null!;

    /// <summary>The rows made.</summary>
    internal IReadOnlyList<Row> Rows => _rows;

    /// <summary>Makes a row.</summary>
    /// <param name="cells">The cells of the row at hand.</param>
    /// <returns>False if it is left out.</returns>
    internal bool Add(ITableCells cells)
    {
        _cells = cells;
        bool good = ReadCells() & GiveUnits() & CheckRequired();
        if (!isComplete || !good)
            return good;
        Row row = table.NewRow();
        foreach (CellReader reader in columns)
        {
            if (_values[reader.Column.Index] is { } value)
                reader.Column.Initialise(row, value);
        }

        _rows.Add(row);
        return true;
    }

    /// <summary>Reports what became of the cells.</summary>
    internal void Report(FidelityReport report)
    {
        foreach (CellReader column in columns)
            column.Report(report, table.Name);
    }

    private bool ReadCells()
    {
        bool good = true;
        foreach (CellReader reader in columns)
        {
            ColumnSchema column = reader.Column;
            WorkbookCell cell = _cells.Cell(reader);
            CellProblem? problem = reader.Read(cell, is1904, _cells, out object? value);
            _values[column.Index] = value;
            _wrong[column.Index] = problem is not null;
            if (problem is not null)
                good = Report(problem, reader);
            else if (column == table.IdColumn && value is string id && typeof(Entity).IsAssignableFrom(table.RowType) && !TableReader.IsId(id))
                good = Report(new CellProblem(CellProblemKind.UnknownName, $"'{Shown.Text(id)}' is no id: lower case letters, digits, '-' and '.' make one."), reader);
            else if (!reader.IsFormulaTextReported && cell.Kind == WorkbookCellKind.Text && FormulaText.Is(cell.Text))
                ReportFormulaText(reader, cell.Text);
        }

        return good;
    }

    private void ReportFormulaText(CellReader reader, string text)
    {
        reader.IsFormulaTextReported = true;
        findings.Add(FormatFindings.FormulaText.At($"{table.Name}.{reader.Column.Name}", _cells.PlaceOf(reader), $"The text '{Shown.Text(text)}' begins as a formula does; it and others of the column stay texts. A spreadsheet that opens the package's CSV files would calculate them."));
    }

    private bool GiveUnits()
    {
        bool good = true;
        foreach (CellReader reader in columns)
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
        foreach (CellReader reader in columns)
        {
            ColumnSchema column = reader.Column;
            if (!column.Required || _values[column.Index] is not null || _wrong[column.Index])
                continue;
            good = false;
            findings.Add(FormatFindings.Missing.At(SubjectOf(column), _cells.PlaceOf(reader), $"{column.Name} ({column.Meaning}) is empty.", _cells.EmptyHint));
        }

        return good;
    }

    private bool Report(CellProblem problem, CellReader reader)
    {
        FindingKind kind = problem.Kind switch
        {
            CellProblemKind.NotFinite => FormatFindings.NotFinite,
            CellProblemKind.UnknownUnit or CellProblemKind.AmbiguousUnit or CellProblemKind.WrongUnit => FormatFindings.UnknownUnit,
            CellProblemKind.MissingRowUnit => FormatFindings.MissingUnit,
            _ => FormatFindings.WrongKind,
        };
        findings.Add(kind.At(SubjectOf(reader.Column), _cells.PlaceOf(reader), problem.Message, problem.Hint));
        return false;
    }

    private string SubjectOf(ColumnSchema column) =>
        table.IdColumn is { } id && id != column && _values[id.Index] is string text ? $"{table.Name} {Shown.Text(text)}" : $"{table.Name}.{column.Name}";
}
