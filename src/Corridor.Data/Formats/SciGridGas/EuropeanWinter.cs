using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Rules;
using Corridor.Model.Time;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.SciGridGas;

/// <summary>
/// Completes a network without consumers for a European winter day: national consumption spread over nodes, national supply, costs, levels of stores, and border crossings
/// that are closed (docs/formats/scigrid-gas.md states every figure). All of it is assumed, marked as such, and replaced by editing the tables of the package.
/// </summary>
internal sealed class EuropeanWinter
{
    /// <summary>Cost of a MWh (gross) not delivered [EUR].</summary>
    internal const double CurtailmentCost = 500;

    /// <summary>Price unit of all costs.</summary>
    internal static readonly PriceUnit PerEnergy = PriceUnit.Parse("EUR/MWh_gross");

    private const string Review = "ei-review-2026";
    private const string Assumption = "winter-day-assumption";
    private const string Shape = "winter-shape";
    private const double OwnCost = 8, ImportCost = 20, BaseLngCost = 30, SpotLngCost = 45, BaseLngShare = 0.45, WithdrawalCost = 35, Tariff = 0.25;
    private const int MostNodes = 10;
    private const double FirstLevel = 0.66, LastLevel = 0.36;
    private static readonly PriceUnit PerDistance = PriceUnit.Parse("EUR/MWh_gross/100km");
    private static readonly AmountUnit Energy = AmountUnit.Parse("GWh_gross");
    private static readonly RateUnit EnergyPerDay = RateUnit.Parse("GWh_gross/d");
    private static readonly double[] Months = [1.538, 1.439, 1.241, 0.973, 0.774, 0.665, 0.625, 0.615, 0.695, 0.893, 1.171, 1.37];

    private readonly EnergySystem _system;
    private readonly ForeignIds _ids;
    private readonly FidelityReport _fidelity;
    private readonly ILookup<string, Node> _places;
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly HashSet<string> _connected;
    private readonly Dictionary<string, string> _zoneOfNode;

    internal EuropeanWinter(EnergySystem system, HashSet<string> offshore, ForeignIds ids, FidelityReport fidelity)
    {
        (_system, _ids, _fidelity) = (system, ids, fidelity);
        _zoneOfNode = system.Nodes.ToDictionary(n => n.Id, n => n.Zone, StringComparer.Ordinal);
        foreach (Pipeline pipe in system.Pipelines)
        {
            _weights[pipe.From] = _weights.GetValueOrDefault(pipe.From) + pipe.Capacity.Value;
            _weights[pipe.To] = _weights.GetValueOrDefault(pipe.To) + pipe.Capacity.Value;
        }

        // Where a country has nodes on land, those at sea neither consume nor stand for its fields.
        ILookup<string, Node> all = system.Nodes.Where(n => _weights.ContainsKey(n.Id)).ToLookup(n => n.Zone, StringComparer.Ordinal);
        _places = all.SelectMany(g => g.Any(n => !offshore.Contains(n.Id)) ? g.Where(n => !offshore.Contains(n.Id)) : g).ToLookup(n => n.Zone, StringComparer.Ordinal);
        _connected = new SciGridIslands(system).With(_places.Where(g => NationalFigures.All.GetValueOrDefault(g.Key)?.Demand is not null).SelectMany(g => g).Select(n => n.Id));
    }

    /// <summary>Whether a data set is completed: it has no consumers, and nodes in countries whose consumption is known.</summary>
    /// <param name="folder">The data set.</param>
    /// <param name="zones">Its zones.</param>
    internal static bool Applies(SciGridFolder folder, IEnumerable<string> zones) =>
        folder.Components["Consumers"].Count == 0 && folder.Components["PowerPlants"].Count == 0 && zones.Any(z => NationalFigures.All.GetValueOrDefault(z)?.Demand is not null);

