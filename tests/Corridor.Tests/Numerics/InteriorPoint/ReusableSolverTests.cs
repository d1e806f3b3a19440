using Corridor.Benchmarks.Cases;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Numerics.InteriorPoint;

public sealed class ReusableSolverTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20240301UL, 21UL);

    [Fact]
    public void Variants_of_any_kind_end_as_a_solve_from_nothing_does()
    {
        int[] outcomes = new int[3];
        int warm = 0;
        Check.One(Repeatable, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            LinearProgram program = RandomProgram.Feasible(seed);
            var random = new Random(seed);
            using var solver = new ReusableSolver(program);
            bool sound = true;
            for (int k = 0; k < 4; k++)
            {
                LinearProgramVariant variant = RandomVariant(program, random);
                LinearProgram changed = variant.ApplyTo(program);
                LinearProgramSolution expected = InteriorPointSolver.Solve(changed);
                LinearProgramSolution s = solver.Solve(variant);
                sound &= s.StopReason == expected.StopReason && s.StopReason switch
                {
                    StopReason.Optimal => CertificateChecker.Check(changed, s.Primal, s.RowDual).Residuals.Worst <= 1e-8
                        && Math.Abs(s.Objective - expected.Objective) <= 1e-7 * (1.0 + Math.Abs(expected.Objective)),
                    StopReason.PrimalInfeasible => CertificateChecker.ProvesPrimalInfeasible(changed, s.RowRay),
                    StopReason.DualInfeasible => CertificateChecker.ProvesDualInfeasible(changed, s.ColumnRay),
                    _ => false,
                };
                outcomes[(int)s.StopReason]++;
                warm += s.Statistics.IsWarmStarted ? 1 : 0;
            }

            return sound;
        }));
        outcomes.ShouldAllBe(count => count > 10);

        // Counted: 0.40. The problems are tiny, and most changes leave nothing of them as it was.
        warm.ShouldBeGreaterThan(outcomes[0] / 4);
    }

    [Fact]
    public void Closed_arcs_give_the_optima_of_solves_from_nothing_in_fewer_iterations()
    {
        var data = new GasData(20, 24);
        LinearProgram program = GasProgram.Build(data);
        using var solver = new ReusableSolver(program);
        int warm = 0;
        int cold = 0;
        for (int edge = 0; edge < data.Edges.Length; edge++)
        {
            LinearProgramVariant variant = Closed(data, edge);
            LinearProgram changed = variant.ApplyTo(program);
            LinearProgramSolution expected = InteriorPointSolver.Solve(changed);
            LinearProgramSolution s = solver.Solve(variant);
            s.StopReason.ShouldBe(StopReason.Optimal);
            s.Statistics.IsWarmStarted.ShouldBeTrue();
            s.Objective.ShouldBe(expected.Objective, 2e-8 * Math.Abs(expected.Objective));
            CertificateChecker.Check(changed, s.Primal, s.RowDual).Residuals.Worst.ShouldBeLessThanOrEqualTo(1e-8);
            foreach (int column in GasProgram.ArcColumns(data, edge, 0))
                s.Primal[column].ShouldBe(0.0);
            warm += s.Iterations;
            cold += expected.Iterations;
        }

        // Counted: 0.66 of the iterations.
        ((double)warm / cold).ShouldBeLessThan(0.8);
    }

    [Fact]
    public void A_variant_equal_to_the_base_needs_hardly_an_iteration()
    {
        LinearProgram program = GasProgram.Build(20, 24);
        using var solver = new ReusableSolver(program);
        LinearProgramSolution first = solver.SolveBase();
        LinearProgramSolution again = solver.Solve(new LinearProgramVariant().SetCost(3, program.Cost[3]));
        again.Iterations.ShouldBeLessThanOrEqualTo(2);
        first.Iterations.ShouldBeGreaterThan(8);
        again.Objective.ShouldBe(first.Objective, 1e-8 * Math.Abs(first.Objective));
    }

    [Fact]
    public void A_column_closed_in_the_base_can_be_opened()
    {
        // min 5a + b, a + b = 3, b closed in the base.
        LinearProgram program = new SmallProgram().Column(5).Column(1, 0, 0).Row(3, 3, 1, 1).Build();
        using var solver = new ReusableSolver(program);
        solver.SolveBase().Objective.ShouldBe(15.0, 1e-6);
        solver.Solve(new LinearProgramVariant().SetColumnBounds(1, 0, 2)).Objective.ShouldBe(7.0, 1e-6);
        solver.Solve(new LinearProgramVariant().SetColumnBounds(1, 0, SmallProgram.Inf)).Objective.ShouldBe(3.0, 1e-6);
        solver.Solve(new LinearProgramVariant().SetColumnBounds(1, -SmallProgram.Inf, 1)).Objective.ShouldBe(11.0, 1e-6);
    }

    [Fact]
    public void A_closed_column_whose_dual_is_large_leaves_no_gap()
    {
        LinearProgram program = new SmallProgram().Column(1e6).Column(1, 0, 10).Row(3, 3, 1, 1).Build();
        using var solver = new ReusableSolver(program);
        LinearProgramSolution s = solver.Solve(new LinearProgramVariant().SetColumnBounds(1, 0, 0));
        s.StopReason.ShouldBe(StopReason.Optimal);
        s.Objective.ShouldBe(3e6, 1e-1);
        s.ReducedCost[1].ShouldBe(1.0 - 1e6, 1.0);
    }

    [Fact]
    public void An_equality_that_becomes_a_range_is_solved_anew()
    {
        LinearProgram program = new SmallProgram().Column(1).Row(3, 3, 1).Build();
        using var solver = new ReusableSolver(program);
        LinearProgramSolution s = solver.Solve(new LinearProgramVariant().SetRowBounds(0, 1, 4));
        s.Objective.ShouldBe(1.0, 1e-6);
        s.Statistics.IsWarmStarted.ShouldBeFalse();
        solver.Solve(new LinearProgramVariant().SetRowBounds(0, 2, 2)).Objective.ShouldBe(2.0, 1e-6);
    }

    [Fact]
    public void A_range_that_becomes_an_equality_or_free_keeps_the_structure()
    {
        LinearProgram program = new SmallProgram().Column(1).Column(3).Row(3, 9, 1, 1).Row(1, 2, 0, 1).Build();
        using var solver = new ReusableSolver(program);
        solver.SolveBase().Objective.ShouldBe(5.0, 1e-6);
        LinearProgramSolution s = solver.Solve(new LinearProgramVariant().SetRowBounds(1, 2, 2));
        s.Objective.ShouldBe(7.0, 1e-6);
        s.Statistics.IsWarmStarted.ShouldBeTrue();
        solver.Solve(new LinearProgramVariant().SetRowBounds(1, -SmallProgram.Inf, SmallProgram.Inf)).Objective.ShouldBe(3.0, 1e-6);
    }

    [Fact]
    public void A_variant_without_a_point_is_proven_to_have_none_and_the_next_is_not_disturbed()
    {
        var data = new GasData(20, 6);
        LinearProgram program = GasProgram.Build(data);
        using var solver = new ReusableSolver(program);
        double before = solver.Solve(Closed(data, 3)).Objective;
        var starved = new LinearProgramVariant();
        for (int j = 0; j < program.ColumnCount; j++)
            starved.SetColumnBounds(j, 0, j % data.ColumnsPerPeriod < 2 * data.Edges.Length ? program.ColumnUpper[j] : 0.0);
        LinearProgramSolution s = solver.Solve(starved);
        s.StopReason.ShouldBe(StopReason.PrimalInfeasible);
        CertificateChecker.ProvesPrimalInfeasible(starved.ApplyTo(program), s.RowRay).ShouldBeTrue();
        solver.Solve(Closed(data, 3)).Objective.ShouldBe(before);
    }

    [Fact]
    public void What_was_solved_before_does_not_change_a_result()
    {
        var data = new GasData(20, 12);
        LinearProgram program = GasProgram.Build(data);
        using var one = new ReusableSolver(program);
        using var two = new ReusableSolver(program, new InteriorPointSettings { Threads = 2 });
        LinearProgramSolution first = one.Solve(Closed(data, 2));
        two.Solve(Closed(data, 7));
        two.Solve(new LinearProgramVariant().SetRowBounds(4, 1, 1).SetCost(5, 3));
        LinearProgramSolution last = two.Solve(Closed(data, 2));
        last.Primal.ShouldBe(first.Primal);
        last.RowDual.ShouldBe(first.RowDual);
        last.Iterations.ShouldBe(first.Iterations);
    }

    [Fact]
    public void A_re_solve_allocates_what_it_returns_and_little_else()
    {
        var data = new GasData(20, 60);
        LinearProgram program = GasProgram.Build(data);
        using var solver = new ReusableSolver(program);
        LinearProgramVariant variant = Closed(data, 3);
        solver.Solve(variant);
        long before = GC.GetAllocatedBytesForCurrentThread();
        LinearProgramSolution s = solver.Solve(variant);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        s.Iterations.ShouldBeGreaterThan(3);
        allocated.ShouldBeLessThan((16L * (program.RowCount + program.ColumnCount)) + 4096);
    }

    [Fact]
    public void Cancelling_is_told_and_the_solver_can_be_used_again()
    {
        var data = new GasData(20, 6);
        using var solver = new ReusableSolver(GasProgram.Build(data));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        solver.SolveBase(cancelled.Token).StopReason.ShouldBe(StopReason.Cancelled);
        solver.Solve(Closed(data, 1), cancelled.Token).StopReason.ShouldBe(StopReason.Cancelled);
        solver.SolveBase().StopReason.ShouldBe(StopReason.Optimal);
        solver.Solve(Closed(data, 1)).StopReason.ShouldBe(StopReason.Optimal);
    }

    [Fact]
    public void A_limit_on_iterations_is_no_optimum()
    {
        var data = new GasData(20, 6);
        using var solver = new ReusableSolver(GasProgram.Build(data), new InteriorPointSettings { IterationLimit = 3 });
        solver.SolveBase().StopReason.ShouldBe(StopReason.IterationLimit);
        solver.Solve(Closed(data, 1)).StopReason.ShouldBe(StopReason.IterationLimit);
    }

    [Fact]
    public void Changes_of_what_the_program_has_not_are_refused()
    {
        LinearProgram program = new SmallProgram().Column(1).Row(1, 1, 1).Build();
        using var solver = new ReusableSolver(program);
        Should.Throw<ArgumentException>(() => solver.Solve(new LinearProgramVariant().SetColumnBounds(1, 0, 1)));
        Should.Throw<ArgumentException>(() => solver.Solve(new LinearProgramVariant().SetRowBounds(1, 0, 1)));
        Should.Throw<ArgumentException>(() => solver.Solve(new LinearProgramVariant().SetCost(1, 1)));
        Should.Throw<ArgumentException>(() => new LinearProgramVariant().SetCost(0, double.NaN));
        Should.Throw<ArgumentException>(() => new LinearProgramVariant().SetColumnBounds(0, 2, 1));
        Should.Throw<ArgumentException>(() => new LinearProgramVariant().SetRowBounds(-1, 0, 1));
    }

    internal static LinearProgramVariant Closed(GasData data, int edge)
    {
        var variant = new LinearProgramVariant();
        foreach (int column in GasProgram.ArcColumns(data, edge, 0))
            variant.SetColumnBounds(column, 0.0, 0.0);
        foreach (int column in GasProgram.ArcColumns(data, edge, 1))
            variant.SetColumnBounds(column, 0.0, 0.0);
        return variant;
    }

    private static LinearProgramVariant RandomVariant(LinearProgram p, Random random)
    {
        var variant = new LinearProgramVariant();
        for (int count = random.Next(0, 4); count > 0; count--)
        {
            int j = random.Next(p.ColumnCount);
            double at = random.Next(-4, 5);
            (double lower, double upper) = random.Next(6) switch
            {
                0 => (at, at),
                1 => (at, double.PositiveInfinity),
                2 => (double.NegativeInfinity, at),
                3 => (double.NegativeInfinity, double.PositiveInfinity),
                _ => (at - random.Next(0, 3), at + random.Next(0, 5)),
            };
            variant.SetColumnBounds(j, lower, upper);
        }

        for (int count = random.Next(0, 3); count > 0; count--)
            variant.SetCost(random.Next(p.ColumnCount), random.Next(-5, 6));
        for (int count = random.Next(0, 3); count > 0; count--)
        {
            int i = random.Next(p.RowCount);
            double shift = random.Next(-2, 3);
            variant.SetRowBounds(i, p.RowLower[i] + shift, p.RowUpper[i] + shift + (random.Next(3) == 0 ? 1 : 0));
        }

        return variant;
    }
}
