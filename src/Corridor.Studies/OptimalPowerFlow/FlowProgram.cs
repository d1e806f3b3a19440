using Corridor.Model.PowerGrids;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.QuadraticPrograms;
using Corridor.Numerics.Sparse;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>
/// The program of an optimal direct current power flow, in per unit: columns for the steps of units and direct current lines, for angles and for
/// flows; a row for the balance of each bus, for the law of each branch, and for each limit after an outage. docs/mathematics/optimal-power-flow.md.
/// </summary>
internal sealed class FlowProgram
{
    private readonly LinearProgramBuilder _builder = new();
    private readonly List<(int Column, double Value)> _squares = [];
    private readonly ActiveGrid _active;

    private FlowProgram(ActiveGrid active) => _active = active;

    /// <summary>The linear part.</summary>
    public LinearProgram Linear { get; private set; } = null!;

    /// <summary>The whole with its squares; null where the cost is linear.</summary>
    public QuadraticProgram? Quadratic { get; private set; }

    /// <summary>First column and number of columns of each unit.</summary>
    public (int First, int Count)[] UnitColumns { get; private set; } = [];

    /// <summary>First column and number of columns of the flow at the from bus of each direct current line, and the column of its flow back or −1.</summary>
    public (int First, int Count, int Back)[] DcColumns { get; private set; } = [];

    /// <summary>Column of each bus' angle.</summary>
    public int FirstAngle { get; private set; }

    /// <summary>Column of each branch's flow; −1 for one that carries nothing.</summary>
    public int[] FlowColumn { get; private set; } = [];

    /// <summary>Row of the law of each branch, or of its limit of angles where it carries nothing; −1 for none.</summary>
    public int[] LawRow { get; private set; } = [];

    /// <summary>First row of the limits after outages; the rows of balances are 0 … buses − 1.</summary>
    public int FirstOutageRow { get; private set; }

    /// <summary>Makes the program.</summary>
    /// <param name="active">The grid.</param>
    /// <param name="unitCosts">Costs of its units.</param>
    /// <param name="dcCosts">Costs of its direct current lines.</param>
    /// <param name="bothWays">Which lines lose in either direction.</param>
    /// <param name="directions">For each line the direction that it is held to, 1 forward and −1 back; 0 for either; counts only where it loses in either.</param>
    /// <param name="limits">Limits after outages.</param>
    public static FlowProgram Of(
        ActiveGrid active, CostCurve[] unitCosts, CostCurve[] dcCosts, bool[] bothWays, int[] directions, IReadOnlyList<OutageLimit> limits)
    {
        var program = new FlowProgram(active);
        double[] need = (double[])active.Demand.Clone();
        for (int d = 0; d < active.DcLines.Length; d++)
            need[active.DcLines[d].To] += active.Grid.DcLines[active.DcLines[d].Index].FixedLoss / active.Grid.BasePower;
        foreach (double n in need)
            program._builder.AddRow(n, n);
        program.AddUnits(unitCosts);
        program.AddDcLines(dcCosts, bothWays, directions);
        program.AddNetwork();
        program.AddOutages(limits);
        program.Finish();
        return program;
    }

    /// <summary>Solution values added up over the steps.</summary>
    public static double Sum(ReadOnlySpan<double> x, int first, int count)
    {
        double sum = 0.0;
        for (int k = first; k < first + count; k++)
            sum += x[k];
        return sum;
    }

    private (int First, int Count) AddSteps(CostCurve cost, Action<int> place)
    {
        int first = _builder.ColumnCount;
        foreach (CostStep step in cost.Steps)
            place(_builder.AddColumn(step.Lower, step.Upper, step.Slope));
        if (cost.Square > 0.0)
            _squares.Add((first, 2.0 * cost.Square));
        _builder.CostOffset += cost.Constant;
        return (first, _builder.ColumnCount - first);
    }

    private void AddUnits(CostCurve[] costs)
    {
        UnitColumns = new (int, int)[costs.Length];
        for (int g = 0; g < costs.Length; g++)
        {
            int bus = _active.Units[g].Bus;
            UnitColumns[g] = AddSteps(costs[g], column => _builder.AddEntry(bus, column, 1.0));
        }
    }

