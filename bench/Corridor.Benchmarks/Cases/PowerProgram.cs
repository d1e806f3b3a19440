using Corridor.Numerics.LinearPrograms;

namespace Corridor.Benchmarks.Cases;

/// <summary>
/// A linear optimal power flow over hours, of the kind that energy system models build: N nodes on a ring with N/2 chords, lines under Kirchhoff's voltage
/// law by cycles, six generators a node (nuclear, coal, gas, oil, wind, sun), one storage unit a node with a cyclic state of charge, load shedding.
/// <code>
/// columns of an hour: lines within ± capacity | generators within [0, availability·capacity] | dispatch | store | state of charge | shedding ≤ load
/// rows of an hour:    balances Σ flows in − out + generators + dispatch − store + shedding = load
///                     cycles Σ ± reactance·flow = 0
///                     storages soc_t − (1 − standing)·soc_{t−1} − η·store + dispatch/η = 0
/// </code>
/// All draws come from <see cref="Lcg"/> with seed 777 + 1000003·N + 7·T: nodes (mean load; capacity and cost of each generator; storage power), lines
/// (capacity, reactance; chords draw their ends first), then hour by hour the availability of wind and sun and the load of each node.
/// </summary>
internal sealed class PowerProgram
{
    private const int Kinds = 6;
    private const int Wind = 4;
    private const int Sun = 5;
    private const double SheddingCost = 3000.0;
    private const double Standing = 1e-4;

    // Capacity as a share of the node's mean load, and cost: least, and what is drawn on top.
    private static readonly (double Least, double More, double Cost, double MoreCost)[] Kind =
        [(0.2, 0.3, 9.0, 3.0), (0.2, 0.4, 28.0, 12.0), (0.3, 0.5, 45.0, 25.0), (0.1, 0.2, 110.0, 40.0), (0.3, 1.2, 0.4, 0.4), (0.2, 1.0, 0.1, 0.2)];

    private readonly int _nodes;
    private readonly int _hours;
    private readonly double[] _load;
    private readonly double[] _capacity;
    private readonly double[] _cost;
    private readonly double[] _power;
    private readonly (int From, int To, double Capacity, double Reactance)[] _lines;
    private Lcg _random;

    private PowerProgram(int nodes, int hours)
    {
        _nodes = nodes;
        _hours = hours;
        _random = new Lcg(777UL + (1000003UL * (ulong)nodes) + (7UL * (ulong)hours));
        _load = new double[nodes];
        _capacity = new double[nodes * Kinds];
        _cost = new double[nodes * Kinds];
        _power = new double[nodes];
        for (int i = 0; i < nodes; i++)
        {
            _load[i] = _random.Next(400.0, 1200.0, 3);
            for (int k = 0; k < Kinds; k++)
            {
                _capacity[(i * Kinds) + k] = Lcg.Rounded(_load[i] * (Kind[k].Least + (Kind[k].More * _random.Next())), 3);
                _cost[(i * Kinds) + k] = _random.Next(Kind[k].Cost, Kind[k].MoreCost, 4);
            }

            _power[i] = Lcg.Rounded(_load[i] * (0.05 + (0.15 * _random.Next())), 3);
        }

        _lines = new (int, int, double, double)[nodes + (nodes / 2)];
        for (int l = 0; l < _lines.Length; l++)
        {
            (int from, int to) = (l, (l + 1) % nodes);
            if (l >= nodes)
            {
                from = (int)(nodes * _random.Next());
                to = (from + 2 + (int)((nodes - 3) * _random.Next())) % nodes;
            }

            _lines[l] = (from, to, _random.Next(300.0, 700.0, 3), _random.Next(0.02, 0.08, 5));
        }
    }

    private int Width => _lines.Length + (Kinds * _nodes) + (4 * _nodes);

    // One cycle for each line that is not of the spanning path 0 − 1 − … − N−1.
    private int Cycles => _lines.Length - (_nodes - 1);

    private int Height => _nodes + Cycles + _nodes;

    /// <summary>Draws and builds; N ≥ 4.</summary>
    internal static LinearProgram Build(int nodes, int hours) => new PowerProgram(nodes, hours).Build();

