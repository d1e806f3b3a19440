using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Nominations;
using Corridor.Studies.Hydraulics.Verification;
using CheckReport = Corridor.Studies.Hydraulics.Verification.HydraulicReport;

namespace Corridor.Reporting.Hydraulics.Results;

/// <summary>A steady study with its independent check, as <c>corridor hydraulics</c> tells it.</summary>
public sealed record SteadyOutcome
{
    /// <summary>Where the network was read from, as the user named it.</summary>
    public required string Source { get; init; }

    /// <summary>The network.</summary>
    public required GasNetwork Network { get; init; }

    /// <summary>The state, or what stands in its way; null where the search for settings ended without one.</summary>
    public HydraulicSolution? Solution { get; init; }

    /// <summary>What the independent check found; null where there is no state.</summary>
    public CheckReport? Check { get; init; }

    /// <summary>What was asked for, where it is no part of <see cref="Solution"/>; null where nothing was.</summary>
    public HydraulicSettings? Settings { get; init; }

    /// <summary>The verdict on the nomination whose settings these are; null where the network came with its settings.</summary>
    public NominationVerdict? Verdict { get; init; }

    /// <summary>Pressure of the air at a height [Pa] where the file's pressures are above it; null where they are absolute.</summary>
    public Func<double, double>? Air { get; init; }

    /// <summary>Seconds from the beginning of reading.</summary>
    public required double Seconds { get; init; }

    /// <summary>What was met in the files.</summary>
    public required FindingList Findings { get; init; }

    /// <summary>Whether a state was found and the check confirms it.</summary>
    public bool IsCertified => Solution is { Status: HydraulicStatus.Converged } && Check is { Verdict: HydraulicVerdict.Verified };

    /// <summary>How it ended: converged, infeasible or failed. A state that the check refutes is a failure.</summary>
    public string Status =>
        IsCertified ? "converged"
        : Verdict is { Status: NominationStatus.Infeasible } || Solution is { Status: HydraulicStatus.Infeasible } ? "infeasible"
        : "failed";

    /// <summary>
    /// Velocity of a pipe at the mean of the density along it [m/s], q·L/m with the mass m within; NaN for other elements. It is the velocity that
    /// programs of distribution networks report; <see cref="ElementState.Velocity"/> is that at the end where it is greatest.
    /// </summary>
    /// <param name="element">Index of the element.</param>
    public double MeanVelocity(int element) =>
        Network.Elements[element] is GasPipe pipe && Solution is { } solution && solution.Elements[element] is { Linepack: > 0 } state
            ? state.Flow * pipe.Length / state.Linepack
            : double.NaN;
}
