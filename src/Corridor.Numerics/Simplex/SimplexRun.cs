using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.Simplex;

/// <summary>
/// Goes from a basis to an optimal one or a proof that there is none: dual and primal simplex in turn until neither bounds nor signs are
/// violated without any shift.
/// </summary>
internal sealed class SimplexRun
{
    private const int RoundLimit = 40;

    /// <summary>Rounds in which costs and bounds may be perturbed.</summary>
    private const int PerturbedRounds = 4;

    /// <summary>How often the tolerance may be divided by ten.</summary>
    private const int SharperAttempts = 2;

    private readonly SimplexState _state;
    private readonly SimplexLimits _limits;
    private readonly DualSimplex _dual;
    private readonly PrimalSimplex _primal;

    internal SimplexRun(SimplexState state, SimplexLimits limits)
    {
        _state = state;
        _limits = limits;
        _dual = new DualSimplex(state, limits);
        _primal = new PrimalSimplex(state, limits);
    }

    /// <summary>After <see cref="StopReason.PrimalInfeasible"/>: the ray, verified.</summary>
    internal double[]? RowRay { get; private set; }

    /// <summary>After <see cref="StopReason.DualInfeasible"/>: the ray, verified.</summary>
    internal double[]? ColumnRay { get; private set; }

    /// <summary>
    /// Runs to the end from the basis in the state and has the point checked. Where the tolerance holds in the scaled problem and not in the one given, it
    /// is made sharper and the run goes on.
    /// </summary>
    /// <param name="program">The problem as given.</param>
    /// <param name="cold">Whether the basis is not expected to be near the optimum.</param>
    /// <param name="tolerance">Of the scaled problem at first, and of the certificate.</param>
    /// <param name="report">The point, checked.</param>
    internal StopReason Run(LinearProgram program, bool cold, double tolerance, out VertexReport report)
    {
        for (int attempt = 0; ; attempt++)
        {
            double sharper = tolerance * Math.Pow(0.1, attempt);
            (_state.PrimalTolerance, _state.DualTolerance) = (sharper, sharper);
            StopReason reason = Run(program, cold && attempt == 0);
            report = new VertexReport(program, _state, tolerance);
            if (reason != StopReason.Optimal || report.IsCertified)
                return reason;
            if (attempt == SharperAttempts)
                return StopReason.NumericalDifficulty;
        }
    }

    private StopReason Run(LinearProgram program, bool cold)
    {
        RowRay = null;
        ColumnRay = null;
        bool distrustDual = false;
        for (int round = 0; round < RoundLimit; round++)
        {
            _state.RemoveShifts();
            if (_state.Factor.UpdateCount > 0 || _state.Factor.Factorizations == 0)
                _state.Refactor();
            _state.ComputePrimal();
            _state.ComputeDuals();
            bool primal = _state.IsPrimalFeasible();
            bool dual = _state.IsDualFeasible();
            if (primal && dual)
                return StopReason.Optimal;
            bool perturb = round < PerturbedRounds;
            bool useDual = !primal && !distrustDual && (dual || round < PerturbedRounds);
            SimplexResult result = useDual ? _dual.Run(cold && round == 0, perturb) : _primal.Run(perturb);
            switch (result)
            {
                case SimplexResult.Limit:
                    return _limits.Reached(0) ?? StopReason.IterationLimit;
                case SimplexResult.Infeasible when FindRowRay(program, useDual):
                    return StopReason.PrimalInfeasible;
                case SimplexResult.Unbounded when FindColumnRay(program):
                    return StopReason.DualInfeasible;
                case SimplexResult.Infeasible or SimplexResult.Trouble when useDual:
                    distrustDual = true;
                    break;
                case SimplexResult.Done:
                    distrustDual &= !useDual && !_state.IsPrimalFeasible();
                    break;
                default:
                    if (round >= PerturbedRounds)
                        return StopReason.NumericalDifficulty;
                    break;
            }
        }

        return StopReason.NumericalDifficulty;
    }

    private bool FindRowRay(LinearProgram program, bool fromDual)
    {
        double[] y = new double[program.RowCount];
        double[] scaled = fromDual ? _dual.Ray.Value : _primal.RowRay;
        for (int i = 0; i < y.Length; i++)
            y[i] = scaled[i] * _state.Form.RowScale[i];
        for (int sign = 0; sign < 2; sign++)
        {
            if (CertificateChecker.ProvesPrimalInfeasible(program, y))
            {
                RowRay = y;
                return true;
            }

            for (int i = 0; i < y.Length; i++)
                y[i] = -y[i];
        }

        return false;
    }

    private bool FindColumnRay(LinearProgram program)
    {
        double[] d = new double[program.ColumnCount];
        SimplexForm form = _state.Form;
        if (_primal.RayVariable < d.Length)
            d[_primal.RayVariable] = _primal.RayDirection * form.ColumnScale[_primal.RayVariable];
        IndexedVector column = _primal.RayColumn;
        for (int k = 0; k < column.Count; k++)
        {
            int v = _state.Head[column.Index[k]];
            if (v < d.Length)
                d[v] = -_primal.RayDirection * column.Value[column.Index[k]] * form.ColumnScale[v];
        }

        if (!CertificateChecker.ProvesDualInfeasible(program, d))
            return false;
        ColumnRay = d;
        return true;
    }
}