    private void AddDcLines(CostCurve[] costs, bool[] bothWays, int[] directions)
    {
        DcColumns = new (int, int, int)[costs.Length];
        for (int d = 0; d < costs.Length; d++)
        {
            (int index, int from, int to) = _active.DcLines[d];
            GridDcLine line = _active.Grid.DcLines[index];
            double through = 1.0 - line.LossShare;
            if (!bothWays[d])
            {
                (int first, int count) = AddSteps(costs[d], column =>
                {
                    _builder.AddEntry(from, column, -1.0);
                    _builder.AddEntry(to, column, through);
                });
                DcColumns[d] = (first, count, -1);
                continue;
            }

            // f = forward − through · back at the from bus; through · forward − back at the to bus.
            int sum = _builder.AddRow(0.0, 0.0);
            (int begin, int steps) = AddSteps(costs[d], column =>
            {
                _builder.AddEntry(from, column, -1.0);
                _builder.AddEntry(sum, column, -1.0);
            });
            double most = Math.Max(0.0, line.FlowMax) / _active.Grid.BasePower;
            double mostBack = Math.Max(0.0, -line.FlowMin) / through / _active.Grid.BasePower;
            int forward = _builder.AddColumn(0.0, directions[d] < 0 ? 0.0 : most, 0.0);
            int back = _builder.AddColumn(0.0, directions[d] > 0 ? 0.0 : mostBack, 0.0);
            _builder.AddEntry(sum, forward, 1.0);
            _builder.AddEntry(sum, back, -through);
            _builder.AddEntry(to, forward, through);
            _builder.AddEntry(to, back, -1.0);
            DcColumns[d] = (begin, steps, back);
        }
    }

    private void AddNetwork()
    {
        FirstAngle = _builder.ColumnCount;
        for (int i = 0; i < _active.Bus.Length; i++)
            _builder.AddColumn(double.NegativeInfinity, double.PositiveInfinity, 0.0);
        foreach (int reference in _active.Reference)
            _builder.SetColumnBounds(FirstAngle + reference, 0.0, 0.0);
        FlowColumn = new int[_active.Branches.Length];
        LawRow = new int[_active.Branches.Length];
        for (int l = 0; l < FlowColumn.Length; l++)
        {
            ActiveBranch branch = _active.Branches[l];
            FlowColumn[l] = -1;
            LawRow[l] = -1;
            bool isLimited = double.IsFinite(branch.AngleMin) || double.IsFinite(branch.AngleMax);
            if (branch.Susceptance == 0.0 && !isLimited)
                continue;
            if (branch.Susceptance == 0.0)
            {
                LawRow[l] = _builder.AddRow(branch.AngleMin, branch.AngleMax);
            }
            else
            {
                FlowColumn[l] = _builder.AddColumn(branch.FlowMin, branch.FlowMax, 0.0);
                LawRow[l] = _builder.AddRow(-branch.Shift, -branch.Shift);
                _builder.AddEntry(LawRow[l], FlowColumn[l], 1.0 / branch.Susceptance);
                _builder.AddEntry(branch.From, FlowColumn[l], -1.0);
                _builder.AddEntry(branch.To, FlowColumn[l], 1.0);
            }

            double sign = branch.Susceptance == 0.0 ? 1.0 : -1.0;
            _builder.AddEntry(LawRow[l], FirstAngle + branch.From, sign);
            _builder.AddEntry(LawRow[l], FirstAngle + branch.To, -sign);
        }
    }

    private void AddOutages(IReadOnlyList<OutageLimit> limits)
    {
        FirstOutageRow = _builder.RowCount;
        foreach (OutageLimit limit in limits)
        {
            int row = _builder.AddRow(-limit.Limit, limit.Limit);
            _builder.AddEntry(row, FlowColumn[limit.Branch], 1.0);
            _builder.AddEntry(row, FlowColumn[limit.Outage], limit.Factor);
        }
    }

    private void Finish()
    {
        Linear = _builder.BuildAndClear();
        if (_squares.Count == 0)
            return;
        int n = Linear.ColumnCount;
        int[] start = new int[n + 1];
        foreach ((int column, _) in _squares)
            start[column + 1] = 1;
        for (int j = 0; j < n; j++)
            start[j + 1] += start[j];
        var squares = new SparseMatrix(n, n, start, [.. _squares.Select(s => s.Column)], [.. _squares.Select(s => s.Value)]);
        Quadratic = new QuadraticProgram(Linear, squares);
    }
}
