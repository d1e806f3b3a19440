namespace Corridor.Model.Schema;

/// <summary>Describes the package column that a property is read from and written to.</summary>
/// <param name="name">Column name, lower snake case.</param>
/// <param name="meaning">What the column holds, in one line.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string name, string meaning) : Attribute
{
    /// <summary>Column name, lower snake case.</summary>
    public string Name { get; } = name;

    /// <summary>What the column holds.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>
    /// Unit of the values where the whole column has one ("km"); null for text, and for columns whose unit stands in
    /// the row (<c>rate_unit</c>, <c>amount_unit</c>, <c>price_unit</c>).
    /// </summary>
    public string? Unit { get; init; }

    /// <summary>Least value allowed, in <see cref="Unit"/>; NaN for none.</summary>
    public double Minimum { get; init; } = double.NaN;

    /// <summary>Largest value allowed, in <see cref="Unit"/>; NaN for none.</summary>
    public double Maximum { get; init; } = double.NaN;

    /// <summary>Whether a row must have a value.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the column is part of the row's key.</summary>
    public bool Key { get; init; }

    /// <summary>
    /// Table whose ids the values must be, or one of the two unions <c>arcs</c> (pipelines, power_lines, transports) and
    /// <c>assets</c> (supplies, arcs, storages, converters, demands); null for none.
    /// </summary>
    public string? References { get; init; }
}
