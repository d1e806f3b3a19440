using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Tables;
using Corridor.Model;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.Excel;

/// <summary>Writes the sheet About: the head of the package, how to use the workbook, and where the tables are.</summary>
internal static class AboutSheet
{
    private static readonly string[] Guide =
    [
        "How to use this workbook",
        "Each table of the package is a sheet. Its first row has the names of the columns, the second their units in square brackets; data begin in the third.",
        "Columns with a dark head must be filled. The meaning of a column shows when its head is chosen, and stands in the sheet Columns.",
        "A unit in square brackets may be changed to another of the same kind, such as [km] to [mi]: the whole column is then read in it.",
        "Amounts, rates and prices are in the unit that their row names in amount_unit, rate_unit or price_unit.",
        "Dates are texts: year-month-day. Several ids in a cell are separated by semicolons. Empty means: not stated.",
        "Tables without rows are hidden sheets: show them (right click on a tab, Unhide) to fill them. Sheets and columns of other names have no effect.",
        "Formulas may be used: the value that was saved last is read. Do not merge cells of a table.",
        "Read it back with: corridor import excel FILE.xlsx --out FOLDER",
    ];

    internal static void Write(WorkbookWriter workbook, EnergySystem system, FidelityReport report)
    {
        PackageDescription head = system.Description;
        SheetWriter sheet = workbook.Begin(new SheetLayout(PackageSheets.About, [new SheetColumn(24, CellStyle.Text), new SheetColumn(60, CellStyle.Text), new SheetColumn(80, CellStyle.Text)]));
        sheet.Text(head.Title ?? head.Name, CellStyle.Title);
        sheet.EndRow();
        sheet.EndRow();
        foreach (string name in PackageSheets.AboutHead)
            sheet.Text(name, CellStyle.Header);
        sheet.EndRow();
        foreach ((string name, string meaning) in DescriptionFields.All)
        {
            sheet.Text(name, CellStyle.Text);
            sheet.Text(DescriptionFields.Write(name, head, report, $"{PackageSheets.About}!{name}"), CellStyle.Wrapped);
            sheet.Text(meaning, CellStyle.Unit);
            sheet.EndRow();
        }

        sheet.EndRow();
        foreach (string line in Guide)
        {
            sheet.Text(line, line == Guide[0] ? CellStyle.Header : CellStyle.Text);
            sheet.EndRow();
        }

        sheet.EndRow();
        foreach (string name in (string[])["table", "rows", "meaning"])
            sheet.Text(name, CellStyle.Header);
        sheet.EndRow();
        foreach (TableSchema table in PackageSchema.Tables)
        {
            sheet.Link(table.Name);
            sheet.Integer(table.RowsOf(system).Count);
            sheet.Text(table.Meaning);
            sheet.EndRow();
        }
    }
}
