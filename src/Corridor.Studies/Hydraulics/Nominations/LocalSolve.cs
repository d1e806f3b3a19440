using Corridor.Model.Hydraulics;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Simplex;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>
/// Sequential linear programming with an exact penalty and a trust region (R. Fletcher and E. Sainz de la Maza, "Nonlinear programming and
/// nonsmooth optimization by successive linear programming", Mathematical Programming 43, 1989): for given states it looks for pressures and
/// flows within their bounds that meet every law, at the least power of the stations. Balances and bounds hold in every iterate.
/// </summary>
internal sealed class LocalSolve
{
    private const double Penalty = 100.0;
    private const int MostIterations = 80;

    private readonly NominationModel _model;
    private readonly StateAssignment _states;
    private readonly CancellationToken _cancel;
    private readonly MachineDemand _demand;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly int[] _column;
    private readonly int _columns;
    private Basis? _basis;

    internal LocalSolve(NominationModel model, StateAssignment states, MachineDemand demand, CancellationToken cancel)
    {
        _model = model;
        _states = states;
        _demand = demand;
        (_column, _columns, _lower, _upper) = JoinedPressures.Of(model, states);
        _cancel = cancel;
    }

    /// <summary>Sum of missed conditions [bar] below which a point counts as a solution.</summary>
    internal const double Tolerance = 1e-7;

    /// <summary>Linear programs solved.</summary>
    internal int Iterations { get; private set; }

    /// <summary>Goes from a point to a local optimum; its violation says whether it is a solution.</summary>
    internal NominationPoint Run(NominationPoint start)
    {
        NominationPoint here = start.Copy();
        double[] pressure = new double[_columns];
        for (int i = _model.NodeCount - 1; i >= 0; i--)
            pressure[_column[i]] = Math.Clamp(start.Pressure[i], _lower[_column[i]], _upper[_column[i]]);
        for (int i = 0; i < _model.NodeCount; i++)
            here.Pressure[i] = pressure[_column[i]];
        Evaluate(here);
        double radius = 1.0;
        while (Iterations < MostIterations && !_cancel.IsCancellationRequested)
        {
            Iterations++;
            NominationPoint? next = Step(here, radius, out double predicted);
            if (next is null)
                break;
            Evaluate(next);
            double expected = Merit(here) - predicted;
            double gained = Merit(here) - Merit(next);
            if (gained >= 0.1 * expected && gained > 0.0)
            {
                here = next;
                if (gained >= 0.7 * expected)
                    radius = Math.Min(1.0, 2.5 * radius);
            }
            else
            {
                radius *= 0.3;
            }

            bool isFlat = expected <= 1e-7 * (1.0 + here.Power);
            if (isFlat && here.Violation <= Tolerance)
                break;
            if (expected <= 1e-12 || radius < 1e-9 || (isFlat && here.Violation > 1e-2))
                break;
        }

        return here;
    }

    private static double Merit(NominationPoint point) => point.Power + (Penalty * point.Violation);

    /// <summary>Sets violation and power of a point.</summary>
    internal void Evaluate(NominationPoint point)
    {
        Span<ElementRow> rows = stackalloc ElementRow[ElementLaw.MostRows];
        double violation = 0.0;
        double power = 0.0;
        for (int e = 0; e < _model.ElementCount; e++)
        {
            double from = point.Pressure[_model.From[e]];
            double to = point.Pressure[_model.To[e]];
            int count = _model.Laws[e].Rows(_states.Modes[e], from, to, point.Flow[e], rows, Demand(e));
            for (int r = 0; r < count; r++)
                violation += rows[r].Violation;
            power += PowerOf(e, from, to, point.Flow[e], out _, out _, out _);
        }

        point.Violation = violation;
        point.Power = power;
    }

    private MachineDemand Demand(int element) =>
        _demand == MachineDemand.Capacity && _states.Allowed[element].Length == 1 ? MachineDemand.Range : _demand;

    private double PowerOf(int element, double from, double to, double flow, out double dFrom, out double dTo, out double dFlow)
    {
        dFrom = 0.0;
        dTo = 0.0;
        dFlow = 0.0;
        ElementLaw law = _model.Laws[element];
        if (_states.Modes[element] != ElementMode.Active || law.Element is not GasCompressorStation)
            return 0.0;
        (double inlet, double outlet) = law.MachinePressures(from, to, flow);
        inlet = Math.Max(inlet, 0.01);
        return _demand == MachineDemand.Map && law.HasMap
            ? law.DriveEnergy(inlet, Math.Max(outlet, inlet), flow, out dFrom, out dTo, out dFlow)
            : law.Power(inlet, Math.Max(outlet, inlet), Math.Max(flow, 0.0), out dFrom, out dTo, out dFlow);
    }

