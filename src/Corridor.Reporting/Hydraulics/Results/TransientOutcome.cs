using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Reporting.Hydraulics.Results;

/// <summary>A run of a network in motion, as <c>corridor hydraulics --transient</c> tells it.</summary>
/// <param name="Source">Where the network was read from, as the user named it.</param>
/// <param name="Result">The run.</param>
/// <param name="Settings">Laws of the run.</param>
/// <param name="Seconds">Seconds from the beginning of reading.</param>
/// <param name="Findings">What was met in the files.</param>
public sealed record TransientOutcome(string Source, TransientResult Result, HydraulicSettings Settings, double Seconds, FindingList Findings)
{
    /// <summary>Greatest relative error of the mass balance of a run that is shown.</summary>
    public const double BalanceLimit = 1e-9;

    /// <summary>The network.</summary>
    public GasNetwork Network => Result.Network;

    /// <summary>Whether the whole time was simulated and the mass balance closes.</summary>
    public bool IsCertified => Result.Status == TransientStatus.Completed && Result.Balance.RelativeError <= BalanceLimit && Result.Pressures.Count > 0;

    /// <summary>Whether figures are shown: those of a certified run, and of one that ended early those until then, which stand the same checks.</summary>
    public bool IsShown => IsCertified || Result is { Status: TransientStatus.Failed, Pressures.Count: > 0, Certificate.Holds: true } && Result.Balance.RelativeError <= BalanceLimit;

    /// <summary>How it ended: converged, infeasible or failed.</summary>
    public string Status => IsCertified ? "converged" : Result.Status == TransientStatus.Invalid ? "infeasible" : "failed";
}
