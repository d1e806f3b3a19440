using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Compressors;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>
/// Temperatures from flows and pressures: nodes are taken in the direction of flow, what arrives there is mixed by its heat capacity, and each element's law is
/// corrected for the temperature within. Where nothing flows the soil's temperature holds.
/// </summary>
internal sealed class TemperatureTracking
{
    /// <summary>Share of the greatest flow below which an element counts as still.</summary>
    internal const double Still = 1e-9;

    private const int MaxSweeps = 200;
    private const double Settled = 1e-9;

    private readonly GasNetwork _network;
    private readonly HydraulicSettings _settings;
    private readonly LinkLaws _laws;
    private readonly Places _places;
    private readonly Dictionary<GasQuality, GasHeat> _heat = new(ReferenceEqualityComparer.Instance);
    private readonly double[] _soil;
    private readonly WarmLaw[] _law;
    private double _moved;

    internal TemperatureTracking(GasNetwork network, HydraulicSettings settings, LinkLaws laws, Places places)
    {
        _network = network;
        _settings = settings;
        _laws = laws;
        _places = places;
        _soil = new double[network.Nodes.Count];
        Array.Fill(_soil, network.Temperature);
        for (int e = network.Elements.Count - 1; e >= 0; e--)
        {
            if (network.Elements[e] is GasPipe { AmbientTemperature: { } ambient } pipe)
                _soil[pipe.From] = _soil[pipe.To] = ambient;
        }

        Node = (double[])_soil.Clone();
        Outlet = new double[network.Elements.Count];
        Array.Fill(Outlet, double.NaN);
        MeanDensity = new double[network.Elements.Count];
        _law = new WarmLaw[network.Elements.Count];
        Array.Fill(_law, WarmLaw.None);
    }

    /// <summary>Temperature of each node [K].</summary>
    internal double[] Node { get; }

    /// <summary>Temperature where the gas leaves each element [K]; NaN where nothing flows and nothing is within.</summary>
    internal double[] Outlet { get; }

    /// <summary>Mean density of each pipe [kg/m³].</summary>
    internal double[] MeanDensity { get; }

    /// <summary>Element whose temperature changed most, or that the gas does not get through.</summary>
    internal int Worst { get; private set; } = -1;

    /// <summary>Whether an element could not be followed in the last update.</summary>
    internal bool IsStuck { get; private set; }

    /// <summary>Temperature that a pipe's gas would take.</summary>
    internal static double Soil(GasNetwork network, GasPipe pipe) => pipe.AmbientTemperature ?? network.Temperature;

    /// <summary>Heat and density of a gas under the solver's law.</summary>
    internal GasHeat HeatOf(GasQuality gas)
    {
        if (!_heat.TryGetValue(gas, out GasHeat? heat))
        {
            heat = new GasHeat((_laws.ScaleOf(gas, out _) ?? _laws.Reference).Own, gas);
            _heat.Add(gas, heat);
        }

        return heat;
    }

    /// <summary>Follows the flow once; returns the greatest change since the last call [K], changes of laws counted as 1,000 K.</summary>
    /// <param name="flow">Flow of each element [kg/s].</param>
    /// <param name="injection">Injection of each node [kg/s].</param>
    /// <param name="pressure">Pressure of each place [Pa].</param>
    /// <param name="modes">What each element does.</param>
    internal double Update(double[] flow, ReadOnlySpan<double> injection, double[] pressure, ElementMode[] modes)
    {
        double[] before = (double[])Node.Clone();
        double largest = 0.0;
        foreach (double q in flow)
            largest = Math.Max(largest, Math.Abs(q));
        double still = Still * largest;
        double[] moving = [.. flow.Select(q => Math.Abs(q) <= still ? 0.0 : q)];
        (int[] start, int[] incident) = QualityTracking.Inflows(_network, moving);
        int[] order = QualityTracking.Order(_network, moving, start, incident);
        _moved = 0.0;
        IsStuck = false;
        for (int sweep = 0; sweep < MaxSweeps; sweep++)
        {
            double change = 0.0;
            foreach (int i in order)
            {
                double old = Node[i];
                Node[i] = Mixed(i, injection[i] > still ? injection[i] : 0.0, moving, pressure, start, incident, modes);
                change = Math.Max(change, Math.Abs(Node[i] - old));
            }

            if (change <= Settled)
                break;
        }

        for (int e = 0; e < flow.Length; e++)
        {
            if (moving[e] == 0.0 && _network.Elements[e] is GasPipe)
                Pass(e, 0.0, pressure, modes[e]);
        }

        for (int i = 0; i < before.Length; i++)
            _moved = Math.Max(_moved, Math.Abs(Node[i] - before[i]));
        return _moved;
    }

