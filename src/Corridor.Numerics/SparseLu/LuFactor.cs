namespace Corridor.Numerics.SparseLu;

/// <summary>
/// LU factors of a sparse square matrix, P R A Q = L U + F with row scales R, permutations P and Q, block diagonal L U and F above its blocks.
/// Not safe for use by several threads at once; any number of factors may share an analysis.
/// </summary>
public sealed class LuFactor
{
    /// <summary>Share of its column below which a pivot makes the matrix suspect.</summary>
    private const double SuspectShare = 1e-8;

    /// <summary>Share of its terms that a vanishing combination may have where a matrix that could be factorised is explained.</summary>
    private const double NearlyZero = 1e-10;

    private readonly LuSettings _settings;
    private readonly LuStore _store;
    private readonly LeftLookingElimination _elimination;
    private readonly ReusedPivots _reused;
    private readonly BlockTriangularSolver _solver;
    private readonly double[] _rowScale;
    private readonly double[] _greatest;
    private readonly double[] _work;
    private readonly IterativeRefinement _refinement;
    private bool _hasPivots;

    /// <summary>Makes room for factors.</summary>
    /// <param name="analysis">The analysis of the pattern.</param>
    /// <param name="settings">How pivots are chosen; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is outside its range.</exception>
    public LuFactor(LuAnalysis analysis, LuSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        _settings = settings ?? new LuSettings();
        _settings.Validate();
        Analysis = analysis;
        _store = new LuStore(analysis);
        int n = analysis.IsStructurallySingular ? 0 : analysis.Size;
        _rowScale = new double[n];
        _greatest = new double[n];
        _work = new double[n];
        var zeros = new double[n];
        _elimination = new LeftLookingElimination(analysis, _store, _settings, _rowScale, zeros);
        _reused = new ReusedPivots(analysis, _store, zeros);
        _solver = new BlockTriangularSolver(analysis, _store);
        _refinement = new IterativeRefinement(this, n);
    }

    /// <summary>The analysis.</summary>
    public LuAnalysis Analysis { get; }

    /// <summary>How the last factorisation ended; solves need <see cref="LuStatus.Factorized"/>.</summary>
    public LuStatus Status { get; private set; }

    /// <summary>The column of the original matrix where the last factorisation stopped; −1 where it did not, or where a given value is not finite.</summary>
    public int StoppedColumn { get; private set; } = -1;

    /// <summary>Entries of L and U, both diagonals counted once, and those above the blocks; 0 where there are no factors.</summary>
    public long Nonzeros => Status == LuStatus.Factorized
        ? _store.LowerStart[^1] + (long)_store.UpperStart[^1] + _store.Diagonal.Length + _store.AboveRow.Length
        : 0;

    /// <summary>Number of pivots that the last call of <see cref="Factorize"/> took off the diagonal.</summary>
    public int OffDiagonalPivots => _elimination.OffDiagonalPivots;

    /// <summary>Factorises, choosing pivots. Allocates only where the factors outgrow the room they have, and where the matrix is suspect of being singular.</summary>
    /// <param name="values">The entries in the order of the pattern.</param>
    /// <returns><see cref="LuStatus.Factorized"/>, or why not.</returns>
    /// <exception cref="ArgumentException">The number of values is wrong.</exception>
    /// <exception cref="InsufficientMemoryException">The factors have more entries than an array holds.</exception>
    public LuStatus Factorize(ReadOnlySpan<double> values)
    {
        _hasPivots = false;
        if (!Prepare(values))
            return Status;
        for (int k = 0; k < _rowScale.Length; k++)
            _rowScale[k] = _settings.ScaleRows ? RowScaling.Of(_greatest[Analysis.RowOrder[k]]) : 1.0;
        Status = _elimination.Run(values);
        if (Status != LuStatus.Factorized)
        {
            StoppedColumn = Analysis.ColumnOrder[_elimination.StoppedAt];
            return Status;
        }

        _reused.Adopt(values, _rowScale);
        if (_elimination.LeastShare < SuspectShare)
            Suspect(values);
        _hasPivots = Status == LuStatus.Factorized;
        return Status;
    }

