namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>A branch in the direct current approximation, p = Susceptance · (θ_from − θ_to − Shift); per unit and radians.</summary>
/// <param name="Index">Index in the grid.</param>
/// <param name="From">Bus at the from side, among those that take part.</param>
/// <param name="To">Bus at the to side.</param>
/// <param name="Susceptance">∂p/∂(θ_from − θ_to) [p.u.]; negative for a series capacitor, 0 for a branch that carries nothing.</param>
/// <param name="Shift">Angle that the from side adds [rad].</param>
/// <param name="AngleMin">Least difference of angles [rad]; −∞ for none.</param>
/// <param name="AngleMax">Greatest difference of angles [rad]; +∞ for none.</param>
/// <param name="Rating">Greatest |p| [p.u.]; +∞ for none.</param>
/// <param name="EmergencyRating">Greatest |p| after an outage [p.u.]; +∞ for none.</param>
internal sealed record ActiveBranch(
    int Index, int From, int To, double Susceptance, double Shift, double AngleMin, double AngleMax, double Rating, double EmergencyRating)
{
    /// <summary>Least flow that rating and angles admit [p.u.].</summary>
    public double FlowMin { get; } = Math.Max(-Rating, Math.Min(AtAngle(Susceptance, AngleMin - Shift), AtAngle(Susceptance, AngleMax - Shift)));

    /// <summary>Greatest flow that rating and angles admit [p.u.].</summary>
    public double FlowMax { get; } = Math.Min(Rating, Math.Max(AtAngle(Susceptance, AngleMin - Shift), AtAngle(Susceptance, AngleMax - Shift)));

    private static double AtAngle(double susceptance, double angle) => susceptance == 0.0 ? 0.0 : susceptance * angle;
}
