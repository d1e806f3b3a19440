using Corridor.Numerics.Factorization;
using Corridor.Numerics.Sparse;
using Corridor.Numerics.SparseLu;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Numerics.SparseLu;

public sealed class LuFactorTests
{
    [Fact]
    public void Random_systems_are_solved_as_the_dense_factorisation_solves_them()
    {
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), Gen.Choose(1, 35).ToArbitrary(), (seed, size) =>
        {
            var system = new RandomSystem(seed, size);
            var factor = new LuFactor(LuAnalysis.Analyze(system.Pattern));
            factor.Factorize(system.Values).ShouldBe(LuStatus.Factorized);
            for (int pass = 0; pass < 3; pass++)
            {
                if (pass == 1)
                    factor.Refactorize(system.Values).ShouldBe(LuStatus.Factorized);
                if (pass == 2)
                {
                    system.Perturb(0.3);
                    factor.Update(system.Values).ShouldBe(LuStatus.Factorized);
                }

                Agrees(factor, system, transposed: false);
                Agrees(factor, system, transposed: true);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Refined_solutions_have_a_backward_error_of_rounding_whatever_the_scales()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var system = new RandomSystem(seed, 1 + (seed % 40));
            var factor = new LuFactor(LuAnalysis.Analyze(system.Pattern));
            factor.Factorize(system.Values);
            double[] b = system.Vector();
            for (int i = 0; i < b.Length; i++)
                b[i] *= system.RowSize[i];
            var x = new double[b.Length];
            factor.SolveRefined(system.Values, b, x).ShouldBeLessThan(1e-15);

            // The error that is returned is that of the solution, calculated here in the original matrix.
            var product = new double[b.Length];
            system.Matrix.Multiply(x, product);
            for (int i = 0; i < b.Length; i++)
                Math.Abs(product[i] - b[i]).ShouldBeLessThan(1e-13 * system.RowSize[i] * (1.0 + x.Max(Math.Abs)));
        }
    }

    [Fact]
    public void Without_row_scales_and_with_partial_pivoting_the_same_solutions_follow()
    {
        for (int seed = 0; seed < 60; seed += 2)
        {
            var system = new RandomSystem(seed, 20);
            var factor = new LuFactor(LuAnalysis.Analyze(system.Pattern), new LuSettings { ScaleRows = false, PivotThreshold = 1.0 });
            factor.Factorize(system.Values).ShouldBe(LuStatus.Factorized);
            Agrees(factor, system, transposed: false);
        }
    }

    [Fact]
    public void A_permuted_triangular_matrix_falls_into_blocks_of_one_without_fill()
    {
        const int Size = 50;
        var random = new Random(5);
        int[] rowOf = [.. Enumerable.Range(0, Size)];
        int[] columnOf = [.. Enumerable.Range(0, Size)];
        random.Shuffle(rowOf);
        random.Shuffle(columnOf);
        List<int> rows = [];
        List<int> columns = [];
        for (int j = 0; j < Size; j++)
        {
            for (int i = 0; i <= j; i++)
            {
                if (i == j || random.NextDouble() < 0.2)
                {
                    rows.Add(rowOf[i]);
                    columns.Add(columnOf[j]);
                }
            }
        }

        var pattern = TripletPattern.Build(Size, Size, [.. rows], [.. columns]);
        var analysis = LuAnalysis.Analyze(pattern);
        analysis.BlockCount.ShouldBe(Size);
        var values = new double[pattern.NonzeroCount];
        for (int p = 0; p < values.Length; p++)
            values[p] = 1.0 + random.NextDouble();
        var factor = new LuFactor(analysis);
        factor.Factorize(values).ShouldBe(LuStatus.Factorized);
        factor.Nonzeros.ShouldBe(pattern.NonzeroCount);
        double[] x = [.. Enumerable.Range(0, Size).Select(k => (double)(k % 7) - 3.0)];
        var b = new double[Size];
        pattern.ToMatrix(values).Multiply(x, b);
        var y = new double[Size];
        factor.SolveRefined(values, b, y).ShouldBeLessThan(1e-15);
    }

