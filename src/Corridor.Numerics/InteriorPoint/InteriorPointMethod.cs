using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Threading;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// The iterations: Mehrotra's predictor and corrector with the second-order term weighted by a root of the predictor's steps, multiple
/// centrality correctors (J. Gondzio, Comput. Optim. Appl. 6 (1996) 137–156) and proximal regularisation
/// (S. Pougkakiotis, J. Gondzio, Comput. Optim. Appl. 78 (2021) 307–351).
/// </summary>
internal sealed class InteriorPointMethod : IDisposable
{
    /// <summary>δ follows μ, so that rows without interior do not drive y to infinity, down to a floor that costs no accuracy.</summary>
    private const double DeltaShare = 1e-3;
    private const double LeastDelta = 1e-11;
    private const double MostDelta = 1e-4;

    /// <summary>A corrector whose steps fall below this share of the predictor's is made again.</summary>
    private const double JammedShare = 0.3;

    /// <summary>The residual a solve may leave, relative to the right-hand side, follows μ within these.</summary>
    private const double LeastResidual = 1e-9;
    private const double MostResidual = 1e-7;

    /// <summary>While directions leave less than this share of what they may, their residuals are looked at only after the step.</summary>
    private const double UncheckedShare = 0.1;

    /// <summary>The predictor only shows the way: it may leave so many times more.</summary>
    private const double PredictorShare = 100.0;

    /// <summary>A centrality corrector is worth its solve where a factorisation takes this many operations for each value that a solve moves.</summary>
    private const double DearFactor = 100.0;

    private readonly ComputationalForm _form;
    private readonly WorkerTeam _team;
    private readonly KktSystem _kkt;
    private readonly ColumnPasses _passes;
    private readonly Iterate _point;
    private readonly Direction _predictor;
    private readonly Direction _corrector;
    private readonly Direction? _central;
    private bool _isChecked = true;

    /// <param name="form">The form, already in the order of the plan.</param>
    /// <param name="plan">The order; not changed, so that several methods may share it.</param>
    /// <param name="threads">Threads, ≥ 1.</param>
    /// <param name="isCentred">Whether a centrality corrector is tried in each iteration; null to decide by size and counted operations.</param>
    internal InteriorPointMethod(ComputationalForm form, KktPlan plan, int threads, bool? isCentred = null)
    {
        _form = form;
        _team = new WorkerTeam(threads);
        _kkt = new KktSystem(_form.Matrix, plan, _team);
        _point = new Iterate(_form);
        _passes = new ColumnPasses(_form, _kkt, _team, _point);
        _predictor = new Direction(_form);
        _corrector = new Direction(_form);
        bool isCheap = plan.Symbolic.Flops < DearFactor * (plan.Symbolic.StoredValues + (10.0 * _form.ColumnCount)) && _form.ColumnCount > 100_000;
        _central = isCentred ?? !isCheap ? new Direction(_form) : null;
    }

    /// <summary>The method for a problem without fixed columns and free rows.</summary>
    /// <param name="program">The problem.</param>
    /// <param name="quadratic">The diagonal of a quadratic term, or null.</param>
    /// <param name="threads">Threads, ≥ 1.</param>
    internal static InteriorPointMethod Of(LinearProgram program, double[]? quadratic = null, int threads = 1) =>
        new(ComputationalForm.Of(program, quadratic, out KktPlan plan), plan, threads);

    internal Iterate Point => _point;

    internal KktSystem Kkt => _kkt;

    /// <summary>The form, renumbered in the order of elimination.</summary>
    internal ComputationalForm Form => _form;

    internal double PrimalStep { get; private set; } = 1.0;

    internal double DualStep { get; private set; } = 1.0;

    /// <inheritdoc/>
    public void Dispose()
    {
        _kkt.Dispose();
        _team.Dispose();
    }

    /// <summary>Sets the first point and evaluates it.</summary>
    internal void Start()
    {
        StartingPoint.Set(_form, _kkt, _passes, _point, _predictor);
        Evaluate();
    }

    /// <summary>
    /// Takes over costs, bounds and right-hand sides of the form that have changed, and forgets what was learned of the solves before. Returns room to work in.
    /// </summary>
    internal Direction Reload()
    {
        _passes.Reload();
        _point.Measure(_form);
        _isChecked = true;
        return _predictor;
    }

