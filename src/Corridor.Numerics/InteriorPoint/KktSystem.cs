using System.Diagnostics;
using Corridor.Numerics.Factorization;
using Corridor.Numerics.Ordering;
using Corridor.Numerics.Sparse;
using Corridor.Numerics.Threading;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// The linear systems of the method:
/// <code>
/// −Θ⁻¹ dx + Aᵀ dy = h,   A dx + δ dy = r.
/// </code>
/// Sparse columns are eliminated (dx = Θ(Aᵀdy − h)), dense ones are kept, which leaves the quasi-definite matrix
/// <code>
/// [ A_E Θ_E A_Eᵀ + δI   A_K  ]
/// [ A_Kᵀ              −Θ_K⁻¹ ]
/// </code>
/// for one supernodal factorisation; without dense columns it is the matrix of the normal equations.
/// </summary>
internal sealed unsafe class KktSystem : IChunkedWork, IDisposable
{
    private const int RightHandSide = 0;
    private const int Solution = 1;
    private const int Residual = 2;
    private const int SearchColumns = 3;
    private const int SearchRows = 4;
    private const int FinishOnly = 5;

    private readonly SupernodalFactor _factor;
    private readonly PanelTerms _terms;
    private readonly WorkerTeam _team;
    private readonly ChunkPlan _columns;
    private readonly ChunkPlan _rows;

    // Place of each row in the elimination order: ascending; no more than the row's own number unless columns are kept.
    private readonly int[] _place;

    private readonly double[] _work;
    private readonly double[] _residual;
    private readonly double[] _search;
    private readonly double[] _searchColumns;
    private readonly double[] _theta;
    private readonly double[] _partial;
    private double _delta;
    private double _alpha;
    private double[] _r = [];
    private double[] _dx = [];
    private double[] _dy = [];
    private IColumnFinish? _finish;

    /// <param name="matrix">The matrix, rows in the order of <paramref name="plan"/>.</param>
    /// <param name="plan">The order.</param>
    /// <param name="team">Who works; not disposed here.</param>
    internal KktSystem(SparseMatrix matrix, KktPlan plan, WorkerTeam team)
    {
        long begin = Stopwatch.GetTimestamp();
        _team = team;
        SparseMatrix byRow = matrix.Transpose(out int[] source);
        OrderingName = plan.OrderingName;
        KeptCount = plan.KeptCount;
        _place = plan.RowPlace;
        _factor = new SupernodalFactor(plan.Symbolic, plan.Negative, team);
        _columns = new ChunkPlan(matrix.ColumnCount);
        _rows = new ChunkPlan(matrix.RowCount);
        _theta = ChunkPlan.Vector(matrix.ColumnCount);
        Scaled = ChunkPlan.Vector(matrix.ColumnCount);
        _terms = new PanelTerms(matrix, byRow, source, plan, _theta);
        ColumnDots = new SparseDots(matrix);
        RowDots = new SparseDots(byRow);
        _work = new double[plan.Symbolic.Count];
        _residual = new double[matrix.RowCount];
        _search = new double[matrix.RowCount];
        _searchColumns = ChunkPlan.Vector(matrix.ColumnCount);
        _partial = new double[Math.Max(_columns.Chunks, _rows.Chunks)];
        OrderTicks = plan.Ticks + Stopwatch.GetTimestamp() - begin;
    }

    /// <summary>The factor's analysis.</summary>
    internal SymbolicFactor Symbolic => _factor.Symbolic;

    /// <summary>Products with columns of A.</summary>
    internal SparseDots ColumnDots { get; }

    /// <summary>Products with rows of A.</summary>
    internal SparseDots RowDots { get; }

    /// <summary>δ of the last factorisation.</summary>
    internal double Delta => _delta;

    /// <summary>The division of the columns.</summary>
    internal ChunkPlan Columns => _columns;

    /// <summary>The division of the rows.</summary>
    internal ChunkPlan Rows => _rows;

