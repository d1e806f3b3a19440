using System.Globalization;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>
/// Solves one network again and again under other injections, pressures and controls: what depends on the structure alone is analysed once, and each solve may
/// start from the one before. Not for use by several threads at once.
/// </summary>
public sealed partial class SteadySolver : IDisposable
{
    private const int MaxMixings = 60;
    private const int MaxPlans = 16;
    private const int MaxStationRounds = 60;
    private const double MixingTolerance = 1e-11;

    /// <summary>Change of temperature [K] that is no change.</summary>
    private const double TemperatureTolerance = 1e-6;

    private readonly GasNetwork _network;
    private readonly HydraulicSettings _settings;
    private readonly Places _places;
    private readonly List<HydraulicComplaint> _missing = [];
    private readonly LinkLaws? _laws;
    private readonly StationRounds? _rounds;
    private readonly StationControl?[] _control;
    private readonly bool[] _isOpen;
    private readonly double[] _injection;
    private readonly double[] _setpoint;
    private readonly List<Plan> _plans = [];
    private Plan? _plan;
    private ElementMode[] _planModes = [];
    private bool _isChanged;
    private ElementMode[] _lastModes = [];
    private SteadyState? _last;

    /// <summary>Prepares a network.</summary>
    /// <param name="network">The network; see <see cref="GasNetwork"/> for units and signs.</param>
    /// <param name="settings">Laws and limits.</param>
    /// <exception cref="ArgumentException">An element names a node that does not exist, or has a length or diameter that is not positive.</exception>
    public SteadySolver(GasNetwork network, HydraulicSettings settings)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(settings);
        NetworkGuard.Check(network);
        _network = network;
        _settings = settings;
        _places = new Places(network);
        int elements = network.Elements.Count;
        _control = new StationControl?[elements];
        _isOpen = new bool[elements];
        for (int e = 0; e < elements; e++)
        {
            GasElement element = network.Elements[e];
            _control[e] = element switch
            {
                GasControlValve valve => valve.Control,
                GasCompressorStation station => station.Control,
                _ => null,
            };
            _isOpen[e] = element is not GasValve gate || gate.IsOpen == true;
        }

