namespace Corridor.Model.Time;

/// <summary>
/// The span of a study, cut into periods. Weeks and months are cut at the turn of the year, so that each period lies within
/// one calendar year and annual quantities add up exactly.
/// </summary>
public sealed class Horizon
{
    // A hundred years.
    private const double MostHours = 876_600;

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

    /// <summary>Takes periods as they are stated: each is read at its start and stands for its hours, however far the next start is.</summary>
    /// <param name="periods">Starts, strictly ascending over at most 100 years, and hours, above zero, at most 100 years; at least one.</param>
    /// <exception cref="ArgumentException">If there is none, they are out of order, or hours are not above zero.</exception>
    public Horizon(IReadOnlyList<(DateTime Start, double Hours)> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        if (periods.Count == 0)
            throw new ArgumentException("A horizon has at least one period.", nameof(periods));
        Step = TimeStep.Period;
        _periods = new Period[periods.Count];
        for (int t = 0; t < _periods.Length; t++)
        {
            (DateTime start, double hours) = periods[t];
            if (!(hours > 0 && hours <= MostHours))
                throw new ArgumentException("The hours of a period are above zero, and at most 100 years.", nameof(periods));
            if (t > 0 && start <= periods[t - 1].Start)
                throw new ArgumentException("The starts of periods ascend.", nameof(periods));
            DateTime end = t + 1 < periods.Count ? periods[t + 1].Start : DateTime.MaxValue;
            if ((end - start).TotalHours > hours)
                end = start.AddHours(hours);
            _periods[t] = new Period(t, start, end > start ? end : start.AddTicks(1)) { Hours = hours };
        }

        DateTime last = _periods[^1].End;
        From = DateOnly.FromDateTime(_periods[0].Start);
        To = DateOnly.FromDateTime(last).AddDays(last.TimeOfDay > TimeSpan.Zero ? 1 : 0);
        if (To > From.AddYears(100))
            throw new ArgumentException("The horizon may span at most 100 years.", nameof(periods));
    }

    /// <summary>First day.</summary>
    public DateOnly From { get; }

    /// <summary>First day after the span.</summary>
    public DateOnly To { get; }

    /// <summary>Length of the periods.</summary>
    public TimeStep Step { get; }

    /// <summary>The periods, in order of time; without gaps, unless the package states them.</summary>
    public IReadOnlyList<Period> Periods => _periods;

    /// <summary>Length of the span in days; of periods that the package states, the days that they stand for.</summary>
    public double Days => Step == TimeStep.Period ? _periods.Sum(p => p.Days) : To.DayNumber - From.DayNumber;

    /// <summary>Calendar years that the span touches, in order.</summary>
    public IReadOnlyList<int> Years { get => field ??= [.. _periods.Select(p => p.Year).Distinct()]; }

    /// <summary>The horizon of a package's table <c>periods</c>; null where it has none, or they are no horizon, of which its validation says more.</summary>
    /// <param name="rows">The rows, in the order of the table.</param>
    public static Horizon? Of(IReadOnlyList<PeriodRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var periods = new (DateTime Start, double Hours)[rows.Count];
        for (int t = 0; t < periods.Length; t++)
        {
            if (!Instant.TryParse(rows[t].Start, out DateTime start) || !(rows[t].Hours > 0 && rows[t].Hours <= MostHours) || (t > 0 && start <= periods[t - 1].Start))
                return null;
            periods[t] = (start, rows[t].Hours);
        }

        return periods.Length == 0 || periods[^1].Start > periods[0].Start.AddYears(99) ? null : new Horizon(periods);
    }

    /// <summary>Whether its periods are periods of another horizon, one after the other without a gap: the same starts and the same hours.</summary>
    /// <param name="other">The other horizon, which may begin earlier and end later.</param>
    public bool IsPartOf(Horizon other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int first = Array.FindIndex(other._periods, p => p.Start == _periods[0].Start);
        if (first < 0 || other._periods.Length - first < _periods.Length)
            return false;
        for (int t = 0; t < _periods.Length; t++)
        {
            if (other._periods[first + t].Start != _periods[t].Start || Math.Abs(other._periods[first + t].Days - _periods[t].Days) > 1e-9)
                return false;
        }

        return true;
    }

    /// <summary>Hours of the span in which another horizon has no period [h], ≥ 0.</summary>
    /// <param name="stated">The other horizon.</param>
    public double HoursOutside(Horizon stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        DateTime from = From.ToDateTime(TimeOnly.MinValue), to = To.ToDateTime(TimeOnly.MinValue);
        TimeSpan inside = TimeSpan.Zero;
        foreach (Period period in stated._periods)
        {
            DateTime begin = period.Start > from ? period.Start : from, end = period.End < to ? period.End : to;
            if (end > begin)
                inside += end - begin;
        }

        return Math.Max(0, (to - from - inside).TotalHours);
    }

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