    /// <summary>Columns kept for being dense.</summary>
    internal int KeptCount { get; }

    /// <summary>The name of the ordering.</summary>
    internal string OrderingName { get; }

    /// <summary>Θ, to be set before <see cref="Factorize"/>; all > 0.</summary>
    internal double[] Theta => _theta;

    /// <summary>Θh, to be set before <see cref="Solve"/>.</summary>
    internal double[] Scaled { get; }

    internal long OrderTicks { get; }

    internal long FactorizeTicks { get; private set; }

    internal long SolveTicks { get; private set; }

    internal int Factorizations { get; private set; }

    internal int Solves { get; private set; }

    /// <summary>Pivots replaced in the last factorisation.</summary>
    internal int ReplacedPivots => _factor.ReplacedPivots;

    /// <summary>Largest residual that the factor alone left in the last solve that was checked.</summary>
    internal double FirstResidual { get; private set; }

    /// <inheritdoc/>
    public void Dispose() => _factor.Dispose();

    /// <summary>Factorises for the present Θ and a dual regularisation δ ≥ 0.</summary>
    internal void Factorize(double delta)
    {
        long begin = Stopwatch.GetTimestamp();
        _delta = delta;
        _terms.Delta = delta;
        _factor.Factorize(_terms);
        Factorizations++;
        FactorizeTicks += Stopwatch.GetTimestamp() - begin;
    }

    /// <summary>
    /// Solves A Θ Aᵀ dy + δ dy = r + A Θh by the factor; where that leaves more than the tolerance, conjugate gradients preconditioned by
    /// the factor follow. dx follows dy step by step, so that A dx + δ dy = r − residual holds to rounding.
    /// </summary>
    /// <param name="r">Right-hand side of the rows.</param>
    /// <param name="dx">Overwritten.</param>
    /// <param name="dy">Overwritten.</param>
    /// <param name="tolerance">The steps go on until the largest residual of the rows is below this, or their number is up.</param>
    /// <param name="limit">Largest number of steps; 0 takes the factor's solution without a look at its residual.</param>
    /// <param name="finish">Gets the columns of dx; twice if steps of conjugate gradients follow.</param>
    internal void Solve(double[] r, double[] dx, double[] dy, double tolerance, int limit, IColumnFinish? finish)
    {
        long begin = Stopwatch.GetTimestamp();
        _r = r;
        _dx = dx;
        _dy = dy;
        _finish = finish;
        _team.Run(this, RightHandSide, _rows.Chunks);
        double size = Largest();
        SolveFactor(_residual, dy);
        _team.Run(this, Solution, _columns.Chunks);
        if (limit > 0)
        {
            _team.Run(this, Residual, _rows.Chunks);
            FirstResidual = Largest();
            if (!(FirstResidual <= tolerance) && limit > 1)
            {
                if (!(FirstResidual <= 1e-3 * size))
                    StartAgain();
                Refine(tolerance, limit - 1);
                if (finish is not null)
                    _team.Run(this, FinishOnly, _columns.Chunks);
            }
        }

        SolveTicks += Stopwatch.GetTimestamp() - begin;
    }

