namespace Corridor.Model.Hydraulics;

/// <summary>
/// A figure over time by points: linear between them, constant before the first and after the last. A jump is two points at one time, of
/// which the later holds from that time on.
/// </summary>
/// <param name="Times">Times [s], never decreasing, at least one.</param>
/// <param name="Values">A value for each time, in the unit of the figure.</param>
public sealed record TimeSeries(IReadOnlyList<double> Times, IReadOnlyList<double> Values)
{
    /// <summary>A figure that never changes.</summary>
    public static TimeSeries Constant(double value) => new([0.0], [value]);

    /// <summary>The value at a time.</summary>
    /// <param name="time">Time [s].</param>
    public double At(double time)
    {
        int low = 0;
        int high = Times.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Times[middle] <= time)
                low = middle + 1;
            else
                high = middle;
        }

        if (low == 0)
            return Values[0];
        if (low == Times.Count)
            return Values[^1];
        double share = (time - Times[low - 1]) / (Times[low] - Times[low - 1]);
        return Values[low - 1] + share * (Values[low] - Values[low - 1]);
    }
}
