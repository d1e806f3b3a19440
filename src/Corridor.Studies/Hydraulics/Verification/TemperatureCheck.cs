using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>Temperatures: energy balance of the nodes, and what leaves fittings, regulators and stations. Pipes are checked where their pressure is.</summary>
internal sealed class TemperatureCheck(CheckedState state, FittingCheck fittings)
{
    private const double NaturalGas = 1.296;
    private const int Steps = 64;

    /// <summary>Checks all nodes, and all elements but pipes; of no effect where temperatures are not followed.</summary>
    internal void Check()
    {
        if (!state.Settings.TrackTemperature)
            return;
        for (int e = 0; e < state.Network.Elements.Count; e++)
        {
            GasElement element = state.Network.Elements[e];
            if (element is not GasPipe && !state.IsStill(e) && state.Pressure(element.From) > 0.0 && state.Pressure(element.To) > 0.0)
                Outlet(state, e, Leaving(e, element));
        }

        CheckNodes();
    }

    /// <summary>Compares the stated temperature at an element's outlet.</summary>
    internal static void Outlet(CheckedState state, int e, double expected)
    {
        double stated = state.Solution.Elements[e].OutletTemperature;
        state.Tally.AddElement(
            HydraulicResidualKind.Temperature, CheckedState.Relative(stated, expected), e, $"Gas is stated to leave {state.Name(e)} with {stated:0.#####} K; {expected:0.#####} K follow.");
    }

    private double Leaving(int e, GasElement element)
    {
        double flow = state.Flow(e);
        int inlet = flow >= 0.0 ? element.From : element.To;
        int outlet = flow >= 0.0 ? element.To : element.From;
        double entering = state.Temperature(inlet);
        if (element is GasPump)
            return entering;
        GasQuality gas = state.Gas(e);
        if (element is GasCompressorStation station && state.Solution.Elements[e].Mode is not (null or StationMode.Closed or StationMode.Bypass))
        {
            double before = fittings.Behind(e, station.LossIn, flow, state.Pressure(station.From), state.EndTemperature(e, station.From));
            double behind = fittings.Behind(e, station.LossOut, -flow, state.Pressure(station.To), state.EndTemperature(e, station.To));
            if (station.HasCooler || behind <= before)
                return entering;
            double kappa = station.IsentropicExponent ?? gas.IsentropicExponent ?? NaturalGas;
            double ideal = entering * Math.Pow(behind / before, (kappa - 1.0) / kappa);
            return entering + ((ideal - entering) / (station.Efficiency ?? state.Settings.DefaultEfficiency));
        }

        // Heun's method in two resolutions, the error of second order taken out.
        if (state.Heat(gas) is not { } heat)
            return double.NaN;
        double coarse = Throttle(heat, entering, state.Pressure(inlet), state.Pressure(outlet), Steps);
        double fine = Throttle(heat, entering, state.Pressure(inlet), state.Pressure(outlet), 2 * Steps);
        return fine + ((fine - coarse) / 3.0);
    }

    private static double Throttle(GasHeat heat, double temperature, double from, double to, int steps)
    {
        double h = (to - from) / steps;
        for (int k = 0; k < steps; k++)
        {
            heat.Capacity(from + (k * h), temperature, out double first);
            heat.Capacity(from + ((k + 1) * h), temperature + (h * first), out double second);
            temperature += 0.5 * h * (first + second);
        }

        return temperature;
    }

    private void CheckNodes()
    {
        GasNetwork network = state.Network;
        var excess = new double[network.Nodes.Count];
        var capacity = new double[network.Nodes.Count];
        for (int i = 0; i < excess.Length; i++)
        {
            double injection = state.Solution.Nodes[i].Injection;
            if (injection > state.StillFlow)
                Add(i, state.Settings.TrackQuality ? state.EnteringGas(i) : network.Gas, injection, network.Nodes[i].Temperature ?? network.Temperature);
        }

        for (int e = 0; e < network.Elements.Count; e++)
        {
            if (!state.IsStill(e))
                Add(state.Flow(e) > 0.0 ? network.Elements[e].To : network.Elements[e].From, state.Gas(e), Math.Abs(state.Flow(e)), state.Solution.Elements[e].OutletTemperature);
        }

        for (int i = 0; i < excess.Length; i++)
        {
            double stated = state.Temperature(i);
            if (!(state.Pressure(i) > 0.0))
                continue;
            double difference = capacity[i] > 0.0 ? excess[i] / capacity[i] : stated - Soil(i);
            state.Tally.AddNode(
                HydraulicResidualKind.Energy, difference / stated, i, $"Node {network.Nodes[i].Id} is stated to have {stated:0.#####} K; what flows in leads to {stated - difference:0.#####} K.");
        }

        void Add(int i, GasQuality gas, double amount, double temperature)
        {
            double share = amount * (state.Heat(gas)?.Capacity(state.Pressure(i), temperature) ?? double.NaN);
            capacity[i] += share;
            excess[i] += share * (state.Temperature(i) - temperature);
        }
    }

    /// <summary>What a node without inflow may have: the soil's temperature at its first pipe that states one, or the network's.</summary>
    private double Soil(int node)
    {
        foreach (GasElement element in state.Network.Elements)
        {
            if (element is GasPipe { AmbientTemperature: { } ambient } && (element.From == node || element.To == node))
                return ambient;
        }

        return state.Network.Temperature;
    }
}
