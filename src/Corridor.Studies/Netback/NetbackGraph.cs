using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Rules;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Netback;

/// <summary>
/// The ways of a package, in service or not, with their costs in the window: the figures that the dispatch itself uses, and for lines of a
/// project its annuity in place of the tariff.
/// </summary>
internal sealed class NetbackGraph
{
    private readonly CompilationContext _context;
    private readonly NetbackRequest _request;
    private readonly Dictionary<string, Project> _projects;
    private readonly ILookup<string, string> _forbidden;

    private NetbackGraph(CompilationContext context, NetbackRequest request, CompiledNetwork open, CompiledNetwork asIs)
    {
        _context = context;
        _request = request;
        Network = open;
        _projects = context.System.Projects.Where(p => p is { Asset: not null, Cost: > 0 }).GroupBy(p => p.Asset!).ToDictionary(g => g.Key, g => g.First());
        _forbidden = asIs.Rules.Where(r => r.Effect == RuleEffect.Forbid && r.Active.Max() > 0)
            .SelectMany(r => r.Flows.Select(f => (Rule: r.Id, Asset: f.Kind switch
            {
                FlowKind.ArcForward or FlowKind.ArcBackward => asIs.Arcs[f.Element].Id,
                FlowKind.Activity => asIs.Converters[f.Element].Id,
                _ => null,
            })))
            .Where(x => x.Asset is not null).Distinct().ToLookup(x => x.Asset!, x => x.Rule);
        Edges = [.. Arcs(), .. Converters()];
    }

    /// <summary>The network with every line in service.</summary>
    public CompiledNetwork Network { get; }

    public IReadOnlyList<NetbackEdge> Edges { get; }

    /// <summary>Builds the graph; null with findings where the package cannot be compiled.</summary>
    public static NetbackGraph? Of(EnergySystem system, NetbackRequest request, Model.Findings.FindingList findings)
    {
        int errors = findings.Errors;
        CompiledNetwork? asIs = NetworkCompiler.Compile(system, request.Window, findings);
        CompiledNetwork? open = NetworkCompiler.Compile(Opened(system), request.Window, new Model.Findings.FindingList());
        return asIs is null || open is null || findings.Errors > errors
            ? null
            : new NetbackGraph(new CompilationContext(system, request.Window, new Model.Findings.FindingList()), request, open, asIs);
    }

    /// <summary>Mean over the window, weighted by days.</summary>
    public double Mean(double[] values)
    {
        double sum = 0;
        for (int t = 0; t < values.Length; t++)
            sum += _request.Window.Periods[t].Days * values[t];
        return sum / _request.Window.Days;
    }

    /// <summary>Money of account per unit of account for a price of 1 in a unit, for a carrier.</summary>
    public double? PricePerAccount(Model.Units.PriceUnit unit, string carrier) =>
        _context.BasisOf(carrier).TryToAccount(new Model.Units.UnitPrice(1, unit), out double factor, out _) ? factor * Mean(_context.Money.Factors(unit.Currency.Code)) : null;

    /// <summary>The package with every route and converter in service all the time, and without contracts and rules, which change no cost of a way.</summary>
    private static EnergySystem Opened(EnergySystem system) => system with
    {
        Pipelines = [.. system.Pipelines.Select(r => r with { Status = AssetStatus.Operating, Start = null, End = null })],
        Transports = [.. system.Transports.Select(r => r with { Status = AssetStatus.Operating, Start = null, End = null })],
        Converters = [.. system.Converters.Select(r => r with { Status = AssetStatus.Operating, Start = null, End = null })],
        Outages = [],
        Contracts = [],
        Rules = [],
        DatedValues = [.. system.DatedValues.Where(v => v.Column != "status")],
    };

    private IEnumerable<NetbackEdge> Arcs()
    {
        Dictionary<string, Pipeline> pipelines = First(_context.System.Pipelines);
        Dictionary<string, Transport> transports = First(_context.System.Transports);
        foreach (CompiledArc arc in Network.Arcs)
        {
            for (int way = 0; way < 2; way++)
            {
                if (arc.Capacity[way].Max() <= 0)
                    continue;
                (int from, int to) = way == 0 ? (arc.From.Value, arc.To.Value) : (arc.To.Value, arc.From.Value);
                if (pipelines.TryGetValue(arc.Id, out Pipeline? pipeline))
                {
                    double[] tariff = _context.Prices("pipelines", arc.Id, "tariff", pipeline.Tariff, _context.BasisOf(arc.From), pipeline.Length?.InKilometres());
                    IEnumerable<NetbackStep> costs = _projects.TryGetValue(arc.Id, out Project? project)
                        ? Annuity(project, Mean(arc.Capacity[way]))
                        : [Step(NetbackStepKind.Tariff, pipeline, Mean(tariff))];
                    yield return Edge(arc, way, from, to, [.. costs, .. Fees(arc, way, pipeline.Length?.InKilometres())], "pipelines", pipeline, pipeline.Status, pipeline.Start, pipeline.End);
                }
                else if (transports.TryGetValue(arc.Id, out Transport? transport))
                {
                    double[] freight = _context.Prices("transports", arc.Id, "cost", transport.Cost, _context.BasisOf(arc.From), transport.Distance?.InKilometres());
                    yield return Edge(
                        arc, way, from, to, [Step(NetbackStepKind.Freight, transport, Mean(freight)), .. Fees(arc, way, transport.Distance?.InKilometres())],
                        "transports", transport, transport.Status, transport.Start, transport.End);
                }
            }
        }
    }

