namespace Corridor.Tests.Studies.Hydraulics.Transient;

/// <summary>
/// An oracle that shares nothing with the code under test: the explicit scheme on staggered grids of Gyrya and Zlotnik (Appl. Math. Modelling 65 (2019)
/// 34–51), densities at points, flows between them, half a step apart in time, friction by the trapezoidal rule solved in closed form. Networks of pipes with
/// flows withdrawn at nodes, pressures held, and compressors that hold a ratio (the nodes on both sides then keep one mass together).
/// ρ = (b₁ + b₂·p)·p/c².
/// </summary>
internal sealed class ExplicitScheme
{
    private readonly double _b1;
    private readonly double _b2;
    private readonly double _c2;
    private readonly double _step;
    private readonly List<Pipe> _pipes = [];
    private readonly double[] _pressure;
    private readonly double[] _volume;
    private readonly Func<double, double>?[] _held;
    private readonly Func<double, double>?[] _injection;
    private readonly List<(int From, int To, Func<double, double> Ratio)> _compressors = [];
    private readonly double _nodeShare;

    /// <summary>A network of nodes with no pipes as yet.</summary>
    /// <param name="pressures">Pressure of each node at the start [Pa].</param>
    /// <param name="c2">p/ρ at vanishing pressure [m²/s²], times b₁.</param>
    /// <param name="b1">b₁ [1].</param>
    /// <param name="b2">b₂ [1/Pa].</param>
    /// <param name="step">Step [s].</param>
    /// <param name="nodeShare">Share of a cell that a node owns of each pipe: a half; 1 as GasTranSim.jl has it.</param>
    internal ExplicitScheme(double[] pressures, double c2, double b1, double b2, double step, double nodeShare = 0.5)
    {
        (_pressure, _c2, _b1, _b2, _step, _nodeShare) = ([.. pressures], c2, b1, b2, step, nodeShare);
        _volume = new double[pressures.Length];
        _held = new Func<double, double>?[pressures.Length];
        _injection = new Func<double, double>?[pressures.Length];
    }

    internal double Time { get; private set; }

    internal IReadOnlyList<double> Pressures => _pressure;

    internal double Entered { get; private set; }

    internal void AddPipe(int from, int to, double length, double diameter, double friction, double flow, double courant = 0.9)
    {
        double fastest = Math.Sqrt(_c2 / _b1);
        int cells = Math.Max(1, (int)Math.Floor(length * courant / (fastest * _step)));
        var pipe = new Pipe(from, to, length / cells, 0.25 * Math.PI * diameter * diameter, friction / (2.0 * diameter), cells);
        double first = Potential(_pressure[from]);
        double last = Potential(_pressure[to]);
        for (int i = 0; i <= cells; i++)
        {
            // Steady flow: the potential ∫ρdp falls evenly.
            double p = _pressure[from];
            for (int k = 0; k < 20; k++)
                p -= (Potential(p) - first - (last - first) * i / cells) / Density(p);
            pipe.Density[i] = Density(p);
        }

        Array.Fill(pipe.Flow, flow);
        _pipes.Add(pipe);
        _volume[from] += _nodeShare * pipe.Dx * pipe.Area;
        _volume[to] += _nodeShare * pipe.Dx * pipe.Area;
    }

    internal void Hold(int node, Func<double, double> pressure) => _held[node] = pressure;

    internal void Release(int node) => _held[node] = null;

    internal void Inject(int node, Func<double, double> flow) => _injection[node] = flow;

    internal void AddCompressor(int from, int to, Func<double, double> ratio) => _compressors.Add((from, to, ratio));

    internal double Flow(int pipe, double distance)
    {
        Pipe p = _pipes[pipe];
        double place = Math.Clamp(distance / p.Dx - 0.5, 0.0, p.Flow.Length - 1.0);
        int i = Math.Min((int)place, p.Flow.Length - 2);
        return p.Flow.Length == 1 ? p.Flow[0] : p.Flow[i] + (place - i) * (p.Flow[i + 1] - p.Flow[i]);
    }

