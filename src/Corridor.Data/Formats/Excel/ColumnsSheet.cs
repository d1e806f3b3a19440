using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Tables;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.Excel;

/// <summary>Writes the sheet Columns: unit, type and meaning of every column of every table.</summary>
internal static class ColumnsSheet
{
    private static readonly (string Name, double Width)[] Head =
        [("table", 22), ("column", 24), ("unit", 14), ("type", 18), ("required", 10), ("key", 8), ("allowed", 44), ("meaning", 90)];

    internal static void Write(WorkbookWriter workbook)
    {
        SheetWriter sheet = workbook.Begin(new SheetLayout(PackageSheets.Columns, [.. Head.Select(h => new SheetColumn(h.Width, CellStyle.Text))]) { FrozenRows = 1, FrozenColumns = 2, FilterRow = 1 });
        foreach ((string name, double _) in Head)
            sheet.Text(name, CellStyle.Header);
        sheet.EndRow();
        foreach (TableSchema table in PackageSchema.Tables)
        {
            foreach (ColumnSchema column in table.Columns)
            {
                sheet.Text(table.Name);
                sheet.Text(column.Name);
                sheet.Text(column.Unit ?? (column.UnitColumn is { } unit ? "in " + unit : ""));
                sheet.Text(ColumnLabels.Type(column));
                sheet.Text(column.Required ? "yes" : "");
                sheet.Text(column.IsKey ? "yes" : "");
                sheet.Text(ColumnLabels.Allowed(column));
                sheet.Text(column.Meaning);
                sheet.EndRow();
            }
        }
    }
}
