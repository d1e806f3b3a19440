using System.Globalization;
using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Time;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>
/// The figures of a package on the periods of a horizon, evaluated by the checker alone. It knows the tables, the calendar and the
/// units of the model, and nothing of the compiled network.
/// </summary>
internal sealed class PackageFigures
{
    private readonly Dictionary<(string Table, string Subject, string Column), DatedValue[]> _dated;
    private readonly ILookup<string, Outage> _outages;
    private readonly ProfileFigures _profiles;
    private readonly SortedSet<string> _problems = new(StringComparer.Ordinal);
    private readonly int[] _firstDay;
    private readonly int[] _endDay;

    public PackageFigures(EnergySystem system, Horizon horizon)
    {
        System = system;
        Horizon = horizon;
        Count = horizon.Periods.Count;
        Days = [.. horizon.Periods.Select(p => p.Days)];
        Year = [.. horizon.Periods.Select(p => p.Year)];
        _firstDay = [.. horizon.Periods.Select(p => DateOnly.FromDateTime(p.Start).DayNumber)];
        _endDay = horizon.Step == TimeStep.Period
            ? [.. _firstDay.Select(d => d + 1)]
            : [.. horizon.Periods.Select((p, t) => Math.Max(_firstDay[t] + 1, DateOnly.FromDateTime(p.End).DayNumber))];
        _dated = system.DatedValues
            .GroupBy(v => (v.Table, v.Subject, v.Column))
            .ToDictionary(g => g.Key, g => g.OrderBy(v => v.Start).ToArray());
        _outages = system.Outages.ToLookup(o => o.Asset);
        _profiles = new ProfileFigures(system, horizon);
        Units = new UnitFigures(system, this);
    }

    /// <summary>The package.</summary>
    public EnergySystem System { get; }

    /// <summary>The periods.</summary>
    public Horizon Horizon { get; }

    /// <summary>Number of periods.</summary>
    public int Count { get; }

    /// <summary>Length of each period in days.</summary>
    public double[] Days { get; }

    /// <summary>Calendar year of each period.</summary>
    public int[] Year { get; }

    /// <summary>By how much the limits of assets are multiplied whose capacity was chosen, by id.</summary>
    public Dictionary<string, double> Scales { get; } = new(StringComparer.Ordinal);

    /// <summary>By how much the limits of an asset are multiplied: 1 unless its capacity was chosen.</summary>
    public double Scale(string asset) => Scales.GetValueOrDefault(asset, 1);

    /// <summary>Conversion to units and money of account.</summary>
    public UnitFigures Units { get; }

    /// <summary>Figures that could not be evaluated, in words.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    /// <summary>Remembers a figure that could not be evaluated.</summary>
    public void Report(string problem) => _problems.Add(problem);

    /// <summary>Days of a calendar year.</summary>
    public static double DaysOf(int year) => DateTime.IsLeapYear(year) ? 366 : 365;

    /// <summary>Average over the days of each period of what holds on a day; with hourly periods, and those that the package states, what holds on the day of the start.</summary>
    public double[] ByPeriod(Func<DateOnly, double> onDay)
    {
        double[] result = new double[Count];
        int known = -1;
        double value = 0;
        for (int t = 0; t < Count; t++)
        {
            double sum = 0;
            for (int day = _firstDay[t]; day < _endDay[t]; day++)
            {
                if (day != known)
                    (known, value) = (day, onDay(DateOnly.FromDayNumber(day)));
                sum += value;
            }

            result[t] = sum / (_endDay[t] - _firstDay[t]);
        }

        return result;
    }

    /// <summary>Sum over the days of a calendar year inside the horizon, divided by the days of the year.</summary>
    public double OverYear(int year, Func<DateOnly, double> onDay)
    {
        if (Horizon.Step == TimeStep.Period)
            return SumOver(year, ByPeriod(onDay)) / DaysOf(year);
        int first = Math.Max(new DateOnly(year, 1, 1).DayNumber, Horizon.From.DayNumber);
        int end = Math.Min(new DateOnly(year + 1, 1, 1).DayNumber, Horizon.To.DayNumber);
        double sum = 0;
        for (int day = first; day < end; day++)
            sum += onDay(DateOnly.FromDayNumber(day));
        return sum / DaysOf(year);
    }

