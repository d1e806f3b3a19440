using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.MixedInteger;

/// <summary>One search from the problem as given to a checked outcome.</summary>
internal sealed class MixedIntegerRun(
    MixedIntegerProgram program, MixedIntegerSettings settings, IProgress<MixedIntegerProgress>? progress, SearchClock clock)
{
    private readonly SearchContext _context = new(program, settings, clock);
    private double _rootBound = double.NegativeInfinity;
    private double _cutBound = double.NegativeInfinity;
    private int _cuts;
    private int _nodes;

    internal MixedIntegerSolution Run()
    {
        var model = IntegerModel.Of(program);
        IntegerModel? reduced = settings.Presolve ? RootReduction.Run(model) : RootReduction.RoundBounds(model) ? model : null;
        if (reduced is null || VariableBounds.Probe(reduced, () => clock.IsOver) is not { } bounds)
            return Infeasible();
        IRelaxation relaxation = _context.Relax(reduced);
        RelaxationResult result = _context.Solve(relaxation, reduced.Lower, reduced.Upper, null, RelaxationLimits.None);
        _rootBound = result.Bound;
        _cutBound = result.Bound;
        switch (result.Status)
        {
            case RelaxationStatus.Infeasible:
                return Infeasible();
            case RelaxationStatus.Unbounded:
                return Unbounded();
            case RelaxationStatus.Interrupted:
                return Outcome(Interruption(), result.Bound);
            case RelaxationStatus.Optimal:
                var cuts = new RootCuts(_context, reduced, bounds);
                (relaxation, result) = cuts.Run(relaxation, result);
                reduced = cuts.Model;
                _cuts = cuts.Count;
                _cutBound = result.Bound;
                break;
            default:
                break;
        }

        if (result.Status == RelaxationStatus.Infeasible)
            return Infeasible();
        var tree = new TreeSearch(_context, reduced, relaxation, reduced.Lower, reduced.Upper, isPart: false);
        MixedIntegerStopReason? stop = tree.Run(_context.Incumbent.Round(result.Bound), result.Start, settings.NodeLimit, progress);
        _nodes = tree.Nodes;
        double bound = tree.BestBound;
        if (_context.Incumbent.Point is not null && _context.Incumbent.Objective - bound <= _context.Incumbent.Allowance)
            return Outcome(MixedIntegerStopReason.Optimal, bound);
        if (stop is not null)
            return Outcome(stop.Value, bound);
        return _context.Incumbent.Point is null && double.IsPositiveInfinity(tree.UnresolvedBound)
            ? Infeasible()
            : Outcome(MixedIntegerStopReason.NumericalDifficulty, bound);
    }

    private MixedIntegerStopReason Interruption() =>
        clock.Token.IsCancellationRequested ? MixedIntegerStopReason.Cancelled : MixedIntegerStopReason.TimeLimit;

    /// <summary>The problem has no point; if that is so of its relaxation already, a ray is looked for that proves it on the problem as given.</summary>
    private MixedIntegerSolution Infeasible()
    {
        LinearProgramSolution relaxed = SolveAsGiven(program.Program);
        return Outcome(
            MixedIntegerStopReason.Infeasible, double.PositiveInfinity, relaxed.StopReason == StopReason.PrimalInfeasible ? relaxed.RowRay : null);
    }

    /// <summary>The relaxation has no limit: so has the problem, if it has a point at all (R. R. Meyer, Math. Program. 7 (1974) 223–235).</summary>
    private MixedIntegerSolution Unbounded()
    {
        LinearProgramSolution relaxed = SolveAsGiven(program.Program);
        if (relaxed.StopReason is StopReason.TimeLimit or StopReason.Cancelled)
            return Outcome(Interruption(), double.NegativeInfinity);
        MixedIntegerSolution any = new MixedIntegerRun(IntegerModel.WithoutCost(program), settings, progress, clock).Run();
        _nodes = any.Nodes;
        if (any.Primal is not null)
            _context.Incumbent.Offer(any.Primal);
        if (any.StopReason == MixedIntegerStopReason.Infeasible)
            return Outcome(MixedIntegerStopReason.Infeasible, double.PositiveInfinity, any.RowRay);
        if (any.Primal is not null && relaxed.StopReason == StopReason.DualInfeasible)
            return Outcome(MixedIntegerStopReason.Unbounded, double.NegativeInfinity, null, relaxed.ColumnRay);
        return Outcome(any.Primal is null ? any.StopReason : MixedIntegerStopReason.NumericalDifficulty, double.NegativeInfinity);
    }

    private LinearProgramSolution SolveAsGiven(LinearProgram lp)
    {
        var own = new InteriorPointSettings { Threads = settings.Threads, TimeLimit = clock.Remaining };
        return InteriorPointSolver.Solve(lp, own, null, clock.Token);
    }

    private MixedIntegerSolution Outcome(MixedIntegerStopReason reason, double bound, double[]? rowRay = null, double[]? columnRay = null)
    {
        LinearProgramSolution? settled = null;
        if (_context.Incumbent.Point is { } point)
        {
            // Prices and, where it is better, the point itself come from the program with the decisions taken. It is not cut short: the point stands.
            LinearProgramSolution s = InteriorPointSolver.Solve(_context.Fixed(point), new InteriorPointSettings { Threads = settings.Threads });
            settled = s.StopReason == StopReason.Optimal ? s : null;
            if (settled is not null)
                _context.Incumbent.Offer(settled.Primal);
        }

        double[]? primal = _context.Incumbent.Point;
        return new MixedIntegerSolution
        {
            StopReason = reason,
            Primal = primal,
            Objective = _context.Incumbent.Objective,
            BestBound = Math.Min(bound, _context.Incumbent.Objective),
            Report = primal is null ? null : MixedIntegerChecker.Check(program, primal),
            Fixed = settled,
            RowRay = rowRay,
            ColumnRay = columnRay,
            Nodes = _nodes,
            Relaxations = _context.Relaxations,
            Iterations = _context.Iterations,
            Cuts = _cuts,
            RootBound = _rootBound,
            CutBound = _cutBound,
            TotalSeconds = clock.Elapsed.TotalSeconds,
        };
    }
}
