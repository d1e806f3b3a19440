using System.Diagnostics;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Presolve;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>One solve from the problem as given to a checked outcome.</summary>
internal sealed class SolveRun(
    LinearProgram program,
    InteriorPointSettings settings,
    IProgress<InteriorPointProgress>? progress,
    CancellationToken cancellationToken,
    bool isAuxiliary = false)
{
    /// <summary>Iterations without a gain of a tenth in the worst measure after which there is no hope.</summary>
    private const int StallLimit = 25;

    private readonly long _begin = Stopwatch.GetTimestamp();
    private InteriorPointMethod? _method;
    private PresolvedProgram _presolved = null!;
    private double _presolveSeconds;
    private double[]? _bestPrimal;
    private double[]? _bestDual;
    private CertificateReport? _bestReport;
    private int _iterations;
    private double[]? _rowRay;
    private double[]? _columnRay;

    internal LinearProgramSolution Run()
    {
        if (IsTimeUp)
            return Unsolved(StopReason.TimeLimit);
        _presolved = Presolver.Run(program, settings.Presolve);
        if (_presolved.Reduced is null)
            return Explain(StopReason.NumericalDifficulty);
        _presolveSeconds = Seconds(Stopwatch.GetTimestamp() - _begin);
        if (IsTimeUp)
            return Unsolved(StopReason.TimeLimit);
        using var method = InteriorPointMethod.Of(_presolved.Reduced, null, settings.Threads);
        _method = method;
        _method.Start();
        StopReason reason = Loop(_method);
        return reason switch
        {
            StopReason.Optimal => Outcome(reason, SolutionStatus.Feasible, SolutionStatus.Feasible, null, null),
            StopReason.NumericalDifficulty => Explain(reason),
            _ => Unsolved(reason),
        };
    }

    private bool IsTimeUp => settings.TimeLimit is { } limit && Stopwatch.GetElapsedTime(_begin) >= limit;

    /// <summary>Looks for a proof that there is no solution; without one the stop was a numerical difficulty.</summary>
    private LinearProgramSolution Explain(StopReason otherwise)
    {
        if (_rowRay is null && _columnRay is null && !isAuxiliary)
            _rowRay = InfeasibilityProof.RowRay(program, settings, cancellationToken);
        if (_rowRay is not null)
            return Proven(StopReason.PrimalInfeasible);
        if (_columnRay is null && !isAuxiliary)
            _columnRay = InfeasibilityProof.ColumnRay(program, settings, cancellationToken);
        if (_columnRay is not null)
            return Proven(StopReason.DualInfeasible);

        // Neither solved nor proven unsolvable: presolve may have sharpened what was barely feasible.
        return settings.Presolve && !isAuxiliary && !cancellationToken.IsCancellationRequested
            ? new SolveRun(program, settings with { Presolve = false }, progress, cancellationToken).Run()
            : Unsolved(otherwise);
    }

    private LinearProgramSolution Proven(StopReason reason)
    {
        LinearProgramSolution last = Unsolved(reason);
        return reason == StopReason.PrimalInfeasible
            ? Outcome(reason, SolutionStatus.None, SolutionStatus.CertificateRay, _rowRay, null)
            : Outcome(reason, last.PrimalStatus == SolutionStatus.Feasible ? SolutionStatus.Feasible : SolutionStatus.CertificateRay, SolutionStatus.None, null, _columnRay);
    }

    /// <summary>Whether the diverging point itself is a proof.</summary>
    private bool FindRays(InteriorPointMethod method)
    {
        double[] y = _presolved.RecoverRowRay(method.Form.RecoverDual(method.Point.Y));
        if (CertificateChecker.ProvesPrimalInfeasible(program, y))
        {
            _rowRay = y;
            return true;
        }

        double[] d = _presolved.RecoverColumnRay(method.Form.RecoverDirection(method.Point.X));
        if (!CertificateChecker.ProvesDualInfeasible(program, d))
            return false;
        _columnRay = d;
        return true;
    }

    private StopReason Loop(InteriorPointMethod method)
    {
        int stalled = 0;
        double best = double.PositiveInfinity;
        while (true)
        {
            Iterate point = method.Point;
            Report(method);
            double gap = RelativeGap(method);
            double worst = Math.Max(gap, Math.Max(point.PrimalError, point.DualError));
            if ((worst <= 4.0 * settings.Tolerance || (stalled > 0 && worst <= 1e3 * settings.Tolerance)) && Certify(method))
                return StopReason.Optimal;
            if (worst < 0.9 * best)
            {
                best = worst;
                stalled = 0;
            }
            else if (++stalled > StallLimit || (stalled % 5 == 0 && FindRays(method)))
            {
                return StopReason.NumericalDifficulty;
            }

            if (cancellationToken.IsCancellationRequested)
                return StopReason.Cancelled;
            if (_iterations >= settings.IterationLimit)
                return StopReason.IterationLimit;
            if (IsTimeUp)
                return StopReason.TimeLimit;
            if (!method.Iterate())
                return StopReason.NumericalDifficulty;
            _iterations++;
        }
    }

    private static double RelativeGap(InteriorPointMethod method)
    {
        double scale = method.Form.ObjectiveScale;
        double primal = (method.Point.PrimalObjective * scale) + method.Form.ObjectiveOffset;
        double dual = (method.Point.DualObjective * scale) + method.Form.ObjectiveOffset;
        return Math.Abs(primal - dual) / (1.0 + Math.Abs(primal));
    }

    private void Report(InteriorPointMethod method) => progress?.Report(new InteriorPointProgress(
        _iterations,
        (method.Point.PrimalObjective * method.Form.ObjectiveScale) + method.Form.ObjectiveOffset,
        (method.Point.DualObjective * method.Form.ObjectiveScale) + method.Form.ObjectiveOffset,
        method.Point.PrimalError,
        method.Point.DualError,
        method.Point.Mu,
        method.PrimalStep,
        method.DualStep));

    /// <summary>Whether the point, brought back to the problem as given, meets the tolerance there; the best such point is kept.</summary>
    private bool Certify(InteriorPointMethod method)
    {
        double[] x = _presolved.RecoverPrimal(method.Form.RecoverPrimal(method.Point.X));
        double[] y = _presolved.RecoverDual(method.Form.RecoverDual(method.Point.Y));
        CertificateReport report = CertificateChecker.Check(program, x, y);
        if (_bestReport is null || report.Residuals.Worst < _bestReport.Residuals.Worst)
        {
            _bestPrimal = x;
            _bestDual = y;
            _bestReport = report;
        }

        return report.Residuals.Worst <= settings.Tolerance;
    }

    private LinearProgramSolution Unsolved(StopReason reason)
    {
        if (_method is not null)
            Certify(_method);
        if (_bestReport is null)
        {
            _bestPrimal = new double[program.ColumnCount];
            _bestDual = new double[program.RowCount];
            for (int j = 0; j < _bestPrimal.Length; j++)
                _bestPrimal[j] = Math.Clamp(0.0, program.ColumnLower[j], program.ColumnUpper[j]);
            _bestReport = CertificateChecker.Check(program, _bestPrimal, _bestDual);
        }

        ResidualReport r = _bestReport.Residuals;
        bool primal = Math.Max(r.RelativeRowInfeasibility, r.RelativeBoundViolation) <= settings.Tolerance;
        bool dual = r.RelativeDualInfeasibility <= settings.Tolerance;
        return Outcome(
            reason,
            primal ? SolutionStatus.Feasible : SolutionStatus.Infeasible,
            dual ? SolutionStatus.Feasible : SolutionStatus.Infeasible,
            null,
            null);
    }

    private LinearProgramSolution Outcome(
        StopReason reason, SolutionStatus primalStatus, SolutionStatus dualStatus, double[]? rowRay, double[]? columnRay)
    {
        KktSystem? kkt = _method?.Kkt;
        return new LinearProgramSolution
        {
            StopReason = reason,
            PrimalStatus = primalStatus,
            DualStatus = dualStatus,
            Primal = _bestPrimal!,
            RowDual = _bestDual!,
            RowActivity = _bestReport!.RowActivity,
            ReducedCost = _bestReport.ReducedCost,
            Objective = _bestReport.Objective,
            DualObjective = _bestReport.DualObjective,
            Residuals = _bestReport.Residuals,
            Iterations = _iterations,
            RowRay = rowRay,
            ColumnRay = columnRay,
            Timing = new SolveTiming
            {
                PresolveSeconds = _presolveSeconds,
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
