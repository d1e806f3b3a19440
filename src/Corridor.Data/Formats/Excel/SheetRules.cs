using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Tables;
using Corridor.Model;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.Excel;

/// <summary>Gives the sheet of a table its drop-downs, checks of numbers, and remarks on the heads of its columns.</summary>
internal static class SheetRules
{
    private const int FirstRow = PackageSheets.HeadRows + 1;

    internal static void Add(SheetWriter sheet, TableSchema table, EnergySystem system)
    {
        foreach (ColumnSchema column in table.Columns)
        {
            string allowed = ColumnLabels.Allowed(column), must = column.Required ? " Must be filled." : "";
            string remark = $"{char.ToUpperInvariant(column.Meaning[0])}{column.Meaning[1..]}. [{ColumnLabels.UnitOrType(column)}]{must}";
            sheet.Add(new SheetRule(SheetRuleKind.Remark, 1, 1, column.Index, remark) { Title = column.Name });
            if (ListsSheet.RangeOf(column, system) is { } range)
            {
                // An id may be written before the row that it names.
                bool isReference = column.References is not null;
                string text = isReference ? $"There is no such id in {column.References} yet." : $"Choose one of: {(allowed.Length == 0 ? "TRUE, FALSE" : allowed)}";
                sheet.Add(new SheetRule(SheetRuleKind.List, FirstRow, WorkbookWriter.MostRows, column.Index, text) { Title = column.Name, First = range, IsWarning = isReference });
            }
            else if (ColumnLabels.IsNumeric(column))
            {
                sheet.Add(Number(column, allowed));
            }
        }
    }

    /// <summary>A number within its bounds; a bound counts in the standard unit, so that it only warns.</summary>
    private static SheetRule Number(ColumnSchema column, string allowed)
    {
        bool isWhole = column.Kind == ColumnKind.Integer;
        bool isFree = column.Minimum is null && column.Maximum is null;
        double? low = isFree ? isWhole ? int.MinValue : -1e300 : column.Minimum;
        double? high = isFree ? isWhole ? int.MaxValue : 1e300 : column.Maximum;
        string text = $"{(isWhole ? "A whole number" : "A number")} is expected{(allowed.Length == 0 ? "" : $": {allowed}")}{(column.Unit is null or "1" ? "" : $" [{column.Unit}]")}.";
        return new SheetRule(isWhole ? SheetRuleKind.WholeNumber : SheetRuleKind.Number, FirstRow, WorkbookWriter.MostRows, column.Index, text)
        {
            Title = column.Name,
            First = low?.ToString("R", CultureInfo.InvariantCulture),
            Last = high?.ToString("R", CultureInfo.InvariantCulture),
            IsWarning = true,
        };
    }
}
