using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.QuadraticPrograms;
using static Corridor.Tests.Numerics.QuadraticPrograms.QuadraticBuilder;

namespace Corridor.Tests.Numerics.QuadraticPrograms;

/// <summary>Quadratic programs whose optimum is known in closed form.</summary>
public sealed class AnalyticQuadraticTests
{
    [Fact]
    public void Projection_on_a_box_clamps_every_coordinate()
    {
        // ½‖x − a‖² with a = (−3, 0.4, 7) on [0, 1] × [0, 1] × [−2, 5], which has no rows at all.
        QuadraticProgram p = new QuadraticBuilder()
            .Column(3.0, 0.0, 1.0).Column(-0.4, 0.0, 1.0).Column(-7.0, -2.0, 5.0).Offset(0.5 * (9.0 + 0.16 + 49.0))
            .Build(Identity(3));
        LinearProgramSolution s = Optimal(p, 0.5 * (9.0 + 4.0));
        Near(s.Primal, 0.0, 0.4, 5.0);
        Near(s.ReducedCost, 3.0, 0.0, -2.0);
    }

    [Fact]
    public void Projection_on_a_simplex_has_the_threshold_as_its_price()
    {
        // a = (0.9, 0.6, −0.5) on Σx = 1, x ≥ 0: x = max(a − 0.25, 0).
        QuadraticProgram p = new QuadraticBuilder().Column(-0.9).Column(-0.6).Column(0.5).Row(1.0, 1.0, 1.0, 1.0, 1.0).Build(Identity(3));
        LinearProgramSolution s = QuadraticSolver.Solve(p);
        s.StopReason.ShouldBe(StopReason.Optimal);
        Near(s.Primal, 0.65, 0.35, 0.0);
        s.RowDual[0].ShouldBe(-0.25, 1e-6);
    }

    [Fact]
    public void Two_assets_of_least_risk_for_a_return()
    {
        // Risk ½(0.04 a² + 0.02 ab + 0.09 b²)·… with covariance 0.01: least variance a : b = (0.09 − 0.01) : (0.04 − 0.01) = 8 : 3.
        double[,] q = { { 0.04, 0.01 }, { 0.01, 0.09 } };
        LinearProgramSolution s = Optimal(new QuadraticBuilder().Column(0.0).Column(0.0).Row(1.0, 1.0, 1.0, 1.0).Build(q), 0.5 * 0.0035 / 0.11);
        Near(s.Primal, 8.0 / 11.0, 3.0 / 11.0);

        // A return of 9 % from assets of 5 % and 10 % forces b = 0.8.
        s = QuadraticSolver.Solve(new QuadraticBuilder().Column(0.0).Column(0.0).Row(1.0, 1.0, 1.0, 1.0).Row(0.09, Inf, 0.05, 0.10).Build(q));
        Near(s.Primal, 0.2, 0.8);
    }

    [Fact]
    public void Least_squares_without_bounds_solve_the_normal_equations()
    {
        // Line through (0, 1), (1, 3), (2, 4), (3, 4): slope 1, intercept 1.5; residual sum of squares 1.
        double[,] q = { { 8.0, 12.0 }, { 12.0, 28.0 } };
        QuadraticProgram p = new QuadraticBuilder().Column(-24.0, -Inf).Column(-46.0, -Inf).Offset(42.0).Build(q);
        Near(Optimal(p, 1.0).Primal, 1.5, 1.0);

        // Held to a slope of at most ½ it passes through the mean (1.5, 3) still: intercept 2.25.
        p = new QuadraticBuilder().Column(-24.0, -Inf).Column(-46.0, -Inf, 0.5).Offset(42.0).Build(q);
        Near(QuadraticSolver.Solve(p).Primal, 2.25, 0.5);
    }

