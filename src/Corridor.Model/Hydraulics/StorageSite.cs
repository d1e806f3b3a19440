namespace Corridor.Model.Hydraulics;

/// <summary>
/// A store at a node: it holds the node's pressure as long as its rates and its working gas allow.
/// </summary>
/// <param name="Node">Index of the node; its own injection and set point have no effect.</param>
/// <param name="Pressure">Absolute pressure that it holds [Pa], > 0.</param>
/// <param name="WithdrawalMax">Greatest rate at which it feeds the network [kg/s], ≥ 0.</param>
/// <param name="InjectionMax">Greatest rate at which it takes gas from the network [kg/s], ≥ 0.</param>
/// <param name="WorkingGas">Gas that it can feed at the start [kg], ≥ 0.</param>
/// <param name="Capacity">Greatest working gas [kg], ≥ the working gas at the start; infinity where none is stated.</param>
public sealed record StorageSite(
    int Node,
    double Pressure,
    double WithdrawalMax,
    double InjectionMax,
    double WorkingGas,
    double Capacity = double.PositiveInfinity);
