using Corridor.Numerics.Sparse;
using Corridor.Numerics.SparseLu;

namespace Corridor.Tests.Numerics.SparseLu;

/// <summary>Random sparse matrices of many shapes, by a seed.</summary>
internal sealed class RandomSystem
{
    private readonly Random _random;

    internal RandomSystem(int seed, int size)
    {
        _random = new Random(seed);
        Size = size;
        double density = 0.4 * _random.NextDouble();
        int[] permutation = [.. Enumerable.Range(0, size)];
        if (seed % 3 == 0)
            _random.Shuffle(permutation);
        List<int> rows = [];
        List<int> columns = [];
        for (int i = 0; i < size; i++)
        {
            rows.Add(i);
            columns.Add(permutation[i]);
            for (int j = 0; j < size; j++)
            {
                if (_random.NextDouble() < density)
                {
                    rows.Add(i);
                    columns.Add(j);
                }
            }
        }

        Pattern = TripletPattern.Build(size, size, [.. rows], [.. columns]);
        RowSize = new double[size];
        for (int i = 0; i < size; i++)
            RowSize[i] = seed % 2 == 0 ? 1.0 : Math.Pow(10.0, (20.0 * _random.NextDouble()) - 10.0);
        Values = new double[Pattern.NonzeroCount];
        for (int p = 0; p < Values.Length; p++)
            Values[p] = ((2.0 * _random.NextDouble()) - 1.0) * RowSize[Pattern.RowIndex[p]];
    }

    internal int Size { get; }

    internal TripletPattern Pattern { get; }

    internal double[] RowSize { get; }

    internal double[] Values { get; }

    internal SparseMatrix Matrix => Pattern.ToMatrix(Values);

    internal double[] Vector() => [.. Enumerable.Range(0, Size).Select(_ => (2.0 * _random.NextDouble()) - 1.0)];

    internal void Perturb(double share)
    {
        for (int p = 0; p < Values.Length; p++)
            Values[p] *= 1.0 + (share * ((2.0 * _random.NextDouble()) - 1.0));
    }

    /// <summary>The matrix by rows, dense, transposed where asked for.</summary>
    internal double[] Dense(bool transposed = false)
    {
        var dense = new double[Size * Size];
        for (int j = 0; j < Size; j++)
        {
            for (int p = Pattern.ColumnStart[j]; p < Pattern.ColumnStart[j + 1]; p++)
                dense[transposed ? (j * Size) + Pattern.RowIndex[p] : (Pattern.RowIndex[p] * Size) + j] = Values[p];
        }

        return dense;
    }
}
