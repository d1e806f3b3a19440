using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Compressors;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>
/// What stations bring into the flow beyond their set points: the efficiency of machines whose shaft power is held, and the gas that drives burn. Both
/// follow from a state and are held while the next is solved, until neither changes.
/// </summary>
internal sealed class StationRounds
{
    /// <summary>Relative change below which powers and fuel have settled.</summary>
    private const double Settled = 1e-8;

    private readonly GasNetwork _network;
    private readonly HydraulicSettings _settings;
    private readonly Places _places;
    private readonly StationControl?[] _control;
    private readonly LinkLaws _laws;

    internal StationRounds(GasNetwork network, HydraulicSettings settings, Places places, StationControl?[] control, LinkLaws laws)
    {
        _network = network;
        _settings = settings;
        _places = places;
        _control = control;
        _laws = laws;
        FuelAt = new double[network.Nodes.Count];
        Fuel = new double[network.Elements.Count];
    }

    /// <summary>Gas taken for drives at each node [kg/s].</summary>
    internal double[] FuelAt { get; }

    /// <summary>Gas taken for the drives of each element [kg/s].</summary>
    internal double[] Fuel { get; }

    /// <summary>Whether any station makes rounds necessary.</summary>
    internal bool AreNeeded
    {
        get
        {
            for (int e = 0; e < Fuel.Length; e++)
            {
                if (_network.Elements[e] is GasCompressorStation station && (HoldsPower(e, station) || TakesFuel(station)))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Begins anew.</summary>
    internal void Reset()
    {
        Array.Clear(FuelAt);
        Array.Clear(Fuel);
        _laws.ForgetEfficiencies();
    }

    /// <summary>Takes efficiencies and fuel from a state; false where they are those that the state was solved with.</summary>
    internal bool TryUpdate(SteadyState state, ElementMode[] modes, double damping)
    {
        double[] flow = ElementFlows.Of(_network, state, _places);
        var fuel = new double[Fuel.Length];
        var efficiency = new double[Fuel.Length];
        double change = 0.0;
        for (int e = 0; e < fuel.Length; e++)
        {
            if (_network.Elements[e] is not GasCompressorStation station || !(HoldsPower(e, station) || TakesFuel(station)))
                continue;
            double before = state.Pressure[_places.Before(e)];
            double behind = state.Pressure[_places.Behind(e)];
            bool isRunning = LinkPlan.TakesPart(_network, station) && modes[e] == ElementMode.Active && _control[e] is { Mode: not (StationMode.Closed or StationMode.Bypass) };
            StationOperation? operation = isRunning ? StationWork.Operation(station, _settings, _laws.GasIn(e), _laws.Quality(e), flow[e], before, behind) : null;
            fuel[e] = TakesFuel(station) ? operation?.FuelFlow ?? 0.0 : 0.0;
            change = Math.Max(change, Relative(fuel[e], Fuel[e]));
            if (operation is { ShaftPower: > 0.0 } && HoldsPower(e, station))
            {
                double adiabatic = StationWork.AdiabaticPower(station, _laws.GasIn(e), _laws.Quality(e), flow[e], before, behind);
                efficiency[e] = Math.Clamp(adiabatic / operation.ShaftPower, 0.05, 2.0);
                change = Math.Max(change, Relative(operation.ShaftPower, _control[e]!.Value));
            }
        }

        if (change <= Settled)
            return false;
        Array.Clear(FuelAt);
        for (int e = 0; e < fuel.Length; e++)
        {
            Fuel[e] += damping * (fuel[e] - Fuel[e]);
            if (Fuel[e] != 0.0)
                FuelAt[((GasCompressorStation)_network.Elements[e]).FuelNode!.Value] += Fuel[e];
            if (efficiency[e] > 0.0)
                _laws.SetEfficiency(e, efficiency[e], damping);
        }

        return true;
    }

    private bool HoldsPower(int e, GasCompressorStation station) => _control[e]?.Mode == StationMode.Power && StationWork.HasMap(station);

    private bool TakesFuel(GasCompressorStation station) => _settings.TakesFuel && station.FuelNode is { } node && _network.Nodes[node].InService;

    private static double Relative(double value, double other)
    {
        double size = Math.Max(Math.Abs(value), Math.Abs(other));
        return size == 0.0 ? 0.0 : Math.Abs(value - other) / size;
    }
}
