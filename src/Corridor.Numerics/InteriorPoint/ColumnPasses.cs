using System.Runtime.Intrinsics;
using Corridor.Numerics.Threading;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>The passes over columns and rows of an iteration, divided among threads; sums are kept by chunk and added in order.</summary>
internal sealed unsafe class ColumnPasses : IChunkedWork, IColumnFinish
{
    private const int RightHandSideKernel = 0;
    private const int MoveKernel = 1;
    private const int RowKernel = 2;

    /// <summary>Room for the sums of a chunk: two cache lines, so that threads do not disturb each other.</summary>
    private const int Sums = 16;

    private readonly ComputationalForm _form;
    private readonly KktSystem _kkt;
    private readonly WorkerTeam _team;
    private readonly Iterate _point;
    private readonly double[] _cost;
    private readonly double[]? _quadratic;
    private readonly double[] _sums;
    private readonly ColumnVectors _vectors;
    private readonly int _boxed;
    private Stages _stages;
    private int _depth;
    private Direction _direction = null!;
    private MoveSteps _steps;

    internal ColumnPasses(ComputationalForm form, KktSystem kkt, WorkerTeam team, Iterate point)
    {
        _form = form;
        _kkt = kkt;
        _team = team;
        _point = point;
        _boxed = form.BoxedCount;
        _cost = ChunkPlan.Vector(form.Cost);
        _quadratic = form.Quadratic is null ? null : ChunkPlan.Vector(form.Quadratic);
        _sums = new double[Sums * Math.Max(kkt.Columns.Chunks, kkt.Rows.Chunks)];
        _vectors = new ColumnVectors(point, kkt, _cost);
    }

    /// <summary>Takes over costs of the form that have changed.</summary>
    internal void Reload() => _form.Cost.CopyTo(_cost, 0);

    /// <summary>Largest residual that the last direction left in the rows' equation, found when it was followed.</summary>
    internal double DirectionResidual { get; private set; }

    /// <summary>The products are those of the predictor; Θ and Θh for them were set by <see cref="Move"/>.</summary>
    internal void UsePredictor() => _depth = 0;

    /// <summary>Sets Θh for products of <paramref name="target"/> less the weighted products of the predictor's changes.</summary>
    internal void UseCorrector(Direction predictor, double target, double weight)
    {
        _stages.Predictor = ChunkPlan.Pointer(predictor.X);
        _stages.Target = target;
        _stages.Weight = weight;
        _depth = 1;
        _team.Run(this, RightHandSideKernel, _kkt.Columns.Chunks);
    }

    /// <summary>Sets Θh for products corrected towards the central path.</summary>
    internal void UseCentrality(Direction corrector, in CentralityAim aim)
    {
        _stages.Corrector = ChunkPlan.Pointer(corrector.X);
        _stages.Aim = aim;
        _depth = 2;
        _team.Run(this, RightHandSideKernel, _kkt.Columns.Chunks);
    }

    /// <summary>The products are the corrector's again.</summary>
    internal void ReturnToCorrector() => _depth = 1;

