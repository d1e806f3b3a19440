using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>A piece of a convex cost: power in [Lower, Upper] at a price; the first piece of a curve is measured from 0, the others from their beginning.</summary>
/// <param name="Lower">Least power [p.u.]; −∞ for none.</param>
/// <param name="Upper">Greatest power [p.u.]; +∞ for none.</param>
/// <param name="Slope">Money an hour for one unit of power.</param>
internal readonly record struct CostStep(double Lower, double Upper, double Slope);

/// <summary>
/// A convex cost as a program takes it: a constant, steps of rising slope that add up to the power, and half the second derivative. Polynomials of
/// order three and more are the upper envelope of tangents, which <see cref="Refine"/> adds to.
/// </summary>
internal sealed class CostCurve
{
    /// <summary>Tangents of a polynomial of a high order to begin with.</summary>
    private const int FirstTangents = 17;

    /// <summary>Slopes that fall by no more than this share of the largest are equal but for printing.</summary>
    private const double EqualSlopes = 1e-7;

    private readonly double[] _polynomial;
    private readonly SortedSet<double> _tangents = [];
    private readonly double _least;
    private readonly double _greatest;

    private CostCurve(double least, double greatest, double[] polynomial)
    {
        _least = least;
        _greatest = greatest;
        _polynomial = polynomial;
    }

    /// <summary>Money an hour that does not depend on the steps.</summary>
    public double Constant { get; private set; }

    /// <summary>The steps, slopes rising.</summary>
    public CostStep[] Steps { get; private set; } = [];

    /// <summary>Coefficient of the square of the power; ≥ 0; only with a single step.</summary>
    public double Square { get; private set; }

    /// <summary>Whether tangents stand for the cost.</summary>
    public bool IsOuter => _tangents.Count > 0;

    /// <summary>Takes a cost; null, with a finding, where it is not convex between the limits.</summary>
    /// <param name="cost">The cost in MW; null for none.</param>
    /// <param name="least">Least power [MW].</param>
    /// <param name="greatest">Greatest power [MW].</param>
    /// <param name="power">Base power [MW].</param>
    /// <param name="subject">What has the cost.</param>
    /// <param name="place">Where that stands.</param>
    /// <param name="findings">Receives why not.</param>
    public static CostCurve? Of(GridCost? cost, double least, double greatest, double power, string subject, SourcePlace place, FindingList findings)
    {
        double low = least / power;
        double high = greatest / power;
        if (cost?.Points is { Count: > 0 } points)
            return OfPoints(points, low, high, power, subject, place, findings);
        double[] c = [.. (cost?.Polynomial ?? []).Select((v, k) => v * Math.Pow(power, k))];
        int order = c.Length - 1;
        while (order > 0 && c[order] == 0.0)
            order--;
        var curve = new CostCurve(low, high, c);
        if (order <= 2 || low == high)
        {
            double square = order >= 2 ? c[2] : 0.0;
            if (low == high && order >= 2)
            {
                curve.Constant = Value(c, low) - (low == 0.0 ? 0.0 : c[1] * low);
                square = 0.0;
            }
            else
            {
                curve.Constant = c.Length > 0 ? c[0] : 0.0;
            }

            curve.Square = square;
            curve.Steps = [new CostStep(low, high, c.Length > 1 ? c[1] : 0.0)];
            return square >= 0.0 ? curve : Refuse(subject, place, findings, FormattableString.Invariant($"the coefficient of its square is {cost!.Polynomial![2]}"));
        }

        if (!double.IsFinite(low) || !double.IsFinite(high))
        {
            findings.Add(OptimalFlowFindings.NeedsLimits.At(subject, place, $"The cost of {subject} is of order {order}, which needs finite limits."));
            return null;
        }

        if (!PolynomialConvexity.Holds(c, low, high))
            return Refuse(subject, place, findings, FormattableString.Invariant($"its second derivative is negative somewhere between {least} and {greatest} MW"));
        for (int k = 0; k < FirstTangents; k++)
            curve._tangents.Add(low + ((high - low) * k / (FirstTangents - 1)));
        curve.MakeEnvelope();
        return curve;
    }

    /// <summary>Adds the tangent at a power, where the cost lies above its tangents there by more than a difference.</summary>
    /// <param name="power">The power [p.u.].</param>
    /// <param name="tolerance">Largest difference that is left [money an hour].</param>
    /// <returns>Whether a tangent was added.</returns>
    public bool Refine(double power, double tolerance)
    {
        if (!IsOuter)
            return false;
        power = Math.Clamp(power, _least, _greatest);
        if (Value(_polynomial, power) - Envelope(power) <= tolerance || !_tangents.Add(power))
            return false;
        MakeEnvelope();
        return true;
    }