    /// <inheritdoc/>
    public void Execute(int kernel, int chunk, int worker)
    {
        bool byRows = kernel is RightHandSide or Residual or SearchRows;
        ChunkPlan plan = byRows ? _rows : _columns;
        SparseDots dots = byRows ? RowDots : ColumnDots;
        int from = plan.Begin(chunk);
        int end = plan.End(chunk);
        if (kernel is Solution or FinishOnly)
            _finish?.Begin(chunk);
        double part = 0.0;
        fixed (double* dx = _dx, dy = _dy, search = _search, residual = _residual, r = _r)
        fixed (double* scaled = Scaled, theta = _theta, searchColumns = _searchColumns)
        {
            double* products = stackalloc double[ChunkPlan.Block];
            for (int begin = from; begin < end; begin += ChunkPlan.Block)
            {
                int stop = Math.Min(end, begin + ChunkPlan.Block);
                int count = stop - begin;
                double* x = kernel switch
                {
                    RightHandSide => scaled,
                    Solution => dy,
                    Residual => dx,
                    SearchColumns => search,
                    _ => searchColumns,
                };
                if (kernel != FinishOnly)
                    dots.Run(x, products, begin, stop);
                switch (kernel)
                {
                    case RightHandSide:
                        part = Math.Max(part, KktKernels.Sum(r + begin, products, residual + begin, count));
                        break;
                    case Solution:
                        KktKernels.Columns(theta + begin, products, scaled + begin, dx + begin, count);
                        _finish?.Finish(begin, ChunkPlan.Padded(stop), chunk);
                        break;
                    case Residual:
                        part = Math.Max(part, KktKernels.Residual(r + begin, products, dy + begin, _delta, residual + begin, count));
                        break;
                    case SearchColumns:
                        part += KktKernels.Search(theta + begin, products, searchColumns + begin, count);
                        break;
                    case SearchRows:
                        part = Math.Max(part, KktKernels.Advance(products, search + begin, _delta, _alpha, residual + begin, dy + begin, count));
                        break;
                    default:
                        _finish?.Finish(begin, ChunkPlan.Padded(stop), chunk);
                        break;
                }
            }
        }

        _partial[chunk] = part;
    }

    private double Largest()
    {
        double largest = 0.0;
        for (int k = 0; k < _rows.Chunks; k++)
            largest = Math.Max(largest, _partial[k]);
        return largest;
    }

    /// <summary>dy = 0: the direct solution was worth nothing.</summary>
    private void StartAgain()
    {
        Array.Clear(_dy);
        for (int j = 0; j < _dx.Length; j++)
            _dx[j] = -Scaled[j];
        _team.Run(this, Residual, _rows.Chunks);
    }

    private void Refine(double tolerance, int limit)
    {
        double previous = 0.0;
        for (int step = 0; step < limit; step++)
        {
            // The factor's solution for the residual, and their inner product.
            for (int i = 0; i < _residual.Length; i++)
                _work[_place[i]] = _residual[i];
            ClearKept();
            _factor.Solve(_work);
            Solves++;
            double product = 0.0;
            for (int i = 0; i < _residual.Length; i++)
                product += _work[_place[i]] * _residual[i];
            if (!(product > 0.0))
                return;
            double beta = step == 0 ? 0.0 : product / previous;
            double squared = 0.0;
            for (int i = 0; i < _search.Length; i++)
            {
                _search[i] = _work[_place[i]] + (beta * _search[i]);
                squared += _search[i] * _search[i];
            }

            previous = product;
            _team.Run(this, SearchColumns, _columns.Chunks);
            double curvature = _delta * squared;
            for (int k = 0; k < _columns.Chunks; k++)
                curvature += _partial[k];
            _alpha = product / curvature;
            if (!(curvature > 0.0) || !double.IsFinite(_alpha))
                return;
            _team.Run(this, SearchRows, _rows.Chunks);
            VectorKernels.Step(_dx, _searchColumns, _alpha);
            if (Largest() <= tolerance)
                return;
        }
    }

    private void SolveFactor(double[] rightHandSide, double[] solution)
    {
        Solves++;
        if (KeptCount == 0)
        {
            rightHandSide.AsSpan().CopyTo(solution);
            _factor.Solve(solution);
            return;
        }

        for (int i = 0; i < rightHandSide.Length; i++)
            _work[_place[i]] = rightHandSide[i];
        ClearKept();
        _factor.Solve(_work);
        for (int i = 0; i < solution.Length; i++)
            solution[i] = _work[_place[i]];
    }

    private void ClearKept()
    {
        foreach (int p in _terms.KeptPlaces)
            _work[p] = 0.0;
    }
}
