using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Numerics.InteriorPoint;

public sealed class RandomProgramTests
{
    private const int Arbitrary = 1500;

    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20240229UL, 15UL);

    [Fact]
    public void Problems_with_a_primal_and_a_dual_point_are_solved_and_certified() => ForSeeds(seed =>
    {
        LinearProgram program = RandomProgram.Feasible(seed);
        LinearProgramSolution s = InteriorPointSolver.Solve(program);
        CertificateReport again = CertificateChecker.Check(program, s.Primal, s.RowDual);
        return s.StopReason == StopReason.Optimal
            && again.Residuals.Worst <= 1e-8
            && Math.Abs(s.Objective - s.DualObjective) <= 1e-8 * (1.0 + Math.Abs(s.Objective));
    });

    [Fact]
    public void Presolve_does_not_change_the_optimum() => ForSeeds(seed =>
    {
        LinearProgram program = RandomProgram.Feasible(seed);
        LinearProgramSolution with = InteriorPointSolver.Solve(program);
        LinearProgramSolution without = InteriorPointSolver.Solve(program, new InteriorPointSettings { Presolve = false });
        return without.StopReason == StopReason.Optimal
            && Math.Abs(with.Objective - without.Objective) <= 1e-7 * (1.0 + Math.Abs(with.Objective));
    });

    [Fact]
    public void Order_and_units_do_not_change_the_optimum() => ForSeeds(seed =>
    {
        LinearProgram program = RandomProgram.Feasible(seed);
        double plain = InteriorPointSolver.Solve(program).Objective;
        LinearProgramSolution disguised = InteriorPointSolver.Solve(RandomProgram.Disguise(program, seed));
        return disguised.StopReason == StopReason.Optimal
            && Math.Abs((0.5 * disguised.Objective) - plain) <= 1e-7 * (1.0 + Math.Abs(plain));
    });

    [Fact]
    public void Every_problem_ends_with_an_optimum_or_a_proof()
    {
        List<string> failures = [];
        int[] outcomes = new int[3];
        for (int seed = 1; seed <= Arbitrary; seed++)
        {
            LinearProgram program = RandomProgram.Arbitrary(seed);
            LinearProgramSolution s = InteriorPointSolver.Solve(program);
            bool sound = s.StopReason switch
            {
                StopReason.Optimal => CertificateChecker.Check(program, s.Primal, s.RowDual).Residuals.Worst <= 1e-8,
                StopReason.PrimalInfeasible => CertificateChecker.ProvesPrimalInfeasible(program, s.RowRay),
                StopReason.DualInfeasible => CertificateChecker.ProvesDualInfeasible(program, s.ColumnRay),
                _ => false,
            };
            if (sound)
                outcomes[(int)s.StopReason]++;
            else
                failures.Add(FormattableString.Invariant($"{seed}: {s.StopReason} {s.Residuals.Worst:E1}"));
        }

        failures.ShouldBeEmpty();
        outcomes.ShouldAllBe(count => count > Arbitrary / 50);
    }

    [Fact]
    public void Two_runs_and_two_threads_give_the_same_bits()
    {
        for (int seed = 1; seed < 40; seed++)
        {
            LinearProgram program = RandomProgram.Feasible(seed);
            LinearProgramSolution one = InteriorPointSolver.Solve(program);
            LinearProgramSolution two = InteriorPointSolver.Solve(program, new InteriorPointSettings { Threads = 2 });
            two.Primal.ShouldBe(one.Primal);
            two.RowDual.ShouldBe(one.RowDual);
            two.Iterations.ShouldBe(one.Iterations);
        }
    }

    private static void ForSeeds(Func<int, bool> holds) =>
        Check.One(Repeatable, Prop.ForAll(ArbMap.Default.ArbFor<int>(), holds));
}
