using Corridor.Studies.Dispatch.Program;

namespace Corridor.Studies.Explanation;

/// <summary>A hop of a chain: the column that ties the price of one row to that of another; −1 where it ends.</summary>
internal readonly record struct Hop(int Row, int Column, int Next);

/// <summary>
/// Finds the marginal chain: from the balance of a node, over columns whose reduced cost is zero, to a column that makes the price by itself. Where such a
/// chain does not exist, columns at their limits are taken, whose rent becomes a line. Among several the search prefers where the energy comes from, the largest flow, and the
/// fewest links; it is deterministic.
/// </summary>
internal sealed class ChainSearch(ProgramView view)
{
    private const double AtLimit = 40;
    private const double Unused = 15;
    private const double Idle = 200;
    private const double ContractAtLimit = 30;
    private const double Scarce = 30;

    /// <summary>The chain from a balance; empty where nothing sets its price.</summary>
    public List<Hop> Find(int start)
    {
        var reached = new Dictionary<int, (double Cost, Hop Back)>();
        var done = new HashSet<int>();
        var queue = new PriorityQueue<Hop, (double Cost, int Order)>();
        int order = 0;
        queue.Enqueue(new Hop(-1, -1, start), (0, order));
        reached[start] = (0, new Hop(-1, -1, start));
        Hop end = default;
        double best = double.PositiveInfinity;
        while (queue.TryDequeue(out Hop hop, out (double Cost, int Order) at) && at.Cost < best)
        {
            if (!done.Add(hop.Next))
                continue;
            foreach ((Hop next, double cost) in Hops(hop.Next))
            {
                double total = at.Cost + cost;
                if (next.Next < 0)
                {
                    if (total < best)
                        (best, end) = (total, next);
                }
                else if (!reached.TryGetValue(next.Next, out (double Cost, Hop Back) known) || total < known.Cost)
                {
                    reached[next.Next] = (total, next);
                    queue.Enqueue(next, (total, ++order));
                }
            }
        }

        var chain = new List<Hop>();
        if (double.IsPositiveInfinity(best))
            return chain;
        for (Hop hop = end; hop.Row >= 0; hop = reached[hop.Row].Back)
            chain.Add(hop);
        chain.Reverse();
        return chain;
    }

    private IEnumerable<(Hop Hop, double Cost)> Hops(int row)
    {
        RowKey key = view.Source.Key.OfRow(row);
        double rounding = view.Rounding(view.Price(row, key));
        double arriving = view.ColumnsOf(row).Sum(c => Math.Max(0, c.Value * view.Value(c.Column)));
        foreach ((int column, double entry) in view.ColumnsOf(row))
        {
            ColumnKey of = view.Source.Key.OfColumn(column);
            double share = arriving > 0 ? Math.Min(1, Math.Abs(entry * view.Value(column)) / arriving) : 0;
            double cost = (0.9 * (1 - share)) + Slack(column, entry * view.Scale(key), rounding) + Scarcity(column, entry * view.Scale(key), rounding);
            switch (of.Kind)
            {
                case ColumnKind.SupplyStep or ColumnKind.Measure or ColumnKind.Curtailment:
                    yield return (new Hop(row, column, -1), cost);
                    break;
                case ColumnKind.DemandStep:
                    yield return (new Hop(row, column, -1), cost + 5);
                    break;
                case ColumnKind.Disposal:
                    yield return (new Hop(row, column, -1), cost + 2);
                    break;
                case ColumnKind.Arc:
                    int other = view.RowsOf(column).First(r => r.Row != row && view.Source.Key.OfRow(r.Row).Kind == RowKind.Balance).Row;
                    yield return (new Hop(row, column, other), cost + (entry * view.Sign(column, of) > 0 ? 1 : 6) + ContractSlack(column, rounding));
                    break;
                case ColumnKind.Withdrawal or ColumnKind.Injection when Other(row, column) is >= 0 and int next:
                    bool natural = of.Kind == ColumnKind.Withdrawal == (key.Kind == RowKind.Balance);
                    yield return (new Hop(row, column, next), cost + (natural ? 1.5 : 7));
                    break;
                case ColumnKind.Level when Other(row, column) is >= 0 and int held:
                    yield return (new Hop(row, column, held), 0.02 + Slack(column, entry * view.Scale(key), rounding, alwaysUsed: true));
                    break;
                case ColumnKind.Activity:
                    foreach ((Hop hop, double more) in Conversions(row, column, entry))
                        yield return (hop, cost + more);
                    break;
            }
        }
    }

