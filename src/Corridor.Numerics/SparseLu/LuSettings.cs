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
    /// A candidate for pivot is a zero where its absolute value is at most this share of the sum of the absolute values of the terms that
    /// it is the sum of: it is then nothing but rounding. 0 makes only exact zeros singular.
    /// </summary>
    public double ZeroTolerance { get; init; } = 1e-14;

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
