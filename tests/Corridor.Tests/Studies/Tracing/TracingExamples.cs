using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Units;
using Corridor.Studies.Tracing;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Tracing;

/// <summary>The worked examples of docs/mathematics/tracing.md, by number.</summary>
public sealed class TracingExamples
{
    // Countries x, y, z with a gas node each: a, b, c.
    private static EnergySystem Three { get; } = Empty with
    {
        Zones = [new Zone { Id = "x", Iso = "XX" }, new Zone { Id = "y", Iso = "YY" }, new Zone { Id = "z", Iso = "ZZ" }, new Zone { Id = "y-south", Parent = "y" }],
        Nodes = [.. Empty.Nodes, new Node { Id = "c", Carrier = "gas", Zone = "z" }, new Node { Id = "d", Carrier = "gas", Zone = "y-south" }],
        Supplies = [Field("a", 200, 0), Field("b", 200, 0), Field("c", 200, 0)],
        Demands = [Town("a", 1), Town("b", 1), Town("c", 1), Town("d", 1), City("q", 1)],
        Pipelines = [Line(200, id: "ab"), Line(200, id: "bc", from: "b", to: "c"), Line(200, id: "ca", from: "c", to: "a"), Line(200, id: "bd", from: "b", to: "d")],
    };

    private static Storage Store { get; } = new()
    {
        Id = "store",
        Node = "b",
        Kind = StorageKind.Underground,
        WorkingVolume = McmAmount(100),
        MaxInjection = Mcm(50),
        MaxWithdrawal = Mcm(50),
    };

    [Fact]
    public void Example_1_what_leaves_a_node_is_the_mixture_of_what_enters_it()
    {
        TraceResult trace = new ForgedDispatch(Three).Supply("field-a", 75).Flow("ab", 75).Supply("field-b", 25).Demand("town-b", 60).Flow("bd", 40).Demand("town-d", 40).Trace();

        foreach (TraceRow row in (TraceRow[])[trace.Zone("y"), trace.Zone("y-south"), trace.Country("y")])
        {
            row.Origins.ShouldBeShares(("x", 0.75), ("y", 0.25));
            row.Transits.ShouldBeEmpty();
            row.Routes.ShouldBeShares(("ab", 0.75));
            row.Concentration.OriginHhi.ShouldBe(6250, 1e-9);
            row.Concentration.ImportHhi!.Value.ShouldBe(10_000, 1e-9);
            row.Concentration.ImportShare.ShouldBe(0.75, 1e-12);
        }

        trace.Country("y").Amount.ShouldBe(100, 1e-9);
    }

    [Fact]
    public void Example_2_losses_do_not_change_the_mixture_but_what_arrives_counts()
    {
        EnergySystem system = Three with { Pipelines = [Line(200, fuel: 0.1, id: "ab")] };

        TraceResult trace = new ForgedDispatch(system).Supply("field-a", 100).Flow("ab", 100).Supply("field-b", 10).Demand("town-b", 100).Trace();

        trace.Zone("y").Origins.ShouldBeShares(("x", 0.9), ("y", 0.1));
    }

    [Fact]
    public void Example_3_a_country_passed_is_a_transit_country_and_counts_once()
    {
        // x gives 60, y gives 20; all goes through y to z.
        TraceResult trace = new ForgedDispatch(Three).Supply("field-a", 60).Flow("ab", 60).Supply("field-b", 20).Flow("bc", 80).Demand("town-c", 80).Trace();

        TraceRow row = trace.Country("z");
        row.Origins.ShouldBeShares(("x", 0.75), ("y", 0.25));
        row.Transits.ShouldBeShares(("y", 0.75));
        row.Routes.ShouldBeShares(("bc", 1));
        row.Concentration.LargestTransit.ShouldBe(new TraceShare("y", row.Transits[0].Share));
        row.Concentration.LargestSupplier!.Id.ShouldBe("x");
        row.Concentration.ImportHhi!.Value.ShouldBe(6250, 1e-9);
        row.Concentration.RouteHhi!.Value.ShouldBe(10_000, 1e-9);
    }

    [Fact]
    public void Example_4_a_loop_through_three_countries()
    {
        // a: 60 of its own and 30 from c; b: 90 from a and 30 of its own, 20 stay; c: 100, of which 70 stay.
        TraceResult trace = new ForgedDispatch(Three).Supply("field-a", 60).Flow("ab", 90).Supply("field-b", 30).Demand("town-b", 20).Flow("bc", 100).Demand("town-c", 70).Flow("ca", 30).Trace();

        trace.Country("y").Origins.ShouldBeShares(("x", 2.0 / 3), ("y", 1.0 / 3));
        trace.Country("y").Transits.ShouldBeShares(("x", 1.0 / 12), ("z", 1.0 / 4));
        trace.Country("z").Origins.ShouldBeShares(("x", 2.0 / 3), ("y", 1.0 / 3));
        trace.Country("z").Transits.ShouldBeShares(("y", 2.0 / 3), ("x", 1.0 / 12));
        trace.Country("z").Routes.ShouldBeShares(("bc", 1));
    }

