using Corridor.Numerics.LinearPrograms;
using Corridor.Tests.Numerics.InteriorPoint;

namespace Corridor.Tests.Numerics.LinearPrograms;

public sealed class CertificateCheckerTests
{
    private const double Inf = double.PositiveInfinity;

    private static LinearProgram Merit() =>
        new SmallProgram().Column(2, 0, 6).Column(5, 0, 100).Row(10, 10, 1, 1).Row(-Inf, 50, 1, 0).Build();

    [Fact]
    public void An_optimal_pair_has_no_residual()
    {
        CertificateReport report = CertificateChecker.Check(Merit(), [6, 4], [5, 0]);
        report.Residuals.Worst.ShouldBe(0);
        report.Objective.ShouldBe(32);
        report.DualObjective.ShouldBe(32);
    }

    [Fact]
    public void Each_kind_of_error_is_seen()
    {
        CertificateChecker.Check(Merit(), [7, 3], [5, 0]).Residuals.BoundViolation.ShouldBe(1);
        CertificateChecker.Check(Merit(), [6, 3], [5, 0]).Residuals.RowInfeasibility.ShouldBe(1);
        CertificateChecker.Check(Merit(), [6, 4], [5, 2]).Residuals.DualInfeasibility.ShouldBe(2);
        CertificateChecker.Check(Merit(), [6, 4], [4, 0]).Residuals.Gap.ShouldBeGreaterThan(0);
        double.IsNaN(CertificateChecker.Check(Merit(), [double.NaN, 4], [5, 0]).Residuals.Worst).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => CertificateChecker.Check(Merit(), [6], [5, 0]));
    }

    [Fact]
    public void False_rays_are_refused()
    {
        LinearProgram infeasible = new SmallProgram().Column(1, 0, 4).Column(1, 0, Inf).Row(10, 10, 1, 1).Row(-Inf, 3, 0, 1).Build();
        CertificateChecker.ProvesPrimalInfeasible(infeasible, [1, -1]).ShouldBeTrue();
        CertificateChecker.ProvesPrimalInfeasible(infeasible, [1, 0]).ShouldBeFalse();
        CertificateChecker.ProvesPrimalInfeasible(infeasible, [0, 0]).ShouldBeFalse();
        CertificateChecker.ProvesPrimalInfeasible(infeasible, [double.NaN, -1]).ShouldBeFalse();
        CertificateChecker.ProvesPrimalInfeasible(Merit(), [1, -1]).ShouldBeFalse();

        LinearProgram unbounded = new SmallProgram().Column(-1).Column(0).Row(-Inf, 2, 1, -1).Build();
        CertificateChecker.ProvesDualInfeasible(unbounded, [1, 1]).ShouldBeTrue();
        CertificateChecker.ProvesDualInfeasible(unbounded, [1, 0]).ShouldBeFalse();
        CertificateChecker.ProvesDualInfeasible(unbounded, [-1, -1]).ShouldBeFalse();
        CertificateChecker.ProvesDualInfeasible(unbounded, [0, 1]).ShouldBeFalse();
    }

    [Fact]
    public void A_long_ray_does_not_hide_that_its_only_gain_is_a_step_against_a_bound()
    {
        // The first column may grow for ever at no cost; the second saves money but has a bound. The problem has an optimum, −30.
        LinearProgram bounded = new SmallProgram().Column(0).Column(-5, 0, 6).Row(-2, Inf, 2, 0).Row(-Inf, 30, 0, 1).Build();
        CertificateChecker.ProvesDualInfeasible(bounded, [1e11, 6]).ShouldBeFalse();

        // The same through a row: the second column is free, and an equality blocks it.
        LinearProgram blocked = new SmallProgram().Column(0).Column(-5, -Inf).Row(-2, Inf, 2, 0).Row(30, 30, 0, 1).Build();
        CertificateChecker.ProvesDualInfeasible(blocked, [1e11, 6]).ShouldBeFalse();
    }

    [Fact]
    public void A_long_ray_does_not_hide_that_its_only_demand_is_one_that_a_column_without_bound_meets()
    {
        // The first row says nothing, whatever its dual; x ≥ 1 can be met.
        LinearProgram feasible = new SmallProgram().Column(1).Row(0, 0, 0).Row(1, Inf, 1).Build();
        CertificateChecker.ProvesPrimalInfeasible(feasible, [1e10, 1]).ShouldBeFalse();

        // A dual against an absent side is no demand.
        LinearProgram open = new SmallProgram().Column(1).Column(1).Row(0, 0, 1, -1).Row(-Inf, 5, 1, 0).Row(-1, Inf, 0, 1).Build();
        CertificateChecker.ProvesPrimalInfeasible(open, [1e9, 1, 1]).ShouldBeFalse();
    }
}
