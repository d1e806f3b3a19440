using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.Simplex;

/// <summary>
/// Repeated solves over one matrix with changed bounds or costs: factors, weights and the last basis are kept. After a change of bounds
/// the dual simplex method goes on from the last basis, after a change of costs the primal one. Not safe for use by several threads at once.
/// </summary>
public sealed class SimplexSession
{
    private readonly LinearProgram _program;
    private readonly SimplexSettings _settings;
    private readonly SimplexState _state;
    private readonly SimplexLimits _limits;
    private readonly SimplexRun _run;
    private readonly double[] _cost;
    private readonly double[] _columnLower;
    private readonly double[] _columnUpper;
    private readonly double[] _rowLower;
    private readonly double[] _rowUpper;
    private bool _cold = true;

    /// <summary>Starts from the basis of all row activities.</summary>
    /// <param name="program">The problem; not changed.</param>
    /// <param name="settings">Tolerance and limits; null for <see cref="SimplexSettings.Default"/>.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public SimplexSession(LinearProgram program, SimplexSettings? settings = null)
    {
        _program = program;
        _settings = settings ?? SimplexSettings.Default;
        _settings.Validate();
        _state = new SimplexState(new SimplexForm(program), _settings);
        _limits = new SimplexLimits(_settings);
        _run = new SimplexRun(_state, _limits);
        _cost = (double[])program.Cost.Clone();
        _columnLower = (double[])program.ColumnLower.Clone();
        _columnUpper = (double[])program.ColumnUpper.Clone();
        _rowLower = (double[])program.RowLower.Clone();
        _rowUpper = (double[])program.RowUpper.Clone();
        _state.Load(Basis.OfRows(program));
    }

    internal SimplexState State => _state;

    /// <summary>A copy of the present basis.</summary>
    public Basis CopyBasis() => _state.ToBasis();

    /// <summary>Goes on from another basis.</summary>
    /// <exception cref="ArgumentException">It does not fit the problem.</exception>
    public void SetBasis(Basis basis)
    {
        if (basis.Columns.Length != _program.ColumnCount || basis.Rows.Length != _program.RowCount)
            throw new ArgumentException("A basis has one status a column and one a row.", nameof(basis));
        _state.Load(basis);
        _state.Refactor();
        Array.Fill(_state.DualWeight, 1.0);
        _cold = false;
    }

    /// <summary>Replaces the bounds of a column, in the units of the problem as given.</summary>
    /// <exception cref="ArgumentException">No such column, a bound is NaN, or the bounds cross.</exception>
    public void SetColumnBounds(int column, double lower, double upper)
    {
        if ((uint)column >= (uint)_program.ColumnCount)
            throw new ArgumentOutOfRangeException(nameof(column), column, "No such column.");
        Bounds.Normalise(lower, ref upper, nameof(lower));
        _columnLower[column] = lower;
        _columnUpper[column] = upper;
        double scale = _state.Form.ColumnScale[column];
        _state.TrueLower[column] = lower / scale;
        _state.TrueUpper[column] = upper / scale;
    }

    /// <summary>Replaces the bounds of a row, in the units of the problem as given.</summary>
    /// <exception cref="ArgumentException">No such row, a bound is NaN, or the bounds cross.</exception>
    public void SetRowBounds(int row, double lower, double upper)
    {
        if ((uint)row >= (uint)_program.RowCount)
            throw new ArgumentOutOfRangeException(nameof(row), row, "No such row.");
        Bounds.Normalise(lower, ref upper, nameof(lower));
        _rowLower[row] = lower;
        _rowUpper[row] = upper;
        double scale = _state.Form.RowScale[row];
        _state.TrueLower[_program.ColumnCount + row] = lower * scale;
        _state.TrueUpper[_program.ColumnCount + row] = upper * scale;
    }

    /// <summary>Replaces the cost of a column, in the units of the problem as given.</summary>
    /// <exception cref="ArgumentException">No such column, or the cost is not finite.</exception>
    public void SetCost(int column, double cost)
    {
        if ((uint)column >= (uint)_program.ColumnCount)
            throw new ArgumentOutOfRangeException(nameof(column), column, "No such column.");
        if (!double.IsFinite(cost))
            throw new ArgumentException("Costs must be finite.", nameof(cost));
        _cost[column] = cost;
        _state.Form.Cost[column] = cost * _state.Form.ColumnScale[column];
    }

    /// <summary>Solves with the present bounds and costs from the last basis.</summary>
    /// <param name="cancellationToken">Looked at every few iterations; cancelling gives <see cref="StopReason.Cancelled"/>, not an exception.</param>
    /// <returns>The outcome, every figure of it recomputed on the problem with the present bounds and costs.</returns>
    public SimplexOutcome Solve(CancellationToken cancellationToken = default)
    {
        var program = new LinearProgram(
            _program.Matrix,
            (double[])_cost.Clone(),
            _program.CostOffset,
            (double[])_columnLower.Clone(),
            (double[])_columnUpper.Clone(),
            (double[])_rowLower.Clone(),
            (double[])_rowUpper.Clone());
        _state.PrimalIterations = 0;
        _state.DualIterations = 0;
        _limits.Begin(cancellationToken);
        StopReason reason = _run.Run(program, _cold, _settings.Tolerance, out VertexReport report);
        _cold = false;
        return report.Outcome(reason, _run, _limits.Elapsed.TotalSeconds);
    }
}