        _injection = [.. network.Nodes.Select(node => node.Injection)];
        _setpoint = [.. network.Nodes.Select(node => node.PressureSetpoint ?? double.NaN)];
        EquationOfStateKind kind = settings.EquationOfState ?? network.EquationOfState ?? EquationOfStateKind.Papay;
        IGasLaw? law = GasLaws.For(kind, network.Gas, out string? missing);
        if (law is null)
            _missing.Add(new HydraulicComplaint(ComplaintKind.MissingFigure, -1, -1, $"The gas {network.Gas.Name} states no {missing}, which the equation of state {GasLaws.Name(kind)} needs.", true));
        else
        {
            _laws = new LinkLaws(network, settings, new GasScale(law, network.Temperature), _missing);
            _rounds = new StationRounds(network, settings, _places, _control, _laws);
        }
    }

    /// <summary>Whether a solve starts from the state that the last one reached; otherwise from nothing. The result is the same within the tolerance.</summary>
    public bool StartsWarm { get; set; } = true;

    /// <summary>Sets the injection of a node [kg/s]; of no effect while its pressure is held.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The injection is not finite.</exception>
    public void SetInjection(int node, double injection)
    {
        if (!double.IsFinite(injection))
            throw new ArgumentOutOfRangeException(nameof(injection), injection, "An injection must be finite.");
        _injection[node] = injection;
    }

    /// <summary>Holds the absolute pressure of a node [Pa]; null lets it follow from the injection.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The pressure is not positive.</exception>
    public void SetPressure(int node, double? pressure)
    {
        if (pressure is not null && !(pressure > 0.0 && double.IsFinite(pressure.Value)))
            throw new ArgumentOutOfRangeException(nameof(pressure), pressure, "A pressure must be positive.");
        _setpoint[node] = pressure ?? double.NaN;
        _isChanged = true;
    }

    /// <summary>Sets what a regulator or station does; null closes it.</summary>
    /// <exception cref="ArgumentException">The element is neither.</exception>
    public void SetControl(int element, StationControl? control)
    {
        if (_network.Elements[element] is not (GasControlValve or GasCompressorStation))
            throw new ArgumentException("The element has no control.", nameof(element));
        NetworkGuard.CheckControl(_network.Elements[element], control);
        _control[element] = control ?? new StationControl(StationMode.Closed);
        _isChanged = true;
    }

    /// <summary>Opens or closes a valve.</summary>
    /// <exception cref="ArgumentException">The element is no valve.</exception>
    public void SetValve(int element, bool isOpen)
    {
        if (_network.Elements[element] is not GasValve)
            throw new ArgumentException("The element is no valve.", nameof(element));
        _isOpen[element] = isOpen;
        _isChanged = true;
    }

    /// <summary>Solves.</summary>
    /// <param name="cancel">Stops the solve.</param>
    /// <returns>A converged state, or what stands in its way.</returns>
    public HydraulicSolution Solve(CancellationToken cancel = default)
    {
        var builder = new SolutionBuilder(_network, _settings, _places, _control, _isOpen);
        if (_laws is null || _missing.Count > 0)
            return builder.Failed(HydraulicStatus.Failed, _missing);
        for (int e = 0; e < _control.Length; e++)
        {
            if (LinkPlan.TakesPart(_network, _network.Elements[e]) && _network.Elements[e] is GasControlValve or GasCompressorStation && _control[e] is null)
                return builder.Failed(HydraulicStatus.Failed, [new HydraulicComplaint(ComplaintKind.MissingFigure, -1, e, $"The {_network.Elements[e].Kind} {_network.Elements[e].Id} states no control.", true)]);
        }

        var search = new ModeSearch(this, cancel);
        _rounds!.Reset();
        SteadyState state = Track(search, 1.0, out GasQuality[]? gas, out TemperatureTracking? heat);
        if (_rounds.AreNeeded)
            state = Settle(search, state, ref gas, ref heat);
        if (state.Failure is null && state.IsConverged && state.Wiring.Complaints.Count == 0)
        {
            _last = state;
            _lastModes = search.Modes;
        }

        HydraulicSolution solution = builder.Build(state, search.Modes, search.Injection, _laws, gas, heat, search.Iterations, _rounds);
        if (solution.Complaints.Any(complaint => complaint.Kind == ComplaintKind.NegativePressure))
            solution = AddFeasibleShare(solution, cancel);
        return solution;
    }

    /// <summary>Lets the threads of the factorisations go.</summary>
    public void Dispose()
    {
        foreach (Plan plan in _plans)
            plan.Potential?.Dispose();
        _plans.Clear();
        _plan = null;
    }

    /// <summary>Solves again with the efficiencies and the fuel that a state leads to, until they are those it was solved with; from the twentieth round on with half the step.</summary>
    private SteadyState Settle(ModeSearch search, SteadyState state, ref GasQuality[]? gas, ref TemperatureTracking? heat)
    {
        for (int round = 0; round < MaxStationRounds && state.IsConverged && state.Failure is null; round++)
        {
            if (!_rounds!.TryUpdate(state, search.Modes, round < 20 ? 1.0 : 0.5))
                return state;
            state = Track(search, 1.0, out gas, out heat, state);
        }

        if (state.IsConverged && state.Failure is null)
            state.Failure = new HydraulicComplaint(ComplaintKind.NotConverged, 0, -1, "The power or fuel of the compressor stations did not settle: a change of configuration turns it back and forth.", true);
        return state;
    }

    /// <summary>What enters or leaves at each node besides fuel, which is taken of the mixture.</summary>
    private double[] Brought(double[] injection)
    {
        if (!_settings.TakesFuel)
            return injection;
        var brought = (double[])injection.Clone();
        for (int i = 0; i < _rounds!.FuelAt.Length; i++)
            brought[i] += _rounds.FuelAt[i];
        return brought;
    }

    /// <summary>Solves, and where entries bring different gases or temperatures are followed solves again with what the flows make of them until nothing changes.</summary>
    private SteadyState Track(ModeSearch search, double share, out GasQuality[]? gas, out TemperatureTracking? heat, SteadyState? start = null)
    {
        gas = null;
        heat = _settings.TrackTemperature ? new TemperatureTracking(_network, _settings, _laws!, _places) : null;
        _laws!.ForgetGases();
        _laws.ForgetTemperatures();
        SteadyState state = search.Run(share, start ?? (StartsWarm ? _last : null));
        QualityTracking? tracking = QualityTracking.IsNeeded(_network, _settings) ? new QualityTracking(_network) : null;
        if (tracking is null && heat is null)
            return state;
        gas = tracking?.Gas;
        for (int round = 0; round < MaxMixings && state.IsConverged && state.Failure is null; round++)
        {
            double[] flow = ElementFlows.Of(_network, state, _places);
            double change = tracking?.Mix(flow, Brought(search.Injection)) ?? 0.0;
            for (int e = 0; gas is not null && e < flow.Length; e++)
            {
                GasElement element = _network.Elements[e];
                GasQuality inside = gas[flow[e] >= 0.0 ? element.From : element.To];
                if (_laws.TrySetGas(e, inside, out string? missing))
                    continue;
                state.Failure = new HydraulicComplaint(ComplaintKind.MissingFigure, flow[e] >= 0.0 ? element.From : element.To, -1, $"The {inside.Name} states no {missing}, which the equation of state needs.", true);
                return state;
            }

            double warmed = state.Pressure.AsSpan(0, _network.Nodes.Count).ContainsNotPositive() ? 0.0 : heat?.Update(flow, search.Injection, state.Pressure, search.Modes) ?? 0.0;
            if (round > 0 && change <= MixingTolerance && warmed <= TemperatureTolerance && heat is not { IsStuck: true })
                return state;
            state = search.Run(share, state);
        }

        if (state.IsConverged && state.Failure is null)
        {
            state.Failure = heat is not { Worst: >= 0 }
                ? new HydraulicComplaint(ComplaintKind.NotConverged, 0, -1, "The mixtures of gas did not settle: flows turn with the gas that they bring.", true)
                : new HydraulicComplaint(ComplaintKind.NotConverged, -1, heat.Worst, $"Temperatures{(tracking is null ? "" : " and mixtures of gas")} did not settle; the {_network.Elements[heat.Worst].Kind} {_network.Elements[heat.Worst].Id} changes most.", true);
        }

        return state;
    }

    /// <summary>By bisection the largest share of all given flows that leaves every pressure positive.</summary>
    private HydraulicSolution AddFeasibleShare(HydraulicSolution solution, CancellationToken cancel)
    {
        double low = 0.0;
        double high = 1.0;
        for (int k = 0; k < 12; k++)
        {
            double middle = 0.5 * (low + high);
            var search = new ModeSearch(this, cancel);
            SteadyState state = Track(search, middle, out _, out _);
            bool isFeasible = state.IsConverged && state.Failure is null && !state.Pressure.AsSpan(0, _network.Nodes.Count).ContainsNotPositive();
            (low, high) = isFeasible ? (middle, high) : (low, middle);
        }

        string share = low > 0.0
            ? string.Create(CultureInfo.InvariantCulture, $" About {100.0 * low:0.0} % of all given flows would be possible.")
            : " Not even a small share of the given flows would be possible.";
        return solution with
        {
            Complaints = [.. solution.Complaints.Select(complaint => complaint.Kind == ComplaintKind.NegativePressure ? complaint with { Message = complaint.Message + share } : complaint)],
        };
    }

    /// <summary>The structure for given modes; figures of set points are renewed without a new analysis.</summary>
    private Plan PlanFor(ElementMode[] modes)
    {
        if (_plan is not null && !_isChanged && modes.AsSpan().SequenceEqual(_planModes))
            return _plan;
        var links = new List<Link>();
        for (int e = 0; e < modes.Length; e++)
            LinkPlan.Add(_places, e, modes[e], _control[e], _isOpen[e], links);
        Wiring wiring = WiringBuilder.Build(_network, _places.Count, [.. links], _setpoint);
        bool isPotential = !_laws!.IsMixed && PotentialNewton.Fits(wiring, _laws);
        Plan? plan = _plans.Find(known => known.Potential is not null == isPotential && known.Wiring.HasStructureOf(wiring));
        if (plan is null)
        {
            plan = new Plan(wiring, isPotential ? null : new GeneralNewton(wiring, _laws), isPotential ? new PotentialNewton(wiring, _laws, _settings.Threads) : null, new FlowSharing(wiring));
            if (_plans.Count >= MaxPlans)
            {
                _plans[0].Potential?.Dispose();
                _plans.RemoveAt(0);
            }

            _plans.Add(plan);
        }
        else
            plan.Wiring.TakeFigures(wiring);

        _plan = plan;
        _planModes = (ElementMode[])modes.Clone();
        _isChanged = _laws.IsMixed;
        return plan;
    }

    private sealed record Plan(Wiring Wiring, GeneralNewton? General, PotentialNewton? Potential, FlowSharing Sharing);
}