    /// <summary>The completed package.</summary>
    internal EnergySystem Complete(FindingList findings, string name)
    {
        List<Demand> demands = Demands(findings, name);
        (List<Supply> supplies, List<SupplyStep> steps) = Supplies();
        List<Rule> rules = Rules();
        string[] unknown = [.. _system.Zones.Where(z => !NationalFigures.All.ContainsKey(z.Id)).Select(z => z.Id)];
        if (unknown.Length > 0)
            _fidelity.Defaulted("consumers", "", "demands", "No consumption is known for these zones; they have none.", string.Join(", ", unknown), unknown.Length);
        findings.Add(FormatFindings.Assumption.At(name, new SourcePlace(name), string.Create(CultureInfo.InvariantCulture, $"There is no table of consumers: {demands.Count} demands, the supply of {supplies.Count} fields and terminals, costs, levels of stores and {rules.Count} closed borders are those of a European winter day as docs/formats/scigrid-gas.md states it."), "Replace demands, supplies and rules of the package by your own."));
        return _system with
        {
            Demands = demands,
            Supplies = supplies,
            SupplySteps = steps,
            Rules = rules,
            Storages = [.. _system.Storages.Select(Store)],
            Pipelines = [.. _system.Pipelines.Select(p => p with { Tariff = p.Length is null ? null : new UnitPrice(Tariff, PerDistance), PriceUnit = p.Length is null ? null : PerDistance })],
            ProfileSets = [new ProfileSet { Id = Shape, Name = "Gas consumption of the European Union by month", Use = ProfileUse.Shape, Source = Assumption, Basis = Basis.Assumed, Note = "typical shape by general knowledge; replace it by a measured one" }],
            Profiles = [.. Months.Select((value, m) => new ProfilePoint { Profile = Shape, Time = string.Create(CultureInfo.InvariantCulture, $"M{m + 1:00}"), Value = value, Source = Assumption, Basis = Basis.Assumed, Note = "typical shape by general knowledge" })],
            Sources = [.. _system.Sources, .. Documents(rules)],
        };
    }

    private List<Demand> Demands(FindingList findings, string name)
    {
        var demands = new List<Demand>();
        foreach (Zone zone in _system.Zones)
        {
            if (NationalFigures.All.GetValueOrDefault(zone.Id) is not { Demand: { } annual } figure)
                continue;
            Node[] nodes = [.. _places[zone.Id].Where(n => _connected.Contains(n.Id))];
            if (nodes.Length == 0)
            {
                _fidelity.Dropped("consumers", "", "No pipe joins a node of the country: it has no consumption.", string.Create(CultureInfo.InvariantCulture, $"{figure.Name}: {annual} bcm"));
                findings.Add(FormatFindings.NotCarried.At(name, new SourcePlace(name), string.Create(CultureInfo.InvariantCulture, $"No pipe joins a node of {figure.Name}: its consumption of {annual} bcm a year is left out.")));
                continue;
            }

            double[] shares = Shares(nodes);
            string note = string.Create(CultureInfo.InvariantCulture, $"{annual} bcm of 40 MJ/m³ consumed in {figure.Name} in 2025, spread over {nodes.Length} nodes in proportion to the capacity of their pipes");
            for (int n = 0; n < nodes.Length; n++)
            {
                Node node = nodes[n];
                demands.Add(new Demand
                {
                    Id = _ids.Take(node.Id, "d"),
                    Name = node.Name,
                    Node = node.Id,
                    Sector = DemandSector.Other,
                    AnnualVolume = new Amount(annual * NationalFigures.GigawattHours * shares[n], Energy),
                    AmountUnit = Energy,
                    Profile = Shape,
                    CurtailmentCost = new UnitPrice(CurtailmentCost, PerEnergy),
                    PriceUnit = PerEnergy,
                    Source = figure.IsReported ? Review : Assumption,
                    Basis = Basis.Assumed,
                    Note = note,
                });
            }

            _fidelity.Defaulted("consumers", "", "demands", "The files have no consumers: national consumption of 2025, spread over the country's nodes on land in proportion to the capacity of their pipes, by month as in the European Union; 500 EUR/MWh where it is not met.", string.Create(CultureInfo.InvariantCulture, $"{figure.Name}: {annual} bcm over {nodes.Length} nodes"), nodes.Length);
        }

        return demands;
    }

