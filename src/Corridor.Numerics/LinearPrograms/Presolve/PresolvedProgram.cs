namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>A reduced problem and the way back to the original one.</summary>
internal sealed class PresolvedProgram
{
    private readonly LinearProgram _original;
    private readonly PostsolveStack _stack;
    private readonly ColumnStore _columnStore;
    private readonly double[] _cost;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _fixedValue = [];

    // Rows and columns that are left; null if all are.
    private readonly int[]? _rows;
    private readonly int[]? _columns;

    private PresolvedProgram(WorkingProgram p, ReducedProgram? reduced)
    {
        _original = p.Original;
        _stack = p.Stack;
        _columnStore = p.Columns;
        _cost = p.Cost;
        _lower = p.ColumnLower;
        _upper = p.ColumnUpper;
        if (reduced?.Columns is not null)
            _fixedValue = p.FixedValue;
        _rows = reduced?.Rows;
        _columns = reduced?.Columns;
        Reduced = reduced?.Program;
    }

    /// <summary>The reduced problem; null if presolve met a contradiction.</summary>
    internal LinearProgram? Reduced { get; }

    /// <summary>The kinds of the reductions that leave something to be recovered, in their order.</summary>
    internal IEnumerable<PostsolveKind> Kinds => _stack.Kinds;

    /// <summary>What is left of a problem.</summary>
    internal static PresolvedProgram Of(WorkingProgram p, bool feasible) => new(p, feasible ? ReducedProgram.Of(p) : null);

    /// <summary>x of the original problem.</summary>
    internal double[] RecoverPrimal(double[] reducedPrimal) => Recover(reducedPrimal, isDirection: false);

    /// <summary>A ray of the original problem from one of the reduced: fixed columns do not move, constants are zero.</summary>
    internal double[] RecoverColumnRay(double[] reducedRay) => Recover(reducedRay, isDirection: true);

    /// <summary>Row duals of the original problem.</summary>
    internal double[] RecoverDual(double[] reducedDual) => RecoverRows(reducedDual, isRay: false);

    /// <summary>
    /// A Farkas ray of the original problem from one of the reduced: the same with all costs zero. Columns fixed on the word of dual bounds may
    /// make it fail; whoever uses it checks it.
    /// </summary>
    internal double[] RecoverRowRay(double[] reducedRay) => RecoverRows(reducedRay, isRay: true);

    private double[] Recover(double[] reduced, bool isDirection)
    {
        if (_columns is null)
            return reduced;
        double[] x = isDirection ? new double[_fixedValue.Length] : (double[])_fixedValue.Clone();
        for (int k = 0; k < _columns.Length; k++)
            x[_columns[k]] = reduced[k];
        var recovery = new PrimalRecovery(_stack, x, _lower, _upper, isDirection);
        ReadOnlySpan<PostsolveStep> steps = _stack.Steps;
        for (int s = steps.Length - 1; s >= 0; s--)
        {
            ref readonly PostsolveStep step = ref steps[s];
            switch (step.Kind)
            {
                case PostsolveKind.DoubletonRow:
                    DoubletonRow.RecoverPrimal(step, recovery);
                    break;
                case PostsolveKind.SlackColumns:
                    SlackColumns.RecoverPrimal(step, recovery);
                    break;
                case PostsolveKind.FreeColumnSingleton:
                    FreeColumnSingleton.RecoverPrimal(step, recovery);
                    break;
                case PostsolveKind.LooseRow:
                    LooseColumn.RecoverRow(step, recovery);
                    break;
                case PostsolveKind.LooseColumn:
                    LooseColumn.RecoverColumn(step, recovery);
                    break;
                case PostsolveKind.DuplicateColumn:
                    DuplicateColumns.RecoverPrimal(step, recovery);
                    break;
            }
        }

        return x;
    }

    private double[] RecoverRows(double[] reduced, bool isRay)
    {
        if (_rows is null && _stack.Count == 0)
            return reduced;
        double[] y = new double[_original.RowCount];
        if (_rows is null)
            reduced.CopyTo(y, 0);
        for (int k = 0; _rows is not null && k < _rows.Length; k++)
            y[_rows[k]] = reduced[k];
        if (_stack.Count == 0)
            return y;
        double[] z = new double[_original.ColumnCount];
        var recovery = new DualRecovery(_stack, _columnStore, _cost, y, z, isRay);
        if (_columns is null)
        {
            for (int j = 0; j < z.Length; j++)
                z[j] = recovery.ReducedCost(j);
        }
        else
        {
            foreach (int j in _columns)
                z[j] = recovery.ReducedCost(j);
        }

        ReadOnlySpan<PostsolveStep> steps = _stack.Steps;
        for (int s = steps.Length - 1; s >= 0; s--)
            Undo(steps[s], recovery);
        return y;
    }

    private static void Undo(in PostsolveStep step, DualRecovery recovery)
    {
        switch (step.Kind)
        {
            case PostsolveKind.FixedColumn:
                FixedColumn.RecoverDual(step, recovery);
                break;
            case PostsolveKind.SingletonRow:
                SingletonRow.RecoverDual(step, recovery);
                break;
            case PostsolveKind.ForcingRow:
                ForcingRow.RecoverDual(step, recovery);
                break;
            case PostsolveKind.DoubletonRow:
                DoubletonRow.RecoverDual(step, recovery);
                break;
            case PostsolveKind.SlackColumns:
                SlackColumns.RecoverDual(step, recovery);
                break;
            case PostsolveKind.FreeColumnSingleton:
                FreeColumnSingleton.RecoverDual(step, recovery);
                break;
            case PostsolveKind.LooseColumn:
                LooseColumn.RecoverDual(step, recovery);
                break;
            case PostsolveKind.DuplicateRow:
                DuplicateRows.RecoverDual(step, recovery);
                break;
            case PostsolveKind.DuplicateColumn:
                DuplicateColumns.RecoverDual(step, recovery);
                break;
        }
    }
}