    /// <summary>
    /// Factorises with the pivots of the last call of <see cref="Factorize"/>; allocates nothing. Where it answers
    /// <see cref="LuStatus.PivotTooSmall"/>, <see cref="Factorize"/> may still succeed.
    /// </summary>
    /// <param name="values">The entries in the order of the pattern.</param>
    /// <returns><see cref="LuStatus.Factorized"/>, or why not.</returns>
    /// <exception cref="ArgumentException">The number of values is wrong.</exception>
    /// <exception cref="InvalidOperationException">The last call of <see cref="Factorize"/> found no pivots, or there was none.</exception>
    public LuStatus Refactorize(ReadOnlySpan<double> values)
    {
        if (!_hasPivots)
            throw new InvalidOperationException("There are no pivots to use again.");
        if (!Prepare(values))
            return Status;
        for (int k = 0; k < _rowScale.Length; k++)
            _store.Scale[k] = _settings.ScaleRows ? RowScaling.Of(_greatest[Analysis.RowOrder[_store.RowAt[k]]]) : 1.0;
        Status = _reused.Run(values, _settings.ReusedPivotThreshold);
        if (Status != LuStatus.Factorized)
            StoppedColumn = Analysis.ColumnOrder[_reused.StoppedAt];
        return Status;
    }

    /// <summary>Factorises with the old pivots where there are any and they still do, with new ones otherwise.</summary>
    /// <param name="values">The entries in the order of the pattern.</param>
    /// <returns><see cref="LuStatus.Factorized"/>, or why not.</returns>
    /// <exception cref="ArgumentException">The number of values is wrong.</exception>
    /// <exception cref="InsufficientMemoryException">The factors have more entries than an array holds.</exception>
    public LuStatus Update(ReadOnlySpan<double> values) =>
        _hasPivots && Refactorize(values) == LuStatus.Factorized ? Status : Factorize(values);

    /// <summary>A x = b in place; allocates nothing.</summary>
    /// <param name="right">b by rows; overwritten by x by columns. Several right-hand sides may follow each other.</param>
    /// <exception cref="ArgumentException">The length is not a multiple of the matrix' size.</exception>
    /// <exception cref="InvalidOperationException">There are no factors.</exception>
    public void Solve(Span<double> right)
    {
        CheckRight(right.Length);
        SolveUnchecked(right);
    }

    /// <summary>Aᵀ x = b in place; allocates nothing.</summary>
    /// <param name="right">b by columns of A; overwritten by x by rows of A. Several right-hand sides may follow each other.</param>
    /// <exception cref="ArgumentException">The length is not a multiple of the matrix' size.</exception>
    /// <exception cref="InvalidOperationException">There are no factors.</exception>
    public void SolveTransposed(Span<double> right)
    {
        CheckRight(right.Length);
        SolveTransposedUnchecked(right);
    }

