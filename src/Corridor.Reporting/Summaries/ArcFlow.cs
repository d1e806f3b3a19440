using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Reporting.Summaries;

/// <summary>What enters and leaves an arc.</summary>
internal static class ArcFlow
{
    /// <summary>Rate at which one direction arrives in a period, units of account per day; a delayed transport delivers what it loaded earlier.</summary>
    public static double Arriving(CompiledArc arc, double[] flow, int period)
    {
        int loaded = arc.Delay == 0 ? period : (((period - arc.Delay) % flow.Length) + flow.Length) % flow.Length;
        return flow[loaded] * (1 - arc.Loss);
    }

    /// <summary>Sum over the horizon of what arrives, units of account.</summary>
    public static double TotalArriving(CompiledArc arc, double[] flow, Horizon horizon)
    {
        double sum = 0;
        for (int t = 0; t < flow.Length; t++)
            sum += horizon.Periods[t].Days * Arriving(arc, flow, t);
        return sum;
    }

    /// <summary>Sum over the horizon of a rate, units of account.</summary>
    public static double Total(double[] rate, Horizon horizon)
    {
        double sum = 0;
        for (int t = 0; t < rate.Length; t++)
            sum += horizon.Periods[t].Days * rate[t];
        return sum;
    }

    /// <summary>Σ over the horizon of capacity × shadow price of one direction, money of account. No value where there is no capacity.</summary>
    public static double Value(CompiledArc arc, ArcResult result, int direction, Horizon horizon)
    {
        double sum = 0;
        double[] capacity = arc.Capacity[direction], shadow = result.ShadowValue[direction];
        for (int t = 0; t < shadow.Length; t++)
        {
            if (capacity[t] > 0 && double.IsFinite(capacity[t]))
                sum += horizon.Periods[t].Days * capacity[t] * shadow[t];
        }

        return sum;
    }
}
