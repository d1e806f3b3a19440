using System.Globalization;
using Corridor.Model.Time;

namespace Corridor.Reporting.Maps;

/// <summary>The months of a horizon, or its years where it is long, and what share of each period lies in which.</summary>
internal sealed class MapSteps
{
    private const int MostMonths = 36;

    /// <summary>For each period: (step, days of the period in it).</summary>
    private readonly (int Step, double Days)[][] _parts;

    public MapSteps(Horizon horizon)
    {
        int months = (((horizon.To.Year - horizon.From.Year) * 12) + horizon.To.Month - horizon.From.Month) + 1;
        bool years = months > MostMonths + 1;
        var starts = new List<DateTime>();
        DateTime end = horizon.To.ToDateTime(TimeOnly.MinValue);
        DateTime at = horizon.From.ToDateTime(TimeOnly.MinValue);
        while (at < end)
        {
            starts.Add(at);
            at = years ? new DateTime(at.Year, 1, 1).AddYears(1) : new DateTime(at.Year, at.Month, 1).AddMonths(1);
        }

        starts.Add(end);
        string format = years ? "yyyy" : "MMMM yyyy";
        Steps = [.. starts.Take(starts.Count - 1).Select((s, i) => new MapStep(s.ToString(format, CultureInfo.InvariantCulture), (starts[i + 1] - s).TotalDays))];
        _parts = [.. horizon.Periods.Select(p => Split(p, starts).ToArray())];
    }

    public IReadOnlyList<MapStep> Steps { get; }

    /// <summary>Adds a rate per day up by step.</summary>
    /// <param name="rate">Rate in a period.</param>
    /// <param name="factor">Display units per unit of the rate.</param>
    public double[] Sum(Func<int, double> rate, double factor)
    {
        var sums = new double[Steps.Count];
        for (int t = 0; t < _parts.Length; t++)
        {
            double value = rate(t);
            if (value == 0)
                continue;
            foreach ((int step, double days) in _parts[t])
                sums[step] += value * days * factor;
        }

        return sums;
    }

    private static IEnumerable<(int Step, double Days)> Split(Period period, List<DateTime> starts)
    {
        for (int i = 0; i < starts.Count - 1; i++)
        {
            DateTime from = period.Start > starts[i] ? period.Start : starts[i];
            DateTime to = period.End < starts[i + 1] ? period.End : starts[i + 1];
            if (to > from)
                yield return (i, (to - from).TotalDays * (period.Hours is null ? 1 : period.Days / (period.End - period.Start).TotalDays));
        }
    }
}
