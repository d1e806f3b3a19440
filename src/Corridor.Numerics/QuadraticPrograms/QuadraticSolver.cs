using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.QuadraticPrograms;

/// <summary>Solves convex quadratic programs by the interior-point method; see docs/mathematics/quadratic.md.</summary>
public static class QuadraticSolver
{
    /// <summary>Solves min ½ xᵀQx + cᵀx + c₀ within the rows and bounds.</summary>
    /// <param name="program">The problem; not changed.</param>
    /// <param name="settings">Tolerance, limits and threads; null for the default. Presolve counts only where Q has no entries.</param>
    /// <param name="progress">Told once an iteration; may be null.</param>
    /// <param name="cancellationToken">Looked at once an iteration; cancelling gives <see cref="StopReason.Cancelled"/>, not an exception.</param>
    /// <returns>
    /// The outcome, every figure of it recomputed on <paramref name="program"/> by <see cref="QuadraticCertificate"/>: the reduced costs are
    /// c + Qx − Aᵀy, the dual objective is Σ y·(row bound) + Σ z·(column bound) − ½ xᵀQx + c₀.
    /// </returns>
    /// <exception cref="NotConvexException">Q is not positive semidefinite.</exception>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public static LinearProgramSolution Solve(
        QuadraticProgram program,
        InteriorPointSettings? settings = null,
        IProgress<InteriorPointProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        settings ??= InteriorPointSettings.Default;
        settings.Validate();
        foreach (double q in program.LowerTriangle.Value.AsSpan(0, program.LowerTriangle.NonzeroCount))
        {
            if (q != 0.0)
                return new QuadraticRun(program, settings, progress, cancellationToken).Run();
        }

        return InteriorPointSolver.Solve(program.Linear, settings, progress, cancellationToken);
    }

    /// <summary>The column at which it shows that Q is not positive semidefinite; −1 if it is.</summary>
    /// <param name="program">The problem.</param>
    public static int FindNonconvexColumn(QuadraticProgram program)
    {
        SemidefiniteFactor.Of(program.LowerTriangle, out int offender);
        return offender;
    }
}
