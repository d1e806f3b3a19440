namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>What a check of an optimal power flow on the grid itself found; made by <see cref="CertificateCheck"/>.</summary>
public sealed record OptimalFlowCertificate
{
    /// <summary>What balances and limits may be missed by [p.u.].</summary>
    public const double ResidualLimit = 1e-6;

    /// <summary>What the cost may be above the bound, relative to it.</summary>
    public const double GapLimit = 1e-7;

    /// <summary>Largest power missing or left over at a bus [p.u.].</summary>
    public required double Balance { get; init; }

    /// <summary>Name of that bus.</summary>
    public required string WorstBus { get; init; }

    /// <summary>Largest excess over a limit of a unit or direct current line, and largest error of the latter's loss [p.u.].</summary>
    public required double Units { get; init; }

    /// <summary>Largest excess over a rating or angle limit, the latter as a flow [p.u.]; and largest difference of a stated flow from that of the angles.</summary>
    public required double Branches { get; init; }

    /// <summary>Largest excess over a limit after an outage [p.u.]; 0 where none was asked for.</summary>
    public required double Outages { get; init; }

    /// <summary>Outages whose flow was computed anew on the grid without the branch.</summary>
    public required int OutagesSolved { get; init; }

    /// <summary>Cost of an hour, from the costs of the grid.</summary>
    public required double Objective { get; init; }

    /// <summary>No flow within the limits costs less: the Lagrangian bound of the prices.</summary>
    public required double Bound { get; init; }

    /// <summary>Gap between cost and bound, relative to 1 + |cost|.</summary>
    public double Gap => Math.Abs(Objective - Bound) / (1.0 + Math.Abs(Objective));

    /// <summary>Largest residual [p.u.].</summary>
    public double Residual => Math.Max(Math.Max(Balance, Units), Math.Max(Branches, Outages));

    /// <summary>Whether the result is certified.</summary>
    public bool Holds => Residual <= ResidualLimit && Gap <= GapLimit;
}