    private IEnumerable<(Hop Hop, double Cost)> Conversions(int row, int column, double entry)
    {
        (int Row, double Value)[] others = [.. view.RowsOf(column).Where(r => r.Row != row && view.Source.Key.OfRow(r.Row).Kind == RowKind.Balance)];
        (int Row, double Value)[] inputs = [.. others.Where(o => o.Value < 0)];
        if (entry > 0 && inputs.Length == 0)
            yield return (new Hop(row, column, -1), 0);
        int main = inputs.Length == 0 ? -1 : inputs.MaxBy(i => Math.Abs(i.Value * view.Dual(i.Row))).Row;
        foreach ((int other, double value) in others)
            yield return (new Hop(row, column, other), entry > 0 && value < 0 ? other == main ? 1.5 : 4.5 : 8);
    }

    /// <summary>What speaks against a column: it is at a limit, or not used.</summary>
    private double Slack(int column, double scaled, double rounding, bool alwaysUsed = false)
    {
        double rent = view.Reduced(column) / scaled;
        bool used = alwaysUsed || view.IsUsed(column);
        if (Math.Abs(rent) <= rounding)
            return used ? 0 : Unused;
        return used || view.Reduced(column) < 0 ? AtLimit : Idle;
    }

    /// <summary>Something scarce besides the column's own limit, such as ships or a yearly quantity, is a rent too, and explains less than a cost.</summary>
    private double Scarcity(int column, double scaled, double rounding) => view.RowsOf(column).Any(r =>
        view.Source.Key.OfRow(r.Row).Kind is RowKind.Fleet or RowKind.RuleRate or RowKind.RuleVolume or RowKind.SupplyAnnual or RowKind.ConverterAnnual or RowKind.MeasureVolume or RowKind.MeasureDemand or RowKind.SupplyMinimum or RowKind.Expansion
        && Math.Abs(r.Value * view.Dual(r.Row) / scaled) > rounding)
        ? Scarce
        : 0;

    private double ContractSlack(int column, double rounding)
    {
        ColumnKey of = view.Source.Key.OfColumn(column);
        double days = view.Days(of);
        foreach ((int row, _) in view.RowsOf(column))
        {
            if (view.Source.Key.OfRow(row).Kind != RowKind.Split || Math.Abs(view.Dual(row)) / days <= rounding)
                continue;
            int delivery = DeliveryOf(view, row);
            return delivery < 0 || Math.Abs(view.Reduced(delivery)) / days > rounding ? ContractAtLimit : 0;
        }

        return 0;
    }

    /// <summary>The largest delivery (or spot trade) over an arc: the one whose terms explain what the arc's gas is worth; −1 where there is none.</summary>
    public static int DeliveryOf(ProgramView view, int splitRow)
    {
        int best = -1;
        foreach ((int column, _) in view.ColumnsOf(splitRow))
        {
            if (view.Source.Key.OfColumn(column).Kind is not (ColumnKind.Delivery or ColumnKind.Spot))
                continue;
            // Where nothing flows, the one nearest to flowing.
            if (best < 0 || view.Value(column) > view.Value(best) + 1e-6
                || (Math.Abs(view.Value(column) - view.Value(best)) <= 1e-6 && Math.Abs(view.Reduced(column)) < Math.Abs(view.Reduced(best))))
            {
                best = column;
            }
        }

        return best;
    }

    private int Other(int row, int column)
    {
        foreach ((int other, _) in view.RowsOf(column))
        {
            if (other != row && view.Source.Key.OfRow(other).Kind is RowKind.Balance or RowKind.StorageLevel && other != row)
                return other;
        }

        return -1;
    }
}
