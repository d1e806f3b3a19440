using System.Diagnostics;
using Corridor.Numerics.Factorization;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// What one thread needs to solve variants one after the other: a variant's data, the numeric part of the method, and room to check results. A variant's
/// solution does not depend on those solved before. Apart from what is returned, a solve allocates nothing that grows with the program.
/// </summary>
internal sealed class ResolveWorkspace : IDisposable
{
    /// <summary>Iterations without a gain of a tenth in the worst measure after which a run is given up.</summary>
    private const int StallLimit = 8;

    /// <summary>A first step shorter than this says that the point is too near the base's optimum for the variant.</summary>
    private const double WantedStep = 0.25;

    /// <summary>Below this largest residual a point is not judged by its step.</summary>
    private const double NearOptimum = 1e-6;

    private static readonly LinearProgramVariant Nothing = new();

    private readonly ResolveStructure _structure;
    private readonly InteriorPointSettings _settings;
    private readonly ResolveData _data;
    private readonly ResolveMisfit _misfit;
    private readonly double[] _primal;
    private readonly double[] _dual;
    private readonly double[] _activity;
    private readonly double[] _reduced;
    private InteriorPointMethod? _method;
    private CertificateReport? _report;
    private long _begin;
    private long _factorizeTicks;
    private long _solveTicks;
    private int _factorizations;
    private int _solves;
    private int _iterations;

    internal ResolveWorkspace(ResolveStructure structure, InteriorPointSettings settings)
    {
        _structure = structure;
        _settings = settings;
        _data = new ResolveData(structure);
        _misfit = new ResolveMisfit(_data, structure);
        _primal = new double[structure.Program.ColumnCount];
        _dual = new double[structure.Program.RowCount];
        _activity = new double[structure.Program.RowCount];
        _reduced = new double[structure.Program.ColumnCount];
    }

    /// <inheritdoc/>
    public void Dispose() => _method?.Dispose();

    /// <summary>Solves the base and keeps points on the way. Without an optimum no point is kept.</summary>
    internal LinearProgramSolution SolveBase(List<ResolvePoint> points, CancellationToken cancellationToken)
    {
        _data.Load(Nothing);
        InteriorPointMethod method = Begin();
        ResolveStart.Cold(_data, method);
        StopReason reason = Run(method, points, cancellationToken);
        if (reason == StopReason.Optimal)
        {
            points.Add(new ResolvePoint(method.Point, _data.Form.ColumnCount));
            return Solution(reason, method, isWarm: false);
        }

        points.Clear();
        return Otherwise(reason, method, _structure.Program, cancellationToken);
    }

    /// <summary>Solves a variant from the point of the base that suits it, or from nothing if there is none.</summary>
    internal LinearProgramSolution Solve(LinearProgramVariant variant, IReadOnlyList<ResolvePoint> points, CancellationToken cancellationToken)
    {
        if (!_data.Load(variant))
            return new SolveRun(variant.ApplyTo(_structure.Program), _settings, null, cancellationToken).Run();
        InteriorPointMethod method = Begin();
        bool? isWarm = StartWarm(method, points, cancellationToken);
        if (isWarm == false)
            ResolveStart.Cold(_data, method);
        StopReason reason = isWarm is null ? StopReason.NumericalDifficulty : Run(method, null, cancellationToken);
        return reason == StopReason.Optimal
            ? Solution(reason, method, isWarm == true)
            : Otherwise(reason, method, _data.Program, cancellationToken);
    }

    /// <summary>
    /// Starts from the latest point that seems to suit the variant, and from an earlier one as long as the first iteration gets nowhere. False if none is
    /// left, null if an iteration failed.
    /// </summary>
    private bool? StartWarm(InteriorPointMethod method, IReadOnlyList<ResolvePoint> points, CancellationToken cancellationToken)
    {
        int at = points.Count == 0 ? -1 : _misfit.Choose(points);
        while (at >= 0)
        {
            ResolveStart.Warm(_data, method, points[at]);
            if (Worst(method.Point) <= NearOptimum || _iterations >= _settings.IterationLimit || cancellationToken.IsCancellationRequested)
                return true;
            if (!method.Iterate())
                return null;
            _iterations++;
            double step = Math.Min(method.PrimalStep, method.DualStep);
            if (step >= WantedStep)
                return true;
            at = ResolveMisfit.Earlier(points, at, step, WantedStep);
        }

        return false;
    }

    private InteriorPointMethod Begin()
    {
        _begin = Stopwatch.GetTimestamp();
        _method ??= new InteriorPointMethod(_data.Form, _structure.Plan, _settings.Threads, IsCentred(_structure.Plan.Symbolic));
        _factorizeTicks = _method.Kkt.FactorizeTicks;
        _solveTicks = _method.Kkt.SolveTicks;
        _factorizations = _method.Kkt.Factorizations;
        _solves = _method.Kkt.Solves;
        _report = null;
        _iterations = 0;
        return _method;
    }

    /// <summary>A centrality corrector pays where a factorisation costs much more than a solve (J. Gondzio 1996, section 4.2).</summary>
    private static bool IsCentred(SymbolicFactor symbolic) => symbolic.Flops >= 50.0 * symbolic.Nonzeros;

