using Corridor.Numerics.LinearPrograms;

namespace Corridor.Tests.Numerics.Simplex;

/// <summary>Sparse random problems with an optimum, most of whose variables and duals are zero there.</summary>
internal static class DegenerateProgram
{
    private const double Inf = double.PositiveInfinity;

    internal static LinearProgram Of(int seed)
    {
        var random = new Random(seed);
        int rows = random.Next(20, 120);
        int columns = random.Next(20, 250);
        double[] x = new double[columns];
        double[] y = new double[rows];
        double[] activity = new double[rows];
        double[] cost = new double[columns];
        var entries = new List<(int Row, int Column, double Value)>();
        for (int j = 0; j < columns; j++)
        {
            x[j] = random.Next(4) == 0 ? random.Next(0, 4) : 0;
            for (int k = random.Next(1, 6); k > 0; k--)
            {
                double value = (random.Next(2) == 0 ? 1.0 : -1.0) * (random.Next(10) == 0 ? random.Next(2, 1000) : 1.0);
                entries.Add((random.Next(rows), j, value));
                activity[entries[^1].Row] += value * x[j];
            }
        }

        var builder = new LinearProgramBuilder();
        for (int i = 0; i < rows; i++)
        {
            double size = random.Next(3) == 0 ? random.Next(0, 5) : 0;
            double room = size > 0.0 ? 0.0 : random.Next(0, 2);
            (double lower, double upper, y[i]) = random.Next(3) switch
            {
                0 => (activity[i], activity[i], random.Next(2) == 0 ? size : -size),
                1 => (activity[i] - room, Inf, size),
                _ => (-Inf, activity[i] + room, -size),
            };
            builder.AddRow(lower, upper);
        }

        foreach ((int row, int column, double value) in entries)
            cost[column] += value * y[row];
        for (int j = 0; j < columns; j++)
        {
            double reduced = x[j] == 0.0 && random.Next(2) == 0 ? random.Next(0, 3) : 0;
            builder.AddColumn(0.0, random.Next(3) == 0 ? Math.Max(x[j], random.Next(1, 5)) : Inf, cost[j] + reduced);
        }

        foreach ((int row, int column, double value) in entries)
            builder.AddEntry(row, column, value);
        return builder.Build();
    }
}
