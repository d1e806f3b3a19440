using Corridor.Numerics.Factorization;
using Corridor.Numerics.Ordering;

namespace Corridor.Tests.Numerics.Factorization;

/// <summary>Orderings, trees and factors against a dense matrix.</summary>
public sealed class SupernodalFactorTests
{
    [Theory]
    [InlineData(1, 0.0)]
    [InlineData(7, 0.3)]
    [InlineData(40, 0.05)]
    [InlineData(80, 0.1)]
    [InlineData(120, 0.02)]
    [InlineData(60, 0.9)]
    public void A_quasi_definite_system_is_solved(int n, double density)
    {
        for (int seed = 1; seed <= 5; seed++)
        {
            (SymmetricGraph graph, double[,] matrix, bool[] negative) = QuasiDefinite(n, density, seed);
            var symbolic = SymbolicFactor.Analyze(graph, ApproximateMinimumDegree.Order(graph));
            using var factor = new SupernodalFactor(symbolic, negative);
            factor.Factorize(new DenseAssembler(matrix, symbolic.Order));
            factor.ReplacedPivots.ShouldBe(0);
            double[] expected = new double[n];
            var random = new Random(seed);
            for (int i = 0; i < n; i++)
                expected[i] = random.NextDouble() - 0.5;
            double[] x = new double[n];
            for (int k = 0; k < n; k++)
            {
                for (int j = 0; j < n; j++)
                    x[k] += matrix[symbolic.Order[k], j] * expected[j];
            }

            factor.Solve(x);
            for (int k = 0; k < n; k++)
                x[k].ShouldBe(expected[symbolic.Order[k]], 1e-9);
        }
    }

    [Theory]
    [InlineData(30, 0.08)]
    [InlineData(100, 0.03)]
    public void Column_counts_and_tree_are_those_of_dense_elimination(int n, double density)
    {
        (SymmetricGraph graph, _, _) = QuasiDefinite(n, density, 3);
        bool[,] filled = Eliminate(graph);
        var tree = EliminationTree.Build(graph);
        int[] count = tree.ColumnCounts(graph, tree.Postorder());
        for (int j = 0; j < n; j++)
        {
            int entries = 0;
            int parent = -1;
            for (int i = n - 1; i >= j; i--)
            {
                if (!filled[i, j])
                    continue;
                entries++;
                parent = i > j ? i : parent;
            }

            count[j].ShouldBe(entries);
            tree.Parent[j].ShouldBe(parent);
        }
    }

    [Fact]
    public void Minimum_degree_eliminates_a_tree_without_fill()
    {
        var random = new Random(5);
        int n = 300;
        List<int>[] neighbours = Enumerable.Range(0, n).Select(_ => new List<int>()).ToArray();
        for (int i = 1; i < n; i++)
        {
            int j = random.Next(i);
            neighbours[i].Add(j);
            neighbours[j].Add(i);
        }

        SymmetricGraph graph = Graph(neighbours);
        FillReducingOrdering.Measure("", graph, ApproximateMinimumDegree.Order(graph)).Nonzeros.ShouldBe((2 * n) - 1);
    }

    [Fact]
    public void Minimum_degree_is_a_permutation_close_to_the_best_on_a_grid()
    {
        int w = 30;
        List<int>[] neighbours = Enumerable.Range(0, w * w).Select(_ => new List<int>()).ToArray();
        for (int i = 0; i < w * w; i++)
        {
            if (i % w > 0)
            {
                neighbours[i].Add(i - 1);
                neighbours[i - 1].Add(i);
            }

            if (i >= w)
            {
                neighbours[i].Add(i - w);
                neighbours[i - w].Add(i);
            }
        }

        SymmetricGraph graph = Graph(neighbours);
        int[] order = ApproximateMinimumDegree.Order(graph);
        order.Order().ShouldBe(Enumerable.Range(0, w * w));

        // Natural order has about w³ = 27000 nonzeros; minimum degree about a third of that.
        FillReducingOrdering.Measure("", graph, order).Nonzeros.ShouldBeLessThan(12000);
    }

    [Fact]
    public void Stages_are_eliminated_one_after_the_other()
    {
        (SymmetricGraph graph, _, _) = QuasiDefinite(90, 0.05, 9);
        int[] stage = Enumerable.Range(0, 90).Select(i => i * 7 % 3).ToArray();
        int[] order = ApproximateMinimumDegree.Order(graph, stage);
        order.Order().ShouldBe(Enumerable.Range(0, 90));
        int[] seen = order.Select(i => stage[i]).ToArray();
        seen.ShouldBe(seen.Order());
    }

