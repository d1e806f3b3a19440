using Corridor.Studies.PowerFlow.Contingencies;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>Branches whose loss splits their part.</summary>
internal static class GridBridges
{
    /// <summary>For each branch that takes part whether no other way joins its two ends; a branch without susceptance is no way.</summary>
    public static bool[] Find(ActiveGrid active)
    {
        int[] ways = [.. Enumerable.Range(0, active.Branches.Length).Where(l => active.Branches[l].Susceptance != 0.0)];
        var topology = new OutageTopology(active.Bus.Length, Array.ConvertAll(ways, l => active.Branches[l].From), Array.ConvertAll(ways, l => active.Branches[l].To));
        bool[] isBridge = new bool[active.Branches.Length];
        for (int k = 0; k < ways.Length; k++)
            isBridge[ways[k]] = topology.IsBridge[k];
        return isBridge;
    }
}