    private double Mixed(int i, double injection, double[] flow, double[] pressure, int[] start, int[] incident, ElementMode[] modes)
    {
        double warmth = 0.0;
        double capacity = 0.0;
        if (injection > 0.0)
        {
            GasNode node = _network.Nodes[i];
            Add(_settings.TrackQuality ? node.Gas ?? _network.Gas : _network.Gas, injection, node.Temperature ?? _network.Temperature);
        }

        for (int k = start[i]; k < start[i + 1]; k++)
        {
            int e = incident[k];
            Pass(e, flow[e], pressure, modes[e]);
            Add(_laws.Quality(e), Math.Abs(flow[e]), Outlet[e]);
        }

        return capacity > 0.0 ? warmth / capacity : _soil[i];

        void Add(GasQuality gas, double amount, double temperature)
        {
            double share = amount * HeatOf(gas).Capacity(pressure[i], temperature);
            capacity += share;
            warmth += share * temperature;
        }
    }

    private void Pass(int e, double flow, double[] pressure, ElementMode mode)
    {
        GasElement element = _network.Elements[e];
        int inlet = flow >= 0.0 ? element.From : element.To;
        int outlet = flow >= 0.0 ? element.To : element.From;
        if (!(pressure[inlet] > 0.0) || !(pressure[outlet] > 0.0))
        {
            Outlet[e] = Node[inlet];
            return;
        }

        GasHeat gas = HeatOf(_laws.Quality(e));
        WarmLaw law;
        double leaving;
        if (element is GasPipe pipe)
        {
            if (!TryPipe(e, pipe, flow, inlet, outlet, gas, pressure, out law))
                return;
            leaving = Outlet[e];
        }
        else
        {
            double entering = Node[inlet];
            leaving = Leaving(e, element, mode, entering, inlet, outlet, pressure, gas);
            GasScale scale = _laws.GasIn(e);
            bool hasInner = _places.HasInner(e);
            double first = flow >= 0.0 ? entering : leaving;
            double last = flow >= 0.0 ? leaving : entering;
            double at = element is GasPump ? 0.5 * (pressure[inlet] + pressure[outlet]) : pressure[hasInner ? (flow >= 0.0 ? element.From : _places.Before(e)) : inlet];
            double behind = pressure[hasInner ? (flow >= 0.0 ? _places.Behind(e) : element.To) : inlet];
            double machine = pressure[_places.Before(e)];
            law = new WarmLaw(
                1.0,
                1.0,
                0.0,
                scale.Density(at) / gas.Density(at, hasInner ? first : entering),
                scale.Density(behind) / gas.Density(behind, hasInner ? last : entering),
                scale.Density(machine) / gas.Density(machine, entering));
        }

        double change = Math.Max(
            double.IsNaN(Outlet[e]) || element is GasPipe ? 0.0 : Math.Abs(leaving - Outlet[e]),
            1e3 * law.Difference(_law[e], _laws.GasIn(e).Potential(pressure[inlet])));
        Outlet[e] = leaving;
        _law[e] = law;
        _laws.SetWarmth(e, law);
        if (change > _moved)
        {
            _moved = change;
            Worst = e;
        }
    }

