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
    private const double MostResidual = 1e-8;

    private readonly ComputationalForm _form;
    private readonly WorkerTeam _team;
    private readonly KktSystem _kkt;
    private readonly ColumnPasses _passes;
    private readonly Iterate _point;
    private Direction _direction;
    private Direction _trial;

    internal InteriorPointMethod(ComputationalForm form, int threads = 1)
        : this(form.Reordered(out KktPlan plan, out _), plan, threads)
    {
    }

    /// <param name="form">The form, already in the order of the plan.</param>
    /// <param name="plan">The order; not changed, so that several methods may share it.</param>
    /// <param name="threads">Threads, ≥ 1.</param>
    internal InteriorPointMethod(ComputationalForm form, KktPlan plan, int threads)
    {
        _form = form;
        _team = new WorkerTeam(threads);
        _kkt = new KktSystem(_form.Matrix, plan, _team);
        _point = new Iterate(_form);
        _passes = new ColumnPasses(_form, _kkt, _team, _point);
        _direction = new Direction(_form);
        _trial = new Direction(_form);
    }

    internal Iterate Point => _point;

    internal KktSystem Kkt => _kkt;

    /// <summary>The form, renumbered in the order of elimination.</summary>
    internal ComputationalForm Form => _form;

    /// <summary>Most centrality correctors of an iteration, ≥ 0.</summary>
    internal int Correctors { get; set; } = 2;

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
        StartingPoint.Set(_form, _kkt, _passes, _point, _direction);
        _passes.Move(_direction, 0.0, 0.0);
    }

    /// <summary>Takes over costs, bounds and right-hand sides of the form that have changed; returns room to work in.</summary>
    internal Direction Reload()
    {
        _passes.Reload();
        _point.Measure(_form);
        return _direction;
    }

    /// <summary>Evaluates a point that has been set from outside; allocates nothing.</summary>
    internal void Evaluate() => _passes.Move(_direction, 0.0, 0.0);

    /// <summary>One iteration; allocates nothing. False if no step was possible.</summary>
    internal bool Iterate()
    {
        double mu = _point.Mu;
        _passes.Predictor(Math.Clamp(1e-3 * mu, 1e-9, 1e-5));
        _kkt.Factorize(Math.Clamp(DeltaShare * mu, LeastDelta, MostDelta));

        // Predictor: σ = 0.
        Solve(_direction);
        double primal = _direction.PrimalLimit;
        double dual = _direction.DualLimit;
        double affine = StepLength.Complementarity(_point, _direction, primal, dual);
        double ratio = mu > 0.0 ? Math.Clamp(affine / mu, 0.0, 1.0) : 0.0;
        double target = Math.Max(ratio * ratio * ratio, 1e-6) * mu;

        // The second-order term helps nearly always; where it blocks the way it is weighted down.
        _passes.Corrector(_direction, target, Math.Sqrt(Math.Sqrt(primal * dual)));
        Solve(_trial);
        if (Math.Min(_trial.PrimalLimit, _trial.DualLimit) < JammedShare * Math.Min(primal, dual))
        {
            _passes.Corrector(_direction, target, primal * dual);
            Solve(_trial);
        }

        (_direction, _trial) = (_trial, _direction);
        CentralityCorrectors(target);

        (primal, dual) = StepLength.Damped(_point, _direction);
        PrimalStep = primal;
        DualStep = dual;
        if (!(primal > 0.0) || !(dual > 0.0) || !double.IsFinite(primal + dual))
            return false;
        _passes.Move(_direction, primal, dual);
        return double.IsFinite(_point.Mu) && double.IsFinite(_point.PrimalError) && double.IsFinite(_point.DualError);
    }

    /// <summary>Solves the Newton system for the products on the right-hand side.</summary>
    private void Solve(Direction d)
    {
        double scale = 1.0 + _point.RightHandSideNorm;
        _passes.Solve(d, Math.Max(0.1 * _point.PrimalError, Math.Clamp(_point.Mu, LeastResidual, MostResidual)) * scale, 20);
    }

    private void CentralityCorrectors(double target)
    {
        const double Low = 0.1;
        const double High = 10.0;
        for (int corrector = 0; corrector < Correctors; corrector++)
        {
            double primal = _direction.PrimalLimit;
            double dual = _direction.DualLimit;
            if (primal > 0.98 && dual > 0.98)
                return;
            double wishPrimal = Math.Min(1.0, (1.08 * primal) + 0.08);
            double wishDual = Math.Min(1.0, (1.08 * dual) + 0.08);
            _passes.Centrality(_direction, new CentralityAim(wishPrimal, wishDual, Low * target, High * target));
            Solve(_trial);
            double newPrimal = _trial.PrimalLimit;
            double newDual = _trial.DualLimit;
            if (newPrimal + newDual < primal + dual + 0.02 || Math.Min(newPrimal, newDual) < 0.9 * Math.Min(primal, dual))
                return;
            _passes.Accept();
            (_direction, _trial) = (_trial, _direction);
        }
    }
}
