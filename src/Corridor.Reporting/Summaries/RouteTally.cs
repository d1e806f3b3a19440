using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Reporting.Summaries;

/// <summary>Adds up the flows of arcs over the horizon, and what their capacity is worth.</summary>
internal static class RouteTally
{
    /// <summary>Shadow prices below this share of the largest one of the arc are the solver's rounding.</summary>
    private const double Tolerance = 1e-6;

    public static IEnumerable<RouteSummary> Routes(DispatchResult result, IReadOnlyDictionary<string, DisplayUnit> units)
    {
        CompiledNetwork network = result.Network;
        Horizon horizon = network.Horizon;
        for (int i = 0; i < network.Arcs.Count; i++)
        {
            CompiledArc arc = network.Arcs[i];
            ArcResult outcome = result.Arcs[i];
            DisplayUnit unit = units[network.Nodes[arc.From.Value].Carrier];
            double forward = ArcFlow.TotalArriving(arc, outcome.Flow[0], horizon), backward = ArcFlow.TotalArriving(arc, outcome.Flow[1], horizon);
            int direction = backward > forward ? 1 : 0;
            double capacity = ArcFlow.Total(arc.Capacity[direction], horizon);
            double utilisation = capacity > 0 ? Math.Min(ArcFlow.Total(outcome.Flow[direction], horizon) / capacity, 1) : 0;
            double both = FiniteCapacity(arc, 0, horizon) + FiniteCapacity(arc, 1, horizon);
            double value = ArcFlow.Value(arc, outcome, 0, horizon) + ArcFlow.Value(arc, outcome, 1, horizon);
            yield return new RouteSummary(
                arc.Id,
                unit.Amount.Symbol,
                (forward - backward) * unit.AmountPerAccount,
                double.IsFinite(capacity) ? capacity * unit.AmountPerAccount : null,
                double.IsFinite(capacity) ? utilisation : null,
                both > 0 ? value / both * unit.PricePerAccount : 0,
                unit.Price.Symbol,
                network.Nodes[arc.From.Value].Id,
                network.Nodes[arc.To.Value].Id,
                forward * unit.AmountPerAccount,
                backward * unit.AmountPerAccount);
        }
    }

    public static IEnumerable<BottleneckSummary> Bottlenecks(DispatchResult result, IReadOnlyDictionary<string, DisplayUnit> units)
    {
        CompiledNetwork network = result.Network;
        Horizon horizon = network.Horizon;
        var found = new List<BottleneckSummary>();
        for (int i = 0; i < network.Arcs.Count; i++)
        {
            CompiledArc arc = network.Arcs[i];
            string carrier = network.Nodes[arc.From.Value].Carrier;
            DisplayUnit unit = units[carrier];
            for (int direction = 0; direction < 2; direction++)
            {
                double[] shadow = result.Arcs[i].ShadowValue[direction];
                double value = ArcFlow.Value(arc, result.Arcs[i], direction, horizon);
                double capacity = FiniteCapacity(arc, direction, horizon);
                if (capacity <= 0 || value <= 0)
                    continue;
                double threshold = Tolerance * shadow.Max();
                int binding = Enumerable.Range(0, shadow.Length).Count(t => shadow[t] > threshold && arc.Capacity[direction][t] > 0);
                found.Add(new BottleneckSummary(
                    arc.Id, direction == 0 ? "forward" : "backward", carrier, unit.Amount.Symbol, capacity * unit.AmountPerAccount,
                    value / capacity * unit.PricePerAccount, unit.Price.Symbol, value, binding));
            }
        }

        // What is worth less than a millionth of the cost of the system is rounding.
        double least = Tolerance * Math.Abs(result.Objective);
        return found.Where(b => b.Value > least).OrderByDescending(b => b.Value).ThenBy(b => b.Id, StringComparer.Ordinal);
    }

    /// <summary>Capacity over the horizon, the periods left out in which it is unlimited.</summary>
    private static double FiniteCapacity(CompiledArc arc, int direction, Horizon horizon)
    {
        double sum = 0;
        for (int t = 0; t < arc.Capacity[direction].Length; t++)
            sum += double.IsFinite(arc.Capacity[direction][t]) ? horizon.Periods[t].Days * arc.Capacity[direction][t] : 0;
        return sum;
    }
}
