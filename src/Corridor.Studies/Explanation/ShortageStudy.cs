using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Numerics.Infeasibility;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Infeasibility;

namespace Corridor.Studies.Explanation;

/// <summary>Explains shortages, and how far a zone is from one.</summary>
public static class ShortageStudy
{
    private const double LeastGain = 1e-3;
    private const double Widest = 10;

    /// <summary>Explains how a zone fares in a period.</summary>
    /// <param name="result">A result of status optimal.</param>
    /// <param name="system">The package that was dispatched.</param>
    /// <param name="zone">Id of a zone; its parts are included.</param>
    /// <param name="period">Index of the period.</param>
    /// <exception cref="ArgumentException">There is no such zone or period, or the result is not optimal.</exception>
    public static ShortageExplanation Run(DispatchResult result, EnergySystem system, string zone, int period)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(system);
        CompiledNetwork network = result.Network;
        if (system.Zones.All(z => z.Id != zone) || period < 0 || period >= network.PeriodCount)
            throw new ArgumentException("There is no such zone or period.", nameof(zone));
        if (result.Status != DispatchStatus.Optimal)
            throw new ArgumentException("Only the shortages of an optimal result can be explained.", nameof(result));
        HashSet<string> zones = Parts(system, zone);
        var view = new ProgramView(result);
        var reader = new LimitReader(result.Source);
        int[] demands = [.. Enumerable.Range(0, network.Demands.Count).Where(d => zones.Contains(network.Nodes[network.Demands[d].Node.Value].Zone) && network.Demands[d].Rate[period] > 0)];
        var carriers = new List<CarrierShortage>();
        foreach (IGrouping<string, int> carrier in demands.GroupBy(d => network.Nodes[network.Demands[d].Node.Value].Carrier))
            carriers.Add(Explain(view, reader, carrier.Key, [.. carrier], zones, period));
        return new ShortageExplanation(zone, period, [.. carriers.OrderByDescending(c => c.IsShort)]);
    }

    /// <summary>The zone and all zones within it.</summary>
    private static HashSet<string> Parts(EnergySystem system, string zone)
    {
        var parts = new HashSet<string>(StringComparer.Ordinal) { zone };
        for (bool grown = true; grown;)
        {
            grown = false;
            foreach (Zone part in system.Zones)
                grown |= part.Parent is not null && parts.Contains(part.Parent) && parts.Add(part.Id);
        }

        return parts;
    }

    private static CarrierShortage Explain(ProgramView view, LimitReader reader, string carrier, int[] demands, HashSet<string> zones, int period)
    {
        CompiledNetwork network = view.Network;
        SectorShortage[] sectors = [.. demands.GroupBy(d => (network.Demands[d].Sector, network.Demands[d].Protected))
            .Select(g => new SectorShortage(
                g.Key.Sector, g.Key.Protected, g.Sum(d => network.Demands[d].Rate[period]), g.Sum(d => view.Result.Demands[d].Curtailed[period]),
                g.Sum(d => view.Result.Demands[d].GivenUp.Sum(s => s[period]))))
            .OrderByDescending(s => s.Demand)];
        double total = sectors.Sum(s => s.Demand);
        var margin = MarginProgram.Solve(view, period, demands.GroupBy(d => network.Demands[d].Node.Value).ToDictionary(g => g.Key, g => g.Sum(d => network.Demands[d].Rate[period]) / total), Widest * total);
        return new CarrierShortage
        {
            Carrier = carrier,
            Sectors = sectors,
            Margin = margin.Most < 1e-5 * total ? 0 : margin.Most,
            MarginIsOpen = margin.Most >= 0.999 * Widest * total,
            Limits = Limits(view, reader, margin),
            Measures = [.. Enumerable.Range(0, network.Measures.Count).Where(m => zones.Contains(network.Nodes[network.Measures[m].Node.Value].Zone) && network.Nodes[network.Measures[m].Node.Value].Carrier == carrier)
                .Select(m => new ShortageMeasure(network.Measures[m].Id, view.Result.Measures[m][period], network.Measures[m].Rate[period]))],
        };
    }

    private static List<ShortageLimit> Limits(ProgramView view, LimitReader reader, MarginProgram margin)
    {
        var found = new List<ShortageLimit>();
        foreach ((int column, double gain) in margin.ColumnGain)
            Add(new Constraint(gain > 0 ? ConstraintSide.ColumnUpper : ConstraintSide.ColumnLower, column), Math.Abs(gain), (gain < 0 && reader.IsSigned(column) ? 1 : -1) * view.Reduced(column) / view.Days(view.Source.Key.OfColumn(column)));
        foreach ((int row, double gain) in margin.RowGain)
            Add(new Constraint(gain > 0 ? ConstraintSide.RowUpper : ConstraintSide.RowLower, row), Math.Abs(gain), Math.Abs(view.Dual(row)) / (view.Source.Key.OfRow(row).Period < 0 ? 1 : Math.Abs(view.Scale(view.Source.Key.OfRow(row)))));
        return [.. found.GroupBy(l => (l.Kind, l.Element, l.Column)).Select(g => g.MaxBy(l => l.Value)!).OrderByDescending(l => l.Value).ThenByDescending(l => l.Gain).ThenBy(l => l.Element, StringComparer.Ordinal)];

        void Add(Constraint constraint, double gain, double value)
        {
            if (gain <= LeastGain || reader.Read(constraint) is not { } limit || limit.Kind == LimitKind.Demand)
                return;
            found.Add(new ShortageLimit(limit.Kind, limit.Element, limit.Table, limit.Column, gain, Math.Max(0, value), limit.Quantity, limit.Of));
        }
    }
}
