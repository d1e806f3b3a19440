using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>State of a link's two ends: potential by the reference gas, pressure and reference density.</summary>
internal readonly record struct EndState(double Potential, double Pressure, double Density);

/// <summary>Residual of a link's law, and its derivatives: dF = ByFrom·dΦ_from − ByTo·dΦ_to − ByFlow·dq, all three positive.</summary>
internal readonly record struct LawValue(double Residual, double ByFrom, double ByTo, double ByFlow);

/// <summary>
/// The laws of the links whose flow follows from the pressures, by element. The flow of each grows with the pressure where it begins and falls with the
/// pressure where it ends; the nodal matrix owes its dominance to that.
/// </summary>
internal sealed class LinkLaws
{
    /// <summary>Reynolds number below which friction is taken as linear in the flow.</summary>
    private const double LeastReynolds = 1e-3;

    /// <summary>Mass flux [kg/(m²·s)] below which a friction factor that does not depend on the flow gives way to a linear law.</summary>
    private const double LeastFlux = 1e-6;

    private readonly GasNetwork _network;
    private readonly HydraulicSettings _settings;
    private readonly PipeData[] _pipe;
    private readonly GasScale _reference;
    private readonly GasScale?[] _gas;
    private readonly GasQuality[] _quality;
    private readonly EquationOfStateKind _equation;
    private readonly Dictionary<GasQuality, GasScale> _scales = new(ReferenceEqualityComparer.Instance);
    private readonly double _viscosity;
    private readonly WarmLaw[] _warmth;
    private bool _isWarm;
    private readonly double[] _efficiency;

    internal LinkLaws(GasNetwork network, HydraulicSettings settings, GasScale reference, List<HydraulicComplaint> complaints)
    {
        _network = network;
        _settings = settings;
        _reference = reference;
        _pipe = new PipeData[network.Elements.Count];
        _gas = new GasScale?[network.Elements.Count];
        _efficiency = new double[network.Elements.Count];
        ForgetEfficiencies();
        _quality = new GasQuality[network.Elements.Count];
        Array.Fill(_quality, network.Gas);
        _warmth = new WarmLaw[network.Elements.Count];
        Array.Fill(_warmth, WarmLaw.None);
        _equation = settings.EquationOfState ?? network.EquationOfState ?? EquationOfStateKind.Papay;
        _scales.Add(network.Gas, reference);
        FrictionKind kind = settings.Friction ?? network.Friction ?? FrictionKind.Colebrook;
        IFrictionLaw? law = FrictionLaws.For(kind);
        _viscosity = network.Gas.DynamicViscosity ?? settings.DefaultViscosity;
        for (int e = 0; e < _pipe.Length; e++)
        {
            if (network.Elements[e] is not GasPipe pipe)
                continue;
            bool isStated = pipe.FrictionFactor is not null && (law is null || settings.Friction is null);
            if (!isStated && law is null)
            {
                complaints.Add(new HydraulicComplaint(ComplaintKind.MissingFigure, -1, e, $"Pipe {pipe.Id} states no friction factor, which the fixed friction law needs.", true));
                continue;
            }

            double area = Math.PI / 4.0 * pipe.Diameter * pipe.Diameter;
            _pipe[e] = new PipeData(
                isStated ? null : law,
                isStated ? pipe.FrictionFactor!.Value : 0.0,
                pipe.Roughness / pipe.Diameter,
                4.0 / (Math.PI * pipe.Diameter * _viscosity),
                pipe.Length / pipe.Diameter,
                pipe.LossCoefficient,
                0.5 / (area * area),
                settings.Gravity * (network.Nodes[pipe.To].Height - network.Nodes[pipe.From].Height),
                area);
        }
    }

    internal GasScale Reference => _reference;

    internal PipeData Data(int element) => _pipe[element];

    /// <summary>The gas in an element, as its law sees it.</summary>
    internal GasScale GasIn(int element) => _gas[element] ?? _reference;

    /// <summary>The gas in each element where it is not the network's.</summary>
    internal GasScale?[] Gas => _gas;