    [Fact]
    public void Welfare_is_greatest_where_supply_meets_demand()
    {
        // Demand price 100 − 2d, supply price 10 + s: quantity 30 at 40. Two zones, a line of 5 between them keeps prices apart.
        double[,] q = { { 2.0, 0.0 }, { 0.0, 1.0 } };
        QuadraticProgram one = new QuadraticBuilder().Column(-100.0).Column(10.0).Row(0.0, 0.0, -1.0, 1.0).Build(q);
        LinearProgramSolution s = Optimal(one, -1350.0);
        Near(s.Primal, 30.0, 30.0);
        s.RowDual[0].ShouldBe(40.0, 1e-6);

        // Zone A: demand 100 − 2d, supply 10 + s; zone B: demand 60 − d, supply 20 + 2s. Alone A is at 40, B at 140/3.
        // With 5 from A to B: d_A + 5 = s_A gives a price of 40 + 10/3, in B d = s + 5 gives 140/3 − 10/3.
        double[,] both =
        {
            { 2.0, 0.0, 0.0, 0.0, 0.0 }, { 0.0, 1.0, 0.0, 0.0, 0.0 }, { 0.0, 0.0, 1.0, 0.0, 0.0 }, { 0.0, 0.0, 0.0, 2.0, 0.0 }, { 0.0, 0.0, 0.0, 0.0, 0.0 },
        };
        QuadraticProgram two = new QuadraticBuilder()
            .Column(-100.0).Column(10.0).Column(-60.0).Column(20.0).Column(0.0, 0.0, 4.0)
            .Row(0.0, 0.0, -1.0, 1.0, 0.0, 0.0, -1.0)
            .Row(0.0, 0.0, 0.0, 0.0, -1.0, 1.0, 1.0)
            .Build(both);
        s = QuadraticSolver.Solve(two);
        s.StopReason.ShouldBe(StopReason.Optimal);
        s.RowDual[0].ShouldBe(40.0 + (8.0 / 3.0), 1e-6);
        s.RowDual[1].ShouldBe((140.0 / 3.0) - (8.0 / 3.0), 1e-6);
        s.ReducedCost[4].ShouldBe(s.RowDual[0] - s.RowDual[1], 1e-6);
    }

    [Fact]
    public void Fixed_columns_and_bounds_away_from_zero_take_their_cross_terms_along()
    {
        // (x + y + z)² with y = 2 fixed, z ≤ −1, x ≥ −4: any x + z = −2 is best, value 0; with + 0.1x it is x = −4 … z = −1 and x = −1 − …
        double[,] q = { { 2.0, 2.0, 2.0 }, { 2.0, 2.0, 2.0 }, { 2.0, 2.0, 2.0 } };
        QuadraticProgram p = new QuadraticBuilder().Column(0.4, -4.0).Column(5.0, 2.0, 2.0).Column(0.4, -Inf, -1.0).Build(q);

        // With t = x + z: (t + 2)² + 0.4 t + 10 is least at t = −2.2: 0.04 − 0.88 + 10.
        LinearProgramSolution s = Optimal(p, 9.16);
        (s.Primal[0] + s.Primal[2]).ShouldBe(-2.2, 1e-6);
        s.Primal[1].ShouldBe(2.0);
        s.ReducedCost[1].ShouldBe(5.0 - 0.4, 1e-6);
    }

    [Fact]
    public void Nothing_left_to_choose_is_an_optimum_with_all_its_terms()
    {
        QuadraticProgram p = new QuadraticBuilder().Column(1.0, 3.0, 3.0).Row(-Inf, 5.0, 1.0).Build(new double[,] { { 2.0 } });
        Optimal(p, 12.0);
    }

    [Fact]
    public void Without_quadratic_terms_it_is_the_linear_program()
    {
        QuadraticProgram p = new QuadraticBuilder().Column(2.0).Column(3.0).Row(4.0, Inf, 1.0, 1.0).Row(-Inf, 3.0, 1.0).Build(new double[2, 2]);
        Near(Optimal(p, 9.0).Primal, 3.0, 1.0);
    }