    [Fact]
    public void Blocks_are_solved_from_last_to_first_and_transposed_from_first_to_last()
    {
        // Two 2×2 blocks and an entry above them, rows and columns interchanged.
        double[] dense = [0, 0, 1, 2, 5, 1, 4, 0, 0, 0, 3, 1, 2, 3, 0, 0];
        (TripletPattern pattern, double[] values) = FromDense(4, dense);
        var analysis = LuAnalysis.Analyze(pattern);
        analysis.BlockCount.ShouldBe(2);
        var factor = new LuFactor(analysis);
        factor.Factorize(values).ShouldBe(LuStatus.Factorized);
        double[] b = [5, 20, 6, 8];
        factor.Solve(b);
        double[] back = Multiply(4, dense, b);
        back.ShouldBe([5, 20, 6, 8], 1e-13);
    }

    [Fact]
    public void One_by_one_and_empty_matrices_are_matrices()
    {
        (TripletPattern pattern, double[] values) = FromDense(1, [4.0]);
        var factor = new LuFactor(LuAnalysis.Analyze(pattern));
        factor.Factorize(values).ShouldBe(LuStatus.Factorized);
        double[] b = [2.0];
        factor.Solve(b);
        b[0].ShouldBe(0.5);
        factor.EstimateReciprocalCondition(values).ShouldBe(1.0);

        var empty = new LuFactor(LuAnalysis.Analyze(TripletPattern.Build(0, 0, [], [])));
        empty.Factorize([]).ShouldBe(LuStatus.Factorized);
        empty.Refactorize([]).ShouldBe(LuStatus.Factorized);
        empty.Solve([]);
        empty.EstimateReciprocalCondition([]).ShouldBe(1.0);
    }

    [Fact]
    public void Several_right_hand_sides_follow_each_other()
    {
        var system = new RandomSystem(11, 12);
        var factor = new LuFactor(LuAnalysis.Analyze(system.Pattern));
        factor.Factorize(system.Values);
        double[] one = system.Vector();
        double[] two = system.Vector();
        double[] both = [.. one, .. two];
        factor.Solve(both);
        factor.Solve(one);
        factor.Solve(two);
        both.ShouldBe([.. one, .. two]);
    }

