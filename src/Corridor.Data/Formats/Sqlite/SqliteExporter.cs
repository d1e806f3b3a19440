using System.Globalization;
using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Tables;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Schema;
using Microsoft.Data.Sqlite;
using static Corridor.Data.Formats.Sqlite.SqliteNames;

namespace Corridor.Data.Formats.Sqlite;

/// <summary>Writes a package as one SQLite database that <see cref="SqliteImporter"/> reads back without loss: a table a table, with types, keys, references and indices.</summary>
public sealed class SqliteExporter : IPackageExporter
{
    private const int ConstraintFailed = 19;
    private const int DiskFull = 13;

    /// <inheritdoc/>
    public string Format => "sqlite";

    /// <inheritdoc/>
    public string Description => "one SQLite database, a table a table, with types, references and a list of units; read back without loss";

    /// <inheritdoc/>
    /// <exception cref="ExportRefusedException">Two rows of a table have the same id.</exception>
    /// <exception cref="ArgumentException">The system holds what no package can: see <see cref="PackageWriter"/>.</exception>
    public FidelityReport Export(EnergySystem system, string path, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(system);
        var report = new FidelityReport();
        OutputFile.SaveAs(path, file =>
        {
            var settings = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
            try
            {
                using var connection = new SqliteConnection(settings.ToString());
                connection.Open();
                // It is written beside its place and renamed when complete, so that it needs no journal.
                Execute(connection, "PRAGMA foreign_keys=OFF; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA encoding='UTF-8'; BEGIN");
                WriteDescription(connection, system.Description, report);
                WriteColumns(connection);
                foreach (TableSchema table in PackageSchema.Tables)
                    Execute(connection, CreateStatement(table));
                foreach (TableSchema table in PackageSchema.Tables)
                    WriteTable(connection, table, table.RowsOf(system), report, cancellation);
                foreach (string statement in Indices())
                    Execute(connection, statement);
                Execute(connection, "COMMIT");
            }
            catch (SqliteException problem) when (problem.SqliteErrorCode == ConstraintFailed)
            {
                throw new ExportRefusedException($"The database refuses a row: {problem.Message} `corridor check` names the row.", problem);
            }
            catch (SqliteException problem)
            {
                // A full disk has the code of the system, as if a plain file were written.
                throw new IOException("The database could not be written.", problem) { HResult = (problem.SqliteErrorCode & 0xFF) == DiskFull ? 28 : problem.HResult };
            }
        });
        return report;
    }

    private static void WriteDescription(SqliteConnection connection, PackageDescription head, FidelityReport report)
    {
        Execute(connection, $"CREATE TABLE {Quoted(Package)} (field TEXT NOT NULL PRIMARY KEY, value TEXT, meaning TEXT NOT NULL)");
        using SqliteCommand insert = Insert(connection, Package, 3);
        foreach ((string name, string meaning) in DescriptionFields.All)
        {
            string value = DescriptionFields.Write(name, head, report, $"{Package}.{name}");
            Run(insert, name, value.Length == 0 ? null : value, meaning);
        }
    }

    private static void WriteColumns(SqliteConnection connection)
    {
        Execute(connection, $"CREATE TABLE {Quoted(Columns)} (table_name TEXT NOT NULL, column_name TEXT NOT NULL, type TEXT NOT NULL, unit TEXT, unit_column TEXT, required INTEGER NOT NULL, key INTEGER NOT NULL, refers_to TEXT, allowed TEXT, meaning TEXT NOT NULL, PRIMARY KEY (table_name, column_name))");
        using SqliteCommand insert = Insert(connection, Columns, 10);
        foreach (TableSchema table in PackageSchema.Tables)
        {
            foreach (ColumnSchema column in table.Columns)
            {
                string allowed = ColumnLabels.Allowed(column);
                Run(insert, table.Name, column.Name, ColumnLabels.Type(column), column.Unit, column.UnitColumn, column.Required ? 1 : 0, column.IsKey ? 1 : 0, column.References, allowed.Length == 0 ? null : allowed, column.Meaning);
            }
        }
    }

