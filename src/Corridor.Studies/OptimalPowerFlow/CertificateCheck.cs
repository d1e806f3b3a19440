using Corridor.Model.PowerGrids;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>
/// Checks a result on the grid it is claimed for, from its outputs, angles and prices alone: no program is looked at, but for directions claimed to have no
/// flow. Flows follow from angles by the convention; the bound is the Lagrangian one of the prices (docs/mathematics/optimal-power-flow.md).
/// </summary>
public static class CertificateCheck
{
    /// <summary>Checks.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="result">What is claimed; its certificate and status are not looked at.</param>
    public static OptimalFlowCertificate Run(PowerGrid grid, OptimalFlowResult result)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(result);
        var law = new StatedLaw(grid, result.Convention);
        return Check(law, result, Bound(law, result));
    }

    /// <summary>Checks a case: the bound is one of flows with its directions alone.</summary>
    internal static OptimalFlowCertificate OfCase(PowerGrid grid, OptimalFlowResult result)
    {
        var law = new StatedLaw(grid, result.Convention);
        return Check(law, result, LagrangianBound.Of(grid, law, result));
    }

    private static OptimalFlowCertificate Check(StatedLaw law, OptimalFlowResult result, double bound)
    {
        PowerGrid grid = law.Grid;
        double[] angle = new double[grid.Buses.Count];
        foreach (BusPrice bus in result.Buses)
            angle[bus.Index] = bus.Angle * Math.PI / 180.0;
        double[] surplus = new double[grid.Buses.Count];
        for (int i = 0; i < surplus.Length; i++)
            surplus[i] = -(grid.Buses[i].ActiveDemand + grid.Buses[i].ShuntConductance);
        double units = AddUnits(grid, result, surplus);
        double branches = AddBranches(law, result, angle, surplus);
        double balance = 0.0;
        int worst = 0;
        for (int i = 0; i < surplus.Length; i++)
        {
            double missing = Math.Abs(surplus[i]);
            if (grid.Buses[i].Control != BusControl.Isolated && !double.IsNaN(balance) && !(missing <= balance))
                (balance, worst) = (missing, i);
        }

        double objective = 0.0;
        foreach (UnitOutput unit in result.Units)
            objective += CostValue.At(grid.Units[unit.Index].Cost, unit.Power);
        foreach (DcLineFlow line in result.DcLines)
            objective += CostValue.At(grid.DcLines[line.Index].Cost, line.From);
        (double outages, int solved) = OutageCheck.Run(law, result);
        return new OptimalFlowCertificate
        {
            Balance = balance / grid.BasePower,
            WorstBus = grid.Buses[worst].Id,
            Units = units / grid.BasePower,
            Branches = branches,
            Outages = outages,
            OutagesSolved = solved,
            Objective = objective,
            Bound = bound,
        };
    }

    /// <summary>The bound of a result; where directions of direct current lines were tried apart the least of all cases, which must leave no direction out.</summary>
    private static double Bound(StatedLaw law, OptimalFlowResult result)
    {
        if (result.Cases.Count == 0)
            return result.Directions.Any(d => d != 0) ? double.NegativeInfinity : LagrangianBound.Of(law.Grid, law, result);
        if (result.Cases.Any(c => c.Convention != result.Convention) || !Covers([.. result.Cases.Select(c => c.Directions.ToArray())]))
            return double.NegativeInfinity;

        // What was split may stand for several cases.
        var known = new HashSet<OptimalFlowResult>(ReferenceEqualityComparer.Instance);
        HashSet<int> secured = [.. result.Secured];
        if (!result.Request.SecureAll)
            secured.IntersectWith(result.Request.Outages);
        return result.Cases.Where(known.Add).Min(c => OfOne(law, c, secured));
    }

    /// <summary>The bound of a case; −∞ where its proof does not hold, or what the bound is added up from is incomplete or false.</summary>
    private static double OfOne(StatedLaw law, OptimalFlowResult result, HashSet<int> secured)
    {
        if (result.Status == OptimalFlowStatus.Infeasible)
        {
            bool holds = result.Proof is { } proof && proof.OutageLimits.All(l => secured.Contains(l.Outage)) && ProofCheck.Holds(law, result.Directions, proof);
            return holds ? double.PositiveInfinity : double.NegativeInfinity;
        }

        // Directions count by place: lines must stand in the order of the grid.
        int[] lines = [.. result.DcLines.Select(d => d.Index)];
        if (result.OutageFlows.Any(f => !secured.Contains(f.Outage)) || !lines.AsSpan().SequenceEqual(lines.Order().ToArray()))
            return double.NegativeInfinity;
        OptimalFlowCertificate certificate = Check(law, result, LagrangianBound.Of(law.Grid, law, result));
        bool isWhole = double.IsFinite(certificate.Units) && double.IsFinite(certificate.Branches) && certificate.Outages <= OptimalFlowCertificate.ResidualLimit;
        return isWhole ? certificate.Bound : double.NegativeInfinity;
    }

    /// <summary>Whether cases cover every direction: one that fixes none does, else there is a line that all fix, and those of either direction cover the rest.</summary>
    private static bool Covers(int[][] cases)
    {
        if (cases.Length == 0)
            return false;
        if (Array.Exists(cases, c => Array.TrueForAll(c, d => d == 0)))
            return true;
        int line = Enumerable.Range(0, cases.Max(c => c.Length)).FirstOrDefault(d => Array.TrueForAll(cases, c => d < c.Length && c[d] != 0), -1);
        return line >= 0 && Covers(Without(1)) && Covers(Without(-1));

        int[][] Without(int sign) => [.. cases.Where(c => Math.Sign(c[line]) == sign).Select(c => c.Select((d, k) => k == line ? 0 : d).ToArray())];
    }

    /// <summary>Adds what units and direct current lines bring to buses; the largest excess over their limits [MW], +∞ where one is missing.</summary>
    private static double AddUnits(PowerGrid grid, OptimalFlowResult result, double[] surplus)
    {
        double worst = 0.0;
        int claimed = 0;
        foreach (UnitOutput unit in result.Units)
        {
            GridUnit stated = grid.Units[unit.Index];
            surplus[stated.Bus] += unit.Power;
            worst = Largest(worst, Math.Max(stated.ActiveMin - unit.Power, unit.Power - stated.ActiveMax));
            claimed += IsIn(grid, stated.InService, stated.Bus) ? 1 : int.MinValue / 2;
        }

        int lines = 0;
        foreach (DcLineFlow line in result.DcLines)
        {
            GridDcLine stated = grid.DcLines[line.Index];
            surplus[stated.From] -= line.From;
            surplus[stated.To] += line.To;
            worst = Largest(worst, Math.Max(stated.FlowMin - line.From, line.From - stated.FlowMax));
            double through = 1.0 - stated.LossShare;
            bool isBack = result.Convention == SusceptanceConvention.Matpower && line.From < 0.0;
            worst = Largest(worst, Math.Abs(line.To + stated.FixedLoss - (isBack ? line.From / through : line.From * through)));
            lines += IsIn(grid, stated.InService, stated.From, stated.To) ? 1 : int.MinValue / 2;
        }

        bool isWhole = claimed == grid.Units.Count(u => IsIn(grid, u.InService, u.Bus))
            && lines == grid.DcLines.Count(d => IsIn(grid, d.InService, d.From, d.To))
            && result.Units.Select(u => u.Index).Distinct().Count() == result.Units.Count
            && result.DcLines.Select(d => d.Index).Distinct().Count() == result.DcLines.Count;
        return isWhole ? worst : double.PositiveInfinity;
    }

    /// <summary>Takes the flows of angles out of buses; the largest excess over limits or difference from a stated flow [p.u.].</summary>
    private static double AddBranches(StatedLaw law, OptimalFlowResult result, double[] angle, double[] surplus)
    {
        double worst = 0.0;
        double[] stated = new double[law.Grid.Branches.Count];
        Array.Fill(stated, double.NaN);
        foreach (BranchFlow branch in result.Branches)
        {
            // The bound adds up what is claimed: nothing twice, and nothing that is not there.
            GridBranch claimed = law.Grid.Branches[branch.Index];
            bool isTwice = !double.IsNaN(stated[branch.Index]) || double.IsNaN(branch.Flow);
            if (isTwice || claimed.From == claimed.To || !IsIn(law.Grid, claimed.InService, claimed.From, claimed.To))
                worst = double.PositiveInfinity;
            stated[branch.Index] = branch.Flow / law.Grid.BasePower;
        }

        for (int l = 0; l < stated.Length; l++)
        {
            GridBranch branch = law.Grid.Branches[l];
            if (branch.From == branch.To || !IsIn(law.Grid, branch.InService, branch.From, branch.To))
                continue;
            double difference = angle[branch.From] - angle[branch.To];
            double flow = law.Flow(l, difference);
            surplus[branch.From] -= flow * law.Grid.BasePower;
            surplus[branch.To] += flow * law.Grid.BasePower;
            worst = Largest(worst, Math.Abs(flow - stated[l]));
            worst = Largest(worst, Math.Abs(flow) - law.Rating(l));
            (double least, double greatest) = law.Angles(l);
            double weight = Math.Max(1.0, Math.Abs(law.Susceptance(l)));
            worst = Largest(worst, weight * Math.Max(least - difference, difference - greatest));
        }

        return worst;
    }

    /// <summary>Whether an element in service has all its buses in service.</summary>
    internal static bool IsIn(PowerGrid grid, bool inService, params ReadOnlySpan<int> buses)
    {
        foreach (int bus in buses)
            inService &= grid.Buses[bus].Control != BusControl.Isolated;
        return inService;
    }

    /// <summary>The larger; NaN if one is.</summary>
    private static double Largest(double a, double b) => Math.Max(a, b);
}