    private static CostCurve? Refuse(string subject, SourcePlace place, FindingList findings, string why)
    {
        findings.Add(OptimalFlowFindings.NotConvex.At(subject, place, $"The cost of {subject} is not convex: {why}."));
        return null;
    }

    private static CostCurve? OfPoints(
        IReadOnlyList<(double Output, double Cost)> points, double low, double high, double power, string subject, SourcePlace place, FindingList findings)
    {
        var curve = new CostCurve(low, high, []);
        if (points.Count == 1)
        {
            curve.Constant = points[0].Cost;
            curve.Steps = [new CostStep(low, high, 0.0)];
            return curve;
        }

        double[] slope = new double[points.Count - 1];
        double largest = 0.0;
        for (int k = 0; k < slope.Length; k++)
        {
            double width = (points[k + 1].Output - points[k].Output) / power;
            if (!(width > 0.0))
                return Refuse(subject, place, findings, FormattableString.Invariant($"its points do not rise at {points[k + 1].Output} MW"));
            slope[k] = (points[k + 1].Cost - points[k].Cost) / width;
            largest = Math.Max(largest, Math.Abs(slope[k]));
        }

        var steps = new List<CostStep>();
        for (int k = 0; k < slope.Length; k++)
        {
            double begin = k == 0 ? double.NegativeInfinity : points[k].Output / power;
            double end = k == slope.Length - 1 ? double.PositiveInfinity : points[k + 1].Output / power;
            if (steps.Count > 0 && begin >= high)
                break;
            if (end <= low && k < slope.Length - 1)
                continue;
            if (steps.Count > 0 && slope[k] < steps[^1].Slope - (EqualSlopes * largest))
                return Refuse(subject, place, findings, FormattableString.Invariant($"its slope falls from {steps[^1].Slope / power} to {slope[k] / power} at {points[k].Output} MW"));
            double from = Math.Max(begin, low);
            double to = Math.Max(from, Math.Min(end, high));
            if (steps.Count == 0)
            {
                curve.Constant = points[k].Cost - (slope[k] * points[k].Output / power);
                steps.Add(new CostStep(from, to, slope[k]));
            }
            else
            {
                steps.Add(new CostStep(0.0, to - from, Math.Max(slope[k], steps[^1].Slope)));
            }
        }

        curve.Steps = [.. steps];
        return curve;
    }

    /// <summary>c₀ + c₁x + …</summary>
    private static double Value(double[] c, double x)
    {
        double value = 0.0;
        for (int k = c.Length - 1; k >= 0; k--)
            value = (value * x) + c[k];
        return value;
    }

    private static double Slope(double[] c, double x)
    {
        double value = 0.0;
        for (int k = c.Length - 1; k >= 1; k--)
            value = (value * x) + (k * c[k]);
        return value;
    }

    private double Envelope(double x)
    {
        double value = Constant;
        double left = x;
        for (int k = 0; k < Steps.Length; k++)
        {
            double taken = Math.Min(left, Steps[k].Upper);
            value += Steps[k].Slope * taken;
            left -= taken;
        }

        return value;
    }

    /// <summary>The steps between the crossings of neighbouring tangents.</summary>
    private void MakeEnvelope()
    {
        double[] at = [.. _tangents];
        var steps = new List<CostStep>();
        double begin = _least;
        double slope = Slope(_polynomial, at[0]);
        double intercept = Value(_polynomial, at[0]) - (slope * at[0]);
        Constant = intercept;
        for (int k = 1; k < at.Length; k++)
        {
            double nextSlope = Slope(_polynomial, at[k]);
            double next = Value(_polynomial, at[k]) - (nextSlope * at[k]);
            if (!(nextSlope > slope))
                continue;
            double crossing = Math.Clamp((intercept - next) / (nextSlope - slope), begin, at[k]);
            steps.Add(steps.Count == 0 ? new CostStep(_least, crossing, slope) : new CostStep(0.0, crossing - begin, slope));
            (begin, slope, intercept) = (crossing, nextSlope, next);
        }

        steps.Add(steps.Count == 0 ? new CostStep(_least, _greatest, slope) : new CostStep(0.0, _greatest - begin, slope));
        Steps = [.. steps];
    }
}