    private bool TryPipe(int e, GasPipe pipe, double flow, int inlet, int outlet, GasHeat gas, double[] pressure, out WarmLaw law)
    {
        double soil = Soil(_network, pipe);
        bool isSoil = flow == 0.0 || pipe.HeatTransferCoefficient is null;
        double transfer = isSoil ? 0.0 : Math.PI * pipe.Diameter * pipe.HeatTransferCoefficient!.Value * pipe.Length / Math.Abs(flow);
        double weight = _settings.Gravity * (_network.Nodes[outlet].Height - _network.Nodes[inlet].Height);
        double friction = Math.Abs(_laws.Drop(e, flow, out _)) / _law[e].Drop;
        GasScale scale = _laws.GasIn(e);
        var along = new WarmPipe(scale, gas, friction, weight, soil, transfer, isSoil);
        law = _law[e];
        if (!along.TryRun(pressure[inlet], Node[inlet], out WarmPipeResult result))
        {
            IsStuck = true;
            Worst = e;
            Outlet[e] = soil;
            return false;
        }

        double missing = 0.0;
        double rise = flow >= 0.0 ? weight : -weight;
        if (weight != 0.0)
        {
            // What is left between the two-factor law and the integration is taken as a constant.
            double entering = scale.Potential(pressure[inlet]);
            double goal = entering - (result.Volume * friction) - result.Lifted;
            double sign = flow >= 0.0 ? 1.0 : -1.0;
            double signed = sign * result.Volume * friction;
            double first = flow >= 0.0 ? entering : goal;
            double last = flow >= 0.0 ? goal : entering;
            for (int k = 0; k < 3; k++)
            {
                double reached = PipeSlope.Integrate(scale, first, scale.Pressure(first), rise * result.Weight, signed + missing, out _, out double byLoss);
                missing += (last - reached) / byLoss;
            }
        }

        Outlet[e] = result.Outlet;
        MeanDensity[e] = result.MeanDensity;
        law = new WarmLaw(result.Volume, result.Weight, missing, 1.0, 1.0, 1.0);
        return true;
    }

    private double Leaving(int e, GasElement element, ElementMode mode, double entering, int inlet, int outlet, double[] pressure, GasHeat gas)
    {
        if (element is GasPump)
            return entering;
        if (element is GasCompressorStation station && mode == ElementMode.Active)
        {
            double ratio = pressure[_places.Behind(e)] / pressure[_places.Before(e)];
            return station.HasCooler || !(ratio > 1.0)
                ? entering
                : Compression.OutletTemperature(entering, StationWork.IsentropicExponent(station, _laws.Quality(e)), ratio, station.Efficiency ?? _settings.DefaultEfficiency);
        }

        return Throttled(gas, entering, pressure[inlet], pressure[outlet]);
    }

    /// <summary>Temperature behind a throttle, dT/dp = μ(p, T) by the Runge–Kutta method of fourth order.</summary>
    private static double Throttled(GasHeat gas, double temperature, double from, double to)
    {
        int steps = from == to ? 0 : Math.Clamp((int)(10.0 * Math.Abs(Math.Log(from / to))) + 1, 1, 40);
        double h = (to - from) / Math.Max(1, steps);
        for (int k = 0; k < steps; k++)
        {
            double p = from + (k * h);
            gas.Capacity(p, temperature, out double k1);
            gas.Capacity(p + (0.5 * h), temperature + (0.5 * h * k1), out double k2);
            gas.Capacity(p + (0.5 * h), temperature + (0.5 * h * k2), out double k3);
            gas.Capacity(p + h, temperature + (h * k3), out double k4);
            temperature += h / 6.0 * (k1 + (2.0 * (k2 + k3)) + k4);
        }

        return temperature;
    }
}
