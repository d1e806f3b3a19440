using Corridor.Numerics.Infeasibility;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Tests.Numerics.Infeasibility;

/// <summary>Random programs without a point.</summary>
internal static class RandomContradiction
{
    /// <summary>Random rows over boxed columns, one of which asks for more than the boxes give, or several that contradict each other.</summary>
    public static LinearProgram Of(int seed)
    {
        var random = new Random(seed);
        int rows = random.Next(2, 9), columns = random.Next(2, 12);
        var builder = new LinearProgramBuilder();
        for (int j = 0; j < columns; j++)
            builder.AddColumn(0, random.Next(4) == 0 ? double.PositiveInfinity : random.Next(1, 9), random.Next(0, 5));
        var sums = new double[columns];
        double limit = 0;
        for (int i = 0; i < rows; i++)
        {
            // Rows with upper limits; the last row asks for more than their sum allows.
            bool last = i == rows - 1;
            double upper = random.Next(1, 20);
            int row = last ? builder.AddRow(limit + random.Next(1, 5), double.PositiveInfinity) : builder.AddRow(random.Next(3) == 0 ? -random.Next(0, 5) : double.NegativeInfinity, upper);
            limit += upper;
            for (int j = 0; j < columns; j++)
            {
                double value = last ? sums[j] : random.Next(2) == 0 ? random.Next(-3, 5) : 0;
                sums[j] += last ? 0 : value;
                if (value != 0)
                    builder.AddEntry(row, j, value);
            }
        }

        return builder.Build();
    }

    /// <summary>The program with these constraints and no others.</summary>
    public static LinearProgram Only(LinearProgram program, IReadOnlyList<Constraint> kept)
    {
        HashSet<Constraint> set = [.. kept];
        double Bound(ConstraintSide side, int index, double value, double absent) => set.Contains(new Constraint(side, index)) ? value : absent;
        return new LinearProgram(
            program.Matrix,
            new double[program.ColumnCount],
            0,
            [.. program.ColumnLower.Select((v, j) => Bound(ConstraintSide.ColumnLower, j, v, double.NegativeInfinity))],
            [.. program.ColumnUpper.Select((v, j) => Bound(ConstraintSide.ColumnUpper, j, v, double.PositiveInfinity))],
            [.. program.RowLower.Select((v, i) => Bound(ConstraintSide.RowLower, i, v, double.NegativeInfinity))],
            [.. program.RowUpper.Select((v, i) => Bound(ConstraintSide.RowUpper, i, v, double.PositiveInfinity))]);
    }
}
