namespace Corridor.Numerics.SparseLu;

/// <summary>How the pivots of a sparse LU factorisation are chosen and judged.</summary>
public sealed record LuSettings
{
    /// <summary>
    /// The entry on the diagonal is taken as pivot where its absolute value is at least this share of the greatest of its column, in (0, 1];
    /// 1 is partial pivoting. Small values keep the order that was chosen for little fill.
    /// </summary>
    public double PivotThreshold { get; init; } = 1e-2;

    /// <summary>
    /// Least share of the greatest entry of its column, in [0, 1], that a pivot must have when values are factorised anew with old pivots.
    /// </summary>
    public double ReusedPivotThreshold { get; init; } = 1e-5;

    /// <summary>
    /// The matrix is singular where a combination of columns vanishes in each row up to this share of its terms, in [0, 1): entries that differ by
    /// this share make it exactly singular. It is looked for where a pivot is tiny.
    /// </summary>
    public double ZeroTolerance { get; init; } = 1e-12;

    /// <summary>Whether each row is divided by the power of two next below its greatest absolute value.</summary>
    public bool ScaleRows { get; init; } = true;

    /// <summary>Throws where a value is outside its range.</summary>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    internal void Validate()
    {
        if (!(PivotThreshold is > 0.0 and <= 1.0))
            throw new ArgumentException("The pivot threshold must be in (0, 1].", nameof(PivotThreshold));
        if (!(ReusedPivotThreshold is >= 0.0 and <= 1.0))
            throw new ArgumentException("The threshold of reused pivots must be in [0, 1].", nameof(ReusedPivotThreshold));
        if (!(ZeroTolerance is >= 0.0 and < 1.0))
            throw new ArgumentException("The tolerance of zeros must be in [0, 1).", nameof(ZeroTolerance));
    }
}
