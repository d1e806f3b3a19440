using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>Makes the laws that a study asks for.</summary>
public static class GasLaws
{
    /// <summary>Molar gas constant [J/(mol·K)] (CODATA 2018, exact).</summary>
    public const double GasConstant = 8.31446261815324;

    /// <summary>Molar mass of dry air [kg/mol] (ISO 6976:2016).</summary>
    public const double MolarMassOfAir = 28.96546e-3;

    /// <summary>The equation of state of a gas.</summary>
    /// <param name="kind">Which equation.</param>
    /// <param name="gas">The gas.</param>
    /// <param name="missing">Name of the figure that the equation needs and the gas does not state; null where nothing is missing.</param>
    /// <returns>The law; null where a figure is missing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none of those listed.</exception>
    /// <exception cref="ArgumentException">A composition has not 21 fractions ≥ 0 with a positive sum.</exception>
    public static IGasLaw? For(EquationOfStateKind kind, GasQuality gas, out string? missing)
    {
        ArgumentNullException.ThrowIfNull(gas);
        missing = null;
        switch (kind)
        {
            case EquationOfStateKind.Ideal:
                return new IdealGas(gas.MolarMass);
            case EquationOfStateKind.SimpleCnga:
                return CaliforniaGas.Simple(gas.MolarMass);
            case EquationOfStateKind.FullCnga:
                return CaliforniaGas.Full(gas.MolarMass, gas.SpecificGravity ?? (gas.MolarMass / MolarMassOfAir));
            case EquationOfStateKind.Linear:
                if (gas.Compressibility is { } linear)
                {
                    return new LinearGas(gas.MolarMass, linear.Constant, linear.Slope);
                }

                missing = "compressibility";
                return null;
            case EquationOfStateKind.Papay:
                if (gas is { PseudocriticalPressure: { } pressure, PseudocriticalTemperature: { } temperature })
                {
                    return new PapayGas(gas.MolarMass, pressure, temperature);
                }

                missing = gas.PseudocriticalPressure is null ? "pseudocritical pressure" : "pseudocritical temperature";
                return null;
            case EquationOfStateKind.Aga8:
            case EquationOfStateKind.Gerg2008:
                if (gas.Composition is { } composition)
                {
                    return kind == EquationOfStateKind.Aga8
                        ? HelmholtzGas.Aga8(composition, gas.MolarMass)
                        : HelmholtzGas.Gerg2008(composition, gas.MolarMass);
                }

                missing = "composition";
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown equation of state.");
        }
    }

    /// <summary>The name of an equation for people.</summary>
    /// <param name="kind">Which equation.</param>
    public static string Name(EquationOfStateKind kind) => kind switch
    {
        EquationOfStateKind.Ideal => "of ideal gas",
        EquationOfStateKind.SimpleCnga => "CNGA (simple)",
        EquationOfStateKind.FullCnga => "CNGA (full)",
        EquationOfStateKind.Papay => "of Papay",
        EquationOfStateKind.Aga8 => "AGA8",
        EquationOfStateKind.Gerg2008 => "GERG-2008",
        _ => "with linear compressibility",
    };
}
