namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>Sizes of residuals that a verified solution may have, all relative as <see cref="HydraulicResidualKind"/> states.</summary>
public sealed record HydraulicTolerances
{
    /// <summary>Pressures: pipes, fittings, set points, held pressures.</summary>
    public double Pressure { get; init; } = 1e-7;

    /// <summary>Flows: balances, injections, closed elements, directions, and the flows that pressures belong to.</summary>
    public double Flow { get; init; } = 1e-6;

    /// <summary>Temperatures [K/K].</summary>
    public double Temperature { get; init; } = 1e-7;

    /// <summary>Mixtures.</summary>
    public double Mixing { get; init; } = 1e-6;

    /// <summary>Figures that follow from others, and bounds.</summary>
    public double Derived { get; init; } = 1e-5;

    /// <summary>The tolerance of a kind.</summary>
    internal double Of(HydraulicResidualKind kind) => kind switch
    {
        HydraulicResidualKind.Pressure or HydraulicResidualKind.Claim => 0.0,
        HydraulicResidualKind.HeldPressure or HydraulicResidualKind.PipePressure or HydraulicResidualKind.Fitting or HydraulicResidualKind.Setpoint => Pressure,
        HydraulicResidualKind.Mixing => Mixing,
        HydraulicResidualKind.Derived or HydraulicResidualKind.SilentLimit => Derived,
        HydraulicResidualKind.Temperature or HydraulicResidualKind.Energy => Temperature,
        _ => Flow,
    };
}
