using System.Globalization;
using Corridor.Model.Markets;

namespace Corridor.Data.Packages.Validation;

/// <summary>Series and formulas of prices.</summary>
internal static class PriceChecks
{
    internal static void Months(ValidationContext context)
    {
        for (int i = 0; i < context.System.PriceSeries.Count; i++)
            Check(context, "price_series", i, context.System.PriceSeries[i].Month);
        for (int i = 0; i < context.System.ExchangeRates.Count; i++)
            Check(context, "exchange_rates", i, context.System.ExchangeRates[i].Month);
    }

    /// <summary>The months that the formulas in use need within the package's usual horizon.</summary>
    internal static void IndexMonths(ValidationContext context)
    {
        if (context.System.Description is not { From: { } from, To: { } to } || !context.Places.IsComplete("price_series"))
            return;
        var months = context.System.PriceSeries.GroupBy(p => p.Index).ToDictionary(g => g.Key, g => g.Select(p => MonthNumber(p.Month)).ToHashSet());
        var contracts = context.System.Contracts.Where(c => c.PriceFormula is not null).ToLookup(c => c.PriceFormula!);
        for (int i = 0; i < context.System.PriceFormulaTerms.Count; i++)
        {
            PriceFormulaTerm term = context.System.PriceFormulaTerms[i];
            if (term.Averaging < 1 || term.Reset < 1 || term.Lag < 0 || !contracts.Contains(term.Formula))
                continue;
            DateOnly start = Later(from, contracts[term.Formula].Min(c => c.Start));
            DateOnly end = Earlier(to, contracts[term.Formula].Max(c => c.End));
            var missing = new SortedSet<int>();
            for (int month = MonthNumber(start); month <= MonthNumber(end.AddDays(-1)); month++)
            {
                int last = month - (month % term.Reset) - term.Lag;
                for (int m = last - term.Averaging; m < last; m++)
                {
                    if (!months.TryGetValue(term.Index, out HashSet<int>? known) || !known.Contains(m))
                        missing.Add(m);
                }
            }

            if (missing.Count > 0)
            {
                string message = string.Create(CultureInfo.InvariantCulture, $"'{term.Formula}' needs {missing.Count} months of '{term.Index}' that price_series does not have, from {Name(missing.Min)} to {Name(missing.Max)}.");
                context.Report(ValidationFindings.IndexGaps, "price_formula_terms", i, "index", message);
            }
        }
    }

    private static void Check(ValidationContext context, string table, int row, DateOnly month)
    {
        if (month.Day != 1)
            context.Report(ValidationFindings.MonthStart, table, row, "month", string.Create(CultureInfo.InvariantCulture, $"{month:yyyy-MM-dd} is not the first day of a month."), string.Create(CultureInfo.InvariantCulture, $"Write {month:yyyy-MM}-01."));
    }

    private static int MonthNumber(DateOnly day) => (day.Year * 12) + day.Month - 1;

    private static string Name(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{(month % 12) + 1:00}");

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
