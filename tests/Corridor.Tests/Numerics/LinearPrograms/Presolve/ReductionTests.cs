using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Presolve;
using Corridor.Tests.Numerics.InteriorPoint;
using static Corridor.Tests.Numerics.InteriorPoint.SmallProgram;

namespace Corridor.Tests.Numerics.LinearPrograms.Presolve;

/// <summary>Each reduction on a problem whose primal and dual solutions are found by hand.</summary>
public sealed class ReductionTests
{
    [Fact]
    public void A_doubleton_gives_its_dual_when_the_bound_was_that_of_the_column_removed()
    {
        // y = 8 − 2x ≥ 0 holds x at 4; z = 1.
        SmallProgram p = new SmallProgram().Column(3).Column(2, 0, 6).Column(5).Row(8, 8, 2, 1).Row(5, Inf, 1, 0, 1);
        Solved(p, PostsolveKind.DoubletonRow, [4, 0, 1], [-1, 5], [0, 3, 0]);
    }

    [Fact]
    public void A_doubleton_gives_its_dual_when_the_bound_was_that_of_the_column_kept()
    {
        SmallProgram p = new SmallProgram().Column(3, 0, 3).Column(2, 0, 6).Column(5).Row(8, 8, 2, 1).Row(5, Inf, 1, 0, 1);
        Solved(p, PostsolveKind.DoubletonRow, [3, 2, 2], [2, 5], [-6, 0, 0]);
    }

    [Fact]
    public void A_chain_of_doubletons_gives_all_its_duals()
    {
        // Each one more than the one before; the second must be 3, and the sum has room.
        SmallProgram p = new SmallProgram().Column(1).Column(1, 3).Column(1).Row(1, 1, -1, 1).Row(1, 1, 0, -1, 1).Row(-Inf, 100, 1, 1, 1);
        Solved(p, PostsolveKind.DoubletonRow, [2, 3, 4], [-1, 1, 0], [0, 3, 0]);
    }

    [Fact]
    public void Substituting_into_a_row_with_both_columns_adds_up_their_entries()
    {
        // y = 4 − x in x + 2y + w ≥ 6 leaves −x + w ≥ −2, in 3x + 3y + w ≤ 20 nothing but w ≤ 8.
        SmallProgram p = new SmallProgram().Column(-1).Column(0).Column(1, 0, 9).Row(4, 4, 1, 1).Row(6, Inf, 1, 2, 1).Row(-Inf, 20, 3, 3, 1);
        LinearProgramSolution s = Solved(p, PostsolveKind.DoubletonRow);
        s.Objective.ShouldBe(-2, 1e-7);
        s.Primal[0].ShouldBe(2 + s.Primal[2], 1e-6);
    }

    [Fact]
    public void Columns_without_cost_in_one_row_take_up_what_it_lacks()
    {
        // 2x + s − t = 10 with s ≤ 3: 2x ≥ 7.
        SmallProgram p = new SmallProgram().Column(1).Column(0, 0, 3).Column(0).Row(10, 10, 2, 1, -1);
        Solved(p, PostsolveKind.SlackColumns, [3.5, 3, 0], [0.5], [0, -0.5, 0.5]);
    }

    [Theory]
    [InlineData(-Inf, 20.0)]
    [InlineData(0.0, 20.0)]
    [InlineData(-Inf, Inf)]
    [InlineData(0.0, Inf)]
    public void A_column_free_or_implied_free_in_one_row_sets_its_dual(double lower, double upper)
    {
        // f = (20 − x) / 4 at cost 3: y = 3/4, whether the row is an equality or only a lower side.
        SmallProgram p = new SmallProgram().Column(2, 0, 10).Column(3, lower).Column(9).Row(20, upper, 1, 4).Row(4, Inf, 1, 0, 1);
        Solved(p, PostsolveKind.FreeColumnSingleton, [4, 4, 0], [0.75, 1.25], [0, 0, 7.75]);
    }

    [Fact]
    public void A_bound_that_is_not_implied_is_kept()
    {
        // f = (20 − x)/4 would be negative for x > 20, and x is worth more than f costs.
        SmallProgram p = new SmallProgram().Column(-2, 0, 30).Column(3).Column(1, 1).Row(20, 20, 1, 4).Row(-Inf, 60, 2, 0, 1);
        LinearProgramSolution s = p.Solve();
        ShouldBeNear(s.Primal, 20, 0, 1);
        s.Residuals.Worst.ShouldBeLessThan(1e-8);
    }

