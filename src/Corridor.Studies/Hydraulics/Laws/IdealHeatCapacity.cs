namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// Heat capacity of the components as ideal gases, c_p/R* = B + C·(D/T/sinh(D/T))² + E·(F/T/cosh(F/T))² + G·(H/T/sinh(H/T))²
/// + I·(J/T/cosh(J/T))² with R* = 8.31451 J/(mol·K) (M. Jaeschke, P. Schley, "Ideal-gas thermodynamic properties for natural-gas
/// applications", Int. J. Thermophys. 16 (1995) 1381–1392; used by AGA8, ISO 20765 and GERG-2008).
/// </summary>
internal static class IdealHeatCapacity
{
    /// <summary>Gas constant that the constants were fitted with [J/(mol·K)].</summary>
    public const double GasConstant = 8.314_51;

    private static readonly (double B, double C, double E, double G, double I, double D, double F, double H, double J)[] Constants =
    [
        (4.00088, 0.76315, 0.0046, 8.74432, -4.46921, 820.659, 178.41, 1062.82, 1090.53),
        (3.50031, 0.13732, -0.1466, 0.90066, 0, 662.738, 680.562, 1740.06, 0),
        (3.50002, 2.04452, -1.06044, 2.03366, 0.01393, 919.306, 865.07, 483.553, 341.109),
        (4.00263, 4.33939, 1.23722, 13.1974, -6.01989, 559.314, 223.284, 1031.38, 1071.29),
        (4.02939, 6.60569, 3.197, 19.1921, -8.37267, 479.856, 200.893, 955.312, 1027.29),
        (4.06714, 8.97575, 5.25156, 25.1423, 16.1388, 438.27, 198.018, 1905.02, 893.765),
        (4.33944, 9.44893, 6.89406, 24.4618, 14.7824, 468.27, 183.636, 1914.1, 903.185),
        (4, 11.7618, 20.1101, 33.1688, 0, 292.503, 910.237, 1919.37, 0),
        (4, 8.95043, 21.836, 33.4032, 0, 178.67, 840.538, 1774.25, 0),
        (4, 11.6977, 26.8142, 38.6164, 0, 182.326, 859.207, 1826.59, 0),
        (4, 13.7266, 30.4707, 43.5561, 0, 169.789, 836.195, 1760.46, 0),
        (4, 15.6865, 33.8029, 48.1731, 0, 158.922, 815.064, 1693.07, 0),
        (4, 18.0241, 38.1235, 53.3415, 0, 156.854, 814.882, 1693.79, 0),
        (4, 21.0069, 43.4931, 58.3657, 0, 164.947, 836.264, 1750.24, 0),
        (2.47906, 0.95806, 0.45444, 1.56039, -1.3756, 228.734, 326.843, 1651.71, 1671.69),
        (3.50146, 1.07558, 1.01334, 0, 0, 2235.71, 1116.69, 0, 0),
        (3.50055, 1.02865, 0.00493, 0, 0, 1550.45, 704.525, 0, 0),
        (4.00392, 0.01059, 0.98763, 3.06904, 0, 268.795, 1141.41, 2507.37, 0),
        (4, 3.11942, 1.00243, 0, 0, 1833.63, 847.181, 0, 0),
        (2.5, 0, 0, 0, 0, 0, 0, 0, 0),
        (2.5, 0, 0, 0, 0, 0, 0, 0, 0),
    ];

    /// <summary>Molar heat capacity at constant pressure of a component [J/(mol·K)].</summary>
    /// <param name="component">Index of the component.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    public static double OfComponent(int component, double temperature)
    {
        (double b, double c, double e, double g, double i, double d, double f, double h, double j) = Constants[component];
        return GasConstant * (b + Hyperbolic(c, d / temperature, isSine: true) + Hyperbolic(e, f / temperature, isSine: false)
            + Hyperbolic(g, h / temperature, isSine: true) + Hyperbolic(i, j / temperature, isSine: false));
    }

    /// <summary>Molar heat capacity at constant pressure of a mixture [J/(mol·K)].</summary>
    /// <param name="composition">Mole fractions, 21 with sum 1.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    public static double OfMixture(IReadOnlyList<double> composition, double temperature)
    {
        double sum = 0.0;
        for (int component = 0; component < Constants.Length; component++)
        {
            double share = composition[component];
            if (share > 0.0)
            {
                sum += share * OfComponent(component, temperature);
            }
        }

        return sum;
    }

    private static double Hyperbolic(double factor, double argument, bool isSine)
    {
        if (factor == 0.0)
        {
            return 0.0;
        }

        double quotient = argument / (isSine ? Math.Sinh(argument) : Math.Cosh(argument));
        return factor * quotient * quotient;
    }
}
