namespace Corridor.Model.Hydraulics;

/// <summary>The 21 components of natural gas that AGA8 and GERG-2008 know, in the order of those equations.</summary>
public enum GasComponent
{
    /// <summary>CH₄.</summary>
    Methane,

    /// <summary>N₂.</summary>
    Nitrogen,

    /// <summary>CO₂.</summary>
    CarbonDioxide,

    /// <summary>C₂H₆.</summary>
    Ethane,

    /// <summary>C₃H₈.</summary>
    Propane,

    /// <summary>i-C₄H₁₀.</summary>
    Isobutane,

    /// <summary>n-C₄H₁₀.</summary>
    Butane,

    /// <summary>i-C₅H₁₂.</summary>
    Isopentane,

    /// <summary>n-C₅H₁₂.</summary>
    Pentane,

    /// <summary>C₆H₁₄.</summary>
    Hexane,

    /// <summary>C₇H₁₆.</summary>
    Heptane,

    /// <summary>C₈H₁₈.</summary>
    Octane,

    /// <summary>C₉H₂₀.</summary>
    Nonane,

    /// <summary>C₁₀H₂₂.</summary>
    Decane,

    /// <summary>H₂.</summary>
    Hydrogen,

    /// <summary>O₂.</summary>
    Oxygen,

    /// <summary>CO.</summary>
    CarbonMonoxide,

    /// <summary>H₂O.</summary>
    Water,

    /// <summary>H₂S.</summary>
    HydrogenSulfide,

    /// <summary>He.</summary>
    Helium,

    /// <summary>Ar.</summary>
    Argon,
}

/// <summary>
/// A gas as its file describes it: by composition, or by the few figures that simple laws need. A law that lacks a figure says so in a finding.
/// </summary>
public sealed record GasQuality
{
    /// <summary>What the gas is called.</summary>
    public required string Name { get; init; }

    /// <summary>Molar mass [kg/mol], > 0.</summary>
    public required double MolarMass { get; init; }

    /// <summary>Mole fractions by <see cref="GasComponent"/>, 21 of them with sum 1; null where the composition is unknown.</summary>
    public IReadOnlyList<double>? Composition { get; init; }

    /// <summary>Pseudocritical absolute pressure [Pa]; null where unknown.</summary>
    public double? PseudocriticalPressure { get; init; }

    /// <summary>Pseudocritical temperature [K]; null where unknown.</summary>
    public double? PseudocriticalTemperature { get; init; }

    /// <summary>Density relative to air at norm conditions [1]; null for the ratio of molar masses (28.9647 g/mol for air).</summary>
    public double? SpecificGravity { get; init; }

    /// <summary>Density at norm conditions [kg/m³]; null where it follows from the molar mass and compressibility.</summary>
    public double? NormDensity { get; init; }

    /// <summary>Superior (gross) calorific value per volume at norm conditions [J/m³]; null where unknown.</summary>
    public double? CalorificValue { get; init; }

    /// <summary>Dynamic viscosity [Pa·s]; null for the study's assumption.</summary>
    public double? DynamicViscosity { get; init; }

    /// <summary>Isentropic exponent [1]; null where it follows from the heat capacity.</summary>
    public double? IsentropicExponent { get; init; }

    /// <summary>Coefficients A, B, C of the molar heat capacity at constant pressure of the ideal gas, A + B·T + C·T² [J/(mol·K)]; empty where unknown.</summary>
    public IReadOnlyList<double> MolarHeatCapacity { get; init; } = [];

    /// <summary>A compressibility linear in the absolute pressure, Z = Constant + Slope·p, p in Pa; null where none is stated.</summary>
    public LinearCompressibility? Compressibility { get; init; }
}

/// <summary>Z = Constant + Slope·p.</summary>
/// <param name="Constant">Z at vanishing pressure [1].</param>
/// <param name="Slope">Slope [1/Pa].</param>
public sealed record LinearCompressibility(double Constant, double Slope);
