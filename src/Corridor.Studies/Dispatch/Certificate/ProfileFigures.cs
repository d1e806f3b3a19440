using System.Globalization;
using Corridor.Model;
using Corridor.Model.Time;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>
/// Profiles on the periods of a horizon. A day's value of a monthly profile is the straight line between mid-months at its noon; an
/// hourly profile multiplies it; dated values hold until the next. A shape is divided by its mean over the calendar year of the period.
/// </summary>
internal sealed class ProfileFigures(EnergySystem system, Horizon horizon)
{
    private readonly ILookup<string, ProfilePoint> _points = system.Profiles.ToLookup(p => p.Profile);
    private readonly Dictionary<string, double[]?> _known = new(StringComparer.Ordinal);

    /// <summary>Average of a profile over each period; null if there is no such profile.</summary>
    public double[]? Find(string id)
    {
        if (!_known.TryGetValue(id, out double[]? values))
            _known[id] = values = system.ProfileSets.FirstOrDefault(s => s.Id == id) is { } set ? Evaluate(set) : null;
        return values is null ? null : [.. values];
    }

    private double[] Evaluate(ProfileSet set)
    {
        var curve = new Curve(_points[set.Id]);
        bool instants = horizon.Step == TimeStep.Period;
        double[] values = [.. horizon.Periods.Select(p => instants ? curve.At(p.Start) : curve.Mean(p.Start, p.End))];
        if (set.Use != ProfileUse.Shape)
            return values;
        Dictionary<int, double> means = horizon.Years.ToDictionary(y => y, y => curve.Mean(new DateTime(y, 1, 1), new DateTime(y + 1, 1, 1)));
        for (int t = 0; t < values.Length; t++)
        {
            double mean = means[horizon.Periods[t].Year];
            values[t] /= mean > 0 ? mean : 1;
        }

        return values;
    }

    /// <summary>One profile as a function of time, with its mean over a span.</summary>
    private sealed class Curve
    {
        private readonly double[] _month = [.. Enumerable.Repeat(1.0, 12)];
        private readonly double[] _hour = [.. Enumerable.Repeat(1.0, 24)];
        private readonly List<(DateTime From, double Value)> _steps = [];
        private readonly double[] _integral;

        public Curve(IEnumerable<ProfilePoint> points)
        {
            foreach (ProfilePoint point in points)
            {
                if (Index(point.Time, 'M', 1, 12) is { } month)
                    _month[month - 1] = point.Value;
                else if (Index(point.Time, 'H', 0, 23) is { } hour)
                    _hour[hour] = point.Value;
                else if (DateTime.TryParse(point.Time, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime from))
                    _steps.Add((from, point.Value));
            }

            _steps.Sort((a, b) => a.From.CompareTo(b.From));
            _integral = new double[_steps.Count];
            for (int i = 1; i < _steps.Count; i++)
                _integral[i] = _integral[i - 1] + ((_steps[i].From - _steps[i - 1].From).TotalHours * _steps[i - 1].Value);
        }

        /// <summary>The value at an instant.</summary>
        public double At(DateTime time) =>
            _steps.Count == 0 ? OnDay(DateOnly.FromDateTime(time)) * _hour[time.Hour] : _steps[Math.Max(0, Begun(time))].Value;

        public double Mean(DateTime start, DateTime end) =>
            _steps.Count > 0 ? (Integral(end) - Integral(start)) / (end - start).TotalHours : CyclicMean(start, end);

        private static int? Index(string time, char letter, int least, int most) =>
            time.Length > 1 && time[0] == letter
            && int.TryParse(time.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && index >= least && index <= most ? index : null;

        /// <summary>Integral of the dated values from the first of them, in value · hours; the first holds before it as well.</summary>
        private double Integral(DateTime to)
        {
            if (to <= _steps[0].From)
                return (to - _steps[0].From).TotalHours * _steps[0].Value;
            int last = Begun(to);
            return _integral[last] + ((to - _steps[last].From).TotalHours * _steps[last].Value);
        }

        /// <summary>The last value that holds at an instant or began before it; −1 where none did.</summary>
        private int Begun(DateTime time)
        {
            int first = -1, after = _steps.Count;
            while (after - first > 1)
            {
                int middle = first + ((after - first) / 2);
                if (_steps[middle].From > time)
                    after = middle;
                else
                    first = middle;
            }

            return first;
        }

        private double CyclicMean(DateTime start, DateTime end)
        {
            double sum = 0;
            int hours = 0;
            double ofDay = 0;
            for (DateTime hour = start; hour < end; hour = hour.AddHours(1), hours++)
            {
                if (hours == 0 || hour.Hour == 0)
                    ofDay = OnDay(DateOnly.FromDateTime(hour));
                sum += ofDay * _hour[hour.Hour];
            }

            return sum / hours;
        }

        private double OnDay(DateOnly day)
        {
            double noon = day.DayNumber + 0.5;
            var first = new DateOnly(day.Year, day.Month, 1);
            DateOnly left = noon < Middle(first) ? first.AddMonths(-1) : first;
            DateOnly right = left.AddMonths(1);
            double share = (noon - Middle(left)) / (Middle(right) - Middle(left));
            return _month[left.Month - 1] + (share * (_month[right.Month - 1] - _month[left.Month - 1]));
        }

        private static double Middle(DateOnly first) => first.DayNumber + (DateTime.DaysInMonth(first.Year, first.Month) / 2.0);
    }
}
