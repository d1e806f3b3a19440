using Corridor.Model;
using Corridor.Model.Schema;

namespace Corridor.Reporting.Terminal;

/// <summary>Package tables for people.</summary>
public static class TableView
{
    private const int WidestCell = 40;

    /// <summary>Writes the tables of a package with their numbers of rows; empty ones are named at the end.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="system">The package.</param>
    public static void WriteTables(Screen screen, EnergySystem system)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(system);
        PackageDescription head = system.Description;
        screen.Write(head.Title is null ? head.Name : $"{head.Name}: {head.Title}", TextStyle.Heading);
        if (head.Description is not null)
            screen.Write(head.Description);
        screen.Line();
        TextTable table = new TextTable().Text("table").Number("rows").Text("what it holds");
        foreach (TableSchema schema in PackageSchema.Tables)
        {
            int rows = schema.RowsOf(system).Count;
            if (rows > 0)
                table.Row(schema.Name, NumberText.Count(rows), schema.Meaning);
        }

        table.Write(screen);
        string[] empty = [.. PackageSchema.Tables.Where(t => t.RowsOf(system).Count == 0).Select(t => t.Name)];
        if (empty.Length > 0)
            screen.Write("Without rows: " + string.Join(", ", empty) + ".", TextStyle.Quiet);
    }

    /// <summary>Writes the rows of a table: only the columns in use, in blocks that fit the screen, each led by the key.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="system">The package.</param>
    /// <param name="schema">The table.</param>
    public static void WriteRows(Screen screen, EnergySystem system, TableSchema schema)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(schema);
        IReadOnlyList<Row> rows = schema.RowsOf(system);
        screen.Write($"{schema.Name}: {schema.Meaning}, {NumberText.Count(rows.Count)} row{(rows.Count == 1 ? "" : "s")}", TextStyle.Heading);
        if (rows.Count == 0)
            return;
        string[][] cells = [.. rows.Select(r => schema.Columns.Select(c => CellFormat.Write(c, c.Get(r))).ToArray())];
        int[] used = [.. Enumerable.Range(0, schema.Columns.Count).Where(c => cells.Any(r => r[c].Length > 0 && !IsDefault(schema.Columns[c], r[c])))];
        int[] keys = [.. used.Where(c => schema.Columns[c].IsKey)];
        int[] others = [.. used.Where(c => !schema.Columns[c].IsKey)];
        int[] widths = [.. Enumerable.Range(0, schema.Columns.Count).Select(c => Math.Min(WidestCell, Math.Max(Head(schema.Columns[c]).Length, cells.Max(r => Screen.Cells(Screen.Printable(r[c]))))))];
        int keyWidth = keys.Sum(c => widths[c] + 2);
        for (int next = 0; next < others.Length || next == 0;)
        {
            var block = new List<int>();
            for (int room = screen.Width - keyWidth; next < others.Length && (block.Count == 0 || widths[others[next]] <= room); next++)
            {
                block.Add(others[next]);
                room -= widths[others[next]] + 2;
            }

            screen.Line();
            WriteBlock(screen, schema, cells, [.. keys, .. block]);
            if (others.Length == 0)
                break;
        }
    }

    private static void WriteBlock(Screen screen, TableSchema schema, string[][] cells, int[] columns)
    {
        var table = new TextTable();
        foreach (int c in columns)
        {
            if (IsNumber(schema.Columns[c].Kind))
                table.Number(Head(schema.Columns[c]));
            else
                table.Text(Head(schema.Columns[c]), WidestCell);
        }

        foreach (string[] row in cells)
            table.Row([.. columns.Select(c => row[c])]);
        table.Write(screen);
    }

    private static string Head(ColumnSchema column) => column.Unit is null or "1" ? column.Name : $"{column.Name} [{column.Unit}]";

    private static bool IsDefault(ColumnSchema column, string cell) => column.Kind == ColumnKind.Boolean && cell == "false";

    private static bool IsNumber(ColumnKind kind) =>
        kind is ColumnKind.Integer or ColumnKind.Number or ColumnKind.Amount or ColumnKind.Rate or ColumnKind.UnitPrice or ColumnKind.Length or ColumnKind.Pressure or ColumnKind.Power;
}
