using Corridor.Model.Findings;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>Every kind of finding that an optimal power flow may yield (O…).</summary>
public static class OptimalFlowFindings
{
    /// <summary>A cost that is not convex.</summary>
    public static FindingKind NotConvex { get; } = new("O001", Severity.Error, "The cost of a unit or direct current line is not convex between its limits.", "Correct the cost, or replace it by its convex hull.");

    /// <summary>A least figure above the greatest.</summary>
    public static FindingKind CrossedLimits { get; } = new("O002", Severity.Error, "A least output, flow or angle difference is above the greatest.", "Correct one of the two.");

    /// <summary>No reactance.</summary>
    public static FindingKind NoReactance { get; } = new("O003", Severity.Error, "A branch in service has no reactance, so that its flow does not follow from angles.", "State the reactance, or join the two buses.");

    /// <summary>Nothing to optimise.</summary>
    public static FindingKind NoBus { get; } = new("O004", Severity.Error, "The grid has no bus in service.", "Check that the file is the one that is meant.");

    /// <summary>A cost of a high order without limits.</summary>
    public static FindingKind NeedsLimits { get; } = new("O005", Severity.Error, "A cost of order three or more belongs to a unit or line without limits on both sides.", "State the limits.");

    /// <summary>An outage that is no branch in service.</summary>
    public static FindingKind UnknownOutage { get; } = new("O006", Severity.Error, "An outage names a branch that the grid does not have in service.", "Correct the name.");

    /// <summary>An outage that splits the grid.</summary>
    public static FindingKind Splits { get; } = new("O007", Severity.Warning, "The outage of a branch splits the grid; it is left out of the secured ones.", "Nothing, where the part that is cut off may lose its supply.");

    /// <summary>More than one reference in a connected part.</summary>
    public static FindingKind SeveralReferences { get; } = new("O008", Severity.Warning, "Several buses of one connected part are references; the angle of the first alone is held.", "Keep one reference.");

    /// <summary>Left out with its bus.</summary>
    public static FindingKind LeftOut { get; } = new("O009", Severity.Information, "Something in service stands at a bus that is out of service, or begins and ends at one bus; it is left out.", "Nothing, where that is meant.");

    /// <summary>A line with losses that may become gains.</summary>
    public static FindingKind NegativeLoss { get; } = new("O010", Severity.Warning, "A direct current line with a loss share may run backwards, where PowerModels' equation makes its loss negative.", "Give it no loss share, no negative flow, or choose the convention matpower, where the loss is taken in both directions.");

    /// <summary>Units are too small together.</summary>
    public static FindingKind TooLittle { get; } = new("O011", Severity.Warning, "Demand exceeds what all units in service together can give.", "Add units or capacity, or lower the demand; a package's demands that may be curtailed are not curtailed here.");

    /// <summary>An outage after which flows do not follow from the equations.</summary>
    public static FindingKind Undetermined { get; } = new("O012", Severity.Warning, "After the outage of a branch the flows do not follow from the equations, though the grid hangs together; it is left out of the secured ones.", "Look for negative reactances that cancel others, or for an impedance out of all proportion.");

    /// <summary>A line that would burn power.</summary>
    public static FindingKind BurnsPower { get; } = new("O013", Severity.Warning, "Running direct current lines in both directions at once, which burns power, would pay at prices below zero; directions were searched, and not all of them within the limit.", "See the gap between cost and bound; give the lines no loss share, or a direction.");

    /// <summary>All kinds, in the order of their codes.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
        [NotConvex, CrossedLimits, NoReactance, NoBus, NeedsLimits, UnknownOutage, Splits, SeveralReferences, LeftOut, NegativeLoss, TooLittle, Undetermined, BurnsPower];
}
