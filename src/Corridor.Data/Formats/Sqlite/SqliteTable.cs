using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Tables;
using Corridor.Data.Formats.Workbooks;
using Corridor.Model.Findings;
using Corridor.Model.Schema;
using Microsoft.Data.Sqlite;
using static Corridor.Data.Formats.Sqlite.SqliteNames;

namespace Corridor.Data.Formats.Sqlite;

/// <summary>Reads the rows of one table of a database, in the order in which they were written.</summary>
internal sealed class SqliteTable(SqliteConnection connection, TableSchema table, SourcePlace place, FidelityReport report, FindingList findings) : ITableCells
{
    private const int MostRows = 5_000_000;
    private SqliteDataReader? _reader;
    private int _row;

    /// <inheritdoc/>
    public string EmptyHint => "Fill it.";

    /// <summary>Columns of a table that hold something themselves; generated and hidden ones are left out.</summary>
    internal static List<(string Name, bool IsStored)> ColumnsOf(SqliteConnection connection, string name)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT name, hidden FROM pragma_table_xinfo(@name)";
        command.Parameters.AddWithValue("@name", name);
        using SqliteDataReader reader = command.ExecuteReader();
        var columns = new List<(string Name, bool IsStored)>();
        while (reader.Read())
            columns.Add((reader.GetString(0), reader.GetInt64(1) == 0));
        return columns;
    }

    /// <inheritdoc/>
    public WorkbookCell Cell(CellReader column)
    {
        int ordinal = column.Ordinal;
        object value = _reader!.GetValue(ordinal);
        switch (value)
        {
            case DBNull:
                return WorkbookCell.Empty(ordinal);
            case long flag and (0 or 1) when column.Column.Kind == ColumnKind.Boolean:
                return new WorkbookCell(ordinal, WorkbookCellKind.Boolean, "", flag, default, IsFormula: false);
            case long number when ColumnLabels.IsNumeric(column.Column) || column.Column.Kind == ColumnKind.Text:
                return new WorkbookCell(ordinal, WorkbookCellKind.Number, "", number, default, IsFormula: false);
            case double number when double.IsFinite(number) && column.Column.Kind != ColumnKind.Date:
                return new WorkbookCell(ordinal, WorkbookCellKind.Number, "", number, default, IsFormula: false);
            case byte[] bytes:
                return new WorkbookCell(ordinal, WorkbookCellKind.Error, string.Create(CultureInfo.InvariantCulture, $"of {bytes.Length} bytes (a blob)"), 0, default, IsFormula: false);
            default:
                return new WorkbookCell(ordinal, WorkbookCellKind.Text, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", 0, default, IsFormula: false);
        }
    }

    /// <inheritdoc/>
    public SourcePlace PlaceOf(CellReader column) => place with { Line = _row, Field = column.Column.Name };

    /// <inheritdoc/>
    public string NameOf(CellReader column) => string.Create(CultureInfo.InvariantCulture, $"row {_row}");

    /// <summary>Reads all rows that can be read.</summary>
    internal IReadOnlyList<Row> Read(CancellationToken cancellation)
    {
        List<CellReader> columns = Columns(out bool isComplete);
        if (columns.Count == 0)
            return [];
        var rows = new TableRows(table, columns, isComplete, is1904: false, findings);
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statement is made of the schema alone.
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(c => Quoted(c.Column.Name)))} FROM {Quoted(table.Name)} NOT INDEXED";
#pragma warning restore CA2100
        using SqliteDataReader reader = command.ExecuteReader();
        _reader = reader;
        int broken = 0;
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            _row++;
            if (_row > MostRows || (!rows.Add(this) && ++broken >= TableRows.MostBroken))
            {
                string message = _row > MostRows ? $"The table has more than {MostRows} rows." : $"{broken} rows up to this one cannot be read; the rest of the table was not looked at.";
                findings.Add(FormatFindings.TooMany.At(table.Name, place with { Line = _row }, message, "Mend the first ones: most often they have one cause."));
                break;
            }
        }

        rows.Report(report);
        return rows.Rows;
    }

    private List<CellReader> Columns(out bool isComplete)
    {
        isComplete = true;
        var columns = new List<CellReader>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, bool isStored) in ColumnsOf(connection, table.Name))
        {
            if (table.Column(name) is not { } column)
            {
                findings.Add(FormatFindings.NoEffect.At($"{table.Name}.{Shown.Text(name)}", place, $"'{Shown.Text(name)}' is no column of {table.Name}; it has no effect.", Suggestion.Ask(name, table.Columns.Select(c => c.Name))));
                report.Dropped(table.Name, Shown.Text(name), "no column of the table");
            }
            else if (!isStored)
            {
                isComplete = false;
                findings.Add(FormatFindings.WrongKind.At($"{table.Name}.{name}", place, $"The column '{name}' is generated; only stored values are read.", "Make it a plain column."));
            }
            else if (seen.Add(name))
            {
                columns.Add(new CellReader(column, columns.Count));
            }
        }

        foreach (ColumnSchema column in table.Columns)
        {
            if (!column.Required || seen.Contains(column.Name))
                continue;
            isComplete = false;
            findings.Add(FormatFindings.Missing.At($"{table.Name}.{column.Name}", place, $"The column '{column.Name}' ({column.Meaning}) is missing; {table.Name} cannot do without it."));
        }

        return columns;
    }
}
