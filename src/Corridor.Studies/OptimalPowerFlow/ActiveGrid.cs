using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>
/// What of a grid takes part in the direct current approximation, in per unit and radians: the flow of branch l is
/// p = Susceptance · (θ_from − θ_to − Shift) within [FlowMin, FlowMax].
/// </summary>
internal sealed class ActiveGrid
{
    private ActiveGrid(PowerGrid grid) => Grid = grid;

    public PowerGrid Grid { get; }

    /// <summary>The index in the grid of each bus that takes part.</summary>
    public int[] Bus { get; private init; } = [];

    /// <summary>The branches that take part, in the order of the grid.</summary>
    public ActiveBranch[] Branches { get; private set; } = [];

    /// <summary>Units in service, as (index in the grid, bus here).</summary>
    public (int Index, int Bus)[] Units { get; private set; } = [];

    /// <summary>Direct current lines in service, as (index in the grid, buses here).</summary>
    public (int Index, int From, int To)[] DcLines { get; private set; } = [];

    /// <summary>Power that a bus must be given: demand and shunt at nominal voltage [p.u.].</summary>
    public double[] Demand { get; private init; } = [];

    /// <summary>For each bus the number of its part: buses joined by branches that carry power.</summary>
    public int[] Part { get; private set; } = [];

    /// <summary>For each part the bus whose angle is held.</summary>
    public int[] Reference { get; private set; } = [];

    /// <summary>Takes what is in service; null, with findings, where the grid cannot be used.</summary>
    public static ActiveGrid? Of(PowerGrid grid, SusceptanceConvention convention, FindingList findings)
    {
        int[] bus = [.. Enumerable.Range(0, grid.Buses.Count).Where(i => grid.Buses[i].Control != BusControl.Isolated)];
        int errors = findings.Errors;
        if (bus.Length == 0)
            findings.Add(OptimalFlowFindings.NoBus.At(grid.Name, SourcePlace.None, "The grid has no bus in service."));
        int[] place = new int[grid.Buses.Count];
        Array.Fill(place, -1);
        for (int i = 0; i < bus.Length; i++)
            place[bus[i]] = i;
        var active = new ActiveGrid(grid)
        {
            Bus = bus,
            Demand = [.. bus.Select(i => (grid.Buses[i].ActiveDemand + grid.Buses[i].ShuntConductance) / grid.BasePower)],
        };
        active.Branches = TakeBranches(grid, convention, place, findings);
        active.Units = TakeUnits(grid, place, findings);
        active.DcLines = TakeDcLines(grid, convention, place, findings);
        active.FindParts(findings);
        return findings.Errors > errors ? null : active;
    }

    private static ActiveBranch[] TakeBranches(PowerGrid grid, SusceptanceConvention convention, int[] place, FindingList findings)
    {
        var law = new BranchLaw(grid, convention);
        var taken = new List<ActiveBranch>();
        for (int l = 0; l < grid.Branches.Count; l++)
        {
            GridBranch branch = grid.Branches[l];
            if (!branch.InService)
                continue;
            if (place[branch.From] < 0 || place[branch.To] < 0)
            {
                findings.Add(OptimalFlowFindings.LeftOut.At($"branch {branch.Id}", branch.Place, $"Branch {branch.Id} ends at a bus that is out of service; it is left out."));
                continue;
            }

            if (branch.From == branch.To)
            {
                findings.Add(OptimalFlowFindings.LeftOut.At($"branch {branch.Id}", branch.Place, $"Branch {branch.Id} has both ends at one bus; it is left out."));
                continue;
            }

            ActiveBranch one = law.Of(l, place[branch.From], place[branch.To]);
            if (!double.IsFinite(one.Susceptance))
                findings.Add(OptimalFlowFindings.NoReactance.At($"branch {branch.Id}", branch.Place, $"Branch {branch.Id} has no reactance."));
            else if (one.AngleMin > one.AngleMax || branch.Rating < 0.0 || one.FlowMin > one.FlowMax)
                findings.Add(OptimalFlowFindings.CrossedLimits.At($"branch {branch.Id}", branch.Place, $"The limits of branch {branch.Id} exclude every flow."));
            else
                taken.Add(one);
        }

        return [.. taken];
    }

