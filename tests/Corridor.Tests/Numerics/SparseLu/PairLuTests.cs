using Corridor.Numerics.Ordering;
using Corridor.Numerics.SparseLu;

namespace Corridor.Tests.Numerics.SparseLu;

public class PairLuTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(3, 60)]
    public void SolvesRandomSystems(int seed, int count)
    {
        var random = new Random(seed);
        SymmetricGraph graph = Lattice(count);
        var blocks = new double[4 * (count + graph.Start[count])];
        for (int k = 0; k < blocks.Length; k++)
            blocks[k] = random.NextDouble() - 0.5;
        for (int i = 0; i < count; i++)
        {
            blocks[4 * i] += 4;
            blocks[(4 * i) + 3] -= 5;
        }

        var x = new double[2 * count];
        for (int k = 0; k < x.Length; k++)
            x[k] = random.NextDouble();
        var right = new double[2 * count];
        for (int i = 0; i < count; i++)
        {
            Add(i, i, i);
            for (int p = graph.Start[i]; p < graph.Start[i + 1]; p++)
                Add(count + p, i, graph.Neighbour[p]);
        }

        var factor = new PairLu(PairLuAnalysis.Analyze(graph));
        factor.Factorize(blocks).ShouldBe(LuStatus.Factorized);
        factor.Solve(right);
        right.ShouldBe(x, 1e-12);

        void Add(int block, int row, int column)
        {
            right[2 * row] += (blocks[4 * block] * x[2 * column]) + (blocks[(4 * block) + 1] * x[(2 * column) + 1]);
            right[(2 * row) + 1] += (blocks[(4 * block) + 2] * x[2 * column]) + (blocks[(4 * block) + 3] * x[(2 * column) + 1]);
        }
    }

    [Fact]
    public void ASingularBlockDoesNotHarmTheNextMatrix()
    {
        SymmetricGraph graph = Lattice(4);
        var factor = new PairLu(PairLuAnalysis.Analyze(graph));
        var blocks = new double[4 * (4 + graph.Start[4])];
        for (int i = 0; i < 4; i++)
            (blocks[4 * i], blocks[(4 * i) + 3]) = (1, i == 2 ? 0 : 1);
        factor.Factorize(blocks).ShouldBe(LuStatus.Singular);
        Should.Throw<InvalidOperationException>(() => factor.Solve(new double[8]));
        blocks[11] = 2;
        factor.Factorize(blocks).ShouldBe(LuStatus.Factorized);
        double[] right = [1, 1, 1, 1, 1, 1, 1, 1];
        factor.Solve(right);
        right.ShouldBe([1, 1, 1, 1, 1, 0.5, 1, 1]);
        blocks[0] = double.NaN;
        factor.Factorize(blocks).ShouldBe(LuStatus.NotFinite);
    }

    /// <summary>Rows of six, connected to the right and downwards.</summary>
    private static SymmetricGraph Lattice(int count)
    {
        var neighbours = new List<int>[count];
        for (int i = 0; i < count; i++)
            neighbours[i] = [];
        for (int i = 0; i < count; i++)
        {
            foreach (int j in (int[])[i + 1, i + 6])
            {
                if (j >= count)
                    continue;
                neighbours[i].Add(j);
                neighbours[j].Add(i);
            }
        }

        var start = new int[count + 1];
        for (int i = 0; i < count; i++)
            start[i + 1] = start[i] + neighbours[i].Count;
        return new SymmetricGraph(start, [.. neighbours.SelectMany(list => list)]);
    }
}
