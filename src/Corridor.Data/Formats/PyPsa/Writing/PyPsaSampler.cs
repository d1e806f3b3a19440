using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa.Reading;
using Corridor.Model;
using Corridor.Model.Time;

namespace Corridor.Data.Formats.PyPsa.Writing;

/// <summary>The snapshots of a package, and its profiles read at the start of each.</summary>
internal sealed class PyPsaSampler
{
    /// <summary>Days above which a horizon without periods of its own is written by the day.</summary>
    private const int MostHourlyDays = 366;

    private readonly Dictionary<string, ProfileUse> _uses;
    private readonly Dictionary<string, List<(string Time, double Value)>> _points = new(StringComparer.Ordinal);
    private readonly FidelityReport _report;

    public PyPsaSampler(EnergySystem system, FidelityReport report)
    {
        _report = report;
        _uses = system.ProfileSets.GroupBy(p => p.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Use, StringComparer.Ordinal);
        foreach (ProfilePoint point in system.Profiles)
        {
            if (!_points.TryGetValue(point.Profile, out List<(string Time, double Value)>? points))
                _points.Add(point.Profile, points = []);
            points.Add((point.Time, point.Value));
        }

        Periods = HorizonOf(system, report).Periods;
        foreach (Period period in Periods)
            YearShares[period.Year] = YearShares.GetValueOrDefault(period.Year) + (period.Days / (DateTime.IsLeapYear(period.Year) ? 366 : 365));
    }

    /// <summary>The snapshots.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>Share of each calendar year that the snapshots stand for.</summary>
    public SortedDictionary<int, double> YearShares { get; } = [];

    /// <summary>The sum over the snapshots that a figure of a calendar year makes.</summary>
    public double Sum(double annual) => annual * YearShares.Values.Sum();

    /// <summary>Values of a profile at the snapshots; null for none.</summary>
    public double[]? Values(string? id)
    {
        if (id is null || !_points.TryGetValue(id, out List<(string Time, double Value)>? points))
            return null;
        Func<DateTime, double> at = Reader(points);
        double scale = 1;
        if (_uses.GetValueOrDefault(id) == ProfileUse.Shape)
        {
            _report.Approximated("profiles", id, "", "a shape is scaled by its average at noon of each day of the year");
            double mean = Enumerable.Range(0, 365).Average(d => Enumerable.Range(0, 24).Average(h => at(new DateTime(Periods[0].Year, 1, 1).AddDays(d).AddHours(h))));
            scale = mean > 0 ? 1 / mean : 1;
        }

        return [.. Periods.Select(p => at(p.Start) * scale)];
    }

    private static Func<DateTime, double> Reader(List<(string Time, double Value)> points)
    {
        var months = new double[13];
        var hours = new double[24];
        var dated = new List<(DateTime At, double Value)>();
        Array.Fill(hours, 1);
        Array.Fill(months, 1);
        foreach ((string time, double value) in points)
        {
            if (PyPsaTimes.TryParse(time, out DateTime at))
                dated.Add((at, value));
            else if (time is ['M', ..] && int.TryParse(time.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int month) && month is >= 1 and <= 12)
                months[month] = value;
            else if (time is ['H', ..] && int.TryParse(time.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int hour) && hour is >= 0 and <= 23)
                hours[hour] = value;
        }

        if (dated.Count == 0)
            return at => Month(months, at) * hours[at.Hour];
        dated.Sort((a, b) => a.At.CompareTo(b.At));
        DateTime[] starts = [.. dated.Select(d => d.At)];
        return at =>
        {
            int found = Array.BinarySearch(starts, at);
            return dated[Math.Max(0, found >= 0 ? found : ~found - 1)].Value;
        };
    }

    /// <summary>Straight between the middles of the months.</summary>
    private static double Month(double[] months, DateTime at)
    {
        double days = DateTime.DaysInMonth(at.Year, at.Month);
        double position = ((at.Day - 1) + (at.TimeOfDay.TotalDays) - (days / 2)) / days;
        int other = position < 0 ? (at.Month == 1 ? 12 : at.Month - 1) : at.Month == 12 ? 1 : at.Month + 1;
        double weight = Math.Abs(position);
        return ((1 - weight) * months[at.Month]) + (weight * months[other]);
    }

    private static Horizon HorizonOf(EnergySystem system, FidelityReport report)
    {
        if (Horizon.Of(system.Periods) is { } stated)
            return stated;
        if (system.Description is not { From: { } from, To: { } to } || to <= from)
        {
            report.Defaulted("package", "from and to", "snapshots", "the package states no horizon; the first day of 2025 is taken");
            return new Horizon(new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 2), TimeStep.Hour);
        }

        bool byHour = to.DayNumber - from.DayNumber <= MostHourlyDays;
        if (!byHour)
            report.Approximated("package", "from and to", "snapshots", "a horizon of more than a year is written by the day; profiles are read at its start");
        return new Horizon(from, to, byHour ? TimeStep.Hour : TimeStep.Day);
    }
}
