using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Simplex;
using Corridor.Tests.Numerics.InteriorPoint;

namespace Corridor.Tests.Numerics.Simplex;

/// <summary>Degenerate problems whose vertex or prices are known by hand.</summary>
public sealed class VertexPriceTests
{
    private const double Inf = double.PositiveInfinity;

    [Fact]
    public void Two_equally_cheap_sources_share_inside_and_one_of_them_supplies_all_at_the_vertex()
    {
        // Both cost 3; any split of 10 is optimal; the price is 3 whatever the split.
        LinearProgram program = new SmallProgram().Column(3.0, 0.0, 20.0).Column(3.0, 0.0, 20.0).Row(10.0, 10.0, 1.0, 1.0).Build();
        CrossoverResult vertex = Crossover.Run(program, [5.5, 4.5], [3.0]);
        vertex.IsVertex.ShouldBeTrue();
        vertex.Primal.Order().ShouldBe([0.0, 10.0]);
        vertex.RowDual[0].ShouldBe(3.0);
        vertex.Basis.Columns.Count(s => s == BasisStatus.Basic).ShouldBe(1);
    }

    [Fact]
    public void A_price_that_may_lie_in_a_range_ends_at_one_of_its_ends()
    {
        // The cheap source (2) meets the demand of 10 exactly at its capacity; the next costs 7: any price in [2, 7] is optimal.
        LinearProgram program = new SmallProgram().Column(2.0, 0.0, 10.0).Column(7.0, 0.0, 10.0).Row(10.0, 10.0, 1.0, 1.0).Build();
        CrossoverResult vertex = Crossover.Run(program, [10.0, 0.0], [4.5]);
        vertex.IsVertex.ShouldBeTrue();
        vertex.Primal.ShouldBe([10.0, 0.0]);
        new[] { 2.0, 7.0 }.ShouldContain(vertex.RowDual[0]);
    }

