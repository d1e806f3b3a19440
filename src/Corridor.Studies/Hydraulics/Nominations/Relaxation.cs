using System.Globalization;
using Corridor.Model.Hydraulics;
using Corridor.Numerics.Infeasibility;
using Corridor.Numerics.LinearPrograms;
using Corridor.Studies.Hydraulics.Steady;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>
/// A linear program that contains every state of the network in a box: balances; the fall of the potential between straight lines around each pipe's law of
/// friction; the potential between tangents and secant over the pressure; what all allowed states of an element demand. Columns: pressures [bar],
/// potentials (divided by <see cref="_scale"/>), flows, injections [kg/s].
/// </summary>
internal sealed class Relaxation
{
    private const double Bar = NominationModel.Bar;

    private readonly NominationModel _model;
    private readonly Box _box;
    private readonly GasScale _gas;
    private readonly double _scale;
    private readonly LinearProgramBuilder _builder = new();
    private readonly List<string> _rows = [];

    private Relaxation(NominationModel model, Box box)
    {
        _model = model;
        _box = box;
        _gas = model.Laws[0].Reference;
        _scale = _gas.Density(50.0 * Bar) * Bar;
        Columns();
        Balances();
        Potentials();
        for (int e = 0; e < model.ElementCount; e++)
        {
            if (!model.Laws[e].Element.InService)
                continue;
            if (model.Laws[e].IsPipe)
                Pipe(e);
            else
                Conditions(e);
        }

        Program = _builder.Build();
    }

    internal LinearProgram Program { get; }

    internal static Relaxation Of(NominationModel model, Box box) => new(model, box);

    internal static int PressureColumn(int node) => node;

    internal int PotentialColumn(int node) => _model.NodeCount + node;

    internal int FlowColumn(int element) => (2 * _model.NodeCount) + element;

    private int InjectionColumn(int node) => (2 * _model.NodeCount) + _model.ElementCount + node;

    /// <summary>How far a pipe's law is from holding at a point, in units of the scaled potential, and whether the gap is above zero.</summary>
    internal double Gap(double[] point, int element)
    {
        ElementLaw law = _model.Laws[element];
        double from = point[PotentialColumn(_model.From[element])];
        double to = point[PotentialColumn(_model.To[element])];
        double drop = law.Drop(point[FlowColumn(element)], out _) / _scale;
        return Math.Abs(from - to - drop);
    }

    /// <summary>How far a node's potential is from that of its pressure at a point.</summary>
    internal double PotentialGap(double[] point, int node) =>
        Math.Abs(point[PotentialColumn(node)] - Potential(Math.Max(point[PressureColumn(node)], 0.0)));

    /// <summary>The members of a conflict in words, the bounds of nodes first.</summary>
    internal List<string> Words(InfeasibleSubset subset)
    {
        var nodes = new List<string>();
        var others = new List<string>();
        foreach (Constraint member in subset.Members)
        {
            if (member.Side is ConstraintSide.RowLower or ConstraintSide.RowUpper)
            {
                if (_rows[member.Index].Length > 0 && !others.Contains(_rows[member.Index]))
                    others.Add(_rows[member.Index]);
                continue;
            }

            if (ColumnWord(member) is { } word && !nodes.Contains(word))
                nodes.Add(word);
        }

        nodes.AddRange(others);
        return nodes;
    }

    private string? ColumnWord(Constraint member)
    {
        bool isLower = member.Side == ConstraintSide.ColumnLower;
        int n = _model.NodeCount;
        if (member.Index < 2 * n)
        {
            int node = member.Index % n;
            double bar = isLower ? _box.PressureMin[node] : _box.PressureMax[node];
            return string.Create(CultureInfo.InvariantCulture, $"the {(isLower ? "least" : "greatest")} pressure {bar:0.####} bar at {_model.Network.Nodes[node].Id}");
        }

        int e = member.Index - (2 * n);
        if (e >= _model.ElementCount)
            return null;
        double flow = isLower ? _box.FlowMin[e] : _box.FlowMax[e];
        return string.Create(CultureInfo.InvariantCulture, $"the {(isLower ? "least" : "greatest")} flow {flow:0.####} kg/s through {_model.Laws[e].Element.Kind} {_model.Laws[e].Element.Id}");
    }

    private void Columns()
    {
        for (int i = 0; i < _model.NodeCount; i++)
            _builder.AddColumn(_box.PressureMin[i], _box.PressureMax[i], 0.0);
        for (int i = 0; i < _model.NodeCount; i++)
            _builder.AddColumn(Potential(_box.PressureMin[i]), Potential(_box.PressureMax[i]), 0.0);
        for (int e = 0; e < _model.ElementCount; e++)
            _builder.AddColumn(_box.FlowMin[e], _box.FlowMax[e], 0.0);
        for (int i = 0; i < _model.NodeCount; i++)
            _builder.AddColumn(_model.InjectionMin[i], _model.InjectionMax[i], 0.0);
    }

    private double Potential(double bar) => _gas.Potential(bar * Bar) / _scale;

