using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Numerics.LinearPrograms.Properties;

/// <summary>What must not change the answer: order, units, saying the same twice; and what every answer must satisfy.</summary>
public sealed class InvarianceTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(250).WithReplay(20250315UL, 21UL);

    [Fact]
    public void Another_order_of_rows_and_columns_gives_the_same_optimum_or_none() => ForSeeds(seed =>
    {
        LinearProgram p = SmallRandomProgram.Of(seed);
        var random = new Random(seed);
        return Agree(p, Permuted(p, random), 1.0);
    });

    [Fact]
    public void Other_units_give_the_same_optimum_or_none() => ForSeeds(seed =>
    {
        LinearProgram p = SmallRandomProgram.Of(seed);
        return Agree(p, Scaled(p, new Random(seed)), 8.0);
    });

    [Fact]
    public void Rows_and_columns_written_twice_give_the_same_optimum_or_none() => ForSeeds(seed =>
    {
        LinearProgram p = SmallRandomProgram.Of(seed);
        return Agree(p, Doubled(p, new Random(seed)), 1.0);
    });

    [Fact]
    public void Primal_and_dual_objectives_are_equal_and_signs_are_right() => ForSeeds(seed =>
    {
        LinearProgram p = SmallRandomProgram.Of(seed);
        LinearProgramSolution s = InteriorPointSolver.Solve(p);
        if (s.StopReason != StopReason.Optimal)
            return s.StopReason is StopReason.PrimalInfeasible or StopReason.DualInfeasible;
        return Math.Abs(s.Objective - s.DualObjective) <= 1e-8 * (1.0 + Math.Abs(s.Objective))
            && CertificateChecker.Check(p, s.Primal, s.RowDual).Residuals.Worst <= 1e-8;
    });

    private static bool Agree(LinearProgram plain, LinearProgram other, double factor)
    {
        LinearProgramSolution one = InteriorPointSolver.Solve(plain);
        LinearProgramSolution two = InteriorPointSolver.Solve(other);

        // Where neither a point nor a limit exists either proof is right.
        if (one.StopReason != StopReason.Optimal)
            return two.StopReason is StopReason.PrimalInfeasible or StopReason.DualInfeasible;
        return two.StopReason == StopReason.Optimal
            && Math.Abs((two.Objective / factor) - one.Objective) <= 1e-6 * (1.0 + Math.Abs(one.Objective));
    }

    private static LinearProgram Permuted(LinearProgram p, Random random)
    {
        int[] row = [.. Enumerable.Range(0, p.RowCount)];
        int[] column = [.. Enumerable.Range(0, p.ColumnCount)];
        random.Shuffle(row);
        random.Shuffle(column);
        var b = new LinearProgramBuilder { CostOffset = p.CostOffset };
        int[] place = new int[p.RowCount];
        for (int i = 0; i < row.Length; i++)
        {
            place[row[i]] = i;
            b.AddRow(p.RowLower[row[i]], p.RowUpper[row[i]]);
        }

        foreach (int j in column)
            AddColumn(p, b, j, i => place[i], 1.0);
        return b.Build();
    }

    /// <summary>Rows and columns times powers of two, costs times eight.</summary>
    private static LinearProgram Scaled(LinearProgram p, Random random)
    {
        double[] row = [.. p.RowLower.Select(_ => Math.Pow(2.0, random.Next(-5, 6)))];
        var b = new LinearProgramBuilder { CostOffset = 8.0 * p.CostOffset };
        for (int i = 0; i < p.RowCount; i++)
            b.AddRow(p.RowLower[i] * row[i], p.RowUpper[i] * row[i]);
        for (int j = 0; j < p.ColumnCount; j++)
        {
            double f = Math.Pow(2.0, random.Next(-5, 6));
            int c = b.AddColumn(p.ColumnLower[j] / f, p.ColumnUpper[j] / f, 8.0 * p.Cost[j] * f);
            for (int k = p.Matrix.ColumnStart[j]; k < p.Matrix.ColumnStart[j + 1]; k++)
                b.AddEntry(p.Matrix.RowIndex[k], c, p.Matrix.Value[k] * row[p.Matrix.RowIndex[k]] * f);
        }

        return b.Build();
    }

    /// <summary>A row in other units once more; a column in two parts that share its bounds.</summary>
    private static LinearProgram Doubled(LinearProgram p, Random random)
    {
        int twice = random.Next(p.RowCount);
        int split = random.Next(p.ColumnCount);
        var b = new LinearProgramBuilder { CostOffset = p.CostOffset };
        for (int i = 0; i < p.RowCount; i++)
            b.AddRow(p.RowLower[i], p.RowUpper[i]);
        int copy = b.AddRow(-2.0 * p.RowUpper[twice], -2.0 * p.RowLower[twice]);
        for (int j = 0; j < p.ColumnCount; j++)
        {
            int parts = j == split ? 2 : 1;
            for (int part = 0; part < parts; part++)
            {
                int c = AddColumn(p, b, j, i => i, parts);
                for (int k = p.Matrix.ColumnStart[j]; k < p.Matrix.ColumnStart[j + 1]; k++)
                {
                    if (p.Matrix.RowIndex[k] == twice)
                        b.AddEntry(copy, c, -2.0 * p.Matrix.Value[k]);
                }
            }
        }

        return b.Build();
    }

    private static int AddColumn(LinearProgram p, LinearProgramBuilder b, int j, Func<int, int> place, double parts)
    {
        int c = b.AddColumn(p.ColumnLower[j] / parts, p.ColumnUpper[j] / parts, p.Cost[j]);
        for (int k = p.Matrix.ColumnStart[j]; k < p.Matrix.ColumnStart[j + 1]; k++)
            b.AddEntry(place(p.Matrix.RowIndex[k]), c, p.Matrix.Value[k]);
        return c;
    }

    private static void ForSeeds(Func<int, bool> holds) => Check.One(Repeatable, Prop.ForAll(ArbMap.Default.ArbFor<int>(), holds));
}
