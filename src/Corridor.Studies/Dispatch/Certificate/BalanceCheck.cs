using Corridor.Model.Network;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>What enters every node in every period is what leaves it.</summary>
internal static class BalanceCheck
{
    public static void Run(SystemFigures figures, ResultFacts facts, CheckSheet sheet)
    {
        ItemRecorder item = sheet.Begin(CertificateGroup.Balance, "node balance", b =>
            $"node {b.Element} receives {CheckSheet.Number(b.Value)} {figures.Nodes.RateUnit(b.Element)}{sheet.At(b)} and gives {CheckSheet.Number(b.Limit)}, {CheckSheet.Number(b.Violation)} apart");
        double[] days = figures.Package.Days;
        var ledger = new Ledger(figures.Nodes.Positions, days.Length);
        foreach ((string id, SupplyResult supply) in facts.Supplies)
        {
            if (figures.Supplies.TryGetValue(id, out SupplyFigures? row))
                ledger.Add(row.Row.Node, supply.Output, 1);
        }

        foreach ((string id, double[] rate) in facts.Measures)
        {
            if (figures.Measures.TryGetValue(id, out MeasureFigures? row))
                ledger.Add(row.Row.Node, rate, 1);
        }

        foreach ((string id, ArcResult arc) in facts.Arcs)
        {
            if (!figures.Arcs.TryGetValue(id, out ArcFigures? row))
                continue;
            for (int direction = 0; direction < 2; direction++)
            {
                ledger.Add(row.Entry(direction), arc.Flow[direction], -1);
                ledger.Add(row.Exit(direction), facts.Arrivals(row, direction, days), 1);
            }

            if (row.FixedLoss is { } lost)
                ledger.Add(row.To, lost, -1);
        }

        foreach ((string id, StorageResult storage) in facts.Storages)
        {
            if (!figures.Storages.TryGetValue(id, out StorageFigures? row))
                continue;
            ledger.Add(row.Row.Node, storage.Withdrawal, 1);
            ledger.Add(row.Row.Node, storage.Injection, -1);
        }

        foreach ((string id, ConverterResult converter) in facts.Converters)
        {
            if (!figures.Converters.TryGetValue(id, out ConverterFigures? row))
                continue;
            for (int k = 0; k < row.Flows.Length; k++)
            {
                ledger.Add(row.Flows[k].Node, converter.Activity, row.Flows[k].Side == FlowSide.In ? -row.Ratio[k] : row.Ratio[k]);
                if (converter.Disposed[k] is { } disposed)
                    ledger.Add(row.Flows[k].Node, disposed, -1);
            }
        }

        foreach ((string id, DemandResult demand) in facts.Demands)
        {
            if (!figures.Demands.TryGetValue(id, out DemandFigures? row))
                continue;
            ledger.Add(row.Row.Node, row.Rate, -1);
            ledger.Add(row.Row.Node, demand.Curtailed, 1);
            foreach (double[] step in demand.GivenUp)
                ledger.Add(row.Row.Node, step, 1);
        }

        foreach ((string node, int n) in figures.Nodes.Positions)
        {
            for (int t = 0; t < days.Length; t++)
                item.Same(node, t, ledger.In[n][t], ledger.Out[n][t], ledger.Largest[n][t]);
        }
    }

    private sealed class Ledger
    {
        private readonly Dictionary<string, int> _positions;

        public Ledger(Dictionary<string, int> positions, int count)
        {
            _positions = positions;
            In = [.. positions.Select(_ => new double[count])];
            Out = [.. positions.Select(_ => new double[count])];
            Largest = [.. positions.Select(_ => new double[count])];
        }

        public double[][] In { get; }

        public double[][] Out { get; }

        public double[][] Largest { get; }

        public void Add(string node, double[] rate, double factor)
        {
            if (!_positions.TryGetValue(node, out int n))
                return;
            (double[] target, double sign) = factor < 0 ? (Out[n], -factor) : (In[n], factor);
            double[] largest = Largest[n];
            for (int t = 0; t < rate.Length; t++)
            {
                double term = sign * rate[t];
                target[t] += term;
                largest[t] = Math.Max(largest[t], Math.Abs(term));
            }
        }
    }
}
