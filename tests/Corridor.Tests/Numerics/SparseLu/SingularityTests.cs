using Corridor.Numerics.Sparse;
using Corridor.Numerics.SparseLu;

namespace Corridor.Tests.Numerics.SparseLu;

public sealed class SingularityTests
{
    [Fact]
    public void Three_columns_in_two_rows_are_named_and_so_are_the_rows()
    {
        // Columns 1, 3 and 4 have entries in rows 0 and 2 only.
        (TripletPattern pattern, double[] values) = LuFactorTests.FromDense(5,
        [
            0, 1, 0, 2, 3,
            1, 0, 2, 0, 0,
            3, 2, 0, 1, 1,
            2, 0, 1, 0, 0,
            1, 0, 3, 0, 0,
        ]);
        var analysis = LuAnalysis.Analyze(pattern);
        analysis.StructuralRank.ShouldBe(4);
        var factor = new LuFactor(analysis);
        factor.Factorize(values).ShouldBe(LuStatus.StructurallySingular);
        LuSingularity why = factor.ExplainSingularity(values)!;
        why.IsStructural.ShouldBeTrue();
        why.Columns.Order().ShouldBe([1, 3, 4]);
        why.Columns[0].ShouldBe(why.Column);
        factor.StoppedColumn.ShouldBe(why.Column);
        why.Rows.Order().ShouldBe([1, 3, 4]);
    }

