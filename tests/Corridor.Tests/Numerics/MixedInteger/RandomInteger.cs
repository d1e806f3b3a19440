using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.MixedInteger;
using static Corridor.Tests.Numerics.MixedInteger.IntegerBuilder;

namespace Corridor.Tests.Numerics.MixedInteger;

/// <summary>Random mixed-integer programs and their optimum by trying every assignment.</summary>
internal static class RandomInteger
{
    /// <summary>A few integer columns in small boxes, rows of every kind; about a quarter has no point.</summary>
    internal static MixedIntegerProgram Pure(int seed)
    {
        var random = new Random(seed);
        var b = new IntegerBuilder();
        int columns = random.Next(2, 8);
        for (int j = 0; j < columns; j++)
        {
            int lower = random.Next(3) == 0 ? random.Next(-3, 1) : 0;
            b.Integer(random.Next(-9, 10), lower, lower + random.Next(1, columns < 6 ? 5 : 3));
        }

        int rows = random.Next(1, 5);
        for (int i = 0; i < rows; i++)
        {
            List<(int, double)> entries = [];
            for (int j = 0; j < columns; j++)
            {
                if (random.Next(4) > 0)
                    entries.Add((j, random.Next(-7, 12)));
            }

            double side = random.Next(-10, 30);
            (double low, double high) = random.Next(6) switch
            {
                0 => (side, side),
                1 => (side - 6.5, side),
                2 or 3 => (-Inf, side + 0.5),
                _ => (side - 20.5, Inf),
            };
            b.Row(low, high, [.. entries]);
        }

        return b.Build();
    }

    /// <summary>Demands at a few nodes, lines that must be built before they carry; the last resort at every node is dear.</summary>
    internal static MixedIntegerProgram FixedCharge(int seed)
    {
        var random = new Random(seed);
        var b = new IntegerBuilder();
        int nodes = random.Next(2, 5);
        var balance = new List<(int, double)>[nodes];
        for (int v = 0; v < nodes; v++)
            balance[v] = [(b.Continuous(random.Next(40, 60)), 1.0), (b.Continuous(random.Next(1, 9), 0.0, random.Next(0, 20)), 1.0)];
        int lines = random.Next(1, 6);
        for (int k = 0; k < lines; k++)
        {
            int from = random.Next(nodes);
            int to = (from + random.Next(1, nodes)) % nodes;
            int flow = b.Continuous(random.Next(0, 4));
            int build = b.Binary(random.Next(1, 60));
            double capacity = random.Next(2, 20);
            b.Row(-Inf, 0.0, (flow, 1.0), (build, -capacity));
            if (random.Next(3) == 0)
                b.Row(0.0, Inf, (flow, 1.0), (build, -0.4 * capacity));
            balance[from].Add((flow, -1.0));
            balance[to].Add((flow, 0.9));
        }

        foreach (List<(int, double)> row in balance)
        {
            double demand = random.Next(0, 15);
            b.Row(demand, random.Next(2) == 0 ? demand : Inf, [.. row]);
        }

        return b.Build();
    }

    /// <summary>The least objective over all assignments of the integer columns; +∞ if there is no point.</summary>
    internal static double Enumerate(MixedIntegerProgram program)
    {
        LinearProgram p = program.Program;
        int[] integers = [.. Enumerable.Range(0, p.ColumnCount).Where(j => program.IsInteger[j])];
        double[] lower = (double[])p.ColumnLower.Clone();
        double[] upper = (double[])p.ColumnUpper.Clone();
        double best = double.PositiveInfinity;
        void Try(int depth)
        {
            if (depth < integers.Length)
            {
                int j = integers[depth];
                for (double v = p.ColumnLower[j]; v <= p.ColumnUpper[j]; v++)
                {
                    lower[j] = v;
                    upper[j] = v;
                    Try(depth + 1);
                }

                return;
            }

            if (integers.Length == p.ColumnCount)
            {
                CertificateReport report = CertificateChecker.Check(p, lower, new double[p.RowCount]);
                if (report.Residuals.RowInfeasibility <= 1e-9)
                    best = Math.Min(best, report.Objective);
                return;
            }

            var part = new LinearProgram(p.Matrix, p.Cost, p.CostOffset, (double[])lower.Clone(), (double[])upper.Clone(), p.RowLower, p.RowUpper);
            LinearProgramSolution s = InteriorPointSolver.Solve(part);
            if (s.StopReason == StopReason.Optimal)
                best = Math.Min(best, s.Objective);
        }

        Try(0);
        return best;
    }
}
