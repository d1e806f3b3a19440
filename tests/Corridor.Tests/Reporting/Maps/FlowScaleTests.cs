using Corridor.Reporting.Maps;

namespace Corridor.Tests.Reporting.Maps;

public class FlowScaleTests
{
    [Fact]
    public void Width_is_in_proportion_to_the_amount_a_year()
    {
        var scale = new FlowScale(SampleMaps.Model);
        scale.Width("gas", 10).ShouldBe(10 * scale.Width("gas", 1), 1e-12);
        // A month's amount as a yearly rate: a twelfth in a twelfth of the time is as wide.
        scale.Width("gas", 1, 365 / 12.0).ShouldBe(scale.Width("gas", 12), 1e-9);
    }

    [Fact]
    public void No_flow_and_no_place_is_wider_than_the_widest()
    {
        var scale = new FlowScale(SampleMaps.Model);
        double widest = SampleMaps.Model.Flows.Max(f => scale.Width("gas", f.Forward.Total));
        widest.ShouldBe(FlowScale.Widest, 1e-9);
        MapFlow line = SampleMaps.Model.Flows[0];
        MapModel doubled = SampleMaps.Model with { Flows = [line, line with { Id = "b" }, line with { Id = "c" }] };
        (3 * new FlowScale(doubled).Width("gas", line.Forward.Total)).ShouldBe(FlowScale.WidestPlace, 1e-9);
    }

    [Fact]
    public void Gas_and_liquefied_gas_of_the_same_energy_are_equally_wide()
    {
        MapCarrier gas = SampleMaps.Model.Carriers[0];
        MapModel model = SampleMaps.Model with { Carriers = [gas, gas with { Id = "lng", Energy = 1.5 * gas.Energy }] };
        var scale = new FlowScale(model);
        scale.Width("lng", 2).ShouldBe(scale.Width("gas", 3), 1e-9);
    }

    [Fact]
    public void The_energy_of_gas_is_that_of_its_heating_value() =>
        SampleMaps.Model.Carriers[0].Energy!.Value.ShouldBe(37.5e9 / 3.6e9, 1e-9);

    [Fact]
    public void Amounts_of_the_legend_are_round()
    {
        var scale = new FlowScale(SampleMaps.Model);
        foreach (double width in new[] { 1.3, 4, 12 })
        {
            double amount = scale.RoundAmount("gas", width), digit = amount / Math.Pow(10, Math.Floor(Math.Log10(amount)));
            new[] { 1.0, 2.0, 5.0 }.ShouldContain(Math.Round(digit, 9));
            (scale.PerUnit("gas") * amount / width).ShouldBeInRange(0.5, 2);
        }
    }
}
