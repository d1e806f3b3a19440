using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Simplex;

namespace Corridor.Benchmarks.Cases;

/// <summary>One problem with an optimum.</summary>
/// <param name="Name">Name.</param>
/// <param name="Program">The problem.</param>
/// <param name="Solution">The interior point.</param>
/// <param name="Vertex">The vertex; null where there was no optimum to begin from.</param>
/// <param name="Clp">Clp's optimum of the same file; null where it gave none.</param>
/// <param name="Published">The published optimum; null where there is none.</param>
internal sealed record ValidationRow(string Name, LinearProgram Program, LinearProgramSolution Solution, CrossoverResult? Vertex, double? Clp, double? Published)
{
    private const double Tolerance = 1e-7;

    /// <summary>From Clp on the same file; from the published optimum where Clp gave none.</summary>
    internal double Difference => (Clp ?? Published) is { } reference ? Relative(Solution.Objective, reference) : double.NaN;

    /// <summary>From the published optimum.</summary>
    internal double FromPublished => Published is { } optimum ? Relative(Solution.Objective, optimum) : double.NaN;

    internal bool IsMet => Solution.StopReason == StopReason.Optimal && Solution.Residuals.Worst <= 1e-8 && Difference <= Tolerance;

    private static double Relative(double value, double reference) => Math.Abs(value - reference) / Math.Max(1.0, Math.Abs(reference));
}

/// <summary>One problem without an optimum.</summary>
/// <param name="Name">Name.</param>
/// <param name="Program">The problem.</param>
/// <param name="Reason">What was found.</param>
/// <param name="IsProven">Whether a ray proves it on the problem as given.</param>
/// <param name="Iterations">Iterations.</param>
internal sealed record EdgeRow(string Name, LinearProgram Program, StopReason Reason, bool IsProven, int Iterations);
