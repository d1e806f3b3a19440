using Corridor.Model.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Model.Time;

public class HorizonTests
{
    [Fact]
    public void A_year_in_days_has_a_period_for_each_day()
    {
        var horizon = new Horizon(new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 1), TimeStep.Day);
        horizon.Periods.Count.ShouldBe(366);
        horizon.DaysIn(2024).ShouldBe(366);
        horizon.Years.ShouldBe([2024]);
    }

    [Fact]
    public void Hours_beyond_the_stated_periods_are_counted_and_the_periods_found_in_them()
    {
        DateTime start = new(2013, 1, 1);
        var stated = new Horizon([.. Enumerable.Range(0, 10).Select(h => (start.AddHours(h), 1.0))]);
        var day = new Horizon(new DateOnly(2013, 1, 1), new DateOnly(2013, 1, 2), TimeStep.Hour);
        stated.IsPartOf(day).ShouldBeTrue();
        day.HoursOutside(stated).ShouldBe(14);
        new Horizon(new DateOnly(2013, 1, 1), new DateOnly(2013, 1, 2), TimeStep.Day).HoursOutside(stated).ShouldBe(14);
        stated.IsPartOf(new Horizon(new DateOnly(2013, 1, 1), new DateOnly(2013, 1, 2), TimeStep.Day)).ShouldBeFalse();
        new Horizon([.. Enumerable.Range(0, 10).Select(h => (start.AddHours(h), 3.0))]).IsPartOf(day).ShouldBeFalse();
    }

    [Fact]
    public void Weeks_are_cut_at_the_turn_of_the_year()
    {
        var horizon = new Horizon(new DateOnly(2024, 12, 22), new DateOnly(2025, 1, 10), TimeStep.Week);
        horizon.Periods.Select(p => p.Days).ShouldBe([7, 3, 7, 2]);
    }

    [Fact]
    public void Months_are_cut_by_the_horizon()
    {
        var horizon = new Horizon(new DateOnly(2025, 1, 15), new DateOnly(2025, 3, 2), TimeStep.Month);
        horizon.Periods.Select(p => p.Days).ShouldBe([17, 28, 1]);
    }

    [Fact]
    public void Periods_follow_each_other_without_gap_and_stay_within_one_year()
    {
        var cases =
            from first in Gen.Choose(0, 4000)
            from length in Gen.Choose(1, 900)
            from step in Gen.Elements(TimeStep.Day, TimeStep.Week, TimeStep.Month)
            select (first, length, step);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            DateOnly from = new DateOnly(2018, 1, 1).AddDays(c.first);
            var horizon = new Horizon(from, from.AddDays(c.length), c.step);
            horizon.Periods.Sum(p => p.Days).ShouldBe(c.length);
            for (int t = 0; t < horizon.Periods.Count; t++)
            {
                Period period = horizon.Periods[t];
                period.Index.ShouldBe(t);
                period.End.AddTicks(-1).Year.ShouldBe(period.Year);
                if (t > 0)
                    period.Start.ShouldBe(horizon.Periods[t - 1].End);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_span_that_runs_backward_is_refused()
    {
        Should.Throw<ArgumentException>(() => new Horizon(new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 1), TimeStep.Day));
    }
}
