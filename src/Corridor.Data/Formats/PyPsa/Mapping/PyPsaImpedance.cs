namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>The electrical figures of a branch, all circuits together.</summary>
/// <param name="Reactance">Series reactance [ohm].</param>
/// <param name="Resistance">Series resistance [ohm].</param>
/// <param name="Charging">Reactive power that it gives at nominal voltage [Mvar].</param>
internal sealed record PyPsaImpedance(double Reactance, double Resistance, double Charging)
{
    /// <summary>Off-nominal turns ratio.</summary>
    public double TapRatio { get; init; } = 1;

    /// <summary>Phase shift [deg].</summary>
    public double PhaseShift { get; init; }

    /// <summary>Rating that the type states in place of the branch [MVA]; null where the branch states it.</summary>
    public double? Rating { get; init; }
}
