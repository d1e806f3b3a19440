using Corridor.Model.Findings;

namespace Corridor.Studies.PowerFlow;

/// <summary>Every kind of finding that a power flow may yield (W…).</summary>
public static class PowerFlowFindings
{
    /// <summary>An output outside its limits.</summary>
    public static FindingKind BeyondLimits { get; } = new("W001", Severity.Warning, "A unit ends beyond its least or greatest output.", "State other outputs, or let all units share with --slack distributed.");

    /// <summary>Outputs are missing.</summary>
    public static FindingKind SlackCarries { get; } = new("W002", Severity.Warning, "Slack buses generate nearly everything, because units state no outputs or small ones.", "State the outputs, let all units share with --slack distributed, or ask for the cheapest outputs with corridor opf.");

    /// <summary>A state that the check refutes.</summary>
    public static FindingKind Refuted { get; } = new("W003", Severity.Warning, "The independent check does not confirm the state.", "Do not use the state; look at the bus or unit that the message names.");

    /// <summary>All kinds, in the order of their codes.</summary>
    public static IReadOnlyList<FindingKind> All { get; } = [BeyondLimits, SlackCarries, Refuted];
}
