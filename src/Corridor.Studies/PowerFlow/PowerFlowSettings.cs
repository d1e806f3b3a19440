namespace Corridor.Studies.PowerFlow;

/// <summary>How an AC power flow is solved.</summary>
public sealed record PowerFlowSettings
{
    /// <summary>Who takes up what is left over.</summary>
    public SlackRule Slack { get; init; }

    /// <summary>Whether units keep their reactive limits, giving up the voltage they hold where they must. Off, as in the peers.</summary>
    public bool EnforcesReactiveLimits { get; init; }

    /// <summary>
    /// Whether units whose outputs the branches about them cannot carry away are lowered or raised where no state is found otherwise; the result
    /// names them. Only under <see cref="SlackRule.Automatic"/>.
    /// </summary>
    public bool MayRedispatch { get; init; } = true;

    /// <summary>Greatest mismatch of active or reactive power at a bus of a converged flow [p.u.], positive.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Greatest number of Newton iterations of one attempt, positive.</summary>
    public int MaxIterations { get; init; } = 40;

    /// <summary>Greatest number of rounds in which buses change between holding their voltage and a reactive limit, positive.</summary>
    public int MaxSwitchRounds { get; init; } = 40;

    /// <summary>Throws where a value is outside its range.</summary>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    internal void Validate()
    {
        if (!(Tolerance > 0) || !double.IsFinite(Tolerance))
            throw new ArgumentException("The tolerance must be positive.", nameof(Tolerance));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxIterations);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxSwitchRounds);
    }
}
