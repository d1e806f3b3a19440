namespace Corridor.Studies.PowerFlow;

/// <summary>How the state of an island was found, or why not.</summary>
public sealed record IslandReport
{
    /// <summary>Number of its buses.</summary>
    public required int BusCount { get; init; }

    /// <summary>Its first bus.</summary>
    public required int FirstBus { get; init; }

    /// <summary>The outcome.</summary>
    public required PowerFlowStatus Status { get; init; }

    /// <summary>The bus whose angle is given; −1 where the island has no source.</summary>
    public int SlackBus { get; init; } = -1;

    /// <summary>Whether the file names that bus as slack.</summary>
    public bool SlackIsStated { get; init; }

    /// <summary>Whether units share what is left over.</summary>
    public bool IsDistributed { get; init; }

    /// <summary>What the given outputs leave over, taken up by the slack [MW]: demand and losses beyond the schedule where positive.</summary>
    public double TakenUp { get; init; }

    /// <summary>What the iteration began with.</summary>
    public FlowStart Start { get; init; }

    /// <summary>Newton iterations, all attempts counted.</summary>
    public int Iterations { get; init; }

    /// <summary>Greatest mismatch at a bus [p.u.]; NaN where nothing was solved.</summary>
    public double Mismatch { get; init; } = double.NaN;

    /// <summary>Why there is no state; null where there is one.</summary>
    public FlowFailure? Failure { get; init; }

    /// <summary>Buses whose units gave up their voltage for a reactive limit.</summary>
    public IReadOnlyList<int> AtLimit { get; init; } = [];

    /// <summary>Units whose outputs could not be carried away and were changed: unit, output with its share in what the schedule leaves over, and what was taken instead [MW].</summary>
    public IReadOnlyList<(int Unit, double Given, double Taken)> Redispatched { get; init; } = [];
}

/// <summary>What the iteration began with.</summary>
public enum FlowStart
{
    /// <summary>Voltages and angles of the file, set voltages where they are held.</summary>
    File,

    /// <summary>Angles of the direct current flow, and voltages that constant currents at these angles lead to.</summary>
    Linear,

    /// <summary>Nominal voltages where none is held, no angles.</summary>
    Flat,

    /// <summary>States of smaller loads before.</summary>
    Homotopy,
}

/// <summary>Why no state was found, and the buses to look at.</summary>
/// <param name="Reason">Why the iteration ended.</param>
/// <param name="MismatchBus">Bus with the greatest mismatch where it ended.</param>
/// <param name="MismatchSize">That mismatch [p.u.].</param>
/// <param name="CollapsingBus">
/// Bus whose balance cannot be had: greatest element of the left singular vector of the Jacobian's least singular value; −1 where it is not known.
/// </param>
/// <param name="LowestBus">Bus with the lowest voltage where it ended.</param>
/// <param name="LowestVoltage">That voltage [p.u.].</param>
/// <param name="LoadShare">
/// Greatest share of all outputs and loads for which a state was found; NaN where it was not looked for.
/// </param>
public sealed record FlowFailure(FlowFailureReason Reason, int MismatchBus, double MismatchSize, int CollapsingBus, int LowestBus, double LowestVoltage, double LoadShare);

/// <summary>Why an iteration ended.</summary>
public enum FlowFailureReason
{
    /// <summary>No step makes the mismatch smaller: most likely there is no state.</summary>
    Stalled,

    /// <summary>Too many iterations.</summary>
    IterationLimit,

    /// <summary>The Jacobian is singular.</summary>
    Singular,

    /// <summary>Numbers grew beyond bounds.</summary>
    NotFinite,

    /// <summary>A state was found, but none in which the units keep their reactive limits.</summary>
    ReactiveLimits,

    /// <summary>No unit is left to take anything up.</summary>
    NoSource,

    /// <summary>The independent check does not confirm the state.</summary>
    Refuted,
}
