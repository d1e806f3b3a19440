namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>One reduction that leaves a dual value to be recovered. The others need none.</summary>
internal readonly record struct PostsolveStep(PostsolveKind Kind, int Row, int Column, double Coefficient, bool Lower, bool Upper)
{
    /// <summary>Row a·x_j became bounds of x_j.</summary>
    internal static PostsolveStep Singleton(int row, int column, double coefficient, bool lower, bool upper) =>
        new(PostsolveKind.SingletonRow, row, column, coefficient, lower, upper);

    /// <summary>A row whose bound only one corner of the box reaches; the steps of its columns follow it.</summary>
    internal static PostsolveStep Forcing(int row, bool toLeast) => new(PostsolveKind.ForcingRow, row, -1, 0.0, toLeast, !toLeast);

    /// <summary>A column fixed by a forcing row.</summary>
    internal static PostsolveStep ForcedColumn(int row, int column, double coefficient, bool atLower) =>
        new(PostsolveKind.ForcedColumn, row, column, coefficient, atLower, !atLower);
}

/// <summary>The kinds of <see cref="PostsolveStep"/>.</summary>
internal enum PostsolveKind
{
    /// <summary>A row with one entry.</summary>
    SingletonRow,

    /// <summary>A row that fixes its columns.</summary>
    ForcingRow,

    /// <summary>A column it fixes.</summary>
    ForcedColumn,
}
