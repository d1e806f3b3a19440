namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Demands: what is served, given up and curtailed adds up to the package's demand, each within its part.</summary>
internal static class DemandCheck
{
    public static void Run(SystemFigures figures, ResultFacts facts, CheckSheet sheet)
    {
        string Rate(Breach b) => figures.Nodes.RateUnit(figures.Demands[b.Element].Row.Node);
        ItemRecorder volume = sheet.Begin(CertificateGroup.Bounds, "demand", b =>
            $"demand {b.Element} is served, given up and curtailed with {CheckSheet.Number(b.Value)} {Rate(b)}{sheet.At(b)} in sum, but asks for {CheckSheet.Number(b.Limit)}");
        ItemRecorder served = sheet.Begin(CertificateGroup.Bounds, "demand served", b =>
            $"demand {b.Element} is served {CheckSheet.Number(b.Value)} {Rate(b)}{sheet.At(b)}, which is below zero");
        ItemRecorder curtailed = sheet.Begin(CertificateGroup.Bounds, "curtailment", b =>
            $"demand {b.Element} is curtailed by {CheckSheet.Number(b.Value)} {Rate(b)}{sheet.At(b)}, outside 0 … {CheckSheet.Number(Math.Max(b.Limit, 0))}");
        ItemRecorder given = sheet.Begin(CertificateGroup.Bounds, "demand steps", b =>
            $"a step of demand {b.Element} gives up {CheckSheet.Number(b.Value)} {Rate(b)}{sheet.At(b)}, {CheckSheet.Number(b.Violation)} outside its limit {CheckSheet.Number(b.Limit)}");
        foreach ((string id, DemandResult result) in facts.Demands)
        {
            if (!figures.Demands.TryGetValue(id, out DemandFigures? row))
                continue;
            double rigid = row.CurtailmentCost is null ? 0 : Math.Max(0, 1 - row.Share.Sum());
            for (int t = 0; t < figures.Package.Count; t++)
            {
                double sum = result.Served[t] + result.Curtailed[t];
                for (int k = 0; k < row.Share.Length; k++)
                {
                    double step = result.GivenUp[k][t];
                    given.AtLeast(id, t, step, 0);
                    given.AtMost(id, t, step, row.Share[k] * row.Rate[t]);
                    sum += step;
                }

                volume.Same(id, t, sum, row.Rate[t]);
                served.AtLeast(id, t, result.Served[t], 0, row.Rate[t]);
                curtailed.AtLeast(id, t, result.Curtailed[t], 0, row.Rate[t]);
                curtailed.AtMost(id, t, result.Curtailed[t], rigid * row.Rate[t], row.Rate[t]);
            }
        }
    }
}
