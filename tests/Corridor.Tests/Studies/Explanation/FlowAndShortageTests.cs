using Corridor.Model;
using Corridor.Model.Rules;
using Corridor.Studies.Explanation;
using Corridor.Studies.Infeasibility;
using Corridor.Tests.Studies.Dispatch;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Explanation;

public sealed class FlowAndShortageTests
{
    private static EnergySystem Two(double line, double fieldB = 100, double costB = 90) => Empty with
    {
        Supplies = [Field("a", 200, 20), Field("b", fieldB, costB)],
        Demands = [Town("b", 90)],
        Pipelines = [Line(line, 7)],
    };

    private static FlowExplanation Flow(EnergySystem system)
    {
        FlowExplanation flow = FlowStudy.Run(Solve(system), system, "line", 0);
        (flow.PriceFrom + flow.Lines.Sum(l => l.Amount)).ShouldBe(flow.PriceTo, 1e-6 * (1 + Math.Abs(flow.PriceTo)), "the lines lie between the prices");
        return flow;
    }

    [Fact]
    public void A_full_line_tells_what_more_of_it_would_save()
    {
        FlowExplanation flow = Flow(Two(50));

        flow.Reason.ShouldBe(FlowReason.Full);
        flow.Rent.ShouldBe(63, 0.01);
        flow.Flow.ShouldBe(50, 1e-3);
    }

    [Fact]
    public void A_line_with_room_is_in_balance() => Flow(Two(150)).Reason.ShouldBe(FlowReason.Balanced);

    [Fact]
    public void An_unused_line_tells_what_it_lacks()
    {
        FlowExplanation flow = Flow(Two(150, 100, 22) with { Demands = [Town("b", 90), Town("a", 10)] });

        flow.Reason.ShouldBe(FlowReason.NotWorthwhile);
        flow.Cause!.Amount.ShouldBe(-5, 0.01);
    }

    [Fact]
    public void A_rule_on_a_line_is_named()
    {
        EnergySystem system = Two(150) with { Rules = [new Rule { Id = "cap", Effect = RuleEffect.CapVolume, Start = Start, Asset = "line", Rate = Mcm(40) }] };
        FlowExplanation flow = Flow(system);

        flow.Reason.ShouldBe(FlowReason.Held);
        flow.Cause!.Element.ShouldBe("cap");
        flow.Limits.ShouldContain(l => l.Element == "cap");
    }

    [Fact]
    public void A_shortage_names_the_cut_and_the_margin_of_zero()
    {
        EnergySystem system = Two(50, 10);
        CarrierShortage gas = ShortageStudy.Run(Solve(system), system, "y", 0).Carriers.Single();

        gas.IsShort.ShouldBeTrue();
        gas.Curtailed.ShouldBe(30, 1e-3);
        gas.Margin.ShouldBeLessThan(1e-3);
        gas.Limits.Select(l => (l.Kind, l.Element)).ShouldBe([(LimitKind.Route, "line"), (LimitKind.SupplyMaximum, "field-b")], ignoreOrder: true);
        gas.Limits[0].Element.ShouldBe("line", "it brings cheaper gas than the field");
        gas.Limits[0].Value.ShouldBe(973, 0.1);
        gas.Limits.ShouldAllBe(l => Math.Abs(l.Gain - 1) < 1e-3);
    }

    [Fact]
    public void Where_nothing_is_short_the_margin_is_what_line_and_field_have_left()
    {
        EnergySystem system = Two(50, 70);
        CarrierShortage gas = ShortageStudy.Run(Solve(system), system, "y", 0).Carriers.Single();

        gas.IsShort.ShouldBeFalse();
        gas.Margin.ShouldBe(50 + 70 - 90, 1e-2);
    }
}
