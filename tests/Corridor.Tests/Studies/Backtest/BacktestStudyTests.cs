using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Studies.Backtest;
using Corridor.Studies.Dispatch;
using Corridor.Tests.Studies.Dispatch;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Backtest;

/// <summary>A line that loses a tenth serves a town of 9 mcm a day through all of 2025: 10 mcm a day enter, 3.65 bcm a year, and 3.285 bcm arrive.</summary>
public sealed class BacktestStudyTests
{
    private const double Arriving = 3.285;

    private static readonly EnergySystem Package = Empty with
    {
        Supplies = [Field("a", 40, 10)],
        Demands = [Town("b", 9)],
        Pipelines = [Line(20, fuel: 0.1) with { ReverseCapacity = Mcm(20) }],
    };

    private static readonly Lazy<DispatchResult> Year = new(() => Solve(Package, 365, TimeStep.Month));

    private static BacktestRoute Route(string id = "r", string unit = "bcm@20C") => new() { Id = id, Name = "Line", Carrier = "gas", Arcs = ["line"], AmountUnit = AmountUnit.Parse(unit) };

    private static Observation Report(double value, string unit = "bcm@20C", string from = "2025-01-01", string to = "2026-01-01", Confidence confidence = Confidence.High, string route = "r") => new()
    {
        Id = $"o-{value}-{from}",
        Table = "pipelines",
        Subject = "line",
        Measure = "flow",
        Route = route,
        Source = $"source of {value}",
        Confidence = confidence,
        Start = DateOnly.ParseExact(from, "yyyy-MM-dd"),
        End = DateOnly.ParseExact(to, "yyyy-MM-dd"),
        Value = new Amount(value, AmountUnit.Parse(unit)),
        AmountUnit = AmountUnit.Parse(unit),
    };

    private static BacktestResult Compare(BacktestRoute[] routes, params Observation[] reports) => BacktestStudy.Compare(Package with { BacktestRoutes = routes, Observations = reports }, Year.Value, 2025);

    private static RouteComparison One(BacktestRoute route, params Observation[] reports) => Compare([route], reports).Routes.ShouldHaveSingleItem();

    [Fact]
    public void What_arrives_is_compared_with_the_report()
    {
        RouteComparison line = One(Route(), Report(3));
        line.Modelled.ShouldBeAbout(Arriving);
        line.Reported.ShouldBe(3);
        line.Deviation.ShouldBeAbout((Arriving - 3) / 3);
        line.Source.ShouldBe("source of 3");
    }

    [Fact]
    public void What_enters_is_compared_where_the_meter_stands_there() =>
        One(Route() with { MeteredAt = MeteringPoint.Departure }, Report(3.65)).Deviation.ShouldBe(0, 1e-5);

    [Fact]
    public void A_volume_reported_at_another_temperature_or_as_energy_is_the_same_gas()
    {
        One(Route(), Report(Arriving * 37.5, "PJ_gross")).Deviation.ShouldBe(0, 1e-5);
        One(Route(), Report(Arriving * 273.15 / 293.15, "bcm@0C")).Deviation.ShouldBe(0, 1e-5);
    }

    [Fact]
    public void All_lines_between_two_zones_count_in_their_direction()
    {
        BacktestRoute zones = Route() with { Arcs = [] };
        One(zones with { FromZones = ["x"], ToZones = ["y"] }, Report(3)).Modelled.ShouldBeAbout(Arriving);
        One(zones with { ToZones = ["y"] }, Report(3)).Modelled.ShouldBeAbout(Arriving);
        One(zones with { FromZones = ["x"] }, Report(3)).Modelled.ShouldBeAbout(Arriving);
        One(zones with { FromZones = ["y"], ToZones = ["x"] }, Report(3)).Modelled.ShouldBe(0, 1e-6);
        One(zones with { FromZones = ["y"], ToZones = ["x"], Net = true }, Report(3)).Modelled.ShouldBeAbout(-Arriving);
    }

    [Fact]
    public void A_zone_reaches_into_the_zones_inside_it()
    {
        EnergySystem nested = Package with { Zones = [new Zone { Id = "x" }, new Zone { Id = "y", Parent = "union" }, new Zone { Id = "union" }] };
        BacktestRoute route = Route() with { Arcs = [], ToZones = ["union"] };
        BacktestStudy.Compare(nested with { BacktestRoutes = [route], Observations = [Report(3)] }, Year.Value, 2025).Routes[0].Modelled.ShouldBeAbout(Arriving);
    }

