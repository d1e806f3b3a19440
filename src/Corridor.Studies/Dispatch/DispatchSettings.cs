using Corridor.Studies.Solving;

namespace Corridor.Studies.Dispatch;

/// <summary>Settings of a dispatch.</summary>
public sealed record DispatchSettings
{
    /// <summary>Threads of the solver; at least 1. The result is the same for any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Relative tolerance of the solver.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Who solves: one of <see cref="SolverChoice.Names"/>.</summary>
    public string Solver { get; init; } = SolverChoice.Own;

    /// <summary>Longest time for the solve; none where null.</summary>
    public TimeSpan? TimeLimit { get; init; }
}
