namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Emergency measures: rate within its days, and volume over the horizon.</summary>
internal static class MeasureCheck
{
    public static void Run(SystemFigures figures, ResultFacts facts, CheckSheet sheet)
    {
        string Amount(Breach b) => figures.Nodes.AmountUnit(figures.Measures[b.Element].Row.Node);
        ItemRecorder rates = sheet.Begin(CertificateGroup.Bounds, "measure rate", b =>
            $"measure {b.Element} gives {CheckSheet.Number(b.Value)} {Amount(b)}/d{sheet.At(b)}, {CheckSheet.Number(b.Violation)} outside its limit {CheckSheet.Number(b.Limit)}");
        ItemRecorder volumes = sheet.Begin(CertificateGroup.Bounds, "measure volume", b =>
            $"measure {b.Element} gives {CheckSheet.Number(b.Value)} {Amount(b)} in all, {CheckSheet.Number(b.Violation)} above its volume {CheckSheet.Number(b.Limit)}");
        ItemRecorder relief = sheet.Begin(CertificateGroup.Bounds, "measure relief", b =>
            $"measures give demand {b.Element} {CheckSheet.Number(b.Value)}{sheet.At(b)}, {CheckSheet.Number(b.Violation)} more than it is served");
        foreach (IGrouping<string, MeasureFigures> group in figures.Measures.Values.Where(m => m.Row.Demand is not null && facts.Measures.ContainsKey(m.Row.Id)).GroupBy(m => m.Row.Demand!))
        {
            double[]? served = facts.Demands.GetValueOrDefault(group.Key)?.Served;
            for (int t = 0; t < figures.Package.Count; t++)
                relief.AtMost(group.Key, t, group.Sum(m => facts.Measures[m.Row.Id][t]), served?[t] ?? 0);
        }

        foreach ((string id, double[] rate) in facts.Measures)
        {
            if (!figures.Measures.TryGetValue(id, out MeasureFigures? row))
                continue;
            double sum = 0;
            for (int t = 0; t < rate.Length; t++)
            {
                rates.AtLeast(id, t, rate[t], 0);
                rates.AtMost(id, t, rate[t], row.Rate[t]);
                sum += figures.Package.Days[t] * rate[t];
            }

            if (double.IsFinite(row.Volume))
                volumes.AtMost(id, Breach.WholeHorizon, sum, row.Volume);
        }
    }
}
