namespace Corridor.Model.Hydraulics;

/// <summary>A machine of a compressor station.</summary>
public abstract record CompressorUnit
{
    /// <summary>Stable id within the station.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the drive that turns it.</summary>
    public required string Drive { get; init; }

    /// <summary>Least speed [1/min].</summary>
    public double SpeedMin { get; init; }

    /// <summary>Greatest speed [1/min].</summary>
    public double SpeedMax { get; init; }
}

/// <summary>
/// A turbo compressor with its map: adiabatic head H [kJ/kg] and adiabatic efficiency η as biquadratic polynomials of the speed
/// n [1/min] and the volume flow Q at the inlet [m³/s], limited by the surge line and the choke line, both H as a quadratic of Q.
/// The nine coefficients a₁…a₉ are those of (1, Q, Q²)·A·(1, n, n²)ᵀ with A = [[a₁ a₂ a₃],[a₄ a₅ a₆],[a₇ a₈ a₉]].
/// </summary>
public sealed record TurboCompressor : CompressorUnit
{
    /// <summary>Nine coefficients of the lines of equal speed.</summary>
    public required IReadOnlyList<double> SpeedLines { get; init; }

    /// <summary>Nine coefficients of the lines of equal efficiency.</summary>
    public required IReadOnlyList<double> EfficiencyLines { get; init; }

    /// <summary>Three coefficients of the surge line, by powers of Q, the constant first.</summary>
    public required IReadOnlyList<double> SurgeLine { get; init; }

    /// <summary>Three coefficients of the choke line, by powers of Q, the constant first.</summary>
    public required IReadOnlyList<double> ChokeLine { get; init; }

    /// <summary>Adiabatic efficiency along the choke line [1]; null where none is stated.</summary>
    public double? EfficiencyOfChokeLine { get; init; }
}

/// <summary>A piston compressor: volume displaced per turn, adiabatic efficiency, limits of torque, ratio and pressure rise.</summary>
public sealed record PistonCompressor : CompressorUnit
{
    /// <summary>Volume displaced per turn [m³].</summary>
    public required double OperatingVolume { get; init; }

    /// <summary>Greatest torque [N·m]; null where none is stated.</summary>
    public double? TorqueMax { get; init; }

    /// <summary>Greatest ratio of pressures [1]; null where none is stated.</summary>
    public double? RatioMax { get; init; }

    /// <summary>Greatest rise of pressure [Pa]; null where none is stated.</summary>
    public double? PressureRiseMax { get; init; }

    /// <summary>Adiabatic efficiency [1]; null where none is stated.</summary>
    public double? AdiabaticEfficiency { get; init; }

    /// <summary>Reduction of the volume flow by additional clearance [1]; 0 where none is stated.</summary>
    public double AdditionalReductionOfVolume { get; init; }
}

/// <summary>What kind of machine turns a compressor.</summary>
public enum DriveKind
{
    /// <summary>A gas turbine: power depends on speed and ambient temperature.</summary>
    GasTurbine,

    /// <summary>A gas engine.</summary>
    GasDrivenMotor,

    /// <summary>An electric motor.</summary>
    ElectricMotor,

    /// <summary>A steam turbine.</summary>
    SteamTurbine,
}

/// <summary>
/// A drive: its greatest power P_max [kW] by speed n [1/min] and, where nine coefficients are stated, the temperature of the air T [°C], as
/// (1, T, T²)·A·(1, n, n²)ᵀ with A = [[a₁ a₂ a₃],[a₄ a₅ a₆],[a₇ a₈ a₉]], and the energy b [kW] that it takes at shaft power P [kW], a quadratic. That T is in degrees
/// Celsius follows from the published maps: at 10 they give 3 to 19 MW, at 283.15 some would give less than nothing.
/// </summary>
/// <param name="Id">Stable id within the station.</param>
/// <param name="Kind">What it is.</param>
/// <param name="PowerCoefficients">Three or nine coefficients of the greatest power.</param>
/// <param name="EnergyCoefficients">Three coefficients of the energy taken, by powers of P, the constant first; empty where none are stated.</param>
/// <param name="SpecificEnergyPoints">Points (P, b/P or b) where a file states points in place of a quadratic; empty otherwise.</param>
public sealed record CompressorDrive(
    string Id,
    DriveKind Kind,
    IReadOnlyList<double> PowerCoefficients,
    IReadOnlyList<double> EnergyCoefficients,
    IReadOnlyList<(double Power, double Energy)> SpecificEnergyPoints);
