using System.Globalization;
using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Lists limits that a run passed, each once, with its worst figure of all steps: bounds of pressure, and ratios and outlet pressures of stations.</summary>
internal sealed class LimitCheck(TransientModel model, TransientLedger ledger, List<HydraulicComplaint> complaints)
{
    internal void Run()
    {
        for (int i = 0; i < model.Network.Nodes.Count; i++)
        {
            GasNode node = model.Network.Nodes[i];
            if (!node.InService)
                continue;
            if (node.PressureMin is { } least && ledger.LowestPressure[i] < PressureSlack.Least(least))
                Note(ComplaintKind.PressureBound, i, -1, $"Node '{node.Id}' falls to {Bar(ledger.LowestPressure[i], least)} bar at {Hours(ledger.TimeOfLowest[i])} h; at least {least / 1e5:0.####} bar are allowed.");
            if (node.PressureMax is { } most && ledger.HighestPressure[i] > most * PressureSlack.Most)
                Note(ComplaintKind.PressureBound, i, -1, $"Node '{node.Id}' rises to {Bar(ledger.HighestPressure[i], most)} bar at {Hours(ledger.TimeOfHighest[i])} h; at most {most / 1e5:0.####} bar are allowed.");
        }

        for (int e = 0; e < model.Network.Elements.Count; e++)
        {
            if (model.Network.Elements[e] is not GasCompressorStation { InService: true } station)
                continue;
            if (station.RatioMax is { } ratio && ledger.HighestRatio[e] > ratio * PressureSlack.Most)
                Note(ComplaintKind.StationLimit, -1, e, $"Station '{station.Id}' works at a ratio of {ledger.HighestRatio[e]:0.####} at {Hours(ledger.TimeOfRatio[e])} h; it is built for {ratio:0.####}.");
            if (station.OutletPressureMax is { } outlet && ledger.HighestOutlet[e] > outlet * PressureSlack.Most)
                Note(ComplaintKind.StationLimit, -1, e, $"Station '{station.Id}' has {Bar(ledger.HighestOutlet[e], outlet)} bar behind it at {Hours(ledger.TimeOfOutlet[e])} h; at most {outlet / 1e5:0.####} bar are allowed.");
        }
    }

    /// <summary>A pressure with as many digits as tell it from its limit.</summary>
    private static string Bar(double pressure, double limit) =>
        (pressure / 1e5).ToString(Math.Abs(pressure - limit) < 0.02e5 ? "0.####" : "0.##", CultureInfo.InvariantCulture);

    private static string Hours(double time) => (time / 3600.0).ToString("0.##", CultureInfo.InvariantCulture);

    private void Note(ComplaintKind kind, int node, int element, FormattableString message) =>
        complaints.Add(new HydraulicComplaint(kind, node, element, message.ToString(CultureInfo.InvariantCulture), false));
}
