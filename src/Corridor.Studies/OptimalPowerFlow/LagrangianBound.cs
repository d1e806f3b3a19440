using Corridor.Model.PowerGrids;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>
/// The Lagrangian bound of prices: with balances, limits of flows, angles and outages moved into the cost at their multipliers, the least cost of each
/// unit and line on its own, and what the angles could add where prices and multipliers do not cancel exactly.
/// </summary>
internal static class LagrangianBound
{
    /// <summary>The bound of flows with the directions of a result; −∞ where the prices bound nothing.</summary>
    public static double Of(PowerGrid grid, StatedLaw law, OptimalFlowResult result)
    {
        double power = grid.BasePower;
        double[] price = new double[grid.Buses.Count];
        foreach (BusPrice bus in result.Buses)
            price[bus.Index] = bus.Price;
        double bound = 0.0;
        for (int i = 0; i < price.Length; i++)
        {
            if (grid.Buses[i].Control != BusControl.Isolated)
                bound += price[i] * (grid.Buses[i].ActiveDemand + grid.Buses[i].ShuntConductance);
        }

        foreach (UnitOutput claimed in result.Units)
        {
            GridUnit unit = grid.Units[claimed.Index];
            double greatest = double.IsFinite(unit.ActiveMax) ? unit.ActiveMax : MostNeeded(grid, claimed.Index);
            bound += CostValue.LeastMargin(unit.Cost, price[unit.Bus], unit.ActiveMin, Math.Max(unit.ActiveMin, greatest));
        }

        for (int d = 0; d < result.DcLines.Count; d++)
            bound += OfLine(grid.DcLines[result.DcLines[d].Index], result.Convention, price, d < result.Directions.Count ? result.Directions[d] : 0);

        // What each branch's flow costs beyond the difference of prices at its ends.
        double[] multiplier = new double[grid.Branches.Count];
        double[] gradient = new double[price.Length];
        foreach (BranchFlow claimed in result.Branches)
        {
            double z = claimed.ShadowPrice;
            multiplier[claimed.Index] += z;
            bound += z == 0.0 ? 0.0 : z * FlowLimit(law, claimed.Index, z) * power;
            double a = claimed.AnglePrice;
            (double least, double most) = law.Angles(claimed.Index);
            bound += a == 0.0 ? 0.0 : a * (a > 0.0 ? least : most);
            gradient[grid.Branches[claimed.Index].From] -= a;
            gradient[grid.Branches[claimed.Index].To] += a;
        }

        foreach (OutageFlow claimed in result.OutageFlows)
        {
            double w = claimed.ShadowPrice;
            multiplier[claimed.Branch] += w;
            multiplier[claimed.Outage] += w * claimed.Factor;
            bound -= Math.Abs(w) * law.EmergencyRating(claimed.Branch) * power;
        }

        foreach (BranchFlow claimed in result.Branches)
        {
            GridBranch branch = grid.Branches[claimed.Index];
            double left = price[branch.From] - price[branch.To] - multiplier[claimed.Index];
            double slope = law.Susceptance(claimed.Index) * left * power;
            bound += law.FlowAtZero(claimed.Index) * left * power;
            gradient[branch.From] += slope;
            gradient[branch.To] -= slope;
        }

        double[] reach = AngleReach.Of(grid, law, result);
        for (int i = 0; i < gradient.Length; i++)
            bound -= gradient[i] == 0.0 ? 0.0 : Math.Abs(gradient[i]) * reach[i];
        return double.IsNaN(bound) ? double.NegativeInfinity : bound;
    }

    /// <summary>The limit of the flow [p.u.] that a multiplier belongs to: the greatest lower or the least upper one, of rating and angles.</summary>
    private static double FlowLimit(StatedLaw law, int l, double multiplier)
    {
        (double least, double greatest) = law.Angles(l);
        double b = law.Susceptance(l);
        double rating = law.Rating(l);
        if (b == 0.0)
            return 0.0;
        double one = law.Flow(l, least);
        double other = law.Flow(l, greatest);
        return multiplier > 0.0 ? Math.Max(-rating, Math.Min(one, other)) : Math.Min(rating, Math.Max(one, other));
    }

    private static double OfLine(GridDcLine line, SusceptanceConvention convention, double[] price, int direction)
    {
        double through = 1.0 - line.LossShare;
        double kept = price[line.To] * line.FixedLoss;
        double forward = (price[line.To] * through) - price[line.From];
        if (convention == SusceptanceConvention.PowerModels || line.LossShare == 0.0)
            return kept + CostValue.LeastMargin(line.Cost, forward, line.FlowMin, line.FlowMax);
        double least = double.PositiveInfinity;
        if (line.FlowMax >= 0.0 && direction >= 0)
            least = CostValue.LeastMargin(line.Cost, forward, Math.Max(0.0, line.FlowMin), line.FlowMax);
        if (line.FlowMin < 0.0 && direction <= 0)
            least = Math.Min(least, CostValue.LeastMargin(line.Cost, (price[line.To] / through) - price[line.From], line.FlowMin, Math.Min(0.0, line.FlowMax)));
        return kept + least;
    }

    /// <summary>No more than this can come out of a unit without a limit: what all else may take [MW].</summary>
    private static double MostNeeded(PowerGrid grid, int unit)
    {
        double most = 0.0;
        foreach (GridBus bus in grid.Buses)
            most += Math.Max(0.0, bus.ActiveDemand + bus.ShuntConductance);
        for (int g = 0; g < grid.Units.Count; g++)
            most += g == unit || !grid.Units[g].InService ? 0.0 : Math.Max(0.0, -grid.Units[g].ActiveMin);
        foreach (GridDcLine line in grid.DcLines)
            most += line.FixedLoss + (Math.Abs(line.LossShare / (1.0 - line.LossShare)) * Math.Max(Math.Abs(line.FlowMin), Math.Abs(line.FlowMax)));
        return most;
    }
}
