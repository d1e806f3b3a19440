using SQLitePCL;

namespace Corridor.Reporting.Export;

/// <summary>Puts rows into one table of a database by a prepared statement.</summary>
internal sealed class SqliteSink : IRowSink, IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _column;

    public SqliteSink(sqlite3 database, ResultTable table)
    {
        _database = database;
        string marks = string.Join(',', Enumerable.Repeat('?', table.Columns.Count));
        Check(raw.sqlite3_prepare_v2(database, $"INSERT INTO {table.Name} VALUES ({marks})", out _statement));
    }

    public void Text(string? value) => Check(value is null
        ? raw.sqlite3_bind_null(_statement, ++_column)
        : raw.sqlite3_bind_text(_statement, ++_column, value));

    public void Number(double value) => Check(double.IsFinite(value)
        ? raw.sqlite3_bind_double(_statement, ++_column, value)
        : raw.sqlite3_bind_null(_statement, ++_column));

    public void Integer(long value) => Check(raw.sqlite3_bind_int64(_statement, ++_column, value));

    public void Period(int index) => Integer(index);

    public void Element(int index, string id) => Integer(index);

    public void EndRow()
    {
        int code = raw.sqlite3_step(_statement);
        if (code != raw.SQLITE_DONE)
            Check(code);
        Check(raw.sqlite3_reset(_statement));
        _column = 0;
    }

    public void Dispose() => _statement.Dispose();

    /// <summary>What SQLite refuses, as an error of writing: a full or read-only disk has the code of the system.</summary>
    /// <param name="code">SQLite's code.</param>
    /// <param name="cause">What was thrown; null for nothing.</param>
    internal static IOException Failure(int code, Exception? cause = null)
    {
        var failure = new IOException(cause is null ? "The result database could not be written." : $"The result database could not be written: {cause.Message}", cause);
        if ((code & 0xFF) == raw.SQLITE_FULL)
            failure.HResult = 28;
        else if ((code & 0xFF) == raw.SQLITE_READONLY)
            failure.HResult = 30;
        return failure;
    }

    private void Check(int code)
    {
        // A full disk is the usual reason, so it is an I/O error for the caller.
        if (code != raw.SQLITE_OK)
            throw Failure(code, new IOException(raw.sqlite3_errmsg(_database).utf8_to_string()));
    }
}
