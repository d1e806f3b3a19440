namespace Corridor.Numerics.SparseLu;

/// <summary>
/// The factors of all diagonal blocks by columns, L with its unit diagonal left out, and the entries above the blocks: P R A Q = L U + F with the
/// row scales R. Entries of a column of U stand in an order in which each comes after those it depends on.
/// </summary>
internal sealed class LuStore
{
    internal LuStore(LuAnalysis analysis)
    {
        int n = analysis.IsStructurallySingular ? 0 : analysis.Size;
        long half = ((analysis.ExpectedNonzeros - n) / 2) + n + analysis.LargestBlock;
        int room = n == 0 ? 0 : (int)Math.Min(half, Array.MaxLength);
        LowerStart = new int[n + 1];
        UpperStart = new int[n + 1];
        LowerIndex = new int[room];
        LowerValue = new double[room];
        UpperIndex = new int[room];
        UpperValue = new double[room];
        Diagonal = new double[n];
        RowAt = new int[n];
        Place = new int[n];
        Scale = new double[n];
        AboveValue = new double[analysis.Above.Row.Length];
        AboveRow = new int[analysis.Above.Row.Length];
        InsideRow = new int[analysis.Inside.Row.Length];
    }

    /// <summary>First entry of each column of L; the last element is the number of entries.</summary>
    internal int[] LowerStart { get; }

    /// <summary>First entry of each column of U; the last element is the number of entries.</summary>
    internal int[] UpperStart { get; }

    /// <summary>Places of the rows of L.</summary>
    internal int[] LowerIndex { get; private set; }

    /// <summary>Values of L.</summary>
    internal double[] LowerValue { get; private set; }

    /// <summary>Places of the rows of U above its diagonal.</summary>
    internal int[] UpperIndex { get; private set; }

    /// <summary>Values of U above its diagonal.</summary>
    internal double[] UpperValue { get; private set; }

    /// <summary>Pivots.</summary>
    internal double[] Diagonal { get; }

    /// <summary>The analysis' place of the row that is pivot at each place.</summary>
    internal int[] RowAt { get; }

    /// <summary>The place where each row of the analysis became pivot; −1 while it is none.</summary>
    internal int[] Place { get; }

    /// <summary>Scale of the row at each place of the factors.</summary>
    internal double[] Scale { get; }

    /// <summary>Scaled values above the blocks, in the order of <see cref="LuAnalysis.Above"/>.</summary>
    internal double[] AboveValue { get; }

    /// <summary>Place of the row of each entry above the blocks.</summary>
    internal int[] AboveRow { get; }

    /// <summary>Place of the row of each entry of the blocks, in the order of <see cref="LuAnalysis.Inside"/>.</summary>
    internal int[] InsideRow { get; }

    /// <summary>Makes room for one more column.</summary>
    /// <param name="lower">Entries of L so far.</param>
    /// <param name="upper">Entries of U so far.</param>
    /// <param name="more">Entries that a column may have.</param>
    /// <exception cref="InsufficientMemoryException">The factors have more entries than an array holds.</exception>
    internal void Reserve(int lower, int upper, int more)
    {
        if ((long)lower + more > LowerIndex.Length)
        {
            int room = Grown(LowerIndex.Length, lower, more);
            LowerIndex = Copied(LowerIndex, lower, room);
            LowerValue = Copied(LowerValue, lower, room);
        }

        if ((long)upper + more > UpperIndex.Length)
        {
            int room = Grown(UpperIndex.Length, upper, more);
            UpperIndex = Copied(UpperIndex, upper, room);
            UpperValue = Copied(UpperValue, upper, room);
        }
    }

    private static int Grown(int length, int used, int more)
    {
        long least = (long)used + more;
        if (least > Array.MaxLength)
            throw new InsufficientMemoryException("The factors have more entries than an array holds.");
        return (int)Math.Min(Array.MaxLength, Math.Max(least, length + (length / 2L)));
    }

    private static T[] Copied<T>(T[] array, int used, int room)
    {
        T[] copy = GC.AllocateUninitializedArray<T>(room);
        Array.Copy(array, copy, used);
        return copy;
    }
}
