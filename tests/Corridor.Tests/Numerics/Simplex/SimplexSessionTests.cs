using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Simplex;
using Corridor.Tests.Numerics.InteriorPoint;

namespace Corridor.Tests.Numerics.Simplex;

/// <summary>Repeated solves over one matrix, and programs at the edge of what there is to solve.</summary>
public sealed class SimplexSessionTests
{
    private const double Inf = double.PositiveInfinity;

    [Fact]
    public void After_one_bound_changes_the_dual_simplex_needs_a_small_part_of_the_iterations()
    {
        LinearProgram program = Network(nodes: 30, periods: 12, seed: 3);
        var session = new SimplexSession(program);
        SimplexOutcome first = session.Solve();
        first.Solution.StopReason.ShouldBe(StopReason.Optimal);
        first.Solution.Iterations.ShouldBeGreaterThan(200);
        int total = 0;
        for (int j = 0; j < 40; j++)
        {
            int column = 7 * j % program.ColumnCount;
            session.SetColumnBounds(column, 0.0, 0.0);
            SimplexOutcome closed = session.Solve();
            closed.Solution.StopReason.ShouldBe(StopReason.Optimal);
            closed.Solution.Objective.ShouldBeGreaterThanOrEqualTo(first.Solution.Objective - 1e-6);
            total += closed.Solution.Iterations;
            session.SetColumnBounds(column, program.ColumnLower[column], program.ColumnUpper[column]);
        }

        (total / 40).ShouldBeLessThan(first.Solution.Iterations / 10);
        session.Solve().Solution.Objective.ShouldBe(first.Solution.Objective, 1e-7 * first.Solution.Objective);
    }

    [Fact]
    public void A_basis_given_to_a_new_session_is_optimal_without_an_iteration()
    {
        LinearProgram program = Network(nodes: 20, periods: 6, seed: 5);
        SimplexOutcome first = SimplexSolver.Solve(program);
        SimplexOutcome second = SimplexSolver.Solve(program, first.Basis);
        second.Solution.Iterations.ShouldBe(0);
        second.Solution.Objective.ShouldBe(first.Solution.Objective, 1e-9 * first.Solution.Objective);
    }

    [Fact]
    public void A_basis_of_dependent_columns_is_repaired_and_said_to_be()
    {
        LinearProgram program = new SmallProgram().Column(1.0).Column(2.0).Row(2.0, Inf, 1.0, 2.0).Row(3.0, Inf, 2.0, 4.0).Build();
        var basis = new Basis([BasisStatus.Basic, BasisStatus.Basic], [BasisStatus.AtLower, BasisStatus.AtLower]);
        SimplexOutcome outcome = SimplexSolver.Solve(program, basis);
        outcome.Repairs.ShouldBeGreaterThan(0);
        outcome.Solution.StopReason.ShouldBe(StopReason.Optimal);
        outcome.Solution.Objective.ShouldBe(2.0, 1e-12);
    }

    [Fact]
    public void Iterations_take_no_memory()
    {
        LinearProgram program = Network(nodes: 40, periods: 12, seed: 9);
        var session = new SimplexSession(program);
        session.Solve();
        long fixedPart = Allocated(session, out int none);
        none.ShouldBe(0);
        for (int j = 0; j < program.ColumnCount; j += 3)
            session.SetCost(j, 5.0 - (j % 11));
        long many = Allocated(session, out int iterations);
        iterations.ShouldBeGreaterThan(200);

        // Factors may grow once; a vector an iteration would be 2 MB and more.
        (many - fixedPart).ShouldBeLessThan(500_000);
    }

    [Fact]
    public void A_row_that_only_just_holds_with_all_columns_at_their_bounds_is_not_called_infeasible()
    {
        // The violation of 3 is exactly what three flips bring: the slope of the dual objective ends at zero, not above.
        LinearProgram program = new SmallProgram().Column(1.0, 0.0, 1.0).Column(2.0, 0.0, 1.0).Column(3.0, 0.0, 1.0)
            .Row(3.0, Inf, 1.0, 1.0, 1.0).Build();
        SimplexOutcome outcome = SimplexSolver.Solve(program);
        outcome.Solution.StopReason.ShouldBe(StopReason.Optimal);
        outcome.Solution.Primal.ShouldBe([1.0, 1.0, 1.0]);
        outcome.PrimalIterations.ShouldBe(0);
    }

