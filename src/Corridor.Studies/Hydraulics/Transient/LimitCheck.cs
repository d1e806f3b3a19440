using System.Globalization;
using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Lists limits that a run passed, each once, with its worst figure among the outputs: bounds of pressure, and ratios and outlet pressures of stations.</summary>
internal sealed class LimitCheck(GasNetwork network, TransientRecorder recorder, List<HydraulicComplaint> complaints)
{
    private const double Slack = 1.0 + 1e-6;

    internal void Run()
    {
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            GasNode node = network.Nodes[i];
            if (!node.InService)
                continue;
            if (node.PressureMin is { } least)
                Note(ComplaintKind.PressureBound, i, -1, k => least / recorder.Pressures[k][i], k => Text($"Node '{node.Id}' falls to {recorder.Pressures[k][i] / 1e5:0.##} bar at {recorder.Times[k]:0} s; at least {least / 1e5:0.##} bar are allowed."));
            if (node.PressureMax is { } most)
                Note(ComplaintKind.PressureBound, i, -1, k => recorder.Pressures[k][i] / most, k => Text($"Node '{node.Id}' rises to {recorder.Pressures[k][i] / 1e5:0.##} bar at {recorder.Times[k]:0} s; at most {most / 1e5:0.##} bar are allowed."));
        }

        for (int e = 0; e < network.Elements.Count; e++)
        {
            if (network.Elements[e] is not GasCompressorStation { InService: true } station)
                continue;
            double Ratio(int k) => recorder.FlowsIn[k][e] > 0.0 ? recorder.Pressures[k][station.To] / recorder.Pressures[k][station.From] : 0.0;
            if (station.RatioMax is { } ratio)
                Note(ComplaintKind.StationLimit, -1, e, k => Ratio(k) / ratio, k => Text($"Station '{station.Id}' works at a ratio of {Ratio(k):0.###} at {recorder.Times[k]:0} s; it is built for {ratio:0.###}."));
            if (station.OutletPressureMax is { } outlet)
                Note(ComplaintKind.StationLimit, -1, e, k => recorder.FlowsIn[k][e] > 0.0 ? recorder.Pressures[k][station.To] / outlet : 0.0, k => Text($"Station '{station.Id}' has {recorder.Pressures[k][station.To] / 1e5:0.##} bar behind it at {recorder.Times[k]:0} s; at most {outlet / 1e5:0.##} bar are allowed."));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Note(ComplaintKind kind, int node, int element, Func<int, double> share, Func<int, string> message)
    {
        int worst = -1;
        double most = Slack;
        for (int k = 0; k < recorder.Times.Count; k++)
        {
            double here = share(k);
            if (here > most)
            {
                most = here;
                worst = k;
            }
        }

        if (worst >= 0)
            complaints.Add(new HydraulicComplaint(kind, node, element, message(worst), false));
    }
}
