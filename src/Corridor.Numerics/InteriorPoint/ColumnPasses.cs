using Corridor.Numerics.Sparse;
using Corridor.Numerics.Threading;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>The passes over columns and rows of an iteration, divided among threads; sums are kept by chunk and added in order.</summary>
internal sealed unsafe class ColumnPasses : IChunkedWork, IColumnFinish
{
    private const int PredictorKernel = 0;
    private const int CorrectorKernel = 1;
    private const int CentralityKernel = 2;
    private const int MoveKernel = 3;
    private const int RowKernel = 4;

    /// <summary>Room for the sums of a chunk: two cache lines, so that threads do not disturb each other.</summary>
    private const int Sums = 16;

    private readonly ComputationalForm _form;
    private readonly KktSystem _kkt;
    private readonly WorkerTeam _team;
    private readonly Iterate _point;
    private readonly double[] _cost;
    private readonly double[] _upper;
    private readonly double[][] _products;
    private readonly double[] _sums;
    private readonly ColumnVectors _vectors;
    private readonly int _boxed;
    private DirectionVectors _direction;
    private int _current;
    private int _used;
    private double _free;
    private double _target;
    private double _weight;
    private double _primal;
    private double _dual;
    private CentralityAim _aim;

    internal ColumnPasses(ComputationalForm form, KktSystem kkt, WorkerTeam team, Iterate point)
    {
        _form = form;
        _kkt = kkt;
        _team = team;
        _point = point;
        _boxed = form.BoxedCount;
        _cost = ChunkPlan.Vector(form.Cost);
        _upper = ChunkPlan.Vector(form.Upper);
        _products =
        [
            ChunkPlan.Vector(form.ColumnCount),
            ChunkPlan.Vector(form.BoxedCount),
            ChunkPlan.Vector(form.ColumnCount),
            ChunkPlan.Vector(form.BoxedCount),
        ];
        _sums = new double[Sums * Math.Max(kkt.Columns.Chunks, kkt.Rows.Chunks)];
        _vectors = new ColumnVectors(point, kkt, _cost, _upper);
    }

    /// <summary>Takes over costs and upper bounds of the form that have changed.</summary>
    internal void Reload()
    {
        _form.Cost.CopyTo(_cost, 0);
        _form.Upper.CopyTo(_upper, 0);
    }

    /// <summary>Sets Θ, and Θh for products of zero.</summary>
    /// <param name="free">Θ⁻¹ of free columns, positive.</param>
    internal void Predictor(double free)
    {
        _free = free;
        _used = _current;
        _team.Run(this, PredictorKernel, _kkt.Columns.Chunks);
    }

    /// <summary>Sets Θh for products of <paramref name="target"/> less the weighted products of a direction's changes.</summary>
    internal void Corrector(Direction d, double target, double weight)
    {
        _direction = new DirectionVectors(d);
        _target = target;
        _weight = weight;
        _used = _current;
        _team.Run(this, CorrectorKernel, _kkt.Columns.Chunks);
    }

    /// <summary>Sets Θh for products corrected towards the central path; they are used once, unless accepted.</summary>
    internal void Centrality(Direction d, in CentralityAim aim)
    {
        _direction = new DirectionVectors(d);
        _aim = aim;
        _used = 1 - _current;
        _team.Run(this, CentralityKernel, _kkt.Columns.Chunks);
    }

    /// <summary>Lets the products last used be the present ones.</summary>
    internal void Accept() => _current = _used;

    /// <summary>Solves for the whole direction and measures it.</summary>
    internal void Solve(Direction d, double tolerance, int limit)
    {
        _direction = new DirectionVectors(d);
        _kkt.Solve(_point.PrimalResidual, d.X, d.Y, tolerance, limit, this);
        double primal = 1.0;
        double dual = 1.0;
        double primalSlope = 0.0;
        double dualSlope = 0.0;
        double curvature = 0.0;
        for (int c = 0; c < _kkt.Columns.Chunks; c++)
        {
            ReadOnlySpan<double> sums = _sums.AsSpan(c * Sums, Sums);
            primal = Math.Max(primal, sums[0]);
            dual = Math.Max(dual, sums[1]);
            primalSlope += sums[2];
            dualSlope += sums[3];
            curvature += sums[4];
        }

        d.PrimalLimit = 1.0 / primal;
        d.DualLimit = 1.0 / dual;
        d.PrimalSlope = primalSlope;
        d.DualSlope = dualSlope;
        d.Curvature = curvature;
    }

