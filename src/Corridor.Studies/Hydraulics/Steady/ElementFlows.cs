using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>Flows of the elements from those of their links.</summary>
internal static class ElementFlows
{
    private const double Rounding = 1e-13;

    /// <summary>Flow of each element [kg/s]; 0 where it has no link in its present state.</summary>
    internal static double[] Of(GasNetwork network, SteadyState state, Places places)
    {
        var flow = new double[network.Elements.Count];
        Link[] links = state.Wiring.Links;
        double largest = 0.0;
        for (int k = 0; k < links.Length; k++)
        {
            // Of a station with losses the part between its inner places counts; all parts carry the same.
            int e = links[k].Element;
            if (!places.HasInner(e) || links[k].From == places.Before(e) || links[k].From == network.Elements[e].From)
                flow[e] = state.Flow[k];
            largest = Math.Max(largest, Math.Abs(state.Flow[k]));
        }

        // What rounding leaves of no flow has no direction.
        for (int e = 0; e < flow.Length; e++)
        {
            if (Math.Abs(flow[e]) <= Rounding * largest)
                flow[e] = 0.0;
        }

        return flow;
    }

    /// <summary>Whether a pressure is zero or negative; NaN is neither.</summary>
    internal static bool ContainsNotPositive(this ReadOnlySpan<double> pressures)
    {
        foreach (double pressure in pressures)
        {
            if (pressure <= 0.0)
                return true;
        }

        return false;
    }

    /// <summary>Whether a pressure is zero or negative; NaN is neither.</summary>
    internal static bool ContainsNotPositive(this Span<double> pressures) => ((ReadOnlySpan<double>)pressures).ContainsNotPositive();
}
