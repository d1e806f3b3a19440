using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Time;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;

namespace Corridor.Reporting.Summaries;

/// <summary>Everything that the files and the screen of a run are made from.</summary>
public sealed record RunReport
{
    /// <summary>The package.</summary>
    public required EnergySystem System { get; init; }

    /// <summary>Name of the scenario; <c>base</c> for the package as it stands.</summary>
    public string Scenario { get; init; } = "base";

    /// <summary>Span and periods.</summary>
    public required Horizon Horizon { get; init; }

    /// <summary>The result, of any status.</summary>
    public required DispatchResult Result { get; init; }

    /// <summary>The word of the independent check.</summary>
    public required DispatchCertificate Certificate { get; init; }

    /// <summary>Findings of reading and compiling.</summary>
    public required FindingList Findings { get; init; }

    /// <summary>Whether the result may be shown: solved to the tolerance, and passed by the check.</summary>
    public bool MayBeShown => Result.Status == DispatchStatus.Optimal && Certificate.Certified;
}
