using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.MixedInteger;
using static Corridor.Tests.Numerics.MixedInteger.IntegerBuilder;

namespace Corridor.Tests.Numerics.MixedInteger;

/// <summary>Problems without an optimum, and searches that are cut short.</summary>
public sealed class SearchLimitTests
{
    [Fact]
    public void An_equality_of_even_terms_with_an_odd_side_is_infeasible()
    {
        // 2x − 2y = 1 has no whole point although nothing bounds x and y: branching alone would never end.
        var b = new IntegerBuilder();
        int x = b.Integer(1.0);
        int y = b.Integer(1.0);
        b.Row(1.0, 1.0, (x, 2.0), (y, -2.0));
        MixedIntegerSolution s = MixedIntegerSolver.Solve(b.Build());
        s.StopReason.ShouldBe(MixedIntegerStopReason.Infeasible);
        s.Primal.ShouldBeNull();
        s.RowRay.ShouldBeNull();
        s.RelativeGap.ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void A_sum_that_coins_cannot_make_is_infeasible()
    {
        // 29 is the largest sum that 6, 10 and 15 cannot make; 30 can be made.
        foreach ((double sum, bool isPossible) in ((double, bool)[])[(29.0, false), (30.0, true)])
        {
            var b = new IntegerBuilder();
            int six = b.Integer(1.0);
            int ten = b.Integer(1.0);
            int fifteen = b.Integer(1.0);
            b.Row(sum, sum, (six, 6.0), (ten, 10.0), (fifteen, 15.0));
            MixedIntegerSolution s = MixedIntegerSolver.Solve(b.Build());
            s.StopReason.ShouldBe(isPossible ? MixedIntegerStopReason.Optimal : MixedIntegerStopReason.Infeasible);
            if (isPossible)
                s.Objective.ShouldBe(2.0);
        }
    }

    [Fact]
    public void An_infeasible_relaxation_comes_with_a_verified_ray()
    {
        var b = new IntegerBuilder();
        int x = b.Binary(1.0);
        int y = b.Continuous(1.0, 0.0, 1.0);
        b.Row(3.0, Inf, (x, 1.0), (y, 1.0));
        MixedIntegerProgram program = b.Build();
        MixedIntegerSolution s = MixedIntegerSolver.Solve(program);
        s.StopReason.ShouldBe(MixedIntegerStopReason.Infeasible);
        CertificateChecker.ProvesPrimalInfeasible(program.Program, s.RowRay).ShouldBeTrue();
    }

    [Fact]
    public void An_unbounded_problem_comes_with_a_point_and_a_verified_ray()
    {
        var b = new IntegerBuilder();
        int x = b.Integer(-1.0);
        int y = b.Continuous(1.0);
        b.Row(-Inf, 0.5, (x, 1.0), (y, -2.0));
        MixedIntegerProgram program = b.Build();
        MixedIntegerSolution s = MixedIntegerSolver.Solve(program);
        s.StopReason.ShouldBe(MixedIntegerStopReason.Unbounded);
        s.Primal.ShouldNotBeNull();
        CertificateChecker.ProvesDualInfeasible(program.Program, s.ColumnRay).ShouldBeTrue();
    }

    [Fact]
    public void Unbounded_directions_without_a_whole_point_are_infeasible()
    {
        var b = new IntegerBuilder();
        b.Continuous(-1.0);
        int x = b.Binary(0.0);
        b.Row(0.4, 0.6, (x, 1.0));
        MixedIntegerSolver.Solve(b.Build()).StopReason.ShouldBe(MixedIntegerStopReason.Infeasible);
    }

    [Fact]
    public void A_node_limit_states_the_gap_it_leaves()
    {
        MixedIntegerProgram program = NetworkDesign.Pipelines(12, 3, 5);
        MixedIntegerSolution full = MixedIntegerSolver.Solve(program);
        full.StopReason.ShouldBe(MixedIntegerStopReason.Optimal);
        MixedIntegerSolution s = MixedIntegerSolver.Solve(program, new MixedIntegerSettings { NodeLimit = 1, CutRounds = 0 });
        s.StopReason.ShouldBe(MixedIntegerStopReason.NodeLimit);
        s.Nodes.ShouldBe(1);
        s.RelativeGap.ShouldBeGreaterThan(1e-6);
        s.BestBound.ShouldBeLessThanOrEqualTo(full.Objective + 1e-6);
        s.Objective.ShouldBeGreaterThanOrEqualTo(full.BestBound - 1e-6);
    }

    [Fact]
    public void No_time_proves_nothing()
    {
        MixedIntegerSolution s = MixedIntegerSolver.Solve(NetworkDesign.Pipelines(12, 3, 5), new MixedIntegerSettings { TimeLimit = TimeSpan.Zero });
        s.StopReason.ShouldBe(MixedIntegerStopReason.TimeLimit);
        s.RelativeGap.ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void Cancelling_keeps_the_best_point_and_a_valid_bound()
    {
        MixedIntegerProgram program = NetworkDesign.Pipelines(12, 3, 5);
        double best = MixedIntegerSolver.Solve(program).Objective;
        using var source = new CancellationTokenSource();
        var progress = new AfterNodes(source, 3);
        MixedIntegerSolution s = MixedIntegerSolver.Solve(program, new MixedIntegerSettings { CutRounds = 0 }, progress, source.Token);
        s.StopReason.ShouldBe(MixedIntegerStopReason.Cancelled);
        s.BestBound.ShouldBeLessThanOrEqualTo(best + 1e-6);
        if (s.Primal is not null)
            s.Objective.ShouldBeGreaterThanOrEqualTo(best - (1e-6 * (1.0 + Math.Abs(best))));
    }

    [Fact]
    public void Bounds_reported_on_the_way_never_fall_and_never_pass_the_optimum()
    {
        MixedIntegerProgram program = NetworkDesign.Pipelines(12, 3, 5);
        var record = new Record();
        MixedIntegerSolution s = MixedIntegerSolver.Solve(program, new MixedIntegerSettings { CutRounds = 0 }, record);
        record.Reports.Count.ShouldBe(s.Nodes);
        for (int k = 1; k < record.Reports.Count; k++)
            record.Reports[k].BestBound.ShouldBeGreaterThanOrEqualTo(record.Reports[k - 1].BestBound);
        record.Reports.ShouldAllBe(r => r.BestBound <= s.Objective && r.Objective >= s.Objective);
    }

    [Fact]
    public void Two_runs_and_two_threads_give_the_same_bits()
    {
        MixedIntegerProgram program = NetworkDesign.Pipelines(10, 3, 2);
        MixedIntegerSolution one = MixedIntegerSolver.Solve(program);
        MixedIntegerSolution two = MixedIntegerSolver.Solve(program, new MixedIntegerSettings { Threads = 2 });
        two.Primal.ShouldBe(one.Primal);
        two.BestBound.ShouldBe(one.BestBound);
        two.Nodes.ShouldBe(one.Nodes);
        two.Iterations.ShouldBe(one.Iterations);
    }

    [Fact]
    public void Both_relaxations_lead_to_the_same_optimum()
    {
        MixedIntegerProgram program = NetworkDesign.Pipelines(10, 2, 7);
        MixedIntegerSolution simplex = MixedIntegerSolver.Solve(program);
        MixedIntegerSolution interior = MixedIntegerSolver.Solve(program, new MixedIntegerSettings { Relaxation = RelaxationMethod.InteriorPoint });
        simplex.StopReason.ShouldBe(MixedIntegerStopReason.Optimal);
        interior.StopReason.ShouldBe(MixedIntegerStopReason.Optimal);
        interior.Objective.ShouldBe(simplex.Objective, 2e-6 * simplex.Objective);
    }

    [Fact]
    public void Cuts_raise_the_bound_of_the_root_and_cut_off_no_optimum()
    {
        MixedIntegerProgram program = NetworkDesign.Pipelines(10, 3, 2);
        MixedIntegerSolution with = MixedIntegerSolver.Solve(program);
        MixedIntegerSolution without = MixedIntegerSolver.Solve(program, new MixedIntegerSettings { CutRounds = 0 });
        with.Objective.ShouldBe(without.Objective, 2e-6 * without.Objective);
        with.CutBound.ShouldBeGreaterThan(with.RootBound + (0.5 * (with.Objective - with.RootBound)));
        without.CutBound.ShouldBe(without.RootBound);
        with.CutBound.ShouldBeLessThanOrEqualTo(with.Objective + 1e-6);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        MixedIntegerProgram program = NetworkDesign.Pipelines(4, 1, 1);
        Should.Throw<ArgumentException>(() => MixedIntegerSolver.Solve(program, new MixedIntegerSettings { RelativeGap = -1.0 }));
        Should.Throw<ArgumentException>(() => MixedIntegerSolver.Solve(program, new MixedIntegerSettings { NodeLimit = 0 }));
        Should.Throw<ArgumentException>(() => new MixedIntegerProgram(program.Program, [true]));
    }

    private sealed class AfterNodes(CancellationTokenSource source, int nodes) : IProgress<MixedIntegerProgress>
    {
        public void Report(MixedIntegerProgress value)
        {
            if (value.Nodes >= nodes)
                source.Cancel();
        }
    }

    private sealed class Record : IProgress<MixedIntegerProgress>
    {
        internal List<MixedIntegerProgress> Reports { get; } = [];

        public void Report(MixedIntegerProgress value) => Reports.Add(value);
    }
}
