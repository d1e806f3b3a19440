namespace Corridor.Cli;

/// <summary>What the exit code of <c>corridor</c> says; other tools rely on it.</summary>
internal static class ExitCode
{
    /// <summary>Fine.</summary>
    public const int Fine = 0;

    /// <summary>The input has findings of severity error.</summary>
    public const int Findings = 1;

    /// <summary>The command line is wrong, or asks for what cannot be.</summary>
    public const int Usage = 2;

    /// <summary>There is no certified result: infeasible, stopped, not converged, not written, or a fault of the program.</summary>
    public const int NoResult = 3;
}