    private static (int Index, int Bus)[] TakeUnits(PowerGrid grid, int[] place, FindingList findings)
    {
        var taken = new List<(int, int)>();
        for (int g = 0; g < grid.Units.Count; g++)
        {
            GridUnit unit = grid.Units[g];
            if (!unit.InService)
                continue;
            if (place[unit.Bus] < 0)
                findings.Add(OptimalFlowFindings.LeftOut.At($"unit {unit.Id}", unit.Place, $"Unit {unit.Id} stands at a bus that is out of service; it is left out."));
            else if (unit.ActiveMin > unit.ActiveMax)
                findings.Add(OptimalFlowFindings.CrossedLimits.At($"unit {unit.Id}", unit.Place, FormattableString.Invariant($"The least output of unit {unit.Id}, {unit.ActiveMin} MW, is above its greatest, {unit.ActiveMax} MW.")));
            else
                taken.Add((g, place[unit.Bus]));
        }

        return [.. taken];
    }

    private static (int Index, int From, int To)[] TakeDcLines(PowerGrid grid, SusceptanceConvention convention, int[] place, FindingList findings)
    {
        var taken = new List<(int, int, int)>();
        for (int d = 0; d < grid.DcLines.Count; d++)
        {
            GridDcLine line = grid.DcLines[d];
            if (!line.InService)
                continue;
            if (place[line.From] < 0 || place[line.To] < 0)
            {
                findings.Add(OptimalFlowFindings.LeftOut.At($"direct current line {line.Id}", line.Place, $"Direct current line {line.Id} ends at a bus that is out of service; it is left out."));
                continue;
            }

            if (line.FlowMin > line.FlowMax)
                findings.Add(OptimalFlowFindings.CrossedLimits.At($"direct current line {line.Id}", line.Place, FormattableString.Invariant($"The least flow of direct current line {line.Id}, {line.FlowMin} MW, is above its greatest, {line.FlowMax} MW.")));
            else if (convention == SusceptanceConvention.PowerModels && line.FlowMin < 0.0 && line.LossShare > 0.0)
                findings.Add(OptimalFlowFindings.NegativeLoss.At($"direct current line {line.Id}", line.Place, $"Direct current line {line.Id} may run backwards, where its loss would be negative."));
            taken.Add((d, place[line.From], place[line.To]));
        }

        return [.. taken];
    }

    /// <summary>Finds connected parts and their references: the first slack bus, else the bus of the largest unit, else the first bus.</summary>
    private void FindParts(FindingList findings)
    {
        int[] root = [.. Enumerable.Range(0, Bus.Length)];
        int Find(int i)
        {
            while (root[i] != i)
            {
                root[i] = root[root[i]];
                i = root[i];
            }

            return i;
        }

        foreach (ActiveBranch branch in Branches)
        {
            if (branch.Susceptance == 0.0)
                continue;
            int a = Find(branch.From);
            int b = Find(branch.To);
            root[Math.Max(a, b)] = Math.Min(a, b);
        }

        Part = new int[Bus.Length];
        int parts = 0;
        for (int i = 0; i < Bus.Length; i++)
            Part[i] = Find(i) == i ? parts++ : Part[Find(i)];
        Reference = new int[parts];
        Array.Fill(Reference, -1);
        for (int i = 0; i < Bus.Length; i++)
        {
            GridBus bus = Grid.Buses[Bus[i]];
            if (bus.Control != BusControl.Slack)
                continue;
            if (Reference[Part[i]] < 0)
                Reference[Part[i]] = i;
            else
                findings.Add(OptimalFlowFindings.SeveralReferences.At($"bus {bus.Id}", bus.Place, $"Bus {bus.Id} is a reference beside bus {Grid.Buses[Bus[Reference[Part[i]]]].Id}, to which it is connected; its angle is left free."));
        }

        double[] largest = new double[parts];
        int[] other = new int[parts];
        Array.Fill(largest, double.NegativeInfinity);
        Array.Fill(other, -1);
        foreach ((int index, int bus) in Units)
        {
            if (Grid.Units[index].ActiveMax > largest[Part[bus]])
                (largest[Part[bus]], other[Part[bus]]) = (Grid.Units[index].ActiveMax, bus);
        }

        for (int i = Bus.Length - 1; i >= 0; i--)
        {
            if (other[Part[i]] < 0 || largest[Part[i]] == double.NegativeInfinity)
                other[Part[i]] = i;
        }

        for (int k = 0; k < parts; k++)
        {
            if (Reference[k] < 0)
                Reference[k] = other[k];
        }
    }
}
