using System.Globalization;
using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>Names the place where the flows asked for would need a pressure of zero or less, and the pipe that loses most on the way there.</summary>
internal static class LowestPressure
{
    /// <summary>The complaint; null where every known pressure is positive.</summary>
    internal static HydraulicComplaint? Find(GasNetwork network, Places places, SteadyState state)
    {
        int lowest = -1;
        for (int i = 0; i < state.Pressure.Length; i++)
        {
            if (state.Pressure[i] <= 0.0 && (lowest < 0 || state.Pressure[i] < state.Pressure[lowest]))
                lowest = i;
        }

        if (lowest < 0)
            return null;
        int node = lowest < network.Nodes.Count ? lowest : network.Elements[places.Owner(lowest)].From;
        (int pipe, double loss, int source) = WayThere(state, lowest);
        string message = $"The flows asked for would need a pressure below zero at node {network.Nodes[node].Id}";
        if (pipe >= 0)
        {
            GasElement element = network.Elements[pipe];
            message += string.Create(
                CultureInfo.InvariantCulture,
                $"; on the way there from {Name(network, places, source)} the {element.Kind} {element.Id} loses most, {100.0 * loss:0} % of the fall.");
        }
        else
            message += ".";
        return new HydraulicComplaint(ComplaintKind.NegativePressure, node, pipe, message, true);
    }

    private static string Name(GasNetwork network, Places places, int place) =>
        place < network.Nodes.Count ? $"node {network.Nodes[place].Id}" : $"element {network.Elements[places.Owner(place)].Id}";

    /// <summary>Upstream along the greatest inflow: the element with the greatest fall of potential, its share of the whole fall, and where the way begins.</summary>
    private static (int Element, double Share, int Source) WayThere(SteadyState state, int place)
    {
        Link[] links = state.Wiring.Links;
        var best = new int[state.Pressure.Length];
        Array.Fill(best, -1);
        for (int k = 0; k < links.Length; k++)
        {
            int into = state.Flow[k] >= 0.0 ? links[k].To : links[k].From;
            if (state.Flow[k] != 0.0 && (best[into] < 0 || Math.Abs(state.Flow[k]) > Math.Abs(state.Flow[best[into]])))
                best[into] = k;
        }

        var visited = new HashSet<int>();
        int worst = -1;
        double greatest = 0.0;
        double whole = 0.0;
        while (visited.Add(place) && best[place] >= 0)
        {
            Link link = links[best[place]];
            int from = link.From == place ? link.To : link.From;
            double fall = state.Potential[from] - state.Potential[place];
            if (fall > 0.0)
                whole += fall;
            if (fall > greatest)
            {
                greatest = fall;
                worst = link.Element;
            }

            place = from;
        }

        return (worst, whole > 0.0 ? greatest / whole : 0.0, place);
    }
}
