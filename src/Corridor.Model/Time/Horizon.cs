namespace Corridor.Model.Time;

/// <summary>
/// The span of a study, cut into periods. Weeks and months are cut at the turn of the year, so that each period lies within
/// one calendar year and annual quantities add up exactly.
/// </summary>
public sealed class Horizon
{
    private readonly Period[] _periods;

    /// <summary>Cuts the span into periods.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">First day after the span; later than <paramref name="from"/>, at most 100 years later.</param>
    /// <param name="step">Length of the periods.</param>
    /// <exception cref="ArgumentException">If the span is empty, runs backward, or is over 100 years.</exception>
    public Horizon(DateOnly from, DateOnly to, TimeStep step)
    {
        if (to <= from)
            throw new ArgumentException("The end of the horizon must be later than its start.", nameof(to));
        if (to > from.AddYears(100))
            throw new ArgumentException("The horizon may span at most 100 years.", nameof(to));
        From = from;
        To = to;
        Step = step;
        _periods = Cut(from, to, step);
    }

    /// <summary>First day.</summary>
    public DateOnly From { get; }

    /// <summary>First day after the span.</summary>
    public DateOnly To { get; }

    /// <summary>Length of the periods.</summary>
    public TimeStep Step { get; }

    /// <summary>The periods, in order of time, without gaps.</summary>
    public IReadOnlyList<Period> Periods => _periods;

    /// <summary>Length of the span in days.</summary>
    public double Days => To.DayNumber - From.DayNumber;

    /// <summary>Calendar years that the span touches, in order.</summary>
    public IReadOnlyList<int> Years { get => field ??= [.. _periods.Select(p => p.Year).Distinct()]; }

    /// <summary>Days of the span that fall in a calendar year.</summary>
    public double DaysIn(int year) => _periods.Where(p => p.Year == year).Sum(p => p.Days);

    private static Period[] Cut(DateOnly from, DateOnly to, TimeStep step)
    {
        var periods = new List<Period>();
        DateTime end = to.ToDateTime(TimeOnly.MinValue);
        for (DateTime start = from.ToDateTime(TimeOnly.MinValue); start < end;)
        {
            DateTime next = step switch
            {
                TimeStep.Hour => start.AddHours(1),
                TimeStep.Day => start.AddDays(1),
                TimeStep.Week => start.AddDays(7),
                TimeStep.Month => new DateTime(start.Year, start.Month, 1).AddMonths(1),
                _ => throw new ArgumentException("Unknown step.", nameof(step)),
            };
            var newYear = new DateTime(start.Year + 1, 1, 1);
            if (next > newYear)
                next = newYear;
            if (next > end)
                next = end;
            periods.Add(new Period(periods.Count, start, next));
            start = next;
        }

        return [.. periods];
    }
}
