using Corridor.Model;
using Corridor.Model.Markets;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>
/// Price formulas by month. A window that lacks months is averaged over those it has; with none, the nearest earlier month counts, or the
/// first known. Resets are counted in months from January of the year 0.
/// </summary>
internal sealed class PriceFigures
{
    private readonly Dictionary<string, PriceFormula> _formulas = new(StringComparer.Ordinal);
    private readonly ILookup<string, PriceFormulaTerm> _terms;
    private readonly Dictionary<string, Dictionary<int, double>> _series;
    private readonly PackageFigures _figures;

    public PriceFigures(EnergySystem system, PackageFigures figures)
    {
        _figures = figures;
        foreach (PriceFormula formula in system.PriceFormulas)
            _formulas.TryAdd(formula.Id, formula);
        _terms = system.PriceFormulaTerms.ToLookup(t => t.Formula);
        _series = [];
        foreach (PricePoint point in system.PriceSeries)
        {
            if (!_series.TryGetValue(point.Index, out Dictionary<int, double>? months))
                _series[point.Index] = months = [];
            months[Month(point.Month)] = point.Value;
        }
    }

    /// <summary>The formula of an id; null, with a problem reported, where there is none.</summary>
    public PriceFormula? Find(string id)
    {
        if (_formulas.TryGetValue(id, out PriceFormula? formula))
            return formula;
        _figures.Report($"Price formula {id} is not in the package.");
        return null;
    }

    /// <summary>Price by period in the unit of the formula: the average over the days of the period.</summary>
    public double[] Of(PriceFormula formula)
    {
        var known = new Dictionary<int, double>();
        return _figures.ByPeriod(day =>
        {
            int month = Month(day);
            if (!known.TryGetValue(month, out double price))
                known[month] = price = InMonth(formula, month);
            return price;
        });
    }

    private static int Month(DateOnly day) => (day.Year * 12) + (day.Month - 1);

    private double InMonth(PriceFormula formula, int month)
    {
        double price = formula.Base;
        foreach (PriceFormulaTerm term in _terms[formula.Id])
        {
            int reset = month / term.Reset * term.Reset;
            price += term.Slope * Window(formula.Id, term, reset - term.Lag - term.Averaging, reset - term.Lag);
        }

        double slope = formula.SCurveSlope ?? 1;
        if (formula.SCurveLow is { } low && price < low)
            price = low - ((low - price) * slope);
        else if (formula.SCurveHigh is { } high && price > high)
            price = high + ((price - high) * slope);
        if (formula.Floor > price)
            price = formula.Floor.Value;
        if (formula.Cap < price)
            price = formula.Cap.Value;
        return price;
    }

    private double Window(string formula, PriceFormulaTerm term, int first, int end)
    {
        if (!_series.TryGetValue(term.Index, out Dictionary<int, double>? months))
        {
            _figures.Report($"Price formula {formula}: the index {term.Index} has no values.");
            return double.NaN;
        }

        double[] inside = [.. months.Where(m => m.Key >= first && m.Key < end).OrderBy(m => m.Key).Select(m => m.Value)];
        if (inside.Length > 0)
            return inside.Average();
        int nearest = months.Keys.Where(m => m < end).DefaultIfEmpty(months.Keys.Min()).Max();
        return months[nearest];
    }
}
