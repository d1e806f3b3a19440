using System.Globalization;
using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>Parts of the network that no held pressure refers to: fine without injections, a complaint with them.</summary>
internal static class CutOffParts
{
    /// <summary>Adds a complaint for each such part that has injections or would have to supply others.</summary>
    internal static void Report(GasNetwork network, Places places, SteadyState state, double[] injection, List<HydraulicComplaint> complaints)
    {
        Wiring wiring = state.Wiring;
        int[] part = Parts(wiring);
        double[] amount = Amounts(wiring, state, injection);
        double[] total = new double[wiring.ClusterCount];
        int[] worst = new int[wiring.ClusterCount];
        Array.Fill(worst, -1);
        for (int i = 0; i < wiring.Cluster.Length; i++)
        {
            int cluster = wiring.Cluster[i];
            if (cluster < 0 || !wiring.IsCutOff[cluster])
                continue;
            int root = part[cluster];
            total[root] += amount[i];
            if (amount[i] != 0.0 && (worst[root] < 0 || Math.Abs(amount[i]) > Math.Abs(amount[worst[root]])))
                worst[root] = i;
        }

        for (int c = 0; c < worst.Length; c++)
        {
            if (worst[c] < 0 || Math.Abs(amount[worst[c]]) < 1e-9)
                continue;
            int place = worst[c];
            int node = place < network.Nodes.Count ? place : network.Elements[places.Owner(place)].From;
            int closed = ClosedAround(network, wiring, part, c);
            string flow = string.Create(CultureInfo.InvariantCulture, $"{amount[place]:0.###} kg/s at node {network.Nodes[node].Id} (in sum {total[c]:0.###} kg/s)");
            complaints.Add(closed >= 0
                ? new HydraulicComplaint(ComplaintKind.CutOff, node, -1, $"The part of the network around node {network.Nodes[node].Id} is cut off by the closed {network.Elements[closed].Kind} {network.Elements[closed].Id} with {flow}.", true)
                : new HydraulicComplaint(ComplaintKind.NoPressureReference, node, -1, $"No pressure is held in the part of the network around node {network.Nodes[node].Id} with {flow}.", true));
        }
    }

    private static double[] Amounts(Wiring wiring, SteadyState state, double[] injection)
    {
        double[] amount = (double[])injection.Clone();
        for (int k = 0; k < wiring.Links.Length; k++)
        {
            Link link = wiring.Links[k];
            if (link.Kind != LinkKind.Transfer && !link.IsHold)
                continue;
            amount[link.From] -= state.Flow[k];
            amount[link.To] += state.Flow[k];
        }

        return amount;
    }

    private static int[] Parts(Wiring wiring)
    {
        int[] part = [.. Enumerable.Range(0, wiring.ClusterCount)];
        foreach (int k in wiring.LawLinks)
        {
            int a = Root(wiring.Cluster[wiring.Links[k].From]);
            int b = Root(wiring.Cluster[wiring.Links[k].To]);
            if (wiring.IsCutOff[a] && wiring.IsCutOff[b])
                part[Math.Max(a, b)] = Math.Min(a, b);
        }

        for (int c = 0; c < part.Length; c++)
            part[c] = Root(c);
        return part;

        int Root(int c)
        {
            while (part[c] != c)
                c = part[c] = part[part[c]];
            return c;
        }
    }

    /// <summary>An element that joins the part to the rest of the network but is closed; −1 for none.</summary>
    private static int ClosedAround(GasNetwork network, Wiring wiring, int[] part, int root)
    {
        for (int e = 0; e < network.Elements.Count; e++)
        {
            int a = wiring.Cluster[network.Elements[e].From];
            int b = wiring.Cluster[network.Elements[e].To];
            bool isA = a >= 0 && wiring.IsCutOff[a] && part[a] == root;
            bool isB = b >= 0 && wiring.IsCutOff[b] && part[b] == root;
            if (isA != isB && !wiring.Links.Any(link => link.Element == e))
                return e;
        }

        return -1;
    }
}
