using Corridor.Model.PowerGrids;
using Corridor.Numerics.SparseLu;

namespace Corridor.Studies.PowerFlow.Contingencies;

/// <summary>Solves a list of outages from one state, by several threads; outcomes do not depend on their number.</summary>
public static class ContingencyAnalysis
{
    /// <summary>Outages that a thread takes at once.</summary>
    private const int Chunk = 8;

    private delegate ContingencyOutcome? OutageRun(GridContingency contingency, int index, OutageTally tally);

    /// <summary>Outages under alternating current, each solved by Newton's method.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="contingencies">The outages.</param>
    /// <param name="settings">How; null for the defaults.</param>
    /// <param name="threads">Greatest number of threads, positive.</param>
    /// <param name="cancel">Looked at between outages.</param>
    /// <returns>The study; without outcomes where there is no state to begin with.</returns>
    /// <exception cref="ArgumentException">A setting is outside its range.</exception>
    public static ContingencyStudy RunAc(PowerGrid grid, IReadOnlyList<GridContingency> contingencies, PowerFlowSettings? settings = null, int threads = 1, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(contingencies);
        settings ??= new PowerFlowSettings();
        var solvers = new List<IslandSolver?>();
        PowerFlowSolution solution = AcPowerFlow.Solve(grid, settings, solvers, cancel);
        if (solution.Status != PowerFlowStatus.Converged)
            return Empty(solution, contingencies);
        var schedule = BusSchedule.Of(grid);
        int[] local = AcPowerFlow.Numbers(grid, GridIslands.Find(grid, schedule));
        OutageTopology?[] topologies = [.. solvers.Select(s => s is null ? null : new OutageTopology(s.Balance.Network.Count, s.Balance.Network.From, s.Balance.Network.To))];
        return Run(solution, contingencies, threads, () =>
        {
            OutageRun[] runs = [.. solvers.Select((s, k) => (Solver: s, Topology: topologies[k])).Where(p => p.Solver is not null)
                .Select(p => (OutageRun)new AcOutageSolver(solution, settings, p.Solver!, schedule, local, p.Topology!).Solve)];
            return runs;
        }, cancel);
    }

    /// <summary>Outages under direct current.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="contingencies">The outages.</param>
    /// <param name="convention">How branches get their susceptance.</param>
    /// <param name="slack">Who takes up what is left over.</param>
    /// <param name="threads">Greatest number of threads, positive.</param>
    /// <param name="tolerance">Greatest mismatch at a bus [p.u.].</param>
    /// <param name="cancel">Looked at between outages.</param>
    /// <returns>The study; without outcomes where there is no state to begin with.</returns>
    public static ContingencyStudy RunDc(
        PowerGrid grid,
        IReadOnlyList<GridContingency> contingencies,
        SusceptanceConvention convention = SusceptanceConvention.Matpower,
        SlackRule slack = SlackRule.Automatic,
        int threads = 1,
        double tolerance = 1e-8,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(contingencies);
        var parts = new List<(DcBalance? Balance, DcNetwork? Network)>();
        PowerFlowSolution solution = DcPowerFlow.Solve(grid, convention, slack, tolerance, parts);
        if (solution.Status != PowerFlowStatus.Converged)
            return Empty(solution, contingencies);
        var schedule = BusSchedule.Of(grid);
        var islands = GridIslands.Find(grid, schedule);
        int[] local = AcPowerFlow.Numbers(grid, islands);
        int[][] branches = AcPowerFlow.Branches(grid, islands);
        OutageTopology[] topologies = [.. islands.Islands.Select((island, k) => new OutageTopology(
            island.Buses.Length, Array.ConvertAll(branches[k], e => local[grid.Branches[e].From]), Array.ConvertAll(branches[k], e => local[grid.Branches[e].To])))];
        return Run(solution, contingencies, threads, () =>
        {
            OutageRun[] runs = [.. Enumerable.Range(0, parts.Count).Where(k => parts[k].Balance is not null)
                .Select(k => (OutageRun)new DcOutageSolver(solution, islands.Islands[k], parts[k].Balance!, parts[k].Network!, local, topologies[k], convention, tolerance).Solve)];
            return runs;
        }, cancel);
    }

    private static ContingencyStudy Empty(PowerFlowSolution solution, IReadOnlyList<GridContingency> contingencies) => new()
    {
        Base = solution,
        Contingencies = contingencies,
        Outcomes = [],
        WorstLoading = new double[solution.Branches.Count],
        WorstContingency = [.. Enumerable.Repeat(-1, solution.Branches.Count)],
    };

    private static ContingencyStudy Run(PowerFlowSolution solution, IReadOnlyList<GridContingency> contingencies, int threads, Func<OutageRun[]> create, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        int workers = Math.Min(threads, Math.Max(1, contingencies.Count / Chunk));
        var outcomes = new ContingencyOutcome[contingencies.Count];
        var tallies = new OutageTally[workers];
        int next = 0;
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancel }, w =>
        {
            var tally = new OutageTally(solution);
            tallies[w] = tally;
            OutageRun[] runs = create();
            while (true)
            {
                int first = Interlocked.Add(ref next, Chunk) - Chunk;
                if (first >= outcomes.Length)
                    return;
                cancel.ThrowIfCancellationRequested();
                for (int c = first; c < Math.Min(first + Chunk, outcomes.Length); c++)
                    outcomes[c] = One(contingencies[c], c, runs, tally);
            }
        });

        for (int w = 1; w < workers; w++)
            tallies[0].Merge(tallies[w]);
        return new ContingencyStudy { Base = solution, Contingencies = contingencies, Outcomes = outcomes, WorstLoading = tallies[0].WorstLoading, WorstContingency = tallies[0].WorstContingency };
    }

    /// <summary>One outage in all islands that it touches; the worst of their verdicts counts.</summary>
    private static ContingencyOutcome One(GridContingency contingency, int index, OutageRun[] runs, OutageTally tally)
    {
        ContingencyOutcome? whole = null;
        tally.Begin();
        foreach (OutageRun run in runs)
        {
            if (run(contingency, index, tally) is not { } part)
                continue;
            whole = whole is null ? part : Joined(whole, part);
        }

        if (whole is null)
            return new ContingencyOutcome { Status = ContingencyStatus.Idle };
        if (tally.OverloadCount + tally.VoltageCount == 0)
            return whole;
        return whole with { OverloadCount = tally.OverloadCount, Overloads = tally.Overloads(), VoltageCount = tally.VoltageCount, Voltages = tally.Voltages() };
    }

    private static ContingencyOutcome Joined(ContingencyOutcome a, ContingencyOutcome b)
    {
        ContingencyOutcome worse = b.Status == ContingencyStatus.Unsolved || (b.Status == ContingencyStatus.Split && a.Status == ContingencyStatus.Solved) ? b : a;
        return worse with
        {
            Iterations = a.Iterations + b.Iterations,
            Mismatch = Math.Max(a.Mismatch, b.Mismatch),
            LostBuses = a.LostBuses + b.LostBuses,
            FirstLostBus = a.FirstLostBus >= 0 ? a.FirstLostBus : b.FirstLostBus,
            LostDemand = a.LostDemand + b.LostDemand,
            LostOutput = a.LostOutput + b.LostOutput,
        };
    }
}