    [Fact]
    public void Example_5_own_energy_that_comes_back_through_a_neighbour()
    {
        TraceResult trace = new ForgedDispatch(Three).Supply("field-a", 10).Flow("ab", 10).Flow("bc", 10).Flow("ca", 10).Demand("town-a", 0).Trace();
        trace.Countries.ShouldBeEmpty("nothing is used");

        EnergySystem system = Three with { Nodes = [.. Three.Nodes, new Node { Id = "e", Carrier = "gas", Zone = "x" }], Pipelines = [.. Three.Pipelines, Line(200, id: "be", from: "b", to: "e")], Demands = [.. Three.Demands, Town("e", 1)] };
        TraceRow row = new ForgedDispatch(system).Supply("field-a", 10).Flow("ab", 10).Flow("be", 10).Demand("town-e", 10).Trace().Country("x");

        row.Origins.ShouldBeShares(("x", 1));
        row.Transits.ShouldBeShares(("y", 1));
        row.Concentration.ImportShare.ShouldBe(0);
        row.Concentration.LargestSupplier.ShouldBeNull();
        row.Routes.ShouldBeShares(("be", 1));
    }

    [Fact]
    public void Example_6_a_store_gives_the_mixture_that_is_in_it()
    {
        // Empty at first; 20 of 100 from x are stored, then withdrawn beside 50 of y's own.
        TraceResult trace = new ForgedDispatch(Three with { Storages = [Store] }, 2)
            .Supply("field-a", 100, 0).Flow("ab", 100, 0).Store("store", 0, 20, -20).Supply("field-b", 0, 50).Demand("town-b", 0, 70).Trace();

        trace.Zone("y").Origins.ShouldBeShares(("x", 2.0 / 7), ("y", 5.0 / 7));
        trace.Zone("y").Routes.ShouldBeShares(("ab", 2.0 / 7));
    }

    [Fact]
    public void Example_7_the_first_stock_is_what_is_there_in_the_end()
    {
        // 10 in store; 10 of x, then 20 of y go in, then 30 come out: s = s/4 + x/4 + y/2.
        TraceResult trace = new ForgedDispatch(Three with { Storages = [Store] }, 3)
            .Supply("field-a", 10, 0, 0).Flow("ab", 10, 0, 0).Supply("field-b", 0, 20, 0).Store("store", 10, 10, 20, -30).Demand("town-b", 0, 0, 30).Trace();

        trace.Zone("y").Origins.ShouldBeShares(("x", 1.0 / 3), ("y", 2.0 / 3));
        trace.Zone("y").Routes.ShouldBeShares(("ab", 1.0 / 3));
    }

    [Fact]
    public void Example_8_a_stock_that_nothing_renews_has_no_known_origin()
    {
        TraceResult trace = new ForgedDispatch(Three with { Storages = [Store] }).Store("store", 60, -30).Supply("field-b", 10).Flow("bc", 40).Demand("town-c", 40).Trace();

        trace.Country("z").Origins.ShouldBeShares(("stock:y", 0.75), ("y", 0.25));
        trace.Country("z").Transits.ShouldBeEmpty("what lay in y did not pass through y");
    }

    [Fact]
    public void Example_9_a_plant_hands_on_the_origins_of_its_fuels_by_energy()
    {
        // Gas of 10 GWh a mcm, three quarters from x: 2 mcm = 20 GWh beside 10 GWh of power of x.
        EnergySystem system = Three with
        {
            Supplies = [.. Three.Supplies, Plant("p", 500, 0)],
            Converters = [new Converter { Id = "plant", Kind = ConverterKind.PowerPlant, ReferenceUnit = AmountUnit.Parse("GWh"), Capacity = new Rate(1000, RateUnit.Parse("MW")) }],
            ConverterFlows =
            [
                new ConverterFlow { Converter = "plant", Node = "b", Side = FlowSide.In, Ratio = McmAmount(0.2) },
                new ConverterFlow { Converter = "plant", Node = "p", Side = FlowSide.In, Ratio = new Amount(1, AmountUnit.Parse("GWh")) },
                new ConverterFlow { Converter = "plant", Node = "q", Side = FlowSide.Out, Ratio = new Amount(1, AmountUnit.Parse("GWh")) },
            ],
        };

        TraceResult trace = new ForgedDispatch(system).Supply("field-a", 1.5).Flow("ab", 1.5).Supply("field-b", 0.5).Supply("plant-p", 10).Activity("plant", 10).Demand("city-q", 10).Trace();

        trace.Country("y").Origins.ShouldBeShares(("x", 0.75), ("y", 0.25));
        trace.Country("y").Served.ShouldBe(0);
        trace.Country("y").Amount.ShouldBe(2, 1e-9, "what the plant takes is used");
        trace.Country("y", "power").Origins.ShouldBeShares(("x", (0.75 * 2 / 3) + (1.0 / 3)), ("y", 0.25 * 2 / 3));
    }

