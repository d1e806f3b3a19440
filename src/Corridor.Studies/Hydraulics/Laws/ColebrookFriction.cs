namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// Prandtl–Colebrook (Colebrook–White): 1/√λ = −2·lg(2.51/(Re·√λ) + k/(3.71·D)), solved for 1/√λ by Newton's method until the last
/// correction is below round-off; Hagen–Poiseuille's 64/Re wherever that is greater, so that λ is continuous and λ·Re² grows
/// throughout, with a kink where the two meet (C. F. Colebrook, "Turbulent flow in pipes, with particular reference to the transition region between the smooth and rough pipe laws", J. Inst. Civ. Eng. 11, 1939).
/// </summary>
public sealed class ColebrookFriction : IFrictionLaw
{
    private const double TwoOverLn10 = 2.0 / 2.302_585_092_994_046;
    private const int MaxIterations = 12;

    /// <inheritdoc/>
    public double Factor(double reynolds, double relativeRoughness, out double derivative)
    {
        double laminar = LaminarTransition.LaminarFactor(reynolds, out double laminarDerivative);
        double factor = Turbulent(reynolds, relativeRoughness, out derivative);
        if (laminar < factor)
            return factor;
        derivative = laminarDerivative;
        return laminar;
    }

    // With x = 1/√λ, a = 2.51/Re, b = k/(3.71·D): f(x) = x + (2/ln 10)·ln(a·x + b) = 0. f grows and is concave, so that Newton's
    // iterates stay below the root from the first step on and converge quadratically. The start puts x = 8 into the logarithm.
    private static double Turbulent(double reynolds, double relativeRoughness, out double derivative)
    {
        double a = 2.51 / reynolds;
        double b = relativeRoughness / 3.71;
        double x = -TwoOverLn10 * Math.Log(b + (a * 8.0));
        double argument = (a * x) + b;
        double slope = 1.0;
        for (int iteration = 0; iteration < MaxIterations; iteration++)
        {
            slope = 1.0 + (TwoOverLn10 * a / argument);
            double step = (x + (TwoOverLn10 * Math.Log(argument))) / slope;
            x -= step;
            argument = (a * x) + b;
            if (Math.Abs(step) <= 1e-9 * x)
            {
                // Quadratic convergence: the next correction would be below round-off.
                slope = 1.0 + (TwoOverLn10 * a / argument);
                break;
            }
        }

        // 0 = x' + (2/ln 10)·(a·x' + a'·x)/(a·x + b) with a' = −a/Re.
        double xDerivative = TwoOverLn10 * a * x / (reynolds * argument * slope);
        double factor = 1.0 / (x * x);
        derivative = -2.0 * factor / x * xDerivative;
        return factor;
    }
}
