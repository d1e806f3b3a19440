using System.Globalization;
using Corridor.Model.Time;

namespace Corridor.Reporting.Charts;

/// <summary>
/// The steps of time that charts show: months; days where the horizon is at most two months, years where it is longer than five years,
/// the periods themselves where they are hours of three days at most.
/// A period that lies in two steps counts in each by its days.
/// </summary>
public sealed class TimeBuckets
{
    private const int MostDays = 62;
    private const int MostMonths = 60;
    private const int MostDaysOfPeriods = 3;
    private const int MostPeriods = 96;
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private readonly List<(int Bucket, double Days)>[] _parts;
    private readonly double[] _days;
    private readonly DateTime[]? _times;

    /// <summary>Cuts a horizon into steps.</summary>
    /// <param name="horizon">Any horizon.</param>
    public TimeBuckets(Horizon horizon)
    {
        ArgumentNullException.ThrowIfNull(horizon);
        int months = ((horizon.To.Year - horizon.From.Year) * 12) + horizon.To.Month - horizon.From.Month;
        Step = horizon.Days <= MostDays ? "day" : months <= MostMonths ? "month" : "year";
        // Steps finer than the periods would show a movement that was never computed.
        if (Step == "day" && horizon.Periods[0].Days > 1.5)
            Step = horizon.Periods[0].Days > 8 ? "month" : "week";
        bool ofHours = (horizon.To.DayNumber - horizon.From.DayNumber) <= MostDaysOfPeriods && horizon.Periods.Count is > 1 and <= MostPeriods && horizon.Periods.All(p => p.End - p.Start < TimeSpan.FromDays(1));
        if (ofHours)
        {
            Step = horizon.Periods.All(p => p.End - p.Start == TimeSpan.FromHours(1)) ? "hour" : "period";
            _times = [.. horizon.Periods.Select(p => p.Start)];
            _end = horizon.To;
        }

        Starts = ofHours ? [.. horizon.Periods.Select(p => DateOnly.FromDateTime(p.Start))] : Cut(horizon);
        _days = new double[Starts.Count];
        _parts = ofHours ? [.. horizon.Periods.Select((p, i) => new List<(int, double)> { (i, p.Days) })] : [.. horizon.Periods.Select(p => Parts(p, horizon))];
        foreach (List<(int Bucket, double Days)> parts in _parts)
        {
            foreach ((int bucket, double days) in parts)
                _days[bucket] += days;
        }
    }

    /// <summary><c>hour</c>, <c>period</c>, <c>day</c>, <c>week</c>, <c>month</c> or <c>year</c>.</summary>
    public string Step { get; }

    /// <summary>First day of each step.</summary>
    public IReadOnlyList<DateOnly> Starts { get; }

    /// <summary>Number of steps, ≥ 1.</summary>
    public int Count => Starts.Count;

    /// <summary>Days of a step inside the horizon.</summary>
    /// <param name="bucket">Index of the step.</param>
    public double Days(int bucket) => _days[bucket];

    /// <summary>A step in full: "Jan 2025", "3 Jan 2025", "2025".</summary>
    /// <param name="bucket">Index of the step.</param>
    public string Name(int bucket)
    {
        DateOnly start = Starts[bucket];
        string year = start.Year.ToString(CultureInfo.InvariantCulture);
        return Step switch
        {
            "hour" or "period" => _times![bucket].ToString("d\u00A0MMM\u00A0yyyy\u00A0HH:mm", CultureInfo.InvariantCulture),
            "year" => year,
            "month" => $"{Months[start.Month - 1]}\u00A0{year}",
            _ => $"{start.Day.ToString(CultureInfo.InvariantCulture)}\u00A0{Months[start.Month - 1]}\u00A0{year}",
        };
    }