    [Fact]
    public void A_certificate_missed_by_the_scaling_is_reached_with_a_sharper_tolerance()
    {
        // The scaled reduced cost of the first column is −3e-11, its own −1e-6.
        LinearProgram program = new SmallProgram().Column(-1e-6).Column(1.0).Column(1.0)
            .Row(-Inf, 1e6, 1e6, 1.0, 0.0).Row(1.0, Inf, 0.0, 1.0, 1.0).Build();
        LinearProgramSolution s = SimplexSolver.Solve(program).Solution;
        s.StopReason.ShouldBe(StopReason.Optimal);
        s.Objective.ShouldBe(1.0 - 1e-6, 1e-12);
    }

    [Fact]
    public void A_program_without_rows_and_one_without_entries_have_their_optimum_at_the_bounds()
    {
        LinearProgram bare = new SmallProgram().Column(2.0, 1.0).Column(-3.0, 0.0, 4.0).Column(0.0, -Inf, Inf).Build();
        SimplexSolver.Solve(bare).Solution.Primal.ShouldBe([1.0, 4.0, 0.0]);
        LinearProgram empty = new SmallProgram().Column(1.0, 2.0).Row(-1.0, 1.0).Build();
        SimplexSolver.Solve(empty).Solution.Objective.ShouldBe(2.0);
        LinearProgram contradiction = new SmallProgram().Column(1.0, 2.0).Row(1.0, 2.0).Build();
        SimplexSolver.Solve(contradiction).Solution.StopReason.ShouldBe(StopReason.PrimalInfeasible);
        Crossover.Run(bare, [1.0, 4.0, 7.0], []).IsVertex.ShouldBeTrue();
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        var session = new SimplexSession(new SmallProgram().Column(1.0).Row(0.0, 1.0, 1.0).Build());
        Should.Throw<ArgumentException>(() => session.SetColumnBounds(1, 0.0, 1.0));
        Should.Throw<ArgumentException>(() => session.SetColumnBounds(0, 2.0, 1.0));
        Should.Throw<ArgumentException>(() => session.SetRowBounds(0, double.NaN, 1.0));
        Should.Throw<ArgumentException>(() => session.SetCost(0, Inf));
        Should.Throw<ArgumentException>(() => session.SetBasis(new Basis([BasisStatus.Basic], [])));
        Should.Throw<ArgumentException>(() => new SimplexSession(new SmallProgram().Column(1.0).Build(), new SimplexSettings { Tolerance = 0.0 }));
    }

    private static long Allocated(SimplexSession session, out int iterations)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        iterations = session.Solve().Solution.Iterations;
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A ring with chords over several periods, a storage at every fourth node; shortage is dear.</summary>
    internal static LinearProgram Network(int nodes, int periods, int seed)
    {
        var random = new Random(seed);
        var builder = new LinearProgramBuilder();
        int[] level = new int[nodes];
        for (int t = 0; t < periods; t++)
        {
            int[] node = new int[nodes];
            for (int i = 0; i < nodes; i++)
            {
                double demand = random.Next(5, 40);
                node[i] = builder.AddRow(demand, demand);
                Add(builder, node[i], builder.AddColumn(0.0, demand, 1000.0), 1.0);
            }

            for (int i = 0; i < nodes; i++)
            {
                foreach (int to in new[] { (i + 1) % nodes, (i + nodes - 1) % nodes, (i + (nodes / 3)) % nodes })
                {
                    int arc = builder.AddColumn(0.0, random.Next(30, 90), 0.1 + (0.05 * random.Next(10)));
                    Add(builder, node[i], arc, -1.0);
                    Add(builder, node[to], arc, 0.99);
                }

                if (i % 5 == 0)
                    Add(builder, node[i], builder.AddColumn(0.0, 150.0, random.Next(8, 25)), 1.0);
            }

            for (int i = 0; i < nodes; i += 4)
            {
                int inject = builder.AddColumn(0.0, 20.0, 0.2);
                int withdraw = builder.AddColumn(0.0, 20.0, 0.2);
                Add(builder, node[i], inject, -1.0);
                Add(builder, node[i], withdraw, 1.0);
                level[i] = t == 0 ? builder.AddColumn(10.0, 10.0, 0.0) : level[i];
                int next = builder.AddColumn(0.0, 60.0, 0.0);
                int row = builder.AddRow(0.0, 0.0);
                Add(builder, row, next, 1.0);
                Add(builder, row, level[i], -0.999);
                Add(builder, row, inject, -0.98);
                Add(builder, row, withdraw, 1.02);
                level[i] = next;
            }
        }

        return builder.Build();
    }

    private static void Add(LinearProgramBuilder builder, int row, int column, double value) => builder.AddEntry(row, column, value);
}
