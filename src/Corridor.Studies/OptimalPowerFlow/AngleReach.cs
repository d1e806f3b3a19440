using Corridor.Model.PowerGrids;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>
/// How far each bus' angle can be from that of its part's first bus in any flow within the limits of the branches on a way between them. A branch without
/// any limit carries no more than all that can enter the grid, which holds where no reactance is negative.
/// </summary>
internal static class AngleReach
{
    /// <summary>Bounds of the angles' magnitudes [rad].</summary>
    public static double[] Of(PowerGrid grid, StatedLaw law, OptimalFlowResult result)
    {
        int n = grid.Buses.Count;
        double all = Entering(grid) / grid.BasePower;
        var ways = new List<(int Bus, double Most)>?[n];
        foreach (BranchFlow claimed in result.Branches)
        {
            GridBranch branch = grid.Branches[claimed.Index];
            double b = law.Susceptance(claimed.Index);
            (double least, double greatest) = law.Angles(claimed.Index);
            double most = Math.Max(Math.Abs(least), Math.Abs(greatest));
            if (b != 0.0)
                most = Math.Min(most, (Math.Min(law.Rating(claimed.Index), all) + Math.Abs(law.FlowAtZero(claimed.Index))) / Math.Abs(b));
            if (b == 0.0 && double.IsInfinity(most))
                continue;
            (ways[branch.From] ??= []).Add((branch.To, most));
            (ways[branch.To] ??= []).Add((branch.From, most));
        }

        double[] reach = new double[n];
        Array.Fill(reach, double.PositiveInfinity);
        var open = new PriorityQueue<int, double>();
        bool[] isDone = new bool[n];
        for (int root = 0; root < n; root++)
        {
            if (isDone[root])
                continue;
            reach[root] = 0.0;
            open.Enqueue(root, 0.0);
            while (open.TryDequeue(out int i, out double far))
            {
                if (isDone[i])
                    continue;
                isDone[i] = true;
                foreach ((int other, double most) in ways[i] ?? [])
                {
                    if (isDone[other] || !(far + most < reach[other]))
                        continue;
                    reach[other] = far + most;
                    open.Enqueue(other, reach[other]);
                }
            }
        }

        return reach;
    }

    /// <summary>The most that can enter the grid [MW].</summary>
    private static double Entering(PowerGrid grid)
    {
        double taken = 0.0;
        foreach (GridBus bus in grid.Buses)
            taken += Math.Abs(bus.ActiveDemand + bus.ShuntConductance);
        foreach (GridUnit unit in grid.Units)
            taken += Math.Max(0.0, -unit.ActiveMin);
        foreach (GridDcLine line in grid.DcLines)
            taken += line.FixedLoss + (2.0 * Math.Max(Math.Abs(line.FlowMin), Math.Abs(line.FlowMax)));
        foreach (GridBranch branch in grid.Branches)
            taken += branch.Shift == 0.0 ? 0.0 : 2.0 * grid.BasePower * Math.Abs(branch.Shift) * Math.PI / 180.0 / Math.Max(1e-9, Math.Abs(branch.Reactance * branch.Tap));
        return 2.0 * taken;
    }
}
