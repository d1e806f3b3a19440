using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// Molar masses (ISO 6976:2016, table 1, from the atomic masses of 2007), critical temperatures (Kunz, Wagner 2012, table A1) and critical
/// pressures (the reference equations of state that those temperatures belong to, as NIST REFPROP lists them) of the 21 components, by
/// <see cref="GasComponent"/>.
/// </summary>
public static class GasComponents
{
    /// <summary>Number of components.</summary>
    public const int Count = 21;

    private static readonly (double MolarMass, double CriticalTemperature, double CriticalPressure)[] Table =
    [
        (16.04246, 190.564, 4.5992),
        (28.0134, 126.192, 3.3958),
        (44.0095, 304.1282, 7.3773),
        (30.06904, 305.322, 4.8722),
        (44.09562, 369.825, 4.2479),
        (58.1222, 407.817, 3.6290),
        (58.1222, 425.125, 3.7960),
        (72.14878, 460.35, 3.3780),
        (72.14878, 469.7, 3.3700),
        (86.17536, 507.82, 3.0340),
        (100.20194, 540.13, 2.7360),
        (114.22852, 569.32, 2.4970),
        (128.2551, 594.55, 2.2810),
        (142.28168, 617.7, 2.1030),
        (2.01588, 33.19, 1.3150),
        (31.9988, 154.595, 5.0430),
        (28.0101, 132.86, 3.4940),
        (18.01528, 647.096, 22.0640),
        (34.08088, 373.1, 9.0000),
        (4.002602, 5.1953, 0.22746),
        (39.948, 150.687, 4.8630),
    ];

    /// <summary>Molar mass of a component [kg/mol].</summary>
    public static double MolarMass(GasComponent component) => Table[(int)component].MolarMass * 1e-3;

    /// <summary>Critical temperature of a component [K].</summary>
    public static double CriticalTemperature(GasComponent component) => Table[(int)component].CriticalTemperature;

    /// <summary>Critical pressure of a component [Pa].</summary>
    public static double CriticalPressure(GasComponent component) => Table[(int)component].CriticalPressure * 1e6;

    /// <summary>Mean of a figure over a composition.</summary>
    /// <param name="composition">Mole fractions, 21 with sum 1.</param>
    /// <param name="figure">The figure of a component.</param>
    /// <exception cref="ArgumentException">The composition has not 21 fractions.</exception>
    public static double Mean(IReadOnlyList<double> composition, Func<GasComponent, double> figure)
    {
        ArgumentNullException.ThrowIfNull(composition);
        ArgumentNullException.ThrowIfNull(figure);
        if (composition.Count != Count)
        {
            throw new ArgumentException("A composition has 21 fractions.", nameof(composition));
        }

        double sum = 0.0;
        for (int component = 0; component < Count; component++)
        {
            if (composition[component] != 0.0)
            {
                sum += composition[component] * figure((GasComponent)component);
            }
        }

        return sum;
    }
}
