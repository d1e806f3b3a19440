using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Model.Units;

namespace Corridor.Studies.Compilation;

/// <summary>What all compilers of elements share: the package, the horizon, and the evaluation of figures on it.</summary>
internal sealed class CompilationContext
{
    private readonly Dictionary<string, CarrierBasis> _bases = [];
    private readonly Dictionary<string, NodeIndex> _nodes = [];
    private readonly ILookup<string, Outage> _outages;
    private readonly Dictionary<string, Zone> _zones;

    public CompilationContext(EnergySystem system, Horizon horizon, FindingList findings)
    {
        System = system;
        Horizon = horizon;
        Findings = findings;
        Sampler = new PeriodSampler(horizon);
        Dated = new DatedFigures(system);
        Profiles = new ProfileEvaluator(system);
        Money = new MoneyConverter(system, horizon, findings);
        Formulas = new PriceFormulaEvaluator(system, findings);
        Expanded = [.. system.Expansions.Select(e => e.Asset)];
        _outages = system.Outages.ToLookup(o => o.Asset);
        _zones = system.Zones.GroupBy(z => z.Id).ToDictionary(g => g.Key, g => g.First());
        foreach (Carrier carrier in system.Carriers)
            _bases.TryAdd(carrier.Id, Basis(carrier));
        foreach (Node node in system.Nodes)
        {
            if (_nodes.TryAdd(node.Id, new NodeIndex(_nodes.Count)))
                Nodes.Add(new CompiledNode(node.Id, node.Carrier, node.Zone));
        }
    }

    public EnergySystem System { get; }

    public Horizon Horizon { get; }

    public FindingList Findings { get; }

    public PeriodSampler Sampler { get; }

    public DatedFigures Dated { get; }

    public ProfileEvaluator Profiles { get; }

    public MoneyConverter Money { get; }

    public PriceFormulaEvaluator Formulas { get; }

    /// <summary>Ids of the assets whose capacity the run chooses.</summary>
    public HashSet<string> Expanded { get; }

    public List<CompiledNode> Nodes { get; } = [];

    public int Periods => Horizon.Periods.Count;

    /// <summary>Adds an error about a figure that cannot be compiled.</summary>
    public void Error(string table, string id, string message, string? hint = null) =>
        Findings.Add(new Finding("C001", Severity.Error, $"{table} {id}", SourcePlace.None, message, hint));

    /// <summary>Adds a note about an input without effect.</summary>
    public void NoEffect(string table, string id, string message) =>
        Findings.Add(new Finding("C004", Severity.Information, $"{table} {id}", SourcePlace.None, message));

    /// <summary>The index of a node; an error and −1 where it does not exist.</summary>
    public NodeIndex Node(string table, string id, string node)
    {
        if (_nodes.TryGetValue(node, out NodeIndex index))
            return index;
        Error(table, id, $"The node {node} does not exist.");
        return new NodeIndex(-1);
    }

    public CarrierBasis BasisOf(NodeIndex node) =>
        node.Value >= 0 && _bases.TryGetValue(Nodes[node.Value].Carrier, out CarrierBasis? basis) ? basis : Fallback;

    public CarrierBasis BasisOf(string carrier) => _bases.GetValueOrDefault(carrier) ?? Fallback;

    public Carrier? CarrierOf(NodeIndex node) =>
        node.Value < 0 ? null : System.Carriers.FirstOrDefault(c => c.Id == Nodes[node.Value].Carrier);

    public Zone? FindZone(string id) => _zones.GetValueOrDefault(id);

    /// <summary>A rate by period, units of account per day, dated values included.</summary>
    public double[] Rates(string table, string id, string column, Rate rate, CarrierBasis basis)
    {
        double factor = Factor(table, id, column, basis.TryToAccount(new Rate(1, rate.Unit), out double f, out string? problem), f, problem);
        return Sampler.Figure(Dated.Find(table, id, column), rate.Value, _ => factor);
    }

    /// <summary>A rate by period where the figure may be missing.</summary>
    public double[] Rates(string table, string id, string column, Rate? rate, CarrierBasis basis, double missing) =>
        rate is { } given ? Rates(table, id, column, given, basis) : Sampler.Constant(missing);

    /// <summary>An amount, units of account, without its dated values.</summary>
    public double AmountFactor(string table, string id, string column, AmountUnit unit, CarrierBasis basis) =>
        Factor(table, id, column, basis.TryToAccount(new Amount(1, unit), out double f, out string? problem), f, problem);

