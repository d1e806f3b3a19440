using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Whether a result has a figure for every element and period of its network; without that nothing else can be compared.</summary>
internal static class ShapeCheck
{
    /// <returns>True if the other checks can run.</returns>
    public static bool Run(DispatchResult result, CheckSheet sheet)
    {
        ItemRecorder item = sheet.Begin(CertificateGroup.Bounds, "shape", b => $"the result does not have one figure for each part and period of {b.Element}");
        CompiledNetwork network = result.Network;
        int count = network.PeriodCount;
        bool whole = true;

        bool Full(double[]? values) => values is not null && values.Length == count;
        bool Table(IReadOnlyList<double[]>? values) => values is not null && values.All(Full);
        void Each<TElement, TResult>(string what, IReadOnlyList<TElement> elements, IReadOnlyList<TResult> results, Func<TElement, string> id, Func<TElement, TResult, bool> fits)
        {
            if (elements.Count != results.Count)
                Record($"the list of {what}", false);
            for (int i = 0; i < Math.Min(elements.Count, results.Count); i++)
                Record(id(elements[i]), fits(elements[i], results[i]));
        }

        void Record(string element, bool fits)
        {
            whole &= fits;
            item.Given(element, Breach.WholeHorizon, 0, 0, fits ? 0 : 1, fits ? 0 : 1);
        }

        Each("nodes", network.Nodes, result.NodalPrice, n => n.Id, (_, r) => Full(r));
        Each("supplies", network.Supplies, result.Supplies, s => s.Id, (_, r) => Full(r.Output) && Table(r.StepOutput));
        Each("demands", network.Demands, result.Demands, d => d.Id, (_, r) => Full(r.Served) && Full(r.Curtailed) && Table(r.GivenUp));
        Each("arcs", network.Arcs, result.Arcs, a => a.Id, (_, r) =>
            r.Flow.Length == 2 && Table(r.Flow) && r.Spot.Length == 2 && r.Spot.All(s => s is null || Full(s)));
        Each("storages", network.Storages, result.Storages, s => s.Id, (_, r) => Full(r.Injection) && Full(r.Withdrawal) && Full(r.Level));
        Each("converters", network.Converters, result.Converters, c => c.Id, (_, r) => Full(r.Activity) && r.Disposed.All(d => d is null || Full(d)));
        Each("contracts", network.Contracts, result.Contracts, c => c.Id, (_, r) => Full(r.Delivered) && Table(r.ByChannel));
        Each("rules", network.Rules, result.Rules, r => r.Id, (_, _) => true);
        Each("channels", network.Channels, result.Channels, c => c.Id, (_, r) => Full(r.Used));
        Each("measures", network.Measures, result.Measures, m => m.Id, (_, r) => Full(r));
        if (network.Expansions.Count + result.Capacities.Count > 0)
            Record("the list of capacities", result.Capacities.Count == network.Expansions.Count && network.Expansions.Select(e => e.Id).Distinct().Count() == network.Expansions.Count);
        Record("the primal point", result.Solution.Primal.Length == result.Program.ColumnCount);
        Record("the dual point", result.Solution.RowDual.Length == result.Program.RowCount);
        return whole;
    }
}
