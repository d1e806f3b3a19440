using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.MixedInteger.Cuts;

/// <summary>
/// Mixed-integer rounding of one aggregated row. With all columns measured as t ≥ 0 from a bound, Σ α t + Σ γ s ≤ β over integer t and
/// continuous s gives, for a divisor δ and f = frac(β/δ), Σ (⌊α/δ⌋ + max(0, frac(α/δ) − f)/(1 − f)) t + Σ min(γ, 0)/(δ(1 − f)) s ≤ ⌊β/δ⌋.
/// </summary>
internal sealed class RoundingAttempt(IntegerModel model, VariableBounds bounds)
{
    private const double LeastFraction = 0.01;
    private const int MostDivisors = 24;

    /// <summary>Coefficients below this share of the largest are rounding.</summary>
    private const double Rounding = 1e-11;

    private readonly double[] _alpha = new double[model.ColumnCount];
    private readonly bool[] _isListed = new bool[model.ColumnCount];
    private readonly double[] _dense = new double[model.ColumnCount];
    private readonly bool[] _isInCut = new bool[model.ColumnCount];
    private readonly List<int> _inCut = [];
    private readonly List<int> _touched = [];
    private readonly List<Whole> _integers = [];
    private readonly List<Part> _parts = [];
    private double _beta;
    private double _partActivity;

    /// <summary>The cut of either sign of the row that cuts off x farthest; null if none does.</summary>
    internal Cut? Best(AggregatedRow row, double[] x)
    {
        Cut? best = null;
        foreach (double sign in (ReadOnlySpan<double>)[1.0, -1.0])
        {
            if (Substitute(row, sign, x) && Round(x) is { } cut && (best is null || cut.Efficacy > best.Efficacy))
                best = cut;
        }

        return best;
    }

    /// <summary>Measures every column from a bound; false if one has none, or nothing can be rounded.</summary>
    private bool Substitute(AggregatedRow row, double sign, double[] x)
    {
        foreach (int j in _touched)
        {
            _alpha[j] = 0.0;
            _isListed[j] = false;
        }

        _touched.Clear();
        _integers.Clear();
        _parts.Clear();
        _partActivity = 0.0;
        _beta = sign * row.RightHandSide;
        double largest = 0.0;
        foreach (int j in row.Columns)
            largest = Math.Max(largest, Math.Abs(row.Coefficient[j]));
        foreach (int j in row.Columns)
        {
            double a = sign * row.Coefficient[j];
            if (a == 0.0)
                continue;
            if (Math.Abs(a) <= Rounding * largest)
            {
                // Left over where columns cancel: its least effect goes to the right-hand side.
                double bound = a > 0.0 ? model.Lower[j] : model.Upper[j];
                if (double.IsInfinity(bound))
                    return false;
                _beta -= a * bound;
                continue;
            }

            if (model.IsInteger[j])
                AddInteger(j, a);
            else if (!MeasureContinuous(j, a, x))
                return false;
        }

        foreach ((int i, double sigma, bool isUpper) in row.Slacks)
        {
            if (sign * sigma >= 0.0)
                continue;
            double activity = model.Activity(i, x);
            double s = isUpper ? model.RowUpper[i] - activity : activity - model.RowLower[i];
            _parts.Add(new Part(~i, sign * sigma, isUpper, default));
            _partActivity += sign * sigma * Math.Max(s, 0.0);
        }

        foreach (int j in _touched)
        {
            double a = _alpha[j];
            if (a == 0.0)
                continue;
            double toLower = x[j] - model.Lower[j];
            double toUpper = model.Upper[j] - x[j];
            if (double.IsInfinity(toLower) && double.IsInfinity(toUpper))
                return false;
            bool isFlipped = toUpper < toLower;
            var whole = new Whole(j, isFlipped ? -a : a, isFlipped, Math.Max(0.0, isFlipped ? toUpper : toLower), model.Upper[j] - model.Lower[j]);
            _beta -= a * (isFlipped ? model.Upper[j] : model.Lower[j]);
            _integers.Add(whole);
        }

        return _integers.Count > 0;
    }

    private void AddInteger(int column, double a)
    {
        if (!_isListed[column])
        {
            _isListed[column] = true;
            _touched.Add(column);
        }

        _alpha[column] += a;
    }

    private bool MeasureContinuous(int j, double a, double[] x)
    {
        double toLower = x[j] - model.Lower[j];
        double toUpper = model.Upper[j] - x[j];
        bool isUpper = toUpper < toLower;
        double nearest = Math.Min(toLower, toUpper);
        VariableBound? variable = null;
        foreach (VariableBound b in bounds.Of(j))
        {
            double distance = b.IsUpper ? b.At(x) - x[j] : x[j] - b.At(x);
            if (distance > nearest + 1e-9 || distance < -1e-6)
                continue;
            nearest = distance;
            isUpper = b.IsUpper;
            variable = b;
        }

        if (double.IsInfinity(nearest))
            return false;
        double constant = variable is { } v ? v.Constant : isUpper ? model.Upper[j] : model.Lower[j];
        _beta -= a * constant;
        if (variable is { } vb)
            AddInteger(vb.Binary, a * vb.Slope);
        double gamma = isUpper ? -a : a;
        if (gamma >= 0.0)
            return true;
        _parts.Add(new Part(j, gamma, isUpper, variable ?? new VariableBound(-1, constant, 0.0, isUpper)));
        _partActivity += gamma * Math.Max(nearest, 0.0);
        return true;
    }

