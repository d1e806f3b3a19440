using Corridor.Numerics.QuadraticPrograms;
using static Corridor.Tests.Numerics.QuadraticPrograms.QuadraticBuilder;

namespace Corridor.Tests.Numerics.QuadraticPrograms;

/// <summary>Problems of W. Hock, K. Schittkowski, Test Examples for Nonlinear Programming Codes, Springer 1981, by their numbers there.</summary>
public sealed class PublishedQuadraticTests
{
    [Fact]
    public void Problem_21() => Optimal(
        new QuadraticBuilder().Column(0.0, 2.0, 50.0).Column(0.0, -50.0, 50.0).Offset(-100.0).Row(10.0, Inf, 10.0, -1.0)
            .Build(new double[,] { { 0.02, 0.0 }, { 0.0, 2.0 } }),
        -99.96);

    [Fact]
    public void Problem_35() => Optimal(
        new QuadraticBuilder().Column(-8.0).Column(-6.0).Column(-4.0).Offset(9.0).Row(-Inf, 3.0, 1.0, 1.0, 2.0)
            .Build(new double[,] { { 4.0, 2.0, 2.0 }, { 2.0, 4.0, 0.0 }, { 2.0, 0.0, 2.0 } }),
        1.0 / 9.0);

    [Fact]
    public void Problem_51_has_an_optimum_of_zero_with_a_singular_matrix()
    {
        // (x1 − x2)² + (x2 + x3 − 2)² + (x4 − 1)² + (x5 − 1)²
        double[] x = Optimal(FiveColumns(1.0, 4.0, -Inf, Inf), 0.0).Primal;
        x.ShouldAllBe(v => Math.Abs(v - 1.0) < 1e-3);
    }

    [Fact]
    public void Problem_52() => Optimal(FiveColumns(4.0, 0.0, -Inf, Inf), 1859.0 / 349.0);

    [Fact]
    public void Problem_53() => Optimal(FiveColumns(1.0, 0.0, -10.0, 10.0), 176.0 / 43.0);

    [Fact]
    public void Problem_76() => Optimal(
        new QuadraticBuilder().Column(-1.0).Column(-3.0).Column(1.0).Column(-1.0)
            .Row(-Inf, 5.0, 1.0, 2.0, 1.0, 1.0)
            .Row(-Inf, 4.0, 3.0, 1.0, 2.0, -1.0)
            .Row(1.5, Inf, 0.0, 1.0, 4.0, 0.0)
            .Build(new double[,] { { 2.0, 0.0, -1.0, 0.0 }, { 0.0, 1.0, 0.0, 0.0 }, { -1.0, 0.0, 2.0, 1.0 }, { 0.0, 0.0, 1.0, 1.0 } }),
        -103.0 / 22.0);

    /// <summary>(a x1 − x2)² + (x2 + x3 − 2)² + (x4 − 1)² + (x5 − 1)², x1 + 3 x2 = b, x3 + x4 = 2 x5, x2 = x5.</summary>
    private static QuadraticProgram FiveColumns(double a, double b, double lower, double upper)
    {
        double[,] q = new double[5, 5];
        q[0, 0] = 2.0 * a * a;
        q[0, 1] = -2.0 * a;
        q[1, 0] = -2.0 * a;
        q[1, 1] = 4.0;
        q[1, 2] = 2.0;
        q[2, 1] = 2.0;
        q[2, 2] = 2.0;
        q[3, 3] = 2.0;
        q[4, 4] = 2.0;
        return new QuadraticBuilder()
            .Column(0.0, lower, upper).Column(-4.0, lower, upper).Column(-4.0, lower, upper).Column(-2.0, lower, upper).Column(-2.0, lower, upper)
            .Offset(6.0)
            .Row(b, b, 1.0, 3.0)
            .Row(0.0, 0.0, 0.0, 0.0, 1.0, 1.0, -2.0)
            .Row(0.0, 0.0, 0.0, 1.0, 0.0, 0.0, -1.0)
            .Build(q);
    }
}