    private (List<Supply> Supplies, List<SupplyStep> Steps) Supplies()
    {
        var supplies = new List<Supply>();
        var steps = new List<SupplyStep>();
        ILookup<string, Supply> fields = _system.Supplies.Where(s => !IsTerminal(s)).ToLookup(s => ZoneOf(s.Node), StringComparer.Ordinal);
        foreach (Zone zone in _system.Zones)
        {
            NationalFigure? figure = NationalFigures.All.GetValueOrDefault(zone.Id);
            double cost = figure?.Demand is null ? ImportCost : OwnCost;
            if (figure?.Supply is not { } annual)
            {
                supplies.AddRange(fields[zone.Id].Select(s => s with { Cost = new UnitPrice(cost, PerEnergy), PriceUnit = PerEnergy }));
                continue;
            }

            Supply[] usable = figure.IsOnLand ? [] : [.. fields[zone.Id].Where(s => _connected.Contains(s.Node) && s.Status == AssetStatus.Operating)];
            double daily = annual * NationalFigures.GigawattHours / 365;
            double printed = usable.Sum(s => s.Capacity.Value);
            string told = string.Create(CultureInfo.InvariantCulture, $"{annual} bcm of 40 MJ/m³ in 2025, evenly over the year");
            foreach (Supply field in fields[zone.Id])
            {
                double share = printed > 0 && usable.Contains(field) ? field.Capacity.Value / printed : 0;
                string why = share > 0 ? $"its share of {figure.Name}'s {told}" : figure.IsOnLand ? $"the fields of {figure.Name} are spread over the country instead" : "no consumer is connected";
                supplies.Add(field with { Capacity = new Rate(daily * share, EnergyPerDay), RateUnit = EnergyPerDay, Cost = new UnitPrice(cost, PerEnergy), PriceUnit = PerEnergy, Source = figure.IsReported ? Review : Assumption, Basis = Basis.Assumed, Note = $"{field.Note}; {why}" });
            }

            _fidelity.Defaulted("productions", "max_supply_M_m3_per_d", "supplies.capacity", "The capacities of the files are mostly one median, far above production: the country's figure of 2025 is shared out in proportion. Countries that only supply others have what they deliver to the rest.", string.Create(CultureInfo.InvariantCulture, $"{figure.Name}: {annual} bcm"), Math.Max(1, usable.Length));
            if (printed == 0 && annual > 0)
                supplies.AddRange(Spread(zone.Id, figure, daily, cost, told));
        }

        foreach (Supply terminal in _system.Supplies.Where(IsTerminal))
        {
            supplies.Add(terminal);
            steps.Add(Step(terminal.Id, 1, BaseLngShare, BaseLngCost));
            steps.Add(Step(terminal.Id, 2, 1 - BaseLngShare, SpotLngCost));
        }

        _fidelity.Defaulted("LNG terminals", "", "supply_steps", string.Create(CultureInfo.InvariantCulture, $"{BaseLngShare:P0} of the send-out for {BaseLngCost} EUR/MWh, the rest for {SpotLngCost} EUR/MWh (assumed)."), null, steps.Count);
        _fidelity.Defaulted("productions", "", "supplies.cost", string.Create(CultureInfo.InvariantCulture, $"{OwnCost} EUR/MWh in countries that consume, {ImportCost} EUR/MWh in those that only supply (assumed)."), null, supplies.Count);
        _fidelity.Defaulted("pipes", "", "pipelines.tariff", string.Create(CultureInfo.InvariantCulture, $"{Tariff} EUR/MWh for 100 km (assumed)."), null, _system.Pipelines.Count);
        return (supplies, steps);
    }

    /// <summary>A country's supply over its ten nodes with the widest pipes, in proportion to their capacity.</summary>
    private IEnumerable<Supply> Spread(string zone, NationalFigure figure, double daily, double cost, string told)
    {
        Node[] nodes = [.. _places[zone].Where(n => _connected.Contains(n.Id)).OrderByDescending(n => _weights[n.Id]).Take(MostNodes)];
        if (nodes.Length == 0)
            _fidelity.Dropped("productions", "", "No pipe joins a node of the country to a country that consumes: its supply is left out.", string.Create(CultureInfo.InvariantCulture, $"{figure.Name}: {figure.Supply} bcm"));
        double[] shares = Shares(nodes);
        return nodes.Select((node, n) => new Supply
        {
            Id = _ids.Take(node.Id, "s"),
            Name = $"{figure.Name}, {node.Name}",
            Node = node.Id,
            Capacity = new Rate(daily * shares[n], EnergyPerDay),
            RateUnit = EnergyPerDay,
            Cost = new UnitPrice(cost, PerEnergy),
            PriceUnit = PerEnergy,
            Source = figure.IsReported ? Review : Assumption,
            Basis = Basis.Assumed,
            Note = $"{figure.Name}'s {told}, at its nodes with the widest pipes, in proportion to their capacity",
        });
    }