    private Cut? Round(double[] x)
    {
        double bestViolation = 0.0;
        double bestDivisor = 0.0;
        int tried = 0;
        List<double> seen = [];
        foreach (Whole w in _integers)
        {
            double divisor = Math.Abs(w.Alpha);
            if (w.Value <= 1e-6 || w.Value >= w.Range - 1e-6 || seen.Contains(divisor))
                continue;
            seen.Add(divisor);
            if (tried++ == MostDivisors)
                break;
            Consider(divisor, ref bestViolation, ref bestDivisor);
        }

        if (bestDivisor == 0.0)
            return null;
        double first = bestDivisor;
        foreach (double part in (ReadOnlySpan<double>)[2.0, 4.0, 8.0])
            Consider(first / part, ref bestViolation, ref bestDivisor);
        Complement(ref bestViolation, bestDivisor);
        return Make(bestDivisor, x);
    }

    private void Consider(double divisor, ref double best, ref double bestDivisor)
    {
        double violation = Violation(divisor);
        if (violation <= best + 1e-9)
            return;
        best = violation;
        bestDivisor = divisor;
    }

    /// <summary>Measures single integer columns from their other bound where that cuts deeper.</summary>
    private void Complement(ref double best, double divisor)
    {
        for (int k = 0; k < _integers.Count; k++)
        {
            Whole w = _integers[k];
            if (!double.IsFinite(w.Range) || w.Value <= 1e-6)
                continue;
            double beta = _beta;
            _beta -= w.Alpha * w.Range;
            _integers[k] = new Whole(w.Column, -w.Alpha, !w.IsFlipped, w.Range - w.Value, w.Range);
            double violation = Violation(divisor);
            if (violation > best + 1e-9)
            {
                best = violation;
                continue;
            }

            _integers[k] = w;
            _beta = beta;
        }
    }

    /// <summary>What the rounded row is violated by, per unit of its length; −1 if it cannot be rounded.</summary>
    private double Violation(double divisor)
    {
        double side = _beta / divisor;
        double floor = Math.Floor(side);
        double f = side - floor;
        if (f < LeastFraction || f > 1.0 - LeastFraction || !(divisor > 1e-7))
            return -1.0;
        double activity = _partActivity / (divisor * (1.0 - f));
        double norm = 0.0;
        foreach (Whole w in _integers)
        {
            double g = Coefficient(w.Alpha / divisor, f);
            activity += g * w.Value;
            norm += g * g;
        }

        foreach (Part p in _parts)
        {
            double h = p.Gamma / (divisor * (1.0 - f));
            norm += h * h;
        }

        return norm > 0.0 ? (activity - floor) / Math.Sqrt(norm) : -1.0;
    }

    private static double Coefficient(double ratio, double f)
    {
        double floor = Math.Floor(ratio);
        double part = ratio - floor;

        // A ratio that is whole but for rounding must not be taken for the next one: rounding down is the weaker, safe side.
        return floor + (Math.Max(0.0, part - f) / (1.0 - f));
    }

    /// <summary>The rounded row in the columns of the model.</summary>
    private Cut? Make(double divisor, double[] x)
    {
        double side = _beta / divisor;
        double upper = Math.Floor(side);
        double f = side - upper;
        foreach (Whole w in _integers)
        {
            double g = Coefficient(w.Alpha / divisor, f);
            if (g == 0.0)
                continue;
            Add(w.Column, w.IsFlipped ? -g : g);
            upper += w.IsFlipped ? -g * model.Upper[w.Column] : g * model.Lower[w.Column];
        }

        foreach (Part p in _parts)
        {
            double h = p.Gamma / (divisor * (1.0 - f));
            if (p.Source < 0)
            {
                AddSlack(~p.Source, h, p.IsUpper, ref upper);
                continue;
            }

            // s = x − bound or bound − x, the bound being constant + slope·binary.
            double direction = p.IsUpper ? -h : h;
            Add(p.Source, direction);
            upper += direction * p.Bound.Constant;
            if (p.Bound.Binary >= 0)
                Add(p.Bound.Binary, -direction * p.Bound.Slope);
        }

        var cut = Cut.Of(model, _dense, _inCut, upper, x);
        foreach (int j in _inCut)
        {
            _dense[j] = 0.0;
            _isInCut[j] = false;
        }

        _inCut.Clear();
        return cut;
    }

    /// <summary>Adds h·s with s = upper − a·x or a·x − lower.</summary>
    private void AddSlack(int row, double h, bool isUpper, ref double upper)
    {
        double direction = isUpper ? -h : h;
        SparseMatrix a = model.ByRow;
        for (int k = a.ColumnStart[row]; k < a.ColumnStart[row + 1]; k++)
            Add(a.RowIndex[k], direction * a.Value[k]);
        upper += direction * (isUpper ? model.RowUpper[row] : model.RowLower[row]);
    }

    private void Add(int column, double value)
    {
        if (!_isInCut[column])
        {
            _isInCut[column] = true;
            _inCut.Add(column);
        }

        _dense[column] += value;
    }

    /// <summary>α·t with t measured from the lower bound, or from the upper one if flipped.</summary>
    private readonly record struct Whole(int Column, double Alpha, bool IsFlipped, double Value, double Range);

    /// <summary>γ·s with γ &lt; 0, of a column or of the slack of row ~Source.</summary>
    private readonly record struct Part(int Source, double Gamma, bool IsUpper, VariableBound Bound);
}
