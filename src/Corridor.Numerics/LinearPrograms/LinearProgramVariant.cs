namespace Corridor.Numerics.LinearPrograms;

/// <summary>
/// What differs between a <see cref="LinearProgram"/> and a variant of it: bounds and costs of single columns, bounds of single rows. The matrix is
/// the same. Of several changes of one column or row the last holds. Not to be changed while it is being solved.
/// </summary>
public sealed class LinearProgramVariant
{
    private readonly List<BoundChange> _columns = [];
    private readonly List<BoundChange> _rows = [];
    private readonly List<CostChange> _costs = [];

    /// <summary>Changed bounds of columns, in the order given.</summary>
    public IReadOnlyList<BoundChange> ColumnBounds => _columns;

    /// <summary>Changed bounds of rows, in the order given.</summary>
    public IReadOnlyList<BoundChange> RowBounds => _rows;

    /// <summary>Changed costs of columns, in the order given.</summary>
    public IReadOnlyList<CostChange> Costs => _costs;

    internal List<BoundChange> ColumnList => _columns;

    internal List<BoundChange> RowList => _rows;

    internal List<CostChange> CostList => _costs;

    /// <summary>Replaces the bounds of a column; equal bounds fix it.</summary>
    /// <param name="column">The column, ≥ 0.</param>
    /// <param name="lower">Lower bound or −∞.</param>
    /// <param name="upper">Upper bound or +∞.</param>
    /// <returns>This variant.</returns>
    /// <exception cref="ArgumentException">The index is negative, a bound is NaN, or the bounds cross.</exception>
    public LinearProgramVariant SetColumnBounds(int column, double lower, double upper)
    {
        _columns.Add(BoundChange.Of(column, lower, upper));
        return this;
    }

    /// <summary>Replaces the bounds of a row; equal bounds make an equality.</summary>
    /// <param name="row">The row, ≥ 0.</param>
    /// <param name="lower">Lower bound or −∞.</param>
    /// <param name="upper">Upper bound or +∞.</param>
    /// <returns>This variant.</returns>
    /// <exception cref="ArgumentException">The index is negative, a bound is NaN, or the bounds cross.</exception>
    public LinearProgramVariant SetRowBounds(int row, double lower, double upper)
    {
        _rows.Add(BoundChange.Of(row, lower, upper));
        return this;
    }

    /// <summary>Replaces the cost of a column.</summary>
    /// <param name="column">The column, ≥ 0.</param>
    /// <param name="cost">Cost of one unit, finite.</param>
    /// <returns>This variant.</returns>
    /// <exception cref="ArgumentException">The index is negative, or the cost is not finite.</exception>
    public LinearProgramVariant SetCost(int column, double cost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        if (!double.IsFinite(cost))
            throw new ArgumentException("Costs must be finite.", nameof(cost));
        _costs.Add(new CostChange(column, cost));
        return this;
    }

    /// <summary>The program with these changes; it shares the matrix, and everything else is its own.</summary>
    /// <exception cref="ArgumentException">A change names a column or row that the program has not.</exception>
    public LinearProgram ApplyTo(LinearProgram program)
    {
        RequireFit(program);
        double[] cost = (double[])program.Cost.Clone();
        double[] columnLower = (double[])program.ColumnLower.Clone();
        double[] columnUpper = (double[])program.ColumnUpper.Clone();
        double[] rowLower = (double[])program.RowLower.Clone();
        double[] rowUpper = (double[])program.RowUpper.Clone();
        foreach (BoundChange change in _columns)
            (columnLower[change.Index], columnUpper[change.Index]) = (change.Lower, change.Upper);
        foreach (BoundChange change in _rows)
            (rowLower[change.Index], rowUpper[change.Index]) = (change.Lower, change.Upper);
        foreach (CostChange change in _costs)
            cost[change.Index] = change.Cost;
        return new LinearProgram(program.Matrix, cost, program.CostOffset, columnLower, columnUpper, rowLower, rowUpper);
    }

    /// <summary>Refuses changes of columns and rows that the program has not.</summary>
    internal void RequireFit(LinearProgram program)
    {
        foreach (BoundChange change in _columns)
            Require(change.Index, program.ColumnCount, "column");
        foreach (CostChange change in _costs)
            Require(change.Index, program.ColumnCount, "column");
        foreach (BoundChange change in _rows)
            Require(change.Index, program.RowCount, "row");
    }

    private static void Require(int index, int count, string what)
    {
        if (index >= count)
            throw new ArgumentException($"The variant changes {what} {index}; the program has only {count}.");
    }
}

/// <summary>New bounds of a column or row.</summary>
/// <param name="Index">The column or row, ≥ 0.</param>
/// <param name="Lower">Lower bound or −∞.</param>
/// <param name="Upper">Upper bound or +∞; not below <paramref name="Lower"/>.</param>
public readonly record struct BoundChange(int Index, double Lower, double Upper)
{
    internal static BoundChange Of(int index, double lower, double upper)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        Bounds.Normalise(lower, ref upper, nameof(lower));
        return new BoundChange(index, lower, upper);
    }
}

/// <summary>A new cost of a column.</summary>
/// <param name="Index">The column, ≥ 0.</param>
/// <param name="Cost">Cost of one unit, finite.</param>
public readonly record struct CostChange(int Index, double Cost);
