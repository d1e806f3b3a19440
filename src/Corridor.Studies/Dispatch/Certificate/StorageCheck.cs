using Corridor.Model.Network;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Storages: rates, level-dependent rates, levels, first and last level, and how the level follows from the rates.</summary>
internal static class StorageCheck
{
    public static void Run(SystemFigures figures, ResultFacts facts, CheckSheet sheet)
    {
        string Amount(Breach b) => figures.Nodes.AmountUnit(figures.Storages[b.Element].Row.Node);
        Func<Breach, string> Limit(string what, bool rate) => b =>
            $"storage {b.Element} {what} {CheckSheet.Number(b.Value)} {Amount(b)}{(rate ? "/d" : "")}{sheet.At(b)}, {CheckSheet.Number(b.Violation)} outside its limit {CheckSheet.Number(b.Limit)}";
        ItemRecorder injection = sheet.Begin(CertificateGroup.Bounds, "storage injection", Limit("injects", true));
        ItemRecorder withdrawal = sheet.Begin(CertificateGroup.Bounds, "storage withdrawal", Limit("withdraws", true));
        ItemRecorder curves = sheet.Begin(CertificateGroup.Bounds, "storage curves", Limit("moves", true));
        ItemRecorder level = sheet.Begin(CertificateGroup.Bounds, "storage level", Limit("holds", false));
        ItemRecorder ends = sheet.Begin(CertificateGroup.Bounds, "storage first and last level", Limit("begins or ends with", false));
        ItemRecorder dynamics = sheet.Begin(CertificateGroup.Bounds, "storage dynamics", b =>
            $"storage {b.Element} holds {CheckSheet.Number(b.Value)} {Amount(b)}{sheet.At(b)}, but what it held, took in and gave leaves {CheckSheet.Number(b.Limit)}");
        foreach ((string id, StorageResult result) in facts.Storages)
        {
            if (!figures.Storages.TryGetValue(id, out StorageFigures? row))
                continue;
            Storage storage = row.Row;
            double before = result.FirstLevel;
            for (int t = 0; t < figures.Package.Count; t++)
            {
                double days = figures.Package.Days[t], volume = row.Volume[t];
                injection.AtLeast(id, t, result.Injection[t], 0);
                injection.AtMost(id, t, result.Injection[t], row.Injection[t]);
                withdrawal.AtLeast(id, t, result.Withdrawal[t], 0);
                withdrawal.AtMost(id, t, result.Withdrawal[t], row.Withdrawal[t]);
                level.AtLeast(id, t, result.Level[t], (storage.MinLevel ?? 0) * volume, volume);
                level.AtMost(id, t, result.Level[t], volume);
                double filled = volume > 0 ? result.Level[t] / volume : 0;
                if (row.InjectionCurve.Length > 0)
                    curves.AtMost(id, t, result.Injection[t], StorageFigures.ShareAt(row.InjectionCurve, filled) * row.Injection[t], row.Injection[t]);
                if (row.WithdrawalCurve.Length > 0)
                    curves.AtMost(id, t, result.Withdrawal[t], StorageFigures.ShareAt(row.WithdrawalCurve, filled) * row.Withdrawal[t], row.Withdrawal[t]);

                double kept = before * Math.Pow(1 - (storage.StandingLoss ?? 0), days);
                double taken = days * (1 - (storage.InjectionLoss ?? 0)) * result.Injection[t];
                double given = days * result.Withdrawal[t] / (1 - (storage.WithdrawalLoss ?? 0));
                dynamics.Same(id, t, result.Level[t], kept + taken - given, Math.Max(Math.Abs(kept), Math.Max(Math.Abs(taken), Math.Abs(given))));
                before = result.Level[t];
            }

            double final = row.Volume[^1], last = result.Level[^1];
            if (row.First is { } first)
                ends.Same(id, Breach.WholeHorizon, result.FirstLevel, first * row.Volume[0], row.Volume[0]);
            else
                ends.Same(id, Breach.WholeHorizon, result.FirstLevel, last, final);
            if ((row.Last * final ?? row.First * row.Volume[0]) is { } least)
                ends.AtLeast(id, Breach.WholeHorizon, last, Math.Min(least, final), final);
        }
    }
}
