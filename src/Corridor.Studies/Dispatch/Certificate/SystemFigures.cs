using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Every element of a package, evaluated once on the periods of a horizon.</summary>
internal sealed class SystemFigures
{
    private readonly Dictionary<MatchedFlow, double[]> _free = [];
    private readonly Dictionary<MatchedFlow, CarrierBasis?> _basis = [];

    /// <summary>Evaluates a package.</summary>
    /// <param name="system">The package.</param>
    /// <param name="horizon">The periods.</param>
    /// <param name="chosen">Capacities that a result says were chosen, by asset; an expansion without one is of an asset that can do nothing.</param>
    public SystemFigures(EnergySystem system, Horizon horizon, IReadOnlyDictionary<string, double> chosen)
    {
        Package = new PackageFigures(system, horizon);
        Nodes = new NodeFigures(system, Package);
        foreach (Expansion row in system.Expansions)
        {
            if (!chosen.TryGetValue(row.Asset, out double capacity) || ExpansionFigures.Of(row, Nodes, Package, capacity) is not { } expansion)
                continue;
            Expansions.TryAdd(row.Asset, expansion);
            Package.Scales.TryAdd(row.Asset, expansion.Scale);
        }

        ILookup<string, SupplyStep> supplySteps = system.SupplySteps.ToLookup(s => s.Supply);
        ILookup<string, DemandStep> demandSteps = system.DemandSteps.ToLookup(s => s.Demand);
        ILookup<string, StorageCurvePoint> curves = system.StorageCurves.ToLookup(c => c.Storage);
        ILookup<string, ConverterFlow> flows = system.ConverterFlows.ToLookup(f => f.Converter);
        Supplies = ById(system.Supplies, r => r.Id, r => SupplyFigures.Of(r, supplySteps[r.Id], Nodes, Package));
        Demands = ById(system.Demands, r => r.Id, r => DemandFigures.Of(r, demandSteps[r.Id], Nodes, Package));
        var rows = new ArcRows(system);
        Arcs = ById(system.Pipelines, r => r.Id, r => ArcFigures.Of(r, rows, Nodes, Package));
        foreach (PowerLine row in system.PowerLines)
            Arcs.TryAdd(row.Id, ArcFigures.Of(row, rows, Nodes, Package));
        foreach (Transport row in system.Transports)
            Arcs.TryAdd(row.Id, ArcFigures.Of(row, rows, Nodes, Package));
        Storages = ById(system.Storages, r => r.Id, r => StorageFigures.Of(r, curves[r.Id], Nodes, Package));
        Converters = ById(system.Converters, r => r.Id, r => ConverterFigures.Of(r, [.. flows[r.Id]], Nodes, Package));
        Channels = ById(system.PaymentChannels, r => r.Id, r => ChannelFigures.Of(r, Package));
        Measures = ById(system.Measures, r => r.Id, r => ReliefOf(r));
        var matcher = new RuleMatcher(system, Nodes);
        Contracts = ContractsOf(system, matcher);
        Rules = [];
        foreach (Rule row in system.Rules)
        {
            double[] binding = RuleMatcher.Binding(row, Package);
            if (Series.Ever(binding))
                Rules.TryAdd(row.Id, new RuleFigures(row, binding, row.Effect == RuleEffect.CapCo2 ? Emitters(row, matcher) : matcher.Match(row, Contracts.Values, Arcs.Values)));
        }

        foreach (RuleFigures rule in Rules.Values.Where(r => r.Row.Effect == RuleEffect.Forbid))
            Forbid(rule);
    }

    public PackageFigures Package { get; }

    public NodeFigures Nodes { get; }

    public Dictionary<string, SupplyFigures> Supplies { get; }

    public Dictionary<string, DemandFigures> Demands { get; }

    public Dictionary<string, ArcFigures> Arcs { get; }

    public Dictionary<string, StorageFigures> Storages { get; }

    public Dictionary<string, ConverterFigures> Converters { get; }

    public Dictionary<string, ChannelFigures> Channels { get; }

    public Dictionary<string, MeasureFigures> Measures { get; }

    /// <summary>Contracts that are active within the horizon, over an arc that can carry something.</summary>
    public Dictionary<string, ContractFigures> Contracts { get; }

    /// <summary>Rules that bind within the horizon.</summary>
    public Dictionary<string, RuleFigures> Rules { get; }

    /// <summary>Capacities that the result chose, by asset.</summary>
    public Dictionary<string, ExpansionFigures> Expansions { get; } = new(StringComparer.Ordinal);

