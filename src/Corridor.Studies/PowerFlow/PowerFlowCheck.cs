namespace Corridor.Studies.PowerFlow;

/// <summary>What the independent check of a power flow found.</summary>
/// <param name="Mismatch">Greatest difference at a bus between what comes in and what goes out, active or reactive [p.u.].</param>
/// <param name="MismatchBus">That bus; −1 where there is none.</param>
/// <param name="VoltageError">Greatest difference between a held voltage and its set value [p.u.].</param>
/// <param name="VoltageBus">That bus.</param>
/// <param name="OutputError">Greatest difference between an output and what the schedule and the slack make of it [p.u.].</param>
/// <param name="OutputUnit">That unit.</param>
/// <param name="LimitError">Greatest reactive power beyond a limit, or voltage on its wrong side, where limits are kept [p.u.].</param>
/// <param name="LimitBus">That bus.</param>
/// <param name="Tolerance">What each may be [p.u.].</param>
public sealed record PowerFlowCheck(
    double Mismatch, int MismatchBus, double VoltageError, int VoltageBus, double OutputError, int OutputUnit, double LimitError, int LimitBus, double Tolerance)
{
    /// <summary>Islands with an error beyond the tolerance, ascending, each with its greatest error [p.u.] and the bus of it.</summary>
    public IReadOnlyList<(int Island, int Bus, double Error)> Refuted { get; init; } = [];

    /// <summary>Whether everything is within its tolerance.</summary>
    public bool IsConfirmed => Mismatch <= Tolerance && VoltageError <= Tolerance && OutputError <= Tolerance && LimitError <= Tolerance;
}
