using Corridor.Model.Network;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Converters: activity, annual limits, and outputs thrown away.</summary>
internal static class ConverterCheck
{
    public static void Run(SystemFigures figures, ResultFacts facts, CheckSheet sheet)
    {
        string Unit(Breach b) => figures.Converters[b.Element].Row.ReferenceUnit.Symbol;
        ItemRecorder activity = sheet.Begin(CertificateGroup.Bounds, "converter activity", b =>
            $"converter {b.Element} works at {CheckSheet.Number(b.Value)} {Unit(b)}/d{sheet.At(b)}, {CheckSheet.Number(b.Violation)} outside its limit {CheckSheet.Number(b.Limit)}");
        ItemRecorder annual = sheet.Begin(CertificateGroup.Bounds, "converter annual limit", b =>
            $"converter {b.Element} does {CheckSheet.Number(b.Value)} {Unit(b)}{sheet.At(b)}, {CheckSheet.Number(b.Violation)} above its annual limit {CheckSheet.Number(b.Limit)}");
        ItemRecorder disposal = sheet.Begin(CertificateGroup.Bounds, "converter disposal", b =>
            $"converter {b.Element} throws away {CheckSheet.Number(b.Value)} a day{sheet.At(b)} of an output of {CheckSheet.Number(b.Limit)}");
        foreach ((string id, ConverterResult result) in facts.Converters)
        {
            if (!figures.Converters.TryGetValue(id, out ConverterFigures? row))
                continue;
            double[]? free = figures.Free(FlowKind.Activity, id);
            double load = row.Row.MinLoad ?? 0;
            for (int t = 0; t < figures.Package.Count; t++)
            {
                activity.AtLeast(id, t, result.Activity[t], load * row.Capacity[t] * (free?[t] ?? 1), row.Capacity[t]);
                activity.AtMost(id, t, result.Activity[t], row.Capacity[t]);
            }

            for (int k = 0; k < row.Flows.Length; k++)
            {
                if (result.Disposed[k] is not { } disposed || row.Flows[k].Side == FlowSide.In)
                    continue;
                for (int t = 0; t < disposed.Length; t++)
                {
                    disposal.AtLeast(id, t, disposed[t], 0);
                    disposal.AtMost(id, t, disposed[t], row.Ratio[k] * result.Activity[t]);
                }
            }

            if (row.AnnualFactor is null)
                continue;
            foreach (int year in figures.Package.Horizon.Years)
                annual.AtMost(id, Breach.OfYear(year), figures.Package.SumOver(year, result.Activity), row.AnnualLimit(year, figures.Package));
        }
    }
}
