namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>Whole lines of one section, and what was read from those at its beginning that hold nothing unusual.</summary>
internal sealed class MpsBlock
{
    /// <summary>The lines; the last ends with a line feed.</summary>
    public byte[] Text = [];

    /// <summary>Bytes of the lines.</summary>
    public int Length;

    /// <summary>Where the lines that were read begin: those before continue a column, perhaps of the block before.</summary>
    public int First;

    /// <summary>Where the lines that were read end.</summary>
    public int Position;

    /// <summary>Number of lines that were read.</summary>
    public int Lines;

    /// <summary>Whether the block has been read.</summary>
    public bool IsParsed;

    /// <summary>Number of entries, sides or bounds.</summary>
    public int Count;

    /// <summary>Row of an entry or a side, column of a bound.</summary>
    public int[] Index = [];

    /// <summary>Value of an entry, a side or a bound.</summary>
    public double[] Value = [];

    /// <summary>Where the line of a side or bound begins.</summary>
    public int[] At = [];

    /// <summary>Type of a bound: its two letters.</summary>
    public short[] Kind = [];

    /// <summary>Number of columns that begin here.</summary>
    public int Columns;

    /// <summary>First entry of a column.</summary>
    public int[] Start = [];

    /// <summary>Cost of a column; NaN where it has none.</summary>
    public double[] Cost = [];

    /// <summary>Where the first line of a column begins.</summary>
    public int[] ColumnAt = [];

    /// <summary>Names of the columns: two bytes of length and the text.</summary>
    public byte[] Names = [];

    /// <summary>Where a name begins, and at the end where the last one ends.</summary>
    public int[] NameAt = [];

    /// <summary>Columns whose rows do not ascend.</summary>
    public readonly List<int> Untidy = [];

    /// <summary>Whether each name is longer than the one before, or as long and greater.</summary>
    public bool Ascends;

    /// <summary>Makes room for columns.</summary>
    public void PrepareColumns()
    {
        Begin();
        Columns = 0;
        Ascends = true;
        Untidy.Clear();

        // The shortest line with a new column has 7 bytes, its end included.
        int most = (Length / 7) + 2;
        if (Start.Length >= most)
            return;
        Start = GC.AllocateUninitializedArray<int>(most);
        ColumnAt = GC.AllocateUninitializedArray<int>(most);
        NameAt = GC.AllocateUninitializedArray<int>(most);
        Cost = GC.AllocateUninitializedArray<double>(most);
        Names = GC.AllocateUninitializedArray<byte>(Length + (2 * most));
    }

    /// <summary>Makes room for sides or bounds.</summary>
    public void PrepareLines()
    {
        Begin();
        if (At.Length >= Index.Length)
            return;
        At = GC.AllocateUninitializedArray<int>(Index.Length);
        Kind = GC.AllocateUninitializedArray<short>(Index.Length);
    }

    private void Begin()
    {
        First = Position = Lines = Count = 0;

        // A pair has 4 bytes with the blanks before.
        int most = (Length / 4) + 2;
        if (Index.Length >= most)
            return;
        Index = GC.AllocateUninitializedArray<int>(most);
        Value = GC.AllocateUninitializedArray<double>(most);
    }
}
