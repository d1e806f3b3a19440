using System.Globalization;
using Corridor.Data.Formats.Documents;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Tables;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Schema;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static Corridor.Data.Formats.Sqlite.SqliteNames;

namespace Corridor.Data.Formats.Sqlite;

/// <summary>
/// Reads a package that stands in one SQLite database. Only tables proper are read: views, virtual tables and generated columns could
/// run code of whoever made the file. The rows keep the sources that the database gives them.
/// </summary>
public sealed class SqliteImporter : IPackageImporter
{
    private const int LongestCell = 1 << 20;
    private const int MostColumns = 1000;

    // Result codes of SQLite (sqlite.org/rescode.html).
    private const int TooBig = 18;

    /// <inheritdoc/>
    public string Format => "sqlite";

    /// <inheritdoc/>
    public string Description => "a package as one SQLite database, as the exporter of the same name writes it";

    /// <inheritdoc/>
    public ImportResult? Import(ImportRequest request, FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findings);
        string file = Path.GetFileName(request.Path);
        if (!MayBeRead(request.Path, file, findings))
            return null;
        int before = findings.Errors;
        try
        {
            using SqliteConnection connection = Open(request.Path);
            var report = new FidelityReport();
            ImportResult? read = Read(connection, file, report, findings, cancellation);
            return findings.Errors > before ? null : read;
        }
        catch (SqliteException problem)
        {
            FindingKind kind = problem.SqliteErrorCode == TooBig ? FormatFindings.TooMany : FormatFindings.NotWellFormed;
            findings.Add(kind.At(file, new SourcePlace(file), "The database cannot be read: " + problem.Message, "Check it with `sqlite3 FILE 'PRAGMA integrity_check'`, or copy it again."));
            return null;
        }
    }

    private static bool MayBeRead(string path, string file, FindingList findings)
    {
        var place = new SourcePlace(file);
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
            {
                findings.Add(Directory.Exists(path) ? FormatFindings.NotFound.At(file, place, "This is a folder; a database is one file.", "Give the path of a database in it.") : MissingPath.Of(path, file, "file"));
                return false;
            }

            if (info.Length > InputFile.Longest)
            {
                findings.Add(FormatFindings.TooLarge.At(file, place, string.Create(CultureInfo.InvariantCulture, $"The file has {info.Length} bytes; {InputFile.Longest} are read at most.")));
                return false;
            }

            Span<byte> head = stackalloc byte[16];
            using FileStream stream = info.OpenRead();
            if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual("SQLite format 3\0"u8))
                return true;
            findings.Add(FormatFindings.UnknownFormat.At(file, place, "The file is no SQLite database."));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            findings.Add(FormatFindings.Unreadable.At(file, place, $"The file cannot be read: {problem.Message}"));
        }

        return false;
    }

    private static SqliteConnection Open(string path)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(path), Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            raw.sqlite3_limit(connection.Handle!, raw.SQLITE_LIMIT_LENGTH, LongestCell);
            raw.sqlite3_limit(connection.Handle!, raw.SQLITE_LIMIT_COLUMN, MostColumns);
            raw.sqlite3_limit(connection.Handle!, raw.SQLITE_LIMIT_ATTACHED, 0);
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA query_only=ON; PRAGMA mmap_size=0";
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static ImportResult? Read(SqliteConnection connection, string file, FidelityReport report, FindingList findings, CancellationToken cancellation)
    {
        var rows = new Dictionary<string, IReadOnlyList<Row>>(StringComparer.Ordinal);
        PackageDescription? description = null;
        foreach ((string name, bool isTable) in TablesOf(connection))
        {
            cancellation.ThrowIfCancellationRequested();
            var place = new SourcePlace($"{file} [{name}]");
            TableSchema? table = PackageSchema.Find(name);
            if (name == Columns)
                continue;
            if (table is null && name != Package)
            {
                findings.Add(FormatFindings.NoEffect.At(Shown.Text(name), place, $"'{Shown.Text(name)}' is no table of a package; it has no effect.", Suggestion.Ask(name, PackageSchema.Tables.Select(t => t.Name))));
                report.Dropped(Shown.Text(name), "", "the table is none of a package");
            }
            else if (!isTable)
            {
                findings.Add(FormatFindings.WrongKind.At(name, place, $"'{name}' is a view or a virtual table; only tables are read.", $"Make a table of it: CREATE TABLE … AS SELECT * FROM {name}."));
            }
            else if (table is null)
            {
                description = Describe(connection, place, report, findings);
            }
            else
            {
                rows.Add(table.Name, new SqliteTable(connection, table, place, report, findings).Read(cancellation));
            }
        }

        if (rows.Count == 0)
            findings.Add(FormatFindings.UnknownFormat.At(file, new SourcePlace(file), "The database has no table of a package.", "Name the tables nodes, supplies, demands … as docs/package.md lists them."));
        else if (description is null && !findings.HasErrors)
            findings.Add(FormatFindings.Missing.At(file, new SourcePlace(file), $"The database has no table '{Package}' with the fields of the package.", "docs/formats/sqlite.md shows it."));
        return description is null ? null : new ImportResult(PackageSchema.Create(description, rows), report);
    }

    private static List<(string Name, bool IsTable)> TablesOf(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT name, type = 'table' AND rootpage > 0 FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND typeof(name) = 'text' LIMIT 10000";
        using SqliteDataReader reader = command.ExecuteReader();
        var tables = new List<(string Name, bool IsTable)>();
        while (reader.Read())
            tables.Add((reader.GetString(0), reader.GetInt64(1) != 0));
        return tables;
    }

    private static PackageDescription? Describe(SqliteConnection connection, SourcePlace place, FidelityReport report, FindingList findings)
    {
        var fields = new DescriptionFields(Package, place, findings);
        if (!SqliteTable.ColumnsOf(connection, Package).Select(c => c.Name).Order(StringComparer.Ordinal).Intersect(["field", "value"]).SequenceEqual(["field", "value"]))
        {
            findings.Add(FormatFindings.Missing.At(Package, place, $"The table '{Package}' needs the columns field and value."));
            return null;
        }

        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT field, value FROM {Quoted(Package)} NOT INDEXED LIMIT 100";
        using SqliteDataReader reader = command.ExecuteReader();
        for (int row = 1; reader.Read(); row++)
        {
            if (reader.GetValue(0) is string field && reader.GetValue(1) is not (DBNull or byte[]))
                fields.Add(field, Convert.ToString(reader.GetValue(1), CultureInfo.InvariantCulture)!, place with { Line = row }, report);
        }

        return fields.Read(report);
    }
}
