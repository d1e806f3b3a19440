using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Values of series just before a time: a step that ends at a jump ends before it.</summary>
internal static class SeriesLimits
{
    /// <summary>Value of a series as the time is reached from below.</summary>
    internal static double Before(TimeSeries series, double time)
    {
        int upper = FirstNotBefore(series.Times, time);
        if (upper == 0)
            return series.Values[0];
        if (upper == series.Times.Count)
            return series.Values[^1];
        double share = (time - series.Times[upper - 1]) / (series.Times[upper] - series.Times[upper - 1]);
        return series.Values[upper - 1] + (share * (series.Values[upper] - series.Values[upper - 1]));
    }

    /// <summary>Control of a series as the time is reached from below.</summary>
    internal static StationControl Before(ControlSeries series, double time)
    {
        int upper = FirstNotBefore(series.Times, time);
        StationControl control = series.Controls[Math.Max(0, upper - 1)];
        return control with { Value = ValueBefore(series, time) };
    }

    /// <summary>Set point of a series as the time is reached from below.</summary>
    internal static double ValueBefore(ControlSeries series, double time) => Between(series, FirstNotBefore(series.Times, time), time);

    /// <summary>Set point of a series from a time on.</summary>
    internal static double ValueAt(ControlSeries series, double time)
    {
        int upper = FirstNotBefore(series.Times, time);
        while (upper < series.Times.Count && series.Times[upper] == time)
            upper++;
        return Between(series, upper, time);
    }

    private static double Between(ControlSeries series, int upper, double time)
    {
        StationControl before = series.Controls[Math.Max(0, upper - 1)];
        if (upper == 0 || upper == series.Times.Count || series.Controls[upper].Mode != before.Mode)
            return before.Value;
        double share = (time - series.Times[upper - 1]) / (series.Times[upper] - series.Times[upper - 1]);
        return before.Value + (share * (series.Controls[upper].Value - before.Value));
    }

    private static int FirstNotBefore(IReadOnlyList<double> times, double time)
    {
        int low = 0;
        int high = times.Count;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (times[middle] < time)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
