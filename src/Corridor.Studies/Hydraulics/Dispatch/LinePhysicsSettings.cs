using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Dispatch;

/// <summary>
/// What the physics of a package's lines assumes where the package states nothing. The same for every line; docs/physics.md gives the
/// reason and source of each figure.
/// </summary>
public sealed record LinePhysicsSettings
{
    /// <summary>Equation of state.</summary>
    public EquationOfStateKind EquationOfState { get; init; } = EquationOfStateKind.Papay;

    /// <summary>Friction law; <see cref="FrictionKind.Fixed"/> is not allowed, because a package states no friction factors.</summary>
    public FrictionKind Friction { get; init; } = FrictionKind.Colebrook;

    /// <summary>Roughness of a wall without internal coating [m].</summary>
    public double Roughness { get; init; } = 30e-6;

    /// <summary>Flow over that of a clean straight pipe at the same pressures [1]: welds, bends, valves, deposits.</summary>
    public double HydraulicEfficiency { get; init; } = 0.95;

    /// <summary>Density of the gas over that of air [1].</summary>
    public double RelativeDensity { get; init; } = 0.58;

    /// <summary>Mean temperature of the gas on the way [K].</summary>
    public double GasTemperature { get; init; } = 288.15;

    /// <summary>Dynamic viscosity at the pressures of a trunk line [Pa·s].</summary>
    public double Viscosity { get; init; } = 1.2e-5;

    /// <summary>Isentropic exponent of the gas [1].</summary>
    public double IsentropicExponent { get; init; } = 1.29;

    /// <summary>Greatest ratio of pressures of a station [1]: two machines in series.</summary>
    public double MaxRatio { get; init; } = 2.0;

    /// <summary>Adiabatic efficiency of compressors [1].</summary>
    public double CompressorEfficiency { get; init; } = 0.85;

    /// <summary>Shaft power over the heat in the fuel gas [1].</summary>
    public double DriveEfficiency { get; init; } = 0.36;

    /// <summary>Heat in a kilogram of fuel gas where the carrier states no net heating value [J/kg].</summary>
    public double FuelHeat { get; init; } = 48e6;

    /// <summary>The delivery pressure over the largest pressure [1]: what the next line's station of a usual ratio of 1.5 lifts again.</summary>
    public double DeliveryShare { get; init; } = 1.0 / 1.5;

    /// <summary>Constant C of the erosional velocity v = C/√ρ of API RP 14E [√kg/(s·√m)].</summary>
    public double ErosionalConstant { get; init; } = 122.0;

    /// <summary>Threads for the periods of a check, ≥ 1; the result does not depend on it.</summary>
    public int Threads { get; init; } = 1;
}
