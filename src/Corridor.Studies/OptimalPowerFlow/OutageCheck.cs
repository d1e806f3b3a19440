using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>Solves the flow of the grid without a branch anew, looks at the limits after an outage, and at the claimed flows and factors.</summary>
internal static class OutageCheck
{
    /// <summary>Checks all secured outages of a small grid, and of a larger one those that bind and a sample of the others.</summary>
    /// <returns>The largest excess [p.u.], and how many outages were solved.</returns>
    public static (double Excess, int Solved) Run(PowerGrid grid, StatedLaw law, OptimalFlowResult result, int small, int sample)
    {
        int[] outages = [.. result.Secured];
        if (grid.Buses.Count > small && outages.Length > sample)
        {
            IEnumerable<int> binding = result.OutageFlows.Where(f => f.ShadowPrice != 0.0).OrderByDescending(f => Math.Abs(f.ShadowPrice)).Select(f => f.Outage).Distinct().Take(sample);
            IEnumerable<int> spread = Enumerable.Range(0, sample / 2).Select(k => outages[(int)((long)k * outages.Length / (sample / 2))]);
            outages = [.. binding.Concat(spread).Distinct().Order()];
        }

        double worst = 0.0;
        foreach (int outage in outages)
            worst = Math.Max(worst, Excess(grid, law, result, outage));
        foreach (OutageFlow flow in result.OutageFlows)
            worst = Math.Max(worst, (Math.Abs(flow.Flow) / grid.BasePower) - law.EmergencyRating(flow.Branch));
        return (worst, outages.Length);
    }

    /// <summary>The largest error of the claims about an outage [p.u.]: flows, and factors times the power lost.</summary>
    private static double ClaimError(StatedLaw law, OptimalFlowResult result, int outage, double[] angle, double[] transfer, int[] place)
    {
        double power = law.Grid.BasePower;
        double lost = Math.Abs(result.Branches.First(b => b.Index == outage).Flow / power);
        double worst = 0.0;
        foreach (OutageFlow claimed in result.OutageFlows)
        {
            if (claimed.Outage != outage)
                continue;
            GridBranch branch = law.Grid.Branches[claimed.Branch];
            int from = place[branch.From];
            int to = place[branch.To];
            worst = Math.Max(worst, Math.Abs((claimed.Flow / power) - law.Flow(claimed.Branch, angle[from] - angle[to])));
            worst = Math.Max(worst, Math.Max(1.0, lost) * Math.Abs(claimed.Factor - (law.Susceptance(claimed.Branch) * (transfer[from] - transfer[to]))));
        }

        return worst;
    }

    private static double Excess(PowerGrid grid, StatedLaw law, OptimalFlowResult result, int outage)
    {
        GridBranch[] branches = [.. grid.Branches];
        branches[outage] = branches[outage] with { InService = false };
        var active = ActiveGrid.Of(grid with { Branches = branches }, result.Convention, new FindingList());
        if (active is null || AngleSystem.Of(active) is not { } system)
            return double.PositiveInfinity;
        int[] place = new int[grid.Buses.Count];
        for (int i = 0; i < active.Bus.Length; i++)
            place[active.Bus[i]] = i;
        double[] injection = [.. active.Demand.Select(d => -d)];
        foreach (UnitOutput unit in result.Units)
            injection[place[grid.Units[unit.Index].Bus]] += unit.Power / grid.BasePower;
        foreach (DcLineFlow line in result.DcLines)
        {
            injection[place[grid.DcLines[line.Index].From]] -= line.From / grid.BasePower;
            injection[place[grid.DcLines[line.Index].To]] += line.To / grid.BasePower;
        }

        double[] angle = system.Flow(injection);
        double[] transfer = new double[angle.Length];
        system.SolveTransfer(place[grid.Branches[outage].From], place[grid.Branches[outage].To], transfer);
        double worst = ClaimError(law, result, outage, angle, transfer, place);
        foreach (ActiveBranch branch in active.Branches)
            worst = Math.Max(worst, Math.Abs(law.Flow(branch.Index, angle[branch.From] - angle[branch.To])) - law.EmergencyRating(branch.Index));
        return worst;
    }
}
