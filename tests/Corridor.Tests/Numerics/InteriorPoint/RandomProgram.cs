using Corridor.Numerics.LinearPrograms;

namespace Corridor.Tests.Numerics.InteriorPoint;

/// <summary>Random problems of known kind from a seed.</summary>
internal static class RandomProgram
{
    /// <summary>
    /// A problem with a point inside all rows and bounds and costs from a dual point, hence with an optimum; equalities, ranges,
    /// one-sided rows, free, boxed, one-sided and fixed columns, dependent rows.
    /// </summary>
    internal static LinearProgram Feasible(int seed)
    {
        var random = new Random(seed);
        int rows = random.Next(1, 12);
        int columns = random.Next(1, 20);
        double[,] a = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            bool copy = i > 0 && random.Next(6) == 0;
            int from = copy ? random.Next(i) : 0;
            for (int j = 0; j < columns; j++)
                a[i, j] = copy ? 2.0 * a[from, j] : random.Next(3) == 0 ? random.Next(-5, 6) : 0.0;
        }

        double[] x = new double[columns];
        double[] cost = new double[columns];
        var builder = new LinearProgramBuilder();
        double[] dual = new double[rows];
        double[] activity = new double[rows];
        for (int j = 0; j < columns; j++)
        {
            x[j] = random.Next(-4, 5);
            double reduced = random.Next(0, 4);
            double inf = double.PositiveInfinity;
            (double lower, double upper, double z) = random.Next(6) switch
            {
                0 => (-inf, inf, 0.0),
                1 => (x[j] - random.Next(0, 3), inf, reduced),
                2 => (-inf, x[j] + random.Next(0, 3), -reduced),
                3 => (x[j], x[j], reduced - 1.0),
                _ => (x[j] - random.Next(0, 3), x[j] + random.Next(0, 5), reduced - 2.0),
            };
            cost[j] = z;
            builder.AddColumn(lower, upper, 0.0);
            for (int i = 0; i < rows; i++)
                activity[i] += a[i, j] * x[j];
        }

        for (int i = 0; i < rows; i++)
        {
            double inf = double.PositiveInfinity;
            double y = random.Next(0, 4);
            (double lower, double upper, dual[i]) = random.Next(4) switch
            {
                0 => (activity[i], activity[i], y - 2.0),
                1 => (activity[i] - random.Next(0, 3), inf, y),
                2 => (-inf, activity[i] + random.Next(0, 3), -y),
                _ => (activity[i] - random.Next(0, 3), activity[i] + random.Next(1, 4), y - 2.0),
            };
            builder.AddRow(lower, upper);
            for (int j = 0; j < columns; j++)
            {
                if (a[i, j] == 0.0)
                    continue;
                builder.AddEntry(i, j, a[i, j]);
                cost[j] += a[i, j] * dual[i];
            }
        }

        for (int j = 0; j < columns; j++)
            builder.SetCost(j, cost[j]);
        return builder.Build();
    }

    /// <summary>A problem that may have an optimum, no point, or no limit.</summary>
    internal static LinearProgram Arbitrary(int seed)
    {
        LinearProgram p = Feasible(seed);
        var random = new Random(seed);
        double[] cost = (double[])p.Cost.Clone();
        double[] lower = (double[])p.RowLower.Clone();
        double[] upper = (double[])p.RowUpper.Clone();
        for (int j = 0; j < cost.Length; j++)
            cost[j] += random.Next(4) == 0 ? random.Next(-3, 4) : 0;
        for (int i = 0; i < lower.Length; i++)
        {
            double shift = random.Next(5) == 0 ? random.Next(-6, 7) : 0;
            lower[i] += shift;
            upper[i] += shift;
        }

        return new LinearProgram(p.Matrix, cost, p.CostOffset, p.ColumnLower, p.ColumnUpper, lower, upper);
    }

    /// <summary>The same problem with rows and columns in another order, scaled by powers of three and its costs by two.</summary>
    internal static LinearProgram Disguise(LinearProgram p, int seed)
    {
        var random = new Random(seed);
        int[] row = Shuffled(p.RowCount, random);
        int[] column = Shuffled(p.ColumnCount, random);
        double[] rowFactor = Factors(p.RowCount, random);
        double[] columnFactor = Factors(p.ColumnCount, random);
        var builder = new LinearProgramBuilder { CostOffset = 2.0 * p.CostOffset };
        int[] newRow = new int[p.RowCount];
        for (int i = 0; i < p.RowCount; i++)
        {
            newRow[row[i]] = i;
            builder.AddRow(p.RowLower[row[i]] * rowFactor[row[i]], p.RowUpper[row[i]] * rowFactor[row[i]]);
        }

        for (int c = 0; c < p.ColumnCount; c++)
        {
            int j = column[c];
            double f = columnFactor[j];
            builder.AddColumn(p.ColumnLower[j] / f, p.ColumnUpper[j] / f, 2.0 * p.Cost[j] * f);
            for (int k = p.Matrix.ColumnStart[j]; k < p.Matrix.ColumnStart[j + 1]; k++)
                builder.AddEntry(newRow[p.Matrix.RowIndex[k]], c, p.Matrix.Value[k] * rowFactor[p.Matrix.RowIndex[k]] * f);
        }

        return builder.Build();
    }

    private static int[] Shuffled(int count, Random random)
    {
        int[] order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return order;
    }

    private static double[] Factors(int count, Random random) =>
        Enumerable.Range(0, count).Select(_ => Math.Pow(3.0, random.Next(-3, 4))).ToArray();
}