    internal double PressureAt(int pipe, double distance)
    {
        Pipe p = _pipes[pipe];
        double place = distance / p.Dx;
        int i = Math.Min((int)place, p.Density.Length - 2);
        double low = PressureOf(p.Density[i]);
        return low + (place - i) * (PressureOf(p.Density[i + 1]) - low);
    }

    internal double Linepack() => _pipes.Sum(p => p.Area * p.Dx * (p.Density.Sum() - 0.5 * (p.Density[0] + p.Density[^1])));

    internal void AdvanceTo(double time)
    {
        while (Time < time - 1e-6 * _step)
            Advance();
    }

    private void Advance()
    {
        var inflow = new double[_pressure.Length];
        foreach (Pipe p in _pipes)
        {
            for (int i = 0; i < p.Flow.Length; i++)
            {
                double mean = 0.5 * (p.Density[i] + p.Density[i + 1]);
                double b = 0.5 * _step * p.Drag / (p.Area * mean);
                double right = p.Flow[i] - b * p.Flow[i] * Math.Abs(p.Flow[i]) - _step * p.Area * (PressureOf(p.Density[i + 1]) - PressureOf(p.Density[i])) / p.Dx;
                p.Flow[i] = Math.Sign(right) * (Math.Sqrt(1.0 + 4.0 * b * Math.Abs(right)) - 1.0) / (2.0 * b);
            }

            for (int i = 1; i < p.Flow.Length; i++)
                p.Density[i] += _step * (p.Flow[i - 1] - p.Flow[i]) / (p.Area * p.Dx);
            inflow[p.From] -= p.Flow[0];
            inflow[p.To] += p.Flow[^1];
        }

        double middle = Time + 0.5 * _step;
        double end = Time + _step;
        for (int i = 0; i < inflow.Length; i++)
            inflow[i] += _injection[i]?.Invoke(middle) ?? 0.0;
        var done = new bool[_pressure.Length];
        foreach ((int from, int to, Func<double, double> ratio) in _compressors)
        {
            double r = ratio(end);
            if (_held[from] is { } held)
            {
                _pressure[from] = held(end);
                Entered += _step * (-inflow[from] - inflow[to]) + _volume[to] * (Density(r * _pressure[from]) - Density(_pressure[to]));
                _pressure[to] = r * _pressure[from];
            }
            else
            {
                double mass = _volume[from] * Density(_pressure[from]) + _volume[to] * Density(_pressure[to]) + _step * (inflow[from] + inflow[to]);
                double p = _pressure[from];
                for (int k = 0; k < 20; k++)
                {
                    double miss = _volume[from] * Density(p) + _volume[to] * Density(r * p) - mass;
                    p -= miss / ((_volume[from] * (_b1 + 2 * _b2 * p) + _volume[to] * r * (_b1 + 2 * _b2 * r * p)) / _c2);
                }

                _pressure[from] = p;
                _pressure[to] = r * p;
            }

            done[from] = done[to] = true;
        }

        for (int i = 0; i < _pressure.Length; i++)
        {
            if (done[i])
                continue;
            if (_held[i] is { } held)
                _pressure[i] = held(end);
            else if (_volume[i] > 0.0)
                _pressure[i] = PressureOf(Density(_pressure[i]) + _step * inflow[i] / _volume[i]);
        }

        foreach (Pipe p in _pipes)
        {
            p.Density[0] = Density(_pressure[p.From]);
            p.Density[^1] = Density(_pressure[p.To]);
        }

        Time = end;
    }

    private double Potential(double pressure) => (_b1 / 2.0 + _b2 * pressure / 3.0) * pressure * pressure / _c2;

    private double Density(double pressure) => (_b1 + _b2 * pressure) * pressure / _c2;

    private double PressureOf(double density) =>
        _b2 == 0.0 ? _c2 * density / _b1 : (Math.Sqrt(_b1 * _b1 + 4.0 * _b2 * _c2 * density) - _b1) / (2.0 * _b2);

    private sealed class Pipe(int from, int to, double dx, double area, double drag, int cells)
    {
        internal int From { get; } = from;

        internal int To { get; } = to;

        internal double Dx { get; } = dx;

        internal double Area { get; } = area;

        internal double Drag { get; } = drag;

        internal double[] Density { get; } = new double[cells + 1];

        internal double[] Flow { get; } = new double[cells];
    }
}