    /// <summary>Lists of ids, and references to one of several tables, cannot be foreign keys of SQL; they are only described.</summary>
    private static string CreateStatement(TableSchema table)
    {
        var text = new StringBuilder($"CREATE TABLE {Quoted(table.Name)} (");
        foreach (ColumnSchema column in table.Columns)
        {
            string name = Quoted(column.Name);
            text.Append(column.Index == 0 ? "" : ", ").Append(name).Append(' ').Append(TypeOf(column));
            if (column.Required)
                text.Append(" NOT NULL");
            if (column == table.IdColumn)
                text.Append(" PRIMARY KEY");
            if (column.Kind == ColumnKind.Boolean)
                text.Append(CultureInfo.InvariantCulture, $" CHECK ({name} IN (0, 1))");
            if (column.EnumerationNames.Count > 0)
                text.Append(CultureInfo.InvariantCulture, $" CHECK ({name} IN ({string.Join(", ", column.EnumerationNames.Select(n => $"'{n}'"))}))");
            if (column.Kind == ColumnKind.Text && column.References is { } target && PackageSchema.Find(target) is not null)
                text.Append(CultureInfo.InvariantCulture, $" REFERENCES {Quoted(target)}(\"id\")");
        }

        return text.Append(')').ToString();
    }

    private static IEnumerable<string> Indices()
    {
        foreach (TableSchema table in PackageSchema.Tables)
        {
            if (table.IdColumn is null && table.Key.Count > 0)
                yield return $"CREATE INDEX {Quoted(table.Name + "_key")} ON {Quoted(table.Name)} ({string.Join(", ", table.Key.Select(c => Quoted(c.Name)))})";
            foreach (ColumnSchema column in table.Columns)
            {
                if (column.Kind == ColumnKind.Text && column.References is not (null or "sources") && (table.Key.Count == 0 || column != table.Key[0]))
                    yield return $"CREATE INDEX {Quoted($"{table.Name}_{column.Name}")} ON {Quoted(table.Name)} ({Quoted(column.Name)})";
            }
        }
    }

    private static void WriteTable(SqliteConnection connection, TableSchema table, IReadOnlyList<Row> rows, FidelityReport report, CancellationToken cancellation)
    {
        if (rows.Count == 0)
            return;
        var texts = new TableWriter(table, rows);
        var filled = new int[table.Columns.Count];
        var cells = new object?[table.Columns.Count];
        using SqliteCommand insert = Insert(connection, table.Name, table.Columns.Count);
        foreach (Row row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            texts.Begin(row);
            foreach (ColumnSchema column in table.Columns)
            {
                string text = texts.Text(column, row).Trim();
                filled[column.Index] += text.Length > 0 ? 1 : 0;
                cells[column.Index] = text.Length == 0 ? null : TypeOf(column) switch
                {
                    "REAL" => double.Parse(text, CultureInfo.InvariantCulture),
                    "INTEGER" when column.Kind == ColumnKind.Boolean => text == "true" ? 1L : 0L,
                    "INTEGER" => long.Parse(text, CultureInfo.InvariantCulture),
                    _ => text,
                };
            }

            Run(insert, cells);
        }

        foreach (ColumnSchema column in table.Columns)
            report.Exact(table.Name, column.Name, $"{table.Name}.{column.Name}", filled[column.Index]);
    }

    private static SqliteCommand Insert(SqliteConnection connection, string table, int columns)
    {
        SqliteCommand command = connection.CreateCommand();
        string[] names = [.. Enumerable.Range(0, columns).Select(i => string.Create(CultureInfo.InvariantCulture, $"@p{i}"))];
#pragma warning disable CA2100 // The statement is made of the schema alone, never of a package's text.
        command.CommandText = $"INSERT INTO {Quoted(table)} VALUES ({string.Join(", ", names)})";
#pragma warning restore CA2100
        foreach (string name in names)
            command.Parameters.Add(new SqliteParameter(name, DBNull.Value));
        return command;
    }

    private static void Run(SqliteCommand insert, params object?[] cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            // The type of a parameter is that of its value: texts stay texts whatever they look like.
            insert.Parameters[i].ResetSqliteType();
            insert.Parameters[i].Value = cells[i] ?? DBNull.Value;
        }

        insert.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are made of the schema alone, never of a package's text.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
