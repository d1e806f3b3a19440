using System.Reflection;
using Corridor.Model.Units;

namespace Corridor.Model.Schema;

/// <summary>One column of a package table, as its <see cref="ColumnAttribute"/> and the type of its property say.</summary>
public sealed class ColumnSchema
{
    private readonly Type _rowType;
    private readonly PropertyInfo _property;
    private ColumnAccessor? _accessor;

    internal ColumnSchema(Type rowType, PropertyInfo property, ColumnAttribute attribute, int index)
    {
        _rowType = rowType;
        _property = property;
        Index = index;
        Name = attribute.Name;
        Meaning = attribute.Meaning;
        Unit = attribute.Unit;
        Minimum = double.IsNaN(attribute.Minimum) ? null : attribute.Minimum;
        Maximum = double.IsNaN(attribute.Maximum) ? null : attribute.Maximum;
        Required = attribute.Required;
        IsKey = attribute.Key;
        References = attribute.References;
        ValueType = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Kind = KindOf(ValueType);
        StandardUnit = Unit is not null && UnitParser.TryParse(Unit, out Unit? unit, out _) ? unit : null;
        if (Kind == ColumnKind.Enumeration)
        {
            EnumerationNames = [.. Enum.GetNames(ValueType).Select(SnakeCase.From)];
            EnumerationValues = [.. Enum.GetNames(ValueType).Select(n => Enum.Parse(ValueType, n))];
        }
    }

    /// <summary>Position in the table's list of columns, from 0.</summary>
    public int Index { get; }

    /// <summary>Column name, lower snake case.</summary>
    public string Name { get; }

    /// <summary>What the column holds, in one line.</summary>
    public string Meaning { get; }

    /// <summary>What the cells hold.</summary>
    public ColumnKind Kind { get; }

    /// <summary>Unit of the values where the whole column has one; null for text, and where the unit stands in the row.</summary>
    public string? Unit { get; }

    /// <summary>The row of the unit table for <see cref="Unit"/>; null where the unit is none of that table (deg, million/d).</summary>
    public Unit? StandardUnit { get; }

    /// <summary>Least value allowed, in <see cref="Unit"/> or the unit of the row; null for none.</summary>
    public double? Minimum { get; }

    /// <summary>Largest value allowed, in <see cref="Unit"/> or the unit of the row; null for none.</summary>
    public double? Maximum { get; }

    /// <summary>Whether a row must have a value.</summary>
    public bool Required { get; }

    /// <summary>Whether the column is part of the row's key.</summary>
    public bool IsKey { get; }

    /// <summary>Table, or union of tables (<see cref="PackageSchema.TargetsOf"/>), whose ids the values must be; null for none.</summary>
    public string? References { get; }

    /// <summary>Stored names of an enumeration, in order of declaration; empty for other kinds.</summary>
    public IReadOnlyList<string> EnumerationNames { get; } = [];

    /// <summary>Values of an enumeration, boxed, in the order of <see cref="EnumerationNames"/>.</summary>
    public IReadOnlyList<object> EnumerationValues { get; } = [];

    /// <summary>Type of the values, without <see cref="Nullable{T}"/>.</summary>
    public Type ValueType { get; }

    /// <summary>What a row has where its cell is empty: null, no items, or the default of a type that is never null.</summary>
    public object? EmptyValue => Kind == ColumnKind.TextList ? Array.Empty<string>()
        : !ValueType.IsValueType || Nullable.GetUnderlyingType(_property.PropertyType) is not null ? null
        : Activator.CreateInstance(ValueType);

    /// <summary>Name of the column of the same row that holds the unit of the value; null if the unit is fixed or there is none.</summary>
    public string? UnitColumn => Kind switch
    {
        ColumnKind.Amount => "amount_unit",
        ColumnKind.Rate => "rate_unit",
        ColumnKind.UnitPrice => "price_unit",
        _ => null,
    };

    /// <summary>Type of the column in a Frictionless table schema.</summary>
    public string FieldType => Kind switch
    {
        ColumnKind.Boolean => "boolean",
        ColumnKind.Integer => "integer",
        ColumnKind.Date => "date",
        ColumnKind.Number or ColumnKind.Amount or ColumnKind.Rate or ColumnKind.UnitPrice
            or ColumnKind.Length or ColumnKind.Pressure or ColumnKind.Power => "number",
        _ => "string",
    };

    private ColumnAccessor Accessor => _accessor ??= ColumnAccessor.For(_rowType, _property);

    /// <summary>The value of the column in a row; null where the cell is empty.</summary>
    /// <param name="row">A row of the column's table.</param>
    public object? Get(Row row) => Accessor.Get(row);

    /// <summary>Gives the column its value in a row that is being made: rows do not change once anyone else has seen them.</summary>
    /// <param name="row">A row of the column's table.</param>
    /// <param name="value">Value of <see cref="ValueType"/>, or null where the property allows it.</param>
    public void Initialise(Row row, object? value) => Accessor.Set(row, value);

    /// <summary>The stored name of a value of an enumeration.</summary>
    /// <param name="value">A value of <see cref="ValueType"/>.</param>
    public string EnumerationName(object value)
    {
        for (int i = 0; i < EnumerationValues.Count; i++)
        {
            if (EnumerationValues[i].Equals(value))
                return EnumerationNames[i];
        }

        throw new ArgumentException($"{value} is not a value of {ValueType.Name}.", nameof(value));
    }

    /// <summary>The number in a value of this column, in <see cref="Unit"/> or the unit of the row; null if it holds none.</summary>
    /// <param name="value">A value as <see cref="Get"/> returns it.</param>
    public double? NumberIn(object? value) => value switch
    {
        null => null,
        double number => number,
        int number => number,
        Amount amount => amount.Value,
        Rate rate => rate.Value,
        UnitPrice price => price.Value,
        Length length => length.In(StandardUnit!),
        Pressure pressure => pressure.In(StandardUnit!),
        Power power => power.In(StandardUnit!),
        _ => null,
    };

    /// <summary>The column's name.</summary>
    public override string ToString() => Name;

    private static ColumnKind KindOf(Type type) =>
        type == typeof(string) ? ColumnKind.Text
        : type == typeof(IReadOnlyList<string>) ? ColumnKind.TextList
        : type == typeof(bool) ? ColumnKind.Boolean
        : type == typeof(int) ? ColumnKind.Integer
        : type == typeof(double) ? ColumnKind.Number
        : type == typeof(DateOnly) ? ColumnKind.Date
        : type.IsEnum ? ColumnKind.Enumeration
        : Enum.TryParse(type.Name, out ColumnKind kind) ? kind
        : throw new ArgumentException($"No column can hold a {type.Name}.", nameof(type));
}
