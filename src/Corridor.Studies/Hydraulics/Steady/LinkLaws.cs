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

    internal LinkLaws(GasNetwork network, HydraulicSettings settings, GasScale reference, List<HydraulicComplaint> complaints)
    {
        _network = network;
        _settings = settings;
        _reference = reference;
        _pipe = new PipeData[network.Elements.Count];
        _gas = new GasScale?[network.Elements.Count];
        FrictionKind kind = settings.Friction ?? network.Friction ?? FrictionKind.Colebrook;
        IFrictionLaw? law = FrictionLaws.For(kind);
        double viscosity = network.Gas.DynamicViscosity ?? settings.DefaultViscosity;
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
                4.0 / (Math.PI * pipe.Diameter * viscosity),
                pipe.Length / pipe.Diameter,
                pipe.LossCoefficient,
                0.5 / (area * area),
                settings.Gravity * (network.Nodes[pipe.To].Height - network.Nodes[pipe.From].Height),
                area);
        }
    }

    internal GasScale Reference => _reference;

    internal PipeData Data(int element) => _pipe[element];

    /// <summary>The gas in an element where it is not the reference gas.</summary>
    internal GasScale?[] Gas => _gas;

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
        double reached = PipeSlope.Integrate(gas, beginning, from.Pressure, pipe.Weight, drop, out double byBeginning, out double byLoss);
        return new LawValue(reached - end, byBeginning * byFrom, byTo, -byLoss * derivative);
    }

    private LawValue Drag(Link link, double flow, in EndState from, in EndState to)
    {
        GasScale gas = _gas[link.Element] ?? _reference;
        double area = Math.PI / 4.0 * link.B * link.B;
        double constant = link.A / (2.0 * area * area);
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
        GasScale gas = _gas[link.Element] ?? _reference;
        double density = gas.Density(from.Pressure, out double slope);
        double volume = 3600.0 * Math.Max(0.0, flow) / density;
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
            (1.0 + (fall * volume * slope / density)) / from.Density,
            1.0 / to.Density,
            fall * 3600.0 / density);
    }

    private LawValue Power(Link link, double flow, in EndState from, in EndState to)
    {
        var station = (GasCompressorStation)_network.Elements[link.Element];
        GasScale gas = _gas[link.Element] ?? _reference;
        double kappa = StationWork.IsentropicExponent(station, _network.Gas);
        double efficiency = station.Efficiency ?? _settings.DefaultEfficiency;
        double exponent = (kappa - 1.0) / kappa;
        double p = Math.Max(Math.Abs(from.Pressure), 100.0);
        double z = gas.Law.Compressibility(p, gas.Temperature, out double zSlope);
        double specific = z * GasLaws.GasConstant * gas.Temperature / gas.Law.MolarMass;

        // Below the flow at which the ratio would be 4 the ratio continues along its tangent.
        double limit = Math.Pow(4.0, exponent) - 1.0;
        double least = link.A * efficiency * exponent / (specific * limit);
        double q = Math.Max(flow, least);
        double work = link.A * efficiency * exponent / (specific * q);
        double ratio = Math.Pow(1.0 + work, 1.0 / exponent);
        double slope = ratio / exponent * work / (1.0 + work);
        double byFlow = p * slope / q;
        double excess = flow < least ? (least - flow) * byFlow / p : 0.0;
        double byPressure = ratio - (slope * zSlope / z * p) + excess;
        return new LawValue(
            ((ratio + excess) * from.Pressure) - to.Pressure,
            Math.Max(byPressure, 1.0) / from.Density,
            1.0 / to.Density,
            Math.Max(byFlow, 1e-6 * p));
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
