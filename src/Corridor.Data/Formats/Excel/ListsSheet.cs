using System.Globalization;
using Corridor.Model;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.Excel;

/// <summary>Writes the hidden sheet Lists, and names the ranges that drop-downs offer.</summary>
internal static class ListsSheet
{
    /// <summary>Longest list that is offered: a spreadsheet shows at most 32,767 entries, and a person reads far fewer.</summary>
    internal const int LongestList = 10_000;

    private const string TrueOrFalse = "list_true_or_false";

    /// <summary>Name of the range that a column's cells are chosen from; null where there is none.</summary>
    internal static string? RangeOf(ColumnSchema column, EnergySystem system) => column.Kind switch
    {
        ColumnKind.Boolean => TrueOrFalse,
        ColumnKind.Enumeration => NameOf(column),
        ColumnKind.Text when column.References is { } target && CountOf(target, system) <= LongestList => "ids_" + target,
        _ => null,
    };

    internal static void Write(WorkbookWriter workbook, EnergySystem system)
    {
        var lists = new List<(string Name, IReadOnlyList<string> Items)>();
        foreach (ColumnSchema column in PackageSchema.Tables.SelectMany(t => t.Columns))
        {
            if (column.Kind == ColumnKind.Enumeration && !lists.Exists(l => l.Name == NameOf(column)))
                lists.Add((NameOf(column), column.EnumerationNames));
        }

        foreach (string union in (string[])["arcs", "assets"])
        {
            string[] ids = [.. PackageSchema.TargetsOf(union).SelectMany(t => t.RowsOf(system).Select(r => t.IdOf(r)!.Trim()))];
            if (ids.Length <= LongestList)
                lists.Add(("ids_" + union, ids));
        }

        SheetWriter sheet = workbook.Begin(new SheetLayout(PackageSheets.Lists, [.. Enumerable.Repeat(new SheetColumn(24, CellStyle.Text), lists.Count + 1)]) { FrozenRows = 1, Hidden = true });
        sheet.Text(TrueOrFalse, CellStyle.Header);
        foreach ((string name, IReadOnlyList<string> _) in lists)
            sheet.Text(name, CellStyle.Header);
        sheet.EndRow();
        int longest = Math.Max(2, lists.Max(l => l.Items.Count));
        for (int i = 0; i < longest; i++)
        {
            if (i < 2)
                sheet.Boolean(i == 0);
            else
                sheet.Skip();
            foreach ((string _, IReadOnlyList<string> items) in lists)
                sheet.Text(i < items.Count ? items[i] : null);
            sheet.EndRow();
        }

        workbook.AddName(TrueOrFalse, CellNames.Fixed(PackageSheets.Lists, 0, 2, 0, 3));
        for (int i = 0; i < lists.Count; i++)
            workbook.AddName(lists[i].Name, CellNames.Fixed(PackageSheets.Lists, i + 1, 2, i + 1, Math.Max(2, lists[i].Items.Count + 1)));
        foreach (TableSchema table in PackageSchema.Tables)
        {
            if (table.IdColumn is { } id)
                workbook.AddName("ids_" + table.Name, Growing(table.Name, id.Index));
        }
    }

    /// <summary>The ids of a table, also those that are added later.</summary>
    private static string Growing(string sheet, int column)
    {
        string name = CellNames.Quoted(sheet), letters = CellNames.Column(column), first = string.Create(CultureInfo.InvariantCulture, $"{PackageSheets.HeadRows + 1}");
        string whole = $"{name}!${letters}:${letters}";
        return $"{name}!${letters}${first}:INDEX({whole},MAX({first},COUNTA({whole})))";
    }

    private static string NameOf(ColumnSchema column) => "list_" + SnakeCase.From(column.ValueType.Name);

    private static int CountOf(string reference, EnergySystem system) => PackageSchema.TargetsOf(reference).Sum(t => t.RowsOf(system).Count);
}
