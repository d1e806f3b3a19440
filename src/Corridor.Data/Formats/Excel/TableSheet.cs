using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Tables;
using Corridor.Data.Formats.Workbooks;
using Corridor.Model.Findings;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.Excel;

/// <summary>Reads the rows of a table from its sheet.</summary>
internal sealed class TableSheet(WorkbookSheetReader sheet, bool is1904, TableSchema table, FidelityReport report, FindingList findings) : ITableCells
{
    private HashSet<int> _named = [];
    private bool _isStrayReported;

    /// <inheritdoc/>
    public string EmptyHint => "Fill the cell; of merged cells, only the first has a value.";

    /// <inheritdoc/>
    public WorkbookCell Cell(CellReader column) => sheet.Cell(column.Ordinal);

    /// <inheritdoc/>
    public SourcePlace PlaceOf(CellReader column) => sheet.PlaceOf(column.Ordinal, column.Column.Name);

    /// <inheritdoc/>
    public string NameOf(CellReader column) => CellAddress.Of(sheet.Row, column.Ordinal);

    /// <summary>Reads all rows that can be read.</summary>
    internal IReadOnlyList<Row> Read(CancellationToken cancellation)
    {
        if (ReadHead(out bool isAtRow) is not { } rows)
            return [];
        int broken = 0;
        while (isAtRow || sheet.Read())
        {
            isAtRow = false;
            cancellation.ThrowIfCancellationRequested();
            if (IsBlank())
                continue;
            CheckStray();
            if (!rows.Add(this) && ++broken >= TableRows.MostBroken)
            {
                findings.Add(FormatFindings.TooMany.At(table.Name, sheet.PlaceOf(0), string.Create(CultureInfo.InvariantCulture, $"{broken} rows up to this one cannot be read; the rest of the sheet was not looked at."), "Mend the first ones: most often they have one cause."));
                break;
            }
        }

        rows.Report(report);
        return rows.Rows;
    }

    /// <summary>Reads the names of the columns and, where there is one, the row of units.</summary>
    /// <param name="isAtRow">Whether the row at hand is the first of the data.</param>
    /// <returns>Takes the rows; null if none can make sense, or the sheet is a table without rows.</returns>
    private TableRows? ReadHead(out bool isAtRow)
    {
        isAtRow = false;
        if (!ReadFilled())
            return null;
        var head = new TableSheetHead(sheet, table, report, findings);
        if (head.ReadNames() is not { } columns)
            return null;
        _named = head.Named;
        isAtRow = ReadFilled();
        if (isAtRow && head.IsUnitRow())
        {
            head.ReadUnits(columns);
            isAtRow = false;
        }
        else if (isAtRow)
        {
            head.AssumeUnits(columns);
        }

        return new TableRows(table, columns, head.IsComplete, is1904, findings);
    }

    /// <summary>Goes to the next row that holds something.</summary>
    private bool ReadFilled()
    {
        while (sheet.Read())
        {
            if (!IsBlank())
                return true;
        }

        return false;
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
            report.Dropped(table.Name, "", "cells below no name of a column", CellAddress.Of(sheet.Row, cell.Column));
            return;
        }
    }
}
