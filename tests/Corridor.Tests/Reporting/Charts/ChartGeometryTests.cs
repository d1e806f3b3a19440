using System.Globalization;
using Corridor.Model.Time;
using Corridor.Reporting.Charts;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Reporting.Charts;

public sealed class ChartGeometryTests
{
    [Fact]
    public void LabelsKeepTheirOrderAndTheirDistance()
    {
        Gen<double[]> places = Gen.Choose(0, 200).Select(i => (double)i).ArrayOf().Where(a => a.Length is > 0 and <= 12);
        Prop.ForAll(places.ToArbitrary(), wanted =>
        {
            double[] placed = LabelPlacement.Spread(wanted, 15, 0, 200);
            int[] order = [.. Enumerable.Range(0, wanted.Length).OrderBy(i => wanted[i]).ThenBy(i => i)];
            for (int i = 1; i < order.Length; i++)
                (placed[order[i]] - placed[order[i - 1]]).ShouldBeGreaterThanOrEqualTo(15 - 1e-9);
            placed.Min().ShouldBeGreaterThanOrEqualTo(0);
            placed.Max().ShouldBeLessThanOrEqualTo(200 + 1e-9);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ALabelWithRoomStaysWhereItBelongs() => LabelPlacement.Spread([100, 20, 180], 15, 0, 200).ShouldBe([100, 20, 180]);

    [Theory]
    [InlineData(0, 0.93, "0 0.25 0.50 0.75 1.00")]
    [InlineData(0, 73, "0 20 40 60 80")]
    [InlineData(0, 12.4, "0 5 10 15")]
    [InlineData(-3, 8, "−5 0 5 10")]
    [InlineData(0, 0, "0 0.25 0.50 0.75 1.00")]
    [InlineData(double.NaN, 5, "0 0.25 0.50 0.75 1.00")]
    [InlineData(0, 2.1e-7, "0 0.0000001 0.0000002 0.0000003")]
    public void AxesHaveRoundMarks(double least, double most, string expected)
    {
        var scale = new NiceScale(least, most, zero: true);
        string.Join(' ', scale.Marks.Select(scale.Label)).ShouldBe(expected);
    }

    [Fact]
    public void APeriodThatLiesInTwoMonthsCountsInEachByItsDays()
    {
        var horizon = new Horizon(new DateOnly(2025, 1, 1), new DateOnly(2025, 7, 1), TimeStep.Week);
        var steps = new TimeBuckets(horizon);
        steps.Step.ShouldBe("month");
        // One unit a day: each month has as many units as days.
        steps.Sum([.. horizon.Periods.Select(_ => 1.0)]).ShouldBe([31, 28, 31, 30, 31, 30], 1e-9);
        steps.Mean([.. horizon.Periods.Select(_ => 7.0)]).ShouldAllBe(v => Math.Abs(v - 7) < 1e-9);
    }

    [Fact]
    public void StepsHaveNamesThatPeopleUse()
    {
        var months = new TimeBuckets(new Horizon(new DateOnly(2024, 11, 15), new DateOnly(2025, 6, 1), TimeStep.Day));
        months.Name(0).ShouldBe("Nov\u00A02024");
        months.ShortName(2).ShouldBe("Jan");
        months.Find(new DateOnly(2024, 11, 14)).ShouldBe(-1);
        months.Find(new DateOnly(2025, 5, 31)).ShouldBe(6);
        months.Find(new DateOnly(2025, 6, 1)).ShouldBe(-1);
        months.Days(0).ShouldBe(16);
        new TimeBuckets(new Horizon(new DateOnly(2025, 1, 10), new DateOnly(2025, 1, 24), TimeStep.Hour)).Name(1).ShouldBe("11\u00A0Jan\u00A02025");
        new TimeBuckets(new Horizon(new DateOnly(2025, 1, 1), new DateOnly(2025, 3, 1), TimeStep.Month)).Step.ShouldBe("month");
    }

    [Fact]
    public void ADayOfHoursShowsItsHoursAndNotOneColumn()
    {
        var steps = new TimeBuckets(new Horizon(new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 2), TimeStep.Hour));
        (steps.Step, steps.Count).ShouldBe(("hour", 24));
        steps.Name(7).ShouldBe("1\u00A0Jan\u00A02025\u00A007:00");
        steps.ShortName(7).ShouldBe("7");
        steps.Sum([.. Enumerable.Repeat(24.0, 24)]).ShouldAllBe(v => Math.Abs(v - 1) < 1e-12);
    }

    [Fact]
    public void TheLevelOfAStepIsThatOfItsLastPeriod()
    {
        var horizon = new Horizon(new DateOnly(2025, 1, 1), new DateOnly(2025, 4, 11), TimeStep.Day);
        double[] last = new TimeBuckets(horizon).Last([.. horizon.Periods.Select(p => p.Index + 1.0)]);
        last.Select(v => v.ToString(CultureInfo.InvariantCulture)).ShouldBe(["31", "59", "90", "100"]);
    }
}