    /// <summary>The gas in an element.</summary>
    internal GasQuality Quality(int element) => _quality[element];

    /// <summary>Whether any element holds another gas than the network's.</summary>
    internal bool IsMixed { get; private set; }

    /// <summary>The law of a gas; null where it lacks a figure.</summary>
    internal GasScale? ScaleOf(GasQuality gas, out string? missing)
    {
        missing = null;
        if (_scales.TryGetValue(gas, out GasScale? known))
            return known;
        if (GasLaws.For(_equation, gas, out missing) is not { } law)
            return null;
        var scale = new GasScale(law, _network.Temperature);
        _scales.Add(gas, scale);
        return scale;
    }

    /// <summary>Sets the gas in an element; false where its law lacks a figure.</summary>
    internal bool TrySetGas(int element, GasQuality gas, out string? missing)
    {
        if (ScaleOf(gas, out missing) is not { } scale)
            return false;
        _quality[element] = gas;
        _gas[element] = ReferenceEquals(scale, _reference) ? null : scale;
        IsMixed |= _gas[element] is not null;
        if (_network.Elements[element] is GasPipe pipe)
            _pipe[element] = _pipe[element] with { ReynoldsPerFlow = 4.0 / (Math.PI * pipe.Diameter * (gas.DynamicViscosity ?? _settings.DefaultViscosity)) };
        return true;
    }

    /// <summary>Fills every element with the network's gas again and forgets the mixtures.</summary>
    internal void ForgetGases()
    {
        if (!IsMixed)
            return;
        IsMixed = false;
        _scales.Clear();
        _scales.Add(_network.Gas, _reference);
        for (int e = 0; e < _gas.Length; e++)
            TrySetGas(e, _network.Gas, out _);
    }

    /// <summary>Sets what its temperature changes in an element's law.</summary>
    internal void SetWarmth(int element, in WarmLaw warmth)
    {
        _isWarm = true;
        _warmth[element] = warmth;
        if (_network.Elements[element] is not GasPipe pipe)
            return;
        double area = _pipe[element].Area;
        double height = _network.Nodes[pipe.To].Height - _network.Nodes[pipe.From].Height;
        _pipe[element] = _pipe[element] with
        {
            HalfBySquaredArea = 0.5 / (area * area) * warmth.Drop,
            Weight = _settings.Gravity * height * warmth.Weight,
        };
    }

    /// <summary>Every element has the network's temperature again.</summary>
    internal void ForgetTemperatures()
    {
        if (!_isWarm)
            return;
        for (int e = 0; e < _warmth.Length; e++)
            SetWarmth(e, WarmLaw.None);
        _isWarm = false;
    }

    /// <summary>Moves the efficiency that a station of given power is solved with towards a figure [1], by a share of the way.</summary>
    internal void SetEfficiency(int element, double efficiency, double share) => _efficiency[element] += share * (efficiency - _efficiency[element]);

    /// <summary>Gives every station of given power its own efficiency or the study's again.</summary>
    internal void ForgetEfficiencies()
    {
        for (int e = 0; e < _efficiency.Length; e++)
            _efficiency[e] = (_network.Elements[e] as GasCompressorStation)?.Efficiency ?? _settings.DefaultEfficiency;
    }

    /// <summary>Cross-section of a pipe [m²].</summary>
    internal double Area(int element) => _pipe[element].Area;

    /// <summary>Whether a link's residual is Φ_from − Φ_to − r(q) in the reference potential.</summary>
    internal bool IsPotential(Link link) => link.Kind == LinkKind.Pipe && _pipe[link.Element].Weight == 0.0 && _gas[link.Element] is null;

    /// <summary>Reynolds number and friction factor of a pipe at a flow.</summary>
    internal (double Reynolds, double Factor) Friction(int element, double flow)
    {
        ref readonly PipeData pipe = ref _pipe[element];
        double reynolds = pipe.ReynoldsPerFlow * Math.Abs(flow);
        return (reynolds, pipe.Law is null ? pipe.Factor : pipe.Law.Factor(Math.Max(reynolds, LeastReynolds), pipe.Roughness, out _));
    }