    /// <summary>A step in short, for an axis: "Jan", "3", "2025".</summary>
    /// <param name="bucket">Index of the step.</param>
    public string ShortName(int bucket) => Step switch
    {
        "hour" or "period" => _times![bucket].ToString(Array.TrueForAll(_times, t => t.Minute == 0) ? "%H" : "H:mm", CultureInfo.InvariantCulture),
        "year" => Starts[bucket].Year.ToString(CultureInfo.InvariantCulture),
        "month" => Months[Starts[bucket].Month - 1],
        _ => Starts[bucket].Day.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The step that a day lies in; −1 outside of the horizon.</summary>
    /// <param name="day">Any day.</param>
    public int Find(DateOnly day)
    {
        // Reported figures are those of days and months, and stand at none of the hours.
        if (_times is not null)
            return -1;
        int found = -1;
        for (int i = 0; i < Starts.Count && Starts[i] <= day; i++)
            found = i;
        return found >= 0 && found == Count - 1 && day >= _end ? -1 : found;
    }

    private DateOnly _end;

    /// <summary>Amounts by step from a rate by period.</summary>
    /// <param name="rate">Rate in units of account per day, by period.</param>
    public double[] Sum(double[] rate)
    {
        var sums = new double[Count];
        AddTo(sums, rate, 1);
        return sums;
    }

    /// <summary>Adds amounts by step.</summary>
    /// <param name="sums">Amounts, by step.</param>
    /// <param name="rate">Rate in units of account per day, by period.</param>
    /// <param name="factor">What each amount is multiplied by.</param>
    public void AddTo(double[] sums, double[] rate, double factor)
    {
        ArgumentNullException.ThrowIfNull(sums);
        ArgumentNullException.ThrowIfNull(rate);
        for (int t = 0; t < rate.Length; t++)
        {
            if (rate[t] == 0)
                continue;
            foreach ((int bucket, double days) in _parts[t])
                sums[bucket] += days * rate[t] * factor;
        }
    }

    /// <summary>Means over time by step.</summary>
    /// <param name="value">Value by period, such as a price.</param>
    /// <param name="factor">What each mean is multiplied by.</param>
    public double[] Mean(double[] value, double factor = 1)
    {
        var means = new double[Count];
        AddTo(means, value, factor);
        for (int i = 0; i < means.Length; i++)
            means[i] = _days[i] > 0 ? means[i] / _days[i] : double.NaN;
        return means;
    }

    /// <summary>The value of the last period that ends in each step, such as a level.</summary>
    /// <param name="value">Value at the end of each period.</param>
    public double[] Last(double[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var last = new double[Count];
        for (int t = 0; t < value.Length; t++)
            last[_parts[t][^1].Bucket] = value[t];
        return last;
    }

    private List<DateOnly> Cut(Horizon horizon)
    {
        var starts = new List<DateOnly>();
        for (DateOnly day = horizon.From; day < horizon.To;)
        {
            starts.Add(day);
            day = Step switch
            {
                "day" => day.AddDays(1),
                "week" => day.AddDays(7),
                "month" => new DateOnly(day.Year, day.Month, 1).AddMonths(1),
                _ => new DateOnly(day.Year + 1, 1, 1),
            };
        }

        _end = horizon.To;
        return starts;
    }

    private List<(int Bucket, double Days)> Parts(Period period, Horizon horizon)
    {
        var parts = new List<(int, double)>(1);
        for (int i = Math.Max(0, Find(DateOnly.FromDateTime(period.Start))); i < Count; i++)
        {
            DateTime start = Starts[i].ToDateTime(TimeOnly.MinValue);
            DateTime end = (i + 1 < Count ? Starts[i + 1] : horizon.To).ToDateTime(TimeOnly.MinValue);
            DateTime from = start > period.Start ? start : period.Start, to = end < period.End ? end : period.End;
            if (to > from)
                parts.Add((i, (to - from).TotalDays * (period.Hours is null ? 1 : period.Days / (period.End - period.Start).TotalDays)));
            if (end >= period.End)
                break;
        }

        return parts;
    }
}
