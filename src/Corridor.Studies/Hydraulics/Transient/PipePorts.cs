namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>
/// What is left of a pipe when its inside is eliminated: the changes of the flows at its start and end [kg/s] as constants and slopes by the changes of the
/// pressures at its start and end [kg/(s·Pa)].
/// </summary>
internal readonly record struct PipePorts(
    double Start,
    double StartByStart,
    double StartByEnd,
    double End,
    double EndByStart,
    double EndByEnd);
