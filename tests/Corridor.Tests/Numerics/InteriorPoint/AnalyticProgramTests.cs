using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using static Corridor.Tests.Numerics.InteriorPoint.SmallProgram;

namespace Corridor.Tests.Numerics.InteriorPoint;

/// <summary>Problems whose primal and dual solutions are found by hand, with and without presolve.</summary>
public sealed class AnalyticProgramTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Merit_order_gives_the_price_of_the_marginal_source(bool presolve)
    {
        // Two sources for a demand of 10: 6 at cost 2, the rest at cost 5.
        LinearProgramSolution s = new SmallProgram().Column(2, 0, 6).Column(5, 0, 100).Row(10, 10, 1, 1).Offset(7).Solve(presolve);
        s.StopReason.ShouldBe(StopReason.Optimal);
        s.PrimalStatus.ShouldBe(SolutionStatus.Feasible);
        s.DualStatus.ShouldBe(SolutionStatus.Feasible);
        ShouldBeNear(s.Primal, 6, 4);
        ShouldBeNear(s.RowDual, 5);
        ShouldBeNear(s.ReducedCost, -3, 0);
        ShouldBeNear(s.RowActivity, 10);
        s.Objective.ShouldBe(39, 1e-6);
        s.DualObjective.ShouldBe(39, 1e-6);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_binding_upper_row_bound_has_a_negative_dual(bool presolve)
    {
        // max 3x + 2y, x + y ≤ 4, x + 3y ≤ 6: x = 4, y = 0, and another unit of the first bound is worth 3.
        LinearProgramSolution s = new SmallProgram().Column(-3).Column(-2).Row(-Inf, 4, 1, 1).Row(-Inf, 6, 1, 3).Solve(presolve);
        s.StopReason.ShouldBe(StopReason.Optimal);
        ShouldBeNear(s.Primal, 4, 0);
        ShouldBeNear(s.RowDual, -3, 0);
        ShouldBeNear(s.ReducedCost, 0, 1);
    }

    [Theory]
    [InlineData(true, 2.0, 2.0)]
    [InlineData(true, -1.0, 8.0)]
    [InlineData(false, 2.0, 2.0)]
    [InlineData(false, -1.0, 8.0)]
    public void A_range_binds_on_the_side_the_cost_asks_for(bool presolve, double cost, double activity)
    {
        LinearProgramSolution s = new SmallProgram().Column(cost).Column(cost).Row(2, 8, 1, 1).Solve(presolve);
        s.StopReason.ShouldBe(StopReason.Optimal);
        ShouldBeNear(s.RowActivity, activity);
        ShouldBeNear(s.RowDual, cost);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Free_columns_take_any_sign(bool presolve)
    {
        // x free, |x − 3| as the cost of two columns: x + p − q = 3, and x ≤ −1 by a row with two entries.
        LinearProgramSolution s = new SmallProgram()
            .Column(0, -Inf, Inf).Column(1).Column(1).Column(0, 0, 1)
            .Row(3, 3, 1, 1, -1).Row(-Inf, -1, 1, 0, 0, 1).Solve(presolve);
        s.StopReason.ShouldBe(StopReason.Optimal);
        s.Primal[0].ShouldBe(-1, 1e-6);
        s.Objective.ShouldBe(4, 1e-6);
        ShouldBeNear(s.RowDual, 1, -1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Columns_bounded_only_above_and_fixed_columns_keep_their_signs(bool presolve)
    {
        LinearProgramSolution s = new SmallProgram().Column(-1, -Inf, -2).Column(4, 3, 3).Column(2).Row(0, 0, 1, 1, -1).Solve(presolve);
        s.StopReason.ShouldBe(StopReason.Optimal);
        ShouldBeNear(s.Primal, -3, 3, 0);
        s.Objective.ShouldBe(15, 1e-6);
        ShouldBeNear(s.RowDual, -1);
        ShouldBeNear(s.ReducedCost, 0, 5, 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Redundant_equalities_do_no_harm(bool presolve)
    {
        LinearProgramSolution s = new SmallProgram().Column(1).Column(2).Column(3)
            .Row(4, 4, 1, 1, 1).Row(8, 8, 2, 2, 2).Row(1, 1, 1, -1, 0).Row(5, 5, 2, 0, 1).Solve(presolve);
        s.StopReason.ShouldBe(StopReason.Optimal);
        s.Residuals.Worst.ShouldBeLessThan(1e-8);
        s.Objective.ShouldBe(5.5, 1e-6);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Singleton_rows_get_their_duals_back(bool presolve)
    {
        // −2x ≤ −6 says x ≥ 3; its dual carries the whole cost.
        LinearProgramSolution s = new SmallProgram().Column(5).Column(1, 0, 9).Row(-Inf, -6, -2, 0).Row(-Inf, 100, 1, 1).Solve(presolve);
        s.StopReason.ShouldBe(StopReason.Optimal);
        ShouldBeNear(s.Primal, 3, 0);
        ShouldBeNear(s.RowDual, -2.5, 0);
        ShouldBeNear(s.ReducedCost, 0, 1);
    }

    [Fact]
    public void A_forcing_row_gets_a_dual_that_certifies()
    {
        // x + y ≤ 0 with x, y ≥ 0 fixes both although both are worth money.
        LinearProgramSolution s = new SmallProgram().Column(-3).Column(-4).Column(1).Row(-Inf, 0, 1, 1).Row(2, Inf, 1, 0, 1).Solve();
        s.StopReason.ShouldBe(StopReason.Optimal);
        s.Objective.ShouldBe(2, 1e-6);
        s.RowDual[0].ShouldBeLessThanOrEqualTo(-4 + 1e-6);
        s.Residuals.Worst.ShouldBeLessThan(1e-8);
    }

    [Fact]
    public void A_degenerate_vertex_is_certified()
    {
        // Assignment of three to three: degenerate and with many optimal duals.
        var p = new SmallProgram();
        double[] costs = [4, 1, 3, 2, 0, 5, 3, 2, 2];
        foreach (double c in costs)
            p.Column(c);
        for (int i = 0; i < 3; i++)
        {
            double[] source = new double[9];
            double[] target = new double[9];
            for (int k = 0; k < 3; k++)
            {
                source[(3 * i) + k] = 1;
                target[(3 * k) + i] = 1;
            }

            p.Row(1, 1, source).Row(1, 1, target);
        }

        LinearProgramSolution s = p.Solve();
        s.StopReason.ShouldBe(StopReason.Optimal);
        s.Objective.ShouldBe(5, 1e-6);
    }

    [Fact]
    public void Problems_without_rows_or_columns_are_solved()
    {
        LinearProgramSolution none = new SmallProgram().Offset(3).Solve();
        none.StopReason.ShouldBe(StopReason.Optimal);
        none.Objective.ShouldBe(3);
        LinearProgramSolution free = new SmallProgram().Column(2, -1, 4).Column(-2, -1, 4).Column(0, 1, 2).Solve();
        free.StopReason.ShouldBe(StopReason.Optimal);
        free.Objective.ShouldBe(-10, 1e-9);
        new SmallProgram().Column(0).Row(-1, 1).Solve().StopReason.ShouldBe(StopReason.Optimal);
    }

    [Fact]
    public void Only_free_columns_and_equalities_are_a_linear_system()
    {
        LinearProgramSolution s = new SmallProgram().Column(0, -Inf, Inf).Column(0, -Inf, Inf).Row(5, 5, 1, 2).Row(1, 1, 3, -1).Solve();
        s.StopReason.ShouldBe(StopReason.Optimal);
        ShouldBeNear(s.Primal, 1, 2);
    }

    [Fact]
    public void A_contradiction_is_proven_by_a_row_ray()
    {
        LinearProgram program = new SmallProgram().Column(1, 0, 4).Column(1).Row(10, 10, 1, 1).Row(-Inf, 3, 0, 1).Build();
        LinearProgramSolution s = InteriorPointSolver.Solve(program);
        s.StopReason.ShouldBe(StopReason.PrimalInfeasible);
        s.PrimalStatus.ShouldBe(SolutionStatus.None);
        s.DualStatus.ShouldBe(SolutionStatus.CertificateRay);
        CertificateChecker.ProvesPrimalInfeasible(program, s.RowRay).ShouldBeTrue();
    }

    [Fact]
    public void A_contradiction_without_any_bound_is_proven()
    {
        LinearProgram program = new SmallProgram().Column(0, -Inf, Inf).Column(0, -Inf, Inf).Row(1, 1, 1, 1).Row(3, 3, 2, 2).Build();
        InteriorPointSolver.Solve(program).StopReason.ShouldBe(StopReason.PrimalInfeasible);
    }

    [Fact]
    public void An_unbounded_problem_is_proven_by_a_column_ray()
    {
        LinearProgram program = new SmallProgram().Column(-1).Column(0).Row(-Inf, 2, 1, -1).Build();
        LinearProgramSolution s = InteriorPointSolver.Solve(program);
        s.StopReason.ShouldBe(StopReason.DualInfeasible);
        s.DualStatus.ShouldBe(SolutionStatus.None);
        CertificateChecker.ProvesDualInfeasible(program, s.ColumnRay).ShouldBeTrue();
    }

    [Fact]
    public void An_unbounded_column_without_entries_is_proven()
    {
        new SmallProgram().Column(-1).Column(1).Row(1, 2, 0, 1).Solve().StopReason.ShouldBe(StopReason.DualInfeasible);
    }

    [Fact]
    public void A_limit_is_never_an_optimum()
    {
        LinearProgram program = new SmallProgram().Column(2, 0, 6).Column(5).Row(10, 10, 1, 1).Build();
        var plain = new InteriorPointSettings { Presolve = false };
        LinearProgramSolution iterations = InteriorPointSolver.Solve(program, plain with { IterationLimit = 1 });
        iterations.StopReason.ShouldBe(StopReason.IterationLimit);
        LinearProgramSolution time = InteriorPointSolver.Solve(program, plain with { TimeLimit = TimeSpan.Zero });
        time.StopReason.ShouldBe(StopReason.TimeLimit);
        LinearProgramSolution cancelled = InteriorPointSolver.Solve(program, plain, null, new CancellationToken(true));
        cancelled.StopReason.ShouldBe(StopReason.Cancelled);
        iterations.Residuals.Worst.ShouldBeGreaterThan(1e-8);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        LinearProgram program = new SmallProgram().Column(1).Build();
        Should.Throw<ArgumentException>(() => InteriorPointSolver.Solve(program, new InteriorPointSettings { Tolerance = 0 }));
        Should.Throw<ArgumentException>(() => InteriorPointSolver.Solve(program, new InteriorPointSettings { Tolerance = double.NaN }));
        Should.Throw<ArgumentException>(() => InteriorPointSolver.Solve(program, new InteriorPointSettings { Threads = 0 }));
        Should.Throw<ArgumentException>(() => InteriorPointSolver.Solve(program, new InteriorPointSettings { IterationLimit = -1 }));
    }
}