    /// <summary>What is shared out in proportion to the capacity of the pipes at nodes, evenly where none has any.</summary>
    private double[] Shares(Node[] nodes)
    {
        double whole = nodes.Sum(n => _weights[n.Id]);
        return Array.ConvertAll(nodes, n => whole > 0 ? _weights[n.Id] / whole : 1.0 / nodes.Length);
    }

    private Storage Store(Storage store)
    {
        // What a country that only supplies others takes from its stores is part of its supply already.
        bool isKept = NationalFigures.All.GetValueOrDefault(ZoneOf(store.Node)) is { Demand: null };
        _fidelity.Defaulted("storages", "", "storages.first_level, last_level, withdrawal_cost", string.Create(CultureInfo.InvariantCulture, $"{FirstLevel:P0} full on the day, as the Union's stores between 88 % on 24 November 2024 and 36 % at the end of March 2025; at least {LastLevel:P0} at the end; {WithdrawalCost} EUR/MWh for gas withdrawn (assumed). Stores of countries that only supply others keep their level."));
        return store with
        {
            FirstLevel = FirstLevel,
            LastLevel = isKept ? FirstLevel : LastLevel,
            WithdrawalCost = new UnitPrice(WithdrawalCost, PerEnergy),
            PriceUnit = PerEnergy,
            Note = $"{store.Note}; levels and cost of withdrawal assumed",
        };
    }

    private List<Rule> Rules()
    {
        var rules = new List<Rule>();
        foreach (ClosedBorder border in ClosedBorder.All)
        {
            if (!_system.Zones.Any(z => z.Id == border.From) || !_system.Zones.Any(z => z.Id == border.To))
                continue;
            rules.Add(new Rule
            {
                Id = _ids.Take($"{border.From}-{border.To}", "closed"),
                Name = border.Name,
                Effect = RuleEffect.Forbid,
                Start = border.Since,
                Carrier = SciGridMapping.Gas,
                Origin = border.From,
                Destination = border.To,
                Source = border.Source?.Id ?? Assumption,
                Basis = border.Source is null ? Basis.Assumed : Basis.Reported,
                Note = "the network of the data set is older than this; take the rule out to let gas flow",
            });
            _fidelity.Defaulted("data set", "closed borders", "rules", "The network is that of about 2020: crossings closed since are closed by a rule each.", $"{border.Name}, {border.Since:yyyy-MM-dd}");
        }

        return rules;
    }

    private static IEnumerable<SourceDocument> Documents(List<Rule> rules)
    {
        yield return new SourceDocument { Id = Review, Title = "Energy Institute, Statistical Review of World Energy 2026", Url = "https://www.energyinst.org/statistical-review", Date = "2026", Language = "en", Licence = "copyright Energy Institute; single figures quoted with attribution" };
        yield return new SourceDocument { Id = Assumption, Title = "Assumptions for a European winter day (docs/formats/scigrid-gas.md)", Language = "en", Licence = "CC-BY-4.0" };
        foreach (SourceDocument document in ClosedBorder.All.Select(b => b.Source).OfType<SourceDocument>().Where(d => rules.Exists(r => r.Source == d.Id)))
            yield return document;
    }

    private static SupplyStep Step(string supply, int step, double share, double cost) => new()
    {
        Supply = supply,
        Step = step,
        Share = share,
        Cost = new UnitPrice(cost, PerEnergy),
        PriceUnit = PerEnergy,
        Source = Assumption,
        Basis = Basis.Assumed,
        Note = "part that is cheaper than gas in store, and part that is dearer",
    };

    private string ZoneOf(string node) => _zoneOfNode[node];

    private static bool IsTerminal(Supply supply) => supply.Id.StartsWith("lng-", StringComparison.Ordinal);
}
