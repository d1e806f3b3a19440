namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Where a run starts from.</summary>
public enum TransientStart
{
    /// <summary>
    /// The steady state of the discrete equations under the conditions of the first instant, found from the state given (or from nothing):
    /// a run without changes then stays where it is to rounding.
    /// </summary>
    Settled,

    /// <summary>The state given, as it is: along each pipe constant flow and the profile of steady flow between its pressures.</summary>
    AsGiven,
}

/// <summary>Laws, grid, steps and limits of a transient study.</summary>
public sealed record TransientSettings
{
    /// <summary>Friction, equation of state, gravity and viscosity.</summary>
    public HydraulicSettings Hydraulics { get; init; } = new();

    /// <summary>Time at which the run starts [s]; series and events count from the same origin.</summary>
    public double StartTime { get; init; }

    /// <summary>Length of the run [s], > 0.</summary>
    public double Duration { get; init; } = 86_400.0;

    /// <summary>Greatest step, or the step where <see cref="IsAdaptive"/> is false [s], > 0.</summary>
    public double Step { get; init; } = 300.0;

    /// <summary>
    /// Whether a step ends wherever a series bends (it always ends where one jumps): exact, but as many steps as there are points. Series with many points,
    /// finer than the step, are better followed without.
    /// </summary>
    public bool EndsAtBends { get; init; } = true;

    /// <summary>Whether the error estimate shortens steps; otherwise only events, jumps and failures do.</summary>
    public bool IsAdaptive { get; init; } = true;

    /// <summary>Least step that the error estimate may ask for [s], > 0.</summary>
    public double StepMin { get; init; } = 1.0;

    /// <summary>Local error allowed per step, relative to the pressures and flows, in the mean over all points [1].</summary>
    public double RelativeTolerance { get; init; } = 1e-4;

    /// <summary>Cells are as near to this length as whole numbers allow, never longer [m], > 0.</summary>
    public double CellLength { get; init; } = 2_000.0;

    /// <summary>Least number of cells of a pipe, ≥ 1.</summary>
    public int CellsMin { get; init; } = 2;

    /// <summary>Whether the convective term ∂(q²/(ρA))/∂x is kept. It matters where the flow comes near the speed of sound.</summary>
    public bool HasConvection { get; init; }

    /// <summary>Where the run starts from.</summary>
    public TransientStart Start { get; init; } = TransientStart.Settled;

    /// <summary>Time between two outputs [s], > 0; steps end there.</summary>
    public double OutputInterval { get; init; } = 300.0;

    /// <summary>Ids of the pipes whose whole profile is handed to the sink; empty for none.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>
    /// Whether exits take no more than what keeps their node at its own <see cref="Model.Hydraulics.GasNode.PressureMin"/>; otherwise, and at nodes that
    /// state none, at <see cref="PressureFloor"/>.
    /// </summary>
    public bool LimitsExits { get; init; } = true;

    /// <summary>Absolute pressure below which no exit takes gas [Pa], > 0: no pressure falls to zero by a withdrawal.</summary>
    public double PressureFloor { get; init; } = 101_325.0;

    /// <summary>How unprotected customers are shed for the sake of protected ones; null where they are not.</summary>
    public CurtailmentRule? Curtailment { get; init; }

    /// <summary>Greatest number of Newton iterations of a stage before the step is halved.</summary>
    public int MaxIterations { get; init; } = 40;

    /// <summary>Relative change of the last Newton iteration of a stage at which it has converged [1].</summary>
    public double NewtonTolerance { get; init; } = 1e-10;

    /// <summary>How exactly the time of a crossing is found [s], > 0.</summary>
    public double EventTolerance { get; init; } = 1e-3;

    /// <summary>Greatest number of steps, the shortened ones included.</summary>
    public int MaxSteps { get; init; } = 1_000_000;

    /// <summary>
    /// Greatest number of tries in a row with steps near the least (the lesser of <see cref="StepMin"/> and a tenth of <see cref="Step"/>, mean below twice of
    /// it): a run that crawls ends as <see cref="TransientStatus.Failed"/> and names the place.
    /// </summary>
    public int MaxShortSteps { get; init; } = 5_000;

    /// <summary>Discharge coefficient of breaks [1], > 0: 1 for a full opening without contraction.</summary>
    public double DischargeCoefficient { get; init; } = 1.0;

    /// <summary>Volume given to a node where no pipe ends [m³], > 0: it keeps a pressure when everything around it is closed, and counts in the linepack.</summary>
    public double BareNodeVolume { get; init; } = 0.1;
}

/// <summary>
/// Unprotected exits of a region are shed when the pressure of one of its protected customers comes near its minimum, and stay so until the end.
/// </summary>
/// <param name="Margin">They are shed when a protected pressure falls below (1 + margin) times its minimum [1], ≥ 0.</param>
/// <param name="Share">Share of their flow that is shed [1], 0 to 1.</param>
/// <param name="RampTime">Time over which it is shed [s], ≥ 0.</param>
public sealed record CurtailmentRule(double Margin = 0.1, double Share = 1.0, double RampTime = 600.0);
