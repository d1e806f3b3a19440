using System.Diagnostics;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.QuadraticPrograms;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>Solves, adds what the solution breaks (limits after outages) or undercounts (costs of a high order), and solves again until nothing is left.</summary>
internal sealed class FlowRounds(ActiveGrid active, GridCosts costs, OptimalFlowRequest request, long begin, CancellationToken cancellation)
{
    /// <summary>What a limit after an outage may be broken by before it is added [p.u.].</summary>
    private const double BrokenBy = 1e-7;

    /// <summary>What the tangents of a cost may miss of it, relative to the whole cost.</summary>
    private const double TangentError = 1e-9;

    /// <summary>What of a direct current line may run both ways at once [p.u.].</summary>
    private const double RunsBothWays = 1e-8;

    private readonly List<OutageLimit> _limits = [];
    private readonly HashSet<(int Branch, int Outage)> _has = [];
    private int _rounds;
    private int _iterations;

    /// <summary>Runs the rounds.</summary>
    /// <param name="outages">Outages to survive, as branches that take part.</param>
    /// <param name="findings">Receives the outages that split the grid.</param>
    public OptimalFlowResult Run(int[] outages, FindingList findings)
    {
        var empty = new OptimalFlowResult { Status = OptimalFlowStatus.NumericalDifficulty, Request = request };
        var system = AngleSystem.Of(active);
        OutageScreen? screen = null;
        if (outages.Length > 0)
        {
            screen = OutageScreen.Of(active, outages, request.Threads);
            if (screen is null)
                return empty;
            Name(screen, findings);
            empty = empty with { Secured = Indexes(screen.Secured), Splitting = Indexes(screen.Splitting), Undetermined = Indexes(screen.Undetermined) };
        }

        OptimalFlowResult result = new DirectionSearch(active, findings, directions => Directed(directions, system, screen, empty with { Directions = directions })).Run();
        return result with { Rounds = _rounds, Iterations = _iterations };
    }

    private int[] Indexes(int[] branches) => [.. branches.Select(l => active.Branches[l].Index)];

    /// <summary>The rounds for given directions of direct current lines.</summary>
    private DirectedEnd Directed(int[] directions, AngleSystem? system, OutageScreen? screen, OptimalFlowResult empty)
    {
        double tolerance = request.Tolerance;
        int rounds = 0;
        OptimalFlowResult? best = null;
        while (true)
        {
            var program = FlowProgram.Of(active, costs.Units, costs.DcLines, costs.BothWays, directions, _limits);
            LinearProgramSolution solution = Solve(program, tolerance);
            rounds++;
            _rounds++;
            _iterations += solution.Iterations;
            if (solution.StopReason == StopReason.NumericalDifficulty && best is null && tolerance < 50.0 * request.Tolerance)
            {
                // Where limits leave next to no room the last digits may be out of reach: the certificate says whether those before suffice.
                tolerance *= 10.0;
                continue;
            }

            if (solution.StopReason != StopReason.Optimal)
                return new DirectedEnd(best is null || solution.StopReason == StopReason.Cancelled ? Unsolved(empty, program, solution) : best, -1, false);
            var reading = new FlowReading(active, program, solution, _limits);
            bool isRefined = Refine(reading, solution.Objective);
            List<OutageLimit> broken = screen?.Broken(reading.Flows(system), BrokenBy, request.LimitsPerRound, _has) ?? [];
            if (!isRefined && broken.Count == 0)
            {
                // The tolerance of the program is relative to its largest figures; what it leaves on the grid decides.
                OptimalFlowResult result = Finish(reading, system, empty);
                (int line, double by) = MostBothWays(reading);
                if (line >= 0 && result.Certificate!.Units > OptimalFlowCertificate.ResidualLimit)
                    return new DirectedEnd(result, line, by > 0.0);
                if (best is null || result.Certificate!.Residual < best.Certificate!.Residual)
                    best = result;
                tolerance *= 0.1;
                if (best.Status == OptimalFlowStatus.Optimal || tolerance < 0.005 * request.Tolerance)
                    return new DirectedEnd(best, -1, false);
                continue;
            }

            if (rounds >= request.RoundLimit)
                return new DirectedEnd(empty with { Status = OptimalFlowStatus.Limit }, -1, false);
            foreach (OutageLimit limit in broken)
            {
                _has.Add((limit.Branch, limit.Outage));
                _limits.Add(limit);
            }
        }
    }

    /// <summary>The direct current line that runs both ways at once by most; −1 for none.</summary>
    private (int Line, double By) MostBothWays(FlowReading reading)
    {
        int line = -1;
        double most = 0.0;
        for (int d = 0; d < active.DcLines.Length; d++)
        {
            double by = reading.BothWays(d);
            if (Math.Abs(by) > Math.Max(RunsBothWays, Math.Abs(most)))
                (line, most) = (d, by);
        }

        return (line, most);
    }

