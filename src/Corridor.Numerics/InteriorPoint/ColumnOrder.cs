using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Ordering;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// The order of the columns of <see cref="ComputationalForm"/>: boxed ones, one-sided ones, free ones; within a kind near their first rows, those of
/// one length together within a stretch of rows.
/// </summary>
internal static class ColumnOrder
{
    /// <summary>Rows of a stretch, as a power of two.</summary>
    private const int Stretch = 9;

    private const int Longest = 63;

    /// <summary>For each column what it is (a column of the program, or ~row for a slack), the number of boxed and of bounded ones.</summary>
    /// <param name="program">The program.</param>
    /// <param name="place">For each row its place in the order of elimination.</param>
    internal static (int[] Source, int Boxed, int Bounded) Of(LinearProgram program, int[] place)
    {
        SparseMatrix a = program.Matrix;
        int slacks = 0;
        for (int i = 0; i < program.RowCount; i++)
            slacks += program.RowLower[i] == program.RowUpper[i] ? 0 : 1;
        int count = program.ColumnCount + slacks;
        int stretches = (program.RowCount >> Stretch) + 1;

        // What a column is sorted by, last key first: its first row, its length, its kind and stretch.
        int[] source = new int[count];
        int[] first = new int[count];
        byte[] length = new byte[count];
        byte[] kind = new byte[count];
        int[] kinds = new int[3];
        for (int j = 0; j < program.ColumnCount; j++)
        {
            int least = program.RowCount;
            for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
                least = Math.Min(least, place[a.RowIndex[k]]);
            source[j] = j;
            first[j] = least;
            length[j] = (byte)Math.Min(a.ColumnStart[j + 1] - a.ColumnStart[j], Longest);
            kind[j] = KindOf(program.ColumnLower[j], program.ColumnUpper[j]);
            kinds[kind[j]]++;
        }

        int at = program.ColumnCount;
        for (int i = 0; i < program.RowCount; i++)
        {
            if (program.RowLower[i] == program.RowUpper[i])
                continue;
            source[at] = ~i;
            first[at] = place[i];
            length[at] = 1;
            kind[at] = KindOf(program.RowLower[i], program.RowUpper[i]);
            kinds[kind[at++]]++;
        }

        int[] order = Permutation.Identity(count);
        int[] next = new int[count];
        int[] begin = new int[Math.Max(program.RowCount, Math.Max(Longest, 3 * stretches)) + 2];
        for (int j = 0; j < count; j++)
            begin[first[j] + 1]++;
        Accumulate(begin);
        foreach (int j in order)
            next[begin[first[j]]++] = j;
        Array.Clear(begin);
        for (int j = 0; j < count; j++)
            begin[length[j] + 1]++;
        Accumulate(begin);
        foreach (int j in next)
            order[begin[length[j]]++] = j;
        Array.Clear(begin);
        for (int j = 0; j < count; j++)
            begin[(kind[j] * stretches) + (first[j] >> Stretch) + 1]++;
        Accumulate(begin);
        foreach (int j in order)
            next[begin[(kind[j] * stretches) + (first[j] >> Stretch)]++] = source[j];
        return (next, kinds[0], kinds[0] + kinds[1]);
    }

    private static void Accumulate(int[] begin)
    {
        for (int k = 1; k < begin.Length; k++)
            begin[k] += begin[k - 1];
    }

    private static byte KindOf(double lower, double upper) =>
        (byte)(double.IsFinite(lower) && double.IsFinite(upper) ? 0 : double.IsInfinity(lower) && double.IsInfinity(upper) ? 2 : 1);
}