    [Fact]
    public void Example_10_a_cargo_brings_what_was_loaded_when_it_left()
    {
        // Two days; a holds gas of x on the first, of z on the second; the ship takes a day, what leaves on the last day arrives on the first.
        var ship = new Transport { Id = "ship", From = "a", To = "b", Mode = TransportMode.Ship, TransitTime = 1, Delayed = true, Capacity = Mcm(20) };
        TraceResult trace = new ForgedDispatch(Three with { Transports = [ship] }, 2)
            .Supply("field-a", 10, 0).Supply("field-c", 0, 5).Flow("ca", 0, 5).Flow("ship", 10, 5).Demand("town-b", 5, 0).Trace();
        trace.Country("y").Origins.ShouldBeShares(("z", 1));
        trace.Country("y").Transits.ShouldBeShares(("x", 1));

        trace = new ForgedDispatch(Three with { Transports = [ship] }, 2)
            .Supply("field-a", 10, 0).Supply("field-c", 0, 5).Flow("ca", 0, 5).Flow("ship", 10, 5).Demand("town-b", 5, 10).Trace();
        trace.Country("y").Origins.ShouldBeShares(("x", 2.0 / 3), ("z", 1.0 / 3));
    }

    [Fact]
    public void Example_11_an_extra_import_comes_from_the_other_end_of_its_route()
    {
        Measure measure = new()
        {
            Id = "help",
            Level = CrisisLevel.Alert,
            Kind = MeasureKind.ExtraImport,
            Node = "b",
            Asset = "ab",
            Rate = Mcm(10),
            Cost = PerMcm(700),
        };
        TraceResult trace = new ForgedDispatch(Three with { Measures = [measure, measure with { Id = "saving", Kind = MeasureKind.DemandReduction }] })
            .Measure("help", 6).Measure("saving", 2).Demand("town-b", 8).Trace();

        trace.Country("y").Origins.ShouldBeShares(("x", 0.75), ("y", 0.25));
        trace.Country("y").Routes.ShouldBeShares(("ab", 0.75));
    }

    [Fact]
    public void What_flows_both_ways_passes_by_and_rounding_is_no_supply()
    {
        EnergySystem system = Three with { Pipelines = [.. Three.Pipelines.Select(p => p with { ReverseCapacity = Mcm(100) })] };

        TraceResult trace = new ForgedDispatch(system)
            .Supply("field-a", 50).Flow("ab", 80).Backward("ab", 30).Supply("field-b", 1e-9).Flow("bc", 1e-9).Supply("field-c", 1e-9).Backward("ca", 2e-9).Flow("ca", 1e-9).Demand("town-b", 50).Demand("town-c", 1e-9).Trace();

        trace.Country("y").Origins.ShouldBeShares(("x", 1));
        trace.Countries.Where(r => r.Month is null).Select(r => r.Place).ShouldBe(["y"]);
    }

    [Fact]
    public void A_circulation_without_beginning_supplies_nobody()
    {
        TraceResult trace = new ForgedDispatch(Three).Flow("ab", 30).Flow("bc", 30).Flow("ca", 30).Demand("town-b", 5).Supply("field-c", 0).Trace();

        trace.Countries.ShouldBeEmpty();
    }

    [Fact]
    public void Months_are_apart_and_the_whole_is_their_sum()
    {
        double[] from = [.. Enumerable.Range(0, 59).Select(t => t < 31 ? 10.0 : 0)], own = [.. from.Select(f => 10 - f)], all = [.. from.Select(_ => 10.0)];
        TraceResult trace = new ForgedDispatch(Three, 59).Supply("field-a", from).Flow("ab", from).Supply("field-b", own).Demand("town-b", all).Trace();

        TraceRow[] rows = [.. trace.Countries.Where(r => r.Place == "y")];
        rows.Select(r => r.Month).ShouldBe([null, new DateOnly(2025, 1, 1), new DateOnly(2025, 2, 1)]);
        rows[0].Origins.ShouldBeShares(("x", 31.0 / 59), ("y", 28.0 / 59));
        rows[1].Origins.ShouldBeShares(("x", 1));
        rows[2].Origins.ShouldBeShares(("y", 1));
        rows[0].Amount.ShouldBe(rows[1].Amount + rows[2].Amount, 1e-9);
    }
}