    private int Row(double lower, double upper, string words)
    {
        _rows.Add(words);
        return _builder.AddRow(lower, upper);
    }

    private void Balances()
    {
        for (int i = 0; i < _model.NodeCount; i++)
            _builder.AddEntry(Row(0.0, 0.0, string.Empty), InjectionColumn(i), 1.0);
        for (int e = 0; e < _model.ElementCount; e++)
        {
            _builder.AddEntry(_model.From[e], FlowColumn(e), -1.0);
            _builder.AddEntry(_model.To[e], FlowColumn(e), 1.0);
        }
    }

    /// <summary>Φ(p) is convex, as ρ grows with p: above its tangents and below its secant.</summary>
    private void Potentials()
    {
        for (int i = 0; i < _model.NodeCount; i++)
        {
            double low = _box.PressureMin[i];
            double high = _box.PressureMax[i];
            for (int k = 0; k <= 4; k++)
            {
                double at = low + ((high - low) * k / 4.0);
                double slope = _gas.Density(at * Bar) * Bar / _scale;
                int row = Row(Potential(at) - (slope * at), double.PositiveInfinity, string.Empty);
                _builder.AddEntry(row, PotentialColumn(i), 1.0);
                _builder.AddEntry(row, PressureColumn(i), -slope);
                if (high - low <= 1e-9)
                    break;
            }

            double secant = high - low > 1e-9 ? (Potential(high) - Potential(low)) / (high - low) : 0.0;
            int above = Row(double.NegativeInfinity, (secant > 0.0 ? Potential(low) : Potential(high)) - (secant * low), string.Empty);
            _builder.AddEntry(above, PotentialColumn(i), 1.0);
            if (secant > 0.0)
                _builder.AddEntry(above, PressureColumn(i), -secant);
        }
    }

    private void Pipe(int e)
    {
        ElementLaw law = _model.Laws[e];
        int a = _model.From[e];
        int b = _model.To[e];
        (double weightLow, double weightHigh) = Propagation.WeightTerm(law, _box, a, b);
        FrictionEnvelope envelope = FrictionEnvelope.Of(
            flow =>
            {
                double drop = law.Drop(flow, out double slope);
                return (drop / _scale, slope / _scale);
            },
            _box.FlowMin[e],
            _box.FlowMax[e]);
        string words = $"the law of pipe {law.Element.Id}";
        double round = 1e-10 * (1.0 + Potential(_box.PressureMax[a]));
        foreach ((double slope, double intercept) in envelope.Above)
            Line(e, a, b, slope, double.NegativeInfinity, intercept + (weightHigh / _scale) + round, words);
        foreach ((double slope, double intercept) in envelope.Below)
            Line(e, a, b, slope, intercept + (weightLow / _scale) - round, double.PositiveInfinity, words);
    }

    /// <summary>lower ≤ Φ_from − Φ_to − slope·q ≤ upper.</summary>
    private void Line(int e, int a, int b, double slope, double lower, double upper, string words)
    {
        int row = Row(lower, upper, words);
        _builder.AddEntry(row, PotentialColumn(a), 1.0);
        _builder.AddEntry(row, PotentialColumn(b), -1.0);
        if (slope != 0.0)
            _builder.AddEntry(row, FlowColumn(e), -slope);
    }

    private void Conditions(int e)
    {
        StateConditions conditions = StateConditions.Of(_model, _box, e);
        int a = _model.From[e];
        int b = _model.To[e];
        string words = $"{_model.Laws[e].Element.Kind} {_model.Laws[e].Element.Id}";
        if (!double.IsInfinity(conditions.Least) || !double.IsInfinity(conditions.Most))
        {
            int row = Row(conditions.Least, conditions.Most, $"what {words} can do to the pressure");
            _builder.AddEntry(row, PressureColumn(a), 1.0);
            _builder.AddEntry(row, PressureColumn(b), -1.0);
        }

        if (conditions.Least >= 0.0)
            Line(e, a, b, 0.0, 0.0, conditions.Most <= 0.0 ? 0.0 : double.PositiveInfinity, $"what {words} can do to the pressure");
        else if (conditions.Most <= 0.0)
            Line(e, a, b, 0.0, double.NegativeInfinity, 0.0, $"what {words} can do to the pressure");
        if (!double.IsInfinity(conditions.FromMin))
            _builder.AddEntry(Row(conditions.FromMin, double.PositiveInfinity, $"the least inlet pressure of {words}"), PressureColumn(a), 1.0);
        if (!double.IsInfinity(conditions.ToMax))
            _builder.AddEntry(Row(double.NegativeInfinity, conditions.ToMax, $"the greatest outlet pressure of {words}"), PressureColumn(b), 1.0);
        if (double.IsInfinity(conditions.Ratio))
            return;
        int ratio = Row(0.0, double.PositiveInfinity, $"the greatest ratio of {words}");
        _builder.AddEntry(ratio, PressureColumn(a), conditions.Ratio);
        _builder.AddEntry(ratio, PressureColumn(b), -1.0);
    }
}