    /// <summary>Solves for the whole direction and measures it.</summary>
    /// <param name="d">Overwritten.</param>
    /// <param name="tolerance">Largest residual of the rows.</param>
    /// <param name="isChecked">Whether the residual is computed, and refined where it is too large.</param>
    internal void Solve(Direction d, double tolerance, bool isChecked)
    {
        _direction = d;
        _kkt.Solve(_point.PrimalResidual, d.X, d.Y, tolerance, isChecked ? 20 : 0, this);
        double primal = 1.0;
        double dual = 1.0;
        double primalSlope = 0.0;
        double dualSlope = 0.0;
        double curvature = 0.0;
        d.PrimalChunk = -1;
        d.DualChunk = -1;
        for (int c = 0; c < _kkt.Columns.Chunks; c++)
        {
            ReadOnlySpan<double> sums = _sums.AsSpan(c * Sums, Sums);
            if (sums[0] > primal)
                (primal, d.PrimalChunk) = (sums[0], c);
            if (sums[1] > dual)
                (dual, d.DualChunk) = (sums[1], c);
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

    /// <summary>Sets the rows' residuals b − A x of the point.</summary>
    /// <param name="work">A direction with dy = 0.</param>
    internal void RowResiduals(Direction work)
    {
        _direction = work;
        _steps = default;
        _team.Run(this, RowKernel, _kkt.Rows.Chunks);
    }

    /// <summary>Moves the point along a direction and recomputes everything that follows from it, Θ and the predictor's Θh included.</summary>
    /// <param name="d">The direction last solved for, with its products in use.</param>
    /// <param name="steps">The steps.</param>
    internal void Move(Direction d, in MoveSteps steps)
    {
        _direction = d;
        _steps = steps;
        VectorKernels.Step(_point.Y, d.Y, steps.Dual);
        _team.Run(this, MoveKernel, _kkt.Columns.Chunks);
        double objective = 0.0;
        double products = 0.0;
        double dualObjective = 0.0;
        double dualError = 0.0;
        for (int c = 0; c < _kkt.Columns.Chunks; c++)
        {
            ReadOnlySpan<double> sums = _sums.AsSpan(c * Sums, Sums);
            objective += sums[5];
            products += sums[6];
            dualObjective -= sums[7];
            dualError = Math.Max(dualError, _quadratic is null ? sums[8] : sums[9]);
            objective += sums[10];
            dualObjective -= sums[10];
        }

        _team.Run(this, RowKernel, _kkt.Rows.Chunks);
        double primalError = 0.0;
        double directionResidual = 0.0;
        for (int c = 0; c < _kkt.Rows.Chunks; c++)
        {
            dualObjective += _sums[c * Sums];
            primalError = Math.Max(primalError, _sums[(c * Sums) + 1]);
            directionResidual = Math.Max(directionResidual, _sums[(c * Sums) + 2]);
        }

        _point.PrimalObjective = objective;
        _point.DualObjective = dualObjective;
        _point.Mu = _point.Products == 0 ? 0.0 : products / _point.Products;
        _point.PrimalError = primalError / (1.0 + _point.RightHandSideNorm);
        _point.DualError = dualError / (1.0 + _point.CostNorm);
        DirectionResidual = steps.Primal > 0.0 ? directionResidual / steps.Primal : 0.0;
    }

    /// <summary>The pair that limits a step: its value and change, and its partner's; null if there is none.</summary>
    /// <param name="d">The direction last solved for, with its products in use.</param>
    /// <param name="isDual">Whether the dual step is meant.</param>
    internal BlockingPair? Blocking(Direction d, bool isDual)
    {
        int chunk = isDual ? d.DualChunk : d.PrimalChunk;
        if (chunk < 0)
            return null;
        double ratio = (1.0 - 1e-9) / (isDual ? d.DualLimit : d.PrimalLimit);
        int end = _kkt.Columns.End(chunk);
        var figures = new StageFigures(_stages);
        for (int j = _kkt.Columns.Begin(chunk); j < end; j++)
        {
            (double x, double z, double dx) = (_point.X[j], _point.Z[j], d.X[j]);
            if (z > 0.0)
            {
                double dz = PartnerChange(j, x, z, dx, 1.0, figures);
                if (isDual ? -dz >= ratio * z : -dx >= ratio * x)
                    return isDual ? new BlockingPair(z, dz, x, dx) : new BlockingPair(x, dx, z, dz);
            }

            if (j >= _boxed || _point.V[j] <= 0.0)
                continue;
            (double w, double v) = (_point.W[j], _point.V[j]);
            double dv = PartnerChange(j, w, v, -dx, -1.0, figures);
            if (isDual ? -dv >= ratio * v : dx >= ratio * w)
                return isDual ? new BlockingPair(v, dv, w, -dx) : new BlockingPair(w, -dx, v, dv);
        }

        return null;
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
        double* dx = ChunkPlan.Pointer(_direction.X);
        fixed (double* sums = &_sums[chunk * Sums])
        {
            if (_depth == 0)
                VectorKernels.Measure<PredictorProduct>(_vectors, _stages, dx, sums, begin, end, _boxed);
            else if (_depth == 1)
                VectorKernels.Measure<CorrectorProduct>(_vectors, _stages, dx, sums, begin, end, _boxed);
            else
                VectorKernels.Measure<CentralityProduct>(_vectors, _stages, dx, sums, begin, end, _boxed);
        }
    }

    /// <inheritdoc/>
    public void Execute(int kernel, int chunk, int worker)
    {
        switch (kernel)
        {
            case RowKernel:
                Rows(chunk);
                break;
            case MoveKernel:
                MoveColumns(chunk);
                break;
            default:
                int begin = _kkt.Columns.Begin(chunk);
                int end = ChunkPlan.Padded(_kkt.Columns.End(chunk));
                if (_depth == 1)
                    VectorKernels.RightHandSide<CorrectorProduct>(_vectors, _stages, begin, end, _boxed);
                else
                    VectorKernels.RightHandSide<CentralityProduct>(_vectors, _stages, begin, end, _boxed);
                break;
        }
    }

    private double PartnerChange(int j, double a, double b, double da, double sign, in StageFigures figures)
    {
        var va = Vector512.Create(a);
        var vb = Vector512.Create(b);
        var inverse = Vector512.Create(1.0 / a);
        var first = Vector512.Create(_depth > 0 ? sign * _stages.Predictor[j] : 0.0);
        var second = Vector512.Create(_depth > 1 ? sign * _stages.Corrector[j] : 0.0);
        double product = (_depth switch
        {
            0 => PredictorProduct.Of(va, vb, inverse, first, second, figures),
            1 => CorrectorProduct.Of(va, vb, inverse, first, second, figures),
            _ => CentralityProduct.Of(va, vb, inverse, first, second, figures),
        })[0];
        return (product - (b * da)) / a;
    }

    private void MoveColumns(int chunk)
    {
        int end = _kkt.Columns.End(chunk);
        double* dx = ChunkPlan.Pointer(_direction.X);
        double* gradient = stackalloc double[ChunkPlan.Block];
        new Span<double>(gradient, ChunkPlan.Block).Clear();
        Begin(chunk);
        fixed (double* sums = &_sums[chunk * Sums], y = _point.Y)
        {
            for (int begin = _kkt.Columns.Begin(chunk); begin < end; begin += ChunkPlan.Block)
            {
                int stop = Math.Min(end, begin + ChunkPlan.Block);
                int padded = ChunkPlan.Padded(stop);
                for (int j = stop; j < padded; j++)
                    gradient[j - begin] = 0.0;
                _kkt.ColumnDots.Run(y, gradient, begin, stop);
                if (_depth == 0)
                    VectorKernels.Move<PredictorProduct>(_vectors, _stages, dx, gradient, _steps, sums, begin, padded, _boxed);
                else if (_depth == 1)
                    VectorKernels.Move<CorrectorProduct>(_vectors, _stages, dx, gradient, _steps, sums, begin, padded, _boxed);
                else
                    VectorKernels.Move<CentralityProduct>(_vectors, _stages, dx, gradient, _steps, sums, begin, padded, _boxed);
                if (_quadratic is not null)
                    QuadraticTerm.Add(_vectors, ChunkPlan.Pointer(_quadratic), sums, begin, stop, _boxed);
            }
        }
    }

    private void Rows(int chunk)
    {
        int end = _kkt.Rows.End(chunk);
        double[] b = _form.RightHandSide;
        double[] y = _point.Y;
        double[] dy = _direction.Y;
        double[] residual = _point.PrimalResidual;
        double* products = stackalloc double[ChunkPlan.Block];
        double keep = 1.0 - _steps.Primal;
        double proximal = _steps.Primal * _kkt.Delta;
        double objective = 0.0;
        double largest = 0.0;
        double unexpected = 0.0;
        for (int begin = _kkt.Rows.Begin(chunk); begin < end; begin += ChunkPlan.Block)
        {
            int stop = Math.Min(end, begin + ChunkPlan.Block);
            _kkt.RowDots.Run(_vectors.X, products, begin, stop);
            for (int i = begin; i < stop; i++)
            {
                double now = b[i] - products[i - begin];
                unexpected = Math.Max(unexpected, Math.Abs(now - (keep * residual[i]) - (proximal * dy[i])));
                residual[i] = now;
                objective += b[i] * y[i];
                largest = Math.Max(largest, Math.Abs(now));
            }
        }

        _sums[chunk * Sums] = objective;
        _sums[(chunk * Sums) + 1] = largest;
        _sums[(chunk * Sums) + 2] = unexpected;
    }
}

/// <summary>A pair of complementary variables at the boundary of a step.</summary>
/// <param name="Value">The variable that becomes zero.</param>
/// <param name="Change">Its change, negative.</param>
/// <param name="Partner">Its partner.</param>
/// <param name="PartnerChange">The partner's change.</param>
internal readonly record struct BlockingPair(double Value, double Change, double Partner, double PartnerChange);
