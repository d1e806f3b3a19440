using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// Calorific value, density, relative density and Wobbe index from composition by ISO 6976:2016: compression factor
/// Z = 1 − (Σ xⱼ·sⱼ)² at 101.325 kPa (eq. 1), superior calorific value per volume Σ xⱼ·H°ⱼ/(Z·R·T₂/p₂) (eqs. 2 and 8), density
/// M·p₂/(Z·R·T₂) (eq. 14), relative density M/M_air·Z_air/Z (eq. 12), Wobbe index H/√d (eq. 15); tables 2 and 3 of the standard.
/// </summary>
public static class Iso6976
{
    /// <summary>Molar gas constant of the standard [J/(mol·K)].</summary>
    public const double GasConstant = 8.314_462_1;

    /// <summary>Reference pressure [Pa].</summary>
    public const double Pressure = 101_325.0;

    // Superior molar calorific value [kJ/mol] at 0, 15, 15.55, 20 and 25 °C; summation factor at 0, 15, 15.55 and 20 °C.
    private static readonly (double[] Heat, double[] Summation)[] Table =
    [
        ([892.92, 891.51, 891.46, 891.05, 890.58], [0.04886, 0.04452, 0.04437, 0.04317]),
        ([0, 0, 0, 0, 0], [0.0214, 0.0170, 0.0169, 0.0156]),
        ([0, 0, 0, 0, 0], [0.0821, 0.0752, 0.0749, 0.0730]),
        ([1564.35, 1562.14, 1562.06, 1561.42, 1560.69], [0.0997, 0.0919, 0.0916, 0.0895]),
        ([2224.03, 2221.10, 2220.99, 2220.13, 2219.17], [0.1465, 0.1344, 0.1340, 0.1308]),
        ([2874.21, 2870.58, 2870.45, 2869.39, 2868.20], [0.1885, 0.1722, 0.1717, 0.1673]),
        ([2883.35, 2879.76, 2879.63, 2878.58, 2877.40], [0.2022, 0.1840, 0.1834, 0.1785]),
        ([3536.01, 3531.68, 3531.52, 3530.25, 3528.83], [0.2458, 0.2251, 0.2244, 0.2189]),
        ([3542.91, 3538.60, 3538.45, 3537.19, 3535.77], [0.2586, 0.2361, 0.2354, 0.2295]),
        ([4203.24, 4198.24, 4198.06, 4196.60, 4194.95], [0.3319, 0.3001, 0.2990, 0.2907]),
        ([4862.88, 4857.18, 4856.98, 4855.31, 4853.43], [0.4076, 0.3668, 0.3654, 0.3547]),
        ([5522.41, 5516.01, 5515.78, 5513.90, 5511.80], [0.4845, 0.4346, 0.4329, 0.4198]),
        ([6182.92, 6175.82, 6175.56, 6173.48, 6171.15], [0.5617, 0.5030, 0.5010, 0.4856]),
        ([6842.69, 6834.90, 6834.62, 6832.33, 6829.77], [0.6713, 0.5991, 0.5967, 0.5778]),
        ([286.64, 286.15, 286.13, 285.99, 285.83], [-0.01, -0.01, -0.01, -0.01]),
        ([0, 0, 0, 0, 0], [0.0311, 0.0276, 0.0275, 0.0265]),
        ([282.80, 282.91, 282.91, 282.95, 282.98], [0.0258, 0.0217, 0.0215, 0.0203]),
        ([45.064, 44.431, 44.408, 44.222, 44.013], [0.3093, 0.2562, 0.2546, 0.2419]),
        ([562.93, 562.38, 562.36, 562.19, 562.01], [0.1006, 0.0923, 0.0920, 0.0898]),
        ([0, 0, 0, 0, 0], [-0.01, -0.01, -0.01, -0.01]),
        ([0, 0, 0, 0, 0], [0.0307, 0.0273, 0.0272, 0.0262]),
    ];

    private static readonly double[] HeatTemperatures = [273.15, 288.15, 288.70, 293.15, 298.15];
    private static readonly double[] CompressionFactorsOfAir = [0.999419, 0.999595, 0.999601, 0.999645];

