namespace Corridor.Model.Hydraulics;

/// <summary>What a regulator or a compressor station does.</summary>
public enum StationMode
{
    /// <summary>Nothing flows through it.</summary>
    Closed,

    /// <summary>Gas passes without change of pressure.</summary>
    Bypass,

    /// <summary>The ratio of outlet to inlet pressure is held at the set point [1].</summary>
    Ratio,

    /// <summary>The pressure at the outlet is held at the set point [Pa].</summary>
    OutletPressure,

    /// <summary>The pressure at the inlet is held at the set point [Pa].</summary>
    InletPressure,

    /// <summary>The mass flow is held at the set point [kg/s].</summary>
    Flow,

    /// <summary>The shaft power is held at the set point [W].</summary>
    Power,

    /// <summary>The rise of pressure (negative: the drop) is held at the set point [Pa].</summary>
    PressureRise,
}

/// <summary>A mode and its set point.</summary>
/// <param name="Mode">What is held.</param>
/// <param name="Value">The value held, in the unit of the mode; of no effect where the mode needs none.</param>
public sealed record StationControl(StationMode Mode, double Value = double.NaN);

/// <summary>A regulator (control valve): lowers the pressure in the direction of flow; closes against flow backwards unless it is in bypass.</summary>
public sealed record GasControlValve : GasElement
{
    /// <inheritdoc/>
    public override string Kind => "control-valve";

    /// <summary>What it does; null where a study may choose.</summary>
    public StationControl? Control { get; init; }

    /// <summary>Least drop of pressure when active [Pa].</summary>
    public double PressureDropMin { get; init; }

    /// <summary>Greatest drop of pressure when active [Pa]; null where none is stated.</summary>
    public double? PressureDropMax { get; init; }

    /// <summary>Least absolute inlet pressure when active [Pa]; null where none is stated.</summary>
    public double? InletPressureMin { get; init; }

    /// <summary>Greatest absolute outlet pressure when active [Pa]; null where none is stated.</summary>
    public double? OutletPressureMax { get; init; }

    /// <summary>Loss between the inlet node and the valve.</summary>
    public PressureLoss LossIn { get; init; } = PressureLoss.None;

    /// <summary>Loss between the valve and the outlet node.</summary>
    public PressureLoss LossOut { get; init; } = PressureLoss.None;

    /// <summary>Whether it has a bypass of its own, in which gas passes both ways without change of pressure.</summary>
    public bool HasBypass { get; init; }
}

/// <summary>A compressor station: raises the pressure in the direction of flow.</summary>
public sealed record GasCompressorStation : GasElement
{
    /// <inheritdoc/>
    public override string Kind => "compressor";

    /// <summary>What it does; null where a study may choose.</summary>
    public StationControl? Control { get; init; }

    /// <summary>Least absolute inlet pressure when active [Pa]; null where none is stated.</summary>
    public double? InletPressureMin { get; init; }

    /// <summary>Greatest absolute outlet pressure when active [Pa]; null where none is stated.</summary>
    public double? OutletPressureMax { get; init; }

    /// <summary>Greatest ratio of outlet to inlet pressure [1]; null where none is stated.</summary>
    public double? RatioMax { get; init; }

    /// <summary>Greatest shaft power [W]; null where none is stated.</summary>
    public double? PowerMax { get; init; }

    /// <summary>Adiabatic efficiency where no map states it [1]; null for the study's assumption.</summary>
    public double? Efficiency { get; init; }

    /// <summary>Isentropic exponent where it is stated [1]; null where it follows from the gas.</summary>
    public double? IsentropicExponent { get; init; }

    /// <summary>Loss between the inlet node and the machines.</summary>
    public PressureLoss LossIn { get; init; } = PressureLoss.None;

    /// <summary>Loss between the machines and the outlet node.</summary>
    public PressureLoss LossOut { get; init; } = PressureLoss.None;

    /// <summary>Whether it has a bypass of its own, in which gas passes both ways without change of pressure.</summary>
    public bool HasBypass { get; init; }

    /// <summary>Whether the gas is cooled behind the machines to the temperature at the inlet.</summary>
    public bool HasCooler { get; init; } = true;

    /// <summary>Index of the node where fuel gas is taken; null where the drives take none from the network.</summary>
    public int? FuelNode { get; init; }

    /// <summary>The machines, by id.</summary>
    public IReadOnlyList<CompressorUnit> Units { get; init; } = [];

    /// <summary>The drives, by id.</summary>
    public IReadOnlyList<CompressorDrive> Drives { get; init; } = [];

    /// <summary>The ways in which the machines can be joined; empty where no machine is described.</summary>
    public IReadOnlyList<StationConfiguration> Configurations { get; init; } = [];
}

/// <summary>Stages in series, each with machines in parallel.</summary>
/// <param name="Id">Stable id within the station.</param>
/// <param name="Stages">For each stage the ids of its machines.</param>
public sealed record StationConfiguration(string Id, IReadOnlyList<IReadOnlyList<string>> Stages);

/// <summary>One decision of a group: what each of its elements does.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="States">For each element that it speaks of, its index and state.</param>
public sealed record Decision(string Id, IReadOnlyList<DecisionState> States);

/// <summary>What one element does in a decision.</summary>
/// <param name="Element">Index of the element.</param>
/// <param name="IsOpen">Whether gas can flow through it.</param>
/// <param name="Direction">+1 where gas may flow from <see cref="GasElement.From"/> to <see cref="GasElement.To"/> only, −1 backwards only, 0 where either is allowed.</param>
/// <param name="Mode">Mode stated by the file: active, bypass; null where it states none.</param>
public sealed record DecisionState(int Element, bool IsOpen, int Direction, StationMode? Mode = null);

/// <summary>Decisions of which exactly one holds.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Decisions">The decisions to choose from.</param>
public sealed record DecisionGroup(string Id, IReadOnlyList<Decision> Decisions);
