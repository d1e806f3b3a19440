using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Tables;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.Excel;

/// <summary>Writes a package as one workbook that <see cref="ExcelImporter"/> reads back without loss.</summary>
public sealed class ExcelExporter : IPackageExporter
{
    /// <summary>Most rows of a table in a workbook: a sheet's, less the two rows of its head.</summary>
    public const int MostRows = WorkbookWriter.MostRows - PackageSheets.HeadRows;

    private const int RowsForWidth = 200;
    private const double LeastWidth = 8;
    private const double GreatestWidth = 44;

    /// <inheritdoc/>
    public string Format => "excel";

    /// <inheritdoc/>
    public string Description => "one workbook (.xlsx), a sheet a table, with units and drop-downs; read back without loss";

    /// <inheritdoc/>
    /// <exception cref="ExportRefusedException">A table has more rows, or a cell a longer text, than a workbook holds.</exception>
    /// <exception cref="ArgumentException">The system holds what no package can: see <see cref="PackageWriter"/>.</exception>
    public FidelityReport Export(EnergySystem system, string path, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(system);
        foreach (TableSchema table in PackageSchema.Tables)
        {
            int rows = table.RowsOf(system).Count;
            if (rows > MostRows)
                throw new ExportRefusedException(string.Create(CultureInfo.InvariantCulture, $"The table {table.Name} has {rows} rows; a sheet of a workbook holds {MostRows} besides its head. Export it as csv or sqlite."));
        }

        var report = new FidelityReport();
        WorkbookWriter.Save(path, system.Description.Title ?? system.Description.Name, workbook =>
        {
            AboutSheet.Write(workbook, system, report);
            foreach (TableSchema table in PackageSchema.Tables)
                WriteTable(workbook, system, table, report, cancellation);
            ColumnsSheet.Write(workbook);
            ListsSheet.Write(workbook, system);
        });
        return report;
    }

    private static void WriteTable(WorkbookWriter workbook, EnergySystem system, TableSchema table, FidelityReport report, CancellationToken cancellation)
    {
        IReadOnlyList<Row> rows = table.RowsOf(system);
        var texts = new TableWriter(table, rows);
        SheetWriter sheet = workbook.Begin(new SheetLayout(table.Name, [.. table.Columns.Select(c => new SheetColumn(WidthOf(c, rows, texts), StyleOf(c)))])
        {
            FrozenRows = PackageSheets.HeadRows,
            FrozenColumns = table.Columns[0].IsKey ? 1 : 0,
            FilterRow = PackageSheets.HeadRows,
            Hidden = rows.Count == 0 && !table.Required,
        });
        foreach (ColumnSchema column in table.Columns)
            sheet.Text(column.Name, column.Required ? CellStyle.RequiredHeader : CellStyle.Header);
        sheet.EndRow();
        foreach (ColumnSchema column in table.Columns)
            sheet.Text($"[{ColumnLabels.UnitOrType(column)}]", CellStyle.Unit);
        sheet.EndRow();
        var filled = new int[table.Columns.Count];
        foreach (Row row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            texts.Begin(row);
            foreach (ColumnSchema column in table.Columns)
            {
                string text = texts.Text(column, row).Trim();
                WriteCell(sheet, column, text);
                filled[column.Index] += text.Length > 0 ? 1 : 0;
            }

            sheet.EndRow();
        }

        SheetRules.Add(sheet, table, system);
        foreach (ColumnSchema column in table.Columns)
            report.Exact(table.Name, column.Name, $"{table.Name}!{column.Name}", filled[column.Index]);
    }

    private static void WriteCell(SheetWriter sheet, ColumnSchema column, string text)
    {
        if (text.Length == 0)
            sheet.Skip();
        else if (column.Kind == ColumnKind.Boolean)
            sheet.Boolean(text == "true");
        else if (ColumnLabels.IsNumeric(column))
            sheet.Number(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
        else
            sheet.Text(text);
    }

    private static CellStyle StyleOf(ColumnSchema column) =>
        column.Kind == ColumnKind.Boolean || ColumnLabels.IsNumeric(column) ? CellStyle.General : CellStyle.Text;

    /// <summary>Wide enough for the head and most cells, narrow enough to see the next columns.</summary>
    private static double WidthOf(ColumnSchema column, IReadOnlyList<Row> rows, TableWriter texts)
    {
        int longest = Math.Max(column.Name.Length + 2, ColumnLabels.UnitOrType(column).Length + 2);
        for (int i = 0; i < Math.Min(rows.Count, RowsForWidth); i++)
        {
            texts.Begin(rows[i]);
            longest = Math.Max(longest, texts.Text(column, rows[i]).Length);
        }

        return Math.Clamp(longest + 1.5, LeastWidth, GreatestWidth);
    }
}
