using System.Globalization;
using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>Settings and the steady state that follows from them.</summary>
/// <param name="Network">The network with the settings.</param>
/// <param name="Settings">The settings.</param>
/// <param name="Solution">What the steady solver finds.</param>
/// <param name="Violation">Greatest amount by which a bound or a condition is passed, relative to its size [1].</param>
/// <param name="Worst">What passes its bound most, for people.</param>
internal sealed record VerifiedState(
    GasNetwork Network, IReadOnlyList<ElementSetting> Settings, HydraulicSolution Solution, double Violation, string Worst)
{
    /// <summary>Shaft power of all stations [W].</summary>
    internal double Power { get; init; }

    /// <summary>Energy per time that all drives take [W].</summary>
    internal double FuelPower { get; init; }

    /// <summary>Stations that work outside the map of their machines, with the limit that they pass.</summary>
    internal IReadOnlyList<string> OutsideMap { get; init; } = [];
}

/// <summary>Simulates settings and measures the outcome against every bound of the nomination.</summary>
internal static class Verification
{
    internal static VerifiedState Run(NominationModel model, StateAssignment states, NominationPoint point, MachineDemand demand, CancellationToken cancel)
    {
        (GasNetwork network, List<ElementSetting> settings) = Controls.Snap(model, states, point);
        HydraulicSolution solution = SteadyFlow.Solve(network, model.Settings, cancel);
        if (solution.Status != HydraulicStatus.Converged)
        {
            string reason = solution.Complaints.Count > 0 ? solution.Complaints[0].Message : solution.Status.ToString();
            return new VerifiedState(network, settings, solution, double.PositiveInfinity, reason);
        }

        (double violation, string worst) = Measure(model, settings, solution, demand);
        (double power, double fuel, List<string> outside) = Work(model, solution);
        return new VerifiedState(network, settings, solution, violation, worst) { Power = power, FuelPower = fuel, OutsideMap = outside };
    }

    /// <summary>Shaft power and drive energy of the stations that run [W], by their machines where these are described.</summary>
    private static (double Power, double Fuel, List<string> Outside) Work(NominationModel model, HydraulicSolution solution)
    {
        double power = 0.0;
        double fuel = 0.0;
        var outside = new List<string>();
        for (int e = 0; e < model.ElementCount; e++)
        {
            ElementLaw law = model.Laws[e];
            ElementState state = solution.Elements[e];
            if (law.Element is not GasCompressorStation || state.Mode is null or StationMode.Closed or StationMode.Bypass || !(state.Flow > 0.0))
                continue;
            if (law.HasMap && state.Operation is { PassesLimit: true } operation)
                outside.Add(string.Create(CultureInfo.InvariantCulture, $"{law.Element.Id} ({operation.Limit} passed by {operation.Excess:0.###%})"));
            power += state.Power;
            fuel += state.FuelPower;
        }

        return (power, fuel, outside);
    }

    private static (double Violation, string Worst) Measure(
        NominationModel model, List<ElementSetting> settings, HydraulicSolution solution, MachineDemand demand)
    {
        double greatest = 0.0;
        string worst = string.Empty;
        for (int i = 0; i < model.NodeCount; i++)
        {
            GasNode node = model.Network.Nodes[i];
            if (!node.InService)
                continue;
            double pressure = solution.Nodes[i].Pressure / NominationModel.Bar;
            Note(Outside(pressure, model.PressureMin[i], model.PressureMax[i], model.PressureMax[i]), $"pressure at {node.Id}");
            Note(
                Outside(solution.Nodes[i].Injection, model.InjectionMin[i], model.InjectionMax[i], model.Throughput),
                $"injection at {node.Id}");
        }

        var mode = settings.ToDictionary(s => s.Element, s => s.Mode);
        Span<ElementRow> rows = stackalloc ElementRow[ElementLaw.MostRows];
        for (int e = 0; e < model.ElementCount; e++)
        {
            ElementLaw law = model.Laws[e];
            if (!law.Element.InService)
                continue;
            ElementMode does = !mode.TryGetValue(e, out StationMode set) ? ElementMode.Passive
                : set == StationMode.Closed ? ElementMode.Closed
                : set == StationMode.Bypass ? ElementMode.Open
                : ElementMode.Active;
            double flow = solution.Elements[e].Flow;
            double least = does switch { ElementMode.Closed => 0.0, ElementMode.Active => Math.Max(0.0, model.FlowMin[e]), _ => model.FlowMin[e] };
            double most = does == ElementMode.Closed ? 0.0 : model.FlowMax[e];
            Note(Outside(flow, least, most, model.Throughput), $"flow through {law.Element.Kind} {law.Element.Id}");
            double from = solution.Nodes[model.From[e]].Pressure / NominationModel.Bar;
            double to = solution.Nodes[model.To[e]].Pressure / NominationModel.Bar;
            int count = law.Rows(does, from, to, flow, rows, demand);
            for (int r = 0; r < count; r++)
                Note(rows[r].Violation / Math.Max(1.0, Math.Max(from, to)), $"condition of {law.Element.Kind} {law.Element.Id}");
        }

        return (greatest, worst);

        void Note(double violation, string what)
        {
            if (violation <= greatest && !double.IsNaN(violation))
                return;
            greatest = double.IsNaN(violation) ? double.PositiveInfinity : violation;
            worst = string.Create(CultureInfo.InvariantCulture, $"{what} is passed by {violation:0.##E+0} of its size");
        }
    }

    private static double Outside(double value, double least, double most, double size) =>
        Math.Max(0.0, Math.Max(least - value, value - most)) / Math.Max(1e-9, size);
}
