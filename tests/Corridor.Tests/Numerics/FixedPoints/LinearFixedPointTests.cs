using Corridor.Numerics.Factorization;
using Corridor.Numerics.FixedPoints;
using Corridor.Numerics.Ordering;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Numerics.FixedPoints;

public sealed class LinearFixedPointTests
{
    [Fact]
    public void Two_unknowns_that_feed_each_other_and_one_that_follows()
    {
        // x = 2/3 + y/3, y = 3/4 x + 1/4; z = y/2 + 1.
        double[][] rows = [[1], [2.0 / 3], [0.25]];
        LinearFixedPoint.TrySolve([[(2, 0.5)], [(2, 1.0 / 3)], [(1, 0.75)]], rows).ShouldBeTrue();

        rows[1][0].ShouldBe(1, 1e-14);
        rows[2][0].ShouldBe(1, 1e-14);
        rows[0][0].ShouldBe(1.5, 1e-14);
    }

    [Fact]
    public void A_loop_that_keeps_everything_has_no_solution() =>
        LinearFixedPoint.TrySolve([[(1, 1)], [(0, 1)]], [[0], [0]]).ShouldBeFalse();

    [Fact]
    public void The_residual_of_random_equations_is_rounding() => Check.One(Config.QuickThrowOnFailure.WithReplay(20250101UL, 15UL), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        int n = 1 + random.Next(25);
        (int Column, double Weight)[][] weights = [.. Enumerable.Range(0, n).Select(_ => Enumerable.Range(0, random.Next(4)).Select(_ => (random.Next(n), 0.24 * random.NextDouble())).ToArray())];
        double[][] constants = [.. Enumerable.Range(0, n).Select(_ => new[] { random.NextDouble(), random.NextDouble() })];
        double[][] rows = [.. constants.Select(c => (double[])c.Clone())];
        LinearFixedPoint.TrySolve(weights, rows).ShouldBeTrue();

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 2; j++)
                rows[i][j].ShouldBe(constants[i][j] + weights[i].Sum(w => w.Weight * rows[w.Column][j]), 1e-12);
        }
    }));

    [Fact]
    public void Elimination_pivots_where_the_diagonal_is_zero()
    {
        DenseLu.TryFactorize(3, [0, 2, 1, 1, 0, 0, 4, 1, 1], out DenseLu? factors).ShouldBeTrue();
        double[][] rows = [[2 * 2 + 3], [1], [4 + 2 + 3]];
        factors!.Solve(rows);

        rows.Select(r => r[0]).ShouldBe([1, 2, 3], 1e-14);
    }

    [Fact]
    public void Sets_come_after_what_they_depend_on()
    {
        // 0 → 1 → 2 → 1, 3 → 0: {1, 2} first, then 0, then 3.
        var sets = new StronglyConnectedSets(4);
        sets.Find([0, 1, 2, 3, 4], [1, 2, 1, 0]);

        sets.Count.ShouldBe(3);
        sets.Members(0).ToArray().Order().ShouldBe([1, 2]);
        sets.Members(1).ToArray().ShouldBe([0]);
        sets.Members(2).ToArray().ShouldBe([3]);
    }
}
