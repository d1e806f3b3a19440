using Corridor.Studies.Comparison;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Studies.Comparison;

public sealed class AttributionTests
{
    [Fact]
    public void Two_causes_whose_joint_effect_is_more_than_the_sum()
    {
        // 100; with a 130, with b 90, with both 150: alone +30 and −10, together +50, so the interaction is +30, half of it for each.
        var attribution = Attribution.Of([100, 130, 90, 150]);

        attribution.Whole.ShouldBe(50);
        attribution.Alone.ShouldBe([30, -10]);
        attribution.Interaction.ShouldBe(30);
        attribution.Sum.ShouldBe(50);
        attribution.Shapley.ShouldBe([45.0, 5.0]);
    }

    [Fact]
    public void Three_causes_of_which_two_only_act_together()
    {
        // v = 6 where a and b both act, + 1 where c acts: Shapley 3, 3, 1.
        double[] values = [.. Enumerable.Range(0, 8).Select(s => ((s & 3) == 3 ? 6.0 : 0) + ((s & 4) != 0 ? 1 : 0))];
        var attribution = Attribution.Of(values);

        attribution.Alone.ShouldBe([0, 0, 1]);
        attribution.Interaction.ShouldBe(6);
        attribution.Shapley.ShouldNotBeNull().Index().ShouldAllBe(s => Math.Abs(s.Item - new[] { 3.0, 3, 1 }[s.Index]) < 1e-12);
    }

    [Fact]
    public void Without_all_combinations_there_are_no_Shapley_values()
    {
        var attribution = Attribution.Of([0, 1, 2, double.NaN, 4, double.NaN, double.NaN, 10]);

        attribution.Shapley.ShouldBeNull();
        attribution.Interaction.ShouldBe(3);
    }

    [Fact]
    public void A_number_of_combinations_that_is_no_power_of_two_is_a_mistake() => Should.Throw<ArgumentException>(() => Attribution.Of([1, 2, 3]));

    [Fact]
    public void It_adds_up_for_any_figures() => Check.One(Config.QuickThrowOnFailure.WithReplay(20250101UL, 15UL), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        double[] values = [.. Enumerable.Range(0, 1 << (1 + random.Next(4))).Select(_ => Math.Pow(10, random.Next(-3, 12)) * (random.NextDouble() - 0.5))];
        var attribution = Attribution.Of(values);
        double size = values.Max(Math.Abs);

        attribution.Sum.ShouldBe(attribution.Whole, 1e-9 * size);
        attribution.Shapley!.Sum().ShouldBe(attribution.Whole, 1e-9 * size);
    }));
}
