using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Outputs of supplies: steps, capacity, least output, annual limits.</summary>
internal static class SupplyCheck
{
    public static void Run(SystemFigures figures, ResultFacts facts, CheckSheet sheet)
    {
        string Rate(Breach b) => figures.Nodes.RateUnit(figures.Supplies[b.Element].Row.Node);
        ItemRecorder steps = sheet.Begin(CertificateGroup.Bounds, "supply steps", b =>
            $"a cost step of supply {b.Element} gives {CheckSheet.Number(b.Value)} {Rate(b)}{sheet.At(b)}, {CheckSheet.Number(b.Violation)} outside its limit {CheckSheet.Number(b.Limit)}");
        ItemRecorder sums = sheet.Begin(CertificateGroup.Bounds, "supply output", b =>
            $"supply {b.Element} gives {CheckSheet.Number(b.Value)} {Rate(b)}{sheet.At(b)}, but its steps add up to {CheckSheet.Number(b.Limit)}");
        ItemRecorder least = sheet.Begin(CertificateGroup.Bounds, "supply minimum", b =>
            $"supply {b.Element} gives {CheckSheet.Number(b.Value)} {Rate(b)}{sheet.At(b)}, {CheckSheet.Number(b.Violation)} below its least output {CheckSheet.Number(b.Limit)}");
        ItemRecorder annual = sheet.Begin(CertificateGroup.Bounds, "supply annual limit", b =>
            $"supply {b.Element} gives {CheckSheet.Number(b.Value)} {figures.Nodes.AmountUnit(figures.Supplies[b.Element].Row.Node)}{sheet.At(b)}, {CheckSheet.Number(b.Violation)} above its annual limit {CheckSheet.Number(b.Limit)}");
        foreach ((string id, SupplyResult result) in facts.Supplies)
        {
            if (!figures.Supplies.TryGetValue(id, out SupplyFigures? row))
                continue;
            double[]? free = figures.Free(FlowKind.Supply, id);
            for (int t = 0; t < figures.Package.Count; t++)
            {
                double sum = 0;
                for (int k = 0; k < row.Share.Length; k++)
                {
                    double output = result.StepOutput[k][t];
                    steps.AtLeast(id, t, output, 0);
                    steps.AtMost(id, t, output, row.Share[k] * row.Capacity[t]);
                    sum += output;
                }

                sums.Same(id, t, result.Output[t], sum);
                least.AtLeast(id, t, sum, row.MinOutput[t] * (free?[t] ?? 1));
            }

            if (row.AnnualFactor is null)
                continue;
            foreach (int year in figures.Package.Horizon.Years)
                annual.AtMost(id, Breach.OfYear(year), figures.Package.SumOver(year, result.Output), row.AnnualLimit(year, figures.Package));
        }
    }
}
