using System.Collections.Frozen;
using System.Reflection;

namespace Corridor.Model.Schema;

/// <summary>All tables of a package, built once from the attributes of the row records.</summary>
public static class PackageSchema
{
    private static readonly FrozenDictionary<string, TableSchema> ByName;
    private static readonly FrozenDictionary<string, TableSchema[]> ByReference;

    static PackageSchema()
    {
        int index = 0;
        Tables =
        [
            .. typeof(EnergySystem).GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
                .OrderBy(p => p.MetadataToken)
                .Select(p => new TableSchema(p, index++)),
        ];
        ByName = Tables.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
        var references = Tables.Where(t => t.IdColumn is not null).ToDictionary(t => t.Name, t => new[] { t }, StringComparer.Ordinal);
        references.Add("arcs", [.. ArcTables.Select(Table)]);
        references.Add("assets", [.. AssetTables.Select(Table)]);
        ByReference = references.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Every table, in the order of <see cref="EnergySystem"/>.</summary>
    public static IReadOnlyList<TableSchema> Tables { get; }

    /// <summary>Names of the tables whose rows are arcs between two nodes.</summary>
    public static IReadOnlyList<string> ArcTables => ["pipelines", "power_lines", "transports"];

    /// <summary>Names of the tables whose rows are assets: rules, outages and dated values name them by id alone.</summary>
    public static IReadOnlyList<string> AssetTables => ["supplies", "pipelines", "power_lines", "transports", "storages", "converters", "demands"];

    /// <summary>The table of a name; null if there is none.</summary>
    /// <param name="name">Table name, lower snake case.</param>
    public static TableSchema? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The table of a name that is known to exist.</summary>
    /// <param name="name">Table name, lower snake case.</param>
    /// <exception cref="ArgumentException">No such table.</exception>
    public static TableSchema Table(string name) => Find(name) ?? throw new ArgumentException($"No table '{name}'.", nameof(name));

    /// <summary>The tables whose ids a reference may name: one table, or those of the unions <c>arcs</c> and <c>assets</c>.</summary>
    /// <param name="reference">Value of <see cref="ColumnSchema.References"/>.</param>
    /// <exception cref="ArgumentException">Neither a table with ids nor a union.</exception>
    public static IReadOnlyList<TableSchema> TargetsOf(string reference) =>
        ByReference.TryGetValue(reference, out TableSchema[]? tables) ? tables : throw new ArgumentException($"Nothing to refer to: '{reference}'.", nameof(reference));

    /// <summary>Makes a system of rows.</summary>
    /// <param name="description">Head of the package.</param>
    /// <param name="rows">Rows by table name; tables left out stay empty.</param>
    public static EnergySystem Create(PackageDescription description, IReadOnlyDictionary<string, IReadOnlyList<Row>> rows)
    {
        var system = new EnergySystem { Description = description };
        foreach ((string name, IReadOnlyList<Row> list) in rows)
            Table(name).Fill(system, list);
        return system;
    }
}