    /// <summary>The drop of potential of a pipe by friction and losses at a flow, and its derivative.</summary>
    internal double Drop(int element, double flow, out double derivative)
    {
        ref readonly PipeData pipe = ref _pipe[element];
        double size = Math.Abs(flow);
        if (pipe.Law is null)
        {
            double constant = pipe.HalfBySquaredArea * ((pipe.Factor * pipe.LengthByDiameter) + pipe.Loss);
            double least = LeastFlux * pipe.Area;
            double root = Math.Sqrt((size * size) + (least * least));
            derivative = constant * (root + (size * size / root));
            return constant * flow * root;
        }

        double reynolds = pipe.ReynoldsPerFlow * size;
        if (reynolds < LeastReynolds)
        {
            double at = LeastReynolds / pipe.ReynoldsPerFlow;
            double drop = Turbulent(pipe, at, LeastReynolds, out _);
            derivative = drop / at;
            return derivative * flow;
        }

        double value = Turbulent(pipe, size, reynolds, out derivative);
        return flow < 0.0 ? -value : value;
    }

    private static double Turbulent(in PipeData pipe, double size, double reynolds, out double derivative)
    {
        double factor = pipe.Law!.Factor(reynolds, pipe.Roughness, out double slope);
        double sum = (factor * pipe.LengthByDiameter) + pipe.Loss;
        derivative = pipe.HalfBySquaredArea * size * ((2.0 * sum) + (slope * reynolds * pipe.LengthByDiameter));
        return pipe.HalfBySquaredArea * sum * size * size;
    }

    /// <summary>A flow that is usual in a link: 5 m/s at the density given, or what a station's set point lets expect.</summary>
    internal double UsualFlow(Link link, double density) => link.Kind switch
    {
        LinkKind.Pipe => 5.0 * density * _pipe[link.Element].Area,
        LinkKind.Drag => 5.0 * density * Math.PI / 4.0 * link.B * link.B,
        LinkKind.Power => Math.Max(1e-3, link.A / 5e4),
        _ => density * 0.05,
    };

    /// <summary>A link's law at a state.</summary>
    internal LawValue Evaluate(Link link, double flow, in EndState from, in EndState to) => link.Kind switch
    {
        LinkKind.Pipe => Pipe(link, flow, from, to),
        LinkKind.Drag => Drag(link, flow, from, to),
        LinkKind.Pump => Pump(link, flow, from, to),
        _ => Power(link, flow, from, to),
    };

    private LawValue Pipe(Link link, double flow, in EndState from, in EndState to)
    {
        double drop = Drop(link.Element, flow, out double derivative);
        ref readonly PipeData pipe = ref _pipe[link.Element];
        GasScale? own = _gas[link.Element];
        if (own is null && pipe.Weight == 0.0)
            return new LawValue(from.Potential - to.Potential - drop, 1.0, 1.0, derivative);
        GasScale gas = own ?? _reference;
        double beginning = own is null ? from.Potential : gas.Potential(from.Pressure);
        double end = own is null ? to.Potential : gas.Potential(to.Pressure);
        double byFrom = own is null ? 1.0 : gas.Density(from.Pressure) / from.Density;
        double byTo = own is null ? 1.0 : gas.Density(to.Pressure) / to.Density;
        if (pipe.Weight == 0.0)
            return new LawValue(beginning - end - drop, byFrom, byTo, derivative);
        double reached = PipeSlope.Integrate(gas, beginning, from.Pressure, pipe.Weight, drop + _warmth[link.Element].Missing, out double byBeginning, out double byLoss);
        return new LawValue(reached - end, byBeginning * byFrom, byTo, -byLoss * derivative);
    }