    [Theory]
    [InlineData(12.0)]
    [InlineData(9.0)]
    public void A_column_dearer_than_what_bounds_the_price_stays_at_its_bound(double cost)
    {
        // w serves the first row without limit at 9; v costs as much or more and takes part in a capacity besides.
        LinearProgram program = new SmallProgram()
            .Column(9).Column(cost, 0, 50).Column(1, 0, 7).Column(2, 0, 8)
            .Row(20, Inf, 1, 1, 1, 1).Row(-Inf, 12, 0, 1, 1, 1).Row(2, 14, 0, 0, 2, 1).Build();
        PresolvedProgram presolved = Presolver.Run(program, reduce: true);
        presolved.Reduced.ShouldNotBeNull().ColumnCount.ShouldBeLessThan(4);
        LinearProgramSolution s = InteriorPointSolver.Solve(program);
        s.StopReason.ShouldBe(StopReason.Optimal);
        s.Primal[1].ShouldBe(0);
        s.ReducedCost[1].ShouldBeGreaterThanOrEqualTo(-1e-7);
        s.Objective.ShouldBe(InteriorPointSolver.Solve(program, new InteriorPointSettings { Presolve = false }).Objective, 1e-5);
    }

    [Fact]
    public void The_tightest_of_proportional_rows_gets_the_dual()
    {
        // x + y ≥ 2, 2x + 2y ≥ 6, −x − y ≥ −10.
        SmallProgram p = new SmallProgram().Column(1, 0, 1).Column(2).Row(2, Inf, 1, 1).Row(6, Inf, 2, 2).Row(-10, Inf, -1, -1);
        Solved(p, PostsolveKind.DuplicateRow, [1, 2], [0, 1, 0], [-1, 0]);
    }

    [Fact]
    public void Proportional_columns_share_what_they_carry_together()
    {
        SmallProgram p = new SmallProgram().Column(1, 0, 1).Column(2, 0, 2).Column(3, 0, 20).Column(-1, 0, 200)
            .Row(6, Inf, 1, 2, 1).Row(-Inf, 100, 1, 2, 0, 1).Row(-15, 40, 0, 0, 3, -0.1);
        Solved(p, PostsolveKind.DuplicateColumn, [1, 2, 1, 95], [3, -1, 0], [-1, -2, 0, 0]);
    }

    [Fact]
    public void A_column_that_can_satisfy_its_rows_at_no_cost_goes_with_them()
    {
        SmallProgram p = new SmallProgram().Column(-1, 0, 10).Column(0, -Inf).Row(-Inf, 3, 1, -1).Row(-Inf, -8, 2, -4);
        Solved(p, PostsolveKind.LooseColumn, [10, 7], [0, 0], [-1, 0]);
    }

    [Fact]
    public void A_forcing_row_takes_the_dual_its_columns_need()
    {
        SmallProgram p = new SmallProgram().Column(-3).Column(-4).Column(1).Column(2).Row(-Inf, 0, 1, 1).Row(2, Inf, 1, 0, 1, 1);
        LinearProgramSolution s = Solved(p, PostsolveKind.ForcingRow);
        ShouldBeNear(s.Primal, 0, 0, 2, 0);
        ShouldBeNear(s.RowDual, -4, 1);
        ShouldBeNear(s.ReducedCost, 0, 0, 0, 1);
    }

    [Theory]
    [InlineData(1e-5)]
    [InlineData(1e5)]
    public void A_poor_pivot_is_not_taken(double coefficient)
    {
        LinearProgram program = new SmallProgram().Column(1, 0, 4).Column(3, 0, 5e5).Column(2, 0, 3)
            .Row(2, 2, 1, coefficient).Row(1, 5, 1, coefficient / 10, 2).Row(-3, 4, -1, coefficient, 1).Build();
        Presolver.Run(program, reduce: true).Kinds.ShouldNotContain(PostsolveKind.DoubletonRow);
    }