    [Fact]
    public void A_dependent_row_is_pinned_instead_of_blowing_up()
    {
        double[,] matrix = { { 1, 1 }, { 1, 1 } };
        SymmetricGraph graph = Graph([[1], [0]]);
        var symbolic = SymbolicFactor.Analyze(graph, [0, 1]);
        using var factor = new SupernodalFactor(symbolic);
        factor.Factorize(new DenseAssembler(matrix, symbolic.Order));
        factor.ReplacedPivots.ShouldBe(1);
        double[] x = [2, 2];
        factor.Solve(x);
        (x[0] + x[1]).ShouldBe(2, 1e-12);
    }

    /// <summary>Blocks joined by a wide border only: the border is a front of its own, which gets its updates by windows of columns.</summary>
    [Fact]
    public void A_large_front_is_solved_with_the_same_bits_by_two_threads()
    {
        const int Blocks = 16;
        const int Size = 40;
        const int Border = 150;
        const int N = (Blocks * Size) + Border;
        var random = new Random(5);
        double[,] matrix = new double[N, N];
        var neighbours = new List<int>[N];
        for (int i = 0; i < N; i++)
        {
            neighbours[i] = [];
            for (int j = 0; j < N; j++)
            {
                // Each block meets two fifths of the border, at places that are not all neighbours of each other.
                bool isJoined = Math.Max(i, j) >= Blocks * Size
                    ? Math.Min(i, j) >= Blocks * Size || (Math.Max(i, j) + (Math.Min(i, j) / Size)) % 5 < 2
                    : i / Size == j / Size;
                if (!isJoined || i == j)
                    continue;
                neighbours[i].Add(j);
                matrix[i, j] = j < i ? matrix[j, i] : random.NextDouble() - 0.5;
            }

            matrix[i, i] = N;
        }

        var symbolic = SymbolicFactor.Analyze(Graph(neighbours), Permutation.Identity(N));
        symbolic.LargestWidth.ShouldBeGreaterThanOrEqualTo(Border);
        double[][] solutions = new double[2][];
        for (int threads = 1; threads <= 2; threads++)
        {
            using var factor = new SupernodalFactor(symbolic, null, threads);
            factor.Factorize(new DenseAssembler(matrix, symbolic.Order));
            double[] x = new double[N];
            for (int k = 0; k < N; k++)
            {
                for (int j = 0; j < N; j++)
                    x[k] += matrix[symbolic.Order[k], j] * (j + 1);
            }

            factor.Solve(x);
            solutions[threads - 1] = x;
            for (int k = 0; k < N; k++)
                x[k].ShouldBe(symbolic.Order[k] + 1, 1e-9 * N);
        }

        solutions[1].ShouldBe(solutions[0]);
    }

    private static SymmetricGraph Graph(List<int>[] neighbours)
    {
        int[] start = new int[neighbours.Length + 1];
        for (int i = 0; i < neighbours.Length; i++)
            start[i + 1] = start[i] + neighbours[i].Count;
        return new SymmetricGraph(start, neighbours.SelectMany(x => x).ToArray());
    }

    private static (SymmetricGraph Graph, double[,] Matrix, bool[] Negative) QuasiDefinite(int n, double density, int seed)
    {
        var random = new Random(seed);
        double[,] matrix = new double[n, n];
        bool[] negative = new bool[n];
        List<int>[] neighbours = Enumerable.Range(0, n).Select(_ => new List<int>()).ToArray();
        for (int i = 0; i < n; i++)
            negative[i] = i % 4 == 3;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (random.NextDouble() >= density)
                    continue;
                matrix[i, j] = matrix[j, i] = random.NextDouble() - 0.5;
                neighbours[i].Add(j);
                neighbours[j].Add(i);
            }
        }

        for (int i = 0; i < n; i++)
        {
            double sum = 1.0;
            for (int j = 0; j < n; j++)
                sum += Math.Abs(matrix[i, j]);
            matrix[i, i] = negative[i] ? -sum : sum;
        }

        return (Graph(neighbours), matrix, negative);
    }

    private static bool[,] Eliminate(SymmetricGraph graph)
    {
        int n = graph.Count;
        bool[,] filled = new bool[n, n];
        for (int i = 0; i < n; i++)
        {
            filled[i, i] = true;
            for (int p = graph.Start[i]; p < graph.Start[i + 1]; p++)
                filled[i, graph.Neighbour[p]] = true;
        }

        for (int k = 0; k < n; k++)
        {
            for (int i = k + 1; i < n; i++)
            {
                for (int j = k + 1; filled[i, k] && j < n; j++)
                    filled[i, j] |= filled[j, k];
            }
        }

        return filled;
    }

    private sealed class DenseAssembler(double[,] matrix, int[] order) : IPanelAssembler
    {
        public void Assemble(int firstColumn, int endColumn, int[] position, Span<double> panel, int height)
        {
            for (int c = firstColumn; c < endColumn; c++)
            {
                for (int r = c; r < order.Length; r++)
                {
                    if (matrix[order[r], order[c]] != 0.0)
                        panel[((c - firstColumn) * height) + position[r]] = matrix[order[r], order[c]];
                }
            }
        }
    }
}
