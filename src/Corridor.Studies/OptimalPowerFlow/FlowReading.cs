using Corridor.Model.PowerGrids;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>A solution of the program read as outputs, angles and prices of the grid.</summary>
internal sealed class FlowReading
{
    private readonly ActiveGrid _active;
    private readonly FlowProgram _program;
    private readonly LinearProgramSolution _solution;
    private readonly IReadOnlyList<OutageLimit> _limits;

    public FlowReading(ActiveGrid active, FlowProgram program, LinearProgramSolution solution, IReadOnlyList<OutageLimit> limits)
    {
        _active = active;
        _program = program;
        _solution = solution;
        _limits = limits;
        double[] x = solution.Primal;
        Output = [.. program.UnitColumns.Select(c => FlowProgram.Sum(x, c.First, c.Count))];
        DcFrom = [.. program.DcColumns.Select(c => FlowProgram.Sum(x, c.First, c.Count))];
        Settle();
    }

    public PowerGrid Grid => _active.Grid;

    /// <summary>Output of each unit that takes part [p.u.].</summary>
    public double[] Output { get; }

    /// <summary>Power that each direct current line takes at its from bus [p.u.].</summary>
    public double[] DcFrom { get; }

    /// <summary>For a direct current line what runs both ways at once [p.u.], positive if more of it runs forward; 0 where nothing does.</summary>
    public double BothWays(int d)
    {
        int back = _program.DcColumns[d].Back;
        if (back < 0)
            return 0.0;
        (double forward, double backward) = (_solution.Primal[back - 1], _solution.Primal[back]);
        return Math.CopySign(Math.Max(0.0, Math.Min(forward, backward)), forward - backward);
    }

    /// <summary>Flow of each branch that takes part [p.u.].</summary>
    public double[] Flows(AngleSystem? system)
    {
        double[] angle = Angles(system);
        return [.. _active.Branches.Select(b => b.Susceptance * (angle[b.From] - angle[b.To] - b.Shift))];
    }

    /// <summary>The result, its status and certificate still to be set.</summary>
    public OptimalFlowResult ToResult(AngleSystem? system, OptimalFlowResult empty)
    {
        double power = Grid.BasePower;
        double[] angle = Angles(system);
        double[] flow = [.. _active.Branches.Select(b => b.Susceptance * (angle[b.From] - angle[b.To] - b.Shift))];
        double[] flowPrice = new double[flow.Length];
        double[] anglePrice = new double[flow.Length];
        for (int l = 0; l < flow.Length; l++)
        {
            ActiveBranch branch = _active.Branches[l];
            if (_program.FlowColumn[l] >= 0)
                flowPrice[l] = WithBound(_solution.ReducedCost[_program.FlowColumn[l]], branch.FlowMin, branch.FlowMax);
            else if (_program.LawRow[l] >= 0)
                anglePrice[l] = WithBound(_solution.RowDual[_program.LawRow[l]], branch.AngleMin, branch.AngleMax);
        }

        double[] limitPrice = [.. _limits.Select((_, c) => _solution.RowDual[_program.FirstOutageRow + c])];
        double[] price = Prices(system, flowPrice, anglePrice, limitPrice);
        return empty with
        {
            Units = [.. _active.Units.Select((u, g) => new UnitOutput(u.Index, Output[g] * power, CostValue.At(Grid.Units[u.Index].Cost, Output[g] * power)))],
            Buses = [.. _active.Bus.Select((i, k) => new BusPrice(i, (angle[k] * 180.0 / Math.PI) + Grid.Buses[_active.Bus[_active.Reference[_active.Part[k]]]].Angle, price[k] / power))],
            Branches = [.. _active.Branches.Select((b, l) => new BranchFlow(b.Index, flow[l] * power, flowPrice[l] / power, anglePrice[l]))],
            DcLines = [.. _active.DcLines.Select((d, k) => Line(d.Index, k))],
            OutageFlows = [.. _limits.Select((c, k) => new OutageFlow(
                _active.Branches[c.Branch].Index,
                _active.Branches[c.Outage].Index,
                c.Factor,
                (flow[c.Branch] + (c.Factor * flow[c.Outage])) * power,
                c.Limit * power,
                limitPrice[k] / power))],
        };
    }

