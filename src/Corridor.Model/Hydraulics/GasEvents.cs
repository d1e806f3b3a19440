namespace Corridor.Model.Hydraulics;

/// <summary>Something that happens to a network at a time.</summary>
/// <param name="Time">When it happens [s].</param>
public abstract record GasEvent(double Time);

/// <summary>A compressor station or regulator changes what it does.</summary>
/// <param name="Time">When it happens [s].</param>
/// <param name="Element">Index of the element.</param>
/// <param name="Control">What it does from then on.</param>
public sealed record StationChange(double Time, int Element, StationControl Control) : GasEvent(Time);

/// <summary>A compressor station stops: gas passes it by where it has a bypass, and nothing flows where it has none.</summary>
/// <param name="Time">When it happens [s].</param>
/// <param name="Element">Index of the station.</param>
public sealed record StationTrip(double Time, int Element) : GasEvent(Time);

/// <summary>A valve is opened or closed, at once.</summary>
/// <param name="Time">When it happens [s].</param>
/// <param name="Element">Index of the valve.</param>
/// <param name="IsOpen">Whether it is open from then on.</param>
public sealed record ValveChange(double Time, int Element, bool IsOpen) : GasEvent(Time);

/// <summary>An entry is lost: nothing is injected at the node any more, whether its pressure or its flow was given.</summary>
/// <param name="Time">When it happens [s].</param>
/// <param name="Node">Index of the node.</param>
public sealed record EntryLoss(double Time, int Node) : GasEvent(Time);

/// <summary>A pipe breaks; gas streams into the open until the valves at both ends of the pipe have closed and the pipe is empty.</summary>
/// <param name="Time">When it happens [s].</param>
/// <param name="Element">Index of the pipe.</param>
/// <param name="Distance">Distance of the break from the pipe's first node [m], within the pipe.</param>
/// <param name="ValveDelay">Time from the break until the valves at both ends are closed [s], ≥ 0; infinity for never.</param>
/// <param name="Opening">Area of the opening over the pipe's cross-section [1], > 0: 2 for a pipe torn apart, whose two ends blow.</param>
public sealed record PipeRupture(double Time, int Element, double Distance, double ValveDelay, double Opening = 2.0) : GasEvent(Time);

/// <summary>A node breaks; gas streams into the open, and after a delay valves cut the node off from everything that meets there.</summary>
/// <param name="Time">When it happens [s].</param>
/// <param name="Node">Index of the node.</param>
/// <param name="ValveDelay">Time from the break until the valves are closed [s], ≥ 0; infinity for never.</param>
/// <param name="Opening">Area of the opening over the greatest cross-section of a pipe that ends there [1], > 0.</param>
public sealed record NodeRupture(double Time, int Node, double ValveDelay, double Opening = 1.0) : GasEvent(Time);
