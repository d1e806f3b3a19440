using Corridor.Model.Network;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Deliveries of contracts: daily limits, and what arrives split into contracts and spot.</summary>
internal static class ContractCheck
{
    public static void Run(SystemFigures figures, ResultFacts facts, CheckSheet sheet)
    {
        string Rate(Breach b) => figures.Nodes.RateUnit(figures.Contracts[b.Element].Arc.From);
        ItemRecorder daily = sheet.Begin(CertificateGroup.Bounds, "contract daily quantity", b =>
            $"contract {b.Element} delivers {CheckSheet.Number(b.Value)} {Rate(b)}{sheet.At(b)}, {CheckSheet.Number(b.Violation)} outside its daily limit {CheckSheet.Number(b.Limit)}");
        ItemRecorder settled = sheet.Begin(CertificateGroup.Bounds, "contract settlement", b =>
            $"contract {b.Element} delivers {CheckSheet.Number(b.Value)} {Rate(b)}{sheet.At(b)}, but {CheckSheet.Number(b.Limit)} through its channels");
        foreach ((string id, ContractResult result) in facts.Contracts)
        {
            if (!figures.Contracts.TryGetValue(id, out ContractFigures? row))
                continue;
            double[]?[] free = [.. Enumerable.Range(0, row.Parts).Select(c => figures.Free(FlowKind.Delivery, id, c))];
            for (int t = 0; t < figures.Package.Count; t++)
            {
                double sum = 0, allowed = 0;
                for (int c = 0; c < row.Parts; c++)
                {
                    double part = result.ByChannel[c][t];
                    daily.AtLeast(id, t, part, 0);
                    sum += part;
                    bool open = row.Channels.Count == 0 || !figures.Channels.TryGetValue(row.Channels[c], out ChannelFigures? channel) || channel.Capacity[t] > 0;
                    allowed = Math.Max(allowed, open ? free[c]?[t] ?? 1 : 0);
                }

                settled.Same(id, t, result.Delivered[t], sum);
                daily.AtMost(id, t, sum, row.Most[t]);
                daily.AtLeast(id, t, sum, Math.Min(row.Least[t], row.Most[t]) * allowed);
            }
        }

        Arrivals(figures, facts, sheet);
    }

    private static void Arrivals(SystemFigures figures, ResultFacts facts, CheckSheet sheet)
    {
        string Rate(Breach b) => figures.Nodes.RateUnit(figures.Arcs[b.Element].From);
        ItemRecorder split = sheet.Begin(CertificateGroup.Bounds, "contracts and spot", b =>
            $"{CheckSheet.Number(b.Limit)} {Rate(b)} arrive over {b.Element}{sheet.At(b)}, but its contracts and spot add up to {CheckSheet.Number(b.Value)}");
        ItemRecorder spot = sheet.Begin(CertificateGroup.Bounds, "spot", b =>
            $"{CheckSheet.Number(b.Value)} {Rate(b)} of spot arrive over {b.Element}{sheet.At(b)}, {(b.Value < 0 ? "below zero" : "but it is open to contracts only")}");
        foreach ((string id, ArcResult result) in facts.Arcs)
        {
            if (!figures.Arcs.TryGetValue(id, out ArcFigures? arc))
                continue;
            for (int direction = 0; direction < 2; direction++)
            {
                double[]? reported = result.Spot[direction];
                ContractFigures[] contracts = [.. facts.ContractsOnArc[(id, direction)]];
                bool closed = arc.Access == ArcAccess.ContractOnly;
                if (contracts.Length == 0 && reported is null && !closed)
                    continue;
                double[] arrivals = facts.Arrivals(arc, direction, figures.Package.Days);
                for (int t = 0; t < arrivals.Length; t++)
                {
                    double delivered = 0;
                    foreach (ContractFigures contract in contracts)
                        delivered += facts.Contracts[contract.Row.Id].Delivered[t];
                    double free = reported?[t] ?? arrivals[t] - delivered;
                    split.Same(id, t, delivered + free, arrivals[t]);
                    spot.AtLeast(id, t, free, 0, arrivals[t]);
                    if (closed)
                        spot.AtMost(id, t, free, 0, arrivals[t]);
                }
            }
        }
    }
}