    /// <summary>A price by period, money of account per unit of account, dated values included; distance-based ones times the length.</summary>
    public double[] Prices(string table, string id, string column, UnitPrice? price, CarrierBasis basis, double? kilometres = null)
    {
        if (price is not { } given)
            return Sampler.Constant(0);
        double factor = Factor(table, id, column, basis.TryToAccount(new UnitPrice(1, given.Unit), out double f, out string? problem), f, problem);
        if (given.Unit.IsDistanceBased)
        {
            if (kilometres is not { } length)
                Error(table, id, $"The {column} is per distance ({given.Unit}), but the length is not stated.", "State the length in km, or a price per unit carried.");
            else
                factor *= length;
        }

        double[] money = Money.Factors(given.Unit.Currency.Code);
        return Sampler.Figure(Dated.Find(table, id, column), given.Value, t => factor * money[t]);
    }

    /// <summary>Availability by period: status and dates, forced and planned outages; profile not included.</summary>
    public double[] Availability(string table, string id, AssetStatus status, DateOnly? start, DateOnly? end)
    {
        Func<DateOnly, bool> inService = InService(table, id, status, start, end);
        Outage[] outages = [.. _outages[id]];
        double forced = 1;
        foreach (Outage outage in outages)
            forced *= 1 - (outage.ForcedRate ?? 0);
        return Sampler.Average(day =>
        {
            if (!inService(day))
                return 0;
            double available = forced;
            foreach (Outage outage in outages)
            {
                if (outage.PlannedStart is { } from && from <= day && (outage.PlannedEnd is not { } to || day < to))
                    available *= 1 - (outage.PlannedShare ?? 1);
            }

            return available;
        });
    }

    /// <summary>Whether an asset is in service on a day.</summary>
    public Func<DateOnly, bool> InService(string table, string id, AssetStatus status, DateOnly? start, DateOnly? end)
    {
        DatedFigures.DatedFigure? dated = Dated.Find(table, id, "status");
        return day =>
        {
            if (day < start || day >= end)
                return false;
            return dated?.TextAt(day) is { } text ? text == "operating" : status == AssetStatus.Operating;
        };
    }

    /// <summary>Limit of an annual quantity for each calendar year of the horizon, prorated to the days inside it.</summary>
    public Dictionary<int, double> AnnualLimits(string table, string id, string column, Amount? limit, CarrierBasis basis)
    {
        var limits = new Dictionary<int, double>();
        if (limit is not { } given)
            return limits;
        double factor = AmountFactor(table, id, column, given.Unit, basis);
        DatedFigures.DatedFigure? dated = Dated.Find(table, id, column);
        foreach (int year in Horizon.Years)
            limits[year] = factor * Sampler.YearShare(year, day => dated?.NumberAt(day, given.Value) ?? given.Value);
        return limits;
    }

    /// <summary>Whether any period has a value above zero.</summary>
    public static bool Ever(double[] values) => Array.Exists(values, v => v > 0);

    /// <summary>Multiplies an array in place by another.</summary>
    public static double[] Times(double[] values, double[] factors)
    {
        for (int t = 0; t < values.Length; t++)
            values[t] *= factors[t];
        return values;
    }

    private static CarrierBasis Fallback { get; } = new("unknown", AmountUnit.Parse("kt"));

    private double Factor(string table, string id, string column, bool converted, double factor, string? problem)
    {
        if (converted)
            return factor;
        Error(table, id, $"{column}: {problem}");
        return 0;
    }

    private CarrierBasis Basis(Carrier carrier)
    {
        HeatingValue? Value(double? value, string basis)
        {
            if (value is not { } given)
                return null;
            if (HeatingValue.TryParse(given, carrier.HeatingValueUnit, basis, out HeatingValue? heating, out UnitProblem? problem))
                return heating;
            Error("carriers", carrier.Id, problem.ToString() ?? "The heating value is not understood.");
            return null;
        }

        try
        {
            return new CarrierBasis(carrier.Id, carrier.Unit, Value(carrier.GrossHeatingValue, "gross"), Value(carrier.NetHeatingValue, "net"), carrier.BarrelsPerTonne);
        }
        catch (ArgumentException e)
        {
            Error("carriers", carrier.Id, e.Message);
            return new CarrierBasis(carrier.Id, carrier.Unit);
        }
    }
}
