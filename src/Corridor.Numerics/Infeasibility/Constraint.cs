namespace Corridor.Numerics.Infeasibility;

/// <summary>Which bound of a row or column a constraint is.</summary>
public enum ConstraintSide
{
    /// <summary>Lower bound of a row.</summary>
    RowLower,

    /// <summary>Upper bound of a row.</summary>
    RowUpper,

    /// <summary>Lower bound of a column.</summary>
    ColumnLower,

    /// <summary>Upper bound of a column.</summary>
    ColumnUpper,
}

/// <summary>One constraint of a linear program: a single bound of a row or of a column. An equality is two constraints.</summary>
/// <param name="Side">Which bound.</param>
/// <param name="Index">Index of the row or column.</param>
public readonly record struct Constraint(ConstraintSide Side, int Index);
