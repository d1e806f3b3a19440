namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>The yearly ledger of contracts: annual quantities, take-or-pay, make-up with its windows, carry-forward.</summary>
internal static class LedgerCheck
{
    public static void Run(SystemFigures figures, ResultFacts facts, CheckSheet sheet)
    {
        string Amount(Breach b) => figures.Nodes.AmountUnit(figures.Contracts[b.Element].Arc.From);
        ItemRecorder Item(string name, Func<Breach, string> words) => sheet.Begin(CertificateGroup.Bounds, name, words);
        var items = new Items(
            Item("contract year", b => $"contract {b.Element} is booked with {CheckSheet.Number(b.Value)} {Amount(b)}{sheet.At(b)}, but its deliveries and their parts add up to {CheckSheet.Number(b.Limit)}"),
            Item("contract annual maximum", b => $"contract {b.Element} delivers {CheckSheet.Number(b.Value)} {Amount(b)}{sheet.At(b)}, {CheckSheet.Number(b.Violation)} above its annual maximum {CheckSheet.Number(b.Limit)}"),
            Item("take-or-pay", b => $"contract {b.Element} counts {CheckSheet.Number(b.Value)} {Amount(b)}{sheet.At(b)} toward take-or-pay or a part of it, {CheckSheet.Number(b.Violation)} outside the limit {CheckSheet.Number(b.Limit)}"),
            Item("make-up", b => $"contract {b.Element} takes {CheckSheet.Number(b.Value)} {Amount(b)} of make-up by the end of its window{sheet.At(b)}, of {CheckSheet.Number(b.Limit)} paid for"),
            Item("carry-forward", b => $"contract {b.Element} uses {CheckSheet.Number(b.Value)} {Amount(b)} of carry-forward{sheet.At(b)}, {CheckSheet.Number(b.Violation)} outside the limit {CheckSheet.Number(b.Limit)}"));
        foreach ((string id, ContractResult result) in facts.Contracts)
        {
            if (figures.Contracts.TryGetValue(id, out ContractFigures? row))
                Check(row, result, figures.Package, items);
        }
    }

    private static void Check(ContractFigures row, ContractResult result, PackageFigures package, Items items)
    {
        string id = row.Row.Id;
        int window = row.Row.MakeUpYears ?? 0;
        int first = row.Years.Length > 0 ? row.Years[0].Year : 0;
        double credit = row.CarryForwardOpening, used = 0;
        for (int y = 0; y < row.Years.Length; y++)
        {
            (int year, double acq, double minimum) = row.Years[y];
            ContractYearResult book = result.Years[y];
            int place = Breach.OfYear(year);
            items.Year.Same(id, place, book.Delivered, package.SumOver(year, result.Delivered), acq);
            items.Year.Same(id, place, book.Delivered, book.MakeUpTaken + book.Counted + book.Excess, acq);
            if (row.Row.AnnualMax is { } most)
                items.Maximum.AtMost(id, place, book.Delivered, most * acq);
            foreach (double part in (ReadOnlySpan<double>)[book.Counted, book.Excess, book.Shortfall])
                items.TakeOrPay.AtLeast(id, place, part, 0, acq);
            items.TakeOrPay.AtMost(id, place, book.Counted, minimum, acq);
            items.TakeOrPay.AtMost(id, place, book.Shortfall, minimum, acq);
            items.TakeOrPay.AtLeast(id, place, book.Counted + book.Shortfall + book.CarryForwardUsed, minimum, acq);

            items.MakeUp.AtLeast(id, place, book.MakeUpTaken, 0, acq);
            double taken = 0;
            for (int from = y; from >= 0; from--)
            {
                int fromYear = row.Years[from].Year;
                taken += result.Years[from].MakeUpTaken;
                double paid = fromYear - first < window ? row.MakeUpOpening : 0;
                for (int j = 0; j < y; j++)
                {
                    if (row.Years[j].Year >= fromYear - window)
                        paid += result.Years[j].Shortfall;
                }

                items.MakeUp.AtMost(id, place, taken, paid, acq);
            }

            used += book.CarryForwardUsed;
            items.CarryForward.AtLeast(id, place, book.CarryForwardUsed, 0, acq);
            items.CarryForward.AtMost(id, place, book.CarryForwardUsed, (row.Row.CarryForward ?? 0) * minimum, acq);
            items.CarryForward.AtMost(id, place, used, credit, acq);
            credit += book.Excess;
        }
    }

    private sealed record Items(ItemRecorder Year, ItemRecorder Maximum, ItemRecorder TakeOrPay, ItemRecorder MakeUp, ItemRecorder CarryForward);
}