    /// <summary>Share of each period's days that lie between a first day and an exclusive end, either of which may be open.</summary>
    public double[] Between(DateOnly? start, DateOnly? end) =>
        (start is null || start <= Horizon.From) && (end is null || end >= Horizon.To)
            ? Constant(1)
            : ByPeriod(day => Within(day, start, end) ? 1 : 0);

    /// <summary>Whether a day lies between a first day and an exclusive end.</summary>
    public static bool Within(DateOnly day, DateOnly? start, DateOnly? end) =>
        (start is not { } first || day >= first) && (end is not { } last || day < last);

    /// <summary>The same value in every period.</summary>
    public double[] Constant(double value)
    {
        double[] result = new double[Count];
        Array.Fill(result, value);
        return result;
    }

    /// <summary>Whether dated values replace a figure.</summary>
    public bool IsDated(string table, string id, string column) => _dated.ContainsKey((table, id, column));

    /// <summary>The text that replaces a figure on a day, or null.</summary>
    public string? TextOn(string table, string id, string column, DateOnly day)
    {
        if (!_dated.TryGetValue((table, id, column), out DatedValue[]? values))
            return null;
        foreach (DatedValue value in values)
        {
            if (Within(day, value.Start, value.End))
                return value.Value;
        }

        return null;
    }

    /// <summary>A figure as printed on a day.</summary>
    public double NumberOn(string table, string id, string column, double value, DateOnly day)
    {
        if (TextOn(table, id, column, day) is not { } text)
            return value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            return number;
        Report($"{table}.{column} of {id}: the dated value '{text}' is not a number.");
        return value;
    }

    /// <summary>A figure as printed, averaged over each period.</summary>
    public double[] Number(string table, string id, string column, double value) =>
        IsDated(table, id, column) ? ByPeriod(day => NumberOn(table, id, column, value, day)) : Constant(value);

    /// <summary>Share of each period's days on which a row is in service.</summary>
    public double[] InService(string table, string id, AssetStatus status, DateOnly? start, DateOnly? end)
    {
        if (IsDated(table, id, "status"))
            return ByPeriod(day => ServesOn(table, id, status, start, end, day) ? 1 : 0);
        return status == AssetStatus.Operating ? Between(start, end) : new double[Count];
    }

    /// <summary>Availability of an asset: service and outages by day, times the profile.</summary>
    public double[] Availability(string table, string id, AssetStatus status, DateOnly? start, DateOnly? end, string? profile = null)
    {
        Outage[] outages = [.. _outages[id]];
        double[] available;
        if (!Array.Exists(outages, o => o.PlannedStart is not null))
        {
            available = InService(table, id, status, start, end);
        }
        else
        {
            available = ByPeriod(day =>
            {
                double share = ServesOn(table, id, status, start, end, day) ? 1 : 0;
                foreach (Outage outage in outages)
                {
                    if (outage.PlannedStart is { } from && Within(day, from, outage.PlannedEnd))
                        share *= 1 - (outage.PlannedShare ?? 1);
                }

                return share;
            });
        }

        foreach (Outage outage in outages)
            UnitFigures.Scale(available, 1 - (outage.ForcedRate ?? 0));
        return profile is null ? available : Multiply(available, Profile(profile));
    }

    /// <summary>A profile, averaged over each period.</summary>
    public double[] Profile(string id)
    {
        if (_profiles.Find(id) is { } values)
            return values;
        Report($"Profile {id} is not in the package.");
        return Constant(1);
    }

    private bool ServesOn(string table, string id, AssetStatus status, DateOnly? start, DateOnly? end, DateOnly day) =>
        Within(day, start, end) && (TextOn(table, id, "status", day) is { } text ? text == "operating" : status == AssetStatus.Operating);

    /// <summary>Multiplies element by element, in place.</summary>
    public static double[] Multiply(double[] values, double[] factors)
    {
        for (int t = 0; t < values.Length; t++)
            values[t] *= factors[t];
        return values;
    }

    /// <summary>Σ h · rate over the periods of a calendar year.</summary>
    public double SumOver(int year, double[] rates)
    {
        double sum = 0;
        for (int t = 0; t < Count; t++)
        {
            if (Year[t] == year)
                sum += Days[t] * rates[t];
        }

        return sum;
    }
}
