namespace Corridor.Numerics.ExternalSolvers;

/// <summary>What another program is told.</summary>
public sealed record ExternalSettings
{
    /// <summary>Threads it may use where it knows of them; ≥ 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Largest time; null for none. The program is ended when it does not keep to it.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Largest relative residual and gap at which its answer counts as an optimum; positive. Such programs work to 10⁻⁷ of their own scale.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>Tolerances that Clp and Cbc are told to work to, in their own scale; positive; null for their own 10⁻⁷. HiGHS is not told.</summary>
    public double? InnerTolerance { get; init; }
}