    private static double WithBound(double multiplier, double least, double greatest) =>
        double.IsFinite(multiplier > 0.0 ? least : greatest) ? multiplier : 0.0;

    private DcLineFlow Line(int index, int d)
    {
        GridDcLine line = Grid.DcLines[index];
        double from = DcFrom[d];
        double through = 1.0 - line.LossShare;
        double to = from * through;
        int back = _program.DcColumns[d].Back;
        if (back >= 0)
            to = (_solution.Primal[back - 1] * through) - _solution.Primal[back];
        return new DcLineFlow(index, from * Grid.BasePower, (to * Grid.BasePower) - line.FixedLoss, CostValue.At(line.Cost, from * Grid.BasePower));
    }

    /// <summary>The angles that the powers demand; those of the program where the matrix is singular.</summary>
    private double[] Angles(AngleSystem? system)
    {
        if (system is null)
            return _solution.Primal[_program.FirstAngle..(_program.FirstAngle + _active.Bus.Length)];
        return system.Flow(Injections());
    }

    /// <summary>Gives what the tolerance of the solver leaves over in a connected part to the unit there that is farthest from its limits.</summary>
    private void Settle()
    {
        double[] over = new double[_active.Reference.Length];
        double[] injection = Injections();
        for (int i = 0; i < injection.Length; i++)
            over[_active.Part[i]] += injection[i];
        double[] room = new double[over.Length];
        int[] unit = new int[over.Length];
        for (int g = 0; g < Output.Length; g++)
        {
            GridUnit stated = Grid.Units[_active.Units[g].Index];
            double free = Math.Min((stated.ActiveMax / Grid.BasePower) - Output[g], Output[g] - (stated.ActiveMin / Grid.BasePower));
            int part = _active.Part[_active.Units[g].Bus];
            if (free > room[part])
                (room[part], unit[part]) = (free, g);
        }

        for (int k = 0; k < over.Length; k++)
        {
            if (Math.Abs(over[k]) < room[k])
                Output[unit[k]] -= over[k];
        }
    }

    /// <summary>Power that enters at each bus beyond its demand [p.u.].</summary>
    private double[] Injections()
    {
        double[] injection = [.. _active.Demand.Select(d => -d)];
        for (int g = 0; g < Output.Length; g++)
            injection[_active.Units[g].Bus] += Output[g];
        for (int d = 0; d < DcFrom.Length; d++)
        {
            injection[_active.DcLines[d].From] -= DcFrom[d];
            injection[_active.DcLines[d].To] += Line(_active.DcLines[d].Index, d).To / Grid.BasePower;
        }

        return injection;
    }

    /// <summary>
    /// Prices for which angles cost nothing: those of the program, less the solution of B δ = what they and the multipliers leave at each bus. A factor of B
    /// does in one solve what an interior point only approaches.
    /// </summary>
    private double[] Prices(AngleSystem? system, double[] flowPrice, double[] anglePrice, double[] limitPrice)
    {
        double[] price = _solution.RowDual[.._active.Bus.Length];
        if (system is null)
            return price;
        double[] multiplier = (double[])flowPrice.Clone();
        for (int c = 0; c < limitPrice.Length; c++)
        {
            multiplier[_limits[c].Branch] += limitPrice[c];
            multiplier[_limits[c].Outage] += limitPrice[c] * _limits[c].Factor;
        }

        double[] left = new double[price.Length];
        double[] change = new double[price.Length];
        for (int repeat = 0; repeat < 2; repeat++)
        {
            Array.Clear(left);
            for (int l = 0; l < multiplier.Length; l++)
            {
                ActiveBranch branch = _active.Branches[l];
                double slope = (branch.Susceptance * (price[branch.From] - price[branch.To] - multiplier[l])) - anglePrice[l];
                left[branch.From] += slope;
                left[branch.To] -= slope;
            }

            system.Solve(left, change);
            for (int i = 0; i < price.Length; i++)
                price[i] -= change[i];
        }

        return price;
    }
}
