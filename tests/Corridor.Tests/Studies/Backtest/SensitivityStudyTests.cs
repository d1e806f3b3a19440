using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Studies.Backtest;
using Corridor.Studies.Dispatch;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Backtest;

public sealed class SensitivityStudyTests
{
    private static readonly AmountUnit Bcm = AmountUnit.Parse("bcm@20C");

    // Cheap gas comes over the line from a field of 5; the town needs 10 and has a dear field of its own.
    private static EnergySystem Package(double field, double line) => Empty with
    {
        Supplies = [Field("a", field, 10), Field("b", 20, 50)],
        Demands = [Town("b", 10)],
        Pipelines = [Line(line, tariff: 5)],
        BacktestRoutes = [new BacktestRoute { Id = "r", Carrier = "gas", Arcs = ["line"], AmountUnit = Bcm }],
        Observations = [new Observation { Id = "o", Table = "pipelines", Subject = "line", Measure = "flow", Route = "r", Start = new DateOnly(2025, 1, 1), End = new DateOnly(2026, 1, 1), Value = new Amount(2, Bcm) }],
    };

    private static RouteSensitivity Run(EnergySystem package) =>
        SensitivityStudy.Run(package, 2025, TimeStep.Month, new DispatchSettings(), null, CancellationToken.None).ShouldNotBeNull().Routes.ShouldHaveSingleItem();

    [Fact]
    public void A_route_hangs_on_the_field_that_is_empty()
    {
        RouteSensitivity route = Run(Package(field: 5, line: 8));
        route.Modelled.ShouldBeAbout(1.825);
        route.Moves[0].Parameter.ShouldBe("field-a: output limit");
        route.Moves[0].Modelled.ShouldBeAbout(1.825 * 1.25);
        Math.Abs(route.Moves[1].Modelled - route.Modelled).ShouldBeLessThan(1e-4, "nothing else moves it");
    }

    [Fact]
    public void A_route_hangs_on_its_own_capacity_where_that_binds()
    {
        RouteSensitivity route = Run(Package(field: 20, line: 4));
        route.Moves[0].Parameter.ShouldBe("line: capacity");
        route.Moves[0].Modelled.ShouldBeAbout(1.46 * 1.25);
    }

    [Fact]
    public void A_package_without_a_certified_result_has_no_sensitivity() =>
        SensitivityStudy.Run(Package(5, 8) with { Supplies = [Field("a", 5, 10) with { MinOutput = Mcm(6) }] }, 2025, TimeStep.Month, new DispatchSettings(), null, CancellationToken.None).ShouldBeNull();

    [Fact]
    public void A_capacity_is_moved_with_its_dated_values()
    {
        EnergySystem package = Package(20, 8) with { DatedValues = [new DatedValue { Table = "supplies", Subject = "field-a", Column = "capacity", Start = new DateOnly(2024, 1, 1), Value = "4" }] };
        RouteSensitivity route = Run(package);
        route.Modelled.ShouldBeAbout(1.46);
        route.Moves[0].Modelled.ShouldBeAbout(1.46 * 1.25);
        package.DatedValues[0].Value.ShouldBe("4", "the package itself stays as it was");
    }
}
