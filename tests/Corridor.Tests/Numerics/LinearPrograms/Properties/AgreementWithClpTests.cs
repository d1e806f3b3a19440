using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Tests.Numerics.LinearPrograms.Properties;

/// <summary>Five thousand small problems answered by us and by a solver that shares nothing with ours.</summary>
public sealed class AgreementWithClpTests
{
    private const int Count = 5000;

    [SkippableFact]
    public void Status_and_objective_agree_on_five_thousand_small_programs()
    {
        LinearProgram[] programs = [.. Enumerable.Range(1, Count).Select(SmallRandomProgram.Of)];
        List<(bool IsOptimal, double Objective)?> theirs = ClpOracle.Solve(programs);
        List<string> failures = [];
        int[] outcomes = new int[3];
        for (int k = 0; k < Count; k++)
        {
            LinearProgram program = programs[k];
            LinearProgramSolution s = InteriorPointSolver.Solve(program);
            bool agrees = s.StopReason switch
            {
                StopReason.Optimal => theirs[k] is { IsOptimal: true } their
                    && Math.Abs(their.Objective - s.Objective) <= 1e-6 * (1.0 + Math.Abs(s.Objective))
                    && CertificateChecker.Check(program, s.Primal, s.RowDual).Residuals.Worst <= 1e-8,

                // Where neither a point nor a limit exists either proof is right.
                StopReason.PrimalInfeasible => theirs[k] is { IsOptimal: false } && CertificateChecker.ProvesPrimalInfeasible(program, s.RowRay),
                StopReason.DualInfeasible => theirs[k] is { IsOptimal: false } && CertificateChecker.ProvesDualInfeasible(program, s.ColumnRay),
                _ => false,
            };
            if (agrees)
                outcomes[(int)s.StopReason]++;
            else
                failures.Add(FormattableString.Invariant($"{k + 1}: {s.StopReason} {s.Objective:R}, worst {s.Residuals.Worst:E1}; theirs {theirs[k]}"));
        }

        failures.ShouldBeEmpty();
        outcomes.ShouldAllBe(count => count > Count / 20);
    }
}
