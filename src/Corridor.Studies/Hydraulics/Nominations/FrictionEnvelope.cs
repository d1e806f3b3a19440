namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>
/// Straight lines above and below a law of friction r(q) over an interval of flows: r grows, is odd, and is convex for q ≥ 0 (λ·q² of every friction law
/// but in the passage from laminar to turbulent flow, where a test of the slopes falls back to the values at the ends). Secant and tangents on one side
/// of zero; with flows of both signs the tangent from an end that touches the other branch (M. Tawarmalani, N. V. Sahinidis, 2002, ch. 2).
/// </summary>
internal sealed class FrictionEnvelope
{
    private const int Bisections = 60;

    private readonly Func<double, (double Value, double Slope)> _law;

    private FrictionEnvelope(Func<double, (double Value, double Slope)> law) => _law = law;

    /// <summary>Lines with r(q) ≤ slope·q + intercept.</summary>
    internal List<(double Slope, double Intercept)> Above { get; } = [];

    /// <summary>Lines with r(q) ≥ slope·q + intercept.</summary>
    internal List<(double Slope, double Intercept)> Below { get; } = [];

    internal static FrictionEnvelope Of(Func<double, (double Value, double Slope)> law, double lower, double upper)
    {
        var envelope = new FrictionEnvelope(law);
        if (!envelope.IsConvex(Math.Max(Math.Abs(lower), Math.Abs(upper))))
        {
            envelope.Above.Add((0.0, law(upper).Value));
            envelope.Below.Add((0.0, law(lower).Value));
        }
        else if (upper - lower <= 1e-9 * Math.Max(1.0, Math.Abs(upper)))
        {
            envelope.Above.Add((0.0, law(upper).Value));
            envelope.Below.Add((0.0, law(lower).Value));
        }
        else if (lower >= 0.0)
            envelope.OneSided(lower, upper, envelope.Above, envelope.Below);
        else if (upper <= 0.0)
            envelope.OneSided(lower, upper, envelope.Below, envelope.Above);
        else
        {
            envelope.Touching(upper, lower, envelope.Above);
            envelope.Touching(lower, upper, envelope.Below);
        }

        return envelope;
    }

    private bool IsConvex(double most)
    {
        double before = 0.0;
        for (int k = 1; k <= 40; k++)
        {
            double slope = _law(most * k / 40.0).Slope;
            if (slope < before * (1.0 - 1e-9))
                return false;
            before = slope;
        }

        return true;
    }

    private void OneSided(double lower, double upper, List<(double, double)> secants, List<(double, double)> tangents)
    {
        double a = _law(lower).Value;
        double b = _law(upper).Value;
        double slope = (b - a) / (upper - lower);
        secants.Add((slope, a - (slope * lower)));
        for (int k = 0; k <= 4; k++)
            Tangent(lower + ((upper - lower) * k / 4.0), tangents);
    }

    private void Tangent(double at, List<(double, double)> lines)
    {
        (double value, double slope) = _law(at);
        lines.Add((slope, value - (slope * at)));
    }

    /// <summary>The line through the curve at <paramref name="end"/> that touches it on the other branch, and tangents of that branch beyond.</summary>
    private void Touching(double end, double other, List<(double, double)> lines)
    {
        double value = _law(end).Value;
        double near = 0.0;
        double far = other;
        if (Gap(far) <= 0.0)
        {
            double slope = (value - _law(other).Value) / (end - other);
            lines.Add((slope, value - (slope * end)));
            return;
        }

        for (int k = 0; k < Bisections; k++)
        {
            double middle = 0.5 * (near + far);
            if (Gap(middle) > 0.0)
                far = middle;
            else
                near = middle;
        }

        // The tangent on the far side lies beyond the curve at the end: the safe side of the bisection.
        for (int k = 0; k <= 3; k++)
            Tangent(far + ((other - far) * k / 3.0), lines);

        // How far the tangent at t passes beyond the curve at the end, outwards positive.
        double Gap(double t)
        {
            (double at, double slope) = _law(t);
            double reach = at + (slope * (end - t)) - value;
            return end > 0.0 ? reach : -reach;
        }
    }
}
