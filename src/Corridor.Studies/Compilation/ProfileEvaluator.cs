using System.Globalization;
using Corridor.Model;
using Corridor.Model.Time;

namespace Corridor.Studies.Compilation;

/// <summary>
/// Evaluates profiles. Months (M01 … M12) run straight from mid-month to mid-month; hours (H00 … H23) hold for the hour of every day;
/// dated values hold from their instant until the next. A shape is divided by its mean over the calendar year.
/// </summary>
internal sealed class ProfileEvaluator
{
    private readonly Dictionary<string, Profile> _profiles = [];

    public ProfileEvaluator(EnergySystem system)
    {
        ILookup<string, ProfilePoint> points = system.Profiles.ToLookup(p => p.Profile);
        foreach (ProfileSet set in system.ProfileSets)
            _profiles.TryAdd(set.Id, new Profile(set.Use, points[set.Id]));
    }

    /// <summary>Average of a profile over each period; its value at the start where the package states the periods; ones for no profile.</summary>
    public double[] Sample(string? id, PeriodSampler sampler)
    {
        if (id is null || !_profiles.TryGetValue(id, out Profile? profile))
            return sampler.Constant(1);
        IReadOnlyList<Period> periods = sampler.Horizon.Periods;
        var result = new double[periods.Count];
        bool instants = sampler.Horizon.Step == TimeStep.Period;
        for (int t = 0; t < result.Length; t++)
            result[t] = instants ? profile.At(periods[t].Start) : profile.Average(periods[t].Start, periods[t].End);
        return result;
    }

    private sealed class Profile
    {
        private readonly double[]? _months;
        private readonly double[]? _hours;
        private readonly (DateTime From, double Value)[] _dated = [];
        private readonly bool _shape;
        private readonly Dictionary<int, double> _yearMean = [];

        public Profile(ProfileUse use, IEnumerable<ProfilePoint> points)
        {
            _shape = use == ProfileUse.Shape;
            var dated = new List<(DateTime, double)>();
            foreach (ProfilePoint point in points)
            {
                if (point.Time.StartsWith('M') && int.TryParse(point.Time.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int month) && month is >= 1 and <= 12)
                    (_months ??= NewArray(12))[month - 1] = point.Value;
                else if (point.Time.StartsWith('H') && int.TryParse(point.Time.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int hour) && hour is >= 0 and <= 23)
                    (_hours ??= NewArray(24))[hour] = point.Value;
                else if (DateTime.TryParse(point.Time, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime from))
                    dated.Add((from, point.Value));
            }

            bool ordered = true;
            for (int i = 1; i < dated.Count && ordered; i++)
                ordered = dated[i - 1].Item1 <= dated[i].Item1;
            if (!ordered)
                dated.Sort((a, b) => a.Item1.CompareTo(b.Item1));
            _dated = [.. dated];
        }

        /// <summary>The value at an instant.</summary>
        public double At(DateTime time)
        {
            double value = _dated.Length > 0 ? _dated[Math.Max(LastBefore(time), 0)].Value : MonthValue(time.Date) * (_hours?[time.Hour] ?? 1);
            return _shape ? value / YearMean(time.Year) : value;
        }

        public double Average(DateTime start, DateTime end)
        {
            double raw = RawAverage(start, end);
            return _shape ? raw / YearMean(start.Year) : raw;
        }

        private double RawAverage(DateTime start, DateTime end)
        {
            if (_dated.Length > 0)
                return DatedAverage(start, end);
            double sum = 0, hours = 0;
            for (DateTime day = start.Date; day < end; day = day.AddDays(1))
            {
                DateTime from = day > start ? day : start;
                DateTime to = day.AddDays(1) < end ? day.AddDays(1) : end;
                double length = (to - from).TotalHours;
                sum += MonthValue(day) * HourAverage(from, to) * length;
                hours += length;
            }

            return sum / hours;
        }

        private double MonthValue(DateTime day)
        {
            if (_months is null)
                return 1;
            DateTime noon = day.AddHours(12);
            DateTime mid = MidMonth(noon.Year, noon.Month);
            DateTime other = noon < mid ? MidMonthBefore(noon) : MidMonthAfter(noon);
            double weight = Math.Abs((noon - mid).TotalDays) / Math.Abs((other - mid).TotalDays);
            return ((1 - weight) * _months[mid.Month - 1]) + (weight * _months[other.Month - 1]);
        }

        private static DateTime MidMonth(int year, int month) =>
            new DateTime(year, month, 1).AddDays(DateTime.DaysInMonth(year, month) / 2.0);

        private static DateTime MidMonthBefore(DateTime time)
        {
            DateTime before = new DateTime(time.Year, time.Month, 1).AddDays(-1);
            return MidMonth(before.Year, before.Month);
        }

        private static DateTime MidMonthAfter(DateTime time)
        {
            DateTime after = new DateTime(time.Year, time.Month, 1).AddMonths(1);
            return MidMonth(after.Year, after.Month);
        }

        private double HourAverage(DateTime from, DateTime to)
        {
            if (_hours is null)
                return 1;
            double sum = 0;
            int count = 0;
            for (DateTime hour = from; hour < to; hour = hour.AddHours(1), count++)
                sum += _hours[hour.Hour];
            return sum / count;
        }

        private double DatedAverage(DateTime start, DateTime end)
        {
            int i = LastBefore(start);
            double sum = 0;
            for (DateTime at = start; at < end;)
            {
                DateTime next = i + 1 < _dated.Length && _dated[i + 1].From < end ? _dated[i + 1].From : end;
                sum += _dated[Math.Max(i, 0)].Value * (next - at).TotalHours;
                at = next;
                i++;
            }

            return sum / (end - start).TotalHours;
        }

        /// <summary>Index of the last dated value that begins at or before an instant; −1 if none does.</summary>
        private int LastBefore(DateTime time)
        {
            int low = 0, high = _dated.Length;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (_dated[middle].From <= time)
                    low = middle + 1;
                else
                    high = middle;
            }

            return low - 1;
        }

        private double YearMean(int year)
        {
            if (!_yearMean.TryGetValue(year, out double mean))
            {
                mean = RawAverage(new DateTime(year, 1, 1), new DateTime(year + 1, 1, 1));
                _yearMean[year] = mean = mean > 0 ? mean : 1;
            }

            return mean;
        }

        private static double[] NewArray(int length)
        {
            var array = new double[length];
            Array.Fill(array, 1.0);
            return array;
        }
    }
}
