using Corridor.Data.Formats.Exchange;
using Corridor.Model.PowerGrids;

namespace Corridor.Data.Formats.PowerGrids;

/// <summary>Decides what a power flow holds at buses of which nothing is stated.</summary>
internal static class GridControls
{
    /// <summary>Lets units in service hold the voltage of their buses, and takes in each island without a reference the bus of its largest unit.</summary>
    /// <param name="buses">The buses, changed.</param>
    /// <param name="units">The units.</param>
    /// <param name="branches">The branches.</param>
    /// <param name="isOpen">Which buses may be changed.</param>
    /// <param name="fidelity">Takes what was decided.</param>
    internal static void Default(GridBus[] buses, IReadOnlyList<GridUnit> units, IReadOnlyList<GridBranch> branches, bool[] isOpen, FidelityReport fidelity)
    {
        foreach (GridUnit unit in units)
        {
            if (unit.InService && isOpen[unit.Bus])
                buses[unit.Bus] = buses[unit.Bus] with { Control = BusControl.Voltage };
        }

        int[] islands = Islands(buses.Length, branches);
        var largest = new GridUnit?[buses.Length];
        var hasSlack = new bool[buses.Length];
        for (int i = 0; i < buses.Length; i++)
            hasSlack[islands[i]] |= buses[i].Control == BusControl.Slack;
        foreach (GridUnit unit in units)
        {
            int island = islands[unit.Bus];
            if (unit.InService && isOpen[unit.Bus] && (largest[island] is not { } other || unit.ActiveMax > other.ActiveMax))
                largest[island] = unit;
        }

        for (int island = 0; island < largest.Length; island++)
        {
            if (hasSlack[island] || largest[island] is not { } unit)
                continue;
            buses[unit.Bus] = buses[unit.Bus] with { Control = BusControl.Slack };
            fidelity.Defaulted("power_nodes", "control", "bus.type", "An island names no slack; the node of its largest unit in service is taken", buses[unit.Bus].Id);
        }
    }

    /// <summary>The lowest bus of each bus's island.</summary>
    private static int[] Islands(int count, IReadOnlyList<GridBranch> branches)
    {
        var parent = new int[count];
        for (int i = 0; i < count; i++)
            parent[i] = i;
        foreach (GridBranch branch in branches)
        {
            if (!branch.InService)
                continue;
            int a = Root(parent, branch.From);
            int b = Root(parent, branch.To);
            parent[Math.Max(a, b)] = Math.Min(a, b);
        }

        for (int i = 0; i < count; i++)
            parent[i] = Root(parent, i);
        return parent;
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    }
}