    /// <summary>Moves the point along a direction and recomputes everything that follows from it.</summary>
    internal void Move(Direction d, double primal, double dual)
    {
        _direction = new DirectionVectors(d);
        _primal = primal;
        _dual = dual;
        VectorKernels.Step(_point.Y, d.Y, dual);
        _team.Run(this, MoveKernel, _kkt.Columns.Chunks);
        double objective = 0.0;
        double products = 0.0;
        double dualObjective = 0.0;
        double dualError = 0.0;
        double primalError = 0.0;
        for (int c = 0; c < _kkt.Columns.Chunks; c++)
        {
            ReadOnlySpan<double> sums = _sums.AsSpan(c * Sums, Sums);
            objective += sums[5];
            products += sums[6];
            dualObjective -= sums[7];
            dualError = Math.Max(dualError, sums[8]);
            primalError = Math.Max(primalError, sums[9]);
        }

        _team.Run(this, RowKernel, _kkt.Rows.Chunks);
        for (int c = 0; c < _kkt.Rows.Chunks; c++)
        {
            dualObjective += _sums[c * Sums];
            primalError = Math.Max(primalError, _sums[(c * Sums) + 1]);
        }

        _point.PrimalObjective = objective;
        _point.DualObjective = dualObjective;
        _point.Mu = _point.Products == 0 ? 0.0 : products / _point.Products;
        _point.PrimalError = primalError / (1.0 + _point.RightHandSideNorm);
        _point.DualError = dualError / (1.0 + _point.CostNorm);
    }

    /// <inheritdoc/>
    public void Begin(int chunk)
    {
        Span<double> sums = _sums.AsSpan(chunk * Sums, Sums);
        sums.Clear();
        sums[0] = 1.0;
        sums[1] = 1.0;
    }

    /// <inheritdoc/>
    public void Finish(int begin, int end, int chunk)
    {
        fixed (double* sums = &_sums[chunk * Sums])
            VectorKernels.Finish(_vectors, _direction, Pointers(_used), sums, begin, end, _boxed);
    }

    /// <inheritdoc/>
    public void Execute(int kernel, int chunk, int worker)
    {
        if (kernel == RowKernel)
        {
            Rows(chunk);
            return;
        }

        int begin = _kkt.Columns.Begin(chunk);
        int end = ChunkPlan.Padded(_kkt.Columns.End(chunk));
        Products products = Pointers(_current);
        switch (kernel)
        {
            case PredictorKernel:
                VectorKernels.Predictor(_vectors, products.X, products.W, _free, begin, end, _boxed);
                break;
            case CorrectorKernel:
                VectorKernels.Corrector(_vectors, _direction, products.X, products.W, _target, _weight, begin, end, _boxed);
                break;
            case CentralityKernel:
                VectorKernels.Centrality(_vectors, _direction, products, Pointers(_used), _aim, begin, end, _boxed);
                break;
            default:
                MoveColumns(chunk);
                break;
        }
    }

    private Products Pointers(int which) =>
        new(ChunkPlan.Pointer(_products[2 * which]), ChunkPlan.Pointer(_products[(2 * which) + 1]));

    private void MoveColumns(int chunk)
    {
        SparseMatrix a = _form.Matrix;
        int end = _kkt.Columns.End(chunk);
        Begin(chunk);
        fixed (double* sums = &_sums[chunk * Sums], value = a.Value, y = _point.Y)
        fixed (int* start = a.ColumnStart, index = a.RowIndex)
        {
            for (int begin = _kkt.Columns.Begin(chunk); begin < end; begin += ChunkPlan.Block)
            {
                int stop = Math.Min(end, begin + ChunkPlan.Block);
                SparseKernels.Dots(start, index, value, y, _vectors.DualResidual, begin, stop);
                VectorKernels.Move(_vectors, _direction, _primal, _dual, sums, begin, ChunkPlan.Padded(stop), _boxed);
            }
        }
    }

    private void Rows(int chunk)
    {
        SparseMatrix a = _kkt.ByRow;
        int begin = _kkt.Rows.Begin(chunk);
        int end = _kkt.Rows.End(chunk);
        double[] b = _form.RightHandSide;
        double[] y = _point.Y;
        double[] residual = _point.PrimalResidual;
        fixed (double* value = a.Value, products = residual)
        fixed (int* start = a.ColumnStart, index = a.RowIndex)
            SparseKernels.Dots(start, index, value, _vectors.X, products, begin, end);
        double objective = 0.0;
        double largest = 0.0;
        for (int i = begin; i < end; i++)
        {
            residual[i] = b[i] - residual[i];
            objective += b[i] * y[i];
            largest = Math.Max(largest, Math.Abs(residual[i]));
        }

        _sums[chunk * Sums] = objective;
        _sums[(chunk * Sums) + 1] = largest;
    }
}
