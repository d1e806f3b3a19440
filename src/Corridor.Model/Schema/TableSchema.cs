using System.Collections.Frozen;
using System.Reflection;

namespace Corridor.Model.Schema;

/// <summary>One table of a package, as the attributes of its row record say.</summary>
public sealed class TableSchema
{
    private readonly PropertyInfo _property;
    private readonly Func<EnergySystem, IReadOnlyList<Row>> _rows;
    private readonly FrozenDictionary<string, ColumnSchema> _byName;

    internal TableSchema(PropertyInfo property, int index)
    {
        _property = property;
        _rows = property.GetMethod!.CreateDelegate<Func<EnergySystem, IReadOnlyList<Row>>>();
        Index = index;
        RowType = property.PropertyType.GetGenericArguments()[0];
        TableAttribute attribute = RowType.GetCustomAttribute<TableAttribute>()
            ?? throw new ArgumentException($"{RowType.Name} has no [Table].", nameof(property));
        Name = attribute.Name;
        Meaning = attribute.Meaning;
        Columns = [.. ColumnsOf(RowType)];
        _byName = Columns.ToFrozenDictionary(c => c.Name, StringComparer.Ordinal);
        Key = [.. Columns.Where(c => c.IsKey)];
        IdColumn = Key is [{ Name: "id" } id] ? id : null;
    }

    /// <summary>Position in <see cref="PackageSchema.Tables"/>, from 0.</summary>
    public int Index { get; }

    /// <summary>Table name, lower snake case.</summary>
    public string Name { get; }

    /// <summary>What the table holds, in one line.</summary>
    public string Meaning { get; }

    /// <summary>The usual name of the table's file.</summary>
    public string FileName => Name + ".csv";

    /// <summary>Record type of the rows.</summary>
    public Type RowType { get; }

    /// <summary>Columns in the order they are written: id, name, the table's own, source, basis, note.</summary>
    public IReadOnlyList<ColumnSchema> Columns { get; }

    /// <summary>Columns that together tell the rows apart.</summary>
    public IReadOnlyList<ColumnSchema> Key { get; }

    /// <summary>The column <c>id</c> where it alone is the key; null for tables without ids.</summary>
    public ColumnSchema? IdColumn { get; }

    /// <summary>Whether a package must have rows of this table.</summary>
    public bool Required => Name is "carriers" or "nodes" or "supplies" or "demands";

    /// <summary>The column of a name; null if there is none.</summary>
    /// <param name="name">Column name, lower snake case.</param>
    public ColumnSchema? Column(string name) => _byName.GetValueOrDefault(name);

    /// <summary>A row with nothing filled in, to be given its values before anyone sees it.</summary>
    public Row NewRow() => (Row)Activator.CreateInstance(RowType)!;

    /// <summary>The rows of the table in a system.</summary>
    /// <param name="system">Any system.</param>
    public IReadOnlyList<Row> RowsOf(EnergySystem system) => _rows(system);

    /// <summary>The id of a row; null for tables without ids.</summary>
    /// <param name="row">A row of this table.</param>
    public string? IdOf(Row row) => (string?)IdColumn?.Get(row);

    /// <summary>The table's name.</summary>
    public override string ToString() => Name;

    /// <summary>Puts rows into a system that is being made.</summary>
    internal void Fill(EnergySystem system, IReadOnlyList<Row> rows)
    {
        var typed = Array.CreateInstance(RowType, rows.Count);
        for (int i = 0; i < rows.Count; i++)
            typed.SetValue(rows[i], i);
        _property.SetValue(system, typed);
    }

    private static IEnumerable<ColumnSchema> ColumnsOf(Type rowType)
    {
        // Ids lead and remarks follow, whatever the depth of inheritance.
        IEnumerable<PropertyInfo> properties = Declared(typeof(Entity), rowType).Concat(Declared(rowType, rowType)).Concat(Declared(typeof(Row), rowType));
        int index = 0;
        foreach (PropertyInfo property in properties)
        {
            ColumnAttribute? attribute = property.GetCustomAttribute<ColumnAttribute>();
            if (attribute is not null)
                yield return new ColumnSchema(rowType, property, attribute, index++);
        }
    }

    private static IEnumerable<PropertyInfo> Declared(Type type, Type rowType) => type.IsAssignableFrom(rowType)
        ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).OrderBy(p => p.MetadataToken)
        : [];
}
