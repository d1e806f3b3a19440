namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Capacities that the run chose: within what the package allows. What scales with them is checked with the elements.</summary>
internal static class ExpansionCheck
{
    public static void Run(SystemFigures figures, CheckSheet sheet)
    {
        if (figures.Expansions.Count == 0)
            return;
        ItemRecorder item = sheet.Begin(CertificateGroup.Bounds, "chosen capacity", b =>
            $"the capacity of {b.Element} is chosen as {CheckSheet.Number(b.Value)} a day, {CheckSheet.Number(b.Violation)} outside its limit {CheckSheet.Number(b.Limit)}");
        foreach ((string id, ExpansionFigures row) in figures.Expansions)
        {
            item.AtLeast(id, Breach.WholeHorizon, row.Chosen, Math.Max(0, row.Least), row.Stated);
            item.AtMost(id, Breach.WholeHorizon, row.Chosen, row.Most, row.Stated);
        }
    }
}