    [Fact]
    public void An_infeasible_program_comes_with_a_verified_ray()
    {
        QuadraticProgram p = new QuadraticBuilder().Column(0.0).Column(0.0).Row(3.0, Inf, 1.0, 1.0).Row(-Inf, 2.0, 1.0, 1.0).Build(Identity(2));
        LinearProgramSolution s = QuadraticSolver.Solve(p);
        s.StopReason.ShouldBe(StopReason.PrimalInfeasible);
        CertificateChecker.ProvesPrimalInfeasible(p.Linear, s.RowRay).ShouldBeTrue();
    }

    [Fact]
    public void A_fixed_row_that_contradicts_itself_is_infeasible()
    {
        QuadraticProgram p = new QuadraticBuilder().Column(0.0, 1.0, 1.0).Column(1.0).Row(2.0, Inf, 1.0).Build(Identity(2));
        QuadraticSolver.Solve(p).StopReason.ShouldBe(StopReason.PrimalInfeasible);
    }

    [Fact]
    public void A_direction_without_curvature_can_be_unbounded()
    {
        // (x − y)² − x: along (1, 1) the square stays and the cost falls.
        double[,] q = { { 2.0, -2.0 }, { -2.0, 2.0 } };
        QuadraticProgram p = new QuadraticBuilder().Column(-1.0).Column(0.0).Build(q);
        LinearProgramSolution s = QuadraticSolver.Solve(p);
        s.StopReason.ShouldBe(StopReason.DualInfeasible);
        QuadraticCertificate.ProvesDualInfeasible(p, s.ColumnRay).ShouldBeTrue();

        // The same ray does not count where it has curvature.
        QuadraticProgram curved = new QuadraticBuilder().Column(-1.0).Column(0.0).Build(new double[,] { { 2.0, -1.0 }, { -1.0, 2.0 } });
        QuadraticCertificate.ProvesDualInfeasible(curved, s.ColumnRay).ShouldBeFalse();
        Near(Optimal(curved, -1.0 / 3.0).Primal, 2.0 / 3.0, 1.0 / 3.0);
    }

    [Fact]
    public void What_is_not_convex_is_refused_and_the_column_named()
    {
        double[,] negative = { { 1.0, 0.0, 0.0 }, { 0.0, 1.0, 0.0 }, { 0.0, 0.0, -1e-3 } };
        QuadraticProgram p = new QuadraticBuilder().Column(0.0).Column(0.0).Column(0.0).Build(negative);
        Should.Throw<NotConvexException>(() => QuadraticSolver.Solve(p)).Column.ShouldBe(2);
        QuadraticSolver.FindNonconvexColumn(p).ShouldBe(2);

        // Positive diagonal, yet x = −y lowers it; and a product without squares.
        foreach (double[,] q in (double[][,])[new double[,] { { 1.0, 2.0 }, { 2.0, 1.0 } }, new double[,] { { 0.0, 1.0 }, { 1.0, 5.0 } }])
            QuadraticSolver.FindNonconvexColumn(new QuadraticBuilder().Column(0.0).Column(0.0).Build(q)).ShouldBeGreaterThanOrEqualTo(0);
        QuadraticSolver.FindNonconvexColumn(new QuadraticBuilder().Column(0.0).Build(Identity(1))).ShouldBe(-1);
    }

    [Fact]
    public void A_certificate_sees_a_wrong_gradient_and_a_wrong_objective()
    {
        QuadraticProgram p = new QuadraticBuilder().Column(-2.0, -Inf).Build(new double[,] { { 2.0 } });
        CertificateReport right = QuadraticCertificate.Check(p, [1.0], []);
        right.Residuals.Worst.ShouldBe(0.0);
        right.Objective.ShouldBe(-1.0);
        right.DualObjective.ShouldBe(-1.0);
        QuadraticCertificate.Check(p, [1.5], []).Residuals.DualInfeasibility.ShouldBe(1.0);
    }

    private static double[,] Identity(int n)
    {
        double[,] q = new double[n, n];
        for (int j = 0; j < n; j++)
            q[j, j] = 1.0;
        return q;
    }

    private static void Near(double[] actual, params double[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        for (int k = 0; k < actual.Length; k++)
            actual[k].ShouldBe(expected[k], 2e-6);
    }
}
