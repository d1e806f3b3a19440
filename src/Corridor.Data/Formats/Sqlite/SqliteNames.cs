using Corridor.Model.Schema;

namespace Corridor.Data.Formats.Sqlite;

/// <summary>Names and types of a package in a database, which writer and reader share.</summary>
internal static class SqliteNames
{
    /// <summary>Table with the head of the package.</summary>
    internal const string Package = "package";

    /// <summary>Table that describes every column.</summary>
    internal const string Columns = "columns";

    /// <summary>A name within a statement: names of tables and columns are words of SQL too, such as from and to.</summary>
    internal static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Type of a column.</summary>
    internal static string TypeOf(ColumnSchema column) => column.FieldType switch
    {
        "boolean" or "integer" => "INTEGER",
        "number" => "REAL",
        _ => "TEXT",
    };
}