    [Fact]
    public void Contracts_and_converters_can_be_what_is_metered()
    {
        var contract = new Contract
        {
            Id = "k",
            Seller = "s",
            Buyer = "t",
            Carrier = "gas",
            Delivery = "line",
            Acq = McmAmount(1000),
            Dcq = Mcm(4),
            TakeOrPay = 1,
            Price = PerMcm(1),
            Start = new DateOnly(2020, 1, 1),
            End = new DateOnly(2030, 1, 1),
        };
        var plant = new Converter { Id = "plant", Kind = ConverterKind.PowerPlant, ReferenceUnit = AmountUnit.Parse("GWh"), Capacity = new Rate(1000, RateUnit.Parse("MW")) };
        ConverterFlow gas = new() { Converter = "plant", Node = "a", Side = FlowSide.In, Ratio = McmAmount(0.2) };
        ConverterFlow power = new() { Converter = "plant", Node = "p", Side = FlowSide.Out, Ratio = new Amount(1, AmountUnit.Parse("GWh")) };
        EnergySystem system = Package with
        {
            Contracts = [contract],
            Converters = [plant],
            ConverterFlows = [gas, power],
            Demands = [Town("b", 9), City("p", 100)],
            BacktestRoutes =
            [
                Route() with { Arcs = [], Contracts = ["k"] },
                new BacktestRoute { Id = "power", Carrier = "power", Converters = ["plant"], AmountUnit = AmountUnit.Parse("TWh") },
            ],
            Observations = [Report(1), Report(0.8, "TWh", route: "power")],
        };
        BacktestResult compared = BacktestStudy.Compare(system, Solve(system, 365, TimeStep.Month), 2025);
        compared.Routes[0].Modelled.ShouldBeInRange(1 - 1e-5, 4 * 0.365 + 1e-5);
        compared.Routes[1].Modelled.ShouldBeAbout(0.876);
    }

    [Fact]
    public void Months_are_compared_beside_the_year()
    {
        RouteComparison line = One(Route(), Report(3), Report(0.25, from: "2025-06-01", to: "2025-07-01"));
        PartComparison june = line.Parts.ShouldHaveSingleItem();
        june.Modelled.ShouldBeAbout(0.27);
        june.Deviation.ShouldBeAbout(0.08);
    }

    [Fact]
    public void A_span_that_cuts_a_period_counts_its_days() =>
        One(Route(), Report(3), Report(0.1, from: "2025-06-11", to: "2025-06-21")).Parts[0].Modelled.ShouldBeAbout(0.09);

    [Fact]
    public void Most_of_a_year_stands_for_it_where_no_figure_of_the_year_is_reported()
    {
        RouteComparison line = One(Route(), Report(2.7, to: "2025-11-01"));
        line.IsPart.ShouldBeTrue();
        line.Modelled.ShouldBeAbout(304 * 0.009);
        BacktestResult half = Compare([Route()], Report(1.6, to: "2025-07-01"));
        half.Routes.ShouldBeEmpty("six months are not most of a year");
        half.NotReported.Select(r => r.Id).ShouldBe(["r"]);
    }

    [Fact]
    public void The_most_trusted_figure_counts_then_the_first()
    {
        RouteComparison line = One(Route(), Report(2, confidence: Confidence.Low), Report(3, confidence: Confidence.Medium), Report(4, confidence: Confidence.Medium));
        line.Reported.ShouldBe(3);
        line.Others.Select(o => o.Reported).ShouldBe([4, 2]);
    }

    [Fact]
    public void Where_nothing_was_reported_the_deviation_is_the_share_of_capacity()
    {
        One(Route(), Report(0)).Deviation.ShouldBeAbout(Arriving / 7.3);
        RouteComparison closed = One(Route() with { Arcs = ["gone"] }, Report(0));
        (closed.Modelled, closed.Deviation).ShouldBe((0, 0));
    }

    [Fact]
    public void The_cause_is_that_of_the_figure_or_else_of_the_route()
    {
        BacktestRoute route = Route() with { Cause = "general" };
        One(route, Report(3)).Cause.ShouldBe("general");
        One(route, Report(3) with { Cause = "of the year" }).Cause.ShouldBe("of the year");
    }

    [Fact]
    public void The_median_is_of_absolute_deviations_and_is_given_without_idle_lines_too()
    {
        BacktestRoute idle = Route("idle") with { Arcs = ["gone"] };
        BacktestResult result = Compare(
            [Route("r1"), Route("r2"), Route("r3"), idle],
            Report(Arriving / 1.1, route: "r1"), Report(Arriving / 0.7, route: "r2"), Report(Arriving / 1.2, route: "r3"), Report(0, route: "idle"));
        result.MedianAbsDeviationOfFlows.ShouldBe(0.2, 1e-4, "0.1, 0.2, 0.3");
        result.MedianAbsDeviation.ShouldBe(0.15, 1e-4, "0, 0.1, 0.2, 0.3");
        result.Above(0.25).ShouldBe(1);
        double.IsNaN(Compare([Route()]).MedianAbsDeviation).ShouldBeTrue("no route, no median");
    }

    [Fact]
    public void Years_are_those_with_a_figure_of_a_whole_year() =>
        BacktestStudy.Years(Package with { BacktestRoutes = [Route()], Observations = [Report(3), Report(1, from: "2023-01-01", to: "2024-01-01"), Report(1, from: "2024-01-01", to: "2024-02-01"), Report(1, from: "2022-01-01", to: "2023-01-01", route: "else")] })
            .ShouldBe([2023, 2025]);

    [Fact]
    public void A_year_outside_the_horizon_is_the_callers_mistake() =>
        Should.Throw<ArgumentException>(() => BacktestStudy.Compare(Package, Year.Value, 2024));
}