    /// <summary>Tonnes of CO2 from a unit of a flow of a supply or converter.</summary>
    public double Tonnes(MatchedFlow flow) => flow.Kind == FlowKind.Supply ? Supplies[flow.Id].Tonnes : Converters[flow.Id].Tonnes;

    /// <summary>What prohibitions leave of a flow's limits by period; null where nothing forbids it.</summary>
    public double[]? Free(FlowKind kind, string id, int part = 0) => _free.GetValueOrDefault(new MatchedFlow(kind, id, part));

    /// <summary>The unit that a flow is measured in: its carrier's account, or the reference unit of a converter.</summary>
    public CarrierBasis? Basis(MatchedFlow flow)
    {
        if (!_basis.TryGetValue(flow, out CarrierBasis? basis))
        {
            _basis[flow] = basis = flow.Kind switch
            {
                FlowKind.Supply => Nodes.Basis(Supplies[flow.Id].Row.Node),
                FlowKind.ArcForward or FlowKind.ArcBackward => Nodes.Basis(Arcs[flow.Id].From),
                FlowKind.Injection or FlowKind.Withdrawal => Nodes.Basis(Storages[flow.Id].Row.Node),
                FlowKind.Activity => ConverterFigures.ActivityBasis(Converters[flow.Id].Row),
                _ => Nodes.Basis(Contracts[flow.Id].Arc.From),
            };
        }

        return basis;
    }

    /// <summary>A measure for a demand that takes nothing at the measure's node gives nothing.</summary>
    private MeasureFigures ReliefOf(Measure row)
    {
        MeasureFigures figures = MeasureFigures.Of(row, Nodes, Package);
        bool idle = row.Demand is { } id && !(Demands.TryGetValue(id, out DemandFigures? demand) && demand.Row.Node == row.Node && Series.Ever(demand.Rate));
        return idle ? figures with { Rate = Package.Constant(0) } : figures;
    }

    private static Dictionary<string, TFigures> ById<TRow, TFigures>(IEnumerable<TRow> rows, Func<TRow, string> id, Func<TRow, TFigures> evaluate)
    {
        var result = new Dictionary<string, TFigures>(StringComparer.Ordinal);
        foreach (TRow row in rows)
        {
            if (!result.ContainsKey(id(row)))
                result.Add(id(row), evaluate(row));
        }

        return result;
    }

    private Dictionary<string, ContractFigures> ContractsOf(EnergySystem system, RuleMatcher matcher)
    {
        Dictionary<string, Agreement> agreements = system.Agreements.GroupBy(a => a.Id).ToDictionary(g => g.Key, g => g.First());
        var caps = new PriceCaps(system.Rules, matcher, new PriceFigures(system, Package), Package);
        var result = new Dictionary<string, ContractFigures>(StringComparer.Ordinal);
        foreach (Contract row in system.Contracts)
        {
            Agreement? agreement = row.Agreement is { } id ? agreements.GetValueOrDefault(id) : null;
            double[] active = ContractFigures.Active(row, agreement, Package);
            if (!Series.Ever(active) || !Arcs.TryGetValue(row.Delivery, out ArcFigures? arc))
                continue;
            if (Series.Ever(arc.Capacity[0]) || Series.Ever(arc.Capacity[1]))
                result.TryAdd(row.Id, ContractFigures.Of(row, agreement, active, arc, caps, Nodes, Package));
        }

        return result;
    }

    private List<MatchedFlow> Emitters(Rule rule, RuleMatcher matcher) =>
    [
        .. Supplies.Values.Where(s => s.Tonnes != 0 && matcher.MatchesEmitter(rule, s.Row.Id, s.Row.Owner, [s.Row.Node], s.Row.Node)).Select(s => new MatchedFlow(FlowKind.Supply, s.Row.Id)),
        .. Converters.Values
            .Where(c => c.Tonnes != 0 && matcher.MatchesEmitter(rule, c.Row.Id, c.Row.Owner, c.Flows.Select(f => f.Node), c.Place))
            .Select(c => new MatchedFlow(FlowKind.Activity, c.Row.Id)),
    ];

    private void Forbid(RuleFigures rule)
    {
        foreach (MatchedFlow flow in rule.Flows)
        {
            if (!_free.TryGetValue(flow, out double[]? free))
                _free[flow] = free = Package.Constant(1);
            for (int t = 0; t < free.Length; t++)
                free[t] *= 1 - rule.Binding[t];
        }
    }
}
