using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Reporting.Exchange;
using Corridor.Studies.PowerFlow;
using Corridor.Studies.PowerFlow.Contingencies;

namespace Corridor.Reporting.PowerFlow;

/// <summary>What <c>corridor powerflow</c> has to tell.</summary>
public sealed record PowerFlowOutcome
{
    /// <summary>The path as the user named it.</summary>
    public required string Source { get; init; }

    /// <summary>The flow.</summary>
    public required PowerFlowSolution Solution { get; init; }

    /// <summary>The outages; null where none were asked for.</summary>
    public ContingencyStudy? Study { get; init; }

    /// <summary>How branches get their susceptance under direct current.</summary>
    public SusceptanceConvention Convention { get; init; }

    /// <summary>Seconds of the flow alone.</summary>
    public required double Seconds { get; init; }

    /// <summary>Seconds of the outages, their base flow included.</summary>
    public double StudySeconds { get; init; }

    /// <summary>What was kept on the way to the grid; null where nothing was converted.</summary>
    public GridFidelity? Fidelity { get; init; }

    /// <summary>What was met in the files.</summary>
    public required FindingList Findings { get; init; }

    /// <summary>Whether there is a certified state.</summary>
    public bool IsCertified => Solution.Status == PowerFlowStatus.Converged;
}
