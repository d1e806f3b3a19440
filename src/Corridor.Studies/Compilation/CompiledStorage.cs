namespace Corridor.Studies.Compilation;

/// <summary>A storage, ready for a program. Rates in units of account per day, levels in units of account.</summary>
public sealed record CompiledStorage
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Node it belongs to.</summary>
    public required NodeIndex Node { get; init; }

    /// <summary>Working volume by period.</summary>
    public required double[] Volume { get; init; }

    /// <summary>Least level as a share of the working volume.</summary>
    public required double MinShare { get; init; }

    /// <summary>Largest injection by period.</summary>
    public required double[] Injection { get; init; }

    /// <summary>Largest withdrawal by period.</summary>
    public required double[] Withdrawal { get; init; }

    /// <summary>Cost of a unit injected, money of account, by period.</summary>
    public required double[] InjectionCost { get; init; }

    /// <summary>Cost of a unit withdrawn, money of account, by period.</summary>
    public required double[] WithdrawalCost { get; init; }

    /// <summary>Levies of rules on a unit injected.</summary>
    public required double[] InjectionLevy { get; init; }

    /// <summary>Levies of rules on a unit withdrawn.</summary>
    public required double[] WithdrawalLevy { get; init; }

    /// <summary>Share of the injected volume that does not reach the store.</summary>
    public required double InjectionLoss { get; init; }

    /// <summary>Share of what leaves the store that does not reach the node.</summary>
    public required double WithdrawalLoss { get; init; }

    /// <summary>Share of the level lost in a day.</summary>
    public required double StandingLoss { get; init; }

    /// <summary>Level before the first period; null where it is free and equal to the last level.</summary>
    public double? FirstLevel { get; init; }

    /// <summary>Least level after the last period; null where it equals the free first level.</summary>
    public double? LastLevel { get; init; }

    /// <summary>Segments (a, b): injection ≤ (a + b · level / working volume) · largest injection.</summary>
    public required IReadOnlyList<(double Intercept, double Slope)> InjectionCurve { get; init; }

    /// <summary>Segments (a, b): withdrawal ≤ (a + b · level / working volume) · largest withdrawal.</summary>
    public required IReadOnlyList<(double Intercept, double Slope)> WithdrawalCurve { get; init; }

    /// <summary>Index of the expansion that chooses its capacity, or −1.</summary>
    public int Expansion { get; init; } = -1;
}