    [Fact]
    public void Factorising_anew_and_solving_allocate_nothing()
    {
        var system = new RandomSystem(8, 60);
        var factor = new LuFactor(LuAnalysis.Analyze(system.Pattern));
        double[] b = system.Vector();
        var x = new double[b.Length];
        factor.Factorize(system.Values);
        for (int pass = 0; pass < 2; pass++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            factor.Factorize(system.Values);
            factor.Refactorize(system.Values);
            factor.Update(system.Values);
            factor.Solve(b);
            factor.SolveTransposed(b);
            factor.SolveRefined(system.Values, b, x);
            if (pass == 1)
                (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        }
    }

    [Fact]
    public void The_same_bits_come_out_of_both_ways_of_factorising()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            var system = new RandomSystem(seed, 30);
            var analysis = LuAnalysis.Analyze(system.Pattern);
            var factor = new LuFactor(analysis);
            factor.Factorize(system.Values);
            double[] first = system.Vector();
            double[] second = [.. first];
            double[] third = [.. first];
            factor.Solve(first);
            factor.Refactorize(system.Values).ShouldBe(LuStatus.Factorized);
            factor.Solve(second);
            second.ShouldBe(first);
            var other = new LuFactor(LuAnalysis.Analyze(system.Pattern));
            other.Factorize(system.Values);
            other.Solve(third);
            third.ShouldBe(first);
        }
    }

    [Fact]
    public void Old_pivots_that_have_become_too_small_are_refused_and_new_ones_found()
    {
        (TripletPattern pattern, double[] values) = FromDense(2, [1.0, 2.0, 3.0, 1.0]);
        var factor = new LuFactor(LuAnalysis.Analyze(pattern));
        factor.Factorize(values).ShouldBe(LuStatus.Factorized);
        (_, double[] other) = FromDense(2, [1e-12, 2.0, 3.0, 1e-12]);
        factor.Refactorize(other).ShouldBe(LuStatus.PivotTooSmall);
        factor.StoppedColumn.ShouldBeInRange(0, 1);
        Should.Throw<InvalidOperationException>(() => factor.Solve(new double[2]));
        factor.Update(other).ShouldBe(LuStatus.Factorized);
        factor.OffDiagonalPivots.ShouldBeGreaterThan(0);
        double[] b = [4.0, 3.0];
        factor.Solve(b);
        b.ShouldBe([1.0, 2.0], 1e-11);
    }

    [Fact]
    public void The_condition_number_is_estimated_within_a_factor_of_three()
    {
        for (int seed = 0; seed < 100; seed += 2)
        {
            var system = new RandomSystem(seed, 15);
            var factor = new LuFactor(LuAnalysis.Analyze(system.Pattern));
            factor.Factorize(system.Values);
            double inverseNorm = 0.0;
            double norm = 0.0;
            for (int j = 0; j < 15; j++)
            {
                var unit = new double[15];
                unit[j] = 1.0;
                factor.Solve(unit);
                inverseNorm = Math.Max(inverseNorm, unit.Sum(Math.Abs));
                norm = Math.Max(norm, Enumerable.Range(system.Pattern.ColumnStart[j], system.Pattern.ColumnStart[j + 1] - system.Pattern.ColumnStart[j]).Sum(p => Math.Abs(system.Values[p])));
            }

            double exact = 1.0 / norm / inverseNorm;
            factor.EstimateReciprocalCondition(system.Values).ShouldBeInRange(exact * (1.0 - 1e-9), 3.0 * exact);
        }
    }

    [Fact]
    public void Values_that_are_not_finite_and_wrong_lengths_are_told_apart()
    {
        (TripletPattern pattern, double[] values) = FromDense(2, [1.0, 2.0, 3.0, 1.0]);
        var factor = new LuFactor(LuAnalysis.Analyze(pattern));
        Should.Throw<InvalidOperationException>(() => factor.Refactorize(values));
        Should.Throw<InvalidOperationException>(() => factor.Solve(new double[2]));
        Should.Throw<ArgumentException>(() => factor.Factorize(new double[3]));
        values[1] = double.NaN;
        factor.Factorize(values).ShouldBe(LuStatus.NotFinite);
        values[1] = double.PositiveInfinity;
        factor.Factorize(values).ShouldBe(LuStatus.NotFinite);
        values[1] = 2.0;
        factor.Factorize(values).ShouldBe(LuStatus.Factorized);
        Should.Throw<ArgumentException>(() => factor.Solve(new double[3]));
        values[1] = double.NaN;
        factor.Refactorize(values).ShouldBe(LuStatus.NotFinite);
        Should.Throw<ArgumentException>(() => new LuFactor(factor.Analysis, new LuSettings { PivotThreshold = 0.0 }));
        Should.Throw<ArgumentException>(() => LuAnalysis.Analyze(TripletPattern.Build(2, 3, [], [])));
    }

    internal static (TripletPattern Pattern, double[] Values) FromDense(int size, double[] byRows)
    {
        List<int> rows = [];
        List<int> columns = [];
        List<double> triplets = [];
        for (int p = 0; p < byRows.Length; p++)
        {
            if (byRows[p] == 0.0)
                continue;
            rows.Add(p / size);
            columns.Add(p % size);
            triplets.Add(byRows[p]);
        }

        var pattern = TripletPattern.Build(size, size, [.. rows], [.. columns]);
        var values = new double[pattern.NonzeroCount];
        pattern.Assemble([.. triplets], values);
        return (pattern, values);
    }

    private static double[] Multiply(int size, double[] byRows, double[] x) =>
        [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Sum(j => byRows[(i * size) + j] * x[j]))];

    /// <summary>The residual of the sparse solution is as small as rounding allows, and the solutions are as near as the condition allows.</summary>
    private static void Agrees(LuFactor factor, RandomSystem system, bool transposed)
    {
        double[] right = system.Vector();
        double[] sparse = [.. right];
        if (transposed)
            factor.SolveTransposed(sparse);
        else
            factor.Solve(sparse);
        DenseLu.TryFactorize(system.Size, system.Dense(transposed), out DenseLu? dense).ShouldBeTrue();
        double[][] rows = [.. right.Select(value => new[] { value })];
        dense!.Solve(rows);
        double condition = factor.EstimateReciprocalCondition(system.Values);
        double greatest = Math.Max(sparse.Max(Math.Abs), rows.Max(row => Math.Abs(row[0])));
        double allowed = Math.Max(1e-11, 1e-13 / condition) * greatest;
        for (int i = 0; i < system.Size; i++)
            sparse[i].ShouldBe(rows[i][0], allowed);
    }
}