    /// <summary>
    /// Supplies 20, 30, 26 and demands 10, 28, 37. One unit may go round 1→2, 3→2, 2→3, 1→3 at no cost, so the flows are an edge between
    /// two vertices, on which the second or the third supply is not used up: both have the price 0, and the spanning tree gives all others:
    /// v1 = 8 (from 3), v3 = 16 (from 2), v2 = 16 (from 3), u1 = 8 − 16.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_transport_problem_has_the_prices_of_its_spanning_tree(bool withCrossover)
    {
        double[] cost = [4, 8, 8, 16, 24, 16, 8, 16, 24];
        LinearProgram program = Transport(cost, [20, 30, 26], [10, 28, 37]);
        (double[] x, double[] y, double objective) = Vertex(program, withCrossover);
        objective.ShouldBe(960.0, 1e-9);
        double last = x[5];
        new[] { 29.0, 30.0 }.ShouldContain(last);
        SmallProgram.ShouldBeNear(x, 0, last - 17, 37 - last, 0, 0, last, 10, 45 - last, 0);
        SmallProgram.ShouldBeNear(y, -8, 0, 0, 8, 16, 16);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_assignment_with_as_many_zero_basics_as_there_can_be_is_certified(bool withCrossover)
    {
        // Every vertex of an assignment problem has n − 1 basic variables at zero.
        const int Size = 6;
        double[] cost = new double[Size * Size];
        for (int k = 0; k < cost.Length; k++)
            cost[k] = 1 + (k * 7 % 11);
        double[] one = Enumerable.Repeat(1.0, Size).ToArray();
        LinearProgram program = Transport(cost, one, one, equalities: true);
        (double[] x, double[] y, double objective) = Vertex(program, withCrossover);
        x.ShouldAllBe(v => Math.Abs(v) < 1e-9 || Math.Abs(v - 1.0) < 1e-9);
        y.Sum().ShouldBe(objective, 1e-9);
        objective.ShouldBe(CheapestAssignment(cost, Size), 1e-9);
    }

    [Fact]
    public void A_free_column_without_cost_or_entry_stays_at_zero_outside_the_basis()
    {
        LinearProgram program = new SmallProgram().Column(1.0).Column(0.0, -Inf, Inf).Row(2.0, Inf, 1.0, 0.0).Build();
        CrossoverResult vertex = Crossover.Run(program, [2.0, 5.0], [1.0]);
        vertex.IsVertex.ShouldBeTrue();
        vertex.Primal.ShouldBe([2.0, 0.0]);
        vertex.Basis.Columns[1].ShouldBe(BasisStatus.Free);
    }

    [Fact]
    public void A_point_that_is_not_optimal_is_led_to_the_optimum_by_the_clean_up()
    {
        LinearProgram program = new SmallProgram().Column(1.0, 0.0, 4.0).Column(2.0, 0.0, 9.0).Row(6.0, Inf, 1.0, 1.0).Build();
        CrossoverResult vertex = Crossover.Run(program, [1.0, 8.0], [5.0]);
        vertex.IsVertex.ShouldBeTrue();
        vertex.Primal.ShouldBe([4.0, 2.0]);
        vertex.RowDual.ShouldBe([2.0]);
    }

    [Fact]
    public void A_limit_and_a_cancellation_are_not_called_a_vertex()
    {
        LinearProgram program = Transport([4, 8, 8, 16, 24, 16, 8, 16, 24], [20, 30, 26], [10, 28, 37]);
        CrossoverResult limited = Crossover.Run(program, new double[9], new double[6], new CrossoverSettings { IterationLimit = 0 });
        limited.StopReason.ShouldBe(StopReason.IterationLimit);
        limited.IsVertex.ShouldBeFalse();
        SimplexSolver.Solve(program, null, null, new CancellationToken(true)).Solution.StopReason.ShouldBe(StopReason.Cancelled);
    }

    [Fact]
    public void Wrong_lengths_and_values_that_are_not_numbers_are_refused()
    {
        LinearProgram program = new SmallProgram().Column(1.0).Row(2.0, Inf, 1.0).Build();
        Should.Throw<ArgumentException>(() => Crossover.Run(program, [1.0, 2.0], [0.0]));
        Should.Throw<ArgumentException>(() => Crossover.Run(program, [1.0], [double.NaN]));
        Should.Throw<ArgumentException>(() => new Basis([BasisStatus.Basic], [BasisStatus.Basic]));
    }

    private static (double[] Primal, double[] Dual, double Objective) Vertex(LinearProgram program, bool withCrossover)
    {
        if (!withCrossover)
        {
            LinearProgramSolution s = SimplexSolver.Solve(program).Solution;
            s.StopReason.ShouldBe(StopReason.Optimal);
            return (s.Primal, s.RowDual, s.Objective);
        }

        LinearProgramSolution interior = InteriorPointSolver.Solve(program);
        CrossoverResult vertex = Crossover.Run(program, interior.Primal, interior.RowDual);
        vertex.IsVertex.ShouldBeTrue();
        return (vertex.Primal, vertex.RowDual, vertex.Objective);
    }

    private static LinearProgram Transport(double[] cost, double[] supply, double[] demand, bool equalities = false)
    {
        var builder = new LinearProgramBuilder();
        foreach (double s in supply)
            builder.AddRow(equalities ? s : -Inf, s);
        foreach (double d in demand)
            builder.AddRow(d, equalities ? d : Inf);
        for (int k = 0; k < cost.Length; k++)
        {
            builder.AddColumn(0.0, Inf, cost[k]);
            builder.AddEntry(k / demand.Length, k, 1.0);
            builder.AddEntry(supply.Length + (k % demand.Length), k, 1.0);
        }

        return builder.Build();
    }

    private static double CheapestAssignment(double[] cost, int size, int row = 0, int taken = 0)
    {
        if (row == size)
            return 0.0;
        double best = Inf;
        for (int j = 0; j < size; j++)
        {
            if ((taken & (1 << j)) == 0)
                best = Math.Min(best, cost[(row * size) + j] + CheapestAssignment(cost, size, row + 1, taken | (1 << j)));
        }

        return best;
    }
}
