using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow.Contingencies;

/// <summary>All outages of a list, one after the other from the same state.</summary>
public sealed record ContingencyStudy
{
    /// <summary>The state without outages.</summary>
    public required PowerFlowSolution Base { get; init; }

    /// <summary>The outages.</summary>
    public required IReadOnlyList<GridContingency> Contingencies { get; init; }

    /// <summary>What each leads to; empty where there is no state to begin with.</summary>
    public required IReadOnlyList<ContingencyOutcome> Outcomes { get; init; }

    /// <summary>Greatest loading of each branch after any outage [1]; 0 for branches without a rating.</summary>
    public required IReadOnlyList<double> WorstLoading { get; init; }

    /// <summary>The outage of that loading; −1 where there is none.</summary>
    public required IReadOnlyList<int> WorstContingency { get; init; }

    /// <summary>Number of outcomes of a status.</summary>
    public int Count(ContingencyStatus status) => Outcomes.Count(o => o.Status == status);
}