    private LinearProgramSolution Solve(FlowProgram program, double tolerance) => program.Quadratic is { } quadratic
        ? QuadraticSolver.Solve(quadratic, Settings(tolerance), null, cancellation)
        : InteriorPointSolver.Solve(program.Linear, Settings(tolerance), null, cancellation);

    private InteriorPointSettings Settings(double tolerance)
    {
        TimeSpan? left = request.TimeLimit is { } limit ? TimeSpan.FromTicks(Math.Max(0L, (limit - Stopwatch.GetElapsedTime(begin)).Ticks)) : null;
        return new InteriorPointSettings { Tolerance = tolerance, Threads = request.Threads, TimeLimit = left };
    }

    private bool Refine(FlowReading reading, double objective)
    {
        double tolerance = TangentError * (1.0 + Math.Abs(objective)) / Math.Max(1, costs.Units.Count(u => u.IsOuter) + costs.DcLines.Count(d => d.IsOuter));
        bool isRefined = false;
        for (int g = 0; g < costs.Units.Length; g++)
            isRefined |= costs.Units[g].Refine(reading.Output[g], tolerance);
        for (int d = 0; d < costs.DcLines.Length; d++)
            isRefined |= costs.DcLines[d].Refine(reading.DcFrom[d], tolerance);
        return isRefined;
    }

    private static OptimalFlowResult Finish(FlowReading reading, AngleSystem? system, OptimalFlowResult empty)
    {
        OptimalFlowResult result = reading.ToResult(system, empty);
        OptimalFlowCertificate certificate = CertificateCheck.OfCase(reading.Grid, result);
        return result with
        {
            Status = certificate.Holds ? OptimalFlowStatus.Optimal : OptimalFlowStatus.NotCertified,
            Objective = certificate.Objective,
            Certificate = certificate,
        };
    }

    private OptimalFlowResult Unsolved(OptimalFlowResult empty, FlowProgram program, LinearProgramSolution solution)
    {
        if (solution.StopReason == StopReason.DualInfeasible && solution.PrimalStatus != SolutionStatus.Feasible)
        {
            // A direction in which the cost falls says nothing of a point to begin from: the same program without costs does.
            LinearProgram p = program.Linear;
            var feasibility = new LinearProgram(p.Matrix, new double[p.ColumnCount], 0.0, p.ColumnLower, p.ColumnUpper, p.RowLower, p.RowUpper);
            LinearProgramSolution point = InteriorPointSolver.Solve(feasibility, Settings(request.Tolerance), null, cancellation);
            if (point.StopReason == StopReason.Optimal)
                return empty with { Status = OptimalFlowStatus.Unbounded };
            solution = point;
        }

        OptimalFlowStatus status = solution.StopReason switch
        {
            StopReason.PrimalInfeasible when solution.RowRay is not null => OptimalFlowStatus.Infeasible,
            StopReason.DualInfeasible => OptimalFlowStatus.Unbounded,
            StopReason.IterationLimit or StopReason.TimeLimit => OptimalFlowStatus.Limit,
            StopReason.Cancelled => OptimalFlowStatus.Cancelled,
            _ => OptimalFlowStatus.NumericalDifficulty,
        };
        if (status != OptimalFlowStatus.Infeasible || solution.RowRay is null)
            return empty with { Status = status };
        (IReadOnlyList<string> conflict, bool isIrreducible) = GridConflict.Of(active, program, solution.RowRay, _limits, cancellation);
        var proof = new OptimalFlowProof(solution.RowRay, [.. _limits.Select(l => (active.Branches[l.Branch].Index, active.Branches[l.Outage].Index))]);
        return empty with { Status = status, Conflict = conflict, ConflictIsIrreducible = isIrreducible, Proof = proof };
    }

    private void Name(OutageScreen screen, FindingList findings)
    {
        foreach (int l in screen.Splitting)
            findings.Add(OptimalFlowFindings.Splits.At(Subject(l), Branch(l).Place, $"The outage of {Ends(l)} splits the grid; it is left out."));
        foreach (int l in screen.Undetermined)
            findings.Add(OptimalFlowFindings.Undetermined.At(Subject(l), Branch(l).Place, $"After the outage of {Ends(l)} flows do not follow from the equations; it is left out."));

        GridBranch Branch(int l) => active.Grid.Branches[active.Branches[l].Index];
        string Subject(int l) => $"branch {Branch(l).Id}";
        string Ends(int l) => $"branch {Branch(l).Id} ({active.Grid.Buses[Branch(l).From].Id} – {active.Grid.Buses[Branch(l).To].Id})";
    }
}