    private NetbackEdge Edge(CompiledArc arc, int way, int from, int to, IReadOnlyList<NetbackStep> costs, string table, Model.Schema.Entity row, AssetStatus status, DateOnly? start, DateOnly? end) => new(
        arc.Id, from, to, 1 - arc.Loss, [.. costs.Where(c => c.Amount != 0)], false, Serves(table, arc.Id, status, start, end),
        status is AssetStatus.Planned or AssetStatus.Proposed or AssetStatus.Construction, [.. _forbidden[arc.Id]], Mean(arc.Capacity[way]), row.Source, Assumed(row));

    private IEnumerable<NetbackEdge> Converters()
    {
        Dictionary<string, Converter> rows = First(_context.System.Converters);
        foreach (CompiledConverter converter in Network.Converters)
        {
            Converter row = rows[converter.Id];
            if (row.Kind is not (ConverterKind.Liquefaction or ConverterKind.Regasification) || converter.Flows.Count(f => f.Ratio < 0) != 1 || converter.Flows.Count(f => f.Ratio > 0) != 1)
                continue;
            CompiledConverterFlow input = converter.Flows.First(f => f.Ratio < 0), output = converter.Flows.First(f => f.Ratio > 0);
            double cost = (Mean(converter.Cost) + Mean(converter.Co2Cost)) / -input.Ratio;
            yield return new NetbackEdge(
                converter.Id, input.Node.Value, output.Node.Value, output.Ratio / -input.Ratio, [Step(NetbackStepKind.Conversion, row, cost)], true,
                Serves("converters", row.Id, row.Status, row.Start, row.End), row.Status is AssetStatus.Planned or AssetStatus.Proposed or AssetStatus.Construction,
                [.. _forbidden[converter.Id]], Mean(converter.Capacity) * -input.Ratio, row.Source, Assumed(row));
        }
    }

    private bool Serves(string table, string id, AssetStatus status, DateOnly? start, DateOnly? end)
    {
        Func<DateOnly, bool> serves = _context.InService(table, id, status, start, end);
        return _request.Window.Periods.Any(p => serves(DateOnly.FromDateTime(p.Start)));
    }

    private IEnumerable<NetbackStep> Fees(CompiledArc arc, int way, double? kilometres)
    {
        foreach (TransitFee fee in _context.System.TransitFees.Where(f => f.Arc == arc.Id && (f.Direction == ArcDirection.Forward) == (way == 0)))
        {
            double[] charge = _context.Prices("transit_fees", fee.Id, "charge", fee.Charge, _context.BasisOf(arc.From), kilometres);
            double[] active = _context.Sampler.Average(day => day < fee.Start || day >= fee.End ? 0 : 1);
            yield return Step(NetbackStepKind.TransitFee, fee, Mean(CompilationContext.Times(charge, active)));
        }
    }

    /// <summary>Investment as an annuity, and operation, on each unit at the load factor: r / (1 − (1 + r)^−n) · investment / (capacity · load · 365.25).</summary>
    private IEnumerable<NetbackStep> Annuity(Project project, double capacity)
    {
        double life = project.Life ?? 30, r = _request.DiscountRate;
        double investment = project.Cost!.Value * 1e6 * Mean(_context.Money.Factors(project.Currency ?? Network.Currency));
        double volume = capacity * _request.LoadFactor * 365.25;
        yield return Step(NetbackStepKind.Capital, project, investment * r / (1 - Math.Pow(1 + r, -life)) / volume);
        yield return Step(NetbackStepKind.Operation, project, investment * _request.OperatingShare / volume) with { Assumed = true };
    }

    internal static NetbackStep Step(NetbackStepKind kind, Model.Schema.Entity row, double amount) =>
        new(kind, row.Id, amount, row.Source, Assumed(row));

    // A row whose main figure is reported says in its note which of the others are assumed.
    private static bool Assumed(Model.Schema.Entity row) =>
        row.Basis is Basis.Assumed or Basis.Estimated || row.Note?.Contains("assumed", StringComparison.OrdinalIgnoreCase) == true;

    private static Dictionary<string, T> First<T>(IEnumerable<T> rows)
        where T : Model.Schema.Entity => rows.GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.First());
}