    /// <summary>Sets the rows' residuals of a point that has been set from outside; allocates nothing.</summary>
    internal void RowResiduals() => _passes.RowResiduals(_predictor);

    /// <summary>Evaluates a point that has been set from outside, its μ included; allocates nothing.</summary>
    internal void Evaluate()
    {
        _passes.UsePredictor();
        _passes.Move(_predictor, new MoveSteps(0.0, 0.0, FreeInverse));
    }

    private double FreeInverse => Math.Clamp(1e-3 * _point.Mu, 1e-9, 1e-5);

    /// <summary>One iteration; allocates nothing. False if no step was possible.</summary>
    internal bool Iterate()
    {
        double mu = _point.Mu;
        double tolerance = Math.Max(0.1 * _point.PrimalError, Math.Clamp(mu, LeastResidual, MostResidual)) * (1.0 + _point.RightHandSideNorm);
        _kkt.Factorize(Math.Clamp(DeltaShare * mu, LeastDelta, MostDelta));

        // Predictor: σ = 0.
        _passes.UsePredictor();
        _passes.Solve(_predictor, PredictorShare * tolerance, _isChecked);
        double primal = _predictor.PrimalLimit;
        double dual = _predictor.DualLimit;
        double affine = StepLength.Complementarity(_point, _predictor, primal, dual);
        double ratio = mu > 0.0 ? Math.Clamp(affine / mu, 0.0, 1.0) : 0.0;
        double target = Math.Max(ratio * ratio * ratio, 1e-6) * mu;

        // The second-order term helps nearly always; where it blocks the way it is weighted down.
        _passes.UseCorrector(_predictor, target, Math.Sqrt(Math.Sqrt(primal * dual)));
        _passes.Solve(_corrector, tolerance, _isChecked);
        if (Math.Min(_corrector.PrimalLimit, _corrector.DualLimit) < JammedShare * Math.Min(primal, dual))
        {
            _passes.UseCorrector(_predictor, target, primal * dual);
            _passes.Solve(_corrector, tolerance, _isChecked);
        }

        bool wasChecked = _isChecked;
        double first = _kkt.FirstResidual;
        Direction direction = Centred(target, tolerance);
        (primal, dual) = StepLength.Damped(_point, _passes, direction);
        if (_form.Quadratic is not null)
        {
            // The gradient moves with x: only equal steps keep the dual residual falling.
            primal = Math.Min(primal, dual);
            dual = primal;
        }

        PrimalStep = primal;
        DualStep = dual;
        if (!(primal > 0.0) || !(dual > 0.0) || !double.IsFinite(primal + dual))
            return false;
        _passes.Move(direction, new MoveSteps(primal, dual, FreeInverse));
        _isChecked = !((wasChecked ? first : _passes.DirectionResidual) <= UncheckedShare * tolerance);
        return double.IsFinite(_point.Mu) && double.IsFinite(_point.PrimalError) && double.IsFinite(_point.DualError);
    }

    /// <summary>The corrector's direction or, if it is longer, the one with a centrality corrector.</summary>
    private Direction Centred(double target, double tolerance)
    {
        const double Low = 0.1;
        const double High = 10.0;
        double primal = _corrector.PrimalLimit;
        double dual = _corrector.DualLimit;
        if (_central is null || (primal > 0.98 && dual > 0.98))
            return _corrector;
        double wishPrimal = Math.Min(1.0, (1.08 * primal) + 0.08);
        double wishDual = Math.Min(1.0, (1.08 * dual) + 0.08);
        _passes.UseCentrality(_corrector, new CentralityAim(wishPrimal, wishDual, Low * target, High * target));
        _passes.Solve(_central, tolerance, _isChecked);
        double newPrimal = _central.PrimalLimit;
        double newDual = _central.DualLimit;
        if (newPrimal + newDual >= primal + dual + 0.02 && Math.Min(newPrimal, newDual) >= 0.9 * Math.Min(primal, dual))
            return _central;
        _passes.ReturnToCorrector();
        return _corrector;
    }
}
