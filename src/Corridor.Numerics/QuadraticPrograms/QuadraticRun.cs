using System.Diagnostics;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.QuadraticPrograms;

/// <summary>One solve of a quadratic program from the problem as given to a checked outcome.</summary>
internal sealed class QuadraticRun(
    QuadraticProgram program, InteriorPointSettings settings, IProgress<InteriorPointProgress>? progress, CancellationToken cancellationToken)
{
    /// <summary>Iterations without a gain of a tenth in the worst measure after which there is no hope.</summary>
    private const int StallLimit = 25;

    private readonly long _begin = Stopwatch.GetTimestamp();
    private readonly SeparableProgram _separable = SeparableProgram.Of(program);
    private InteriorPointMethod? _method;
    private double[]? _primal;
    private double[]? _dual;
    private CertificateReport? _report;
    private double[]? _rowRay;
    private double[]? _columnRay;
    private int _iterations;

    internal LinearProgramSolution Run()
    {
        if (_separable.Linear is null)
            return Explain();
        using var method = InteriorPointMethod.Of(_separable.Linear, _separable.Quadratic, settings.Threads);
        _method = method;
        method.Start();
        StopReason reason = Loop(method);
        return reason switch
        {
            StopReason.Optimal => Outcome(reason, SolutionStatus.Feasible, SolutionStatus.Feasible),
            StopReason.NumericalDifficulty => Explain(),
            _ => Unsolved(reason),
        };
    }

    private StopReason Loop(InteriorPointMethod method)
    {
        int stalled = 0;
        double best = double.PositiveInfinity;
        while (true)
        {
            Iterate point = method.Point;
            double scale = method.Form.ObjectiveScale;
            double objective = (point.PrimalObjective * scale) + method.Form.ObjectiveOffset;
            double dual = (point.DualObjective * scale) + method.Form.ObjectiveOffset;
            progress?.Report(new InteriorPointProgress(
                _iterations, objective, dual, point.PrimalError, point.DualError, point.Mu, method.PrimalStep, method.DualStep));
            double gap = Math.Abs(objective - dual) / (1.0 + Math.Abs(objective));
            double worst = Math.Max(gap, Math.Max(point.PrimalError, point.DualError));
            if ((worst <= 4.0 * settings.Tolerance || (stalled > 0 && worst <= 1e3 * settings.Tolerance)) && Certify(method))
                return StopReason.Optimal;
            if (worst < 0.9 * best)
            {
                best = worst;
                stalled = 0;
            }
            else if (++stalled > StallLimit)
            {
                return StopReason.NumericalDifficulty;
            }

            if (cancellationToken.IsCancellationRequested)
                return StopReason.Cancelled;
            if (_iterations >= settings.IterationLimit)
                return StopReason.IterationLimit;
            if (settings.TimeLimit is { } limit && Stopwatch.GetElapsedTime(_begin) >= limit)
                return StopReason.TimeLimit;
            if (!method.Iterate())
                return StopReason.NumericalDifficulty;
            _iterations++;
        }
    }

    /// <summary>Whether the point, brought back to the problem as given, meets the tolerance there; the best such point is kept.</summary>
    private bool Certify(InteriorPointMethod method)
    {
        double[] x = _separable.RecoverPrimal(method.Form.RecoverPrimal(method.Point.X));
        double[] y = _separable.RecoverDual(method.Form.RecoverDual(method.Point.Y));
        if (!Array.TrueForAll(x, double.IsFinite) || !Array.TrueForAll(y, double.IsFinite))
            return false;
        CertificateReport report = QuadraticCertificate.Check(program, x, y);
        if (_report is null || report.Residuals.Worst < _report.Residuals.Worst)
            (_primal, _dual, _report) = (x, y, report);
        return report.Residuals.Worst <= settings.Tolerance;
    }

    /// <summary>Looks for a proof that there is no solution; without one the stop was a numerical difficulty.</summary>
    private LinearProgramSolution Explain()
    {
        _rowRay = InfeasibilityProof.RowRay(program.Linear, settings, cancellationToken);
        if (_rowRay is null)
            _columnRay = InfeasibilityProof.ColumnRay(QuadraticCertificate.Recession(program), settings, cancellationToken);
        if (_rowRay is null && _columnRay is null)
            return Unsolved(StopReason.NumericalDifficulty);
        LinearProgramSolution last = Unsolved(StopReason.NumericalDifficulty);
        if (_rowRay is not null)
            return Outcome(StopReason.PrimalInfeasible, SolutionStatus.None, SolutionStatus.CertificateRay);
        SolutionStatus primal = last.PrimalStatus == SolutionStatus.Feasible ? SolutionStatus.Feasible : SolutionStatus.CertificateRay;
        return Outcome(StopReason.DualInfeasible, primal, SolutionStatus.None);
    }

    private LinearProgramSolution Unsolved(StopReason reason)
    {
        if (_method is not null)
            Certify(_method);
        if (_report is null)
        {
            LinearProgram p = program.Linear;
            _primal = new double[p.ColumnCount];
            _dual = new double[p.RowCount];
            for (int j = 0; j < _primal.Length; j++)
                _primal[j] = Math.Clamp(0.0, p.ColumnLower[j], p.ColumnUpper[j]);
            _report = QuadraticCertificate.Check(program, _primal, _dual);
        }

        ResidualReport r = _report.Residuals;
        bool primal = Math.Max(r.RelativeRowInfeasibility, r.RelativeBoundViolation) <= settings.Tolerance;
        bool dual = r.RelativeDualInfeasibility <= settings.Tolerance;
        return Outcome(
            reason, primal ? SolutionStatus.Feasible : SolutionStatus.Infeasible, dual ? SolutionStatus.Feasible : SolutionStatus.Infeasible);
    }

    private LinearProgramSolution Outcome(StopReason reason, SolutionStatus primalStatus, SolutionStatus dualStatus)
    {
        KktSystem? kkt = _method?.Kkt;
        return new LinearProgramSolution
        {
            StopReason = reason,
            PrimalStatus = primalStatus,
            DualStatus = dualStatus,
            Primal = _primal!,
            RowDual = _dual!,
            RowActivity = _report!.RowActivity,
            ReducedCost = _report.ReducedCost,
            Objective = _report.Objective,
            DualObjective = _report.DualObjective,
            Residuals = _report.Residuals,
            Iterations = _iterations,
            RowRay = _rowRay,
            ColumnRay = _columnRay,
            Timing = new SolveTiming
            {
                OrderSeconds = Seconds(kkt?.OrderTicks ?? 0),
                FactorizeSeconds = Seconds(kkt?.FactorizeTicks ?? 0),
                SolveSeconds = Seconds(kkt?.SolveTicks ?? 0),
                TotalSeconds = Seconds(Stopwatch.GetTimestamp() - _begin),
            },
            Statistics = new SolveStatistics
            {
                ReducedRows = _method?.Form.RowCount ?? 0,
                ReducedColumns = _method?.Form.ColumnCount ?? 0,
                KeptColumns = kkt?.KeptCount ?? 0,
                FactorNonzeros = kkt?.Symbolic.Nonzeros ?? 0,
                FactorFlops = kkt?.Symbolic.Flops ?? 0.0,
                Ordering = kkt?.OrderingName ?? "",
                Factorizations = kkt?.Factorizations ?? 0,
                Solves = kkt?.Solves ?? 0,
            },
        };
    }

    private static double Seconds(long ticks) => ticks / (double)Stopwatch.Frequency;
}
