using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow;

/// <summary>The power flow of alternating current: voltages, angles and flows that given outputs and loads lead to.</summary>
public static class AcPowerFlow
{
    /// <summary>Solves and checks; docs/mathematics/power-flow.md says how.</summary>
    /// <param name="grid">The grid; elements name buses that exist.</param>
    /// <param name="settings">How; null for the defaults.</param>
    /// <param name="cancel">Looked at between islands.</param>
    /// <returns>The state, or why there is none; converged only where the independent check confirms it.</returns>
    /// <exception cref="ArgumentException">A setting is outside its range, or the base power is not positive.</exception>
    public static PowerFlowSolution Solve(PowerGrid grid, PowerFlowSettings? settings = null, CancellationToken cancel = default) => Solve(grid, settings, null, cancel);

    /// <summary>Solves, and hands out the solvers of the islands; null for an island without a source.</summary>
    internal static PowerFlowSolution Solve(PowerGrid grid, PowerFlowSettings? settings, List<IslandSolver?>? solvers, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(grid);
        settings ??= new PowerFlowSettings();
        settings.Validate();
        if (!(grid.BasePower > 0))
            throw new ArgumentException("The base power must be positive.", nameof(grid));
        var schedule = BusSchedule.Of(grid);
        var islands = GridIslands.Find(grid, schedule);
        var result = new AcAssembly(grid, islands, settings);
        int[] local = Numbers(grid, islands);
        int[][] branches = Branches(grid, islands);
        for (int k = 0; k < islands.Islands.Count; k++)
        {
            cancel.ThrowIfCancellationRequested();
            GridIsland island = islands.Islands[k];
            if (island.Slack.Length == 0)
            {
                result.AddDead(island);
                solvers?.Add(null);
                continue;
            }

            var network = IslandNetwork.Build(grid, island.Buses, branches[k], local);
            var solver = new IslandSolver(grid, island, network, schedule, local, settings);
            FlowFailure? failure = solver.Solve();
            result.Add(island, solver, failure);
            solvers?.Add(solver);
        }

        return result.Finish();
    }

    /// <summary>Number of each bus in its island.</summary>
    internal static int[] Numbers(PowerGrid grid, GridIslands islands)
    {
        var local = new int[grid.Buses.Count];
        foreach (GridIsland island in islands.Islands)
        {
            for (int k = 0; k < island.Buses.Length; k++)
                local[island.Buses[k]] = k;
        }

        return local;
    }

    /// <summary>Live branches of each island.</summary>
    internal static int[][] Branches(PowerGrid grid, GridIslands islands)
    {
        var lists = new List<int>[islands.Islands.Count];
        for (int k = 0; k < lists.Length; k++)
            lists[k] = [];
        for (int e = 0; e < grid.Branches.Count; e++)
        {
            if (GridIslands.IsLive(grid, grid.Branches[e]))
                lists[islands.IslandOfBus[grid.Branches[e].From]].Add(e);
        }

        return Array.ConvertAll(lists, list => list.ToArray());
    }
}
