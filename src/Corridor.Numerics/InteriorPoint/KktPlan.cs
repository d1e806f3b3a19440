using System.Diagnostics;
using Corridor.Numerics.Factorization;
using Corridor.Numerics.Ordering;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>The elimination order of a matrix's rows and kept columns, found before the problem is renumbered by it.</summary>
internal sealed class KktPlan
{
    private readonly int[] _given;

    internal KktPlan(SparseMatrix matrix)
    {
        long begin = Stopwatch.GetTimestamp();
        SparseMatrix byRow = matrix.TransposedPattern();
        (int[] kept, FillReducingOrdering ordering, SymmetricGraph graph) = KktOrdering.Choose(matrix, byRow);
        OrderingName = ordering.Name;
        Symbolic = SymbolicFactor.Analyze(graph, ordering);
        int m = matrix.RowCount;
        Negative = new bool[m + kept.Length];
        RowOrder = new int[m];
        RowPlace = new int[m];
        Kept = kept;
        _given = (int[])kept.Clone();
        KeptPlace = new int[kept.Length];
        int rows = 0;
        for (int p = 0; p < Symbolic.Count; p++)
        {
            int node = Symbolic.Order[p];
            if (node < m)
            {
                RowOrder[rows] = node;
                RowPlace[rows++] = p;
            }
            else
            {
                Negative[node] = true;
                KeptPlace[node - m] = p;
            }
        }

        Ticks = Stopwatch.GetTimestamp() - begin;
    }

    internal string OrderingName { get; }

    internal SymbolicFactor Symbolic { get; }

    /// <summary>For each node of the pattern whether its pivot is negative.</summary>
    internal bool[] Negative { get; }

    /// <summary>Element k is the row eliminated k-th among the rows.</summary>
    internal int[] RowOrder { get; }

    /// <summary>Place of each row, in the new numbering, among rows and kept columns.</summary>
    internal int[] RowPlace { get; }

    /// <summary>The kept columns; numbered as in the matrix given until <see cref="Renumber"/>.</summary>
    internal int[] Kept { get; }

    /// <summary>Place of each kept column.</summary>
    internal int[] KeptPlace { get; }

    internal int KeptCount => Kept.Length;

    /// <summary>Time taken.</summary>
    internal long Ticks { get; }

    /// <summary>Tells that column source[k] has become column k; what is negative was no column.</summary>
    internal void Renumber(int[] source)
    {
        if (Kept.Length == 0)
            return;
        for (int k = 0, found = 0; k < source.Length && found < Kept.Length; k++)
        {
            int at = source[k] < 0 ? -1 : Array.BinarySearch(_given, source[k]);
            if (at < 0)
                continue;
            Kept[at] = k;
            found++;
        }
    }
}
