namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>The state at an output. The lists are the sink's to keep.</summary>
/// <param name="Time">Time [s].</param>
/// <param name="Pressures">Pressure of each node [Pa].</param>
/// <param name="Injections">Mass flow into the network at each node [kg/s].</param>
/// <param name="FlowsIn">Flow of each element at its first node [kg/s].</param>
/// <param name="FlowsOut">Flow of each element at its second node [kg/s].</param>
/// <param name="Linepacks">Mass in each element [kg].</param>
/// <param name="TotalLinepack">Mass in the network [kg].</param>
/// <param name="Profiles">Profiles of the pipes that the settings name.</param>
public sealed record TransientSnapshot(
    double Time,
    double[] Pressures,
    double[] Injections,
    double[] FlowsIn,
    double[] FlowsOut,
    double[] Linepacks,
    double TotalLinepack,
    IReadOnlyList<PipeProfile> Profiles);
