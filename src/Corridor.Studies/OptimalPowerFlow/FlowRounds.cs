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

    private readonly List<OutageLimit> _limits = [];
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
            empty = empty with { Secured = [.. screen.Secured.Select(l => active.Branches[l].Index)], Splitting = [.. screen.LeftOut.Select(l => active.Branches[l].Index)] };
        }

        var has = new HashSet<(int, int)>();
        double tolerance = request.Tolerance;
        OptimalFlowResult? best = null;
        while (true)
        {
            var program = FlowProgram.Of(active, costs.Units, costs.DcLines, costs.BothWays, _limits);
            LinearProgramSolution solution = Solve(program, tolerance);
            _rounds++;
            _iterations += solution.Iterations;
            empty = empty with { Rounds = _rounds, Iterations = _iterations };
            if (solution.StopReason != StopReason.Optimal)
                return best is null ? Unsolved(empty, program, solution) : best with { Rounds = _rounds, Iterations = _iterations };
            var reading = new FlowReading(active, program, solution, _limits);
            bool isRefined = Refine(reading, solution.Objective);
            List<OutageLimit> broken = screen?.Broken(reading.Flows(system), BrokenBy, request.LimitsPerRound, has).Limits ?? [];
            if (!isRefined && broken.Count == 0)
            {
                // The tolerance of the program is relative to its largest figures; what it leaves on the grid decides.
                OptimalFlowResult result = Finish(reading, system, empty);
                if (best is null || result.Certificate!.Residual < best.Certificate!.Residual)
                    best = result;
                tolerance *= 0.1;
                if (best.Status == OptimalFlowStatus.Optimal || tolerance < 0.005 * request.Tolerance)
                    return best with { Rounds = _rounds, Iterations = _iterations };
                continue;
            }

            if (_rounds >= request.RoundLimit)
                return empty with { Status = OptimalFlowStatus.Limit };
            foreach (OutageLimit limit in broken)
            {
                has.Add((limit.Branch, limit.Outage));
                _limits.Add(limit);
            }
        }
    }

    private LinearProgramSolution Solve(FlowProgram program, double tolerance)
    {
        TimeSpan? left = request.TimeLimit is { } limit ? TimeSpan.FromTicks(Math.Max(0L, (limit - Stopwatch.GetElapsedTime(begin)).Ticks)) : null;
        var settings = new InteriorPointSettings { Tolerance = tolerance, Threads = request.Threads, TimeLimit = left };
        return program.Quadratic is { } quadratic
            ? QuadraticSolver.Solve(quadratic, settings, null, cancellation)
            : InteriorPointSolver.Solve(program.Linear, settings, null, cancellation);
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
        OptimalFlowCertificate certificate = CertificateCheck.Run(reading.Grid, result);
        return result with
        {
            Status = certificate.Holds ? OptimalFlowStatus.Optimal : OptimalFlowStatus.NotCertified,
            Objective = certificate.Objective,
            Certificate = certificate,
        };
    }

    private OptimalFlowResult Unsolved(OptimalFlowResult empty, FlowProgram program, LinearProgramSolution solution)
    {
        OptimalFlowStatus status = solution.StopReason switch
        {
            StopReason.PrimalInfeasible => OptimalFlowStatus.Infeasible,
            StopReason.DualInfeasible => solution.PrimalStatus == SolutionStatus.Feasible ? OptimalFlowStatus.Unbounded : OptimalFlowStatus.NumericalDifficulty,
            StopReason.IterationLimit or StopReason.TimeLimit => OptimalFlowStatus.Limit,
            StopReason.Cancelled => OptimalFlowStatus.Cancelled,
            _ => OptimalFlowStatus.NumericalDifficulty,
        };
        if (status != OptimalFlowStatus.Infeasible || solution.RowRay is null)
            return empty with { Status = status };
        (IReadOnlyList<string> conflict, bool isIrreducible) = GridConflict.Of(active, program, solution.RowRay, _limits, cancellation);
        return empty with { Status = status, Conflict = conflict, ConflictIsIrreducible = isIrreducible };
    }

    private void Name(OutageScreen screen, FindingList findings)
    {
        foreach (int l in screen.LeftOut)
        {
            GridBranch branch = active.Grid.Branches[active.Branches[l].Index];
            findings.Add(OptimalFlowFindings.Splits.At($"branch {branch.Id}", branch.Place, $"The outage of branch {branch.Id} ({active.Grid.Buses[branch.From].Id} – {active.Grid.Buses[branch.To].Id}) splits the grid; it is left out."));
        }
    }
}
