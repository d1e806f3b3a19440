namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>One reduction that leaves something to be recovered. What the figures mean is told by the class of the reduction.</summary>
internal readonly record struct PostsolveStep
{
    internal required PostsolveKind Kind { get; init; }

    internal int Row { get; init; }

    internal int Column { get; init; }

    /// <summary>A second row or column, or a count.</summary>
    internal int Other { get; init; }

    internal double A { get; init; }

    internal double B { get; init; }

    internal double C { get; init; }

    internal bool Lower { get; init; }

    internal bool Upper { get; init; }

    /// <summary>First of the entries kept in the stack.</summary>
    internal int Start { get; init; }

    /// <summary>Their number.</summary>
    internal int Count { get; init; }
}

/// <summary>The kinds of <see cref="PostsolveStep"/>.</summary>
internal enum PostsolveKind
{
    /// <summary>A column fixed: <see cref="FixedColumn"/>.</summary>
    FixedColumn,

    /// <summary>A row with one entry: <see cref="Presolve.SingletonRow"/>.</summary>
    SingletonRow,

    /// <summary>A row that fixes its columns: <see cref="Presolve.ForcingRow"/>.</summary>
    ForcingRow,

    /// <summary>An equality of two columns: <see cref="Presolve.DoubletonRow"/>.</summary>
    DoubletonRow,

    /// <summary>Columns without cost that stand in one row: <see cref="Presolve.SlackColumns"/>.</summary>
    SlackColumns,

    /// <summary>A free column that stands in one row: <see cref="Presolve.FreeColumnSingleton"/>.</summary>
    FreeColumnSingleton,

    /// <summary>A row that a column without cost and bound can always satisfy: <see cref="Presolve.LooseColumn"/>.</summary>
    LooseRow,

    /// <summary>That column: <see cref="Presolve.LooseColumn"/>.</summary>
    LooseColumn,

    /// <summary>Two proportional rows: <see cref="Presolve.DuplicateRows"/>.</summary>
    DuplicateRow,

    /// <summary>Two proportional columns: <see cref="Presolve.DuplicateColumns"/>.</summary>
    DuplicateColumn,
}
