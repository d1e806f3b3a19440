using Corridor.Model.Network;
using Corridor.Model.Units;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Flows of arcs within their capacities, interconnections included, and within what fleets can hold.</summary>
internal static class ArcCheck
{
    public static void Run(SystemFigures figures, ResultFacts facts, CheckSheet sheet)
    {
        ItemRecorder capacity = sheet.Begin(CertificateGroup.Bounds, "arc capacity", b => Say(figures, sheet, b));
        foreach ((string id, ArcResult result) in facts.Arcs)
        {
            if (!figures.Arcs.TryGetValue(id, out ArcFigures? row))
                continue;
            for (int direction = 0; direction < 2; direction++)
            {
                double[] flow = result.Flow[direction], limit = row.Capacity[direction];
                for (int t = 0; t < flow.Length; t++)
                {
                    capacity.AtLeast(id, t, flow[t], 0);
                    capacity.AtMost(id, t, flow[t], limit[t]);
                }
            }
        }

        Fleets(figures, facts, sheet);
    }

    private static string Say(SystemFigures figures, CheckSheet sheet, Breach b)
    {
        ArcFigures arc = figures.Arcs[b.Element];
        string carries = $"{arc.Kind} {b.Element} carries {CheckSheet.Number(b.Value)} {figures.Nodes.RateUnit(arc.From)}{sheet.At(b)}, {CheckSheet.Number(b.Violation)}";
        return b.Value < 0 ? $"{carries} below zero" : $"{carries} above its capacity {CheckSheet.Number(b.Limit)}";
    }

    private static void Fleets(SystemFigures figures, ResultFacts facts, CheckSheet sheet)
    {
        ItemRecorder item = sheet.Begin(CertificateGroup.Bounds, "fleet", b =>
            $"the transports of fleet {b.Element} need {CheckSheet.Number(b.Value)} vehicles{sheet.At(b)}, {CheckSheet.Number(b.Violation)} more than its {CheckSheet.Number(b.Limit)}");
        PackageFigures package = figures.Package;
        foreach (Fleet fleet in package.System.Fleets)
        {
            ArcFigures[] users = [.. figures.Arcs.Values.Where(a => a.Fleet == fleet.Id && facts.Arcs.ContainsKey(a.Id))];
            if (users.Length == 0)
                continue;
            double[] vehicles = PackageFigures.Multiply(
                package.Number("fleets", fleet.Id, "vehicles", fleet.Vehicles),
                package.Availability("fleets", fleet.Id, fleet.Status, fleet.Start, fleet.End));
            double[] needed = new double[package.Count];
            foreach (ArcFigures arc in users)
            {
                CarrierBasis? basis = figures.Nodes.Basis(arc.From);
                double load = fleet.VehicleCapacity.Value * package.Units.Factor("fleets", fleet.Id, "vehicle_capacity", fleet.VehicleCapacity.Unit, basis);
                double[] flow = facts.Flow(new MatchedFlow(FlowKind.ArcForward, arc.Id));
                for (int t = 0; t < needed.Length; t++)
                    needed[t] += flow[t] * 2 * arc.TransitTime / load;
            }

            for (int t = 0; t < needed.Length; t++)
                item.AtMost(fleet.Id, t, needed[t], vehicles[t]);
        }
    }
}
