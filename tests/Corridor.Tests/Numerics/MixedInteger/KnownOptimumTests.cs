using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.MixedInteger;
using static Corridor.Tests.Numerics.MixedInteger.IntegerBuilder;

namespace Corridor.Tests.Numerics.MixedInteger;

/// <summary>Problems whose optimum can be found by hand.</summary>
public sealed class KnownOptimumTests
{
    [Fact]
    public void Knapsack_takes_the_best_set_and_not_the_best_ratios()
    {
        // Values a weight 6, 5, 4: greedily the first two, worth 160; the best are the last two, worth 220 within 50.
        var b = new IntegerBuilder();
        int a = b.Binary(-60.0);
        int second = b.Binary(-100.0);
        int third = b.Binary(-120.0);
        b.Row(-Inf, 50.0, (a, 10.0), (second, 20.0), (third, 30.0));
        Optimal(b.Build(), -220.0).Primal.ShouldBe([0.0, 1.0, 1.0]);
    }

    [Fact]
    public void Whole_numbers_are_not_the_rounded_relaxation()
    {
        // max 5x + 4y, 6x + 4y ≤ 24, x + 2y ≤ 6: the relaxation is (3, 1.5) with 21; whole: (4, 0) with 20.
        var b = new IntegerBuilder();
        int x = b.Integer(-5.0);
        int y = b.Integer(-4.0);
        b.Row(-Inf, 24.0, (x, 6.0), (y, 4.0));
        b.Row(-Inf, 6.0, (x, 1.0), (y, 2.0));
        Optimal(b.Build(), -20.0).Primal.ShouldBe([4.0, 0.0]);
    }

    [Fact]
    public void Capital_budget_chooses_projects_over_three_years()
    {
        // All five would cost 27, 27 and 31 in the three years of 25; leaving out the last or the second alone suffices, the last is worth less.
        double[] gain = [20, 40, 20, 15, 30];
        double[,] outlay = { { 5, 4, 3, 7, 8 }, { 1, 7, 9, 4, 6 }, { 8, 10, 2, 1, 10 } };
        var b = new IntegerBuilder();
        foreach (double g in gain)
            b.Binary(-g);
        for (int year = 0; year < 3; year++)
            b.Row(-Inf, 25.0, [.. Enumerable.Range(0, 5).Select(j => (j, outlay[year, j]))]);
        Optimal(b.Build(), -95.0).Primal.ShouldBe([1.0, 1.0, 1.0, 1.0, 0.0]);
    }

    [Fact]
    public void Fixed_charge_network_builds_one_line_where_two_cost_more()
    {
        // Demand 10 by line a (fixed 100, 1 a unit, at most 8), b (fixed 50, 4 a unit, at most 6) or c (fixed 150, 2 a unit, at most 20).
        // a + b: 150 + 8 + 8 = 166; c alone: 170; a + c: 250 + 8 + 4.
        var b = new IntegerBuilder();
        (double Fixed, double Cost, double Capacity)[] lines = [(100, 1, 8), (50, 4, 6), (150, 2, 20)];
        List<(int, double)> balance = [];
        foreach ((double fix, double cost, double capacity) in lines)
        {
            int flow = b.Continuous(cost);
            int build = b.Binary(fix);
            b.Row(-Inf, 0.0, (flow, 1.0), (build, -capacity));
            balance.Add((flow, 1.0));
        }

        b.Row(10.0, Inf, [.. balance]);
        MixedIntegerSolution s = Optimal(b.Build(), 166.0);
        s.Primal![0].ShouldBe(8.0, 1e-6);
        s.Primal[2].ShouldBe(2.0, 1e-6);

        // With a and b taken the last unit comes from b at 4: the price of the decision taken.
        s.Fixed.ShouldNotBeNull();
        s.Fixed.RowDual[3].ShouldBe(4.0, 1e-6);
    }

