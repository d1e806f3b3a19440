using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Tests.Numerics.InteriorPoint;

/// <summary>Networks over many periods with everything that makes them hard: scales, free angles, storage, rows over the whole horizon.</summary>
public sealed class DispatchLikeTests
{
    [Theory]
    [InlineData(8, 365, 1)]
    [InlineData(20, 120, 2)]
    [InlineData(40, 30, 3)]
    public void A_badly_scaled_network_over_time_is_certified(int nodes, int periods, int seed)
    {
        LinearProgram program = Build(nodes, periods, seed);
        LinearProgramSolution s = InteriorPointSolver.Solve(program);
        s.StopReason.ShouldBe(StopReason.Optimal);
        s.Residuals.Worst.ShouldBeLessThan(1e-8);
        s.Iterations.ShouldBeLessThan(120);
    }

    [Fact]
    public void A_network_that_cannot_serve_a_hard_demand_is_proven_infeasible()
    {
        LinearProgram program = Build(8, 60, 4, curtailable: false);
        LinearProgramSolution s = InteriorPointSolver.Solve(program);
        s.StopReason.ShouldBe(StopReason.PrimalInfeasible);
        CertificateChecker.ProvesPrimalInfeasible(program, s.RowRay).ShouldBeTrue();
    }

    [Fact]
    public void Two_threads_give_the_same_bits_as_one()
    {
        LinearProgram program = Build(30, 150, 6);
        LinearProgramSolution one = InteriorPointSolver.Solve(program);
        one.Statistics.FactorFlops.ShouldBeGreaterThan(1e6, "so that the work is divided at all");
        for (int run = 0; run < 3; run++)
        {
            LinearProgramSolution two = InteriorPointSolver.Solve(program, new InteriorPointSettings { Threads = 2 });
            two.Primal.ShouldBe(one.Primal);
            two.RowDual.ShouldBe(one.RowDual);
        }
    }

    internal static LinearProgram Build(int nodes, int periods, int seed, bool curtailable = true)
    {
        var random = new Random(seed);
        double inf = double.PositiveInfinity;
        var b = new LinearProgramBuilder();
        double[] size = new double[nodes];
        for (int i = 0; i < nodes; i++)
            size[i] = Math.Pow(10.0, (5.0 * random.NextDouble()) - 1.0);
        int arcs = 2 * nodes;
        (int From, int To, double Capacity, double Cost, bool Angle)[] arc = new (int, int, double, double, bool)[arcs];
        for (int k = 0; k < arcs; k++)
        {
            int from = k % nodes;
            int to = k < nodes ? (k + 1) % nodes : (from + 2 + random.Next(nodes - 3)) % nodes;
            double capacity = Math.Max(size[from], size[to]) * (0.2 + random.NextDouble());
            arc[k] = (from, to, capacity, Math.Pow(10.0, (3.0 * random.NextDouble()) - 2.0), k % 3 == 0);
        }

        int[] contractRow = new int[nodes / 4];
        for (int c = 0; c < contractRow.Length; c++)
        {
            double year = arc[c * 3].Capacity * periods;
            contractRow[c] = b.AddRow(0.4 * year, 0.6 * year);
            int shortfall = b.AddColumn(0, inf, 3000);
            b.AddEntry(contractRow[c], shortfall, 1);
        }

        for (int t = 0; t < periods; t++)
        {
            double season = 1.0 + (0.4 * Math.Cos(2.0 * Math.PI * t / periods));
            int firstRow = -1;
            for (int i = 0; i < nodes; i++)
            {
                double demand = size[i] * season * (0.8 + (0.4 * random.NextDouble()));
                int row = b.AddRow(demand, demand);
                firstRow = i == 0 ? row : firstRow;
            }

            for (int i = 0; i < nodes; i++)
            {
                if (curtailable)
                    b.AddEntry(firstRow + i, b.AddColumn(0, size[i] * 2, 10000), 1);
                if (i % 3 == 0)
                {
                    for (int step = 0; step < 3; step++)
                        b.AddEntry(firstRow + i, b.AddColumn(0, size[i] * 0.9, 5.0 + (20.0 * step) + random.NextDouble()), 1);
                }
            }

            int firstAngle = b.ColumnCount;
            for (int i = 0; i < nodes; i++)
                b.AddColumn(double.NegativeInfinity, inf, 0);
            for (int k = 0; k < arcs; k++)
            {
                int flow = b.AddColumn(arc[k].Angle ? -arc[k].Capacity : 0, arc[k].Capacity, arc[k].Angle ? 0 : arc[k].Cost);
                b.AddEntry(firstRow + arc[k].From, flow, -1);
                b.AddEntry(firstRow + arc[k].To, flow, arc[k].Angle ? 1 : 0.98);
                if (k % 3 == 0 && k / 3 < contractRow.Length)
                    b.AddEntry(contractRow[k / 3], flow, 1);
                if (!arc[k].Angle)
                    continue;
                int law = b.AddRow(0, 0);
                double susceptance = arc[k].Capacity * 3.0;
                b.AddEntry(law, flow, 1);
                b.AddEntry(law, firstAngle + arc[k].From, -susceptance);
                b.AddEntry(law, firstAngle + arc[k].To, susceptance);
            }
        }

        AddStorage(b, nodes, periods, size, contractRow.Length);
        return b.Build();
    }

    private static void AddStorage(LinearProgramBuilder b, int nodes, int periods, double[] size, int rowsBefore)
    {
        int laws = (2 * nodes + 2) / 3;
        for (int i = 1; i < nodes; i += 5)
        {
            int first = b.RowCount;
            for (int t = 0; t < periods; t++)
                b.AddRow(0, 0);
            for (int t = 0; t < periods; t++)
            {
                int balance = rowsBefore + (t * (nodes + laws)) + i;
                int inject = b.AddColumn(0, size[i] * 0.3, 0.4);
                b.AddEntry(balance, inject, -1);
                b.AddEntry(first + t, inject, -0.98);
                int withdraw = b.AddColumn(0, size[i] * 0.5, 0.2);
                b.AddEntry(balance, withdraw, 1);
                b.AddEntry(first + t, withdraw, 1.01);
                int level = b.AddColumn(0, size[i] * 30, 0);
                b.AddEntry(first + t, level, 1);
                b.AddEntry(first + ((t + 1) % periods), level, -0.9999);
            }
        }
    }
}
