using Corridor.Model;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Program;

namespace Corridor.Studies.Explanation;

/// <summary>Explains nodal prices; what the lines mean stands in <c>docs/explain.md</c>.</summary>
public static class PriceStudy
{
    /// <summary>Explains the price of a node in a period.</summary>
    /// <param name="result">A result of status optimal.</param>
    /// <param name="system">The package that was dispatched.</param>
    /// <param name="node">Id of the node.</param>
    /// <param name="period">Index of the period.</param>
    /// <exception cref="ArgumentException">There is no such node or period, or the result is not optimal.</exception>
    public static PriceExplanation Run(DispatchResult result, EnergySystem system, string node, int period)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(system);
        int index = result.Network.Nodes.ToList().FindIndex(n => n.Id == node);
        if (index < 0 || period < 0 || period >= result.Network.PeriodCount)
            throw new ArgumentException("There is no such node or period.", nameof(node));
        if (result.Status != DispatchStatus.Optimal)
            throw new ArgumentException("Only the prices of an optimal result can be explained.", nameof(result));
        var view = new ProgramView(result);
        var reader = new ChainReader(view, new CostParts(system, result.Network));
        int row = view.BalanceRow(index, period);
        var links = new List<PriceLink>();
        double factor = 1;
        foreach (Hop hop in new ChainSearch(view).Find(row))
        {
            links.Add(reader.Read(hop, factor, out double next));
            factor = next;
        }

        return new PriceExplanation
        {
            Node = node,
            Carrier = result.Network.Nodes[index].Carrier,
            Period = period,
            Price = result.NodalPrice[index][period],
            Links = links,
            Arrivals = Arrivals(view, row),
        };
    }

    private static List<PriceArrival> Arrivals(ProgramView view, int row)
    {
        RowKey key = view.Source.Key.OfRow(row);
        double rounding = view.Rounding(view.Price(row, key));
        var arrivals = new List<PriceArrival>();
        foreach ((int column, double entry) in view.ColumnsOf(row))
        {
            ColumnKey of = view.Source.Key.OfColumn(column);
            int sign = view.Sign(column, of);
            if (entry * sign <= 0 || !view.IsUsed(column) || Name(view.Network, of) is not { } name)
                continue;
            double rent = Math.Max(0, -view.Reduced(column) / (entry * view.Scale(key)));
            bool full = sign * view.Value(column) >= ProgramView.FullShare * (sign > 0 ? view.Linear.ColumnUpper[column] : -view.Linear.ColumnLower[column]);
            arrivals.Add(new PriceArrival(name.Id, name.Table, entry * view.Value(column), full, rent > rounding ? rent : 0));
        }

        // The steps of one supply are one arrival.
        return [.. arrivals.GroupBy(a => (a.Element, a.Table))
            .Select(g => new PriceArrival(g.Key.Element, g.Key.Table, g.Sum(a => a.Rate), g.All(a => a.Full), g.Min(a => a.Rent)))
            .OrderByDescending(a => a.Rate).ThenBy(a => a.Element, StringComparer.Ordinal)];
    }

    private static (string Id, string Table)? Name(CompiledNetwork network, ColumnKey of) => of.Kind switch
    {
        ColumnKind.SupplyStep => (network.Supplies[of.Element].Id, "supplies"),
        ColumnKind.Arc => (network.Arcs[of.Element].Id, ChainReader.TableOf(network.Arcs[of.Element])),
        ColumnKind.Withdrawal => (network.Storages[of.Element].Id, "storages"),
        ColumnKind.Activity => (network.Converters[of.Element].Id, "converters"),
        ColumnKind.Measure => (network.Measures[of.Element].Id, "measures"),
        _ => null,
    };
}