    private LinearProgram Build()
    {
        int lineEntries = 0;
        for (int l = 0; l < _lines.Length; l++)
            lineEntries += 2 + (l < _nodes - 1 ? 0 : 1) + (l >= _nodes - 1 ? Math.Abs(_lines[l].To - _lines[l].From) : 0);
        var builder = new LinearProgramBuilder(Height * _hours, Width * _hours, (lineEntries + (_nodes * (Kinds + 7))) * _hours);
        double[] bounds = new double[Height];
        double[] lower = new double[Width];
        double[] upper = new double[Width];
        double[] cost = new double[Width];
        int generators = _lines.Length;
        int storages = generators + (Kinds * _nodes);
        for (int l = 0; l < _lines.Length; l++)
            (lower[l], upper[l]) = (-_lines[l].Capacity, _lines[l].Capacity);
        _capacity.CopyTo(upper, generators);
        _cost.CopyTo(cost, generators);
        for (int i = 0; i < _nodes; i++)
        {
            upper[storages + i] = upper[storages + _nodes + i] = _power[i];
            upper[storages + (2 * _nodes) + i] = 6.0 * _power[i];
            cost[storages + i] = 0.01;
            cost[storages + (3 * _nodes) + i] = SheddingCost;
        }

        double[] load = new double[_nodes * _hours];
        double[] wind = new double[_nodes * _hours];
        double[] sun = new double[_nodes * _hours];
        for (int t = 0; t < _hours; t++)
            DrawHour(t, load, wind, sun);
        for (int t = 0; t < _hours; t++)
        {
            load.AsSpan(t * _nodes, _nodes).CopyTo(bounds);
            builder.AddRows(bounds, bounds);
        }

        for (int t = 0; t < _hours; t++)
        {
            for (int i = 0; i < _nodes; i++)
            {
                int g = (i * Kinds) + generators;
                upper[g + Wind] = Lcg.Rounded(_capacity[(i * Kinds) + Wind] * wind[(t * _nodes) + i], 3);
                upper[g + Sun] = Lcg.Rounded(_capacity[(i * Kinds) + Sun] * sun[(t * _nodes) + i], 3);
                upper[storages + (3 * _nodes) + i] = load[(t * _nodes) + i];
            }

            Entries(builder, builder.AddColumns(lower, upper, cost), t);
        }

        return builder.BuildAndClear();
    }

    /// <summary>Wind keeps four fifths of its last value; the sun follows the hour; the load follows the hour and the weekday.</summary>
    private void DrawHour(int t, double[] load, double[] wind, double[] sun)
    {
        double angle = 2.0 * Math.PI * (t % 24) / 24.0;
        double daylight = Math.Max(0.0, -Math.Cos(angle));
        double shape = (1.0 - (0.2 * Math.Cos(angle - 0.5))) * (t / 24 % 7 < 5 ? 1.0 : 0.85);
        for (int i = 0; i < _nodes; i++)
        {
            int at = (t * _nodes) + i;
            double gust = _random.Next();
            double last = t == 0 ? 0.35 : wind[at - _nodes];
            wind[at] = Lcg.Rounded((0.8 * last) + (0.2 * gust * gust * 1.5), 4);
            sun[at] = Lcg.Rounded(daylight * (0.3 + (0.6 * _random.Next())), 4);
            load[at] = Lcg.Rounded(_load[i] * shape * (0.95 + (0.1 * _random.Next())), 3);
        }
    }

    private void Entries(LinearProgramBuilder builder, int column, int t)
    {
        int row = t * Height;
        int storage = row + _nodes + Cycles;
        int nextStorage = ((t + 1) % _hours * Height) + _nodes + Cycles;
        for (int l = 0; l < _lines.Length; l++, column++)
        {
            builder.AddEntries(column, [row + _lines[l].From, row + _lines[l].To], [-1.0, 1.0]);

            // Line l of the path is in the cycle of each closing line whose ends lie on both sides of it.
            for (int closing = _nodes - 1; closing < _lines.Length; closing++)
            {
                (int from, int to, _, _) = _lines[closing];
                double sign = closing == l ? 1.0 : l >= _nodes - 1 ? 0.0 : from <= l && l < to ? -1.0 : to <= l && l < from ? 1.0 : 0.0;
                if (sign != 0.0)
                    builder.AddEntry(row + _nodes + closing - (_nodes - 1), column, sign * _lines[l].Reactance);
            }
        }

        for (int g = 0; g < Kinds * _nodes; g++)
            builder.AddEntry(row + (g / Kinds), column++, 1.0);
        for (int i = 0; i < _nodes; i++)
            builder.AddEntries(column++, [row + i, storage + i], [1.0, 1.0 / 0.9]);
        for (int i = 0; i < _nodes; i++)
            builder.AddEntries(column++, [row + i, storage + i], [-1.0, -0.9]);
        for (int i = 0; i < _nodes; i++)
            builder.AddEntries(column++, [storage + i, nextStorage + i], [1.0, -(1.0 - Standing)]);
        for (int i = 0; i < _nodes; i++)
            builder.AddEntry(row + i, column++, 1.0);
    }
}
