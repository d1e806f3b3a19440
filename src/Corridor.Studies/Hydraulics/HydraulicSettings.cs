using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics;

/// <summary>Laws and limits of a hydraulic study.</summary>
public sealed record HydraulicSettings
{
    /// <summary>Friction law; null for the network's own, and Colebrook where it states none.</summary>
    public FrictionKind? Friction { get; init; }

    /// <summary>Equation of state; null for the network's own, and Papay where it states none.</summary>
    public EquationOfStateKind? EquationOfState { get; init; }

    /// <summary>
    /// Greatest relative residual of a converged solution: mass balance against the greatest flow, element laws against the pressures.
    /// </summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Greatest number of Newton iterations.</summary>
    public int MaxIterations { get; init; } = 100;

    /// <summary>Whether the gas is mixed at nodes and its quality followed through the network where entries differ.</summary>
    public bool TrackQuality { get; init; } = true;

    /// <summary>Whether temperatures follow the soil and the Joule–Thomson effect (polytropic) where pipes state heat transfer; otherwise isothermal.</summary>
    public bool TrackTemperature { get; init; }

    /// <summary>Adiabatic efficiency of stations that state neither map nor figure [1].</summary>
    public double DefaultEfficiency { get; init; } = 0.80;

    /// <summary>
    /// Whether the gas that drives burn is taken from the network at <see cref="Model.Hydraulics.GasCompressorStation.FuelNode"/> (drive energy over the inferior calorific value);
    /// <see cref="HydraulicSolution.Fuel"/> shows it.
    /// </summary>
    public bool TakesFuel { get; init; }

    /// <summary>Dynamic viscosity of gases that state none [Pa·s].</summary>
    public double DefaultViscosity { get; init; } = 1.1e-5;

    /// <summary>Constant C of the erosional velocity of API RP 14E in SI units, v = C/√ρ [√(kg)/(s·√m)]: 122 for continuous service.</summary>
    public double ErosionalConstant { get; init; } = 122.0;

    /// <summary>Acceleration of gravity [m/s²].</summary>
    public double Gravity { get; init; } = 9.80665;

    /// <summary>Threads for the factorisation, ≥ 1; the result does not depend on it.</summary>
    public int Threads { get; init; } = 1;
}
