using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Compressors;

namespace Corridor.Studies.Hydraulics;

/// <summary>How a hydraulic solve ended.</summary>
public enum HydraulicStatus
{
    /// <summary>All laws, balances and set points hold within the tolerance, and every pressure is positive.</summary>
    Converged,

    /// <summary>The given flows and pressures contradict each other or the physics; <see cref="HydraulicSolution.Complaints"/> names where.</summary>
    Infeasible,

    /// <summary>No answer was found; <see cref="HydraulicSolution.Complaints"/> names the node or element to blame.</summary>
    Failed,
}

/// <summary>A steady state of a gas network, or what stands in its way.</summary>
public sealed record HydraulicSolution
{
    /// <summary>The network it belongs to.</summary>
    public required GasNetwork Network { get; init; }

    /// <summary>The settings it was solved under.</summary>
    public required HydraulicSettings Settings { get; init; }

    /// <summary>How it ended.</summary>
    public required HydraulicStatus Status { get; init; }

    /// <summary>State of each node, in the order of the network.</summary>
    public required IReadOnlyList<NodeState> Nodes { get; init; }

    /// <summary>State of each element, in the order of the network.</summary>
    public required IReadOnlyList<ElementState> Elements { get; init; }

    /// <summary>Gas taken from the network for drives, in the order of the elements; empty unless <see cref="HydraulicSettings.TakesFuel"/>. Injections of nodes are stated before it is taken.</summary>
    public IReadOnlyList<FuelDraw> Fuel { get; init; } = [];

    /// <summary>Newton iterations taken.</summary>
    public required int Iterations { get; init; }

    /// <summary>Greatest relative residual at the end.</summary>
    public required double Residual { get; init; }

    /// <summary>What stands in the way, the gravest first; limits passed by a converged state are listed here too, as warnings.</summary>
    public IReadOnlyList<HydraulicComplaint> Complaints { get; init; } = [];
}

/// <summary>State of a node.</summary>
/// <param name="Pressure">Absolute pressure [Pa]; NaN where the node is cut off from every pressure.</param>
/// <param name="Density">Density of the gas at the node [kg/m³].</param>
/// <param name="Temperature">Temperature [K].</param>
/// <param name="Injection">Mass flow into the network [kg/s].</param>
/// <param name="Gas">Quality of the gas that leaves the node.</param>
public readonly record struct NodeState(double Pressure, double Density, double Temperature, double Injection, GasQuality Gas);

/// <summary>State of an element.</summary>
/// <param name="Flow">Mass flow [kg/s], positive from its first node to its second.</param>
/// <param name="Velocity">Velocity [m/s] at the end where it is greatest, with the sign of the flow; NaN where the element has no diameter.</param>
/// <param name="Reynolds">Reynolds number [1]; NaN where there is none.</param>
/// <param name="FrictionFactor">Darcy's friction factor [1]; NaN where there is none.</param>
/// <param name="ErosionalVelocity">Velocity at which erosion is feared [m/s] (API RP 14E); NaN where there is none.</param>
/// <param name="Ratio">Ratio of the pressure at its second node to that at its first [1]; NaN where either is unknown.</param>
/// <param name="Power">Shaft power of a compressor [W]; 0 otherwise.</param>
/// <param name="FuelPower">Energy per time that its drives take [W]; 0 otherwise.</param>
/// <param name="Linepack">Mass of gas within [kg]; 0 for elements without volume.</param>
/// <param name="Mode">What a regulator or station does in this state; null for other elements.</param>
public readonly record struct ElementState(
    double Flow,
    double Velocity,
    double Reynolds,
    double FrictionFactor,
    double ErosionalVelocity,
    double Ratio,
    double Power,
    double FuelPower,
    double Linepack,
    StationMode? Mode)
{
    /// <summary>Temperature where the gas leaves it, before it mixes [K]; NaN where temperatures are not followed or nothing flows.</summary>
    public double OutletTemperature { get; init; } = double.NaN;

    /// <summary>What the machines of a running station do; null for other elements and where no gas flows forwards.</summary>
    public StationOperation? Operation { get; init; }
}

/// <summary>Gas taken for the drives of a station.</summary>
/// <param name="Element">Index of the station.</param>
/// <param name="Node">Index of the node where it is taken.</param>
/// <param name="Flow">Mass flow [kg/s], > 0.</param>
public readonly record struct FuelDraw(int Element, int Node, double Flow);

/// <summary>What is wrong, and with which node or element.</summary>
/// <param name="Kind">What kind of complaint.</param>
/// <param name="Node">Index of the node; −1 where it is about an element.</param>
/// <param name="Element">Index of the element; −1 where it is about a node.</param>
/// <param name="Message">One sentence for people, with ids, figures and units.</param>
/// <param name="IsFatal">Whether it stands in the way of a solution; otherwise a converged state passes a limit.</param>
public sealed record HydraulicComplaint(ComplaintKind Kind, int Node, int Element, string Message, bool IsFatal);

/// <summary>Kinds of complaints.</summary>
public enum ComplaintKind
{
    /// <summary>A part of the network that no pressure is held in does not balance, or has no pressure to refer to.</summary>
    NoPressureReference,

    /// <summary>A part of the network cut off by closed elements has injections that cannot flow anywhere.</summary>
    CutOff,

    /// <summary>Set points contradict each other (two pressures held at one place, a loop of stations).</summary>
    ConflictingSetpoints,

    /// <summary>The flow asked for would need a pressure of zero or less.</summary>
    NegativePressure,

    /// <summary>The iteration did not converge; the node or element has the greatest residual.</summary>
    NotConverged,

    /// <summary>A figure that a law needs is missing.</summary>
    MissingFigure,

    /// <summary>A pressure is below or above its bounds.</summary>
    PressureBound,

    /// <summary>A flow is outside its bounds.</summary>
    FlowBound,

    /// <summary>A velocity is above the erosional limit or the speed of sound.</summary>
    Velocity,

    /// <summary>A station works outside its map, its ratio or its power.</summary>
    StationLimit,
}
