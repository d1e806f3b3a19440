using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Schema;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Tests.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Data.Formats.PyPsa;

/// <summary>What is exported and imported again is the same, but for what the report says.</summary>
public class PyPsaRoundTripTests
{
    private static readonly HashSet<string> Told = new(StringComparer.Ordinal) { "source", "note", "basis", "kind", "profile", "min_profile", "cost_profile" };

    [SkippableTheory]
    [InlineData("ac-dc-meshed")]
    [InlineData("scigrid-de")]
    public void A_network_of_the_format(string name)
    {
        EnergySystem system = new PyPsaImporter().Import(new ImportRequest(Path.Combine(ReferenceData.Folder("pypsa"), name)), new FindingList(), CancellationToken.None).ShouldNotBeNull().System;
        Differences(system, Again(system, out _)).ShouldBeEmpty();
    }

    [Fact]
    public void A_network_of_another_program_is_not_replaced()
    {
        EnergySystem system = new RandomSystem(1).Make();
        string folder = Directory.CreateTempSubdirectory("corridor-pypsa-").FullName, network = Path.Combine(folder, "network.csv");
        try
        {
            new PyPsaExporter().Export(system, folder, CancellationToken.None);
            new PyPsaExporter().Export(system, folder, CancellationToken.None);
            File.WriteAllText(network, "name,srid\nmine,4326\n");
            Should.Throw<ExportRefusedException>(() => new PyPsaExporter().Export(system, folder, CancellationToken.None)).Message.ShouldContain("network.csv");
            File.ReadAllText(network).ShouldStartWith("name,srid\nmine");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Random_packages() =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(20251122UL, 17UL), Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            EnergySystem system = new RandomSystem(seed).Make();
            PyPsaCase.ShouldBeSound(system);
            EnergySystem again = Again(system, out FidelityReport report);
            Differences(system, again).ShouldBeEmpty($"seed {seed}");
            report.Entries.Where(e => e.Kind == FidelityKind.Dropped).ShouldBeEmpty($"seed {seed}");
        }));

    [Fact]
    public void What_the_format_cannot_hold_is_told()
    {
        EnergySystem system = new RandomSystem(1).Make();
        system = system with
        {
            Supplies = [.. system.Supplies.Select((s, i) => i == 0 ? s with { HourlyCost = 5, Name = "=1+1" } : s)],
            Demands = [.. system.Demands.Select(d => d with { CurtailmentCost = new UnitPrice(3000, PriceUnit.Parse("EUR/MWh")) })],
            Rules = [new Rule { Id = "ban", Effect = RuleEffect.Forbid, Start = new DateOnly(2015, 1, 1), Carrier = "electricity" }],
            Projects = [new Project { Id = "p", Kind = "line", Stage = default }],
        };
        EnergySystem again = Again(system, out FidelityReport report);
        report.Entries.ShouldContain(e => e.Kind == FidelityKind.Dropped && e.Part == "supplies" && e.Attribute == "hourly_cost" && e.Count == 1);
        report.Entries.ShouldContain(e => e.Kind == FidelityKind.Dropped && e.Part == "rules" && e.Count == 1);
        report.Entries.ShouldContain(e => e.Kind == FidelityKind.Dropped && e.Part == "projects" && e.Count == 1);
        report.Entries.ShouldContain(e => e.Kind == FidelityKind.Approximated && e.Part == "demands" && e.Count == system.Demands.Count);
        again.Supplies.Count.ShouldBe(system.Supplies.Count + system.Demands.Count);
        again.Supplies[0].Name.ShouldBe(system.Supplies[0].Id, "no cell begins as a formula does");
    }

    [Fact]
    public void Steps_of_a_supply_that_grows_share_its_capacity_and_not_its_cost()
    {
        EnergySystem system = Stage() with
        {
            SupplySteps = [Step(1, 0.25, 10), Step(2, 0.75, 30)],
            Expansions = [new Expansion { Asset = "u", Installed = Megawatts(80), CapacityMin = Megawatts(40), CapacityMax = Megawatts(200), Cost = 500 }],
        };
        EnergySystem again = Again(system, out FidelityReport report);
        again.Supplies.Select(s => s.Capacity.Value).ShouldBe([20, 60]);
        again.Expansions.Select(e => (e.Installed?.Value, e.CapacityMin?.Value, e.CapacityMax?.Value, e.Cost)).ShouldBe([(20, 10, 50, 500), (60, 30, 150, 500)], "the cost of a MW is that of the supply");
        report.Entries.Single(e => e.Part == "expansions" && e.Attribute == "asset").Kind.ShouldBe(FidelityKind.Approximated);
    }

    [Fact]
    public void A_backward_link_of_a_line_that_grows_is_not_paid_twice()
    {
        EnergySystem system = Stage() with
        {
            PowerLines = [new PowerLine { Id = "l", From = "a", To = "b", Kind = PowerLineKind.Dc, Rating = Power.FromMegawatts(100), ReverseRating = Power.FromMegawatts(50), LossShare = 0.1 }],
            Expansions = [new Expansion { Asset = "l", Installed = Megawatts(80), Cost = 500 }],
        };
        EnergySystem again = Again(system, out FidelityReport report);
        again.Expansions.ShouldHaveSingleItem().Asset.ShouldBe("l");
        again.PowerLines.Select(l => (l.Id, l.Rating.InMegawatts())).ShouldBe([("l", 80), ("l-back", 40)]);
        report.Entries.ShouldContain(e => e.Kind == FidelityKind.Dropped && e.Part == "expansions");
    }

    [Fact]
    public void A_storage_that_is_not_yet_there_is_written_out_of_service()
    {
        Storage storage = new() { Id = "s", Node = "a", Kind = StorageKind.Battery, WorkingVolume = new Amount(10, AmountUnit.Parse("MWh")), MaxInjection = Megawatts(5), MaxWithdrawal = Megawatts(5), Start = new DateOnly(2030, 1, 1) };
        EnergySystem again = Again(Stage() with { Storages = [storage] }, out FidelityReport report);
        again.Storages.ShouldHaveSingleItem().Status.ShouldBe(AssetStatus.Suspended);
        report.Entries.ShouldContain(e => e.Part == "storages" && e.Attribute == "start and end" && e.Count == 1);
    }

    private static Rate Megawatts(double value) => new(value, RateUnit.Parse("MW"));

    private static SupplyStep Step(int step, double share, double cost) => new() { Supply = "u", Step = step, Share = share, Cost = new UnitPrice(cost, PriceUnit.Parse("EUR/MWh")) };

    /// <summary>Two nodes, a supply and an hour.</summary>
    private static EnergySystem Stage() => new()
    {
        Description = new PackageDescription { Name = "stage", Currency = "EUR" },
        Carriers = [new Carrier { Id = "electricity", Kind = CarrierKind.Electricity, Unit = AmountUnit.Parse("GWh") }],
        Zones = [new Zone { Id = "xx" }],
        Nodes = [new Node { Id = "a", Carrier = "electricity", Zone = "xx" }, new Node { Id = "b", Carrier = "electricity", Zone = "xx" }],
        Supplies = [new Supply { Id = "u", Node = "a", Capacity = Megawatts(100), Cost = new UnitPrice(20, PriceUnit.Parse("EUR/MWh")) }],
        Periods = [new PeriodRow { Start = "2015-01-01T00:00", Hours = 1 }],
    };

    [Fact]
    public void Another_currency_comes_back()
    {
        EnergySystem system = new RandomSystem(3).Make();
        PriceUnit dollars = PriceUnit.Parse("USD/MWh");
        system = system with
        {
            Description = system.Description with { Currency = "USD" },
            Supplies = [.. system.Supplies.Select(s => s with { Cost = new UnitPrice(s.Cost?.Value ?? 0, dollars), CostSlope = s.CostSlope is { } slope ? new UnitPrice(slope.Value, dollars) : null, PriceUnit = dollars })],
        };
        EnergySystem again = Again(system, out _);
        again.Description.Currency.ShouldBe("USD");
        again.Supplies.Select(s => s.Cost?.Unit.Currency.Code).Distinct().ShouldBe(["USD"]);
        again.Supplies.Sum(s => s.Cost!.Value.Value).ShouldBe(system.Supplies.Sum(s => s.Cost!.Value.Value), 1e-9);
    }

    [Fact]
    public void Buses_in_another_unit_than_energy_are_named()
    {
        string folder = Directory.CreateTempSubdirectory("corridor-pypsa-unit-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "buses.csv"), "name,carrier,unit\nfield,gas,mcm@20C\nplant,AC,MWh\n");
            var findings = new FindingList();
            new PyPsaImporter().Import(new ImportRequest(folder), findings, CancellationToken.None).ShouldNotBeNull();
            Finding warning = findings.Items.Single(f => f.Code == "G026");
            warning.Message.ShouldContain("mcm@20C");
            warning.Message.ShouldContain("field");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Export and import.</summary>
    internal static EnergySystem Again(EnergySystem system, out FidelityReport report)
    {
        string folder = Path.Combine(Path.GetTempPath(), "corridor-pypsa-" + Path.GetRandomFileName());
        try
        {
            report = new PyPsaExporter().Export(system, folder, CancellationToken.None);
            var findings = new FindingList();
            ImportResult? result = new PyPsaImporter().Import(new ImportRequest(folder), findings, CancellationToken.None);
            findings.Items.Select(f => $"{f.Code} {f.Subject} {f.Message}").ShouldBeEmpty();
            return result.ShouldNotBeNull().System;
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The cells that differ by more than rounding, profiles by their values.</summary>
    private static List<string> Differences(EnergySystem one, EnergySystem two)
    {
        var differences = new List<string>();
        Dictionary<string, double[]> first = Profiles(one), second = Profiles(two);
        foreach (TableSchema table in PackageSchema.Tables.Where(t => t.Name is not ("profiles" or "profile_sets" or "sources" or "carriers" or "zones" or "power_nodes")))
        {
            IReadOnlyList<Row> a = table.RowsOf(one), b = table.RowsOf(two);
            string Key(Row row) => string.Join('|', table.Key.Select(k => k.Get(row)?.ToString()));
            var others = b.ToDictionary(Key, StringComparer.Ordinal);
            if (a.Count != b.Count)
                differences.Add($"{table.Name}: {a.Count} rows, then {b.Count}");
            foreach (Row row in a)
            {
                if (!others.TryGetValue(Key(row), out Row? other))
                {
                    differences.Add($"{table.Name} {Key(row)} is missing");
                    continue;
                }

                foreach (ColumnSchema column in table.Columns)
                {
                    if (column.References == "profile_sets" && !Same(Values(first, column.Get(row)), Values(second, column.Get(other))))
                        differences.Add($"{table.Name} {Key(row)} {column.Name} differs over time");
                    else if (column.Name == "name" && column.Get(row) is null && (string?)column.Get(other) == Key(row))
                        continue;
                    else if (!Told.Contains(column.Name) && !Same(column, column.Get(row), column.Get(other)))
                        differences.Add($"{table.Name} {Key(row)} {column.Name}: {column.Get(row)}, then {column.Get(other)}");
                }
            }
        }

        return differences;
    }

    private static bool Same(ColumnSchema column, object? a, object? b)
    {
        // A figure that says nothing else than its absence does.
        if (column.NumberIn(a) is { } x && column.NumberIn(b) is { } y)
            return Math.Abs(x - y) <= 1e-9 * Math.Max(Math.Abs(x), 1e-3);
        double? one = column.NumberIn(a) ?? column.NumberIn(b);
        if (one is not null)
            return column.Name is "reverse_rating" || (one == 0 && column.Name is not ("first_level" or "last_level"));
        return Equals(a, b) || (column.Name.EndsWith("_unit", StringComparison.Ordinal) && (a is null || b is null)) || (a is IReadOnlyList<string> { Count: 0 } && b is IReadOnlyList<string> { Count: 0 });
    }

    private static double[]? Values(Dictionary<string, double[]> profiles, object? id) => id is string text ? profiles[text] : null;

    private static bool Same(double[]? a, double[]? b)
    {
        if (a is null || b is null)
            return (a ?? b) is null || Array.TrueForAll((a ?? b)!, v => v == 1);
        int count = Math.Max(a.Length, b.Length);
        return Enumerable.Range(0, count).All(t => Math.Abs(a[Math.Min(t, a.Length - 1)] - b[Math.Min(t, b.Length - 1)]) < 1e-9);
    }

    private static Dictionary<string, double[]> Profiles(EnergySystem system) =>
        system.Profiles.GroupBy(p => p.Profile).ToDictionary(g => g.Key, g => g.OrderBy(p => p.Time, StringComparer.Ordinal).Select(p => p.Value).ToArray(), StringComparer.Ordinal);

    /// <summary>Packages of what the format can hold, in its units.</summary>
    private sealed class RandomSystem(int seed)
    {
        private readonly System.Random _random = new(seed);
        private readonly List<ProfileSet> _sets = [];
        private readonly List<ProfilePoint> _points = [];
        private readonly int _hours = 1 + (seed % 5);

        public EnergySystem Make()
        {
            string[] grid = ["n1", "n2", "n3"];
            string[] direct = ["d1", "d2"];
            Node[] nodes = [.. grid.Select(n => Node(n, "electricity")), .. direct.Select(n => Node(n, "electricity")), Node("g1", "gas"), Node("g2", "gas")];
            return new EnergySystem
            {
                Description = new PackageDescription { Name = "random", Currency = "EUR" },
                Carriers = [new Carrier { Id = "electricity", Kind = CarrierKind.Electricity, Unit = AmountUnit.Parse("GWh") }, new Carrier { Id = "gas", Kind = CarrierKind.Gas, Unit = AmountUnit.Parse("GWh") }],
                Zones = [new Zone { Id = "xx" }, new Zone { Id = "yy" }],
                Nodes = nodes,
                Supplies = [.. nodes.Select((n, i) => Supply(n.Id, i))],
                Demands = [.. nodes.Select((n, i) => Demand(n.Id, i))],
                PowerLines =
                [
                    Line("l1", "n1", "n2", PowerLineKind.Ac), Line("l2", "n2", "n3", PowerLineKind.Ac), Line("l3", "n1", "n3", PowerLineKind.Ac) with { TapRatio = 1 + (Some() / 10), PhaseShift = Some() },
                    Line("l4", "d1", "d2", PowerLineKind.DcMeshed), Line("l5", "n1", "d1", PowerLineKind.Dc) with { Voltage = null, ReverseRating = Power.FromMegawatts(_random.Next(50)) },
                    Line("l6", "d2", "n3", PowerLineKind.Dc) with { Voltage = null, LossShare = Some() / 10, ReverseRating = Power.FromMegawatts(0) },
                ],
                Pipelines = [new Pipeline { Id = "p1", From = "g1", To = "g2", Capacity = Megawatts(50 + _random.Next(50)), FuelShare = Some() / 10, Tariff = Price(Some()) }],
                Storages = [Storage("s1", "n2", cyclic: true), Storage("s2", "g1", cyclic: false)],
                Converters = [new Converter { Id = "c1", Kind = ConverterKind.Other, ReferenceUnit = AmountUnit.Parse("MWh"), Capacity = Megawatts(80), Cost = new UnitPrice(Some() - 0.5, PriceUnit.Parse("EUR/MWh")), Profile = Profile("c1"), MinLoad = Some() / 2 }],
                ConverterFlows = [Flow("g1", FlowSide.In, 1), Flow("n1", FlowSide.Out, 0.5), Flow("d1", FlowSide.Out, Some()), Flow("g2", FlowSide.In, Some())],
                Expansions = [Expansion("u1", 30), Expansion("l2", 30), Expansion("l5", 30)],
                Rules = [new Rule { Id = "cap", Effect = RuleEffect.CapCo2, Start = new DateOnly(2015, 1, 1), Carrier = "electricity", Emissions = 1000 * Some() }],
                Periods = [.. Enumerable.Range(0, _hours).Select(t => new PeriodRow { Start = Stamp(t), Hours = 1 + (t % 3) })],
                ProfileSets = _sets,
                Profiles = _points,
            };
        }

        private double Some() => 0.01 + (0.98 * _random.NextDouble());

        private static string Stamp(int t) => $"2015-01-01T{t * 3:00}:00";

        private static Node Node(string id, string carrier) => new() { Id = id, Name = "Node of " + id, Carrier = carrier, Zone = id.EndsWith('2') ? "yy" : "xx", Lon = 10, Lat = 50 };

        private static Rate Megawatts(double value) => new(value, RateUnit.Parse("MW"));

        private static UnitPrice Price(double value) => new(value, PriceUnit.Parse("EUR/MWh"));

        private string Profile(string of)
        {
            string id = $"of-{of}-{_sets.Count}";
            _sets.Add(new ProfileSet { Id = id, Use = ProfileUse.Factor });
            for (int t = 0; t < _hours; t++)
                _points.Add(new ProfilePoint { Profile = id, Time = Stamp(t), Value = Some() });
            return id;
        }

        private Supply Supply(string node, int i) => new()
        {
            Id = $"u{i}",
            Name = $"Unit {i}",
            Node = node,
            Capacity = Megawatts(30),
            Cost = Price(10 * Some()),
            CostSlope = i % 3 == 0 ? Price(Some()) : null,
            Co2 = i < 4 && i % 2 == 0 ? 1000 * Some() : null,
            Profile = i % 2 == 0 ? Profile($"u{i}") : null,
            MinOutput = i == 3 ? Megawatts(30 * Some()) : null,
            AnnualLimit = i == 4 ? new Amount(1e6 * Some(), AmountUnit.Parse("MWh")) : null,
            Status = i == 5 ? AssetStatus.Suspended : AssetStatus.Operating,
        };

        /// <summary>A demand whose factor has the mean 1, as the importer writes it.</summary>
        private Demand Demand(string node, int i)
        {
            string? profile = i % 2 == 0 && _hours > 1 ? Profile($"d{i}") : null;
            if (profile is not null)
            {
                double mean = Enumerable.Range(0, _hours).Sum(t => _points[^(_hours - t)].Value * (1 + (t % 3))) / Enumerable.Range(0, _hours).Sum(t => 1 + (t % 3));
                for (int t = 0; t < _hours; t++)
                    _points[^(t + 1)] = _points[^(t + 1)] with { Value = _points[^(t + 1)].Value / mean };
            }

            return new Demand { Id = $"w{i}", Name = $"Town {i}", Node = node, Sector = DemandSector.Other, AnnualVolume = new Amount(8760 * 20 * Some(), AmountUnit.Parse("MWh")), Profile = profile };
        }

        private PowerLine Line(string id, string from, string to, PowerLineKind kind) => new()
        {
            Id = id,
            Name = "Line " + id,
            From = from,
            To = to,
            Kind = kind,
            Voltage = 380,
            Reactance = kind == PowerLineKind.Ac ? 10 * Some() : null,
            Resistance = kind == PowerLineKind.Dc ? null : Some(),
            Rating = Power.FromMegawatts(30),
        };

        private Storage Storage(string id, string node, bool cyclic) => new()
        {
            Id = id,
            Name = "Store " + id,
            Node = node,
            Kind = StorageKind.Other,
            WorkingVolume = new Amount(100 * Some(), AmountUnit.Parse("MWh")),
            MaxInjection = Megawatts(20 * Some()),
            MaxWithdrawal = Megawatts(20 * Some()),
            WithdrawalCost = Price(Some()),
            InjectionLoss = Some() / 5,
            WithdrawalLoss = Some() / 5,
            StandingLoss = Some() / 10,
            FirstLevel = cyclic ? null : Some(),
            LastLevel = cyclic ? null : 0,
        };

        private static ConverterFlow Flow(string node, FlowSide side, double ratio) => new() { Converter = "c1", Node = node, Side = side, Ratio = new Amount(ratio, AmountUnit.Parse("MWh")) };

        private Expansion Expansion(string asset, double installed) => new() { Asset = asset, Installed = Megawatts(installed), CapacityMin = Megawatts(Some()), CapacityMax = Megawatts(100), Cost = 100 * Some(), RateUnit = RateUnit.Parse("MW") };
    }
}
