using Corridor.Model.PowerGrids;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>The outcome of an optimal power flow, in the units and by the indexes of the grid.</summary>
public sealed record OptimalFlowResult
{
    /// <summary>How it ended.</summary>
    public required OptimalFlowStatus Status { get; init; }

    /// <summary>What was asked.</summary>
    public required OptimalFlowRequest Request { get; init; }

    /// <summary>Cost of an hour, recomputed from the costs of the grid; NaN where there is no point.</summary>
    public double Objective { get; init; } = double.NaN;

    /// <summary>Units in service, in the order of the grid; empty where there is no point.</summary>
    public IReadOnlyList<UnitOutput> Units { get; init; } = [];

    /// <summary>Buses in service, in the order of the grid.</summary>
    public IReadOnlyList<BusPrice> Buses { get; init; } = [];

    /// <summary>Branches in service, in the order of the grid.</summary>
    public IReadOnlyList<BranchFlow> Branches { get; init; } = [];

    /// <summary>Direct current lines in service, in the order of the grid.</summary>
    public IReadOnlyList<DcLineFlow> DcLines { get; init; } = [];

    /// <summary>Limits after outages that the program had, in the order of their discovery.</summary>
    public IReadOnlyList<OutageFlow> OutageFlows { get; init; } = [];

    /// <summary>Outages secured, as indexes of branches.</summary>
    public IReadOnlyList<int> Secured { get; init; } = [];

    /// <summary>Outages asked for that split the grid, as indexes of branches.</summary>
    public IReadOnlyList<int> Splitting { get; init; } = [];

    /// <summary>Outages asked for after which flows do not follow from the equations, as indexes of branches.</summary>
    public IReadOnlyList<int> Undetermined { get; init; } = [];

    /// <summary>
    /// For direct current lines that would run both ways at once: cases that together leave no direction out, each with its prices and a bound of its own;
    /// empty where one program decides.
    /// </summary>
    public IReadOnlyList<OptimalFlowResult> Cases { get; init; } = [];

    /// <summary>Direction that each of <see cref="DcLines"/> is held to: 1 forward, −1 back, 0 or left out for either.</summary>
    public IReadOnlyList<int> Directions { get; init; } = [];

    /// <summary>Programs solved: one, and one more for each round of limits after outages or of costs.</summary>
    public int Rounds { get; init; }

    /// <summary>Iterations of the interior-point method over all rounds.</summary>
    public int Iterations { get; init; }

    /// <summary>What the certificate found; null where there is no point.</summary>
    public OptimalFlowCertificate? Certificate { get; init; }

    /// <summary>For <see cref="OptimalFlowStatus.Infeasible"/>: limits that no flow satisfies together, in words.</summary>
    public IReadOnlyList<string> Conflict { get; init; } = [];

    /// <summary>Whether no limit of <see cref="Conflict"/> could be left out.</summary>
    public bool ConflictIsIrreducible { get; init; }

    /// <summary>For <see cref="OptimalFlowStatus.Infeasible"/> what proves it; null elsewhere, and where <see cref="Cases"/> prove it together.</summary>
    public OptimalFlowProof? Proof { get; init; }

    /// <summary>Time from call to return [s].</summary>
    public double Seconds { get; init; }

    /// <summary>Whether the point is certified.</summary>
    public bool IsCertified => Status == OptimalFlowStatus.Optimal && Certificate is { Holds: true };

    /// <summary>Convention of susceptances.</summary>
    public SusceptanceConvention Convention => Request.Convention;
}

/// <summary>That the program of some directions has no point.</summary>
/// <param name="Ray">Farkas vector, one value for each row of the program: balances, directions, laws, then limits after outages.</param>
/// <param name="OutageLimits">The limits after outages that the program has, as indexes of the loaded and the lost branch in the grid.</param>
public sealed record OptimalFlowProof(IReadOnlyList<double> Ray, IReadOnlyList<(int Branch, int Outage)> OutageLimits);

/// <summary>What a unit does.</summary>
/// <param name="Index">Index of the unit in the grid.</param>
/// <param name="Power">Output [MW].</param>
/// <param name="Cost">Cost of an hour.</param>
public sealed record UnitOutput(int Index, double Power, double Cost);

/// <summary>Angle and price of a bus.</summary>
/// <param name="Index">Index of the bus in the grid.</param>
/// <param name="Angle">Angle [deg]; at the reference of its part, that of the grid.</param>
/// <param name="Price">What one more megawatt consumed for an hour costs.</param>
public sealed record BusPrice(int Index, double Angle, double Price);

/// <summary>Flow and shadow price of a branch.</summary>
/// <param name="Index">Index of the branch in the grid.</param>
/// <param name="Flow">Power from the from side to the to side [MW].</param>
/// <param name="ShadowPrice">What one more megawatt of its limit would save an hour: negative where the greatest flow binds, positive where the least does, 0 elsewhere.</param>
/// <param name="AnglePrice">The same for the limit of angles of a branch that carries nothing [money per radian].</param>
public sealed record BranchFlow(int Index, double Flow, double ShadowPrice, double AnglePrice = 0.0);

/// <summary>What a direct current line does.</summary>
/// <param name="Index">Index of the line in the grid.</param>
/// <param name="From">Power that it takes at the from bus [MW]; negative where it gives.</param>
/// <param name="To">Power that it gives to the to bus [MW]; negative where it takes.</param>
/// <param name="Cost">Cost of an hour.</param>
public sealed record DcLineFlow(int Index, double From, double To, double Cost);

/// <summary>The flow of a branch after an outage.</summary>
/// <param name="Branch">Index of the branch that is loaded.</param>
/// <param name="Outage">Index of the branch that is lost.</param>
/// <param name="Factor">Share of the lost branch's flow that it takes over [1].</param>
/// <param name="Flow">Flow after the outage [MW].</param>
/// <param name="Limit">Greatest flow after an outage [MW].</param>
/// <param name="ShadowPrice">As <see cref="BranchFlow.ShadowPrice"/>.</param>
public sealed record OutageFlow(int Branch, int Outage, double Factor, double Flow, double Limit, double ShadowPrice);