    private NominationPoint? Step(NominationPoint here, double radius, out double predicted)
    {
        int nodes = _model.NodeCount;
        int elements = _model.ElementCount;
        var builder = new LinearProgramBuilder(nodes + (2 * elements), (2 * nodes) + (5 * elements), 8 * elements);
        for (int i = 0; i < nodes; i++)
            builder.AddRow(0.0, 0.0);
        double[] pressure = new double[_columns];
        for (int i = 0; i < nodes; i++)
            pressure[_column[i]] = here.Pressure[i];
        for (int c = 0; c < _columns; c++)
        {
            double reach = radius * Math.Min(20.0, Math.Max(1.0, _upper[c] - _lower[c]));
            builder.AddColumn(Math.Max(_lower[c], pressure[c] - reach), Math.Min(_upper[c], pressure[c] + reach), 0.0);
        }

        double flowReach = radius * 0.5 * _model.Throughput;
        for (int e = 0; e < elements; e++)
        {
            int column = builder.AddColumn(
                Math.Max(_states.FlowMin[e], here.Flow[e] - flowReach), Math.Min(_states.FlowMax[e], here.Flow[e] + flowReach), 0.0);
            builder.AddEntry(_model.From[e], column, -1.0);
            builder.AddEntry(_model.To[e], column, 1.0);
        }

        for (int i = 0; i < nodes; i++)
            builder.AddEntry(i, builder.AddColumn(_model.InjectionMin[i], _model.InjectionMax[i], 0.0), 1.0);
        double constant = AddLaws(builder, here);
        LinearProgram program = builder.Build();
        var session = new SimplexSession(program);
        if (_basis is not null && _basis.Columns.Length == program.ColumnCount && _basis.Rows.Length == program.RowCount)
            session.SetBasis(_basis);
        SimplexOutcome outcome = session.Solve(_cancel);
        predicted = double.NaN;
        if (outcome.Solution.StopReason != StopReason.Optimal)
        {
            if (_basis is null)
                return null;
            _basis = null;
            outcome = SimplexSolver.Solve(program, cancellationToken: _cancel);
            if (outcome.Solution.StopReason != StopReason.Optimal)
                return null;
        }

        _basis = outcome.Basis;
        predicted = outcome.Solution.Objective + constant;
        var next = new NominationPoint(nodes, elements);
        double[] x = outcome.Solution.Primal;
        for (int i = 0; i < nodes; i++)
        {
            int c = _column[i];
            next.Pressure[i] = Math.Clamp(x[c], _lower[c], _upper[c]);
            next.Injection[i] = x[_columns + elements + i];
        }

        for (int e = 0; e < elements; e++)
            next.Flow[e] = x[_columns + e];
        return next;
    }

    private double AddLaws(LinearProgramBuilder builder, NominationPoint here)
    {
        Span<ElementRow> rows = stackalloc ElementRow[ElementLaw.MostRows];
        double constant = 0.0;
        Span<double> costs = new double[_columns + _model.ElementCount];
        for (int e = 0; e < _model.ElementCount; e++)
        {
            int a = _model.From[e];
            int b = _model.To[e];
            double from = here.Pressure[a];
            double to = here.Pressure[b];
            double flow = here.Flow[e];
            int count = JoinedPressures.IsLossless(_model, _states, e) && _column[a] == _column[b]
                ? 0
                : _model.Laws[e].Rows(_states.Modes[e], from, to, flow, rows, Demand(e));
            for (int r = 0; r < count; r++)
            {
                ElementRow row = rows[r];
                double shift = (row.DFrom * from) + (row.DTo * to) + (row.DFlow * flow) - row.Value;
                int index = builder.AddRow(row.Lower + shift, row.Upper + shift);
                AddPressures(builder, index, _column[a], _column[b], row);
                builder.AddEntry(index, _columns + e, row.DFlow);
                if (!double.IsNegativeInfinity(row.Lower))
                    builder.AddEntry(index, builder.AddColumn(0.0, double.PositiveInfinity, Penalty), 1.0);
                if (!double.IsPositiveInfinity(row.Upper))
                    builder.AddEntry(index, builder.AddColumn(0.0, double.PositiveInfinity, Penalty), -1.0);
            }

            double power = PowerOf(e, from, to, flow, out double dFrom, out double dTo, out double dFlow);
            if (power == 0.0 && dFlow == 0.0 && dTo == 0.0)
                continue;
            constant += power - (dFrom * from) - (dTo * to) - (dFlow * flow);
            costs[_column[a]] += dFrom;
            costs[_column[b]] += dTo;
            costs[_columns + e] += dFlow;
        }

        for (int j = 0; j < costs.Length; j++)
        {
            if (costs[j] != 0.0)
                builder.SetCost(j, costs[j]);
        }

        return constant;
    }

    private static void AddPressures(LinearProgramBuilder builder, int index, int first, int second, in ElementRow row)
    {
        if (first == second)
        {
            builder.AddEntry(index, first, row.DFrom + row.DTo);
            return;
        }

        builder.AddEntry(index, first, row.DFrom);
        builder.AddEntry(index, second, row.DTo);
    }
}
