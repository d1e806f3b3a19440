namespace Corridor.Numerics.QuadraticPrograms;

/// <summary>The matrix of a quadratic objective is not positive semidefinite.</summary>
public sealed class NotConvexException : ArgumentException
{
    /// <summary>Names the column at which it shows.</summary>
    /// <param name="column">Index of the column.</param>
    public NotConvexException(int column)
        : base(FormattableString.Invariant($"The quadratic objective is not convex: it shows at column {column}.")) => Column = column;

    /// <summary>The column at which elimination met a negative pivot, or an entry that no pivot of its column allows.</summary>
    public int Column { get; }
}