    [Fact]
    public void Structural_rank_is_that_of_a_matching_found_by_enumeration()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            int n = random.Next(1, 7);
            double density = random.NextDouble();
            var has = new bool[n, n];
            List<int> rows = [];
            List<int> columns = [];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    if (random.NextDouble() >= density)
                        continue;
                    has[i, j] = true;
                    rows.Add(i);
                    columns.Add(j);
                }
            }

            var analysis = LuAnalysis.Analyze(TripletPattern.Build(n, n, [.. rows], [.. columns]));
            analysis.StructuralRank.ShouldBe(Rank(has, 0, 0));
            if (analysis.Singularity is not { } why)
                continue;
            Enumerable.Range(0, n).Count(i => why.Columns.Any(j => has[i, j])).ShouldBe(why.Columns.Count - 1);
            Enumerable.Range(0, n).Count(j => why.Rows.Any(i => has[i, j])).ShouldBe(why.Rows.Count - 1);
        }
    }

    [Fact]
    public void A_column_that_is_a_sum_of_two_others_is_named_with_them()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            const int Size = 30;
            double[] dense = new double[Size * Size];
            for (int p = 0; p < dense.Length; p++)
            {
                if (p / Size == p % Size || random.NextDouble() < 0.1)
                    dense[p] = (2.0 * random.NextDouble()) - 1.0;
            }

            int[] chosen = [.. Enumerable.Range(0, Size)];
            random.Shuffle(chosen);
            for (int i = 0; i < Size; i++)
                dense[(i * Size) + chosen[0]] = (0.3 * dense[(i * Size) + chosen[1]]) - (1.7 * dense[(i * Size) + chosen[2]]);
            (TripletPattern pattern, double[] values) = LuFactorTests.FromDense(Size, dense);
            var factor = new LuFactor(LuAnalysis.Analyze(pattern));
            LuStatus status = factor.Factorize(values);
            status.ShouldBeOneOf(LuStatus.Singular, LuStatus.StructurallySingular);
            if (status == LuStatus.StructurallySingular)
                continue;
            LuSingularity why = factor.ExplainSingularity(values)!;
            why.Columns.Order().ShouldBe(chosen.Take(3).Order());
            why.Columns.ShouldContain(why.Column);
            double scale = why.ColumnWeights[why.Columns.ToList().IndexOf(chosen[0])];
            (why.ColumnWeights[why.Columns.ToList().IndexOf(chosen[1])] / scale).ShouldBe(-0.3, 1e-7);
            (why.ColumnWeights[why.Columns.ToList().IndexOf(chosen[2])] / scale).ShouldBe(1.7, 1e-7);

            // The rows: their weighted sum vanishes.
            why.Rows.ShouldNotBeEmpty();
            for (int j = 0; j < Size; j++)
                why.Rows.Select((row, k) => why.RowWeights[k] * dense[(row * Size) + j]).Sum().ShouldBe(0.0, 1e-7);
        }
    }

    [Fact]
    public void Two_equal_equations_far_apart_in_scale_are_named()
    {
        // Row 3 is 10⁹ times row 1.
        (TripletPattern pattern, double[] values) = LuFactorTests.FromDense(4,
        [
            2, 1, 0, 1,
            1, 0, 3, 0.1,
            0, 1, 1, 5,
            1e9, 0, 3e9, 1e8,
        ]);
        var factor = new LuFactor(LuAnalysis.Analyze(pattern));
        factor.Factorize(values).ShouldBe(LuStatus.Singular);
        LuSingularity why = factor.ExplainSingularity(values)!;
        why.IsStructural.ShouldBeFalse();
        why.Rows.Order().ShouldBe([1, 3]);
        why.Row.ShouldBeOneOf(1, 3);
    }

    [Fact]
    public void A_vector_of_the_null_space_reaches_into_earlier_blocks()
    {
        // The last two columns depend on each other only with the help of the first block.
        (TripletPattern pattern, double[] values) = LuFactorTests.FromDense(4,
        [
            2, 1, 1, 0,
            1, 3, 0, 4,
            0, 0, 1, 2,
            0, 0, 2, 4,
        ]);
        var factor = new LuFactor(LuAnalysis.Analyze(pattern));
        factor.Factorize(values).ShouldBe(LuStatus.Singular);
        LuSingularity why = factor.ExplainSingularity(values)!;
        factor.StoppedColumn.ShouldBe(why.Column);
        why.Columns.Order().ShouldBe([0, 1, 2, 3]);
        var x = new double[4];
        for (int k = 0; k < 4; k++)
            x[why.Columns[k]] = why.ColumnWeights[k];
        var product = new double[4];
        pattern.ToMatrix(values).Multiply(x, product);
        product.ShouldAllBe(value => Math.Abs(value) < 1e-15);
        why.Rows.Order().ShouldBe([2, 3]);
    }

    [Fact]
    public void A_tiny_pivot_that_nothing_has_been_subtracted_from_is_no_zero()
    {
        (TripletPattern pattern, double[] values) = LuFactorTests.FromDense(3, [1, 1, 0, 1e-30, 1, 1e-25, 0, 1, 1]);
        double[] upper = [1, 1, 0, 0, 1e-30, 1, 0, 0, 1];
        (TripletPattern triangular, double[] tiny) = LuFactorTests.FromDense(3, upper);
        new LuFactor(LuAnalysis.Analyze(triangular)).Factorize(tiny).ShouldBe(LuStatus.Factorized);
        new LuFactor(LuAnalysis.Analyze(pattern)).Factorize(values).ShouldBe(LuStatus.Factorized);
    }

    [Fact]
    public void A_row_of_zeros_is_singular_and_named()
    {
        (TripletPattern pattern, double[] values) = LuFactorTests.FromDense(3, [1, 2, 0, 3, 1, 1, 1, 0, 1]);
        for (int p = 0; p < values.Length; p++)
        {
            if (pattern.RowIndex[p] == 1)
                values[p] = 0.0;
        }

        var factor = new LuFactor(LuAnalysis.Analyze(pattern));
        factor.Factorize(values).ShouldBe(LuStatus.Singular);
        factor.ExplainSingularity(values)!.Rows.ShouldBe([1]);
    }

    [Fact]
    public void A_regular_matrix_has_no_explanation_but_one_that_is_nearly_singular_has()
    {
        (TripletPattern pattern, double[] values) = LuFactorTests.FromDense(2, [1, 2, 3, 4]);
        var factor = new LuFactor(LuAnalysis.Analyze(pattern));
        factor.Factorize(values).ShouldBe(LuStatus.Factorized);
        factor.ExplainSingularity(values).ShouldBeNull();
        (_, double[] nearly) = LuFactorTests.FromDense(2, [1, 2, 3, 6 + 1e-10]);
        factor.Factorize(nearly).ShouldBe(LuStatus.Factorized);
        factor.ExplainSingularity(nearly)!.Columns.Order().ShouldBe([0, 1]);
    }

    [Fact]
    public void Several_dependences_at_once_and_a_matrix_of_zeros_are_singular()
    {
        // Rows 0 and 1 are equal, and so are rows 2 and 3.
        (TripletPattern pattern, double[] values) = LuFactorTests.FromDense(4, [1, 2, 3, 4, 1, 2, 3, 4, 4, 3, 1, 1, 4, 3, 1, 1]);
        var factor = new LuFactor(LuAnalysis.Analyze(pattern));
        factor.Factorize(values).ShouldBe(LuStatus.Singular);
        factor.StoppedColumn.ShouldBeInRange(0, 3);
        LuSingularity why = factor.ExplainSingularity(values)!;
        why.Columns.ShouldNotBeEmpty();
        why.Rows.ShouldNotBeEmpty();
        Array.Clear(values);
        factor.Factorize(values).ShouldBe(LuStatus.Singular);
        factor.ExplainSingularity(values)!.Column.ShouldBeInRange(0, 3);
    }

    private static int Rank(bool[,] has, int row, int taken)
    {
        int n = has.GetLength(0);
        if (row == n)
            return 0;
        int best = Rank(has, row + 1, taken);
        for (int j = 0; j < n; j++)
        {
            if (has[row, j] && (taken & (1 << j)) == 0)
                best = Math.Max(best, 1 + Rank(has, row + 1, taken | (1 << j)));
        }

        return best;
    }
}