    [Fact]
    public void A_problem_without_anything_to_remove_is_not_copied()
    {
        LinearProgram program = new SmallProgram().Column(1, 0, 4).Column(3, 0, 5).Column(2, 0, 3)
            .Row(2, 4, 1, 1, 1).Row(1, 5, 1, 2, 3).Row(-1, 3, -1, 1, 2).Build();
        PresolvedProgram presolved = Presolver.Run(program, reduce: true);
        presolved.Reduced.ShouldBeSameAs(program);
        double[] x = [1, 2, 3];
        presolved.RecoverPrimal(x).ShouldBeSameAs(x);
        presolved.RecoverDual(x).ShouldBeSameAs(x);
    }

    [Fact]
    public void The_given_problem_is_not_changed()
    {
        LinearProgram program = new SmallProgram().Column(3, 1).Column(2, 0, 6).Column(5, 2, 2).Row(8, 8, 2, 1).Row(5, Inf, 1, 0, 1).Row(1, 9, 1, 1, 1).Build();
        double[][] before = [[.. program.Cost], [.. program.ColumnLower], [.. program.RowLower], [.. program.RowUpper], [.. program.Matrix.Value]];
        Presolver.Run(program, reduce: true).Reduced.ShouldNotBeSameAs(program);
        double[][] after = [program.Cost, program.ColumnLower, program.RowLower, program.RowUpper, program.Matrix.Value];
        after.ShouldBe(before);
    }

    [Fact]
    public void Proportional_rows_that_contradict_each_other_are_proven_infeasible()
    {
        LinearProgram program = new SmallProgram().Column(1).Column(1, -Inf).Row(4, 4, 1, 3).Row(-9, -9, -2, -6).Build();
        Presolver.Run(program, reduce: true).Reduced.ShouldBeNull();
        LinearProgramSolution s = InteriorPointSolver.Solve(program);
        s.StopReason.ShouldBe(StopReason.PrimalInfeasible);
        CertificateChecker.ProvesPrimalInfeasible(program, s.RowRay).ShouldBeTrue();
    }

    [Fact]
    public void A_ray_passes_through_doubletons_slacks_and_free_columns()
    {
        // x = 2w − 4 grows with w; the free column follows its row, a slack gives way.
        LinearProgram program = new SmallProgram().Column(1, 1).Column(-3).Column(0, -Inf).Column(0).Column(0, 0, 5).Column(2, 0, 8)
            .Row(-4, -4, 1, -2).Row(7, 7, 1, 1, 3).Row(3, 3, 1, 2, 0, -1).Row(1, 6, 1, -2, 0, 0, 1, 1).Build();
        LinearProgram reduced = Presolver.Run(program, reduce: true).Reduced.ShouldNotBeNull();
        reduced.ColumnCount.ShouldBeLessThan(program.ColumnCount);
        LinearProgramSolution s = InteriorPointSolver.Solve(reduced, new InteriorPointSettings { Presolve = false });
        s.StopReason.ShouldBe(StopReason.DualInfeasible);
        double[] ray = Presolver.Run(program, reduce: true).RecoverColumnRay(s.ColumnRay!);
        CertificateChecker.ProvesDualInfeasible(program, ray).ShouldBeTrue();
    }

    private static void Solved(SmallProgram p, PostsolveKind kind, double[] primal, double[] dual, double[] reducedCost)
    {
        LinearProgramSolution s = Solved(p, kind);
        ShouldBeNear(s.Primal, primal);
        ShouldBeNear(s.RowDual, dual);
        ShouldBeNear(s.ReducedCost, reducedCost);
    }

    /// <summary>Solves by presolve and, for what is left, the solver without it; no second try hides a wrong recovery.</summary>
    private static LinearProgramSolution Solved(SmallProgram p, PostsolveKind kind)
    {
        LinearProgram program = p.Build();
        PresolvedProgram presolved = Presolver.Run(program, reduce: true);
        presolved.Kinds.ShouldContain(kind);
        LinearProgram reduced = presolved.Reduced.ShouldNotBeNull();
        LinearProgramSolution inner = InteriorPointSolver.Solve(reduced, new InteriorPointSettings { Presolve = false, Tolerance = 1e-10 });
        CertificateReport report = CertificateChecker.Check(program, presolved.RecoverPrimal(inner.Primal), presolved.RecoverDual(inner.RowDual));
        report.Residuals.Worst.ShouldBeLessThan(1e-9);
        report.Objective.ShouldBe(p.Solve(presolve: false).Objective, 1e-6);
        LinearProgramSolution s = InteriorPointSolver.Solve(program);
        s.StopReason.ShouldBe(StopReason.Optimal);
        return s;
    }
}
