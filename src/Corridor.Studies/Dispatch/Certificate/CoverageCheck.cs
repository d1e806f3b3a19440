using Corridor.Model.Network;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Whether the network holds every element of the package that could do something within the horizon, and no other.</summary>
internal static class CoverageCheck
{
    /// <returns>True if the parts of the elements agree as well, so that the other checks can run.</returns>
    public static bool Run(SystemFigures figures, DispatchResult result, CheckSheet sheet)
    {
        CompiledNetwork network = result.Network;
        ItemRecorder missing = sheet.Begin(CertificateGroup.Bounds, "missing elements", b => $"{b.Element} could take part within the horizon, but is left out of the network");
        ItemRecorder unknown = sheet.Begin(CertificateGroup.Bounds, "unknown elements", b => $"{b.Element} is in the network, but not (or not once) in the package");

        void Compare<T>(string what, Dictionary<string, T> package, IEnumerable<string> compiled, Func<T, bool> takesPart, Func<string, bool> isRow)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (string id in compiled)
                Flag(unknown, $"{what} {id}", !seen.Add(id) || !isRow(id));
            foreach ((string id, T row) in package)
                Flag(missing, $"{what} {id}", !seen.Contains(id) && takesPart(row));
        }

        void All<T>(string what, Dictionary<string, T> package, IEnumerable<string> compiled, Func<T, bool> takesPart) =>
            Compare(what, package, compiled, takesPart, package.ContainsKey);

        All("node", figures.Nodes.Positions, network.Nodes.Select(n => n.Id), _ => true);
        All("supply", figures.Supplies, network.Supplies.Select(s => s.Id), s => Series.Ever(s.Capacity));
        All("demand", figures.Demands, network.Demands.Select(d => d.Id), d => Series.Ever(d.Rate));
        All("arc", figures.Arcs, network.Arcs.Select(a => a.Id), a => Series.Ever(a.Capacity[0]) || Series.Ever(a.Capacity[1]));
        All("storage", figures.Storages, network.Storages.Select(s => s.Id), s => Series.Ever(s.Volume) && (Series.Ever(s.Injection) || Series.Ever(s.Withdrawal)));
        All("converter", figures.Converters, network.Converters.Select(c => c.Id), c => Series.Ever(c.Capacity));
        All("measure", figures.Measures, network.Measures.Select(m => m.Id), m => Series.Ever(m.Rate));
        All("contract", figures.Contracts, network.Contracts.Select(c => c.Id), _ => true);
        All("payment channel", figures.Channels, network.Channels.Select(c => c.Id), c => Series.Ever(c.Open) && figures.Contracts.Values.Any(k => k.Channels.Contains(c.Row.Id)));
        Compare("expansion", figures.Expansions, network.Expansions.Select(e => e.Id), _ => true, figures.Expansions.ContainsKey);
        foreach (Expansion row in figures.Package.System.Expansions)
            Flag(missing, $"expansion {row.Asset}", !figures.Expansions.ContainsKey(row.Asset) && TakesPart(row.Asset, result.Network));
        Compare("rule", figures.Rules, network.Rules.Select(r => r.Id), r => r.Flows.Exists(f => Exists(f, figures)), figures.Rules.ContainsKey);
        return Parts(figures, result, sheet);
    }

    /// <summary>Figures of the package that could not be evaluated.</summary>
    public static void Problems(PackageFigures figures, CheckSheet sheet)
    {
        ItemRecorder item = sheet.Begin(CertificateGroup.Bounds, "package figures", b => $"the package cannot be checked: {b.Element}");
        foreach (string problem in figures.Problems)
            Flag(item, problem, true);
    }

    private static void Flag(ItemRecorder item, string element, bool wrong) =>
        item.Given(element, Breach.WholeHorizon, 0, 0, wrong ? 1 : 0, wrong ? 1 : 0);

    private static bool TakesPart(string asset, CompiledNetwork network) =>
        network.Supplies.Any(r => r.Id == asset) || network.Arcs.Any(r => r.Id == asset) || network.Storages.Any(r => r.Id == asset) || network.Converters.Any(r => r.Id == asset);

    /// <summary>Whether a matched flow can be other than zero.</summary>
    private static bool Exists(MatchedFlow flow, SystemFigures figures) => flow.Kind switch
    {
        FlowKind.Supply => Series.Ever(figures.Supplies[flow.Id].Capacity),
        FlowKind.ArcForward => Series.Ever(figures.Arcs[flow.Id].Capacity[0]),
        FlowKind.ArcBackward => Series.Ever(figures.Arcs[flow.Id].Capacity[1]),
        FlowKind.Injection => Series.Ever(figures.Storages[flow.Id].Injection) && Series.Ever(figures.Storages[flow.Id].Volume),
        FlowKind.Withdrawal => Series.Ever(figures.Storages[flow.Id].Withdrawal) && Series.Ever(figures.Storages[flow.Id].Volume),
        FlowKind.Activity => Series.Ever(figures.Converters[flow.Id].Capacity),
        _ => Series.Ever(figures.Contracts[flow.Id].Most),
    };

    private static bool Parts(SystemFigures figures, DispatchResult result, CheckSheet sheet)
    {
        ItemRecorder item = sheet.Begin(CertificateGroup.Bounds, "parts of elements", b => $"the steps, flows, channels or years of {b.Element} are not those of the package");
        CompiledNetwork network = result.Network;
        bool whole = true;
        void Record(string element, bool fits)
        {
            whole &= fits;
            Flag(item, element, !fits);
        }

        for (int i = 0; i < network.Supplies.Count; i++)
        {
            if (figures.Supplies.TryGetValue(network.Supplies[i].Id, out SupplyFigures? supply))
                Record($"supply {supply.Row.Id}", result.Supplies[i].StepOutput.Length == supply.Share.Length);
        }

        for (int i = 0; i < network.Demands.Count; i++)
        {
            if (figures.Demands.TryGetValue(network.Demands[i].Id, out DemandFigures? demand))
                Record($"demand {demand.Row.Id}", result.Demands[i].GivenUp.Length == demand.Share.Length);
        }

        for (int i = 0; i < network.Converters.Count; i++)
        {
            if (!figures.Converters.TryGetValue(network.Converters[i].Id, out ConverterFigures? converter))
                continue;
            double[]?[] disposed = result.Converters[i].Disposed;
            bool fits = disposed.Length == converter.Flows.Length;
            for (int k = 0; fits && k < disposed.Length; k++)
                fits = disposed[k] is null || (converter.Flows[k].Disposable && converter.Flows[k].Side == FlowSide.Out);
            Record($"converter {converter.Row.Id}", fits);
        }

        for (int i = 0; i < network.Contracts.Count; i++)
        {
            if (!figures.Contracts.TryGetValue(network.Contracts[i].Id, out ContractFigures? contract))
                continue;
            ContractResult delivered = result.Contracts[i];
            Record(
                $"contract {contract.Row.Id}",
                delivered.ByChannel.Length == contract.Parts
                && network.Contracts[i].Channels.Select(c => network.Channels[c].Id).SequenceEqual(contract.Channels)
                && delivered.Years.Select(y => y.Year).SequenceEqual(contract.Years.Select(y => y.Year)));
        }

        return whole;
    }
}
