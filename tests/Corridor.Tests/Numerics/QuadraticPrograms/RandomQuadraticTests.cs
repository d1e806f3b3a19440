using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.QuadraticPrograms;
using Corridor.Tests.Numerics.InteriorPoint;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Numerics.QuadraticPrograms;

public sealed class RandomQuadraticTests
{
    [Fact]
    public void Convex_programs_of_any_rank_are_solved_and_certified() => ForSeeds(300, seed =>
    {
        QuadraticProgram program = Convex(seed);
        LinearProgramSolution s = QuadraticSolver.Solve(program);
        CertificateReport again = QuadraticCertificate.Check(program, s.Primal, s.RowDual);
        return s.StopReason == StopReason.Optimal
            && again.Residuals.Worst <= 1e-8
            && Math.Abs(s.Objective - s.DualObjective) <= 1e-8 * (1.0 + Math.Abs(s.Objective));
    });

    [Fact]
    public void No_point_between_two_optima_of_other_costs_is_better() => ForSeeds(100, seed =>
    {
        // Feasible points, made by other objectives: their values must not be below the optimum.
        QuadraticProgram program = Convex(seed);
        double best = QuadraticSolver.Solve(program).Objective;
        LinearProgramSolution other = InteriorPointSolver.Solve(program.Linear);
        if (other.StopReason != StopReason.Optimal)
            return true;
        double[] none = new double[program.Linear.RowCount];
        return QuadraticCertificate.Check(program, other.Primal, none).Objective >= best - (1e-6 * (1.0 + Math.Abs(best)));
    });

    [Theory]
    [InlineData(232)]
    [InlineData(687)]
    [InlineData(2320)]
    public void What_cancellation_leaves_in_the_factor_of_Q_is_not_taken_for_an_entry(int seed) =>
        QuadraticSolver.Solve(Convex(seed)).StopReason.ShouldBe(StopReason.Optimal);

    [Fact]
    public void Two_runs_and_two_threads_give_the_same_bits()
    {
        for (int seed = 1; seed < 30; seed++)
        {
            QuadraticProgram program = Convex(seed);
            LinearProgramSolution one = QuadraticSolver.Solve(program);
            LinearProgramSolution two = QuadraticSolver.Solve(program, new InteriorPointSettings { Threads = 2 });
            two.Primal.ShouldBe(one.Primal);
            two.RowDual.ShouldBe(one.RowDual);
        }
    }

    [Fact]
    public void Limits_are_told_as_limits()
    {
        QuadraticProgram program = Convex(3);
        QuadraticSolver.Solve(program, new InteriorPointSettings { IterationLimit = 0 }).StopReason.ShouldBe(StopReason.IterationLimit);
        using var source = new CancellationTokenSource();
        source.Cancel();
        QuadraticSolver.Solve(program, null, null, source.Token).StopReason.ShouldBe(StopReason.Cancelled);
    }

    /// <summary>A linear program that has an optimum, with GᵀG for a sparse whole G of random rank.</summary>
    private static QuadraticProgram Convex(int seed)
    {
        LinearProgram linear = RandomProgram.Feasible(seed);
        var random = new Random(seed);
        int n = linear.ColumnCount;
        int rank = random.Next(1, n + 1);
        double[,] q = new double[n, n];
        for (int r = 0; r < rank; r++)
        {
            double[] g = new double[n];
            for (int k = 0; k < 3; k++)
                g[random.Next(n)] = random.Next(-3, 4);
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                    q[i, j] += g[i] * g[j];
            }
        }

        return new QuadraticProgram(linear, QuadraticBuilder.Lower(q));
    }

    private static void ForSeeds(int count, Func<int, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20261101UL, 9UL), Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), holds));
}