    private StopReason Run(InteriorPointMethod method, List<ResolvePoint>? points, CancellationToken cancellationToken)
    {
        int stalled = 0;
        double best = double.PositiveInfinity;
        while (true)
        {
            Iterate point = method.Point;
            double worst = Worst(point);
            if ((worst <= 4.0 * _settings.Tolerance || (stalled > 0 && worst <= 1e3 * _settings.Tolerance)) && Certify(method))
                return StopReason.Optimal;
            if (points is not null && ResolvePoint.IsWanted(points, point, _iterations))
                points.Add(new ResolvePoint(point, _data.Form.ColumnCount));
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
            if (_iterations >= _settings.IterationLimit)
                return StopReason.IterationLimit;
            if (_settings.TimeLimit is { } limit && Stopwatch.GetElapsedTime(_begin) >= limit)
                return StopReason.TimeLimit;
            if (!method.Iterate())
                return StopReason.NumericalDifficulty;
            _iterations++;
        }
    }

    /// <summary>A limit is told as it is; where the method failed, the ordinary solver tries, and proves what has no solution.</summary>
    private LinearProgramSolution Otherwise(StopReason reason, InteriorPointMethod method, LinearProgram program, CancellationToken cancellationToken)
    {
        if (reason != StopReason.NumericalDifficulty)
        {
            Certify(method);
            return Solution(reason, method, isWarm: false);
        }

        // What diverged may have left values that are no numbers where the next variant would meet them.
        method.Dispose();
        _method = null;
        return new SolveRun(program, _settings, null, cancellationToken).Run();
    }

    private double Worst(Iterate point) => Math.Max(RelativeGap(point), Math.Max(point.PrimalError, point.DualError));

    private double RelativeGap(Iterate point)
    {
        double scale = _data.Form.ObjectiveScale;
        double primal = (point.PrimalObjective * scale) + _data.ObjectiveOffset;
        double dual = (point.DualObjective * scale) + _data.ObjectiveOffset;
        return Math.Abs(primal - dual) / (1.0 + Math.Abs(primal));
    }

    /// <summary>Whether the point, brought back to the variant as given, meets the tolerance there.</summary>
    private bool Certify(InteriorPointMethod method)
    {
        ComputationalForm form = _data.Form;
        LinearProgram p = _data.Program;
        double[] x = method.Point.X;
        double[] y = method.Point.Y;
        for (int j = 0; j < _primal.Length; j++)
        {
            int k = _structure.ColumnPlace[j];
            double value = ResolveStructure.Shift(p.ColumnLower[j], p.ColumnUpper[j]) + (form.ColumnFactor[k] * x[k]);
            _primal[j] = Math.Clamp(value, p.ColumnLower[j], p.ColumnUpper[j]);
        }

        for (int i = 0; i < _dual.Length; i++)
        {
            int r = _structure.RowPlace[i];
            double dual = y[r] * form.RowFactor(r) / form.CostScale;

            // A sign that asks for a bound which is absent can only be rounding: the slack's reduced cost is the dual itself.
            _dual[i] = double.IsInfinity(dual > 0.0 ? p.RowLower[i] : p.RowUpper[i]) ? 0.0 : dual;
        }

        _report = CertificateChecker.Check(p, _primal, _dual, _activity, _reduced);
        return _report.Residuals.Worst <= _settings.Tolerance;
    }

    private LinearProgramSolution Solution(StopReason reason, InteriorPointMethod method, bool isWarm)
    {
        ResidualReport r = _report!.Residuals;
        bool primal = Math.Max(r.RelativeRowInfeasibility, r.RelativeBoundViolation) <= _settings.Tolerance;
        bool dual = r.RelativeDualInfeasibility <= _settings.Tolerance;
        KktSystem kkt = method.Kkt;
        return new LinearProgramSolution
        {
            StopReason = reason,
            PrimalStatus = primal ? SolutionStatus.Feasible : SolutionStatus.Infeasible,
            DualStatus = dual ? SolutionStatus.Feasible : SolutionStatus.Infeasible,
            Primal = (double[])_primal.Clone(),
            RowDual = (double[])_dual.Clone(),
            RowActivity = (double[])_activity.Clone(),
            ReducedCost = (double[])_reduced.Clone(),
            Objective = _report.Objective,
            DualObjective = _report.DualObjective,
            Residuals = r,
            Iterations = _iterations,
            Timing = new SolveTiming
            {
                FactorizeSeconds = Seconds(kkt.FactorizeTicks - _factorizeTicks),
                SolveSeconds = Seconds(kkt.SolveTicks - _solveTicks),
                TotalSeconds = Seconds(Stopwatch.GetTimestamp() - _begin),
            },
            Statistics = new SolveStatistics
            {
                ReducedRows = _data.Form.RowCount,
                ReducedColumns = _data.Form.ColumnCount,
                KeptColumns = kkt.KeptCount,
                FactorNonzeros = kkt.Symbolic.Nonzeros,
                FactorFlops = kkt.Symbolic.Flops,
                Ordering = kkt.OrderingName,
                Factorizations = kkt.Factorizations - _factorizations,
                Solves = kkt.Solves - _solves,
                IsWarmStarted = isWarm,
            },
        };
    }

    private static double Seconds(long ticks) => ticks / (double)Stopwatch.Frequency;
}
