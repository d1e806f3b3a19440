using Corridor.Benchmarks.Cases;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Tests.Benchmarks;

public sealed class GasProgramTests
{
    [Fact]
    public void Draws_and_sizes_are_those_of_the_rule()
    {
        new Lcg(12345UL + 100000300UL + 2555UL).Next().ShouldBe(0.6854937076856163);
        var d = new GasData(100, 365);
        d.BaseDemand[..2].ShouldBe([71.694, 57.913]);
        d.Edges[0].ShouldBe((0, 1, 897.757, 0.258, 0.00417));
        (d.Edges[100].From, d.Edges[100].To, d.Edges[100].Capacity).ShouldBe((72, 37, 235.869));
        d.Storages[0].Energy.ShouldBe(29842.465);
        d.Demand[0].ShouldBe(104.526);
        d.Demand[(364 * 100) + 99].ShouldBe(87.276);
        d.Demand.Sum().ShouldBe(2198742.951, 1e-3);
        LinearProgram p = GasProgram.Build(d);
        (p.RowCount, p.ColumnCount, p.NonzeroCount).ShouldBe((40150, 167900, 288350));
    }

    [Fact]
    public void The_small_problem_has_its_published_optimum()
    {
        LinearProgramSolution s = InteriorPointSolver.Solve(GasProgram.Build(100, 30));
        s.StopReason.ShouldBe(StopReason.Optimal);
        s.Objective.ShouldBe(3381000.5371, 0.04);
    }

    [Fact]
    public void The_power_problem_is_feasible_and_keeps_the_voltage_law_around_every_cycle()
    {
        LinearProgram p = PowerProgram.Build(12, 24);
        LinearProgramSolution s = InteriorPointSolver.Solve(p);
        s.StopReason.ShouldBe(StopReason.Optimal);
        (p.RowCount, p.ColumnCount).ShouldBe(((12 + 7 + 12) * 24, (18 + (10 * 12)) * 24));

        // Potentials from the lines 0 − 1 − … − 11; every other line must agree with them, up to its own reactance.
        double[] potential = new double[12];
        double[] reactance = new double[18];
        for (int l = 0; l < 18; l++)
        {
            for (int k = p.Matrix.ColumnStart[l]; k < p.Matrix.ColumnStart[l + 1]; k++)
            {
                if (p.Matrix.RowIndex[k] >= 12 && p.Matrix.RowIndex[k] < 19)
                    reactance[l] = Math.Abs(p.Matrix.Value[k]);
            }
        }

        for (int l = 0; l < 11; l++)
            potential[l + 1] = potential[l] - (reactance[l] * s.Primal[l]);
        for (int l = 11; l < 18; l++)
        {
            (int from, int to) = Ends(p, l);
            (potential[from] - potential[to]).ShouldBe(reactance[l] * s.Primal[l], 1e-3);
        }
    }

    private static (int From, int To) Ends(LinearProgram p, int line)
    {
        int from = -1;
        int to = -1;
        for (int k = p.Matrix.ColumnStart[line]; k < p.Matrix.ColumnStart[line + 1]; k++)
        {
            if (p.Matrix.RowIndex[k] >= 12)
                continue;
            if (p.Matrix.Value[k] < 0.0)
                from = p.Matrix.RowIndex[k];
            else
                to = p.Matrix.RowIndex[k];
        }

        return (from, to);
    }
}
