
namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// The iterations: Mehrotra's predictor and corrector with the second-order term weighted by the predictor's steps, multiple
/// centrality correctors (J. Gondzio, Comput. Optim. Appl. 6 (1996) 137–156) and proximal regularisation
/// (S. Pougkakiotis, J. Gondzio, Comput. Optim. Appl. 78 (2021) 307–351).
/// </summary>
internal sealed class InteriorPointMethod
{
    /// <summary>δ follows μ, so that rows without interior do not drive y to infinity, down to a floor that costs no accuracy.</summary>
    private const double DeltaShare = 1e-3;
    private const double LeastDelta = 1e-11;
    private const double MostDelta = 1e-4;

    private readonly ComputationalForm _form;
    private readonly KktSystem _kkt;
    private readonly Iterate _point;
    private readonly double[] _theta;
    private readonly double[] _h;
    private readonly double[] _productX;
    private readonly double[] _productW;
    private readonly double[] _keepX;
    private readonly double[] _keepW;
    private Direction _direction;
    private Direction _trial;

    internal InteriorPointMethod(ComputationalForm form, int threads = 1)
    {
        _form = form;
        _kkt = new KktSystem(form.Matrix, threads);
        _point = new Iterate(form);
        _theta = new double[form.ColumnCount];
        _h = new double[form.ColumnCount];
        _productX = new double[form.BoundedCount];
        _productW = new double[form.BoxedCount];
        _keepX = new double[form.BoundedCount];
        _keepW = new double[form.BoxedCount];
        _direction = new Direction(form);
        _trial = new Direction(form);
    }

    internal Iterate Point => _point;

    internal KktSystem Kkt => _kkt;

    internal ComputationalForm Form => _form;

    internal double PrimalStep { get; private set; } = 1.0;

    internal double DualStep { get; private set; } = 1.0;

    /// <summary>Sets the first point and evaluates it.</summary>
    internal void Start()
    {
        StartingPoint.Set(_form, _kkt, _point, _direction, _theta, _h);
        _point.Evaluate();
    }

    /// <summary>One iteration; allocates nothing. False if no step was possible.</summary>
    internal bool Iterate()
    {
        double mu = _point.Mu;
        SetTheta(mu);
        _kkt.Factorize(_theta, Math.Clamp(DeltaShare * mu, LeastDelta, MostDelta));

        // Predictor: σ = 0.
        VectorKernels.NegatedProducts(_point.X, _point.Z, _productX);
        VectorKernels.NegatedProducts(_point.W, _point.V, _productW);
        Solve(_direction);
        (double primal, double dual) = StepLength.ToBoundary(_point, _direction);
        double affine = StepLength.Complementarity(_point, _direction, primal, dual);
        double ratio = mu > 0.0 ? Math.Clamp(affine / mu, 0.0, 1.0) : 0.0;
        double sigma = Math.Max(ratio * ratio * ratio, 1e-6);
        double target = sigma * mu;
        double weight = primal * dual;

        // Corrector.
        VectorKernels.AddSecondOrder(_productX, target, weight, _direction.X, _direction.Z);
        VectorKernels.AddSecondOrder(_productW, target, weight, _direction.W, _direction.V);
        Solve(_direction);
        (primal, dual) = StepLength.ToBoundary(_point, _direction);
        CentralityCorrectors(target, ref primal, ref dual);

        (primal, dual) = StepLength.Damped(_point, _direction);
        PrimalStep = primal;
        DualStep = dual;
        if (!(primal > 0.0) || !(dual > 0.0) || !double.IsFinite(primal + dual))
            return false;
        _point.Step(_direction, primal, dual);
        _point.Evaluate();
        return double.IsFinite(_point.Mu) && double.IsFinite(_point.PrimalError) && double.IsFinite(_point.DualError);
    }

    private void SetTheta(double mu)
    {
        double[] x = _point.X;
        int boxed = _form.BoxedCount;
        int bounded = _form.BoundedCount;
        const double Least = 1e-14;
        VectorKernels.InverseRatios(_point.Z.AsSpan(0, boxed), x.AsSpan(0, boxed), _point.V, _point.W, Least, _theta.AsSpan(0, boxed));
        VectorKernels.InverseRatio(_point.Z.AsSpan(boxed), x.AsSpan(boxed, bounded - boxed), Least, _theta.AsSpan(boxed, bounded - boxed));
        double free = Math.Clamp(1e-3 * mu, 1e-9, 1e-5);
        for (int j = bounded; j < x.Length; j++)
            _theta[j] = 1.0 / free;
    }

    /// <summary>Solves the Newton system for the products on the right-hand side.</summary>
    private void Solve(Direction d)
    {
        int boxed = _form.BoxedCount;
        int bounded = _form.BoundedCount;
        double[] rd = _point.DualResidual;
        VectorKernels.Bounded(rd, _productX, _point.X, _h.AsSpan(0, bounded));
        VectorKernels.AddUpper(_productW, _point.V, _point.UpperResidual, _point.W, _h.AsSpan(0, boxed));
        rd.AsSpan(bounded).CopyTo(_h.AsSpan(bounded));
        double scale = 1.0 + _point.RightHandSideNorm;
        double tolerance = Math.Max(0.1 * _point.PrimalError * scale, 1e-10 * scale);
        _kkt.Solve(_point.PrimalResidual, _h, d.X, d.Y, tolerance, 20);
        VectorKernels.DualChange(_productX, _point.Z, d.X, _point.X, d.Z);
        VectorKernels.Difference(_point.UpperResidual, d.X, d.W);
        VectorKernels.DualChange(_productW, _point.V, d.W, _point.W, d.V);
    }

    private void CentralityCorrectors(double target, ref double primal, ref double dual)
    {
        const double Low = 0.1;
        const double High = 10.0;
        for (int corrector = 0; corrector < 2; corrector++)
        {
            if (primal > 0.98 && dual > 0.98)
                return;
            double wishPrimal = Math.Min(1.0, (1.08 * primal) + 0.08);
            double wishDual = Math.Min(1.0, (1.08 * dual) + 0.08);
            _productX.AsSpan().CopyTo(_keepX);
            _productW.AsSpan().CopyTo(_keepW);
            VectorKernels.AddCentrality(
                _productX, _point.X, _direction.X, wishPrimal, _point.Z, _direction.Z, wishDual, Low * target, High * target);
            VectorKernels.AddCentrality(
                _productW, _point.W, _direction.W, wishPrimal, _point.V, _direction.V, wishDual, Low * target, High * target);
            Solve(_trial);
            (double newPrimal, double newDual) = StepLength.ToBoundary(_point, _trial);
            if (newPrimal + newDual < primal + dual + 0.02 || Math.Min(newPrimal, newDual) < 0.9 * Math.Min(primal, dual))
            {
                _keepX.AsSpan().CopyTo(_productX);
                _keepW.AsSpan().CopyTo(_productW);
                return;
            }

            (_direction, _trial) = (_trial, _direction);
            primal = newPrimal;
            dual = newDual;
        }
    }
}
