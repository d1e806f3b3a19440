using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Time;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;
using Corridor.Studies.Hydraulics.Dispatch;
using Corridor.Studies.Tracing;

namespace Corridor.Reporting.Summaries;

/// <summary>Everything that the files and the screen of a run are made from.</summary>
public sealed record RunReport
{
    /// <summary>The package, after the changes of the scenarios.</summary>
    public required EnergySystem System { get; init; }

    /// <summary>The package as it stands; null where no scenario changed it.</summary>
    public EnergySystem? BaseSystem { get; init; }

    /// <summary>The scenarios, in the order of their application; none for the package as it stands.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; init; } = [];

    /// <summary>Names of the scenarios, joined by +; <c>base</c> for the package as it stands.</summary>
    public string Scenario => Scenarios.Count == 0 ? "base" : string.Join('+', Scenarios.Select(s => s.Name));

    /// <summary>Span and periods.</summary>
    public required Horizon Horizon { get; init; }

    /// <summary>The result, of any status.</summary>
    public required DispatchResult Result { get; init; }

    /// <summary>The word of the independent check.</summary>
    public required DispatchCertificate Certificate { get; init; }

    /// <summary>The flows on the pipes; null where the physics of the gas lines was not asked for, or the result may not be shown.</summary>
    public PhysicsResult? Physics { get; init; }

    /// <summary>Findings of reading and compiling.</summary>
    public required FindingList Findings { get; init; }

    /// <summary>Who supplies whom; traced when first asked for. Empty for a result that may not be shown.</summary>
    public TraceResult Trace
    {
        get => MayBeShown ? field ??= TraceStudy.Run(Result, System) : TraceResult.Empty;
        init;
    }

    /// <summary>Whether the result may be shown: solved to the tolerance, and passed by the check.</summary>
    public bool MayBeShown => Result.Status == DispatchStatus.Optimal && Certificate.Certified;
}
