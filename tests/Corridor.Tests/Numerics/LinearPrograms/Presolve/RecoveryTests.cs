using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Presolve;
using Corridor.Tests.Numerics.LinearPrograms.Properties;

namespace Corridor.Tests.Numerics.LinearPrograms.Presolve;

/// <summary>What presolve makes of small problems of every kind, without the solver's second tries around it.</summary>
public sealed class RecoveryTests
{
    private const int Count = 3000;

    private static readonly InteriorPointSettings Plain = new() { Presolve = false, Tolerance = 1e-9 };

    [Fact]
    public void A_solution_of_the_reduced_problem_becomes_one_of_the_original()
    {
        List<string> failures = [];
        int[] seen = new int[Enum.GetValues<PostsolveKind>().Length];
        int optimal = 0;
        for (int seed = 1; seed <= Count; seed++)
        {
            LinearProgram program = SmallRandomProgram.Of(seed);
            PresolvedProgram presolved = Presolver.Run(program, reduce: true);
            LinearProgramSolution original = InteriorPointSolver.Solve(program, Plain);
            if (presolved.Reduced is not { } reduced)
            {
                if (original.StopReason == StopReason.Optimal)
                    failures.Add($"{seed}: presolve sees a contradiction in a problem with an optimum");
                continue;
            }

            LinearProgramSolution solution = InteriorPointSolver.Solve(reduced, Plain);
            if (original.StopReason != StopReason.Optimal)
            {
                if (solution.StopReason == StopReason.Optimal)
                    failures.Add($"{seed}: {original.StopReason} but the reduced problem has an optimum");
                continue;
            }

            if (solution.StopReason != StopReason.Optimal)
            {
                failures.Add($"{seed}: an optimum, but the reduced problem is {solution.StopReason}");
                continue;
            }

            optimal++;
            double[] x = presolved.RecoverPrimal(solution.Primal);
            double[] y = presolved.RecoverDual(solution.RowDual);
            CertificateReport report = CertificateChecker.Check(program, x, y);
            double gain = report.Residuals.Worst / Math.Max(1e-9, solution.Residuals.Worst);
            if (gain > 100.0 || Math.Abs(report.Objective - original.Objective) > 1e-7 * (1.0 + Math.Abs(original.Objective)))
                failures.Add(FormattableString.Invariant($"{seed}: {report.Objective:R} {original.Objective:R} {report.Residuals} of {solution.Residuals.Worst:E1}"));
            foreach (PostsolveKind kind in presolved.Kinds)
                seen[(int)kind]++;
        }

        failures.ShouldBeEmpty();
        optimal.ShouldBeGreaterThan(Count / 3);
        seen.ShouldAllBe(count => count > 2);
    }
}
