using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Sparse;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch.Program;

namespace Corridor.Studies.Explanation;

/// <summary>
/// How much more a group of nodes could have in one period: the program of the period, all other periods held as they are, storages free to be drawn to their
/// least level, nobody curtailed more than now. Its duals are the cut: the limits that stand in the way (max-flow min-cut for one carrier;
/// L. R. Ford, D. R. Fulkerson, Canad. J. Math. 8 (1956) 399–404).
/// </summary>
internal sealed class MarginProgram
{
    // What the solver leaves over must not make the program of the period infeasible.
    private const double Slack = 1e-6;

    private readonly ProgramView _view;
    private readonly int[] _rows;
    private readonly int[] _columns;

    private MarginProgram(ProgramView view, int[] rows, int[] columns) => (_view, _rows, _columns) = (view, rows, columns);

    /// <summary>The largest increase, units of account per day, and the dual of each constraint in its way.</summary>
    public double Most { get; private set; } = double.NaN;

    /// <summary>Gain by one more unit of a row's bound, by row of the whole program; positive for upper bounds, negative for lower ones.</summary>
    public Dictionary<int, double> RowGain { get; } = [];

    /// <summary>The same for columns.</summary>
    public Dictionary<int, double> ColumnGain { get; } = [];

    /// <summary>Solves it.</summary>
    /// <param name="view">The solved dispatch.</param>
    /// <param name="period">Period.</param>
    /// <param name="shares">Share of the increase by node.</param>
    /// <param name="limit">Largest increase looked for.</param>
    public static MarginProgram Solve(ProgramView view, int period, IReadOnlyDictionary<int, double> shares, double limit)
    {
        ProgramLayout layout = view.Source.Layout;
        int[] rows = [.. Enumerable.Range(layout.Row(0, period), layout.RowsPerPeriod), .. Enumerable.Range(layout.LongRow(0), layout.LongRows)];
        int[] columns = [.. Enumerable.Range(layout.Column(0, period), layout.ColumnsPerPeriod), .. Enumerable.Range(layout.LongColumn(0), layout.LongColumns)];
        var margin = new MarginProgram(view, rows, columns);
        margin.Solve(shares, limit);
        return margin;
    }

    private void Solve(IReadOnlyDictionary<int, double> shares, double limit)
    {
        LinearProgram whole = _view.Linear;
        var position = new Dictionary<int, int>();
        for (int i = 0; i < _rows.Length; i++)
            position.Add(_rows[i], i);
        double[] outside = [.. _rows.Select(r => _view.Result.Solution.RowActivity[r])];
        double[] lower = new double[_columns.Length + 1], upper = new double[_columns.Length + 1], cost = new double[_columns.Length + 1];
        var start = new List<int> { 0 };
        var index = new List<int>();
        var value = new List<double>();
        for (int c = 0; c < _columns.Length; c++)
        {
            int column = _columns[c];
            (lower[c], upper[c]) = BoundsOf(column);
            foreach ((int row, double entry) in _view.RowsOf(column))
            {
                if (!position.TryGetValue(row, out int i))
                    continue;
                outside[i] -= entry * _view.Value(column);
                index.Add(i);
                value.Add(entry);
            }

            start.Add(index.Count);
        }

        // What is looked for: one more unit, spread over the nodes as their demand is.
        foreach ((int node, double share) in shares.OrderBy(s => s.Key))
        {
            index.Add(node);
            value.Add(-share);
        }

        start.Add(index.Count);
        (cost[^1], upper[^1]) = (-1, limit);
        double[] rowLower = [.. _rows.Select((r, i) => Widened(whole.RowLower[r], -1) - outside[i])];
        double[] rowUpper = [.. _rows.Select((r, i) => Widened(whole.RowUpper[r], 1) - outside[i])];
        var program = new LinearProgram(new SparseMatrix(_rows.Length, cost.Length, [.. start], [.. index], [.. value]), cost, 0, lower, upper, rowLower, rowUpper);
        LinearProgramSolution solution = InteriorPointSolver.Solve(program);
        if (solution.StopReason != StopReason.Optimal)
            return;
        Most = Math.Max(0, solution.Primal[^1]);
        for (int i = 0; i < _rows.Length; i++)
            RowGain[_rows[i]] = -solution.RowDual[i];
        for (int c = 0; c < _columns.Length; c++)
            ColumnGain[_columns[c]] = -solution.ReducedCost[c];
    }

    private static double Widened(double bound, int sign) => bound + (sign * Slack * (1 + (double.IsFinite(bound) ? Math.Abs(bound) : 0)));

    private (double Lower, double Upper) BoundsOf(int column)
    {
        double value = _view.Value(column), lower = _view.Linear.ColumnLower[column], upper = _view.Linear.ColumnUpper[column];
        return _view.Source.Key.OfColumn(column).Kind switch
        {
            ColumnKind.Curtailment or ColumnKind.DemandStep => (0, Math.Max(0, value)),
            ColumnKind.Violation => (value, value),
            _ => (lower, upper),
        };
    }
}
