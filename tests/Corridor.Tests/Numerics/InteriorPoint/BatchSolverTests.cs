using Corridor.Benchmarks.Cases;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Tests.Numerics.InteriorPoint;

public sealed class BatchSolverTests
{
    private static readonly GasData Data = new(20, 12);

    private static readonly LinearProgram Gas = GasProgram.Build(Data);

    private static IEnumerable<LinearProgramVariant> Outages => Enumerable.Range(0, Data.Edges.Length).Select(edge => ReusableSolverTests.Closed(Data, edge));

    [Fact]
    public void Results_come_in_order_with_the_same_bits_for_any_number_of_threads()
    {
        using var single = new ReusableSolver(Gas);
        LinearProgramSolution[] expected = [.. Outages.Select(variant => single.Solve(variant))];
        foreach (int threads in new[] { 1, 2, 5 })
        {
            using var solver = new BatchSolver(Gas, new InteriorPointSettings { Threads = threads });
            LinearProgramSolution[] results = [.. solver.Solve(Outages)];
            results.Length.ShouldBe(expected.Length);
            for (int k = 0; k < results.Length; k++)
            {
                results[k].StopReason.ShouldBe(StopReason.Optimal);
                results[k].Primal.ShouldBe(expected[k].Primal);
                results[k].RowDual.ShouldBe(expected[k].RowDual);
            }
        }
    }

    [Fact]
    public void The_order_of_variants_does_not_change_their_results()
    {
        using var solver = new BatchSolver(Gas, new InteriorPointSettings { Threads = 2 });
        double[] forwards = [.. solver.Solve(Outages).Select(s => s.Objective)];
        double[] backwards = [.. solver.Solve(Outages.Reverse()).Select(s => s.Objective)];
        backwards.Reverse().ShouldBe(forwards);
    }

    [Fact]
    public void Variants_are_drawn_only_as_results_are_read()
    {
        int drawn = 0;
        IEnumerable<LinearProgramVariant> Endless()
        {
            while (true)
            {
                Interlocked.Increment(ref drawn);
                yield return new LinearProgramVariant().SetCost(0, drawn % 7);
            }
        }

        using var solver = new BatchSolver(Gas, new InteriorPointSettings { Threads = 2 });
        int read = 0;
        foreach (LinearProgramSolution s in solver.Solve(Endless()))
        {
            s.StopReason.ShouldBe(StopReason.Optimal);
            read++;
            Volatile.Read(ref drawn).ShouldBeLessThanOrEqualTo(read + 8);
            if (read == 30)
                break;
        }

        // Nothing goes on working once the reader has left.
        int after = drawn;
        solver.Solve([]).ShouldBeEmpty();
        drawn.ShouldBe(after);
    }

    [Fact]
    public void Each_variant_solved_is_told()
    {
        using var solver = new BatchSolver(Gas, new InteriorPointSettings { Threads = 2 });
        var told = new Counter();
        solver.Solve(Outages, told).Count().ShouldBe(Data.Edges.Length);
        told.Values.ShouldBe(Enumerable.Range(1, Data.Edges.Length));
    }

    [Fact]
    public void Cancelling_ends_the_batch_after_the_results_handed_out()
    {
        using var solver = new BatchSolver(Gas, new InteriorPointSettings { Threads = 2 });
        using var cancellation = new CancellationTokenSource();
        int read = 0;
        Should.Throw<OperationCanceledException>(() =>
        {
            foreach (LinearProgramSolution s in solver.Solve(Outages, null, cancellation.Token))
            {
                s.StopReason.ShouldBe(StopReason.Optimal);
                if (++read == 3)
                    cancellation.Cancel();
            }
        });
        read.ShouldBe(3);
        solver.Solve(Outages).First().StopReason.ShouldBe(StopReason.Optimal);
    }

    [Fact]
    public void A_batch_cancelled_before_it_begins_solves_nothing_and_can_be_begun_again()
    {
        using var solver = new BatchSolver(Gas);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Should.Throw<OperationCanceledException>(() => solver.Solve(Outages, null, cancelled.Token).First());
        solver.Solve(Outages).First().StopReason.ShouldBe(StopReason.Optimal);
    }

    [Fact]
    public void A_variant_that_does_not_fit_is_refused_where_results_are_read()
    {
        using var solver = new BatchSolver(Gas, new InteriorPointSettings { Threads = 2 });
        var wrong = new LinearProgramVariant().SetCost(Gas.ColumnCount, 1.0);
        Should.Throw<ArgumentException>(() => solver.Solve(Outages.Append(wrong)).Count());
    }

    [Fact]
    public void A_base_without_a_solution_has_variants_with_one()
    {
        // x ≤ 2 and x ≥ 3 in the base; variants raise the bound.
        LinearProgram program = new SmallProgram().Column(1, 0, 2).Column(1).Row(3, 3, 1).Row(1, 9, 1, 1).Build();
        using var solver = new BatchSolver(program);
        solver.SolveBase().StopReason.ShouldBe(StopReason.PrimalInfeasible);
        LinearProgramSolution[] results = [.. solver.Solve([new LinearProgramVariant().SetColumnBounds(0, 0, 4), new LinearProgramVariant()])];
        results[0].StopReason.ShouldBe(StopReason.Optimal);
        results[0].Objective.ShouldBe(3.0, 1e-6);
        results[1].StopReason.ShouldBe(StopReason.PrimalInfeasible);
    }

    private sealed class Counter : IProgress<int>
    {
        public List<int> Values { get; } = [];

        public void Report(int value) => Values.Add(value);
    }
}
