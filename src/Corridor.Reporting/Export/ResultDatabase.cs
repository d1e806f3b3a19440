using System.Text;
using Microsoft.Data.Sqlite;

namespace Corridor.Reporting.Export;

/// <summary>Writes result tables and views into a new SQLite file.</summary>
internal static class ResultDatabase
{
    /// <summary>Version of the schema; goes up when a table, view or column changes its name or meaning.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes a file that is not there yet. It is not protected against a crash: it is written beside its place and renamed when complete.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<ResultTable> tables, CancellationToken cancellationToken)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
        try
        {
            using var connection = new SqliteConnection(settings.ToString());
            connection.Open();
            Execute(connection, $"PRAGMA foreign_keys=OFF; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA page_size=8192; PRAGMA cache_size=-32768; PRAGMA user_version={SchemaVersion}; BEGIN");
            foreach (ResultTable table in tables)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Execute(connection, CreateStatement(table));
                using var sink = new SqliteSink(connection.Handle!, table);
                table.WriteRows(sink);
            }

            foreach (string statement in ResultViews.Indices)
                Execute(connection, statement);
            foreach (ResultView view in ResultViews.All)
                Execute(connection, $"CREATE VIEW {view.Name} AS {view.Query}");
            Execute(connection, "COMMIT; PRAGMA optimize");
        }
        catch (SqliteException exception)
        {
            throw SqliteSink.Failure(exception.SqliteErrorCode, exception);
        }
    }

    private static string CreateStatement(ResultTable table)
    {
        var text = new StringBuilder($"CREATE TABLE {table.Name} (");
        foreach (ResultColumn column in table.Columns)
        {
            string type = column.Kind switch
            {
                ResultColumnKind.Text => "TEXT",
                ResultColumnKind.Number => "REAL",
                _ => "INTEGER",
            };
            text.Append(column.Name).Append(' ').Append(type);
            if (column.References is not null)
                text.Append(" REFERENCES ").Append(column.References);
            text.Append(", ");
        }

        string key = string.Join(", ", table.Columns.Take(table.KeyColumns).Select(c => c.Name));
        bool byNumber = table.KeyColumns == 1 && table.Columns[0].Kind != ResultColumnKind.Text;
        // A single whole-number key is SQLite's own row number already.
        return text.Append("PRIMARY KEY (").Append(key).Append(byNumber ? "))" : ")) WITHOUT ROWID").ToString();
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
