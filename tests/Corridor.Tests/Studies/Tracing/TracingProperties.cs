using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Units;
using Corridor.Studies.Tracing;
using FsCheck;
using FsCheck.Fluent;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Tracing;

/// <summary>What holds for the trace of any flows, loops, stores, plants and cargoes included.</summary>
public sealed class TracingProperties
{
    private const int Days = 6;

    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20250101UL, 15UL);

    [Fact]
    public void Shares_are_not_negative_and_add_up_to_one() => ForSeeds(seed =>
    {
        TraceResult trace = Trace(Create(seed), seed);

        foreach (TraceRow row in trace.Zones.Concat(trace.Countries))
        {
            row.OriginZones.Sum(o => o.Share).ShouldBe(1, 1e-9);
            row.Origins.Sum(o => o.Share).ShouldBe(1, 1e-9);
            row.Routes.Sum(o => o.Share).ShouldBeLessThanOrEqualTo(1 + 1e-9);
            row.Origins.Concat(row.Transits).Concat(row.Routes).ShouldAllBe(s => s.Share > 0 && s.Share <= 1 + 1e-9);
            row.Transits.ShouldAllBe(t => t.Id != row.Country);
            foreach (TraceShare transit in row.Transits)
                (transit.Share + row.Origins.Where(o => o.Id == transit.Id || o.Id == "stock:" + transit.Id).Sum(o => o.Share)).ShouldBeLessThanOrEqualTo(1 + 1e-9);

            // Foreign energy entered over some route; of it, what came over a route is at least what was produced abroad.
            row.Routes.Sum(o => o.Share).ShouldBeGreaterThanOrEqualTo(row.Concentration.ImportShare - 1e-9);
            row.Concentration.OriginHhi.ShouldBeInRange(0, 10_000 + 1e-6);
        }
    });

    [Fact]
    public void The_order_of_the_tables_does_not_matter() => ForSeeds(seed =>
    {
        EnergySystem system = Create(seed);
        EnergySystem turned = system with
        {
            Zones = [.. system.Zones.Reverse()],
            Nodes = [.. system.Nodes.Reverse()],
            Supplies = [.. system.Supplies.Reverse()],
            Demands = [.. system.Demands.Reverse()],
            Pipelines = [.. system.Pipelines.Reverse()],
            Storages = [.. system.Storages.Reverse()],
            Converters = [.. system.Converters.Reverse()],
        };

        Dictionary<(string, string, DateOnly?), TraceRow> other = Trace(turned, seed).Countries.ToDictionary(r => (r.Place, r.Carrier, r.Month));
        foreach (TraceRow row in Trace(system, seed).Countries)
        {
            TraceRow same = other[(row.Place, row.Carrier, row.Month)];
            same.Amount.ShouldBe(row.Amount, 1e-9);
            Same(row.Origins, same.Origins);
            Same(row.Transits, same.Transits);
            Same(row.Routes, same.Routes);
        }
    });

    private static void ForSeeds(Action<int> holds) => Check.One(Repeatable, Prop.ForAll(ArbMap.Default.ArbFor<int>(), holds));

    private static void Same(IReadOnlyList<TraceShare> a, IReadOnlyList<TraceShare> b)
    {
        foreach (string id in a.Concat(b).Select(s => s.Id).Distinct())
            (a.FirstOrDefault(s => s.Id == id)?.Share ?? 0).ShouldBe(b.FirstOrDefault(s => s.Id == id)?.Share ?? 0, 1e-9, id);
    }

    private static EnergySystem Create(int seed)
    {
        var random = new Random(seed);
        Node[] nodes = [.. Enumerable.Range(0, 9).Select(i => new Node { Id = $"n{i}", Carrier = i < 6 ? "gas" : "power", Zone = $"z{random.Next(5)}" })];
        return Empty with
        {
            Zones = [.. Enumerable.Range(0, 5).Select(i => new Zone { Id = $"z{i}", Iso = i == 4 ? null : $"Z{i}", Parent = i == 4 ? "z3" : null })],
            Nodes = nodes,
            Supplies = [.. Enumerable.Range(0, 3).Select(i => Field($"n{random.Next(6)}", 10, 0, $"s{i}")), Plant("n7", 100, 0, "s3")],
            Demands = [.. Enumerable.Range(0, 6).Select(i => Town($"n{i}", 1)), City("n8", 1)],
            Pipelines = [.. Enumerable.Range(0, 9).Select(i => Between(i, random.Next(6), random.Next(6)))],
            PowerLines = [new PowerLine { Id = "dc", From = "n7", To = "n8", Kind = PowerLineKind.Dc, Rating = Power.FromMegawatts(500) }],
            Transports = [new Transport { Id = "ship", From = "n0", To = "n5", Mode = TransportMode.Ship, TransitTime = 2, Delayed = true, Capacity = Mcm(20) }],
            Storages = [Store("st0", $"n{random.Next(6)}"), Store("st1", $"n{random.Next(6)}")],
            Converters = [new Converter { Id = "plant", Kind = ConverterKind.PowerPlant, ReferenceUnit = AmountUnit.Parse("GWh"), Capacity = new Rate(1000, RateUnit.Parse("MW")) }],
            ConverterFlows =
            [
                new ConverterFlow { Converter = "plant", Node = $"n{random.Next(6)}", Side = FlowSide.In, Ratio = McmAmount(0.2) },
                new ConverterFlow { Converter = "plant", Node = "n7", Side = FlowSide.Out, Ratio = new Amount(1, AmountUnit.Parse("GWh")) },
            ],
        };
    }

    private static Pipeline Between(int i, int from, int to) => Line(100, fuel: 0.01 * i, id: $"p{i}", from: $"n{from}", to: $"n{(to == from ? (to + 1) % 6 : to)}");

    private static Storage Store(string id, string node) => new()
    {
        Id = id,
        Node = node,
        Kind = StorageKind.Underground,
        WorkingVolume = McmAmount(1000),
        MaxInjection = Mcm(50),
        MaxWithdrawal = Mcm(50),
        InjectionLoss = 0.02,
        StandingLoss = 0.001,
    };

    // The rates follow from the id of their element, not from its place in the table; a third of them is nothing, some are rounding.
    private static TraceResult Trace(EnergySystem system, int seed)
    {
        var forged = new ForgedDispatch(system, Days);
        double[] Rates(string id, double most) => [.. Enumerable.Range(0, Days).Select(t => Rate(seed, id, t, most))];
        foreach (Supply supply in system.Supplies)
            forged.Supply(supply.Id, Rates(supply.Id, 10));
        foreach (Demand demand in system.Demands)
            forged.Demand(demand.Id, Rates(demand.Id, 5));
        foreach (string arc in system.Pipelines.Select(p => p.Id).Concat(["dc", "ship"]))
            forged.Flow(arc, Rates(arc, 10)).Backward(arc, arc == "ship" ? [] : Rates(arc + "-back", 3));
        foreach (Storage storage in system.Storages)
            forged.Store(storage.Id, 100, [.. Rates(storage.Id, 30).Select((r, t) => t % 2 == 0 ? r : -r / 2)]);
        forged.Activity("plant", Rates("plant", 5));
        return forged.Trace();
    }

    private static double Rate(int seed, string id, int period, double most)
    {
        var random = new Random(unchecked((seed * 31) + (id.Sum(c => c) * 1009) + (id.Length * 17) + (period * 7919)));
        return random.Next(6) switch { 0 or 1 => 0, 2 => 1e-9 * random.NextDouble(), _ => most * random.NextDouble() };
    }
}
