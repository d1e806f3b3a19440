using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Simplex;

namespace Corridor.Tests.Numerics.Simplex;

/// <summary>The factors against the matrix they stand for: a wrong permutation, a lost entry or a wrong update shows in a product.</summary>
public sealed class BasisFactorTests
{
    [Theory]
    [InlineData(1, 1, 1.0)]
    [InlineData(2, 7, 0.3)]
    [InlineData(3, 40, 0.08)]
    [InlineData(4, 120, 0.03)]
    [InlineData(5, 60, 0.6)]
    [InlineData(6, 400, 0.004)]
    public void Both_solves_invert_the_basis_before_and_after_exchanges(int seed, int rows, double density)
    {
        var random = new Random(seed);
        var form = new SimplexForm(RandomMatrix(random, rows, 2 * rows, density));
        var factor = new BasisFactor(form, updateLimit: 50);
        int[] head = new int[rows];
        int[] wanted = Enumerable.Range(0, rows).ToArray();
        factor.Factorize(wanted, head);
        head.Distinct().Count().ShouldBe(rows);
        factor.RejectedCount.ShouldBe(factor.CoveredRows);
        CheckSolves(form, factor, head, random);
        var column = new IndexedVector(rows);
        for (int exchange = 0; exchange < Math.Min(rows, 30); exchange++)
        {
            int entering = rows + random.Next(rows);
            if (head.Contains(entering))
                continue;
            column.Clear();
            form.AddColumn(entering, 1.0, column);
            factor.FtranEntering(column);
            int row = column.Index.Take(column.Count).MaxBy(r => Math.Abs(column.Value[r]));
            factor.Update(row, column.Value[row]);
            head[row] = entering;
        }

        CheckSolves(form, factor, head, random);
    }

    [Fact]
    public void Dependent_columns_give_way_to_row_activities()
    {
        // The third column is the sum of the first two; the fourth is empty.
        var builder = new LinearProgramBuilder();
        for (int i = 0; i < 4; i++)
            builder.AddRow(0.0, 1.0);
        for (int j = 0; j < 4; j++)
            builder.AddColumn(0.0, 1.0, 0.0);
        double[,] a = { { 1, 2, 3 }, { 2, -1, 1 }, { 1, 1, 2 }, { 3, 1, 4 } };
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 3; j++)
                builder.AddEntry(i, j, a[i, j]);
        }

        var form = new SimplexForm(builder.Build());
        var factor = new BasisFactor(form, updateLimit: 10);
        int[] head = new int[4];
        factor.Factorize([0, 1, 2, 3], head);
        factor.RejectedCount.ShouldBe(2);
        factor.CoveredRows.ShouldBe(2);
        factor.Rejected.ToArray().ShouldContain(3);
        head.Count(v => v >= 4).ShouldBe(2);
        CheckSolves(form, factor, head, new Random(7));
    }

    [Fact]
    public void More_columns_than_rows_leave_a_basis_and_a_rest()
    {
        var random = new Random(11);
        var form = new SimplexForm(RandomMatrix(random, 30, 60, 0.15));
        var factor = new BasisFactor(form, updateLimit: 10);
        int[] head = new int[30];
        factor.Factorize(Enumerable.Range(0, 60).ToArray(), head);
        (head.Count(v => v < 60) + factor.RejectedCount).ShouldBe(60);
        head.Intersect(factor.Rejected.ToArray()).ShouldBeEmpty();
        CheckSolves(form, factor, head, random);
    }

    private static void CheckSolves(SimplexForm form, BasisFactor factor, int[] head, Random random)
    {
        int rows = form.RowCount;
        for (int trial = 0; trial < 4; trial++)
        {
            var v = new IndexedVector(rows);
            int nonzeros = trial % 2 == 0 ? 1 : rows;
            for (int k = 0; k < nonzeros; k++)
                v.Add(nonzeros == 1 ? random.Next(rows) : k, (2.0 * random.NextDouble()) - 1.0);
            double[] right = (double[])v.Value.Clone();
            if (trial < 2)
            {
                factor.Ftran(v);
                var product = new IndexedVector(rows);
                for (int r = 0; r < rows; r++)
                    form.AddColumn(head[r], v.Value[r], product);
                ShouldAgree(product.Value, right, v.Value);
            }
            else
            {
                factor.Btran(v);
                ShouldAgree(head.Select(h => form.Dot(h, v.Value)).ToArray(), right, v.Value);
            }

            v.Index.Take(v.Count).Distinct().Count().ShouldBe(v.Value.Count(x => x != 0.0));
        }
    }

    private static void ShouldAgree(double[] actual, double[] expected, double[] solution)
    {
        double scale = 1.0 + solution.Max(Math.Abs);
        for (int k = 0; k < actual.Length; k++)
            actual[k].ShouldBe(expected[k], 1e-9 * scale);
    }

    private static LinearProgram RandomMatrix(Random random, int rows, int columns, double density)
    {
        var builder = new LinearProgramBuilder();
        for (int i = 0; i < rows; i++)
            builder.AddRow(0.0, 1.0);
        for (int j = 0; j < columns; j++)
        {
            builder.AddColumn(0.0, 1.0, 0.0);
            int own = random.Next(rows);
            for (int i = 0; i < rows; i++)
            {
                if (i == own || random.NextDouble() < density)
                    builder.AddEntry(i, j, random.Next(1, 9) * (random.Next(2) == 0 ? 1.0 : -1.0));
            }
        }

        return builder.Build();
    }
}
