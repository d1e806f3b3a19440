namespace Corridor.Studies.Hydraulics.Compressors;

/// <summary>Limits of compressor stations.</summary>
public enum StationLimit
{
    /// <summary>No limit is stated.</summary>
    None,

    /// <summary>The outlet pressure is below the inlet pressure.</summary>
    RatioMin,

    /// <summary>Greatest ratio of pressures.</summary>
    RatioMax,

    /// <summary>Greatest rise of pressure of a piston compressor.</summary>
    PressureRise,

    /// <summary>Least speed.</summary>
    SpeedMin,

    /// <summary>Greatest speed.</summary>
    SpeedMax,

    /// <summary>Surge line: too little flow for the head.</summary>
    Surge,

    /// <summary>Choke line: too much flow for the head.</summary>
    Choke,

    /// <summary>Power of the drive or the station.</summary>
    Power,

    /// <summary>Torque of a piston compressor.</summary>
    Torque,

    /// <summary>Least inlet pressure of the station.</summary>
    InletPressure,

    /// <summary>Greatest outlet pressure of the station.</summary>
    OutletPressure,
}

/// <summary>What one machine does.</summary>
/// <param name="Unit">Id of the machine.</param>
/// <param name="Stage">Index of its stage.</param>
/// <param name="VolumeFlow">Volume flow at its inlet [m³/s].</param>
/// <param name="Head">Adiabatic head [kJ/kg].</param>
/// <param name="Speed">Speed [1/min]; NaN where the station has no map.</param>
/// <param name="Efficiency">Adiabatic efficiency [1].</param>
/// <param name="ShaftPower">Shaft power [W].</param>
/// <param name="PowerLimit">Greatest shaft power of its drive at that speed and air temperature [W]; infinite where none is stated.</param>
/// <param name="DriveEnergy">Energy per time that its drive takes [W].</param>
/// <param name="BurnsGas">Whether the drive takes gas.</param>
/// <param name="Limit">The limit that is passed furthest, or the nearest one.</param>
/// <param name="Excess">By how much, relative to the limit (surge and choke: to the head); negative within it.</param>
public readonly record struct MachineOperation(
    string Unit,
    int Stage,
    double VolumeFlow,
    double Head,
    double Speed,
    double Efficiency,
    double ShaftPower,
    double PowerLimit,
    double DriveEnergy,
    bool BurnsGas,
    StationLimit Limit,
    double Excess);

/// <summary>How a station brings a flow from one pressure to another.</summary>
public sealed record StationOperation
{
    /// <summary>Relative excess that still counts as within a limit.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>Id of the configuration chosen; null where the station has no map.</summary>
    public required string? Configuration { get; init; }

    /// <summary>The machines in operation, stage by stage; empty where the station has no map.</summary>
    public required IReadOnlyList<MachineOperation> Machines { get; init; }

    /// <summary>Shaft power of all machines [W].</summary>
    public required double ShaftPower { get; init; }

    /// <summary>Energy per time that all drives take [W].</summary>
    public required double DriveEnergy { get; init; }

    /// <summary>Gas that the drives burn [kg/s]; null where the calorific value is unknown.</summary>
    public required double? FuelFlow { get; init; }

    /// <summary>Temperature of the gas behind the machines, before any cooler [K].</summary>
    public required double OutletTemperature { get; init; }

    /// <summary>The limit that is passed furthest, or the nearest one.</summary>
    public required StationLimit Limit { get; init; }

    /// <summary>Id of the machine whose limit that is; null for a limit of the station.</summary>
    public required string? LimitingUnit { get; init; }

    /// <summary>By how much the limit is passed, relative to it (surge and choke: to the head); negative within it.</summary>
    public required double Excess { get; init; }

    /// <summary>Relative excess that still counts as within a limit in a state that was itself solved for within a tolerance.</summary>
    public const double SolvedTolerance = 1e-6;

    /// <summary>Adiabatic efficiency of all machines together [1]: adiabatic power, stage by stage, over shaft power.</summary>
    public double Efficiency { get; init; } = double.NaN;

    /// <summary>Whether a state that was solved for passes the limit.</summary>
    public bool PassesLimit => Excess > SolvedTolerance;

    /// <summary>Whether every limit holds.</summary>
    public bool IsInside => Excess <= Tolerance;
}

/// <summary>Outlet pressures that a station reaches at a flow and an inlet pressure.</summary>
/// <param name="Configuration">Id of the configuration; null where the station has no map.</param>
/// <param name="Min">Least outlet pressure [Pa].</param>
/// <param name="Max">Greatest outlet pressure [Pa].</param>
public readonly record struct OutletRange(string? Configuration, double Min, double Max);
