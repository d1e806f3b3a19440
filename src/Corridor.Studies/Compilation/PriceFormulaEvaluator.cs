using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Markets;

namespace Corridor.Studies.Compilation;

/// <summary>
/// Evaluates price formulas: averages of indices over X months that end Y months before the latest reset, resets every Z months counted
/// from January; slope changes of an S-curve; floor and cap.
/// </summary>
internal sealed class PriceFormulaEvaluator
{
    private readonly Dictionary<string, PriceFormula> _formulas;
    private readonly ILookup<string, PriceFormulaTerm> _terms;
    private readonly Dictionary<string, SortedList<int, double>> _series = [];
    private readonly Dictionary<(string Formula, int Month), double> _prices = [];
    private readonly HashSet<string> _reported = [];
    private readonly FindingList _findings;

    public PriceFormulaEvaluator(EnergySystem system, FindingList findings)
    {
        _findings = findings;
        _formulas = system.PriceFormulas.GroupBy(f => f.Id).ToDictionary(g => g.Key, g => g.First());
        _terms = system.PriceFormulaTerms.ToLookup(t => t.Formula);
        foreach (PricePoint point in system.PriceSeries)
        {
            if (!_series.TryGetValue(point.Index, out SortedList<int, double>? series))
                _series[point.Index] = series = [];
            series[MonthNumber(point.Month)] = point.Value;
        }
    }

    /// <summary>The formula of an id, or null.</summary>
    public PriceFormula? Find(string id) => _formulas.GetValueOrDefault(id);

    /// <summary>Price in the unit of the formula in the month of a day.</summary>
    public double PriceOn(PriceFormula formula, DateOnly day)
    {
        int month = MonthNumber(day);
        if (_prices.TryGetValue((formula.Id, month), out double price))
            return price;
        double linear = formula.Base;
        foreach (PriceFormulaTerm term in _terms[formula.Id])
            linear += term.Slope * AverageIndex(term, month);
        price = Bend(formula, linear);
        if (formula.Floor is { } floor)
            price = Math.Max(price, floor);
        if (formula.Cap is { } cap)
            price = Math.Min(price, cap);
        return _prices[(formula.Id, month)] = price;
    }

    private static double Bend(PriceFormula formula, double linear)
    {
        double slope = formula.SCurveSlope ?? 1;
        if (formula.SCurveLow is { } low && linear < low)
            return low + (slope * (linear - low));
        if (formula.SCurveHigh is { } high && linear > high)
            return high + (slope * (linear - high));
        return linear;
    }

    private double AverageIndex(PriceFormulaTerm term, int month)
    {
        int reset = month - (month % term.Reset);
        int end = reset - term.Lag;
        if (!_series.TryGetValue(term.Index, out SortedList<int, double>? series) || series.Count == 0)
        {
            Report(term, Severity.Error, "has no values", "Add its months to price_series.csv.");
            return 0;
        }

        double sum = 0;
        int count = 0;
        for (int m = end - term.Averaging; m < end; m++)
        {
            if (series.TryGetValue(m, out double value))
                (sum, count) = (sum + value, count + 1);
        }

        if (count == term.Averaging)
            return sum / count;
        Report(term, Severity.Warning, $"lacks months before {(end - 1) / 12:D4}-{((end - 1) % 12) + 1:D2}; the months known, or the nearest one, are used",
            "Extend price_series.csv, or let the contract end where the series ends.");
        if (count > 0)
            return sum / count;
        int position = series.Keys.TakeWhile(k => k < end).Count();
        return series.Values[Math.Max(position - 1, 0)];
    }

    private void Report(PriceFormulaTerm term, Severity severity, string what, string hint)
    {
        if (_reported.Add($"{term.Index} {severity}"))
            _findings.Add(new Finding("C003", severity, $"price_formulas {term.Formula}", SourcePlace.None, $"The index {term.Index} {what}.", hint));
    }

    // Months are counted from January of year 0, so that month % Reset counts resets from January for resets that divide a year.
    private static int MonthNumber(DateOnly day) => (day.Year * 12) + day.Month - 1;
}
