using Corridor.Model.Time;

namespace Corridor.Studies.Compilation;

/// <summary>Averages what varies by day over the periods of a horizon.</summary>
internal sealed class PeriodSampler(Horizon horizon)
{
    public Horizon Horizon { get; } = horizon;

    /// <summary>The same value in every period.</summary>
    public double[] Constant(double value)
    {
        var result = new double[Horizon.Periods.Count];
        Array.Fill(result, value);
        return result;
    }

    /// <summary>Average over the days of each period; with hourly periods, and with those that a package states, the value of the day of the start.</summary>
    public double[] Average(Func<DateOnly, double> valueOn)
    {
        var result = new double[Horizon.Periods.Count];
        DateOnly last = DateOnly.MinValue;
        double lastValue = 0;
        for (int t = 0; t < result.Length; t++)
        {
            Period period = Horizon.Periods[t];
            DateOnly day = DateOnly.FromDateTime(period.Start);
            if (Horizon.Step is TimeStep.Hour or TimeStep.Day or TimeStep.Period)
            {
                if (day != last)
                    (last, lastValue) = (day, valueOn(day));
                result[t] = lastValue;
                continue;
            }

            double sum = 0;
            int days = 0;
            for (DateOnly end = DateOnly.FromDateTime(period.End); day < end; day = day.AddDays(1), days++)
                sum += valueOn(day);
            result[t] = sum / days;
        }

        return result;
    }

    /// <summary>A figure with its dated values, times a factor that may differ by period.</summary>
    public double[] Figure(DatedFigures.DatedFigure? dated, double value, Func<int, double> factor)
    {
        double[] result = dated is null ? Constant(value) : Average(day => dated.NumberAt(day, value));
        for (int t = 0; t < result.Length; t++)
            result[t] *= factor(t);
        return result;
    }

    /// <summary>Sum over the days of a calendar year inside the horizon of a value, divided by the days of the whole year.</summary>
    public double YearShare(int year, Func<DateOnly, double> valueOn)
    {
        double sum = 0;
        if (Horizon.Step == TimeStep.Period)
        {
            // Days that stated periods stand for count as often as they say.
            double[] values = Average(valueOn);
            for (int t = 0; t < values.Length; t++)
                sum += Horizon.Periods[t].Year == year ? Horizon.Periods[t].Days * values[t] : 0;
            return sum / (DateTime.IsLeapYear(year) ? 366 : 365);
        }

        DateOnly first = Max(new DateOnly(year, 1, 1), Horizon.From);
        DateOnly end = Min(new DateOnly(year + 1, 1, 1), Horizon.To);
        for (DateOnly day = first; day < end; day = day.AddDays(1))
            sum += valueOn(day);
        return sum / (DateTime.IsLeapYear(year) ? 366 : 365);
    }

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;
}