    private LawValue Drag(Link link, double flow, in EndState from, in EndState to)
    {
        GasScale gas = GasIn(link.Element);
        double area = Math.PI / 4.0 * link.B * link.B;
        GasElement element = _network.Elements[link.Element];
        bool isBehind = element is GasControlValve or GasCompressorStation && link.To == element.To;
        double warm = isBehind ? _warmth[link.Element].VolumeOut : _warmth[link.Element].VolumeIn;
        double constant = link.A * warm / (2.0 * area * area);
        double least = LeastFlux * area;
        double root = Math.Sqrt((flow * flow) + (least * least));
        bool isForward = flow >= 0.0;
        double density = gas.Density(isForward ? from.Pressure : to.Pressure, out double slope);
        double loss = constant * flow * root / density;
        double change = Math.Abs(loss) * slope / density;
        double byFlow = constant * (root + (flow * flow / root)) / density;
        return new LawValue(
            from.Pressure - to.Pressure - loss,
            (1.0 + (isForward ? change : 0.0)) / from.Density,
            (1.0 + (isForward ? 0.0 : change)) / to.Density,
            byFlow);
    }

    private LawValue Pump(Link link, double flow, in EndState from, in EndState to)
    {
        GasScale gas = GasIn(link.Element);
        double density = gas.Density(0.5 * (from.Pressure + to.Pressure), out double slope);
        double warm = _warmth[link.Element].VolumeIn;
        double volume = 3600.0 * warm * Math.Max(0.0, flow) / density;
        double lift = 0.0;
        double rise = 0.0;
        foreach (double coefficient in ((GasPump)_network.Elements[link.Element]).LiftByVolumeFlow)
        {
            rise = (rise * volume) + lift;
            lift = (lift * volume) + coefficient;
        }

        // A lift that grows with the flow has no place in a stable pump; the iteration is kept regular where a polynomial does.
        double fall = Math.Max(-rise, 1e-9 + (1e-6 * Math.Abs(lift) / (1.0 + volume))) * 1e5;
        return new LawValue(
            from.Pressure + (1e5 * lift) - to.Pressure,
            (1.0 + (0.5 * fall * volume * slope / density)) / from.Density,
            (1.0 - (0.5 * fall * volume * slope / density)) / to.Density,
            fall * 3600.0 * warm / density);
    }

    /// <summary>
    /// q·(r^ε − 1) = P·η·ε·M/(Z·R·T) with r = p_to/p_from, ε = (κ−1)/κ: nearly bilinear, so that Newton's method takes it well. Scaled to a pressure;
    /// the derivative by the flow vanishes with the rise of pressure and is kept above a small figure.
    /// </summary>
    private LawValue Power(Link link, double flow, in EndState from, in EndState to)
    {
        var station = (GasCompressorStation)_network.Elements[link.Element];
        GasScale gas = GasIn(link.Element);
        double kappa = StationWork.IsentropicExponent(station, _quality[link.Element]);
        double efficiency = _efficiency[link.Element];
        double exponent = (kappa - 1.0) / kappa;
        double inlet = Math.Max(Math.Abs(from.Pressure), 100.0);
        double outlet = Math.Max(to.Pressure, 0.05 * inlet);
        double z = gas.Law.Compressibility(Math.Min(inlet, gas.Cap), gas.Temperature, out double zSlope);
        double needed = link.A * efficiency * exponent * gas.Law.MolarMass / (z * GasLaws.GasConstant * gas.Temperature * _warmth[link.Element].VolumeOfMachine);
        double power = Math.Pow(outlet / inlet, exponent);
        double least = needed / (Math.Pow(50.0, exponent) - 1.0);
        double q = Math.Max(flow, least);
        double scale = inlet / (exponent * q);
        double byInlet = (q * exponent * power / inlet) - (needed * zSlope / z);
        return new LawValue(
            scale * (needed - (flow * (power - 1.0))),
            scale * Math.Max(byInlet, 0.1 * q * exponent * power / inlet) / from.Density,
            scale * q * exponent * power / outlet / to.Density,
            scale * Math.Max(power - 1.0, 1e-3));
    }

    /// <summary>What a pipe's drop of potential needs.</summary>
    internal readonly record struct PipeData(
        IFrictionLaw? Law,
        double Factor,
        double Roughness,
        double ReynoldsPerFlow,
        double LengthByDiameter,
        double Loss,
        double HalfBySquaredArea,
        double Weight,
        double Area);
}
