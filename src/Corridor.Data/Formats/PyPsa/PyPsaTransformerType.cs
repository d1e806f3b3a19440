namespace Corridor.Data.Formats.PyPsa;

/// <summary>A standard type of transformer with two windings.</summary>
/// <param name="Name">Name.</param>
/// <param name="Power">Rated apparent power [MVA].</param>
/// <param name="ShortCircuit">Short-circuit voltage [%].</param>
/// <param name="ShortCircuitReal">Real part of the short-circuit voltage [%].</param>
/// <param name="IronLoss">Losses without load [kW].</param>
/// <param name="OpenCurrent">Current without load [%].</param>
/// <param name="PhaseShift">Phase shift [deg].</param>
/// <param name="TapNeutral">Position of the tap at the rated ratio.</param>
/// <param name="TapStep">Change of voltage for a step of the tap [%].</param>
internal sealed record PyPsaTransformerType(
    string Name, double Power, double ShortCircuit, double ShortCircuitReal, double IronLoss, double OpenCurrent, double PhaseShift, double TapNeutral, double TapStep);