    /// <summary>A x = b with iterative refinement by residuals in the original matrix; allocates nothing.</summary>
    /// <param name="values">The matrix that has been factorised.</param>
    /// <param name="right">b by rows.</param>
    /// <param name="solution">Receives x; must not overlap b.</param>
    /// <param name="maxSteps">Greatest number of corrections, ≥ 0.</param>
    /// <returns>
    /// The componentwise backward error max |b − A x|_i / (|A||x| + |b|)_i: x solves a system exactly whose entries differ from these by no more
    /// than this share (W. Oettli, W. Prager, Numer. Math. 6 (1964) 405–409).
    /// </returns>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    /// <exception cref="InvalidOperationException">There are no factors.</exception>
    public double SolveRefined(ReadOnlySpan<double> values, ReadOnlySpan<double> right, Span<double> solution, int maxSteps = 3)
    {
        CheckValues(values);
        CheckRight(right.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(maxSteps);
        if (right.Length != _work.Length || solution.Length != _work.Length)
            throw new ArgumentException("Right-hand side and solution must be as long as the matrix is wide.", nameof(right));
        return _refinement.Solve(values, right, solution, maxSteps);
    }

    /// <summary>
    /// An estimate, never too small but for rounding, of the reciprocal condition number 1/(‖A‖₁‖A⁻¹‖₁), by at most a dozen solves (W. W. Hager 1984; N. J. Higham,
    /// "FORTRAN codes for estimating the one-norm of a real or complex matrix", ACM Trans. Math. Softw. 14 (1988) 381–396). Allocates two vectors.
    /// </summary>
    /// <param name="values">The matrix that has been factorised.</param>
    /// <exception cref="ArgumentException">The number of values is wrong.</exception>
    /// <exception cref="InvalidOperationException">There are no factors.</exception>
    public double EstimateReciprocalCondition(ReadOnlySpan<double> values)
    {
        CheckValues(values);
        CheckRight(0);
        return ConditionEstimate.Reciprocal(this, values);
    }

    /// <summary>Names the rows and columns that make the matrix singular; allocates.</summary>
    /// <param name="values">The matrix of the last factorisation.</param>
    /// <returns>
    /// The reason; null where the last factorisation did not find the matrix singular, and no combination of its columns vanishes up to 10⁻¹⁰ of its
    /// terms in each row.
    /// </returns>
    /// <exception cref="ArgumentException">The number of values is wrong.</exception>
    public LuSingularity? ExplainSingularity(ReadOnlySpan<double> values)
    {
        CheckValues(values);
        if (Status == LuStatus.StructurallySingular)
            return Analysis.Singularity;
        if (Status is not (LuStatus.Singular or LuStatus.Factorized) || Analysis.Size == 0)
            return null;
        LuSingularity why = NullVectors.Find(this, values).Describe(Math.Max(NearlyZero, _settings.ZeroTolerance));
        if (Status == LuStatus.Factorized)
            return why.Columns.Count > 0 ? why : null;
        return why with { Column = StoppedColumn };
    }

    /// <summary>A x = b with whatever factors there are.</summary>
    internal void SolveUnchecked(Span<double> right)
    {
        for (int first = 0; first < right.Length; first += _work.Length)
        {
            Span<double> b = right.Slice(first, _work.Length);
            for (int k = 0; k < _work.Length; k++)
                _work[k] = b[Analysis.RowOrder[_store.RowAt[k]]] * _store.Scale[k];
            _solver.Solve(_work);
            for (int k = 0; k < _work.Length; k++)
                b[Analysis.ColumnOrder[k]] = _work[k];
        }
    }

    /// <summary>Aᵀ x = b with whatever factors there are.</summary>
    internal void SolveTransposedUnchecked(Span<double> right)
    {
        for (int first = 0; first < right.Length; first += _work.Length)
        {
            Span<double> b = right.Slice(first, _work.Length);
            for (int k = 0; k < _work.Length; k++)
                _work[k] = b[Analysis.ColumnOrder[k]];
            _solver.SolveTransposed(_work);
            for (int k = 0; k < _work.Length; k++)
                b[Analysis.RowOrder[_store.RowAt[k]]] = _work[k] * _store.Scale[k];
        }
    }

    /// <summary>Looks whether columns depend on each other; the status says so then.</summary>
    private void Suspect(ReadOnlySpan<double> values)
    {
        var vectors = NullVectors.Find(this, values);
        bool depend = vectors.ColumnsDepend(_settings.ZeroTolerance);
        if (!depend && _elimination.ReplacedPivots == 0)
            return;
        Status = LuStatus.Singular;
        StoppedColumn = depend ? vectors.HeaviestColumn() : Analysis.ColumnOrder[_elimination.WeakestPlace];
    }

    private bool Prepare(ReadOnlySpan<double> values)
    {
        CheckValues(values);
        StoppedColumn = -1;
        if (Analysis.Singularity is { } singularity)
        {
            Status = LuStatus.StructurallySingular;
            StoppedColumn = singularity.Column;
            return false;
        }

        if (RowScaling.Greatest(Analysis.RowIndex.AsSpan(0, values.Length), values, _greatest))
            return true;
        Status = LuStatus.NotFinite;
        return false;
    }

    private void CheckValues(ReadOnlySpan<double> values)
    {
        if (values.Length != Analysis.NonzeroCount)
            throw new ArgumentException("There must be one value an entry of the pattern.", nameof(values));
    }

    private void CheckRight(int length)
    {
        if (Status != LuStatus.Factorized)
            throw new InvalidOperationException("There are no factors to solve with.");
        if (_work.Length == 0 ? length != 0 : length % _work.Length != 0)
            throw new ArgumentException("The length must be a multiple of the matrix' size.", nameof(length));
    }
}
