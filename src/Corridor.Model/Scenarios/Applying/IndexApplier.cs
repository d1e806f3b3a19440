using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.Markets;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>
/// Months of an index. Months that the series does not have yet are added where the window (or the horizon) says how far: each goes by
/// the latest month before it.
/// </summary>
internal static class IndexApplier
{
    private const int MostMonths = 1200;

    private static readonly TableSchema Series = PackageSchema.Table("price_series");
    private static readonly TableSchema Indices = PackageSchema.Table("price_indices");

    internal static void Apply(ChangeStage stage, FigureChange change, int row)
    {
        var index = (PriceIndex)stage.Draft.Rows(Indices)[row];
        DateWindow window = stage.Window;
        if (window.From is { Day: not 1 } || window.To is { Day: not 1 })
        {
            stage.Report(ScenarioFindings.MonthsOnly, stage.Place, $"The index {index.Id} has one value a month; the change holds {window}.", "Let 'from' and 'to' be first days of months.");
            return;
        }

        if (Operation(stage, index, change.Edit) is not { } operation)
            return;
        IReadOnlyList<Row> all = stage.Draft.Rows(Series);
        var months = new SortedList<DateOnly, int>();
        for (int i = 0; i < all.Count; i++)
        {
            if (((PricePoint)all[i]).Index == index.Id)
                months[((PricePoint)all[i]).Month] = i;
        }

        Dictionary<DateOnly, double> held = months.ToDictionary(m => m.Key, m => ((PricePoint)all[m.Value]).Value);
        ColumnSchema column = Series.Column("value")!;
        bool any = false;
        foreach (DateOnly month in MonthsOf(stage, window, months.Keys))
        {
            if (!TryHeld(months.Keys, held, month, operation, out double before))
                continue;
            double after = operation.On(before);
            if (months.TryGetValue(month, out int place))
            {
                if (after == before)
                    continue;
                stage.Draft.Edit(Series, place, stage.Place, (column, after), (Series.Column("source")!, change.Source), (Series.Column("basis")!, BasisOf(change)), (Series.Column("note")!, stage.Note));
            }
            else
            {
                stage.Draft.Add(Series, new PricePoint { Index = index.Id, Month = month, Value = after, Source = change.Source, Basis = BasisOf(change), Note = stage.Note }, stage.Place);
            }

            any = true;
        }

        if (!any)
            return;
        stage.Wrote("price_series", index.Id, "value", window, operation.Replaces);
        stage.Did("price_series", index.Id, "value", null, operation.Replaces ? CellFormat.Number(operation.On(0.0)) : null, window);
    }

    private static Basis BasisOf(FigureChange change) => change.Source is null ? Basis.Assumed : Basis.Derived;

    private static FigureOperation? Operation(ChangeStage stage, PriceIndex index, FigureEdit edit)
    {
        if (edit.Factor is { } factor)
            return FigureOperation.Times(factor);
        ScenarioText text = edit.Value ?? edit.Add!.Value;
        (string digits, string? inline) = RowUnits.Split(text.Text);
        if (!CellText.TryParseNumber(digits, out double number, out CellProblem? problem))
        {
            stage.Report(ScenarioFindings.UnusableValue, text.Place, problem.Message, problem.Hint);
            return null;
        }

        string? unit = inline ?? edit.Unit?.Text;
        if (unit is not null && !RowUnits.TryConvertPrice(stage.Draft, Indices, index, index.PriceUnit, number, unit, out number, out var finding))
        {
            stage.Report(finding.Value.Kind, inline is null ? edit.Unit!.Value.Place : text.Place, finding.Value.Message, finding.Value.Hint);
            return null;
        }

        return edit.Add is null ? FigureOperation.Of(CellFormat.Number(number)) : FigureOperation.Plus(number);
    }

    /// <summary>The months of the window: those of the series, and those after its start as far as window or horizon reach.</summary>
    private static IEnumerable<DateOnly> MonthsOf(ChangeStage stage, DateWindow window, IList<DateOnly> known)
    {
        DateOnly first = window.From ?? (known.Count > 0 ? known[0] : stage.Horizon.From ?? window.To ?? DateWindow.Beginning);
        DateOnly? last = window.To ?? stage.Horizon.To ?? (known.Count > 0 ? known[^1].AddDays(1) : null);
        DateOnly end = last is { } l && l > first ? l : first.AddMonths(1);
        if (known.Count > 0 && window.To is null && known[^1] >= end)
            end = known[^1].AddDays(1);
        first = new DateOnly(first.Year, first.Month, 1);
        int count = 0;
        for (DateOnly month = first; month < end && count < MostMonths; month = month.AddMonths(1), count++)
            yield return month;
        if (count == MostMonths)
            stage.Report(ScenarioFindings.UnusableValue, stage.Place, string.Create(CultureInfo.InvariantCulture, $"The window has more than {MostMonths} months."));
    }

    private static bool TryHeld(IList<DateOnly> months, Dictionary<DateOnly, double> held, DateOnly month, FigureOperation operation, out double value)
    {
        if (held.TryGetValue(month, out value) || operation.Replaces)
            return true;
        int before = months.Count(m => m < month) - 1;
        if (months.Count == 0)
            return false;
        value = held[months[Math.Max(before, 0)]];
        return before >= 0;
    }
}