    /// <summary>Compression factor at 101.325 kPa [1].</summary>
    /// <param name="composition">Mole fractions, 21 with sum 1.</param>
    /// <param name="metering">Temperature of the volume [K]: 273.15, 288.15, 288.70 or 293.15.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard has no figures for the temperature.</exception>
    public static double CompressionFactor(IReadOnlyList<double> composition, double metering)
    {
        int column = Column(metering, isCombustion: false);
        double sum = GasComponents.Mean(composition, component => Table[(int)component].Summation[column]);
        return 1.0 - (sum * sum);
    }

    /// <summary>Superior calorific value of the ideal gas per mole [J/mol].</summary>
    /// <param name="composition">Mole fractions, 21 with sum 1.</param>
    /// <param name="combustion">Temperature of combustion [K]: 273.15, 288.15, 288.70, 293.15 or 298.15.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard has no figures for the temperature.</exception>
    public static double MolarCalorificValue(IReadOnlyList<double> composition, double combustion)
    {
        int column = Column(combustion, isCombustion: true);
        return 1e3 * GasComponents.Mean(composition, component => Table[(int)component].Heat[column]);
    }

    /// <summary>Superior calorific value per volume of the real gas [J/m³].</summary>
    /// <param name="composition">Mole fractions, 21 with sum 1.</param>
    /// <param name="combustion">Temperature of combustion [K].</param>
    /// <param name="metering">Temperature of the volume [K].</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard has no figures for a temperature.</exception>
    public static double CalorificValue(IReadOnlyList<double> composition, double combustion = 298.15, double metering = 273.15) =>
        MolarCalorificValue(composition, combustion) * Pressure / (CompressionFactor(composition, metering) * GasConstant * metering);

    /// <summary>Density of the real gas at 101.325 kPa [kg/m³].</summary>
    /// <param name="composition">Mole fractions, 21 with sum 1.</param>
    /// <param name="metering">Temperature of the volume [K].</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard has no figures for the temperature.</exception>
    public static double Density(IReadOnlyList<double> composition, double metering = 273.15) =>
        MolarMass(composition) * Pressure / (CompressionFactor(composition, metering) * GasConstant * metering);

    /// <summary>Density of the real gas relative to that of dry air [1].</summary>
    /// <param name="composition">Mole fractions, 21 with sum 1.</param>
    /// <param name="metering">Temperature of the volume [K].</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard has no figures for the temperature.</exception>
    public static double RelativeDensity(IReadOnlyList<double> composition, double metering = 273.15) =>
        MolarMass(composition) / GasLaws.MolarMassOfAir * CompressionFactorsOfAir[Column(metering, isCombustion: false)]
        / CompressionFactor(composition, metering);

    /// <summary>Superior Wobbe index [J/m³].</summary>
    /// <param name="composition">Mole fractions, 21 with sum 1.</param>
    /// <param name="combustion">Temperature of combustion [K].</param>
    /// <param name="metering">Temperature of the volume [K].</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard has no figures for a temperature.</exception>
    public static double WobbeIndex(IReadOnlyList<double> composition, double combustion = 298.15, double metering = 273.15) =>
        CalorificValue(composition, combustion, metering) / Math.Sqrt(RelativeDensity(composition, metering));

    /// <summary>Molar mass of a composition [kg/mol].</summary>
    /// <param name="composition">Mole fractions, 21 with sum 1.</param>
    public static double MolarMass(IReadOnlyList<double> composition) => GasComponents.Mean(composition, GasComponents.MolarMass);

    private static int Column(double temperature, bool isCombustion)
    {
        int column = Array.FindIndex(HeatTemperatures, at => Math.Abs(at - temperature) < 0.005);
        return column < 0 || (!isCombustion && column == HeatTemperatures.Length - 1)
            ? throw new ArgumentOutOfRangeException(nameof(temperature), temperature, "ISO 6976 has no figures for this temperature.")
            : column;
    }
}
