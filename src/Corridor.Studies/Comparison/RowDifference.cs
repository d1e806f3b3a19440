namespace Corridor.Studies.Comparison;

/// <summary>What happened to a row of a package table.</summary>
public enum RowDifferenceKind
{
    /// <summary>Only the second package has it.</summary>
    Added,

    /// <summary>Only the first package has it.</summary>
    Removed,

    /// <summary>Both have it, with different cells.</summary>
    Changed,
}

/// <summary>A row in which two packages differ.</summary>
/// <param name="Table">Table.</param>
/// <param name="Key">The cells that tell the row apart, joined by blanks.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Fields">The cells that differ; for a row that only one package has, all that are filled, its key apart.</param>
/// <param name="Acts">Whether the difference can act on a result: false where only names, sources and remarks differ.</param>
public sealed record RowDifference(string Table, string Key, RowDifferenceKind Kind, IReadOnlyList<FieldDifference> Fields, bool Acts);

/// <summary>A cell in which two rows differ.</summary>
/// <param name="Column">Column.</param>
/// <param name="Before">Text of the cell in the first package, with the unit of the row; empty for an empty cell.</param>
/// <param name="After">The same in the second package.</param>
public sealed record FieldDifference(string Column, string Before, string After);