    [Fact]
    public void Minimum_load_keeps_the_cheap_unit_off_when_it_would_have_to_give_too_much()
    {
        // Demand 30 then 100. Unit a: 50 … 100 at 10, start 500. Unit b: 0 … 100 at 20. Unit a cannot run at 30.
        // Hour 1: b at 30 (600). Hour 2: a at 100 (1000 + 500) or b at 100 (2000): a. Together 2100.
        var b = new IntegerBuilder();
        double[] demand = [30.0, 100.0];
        int previous = -1;
        foreach (double d in demand)
        {
            int on = b.Binary(0.0);
            int begins = b.Binary(500.0);
            int a = b.Continuous(10.0);
            int other = b.Continuous(20.0, 0.0, 100.0);
            b.Row(d, d, (a, 1.0), (other, 1.0));
            b.Row(-Inf, 0.0, (a, 1.0), (on, -100.0));
            b.Row(0.0, Inf, (a, 1.0), (on, -50.0));
            if (previous < 0)
                b.Row(0.0, Inf, (begins, 1.0), (on, -1.0));
            else
                b.Row(0.0, Inf, (begins, 1.0), (on, -1.0), (previous, 1.0));
            previous = on;
        }

        MixedIntegerSolution s = Optimal(b.Build(), 2100.0);
        s.Primal![0].ShouldBe(0.0);
        s.Primal[4].ShouldBe(1.0);
    }

    [Fact]
    public void Facility_location_opens_the_site_that_serves_all()
    {
        // Opening 9.5, 9.5, 16; serving four customers: site 0 is near 0 and 1, site 1 near 2 and 3 (cost 1, else 8), site 2 costs 2 for all.
        // Site 2 alone 16 + 8 = 24, sites 0 and 1 together 19 + 4 = 23.
        double[] open = [9.5, 9.5, 16.0];
        double[,] cost = { { 1, 1, 8, 8 }, { 8, 8, 1, 1 }, { 2, 2, 2, 2 } };
        var b = new IntegerBuilder();
        int[] site = [.. open.Select(b.Binary)];
        for (int customer = 0; customer < 4; customer++)
        {
            List<(int, double)> all = [];
            for (int s = 0; s < 3; s++)
            {
                int x = b.Continuous(cost[s, customer]);
                all.Add((x, 1.0));
                b.Row(-Inf, 0.0, (x, 1.0), (site[s], -1.0));
            }

            b.Row(1.0, 1.0, [.. all]);
        }

        Optimal(b.Build(), 23.0).Primal![..3].ShouldBe([1.0, 1.0, 0.0]);
    }

    [Fact]
    public void Negative_and_general_integers_and_a_constant_are_kept()
    {
        // min x + 2y + 7 with x + y ≥ −4.5, x ≤ 3, y ≥ −10, x ≥ −3: whole x, y: x + y ≥ −4, so y = −4 − x and x + 2y = −8 − x: x = 3, y = −7.
        var b = new IntegerBuilder();
        int x = b.Integer(1.0, -3.0, 3.0);
        int y = b.Integer(2.0, -10.0, Inf);
        b.Row(-4.5, Inf, (x, 1.0), (y, 1.0));
        MixedIntegerProgram p = b.Build();
        var shifted = new LinearProgram(
            p.Program.Matrix, p.Program.Cost, 7.0, p.Program.ColumnLower, p.Program.ColumnUpper, p.Program.RowLower, p.Program.RowUpper);
        Optimal(new MixedIntegerProgram(shifted, p.IsInteger), -4.0).Primal.ShouldBe([3.0, -7.0]);
    }

    [Fact]
    public void A_program_without_integers_is_its_relaxation()
    {
        var b = new IntegerBuilder();
        int x = b.Continuous(1.0);
        b.Row(2.5, Inf, (x, 1.0));
        Optimal(b.Build(), 2.5);
    }

    internal static MixedIntegerSolution Optimal(MixedIntegerProgram program, double objective)
    {
        MixedIntegerSolution s = MixedIntegerSolver.Solve(program);
        s.StopReason.ShouldBe(MixedIntegerStopReason.Optimal);
        s.Objective.ShouldBe(objective, 1e-6 * (1.0 + Math.Abs(objective)));
        s.BestBound.ShouldBeLessThanOrEqualTo(s.Objective);
        s.RelativeGap.ShouldBeLessThanOrEqualTo(1e-6);
        MixedIntegerPointReport report = MixedIntegerChecker.Check(program, s.Primal);
        report.Integrality.ShouldBe(0.0);
        report.RelativeInfeasibility.ShouldBeLessThanOrEqualTo(1e-8);
        report.Objective.ShouldBe(s.Objective);
        return s;
    }
}
