using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow;

/// <summary>The parts of a grid that branches in service connect, and where each takes what is left over.</summary>
internal sealed class GridIslands
{
    private GridIslands(int[] islandOfBus, List<GridIsland> islands)
    {
        IslandOfBus = islandOfBus;
        Islands = islands;
    }

    /// <summary>Island of each bus; −1 for a bus out of service.</summary>
    internal int[] IslandOfBus { get; }

    /// <summary>The islands, in the order of their first buses.</summary>
    internal IReadOnlyList<GridIsland> Islands { get; }

    /// <summary>Whether current can pass: in service, with both buses.</summary>
    internal static bool IsLive(PowerGrid grid, GridBranch branch) =>
        branch.InService && grid.Buses[branch.From].Control != BusControl.Isolated && grid.Buses[branch.To].Control != BusControl.Isolated;

    /// <summary>Finds the islands.</summary>
    internal static GridIslands Find(PowerGrid grid, BusSchedule schedule)
    {
        int n = grid.Buses.Count;
        var root = new int[n];
        for (int i = 0; i < n; i++)
            root[i] = i;
        foreach (GridBranch branch in grid.Branches)
        {
            if (!IsLive(grid, branch))
                continue;
            int a = Root(root, branch.From);
            int b = Root(root, branch.To);
            root[Math.Max(a, b)] = Math.Min(a, b);
        }

        var islandOfBus = new int[n];
        var members = new List<List<int>>();
        for (int i = 0; i < n; i++)
        {
            if (grid.Buses[i].Control == BusControl.Isolated)
            {
                islandOfBus[i] = -1;
                continue;
            }

            int r = Root(root, i);
            if (r == i)
            {
                islandOfBus[i] = members.Count;
                members.Add([]);
            }
            else
            {
                islandOfBus[i] = islandOfBus[r];
            }

            members[islandOfBus[i]].Add(i);
        }

        double[] capacity = Capacity(grid);
        return new GridIslands(islandOfBus, members.ConvertAll(buses => Island(grid, schedule, capacity, [.. buses])));
    }

    private static GridIsland Island(PowerGrid grid, BusSchedule schedule, double[] capacity, int[] buses)
    {
        int[] stated = [.. buses.Where(i => grid.Buses[i].Control == BusControl.Slack)];
        bool hasUnits = buses.Any(i => schedule.HasUnits[i]);
        if (stated.Length > 0)
            return new GridIsland(buses, stated, IsStated: true, hasUnits);

        // No slack bus: the greatest units whose bus holds a voltage, or the greatest at all.
        int best = -1;
        foreach (int i in buses)
        {
            if (schedule.HasUnits[i] && (best < 0 || (schedule.HoldsVoltage[i], capacity[i]).CompareTo((schedule.HoldsVoltage[best], capacity[best])) > 0))
                best = i;
        }

        return new GridIsland(buses, best < 0 ? [] : [best], IsStated: false, hasUnits);
    }

    private static double[] Capacity(PowerGrid grid)
    {
        var capacity = new double[grid.Buses.Count];
        foreach (GridUnit unit in grid.Units)
        {
            if (unit.InService)
                capacity[unit.Bus] += double.IsFinite(unit.ActiveMax) ? Math.Max(0, unit.ActiveMax) : Math.Abs(unit.ActivePower);
        }

        return capacity;
    }

    private static int Root(int[] root, int i)
    {
        while (root[i] != i)
        {
            root[i] = root[root[i]];
            i = root[i];
        }

        return i;
    }
}
