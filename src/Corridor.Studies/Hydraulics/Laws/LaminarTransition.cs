namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// Passage from Hagen–Poiseuille's λ = 64/Re below Re = a to a turbulent law above Re = 3·a/2: λ = (1 − w)·64/Re + w·λ_t with
/// w = 3·s² − 2·s³, s = 2·(Re − a)/a, so that λ and dλ/dRe are continuous and λ·Re² grows throughout. By default a = 2000.
/// </summary>
internal static class LaminarTransition
{
    /// <summary>Greatest Reynolds number of laminar flow.</summary>
    public const double Laminar = 2_000.0;

    /// <summary>Least Reynolds number of turbulent flow.</summary>
    public const double Turbulent = 3_000.0;

    /// <summary>λ and dλ/dRe between the two.</summary>
    /// <param name="start">Reynolds number a where laminar flow ends.</param>
    /// <param name="reynolds">Reynolds number.</param>
    /// <param name="turbulent">λ of the turbulent law there.</param>
    /// <param name="turbulentDerivative">dλ/dRe of the turbulent law there.</param>
    /// <param name="derivative">dλ/dRe.</param>
    public static double Blend(double start, double reynolds, double turbulent, double turbulentDerivative, out double derivative)
    {
        double laminar = LaminarFactor(reynolds, out double laminarDerivative);
        double s = 2.0 * (reynolds - start) / start;
        double weight = s * s * (3.0 - (2.0 * s));
        double slope = 12.0 * s * (1.0 - s) / start;
        derivative = ((1.0 - weight) * laminarDerivative) + (weight * turbulentDerivative) + (slope * (turbulent - laminar));
        return ((1.0 - weight) * laminar) + (weight * turbulent);
    }

    /// <summary>64/Re and its derivative.</summary>
    public static double LaminarFactor(double reynolds, out double derivative)
    {
        double factor = 64.0 / reynolds;
        derivative = -factor / reynolds;
        return factor;
    }
}
