using System.Globalization;
using Corridor.Data.Formats.Workbooks;

namespace Corridor.Data.Formats.Excel;

/// <summary>Names of columns and cells as spreadsheets show them.</summary>
internal static class CellNames
{
    /// <summary>Letters of a column, from 0: A … Z, AA ….</summary>
    internal static string Column(int column) => CellAddress.Letters(column + 1);

    /// <summary>Name of a cell: column from 0, row from 1.</summary>
    internal static string Cell(int column, int row) => CellAddress.Of(row, column + 1);

    /// <summary>A range within a sheet, its ends fixed.</summary>
    internal static string Fixed(string sheet, int column, int firstRow, int lastColumn, int lastRow) =>
        string.Create(CultureInfo.InvariantCulture, $"{Quoted(sheet)}!${Column(column)}${firstRow}:${Column(lastColumn)}${lastRow}");

    /// <summary>The name of a sheet within a formula.</summary>
    internal static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";
}
