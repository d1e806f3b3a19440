namespace Corridor.Numerics.SparseLu;

/// <summary>Entries of a matrix by the place of their column, with the place of their row before pivoting and the slot of their value.</summary>
/// <param name="Start">First entry of each place, and their number last.</param>
/// <param name="Row">Place of the row.</param>
/// <param name="Slot">Where the value stands in the caller's array.</param>
internal sealed record PlacedEntries(int[] Start, int[] Row, int[] Slot)
{
    internal static PlacedEntries Empty { get; } = new([0], [], []);

    /// <summary>Those entries that stand in a diagonal block, or those that do not.</summary>
    /// <param name="analysis">The orders.</param>
    /// <param name="rowPlace">Place of each row.</param>
    /// <param name="block">For each place the first place of its block.</param>
    /// <param name="inside">Which entries.</param>
    internal static PlacedEntries Select(LuAnalysis analysis, int[] rowPlace, int[] block, bool inside)
    {
        var start = new int[analysis.Size + 1];
        for (int pass = 0; ; pass++)
        {
            int[] row = pass == 0 ? [] : new int[start[^1]];
            int[] slot = pass == 0 ? [] : new int[start[^1]];
            int at = 0;
            for (int k = 0; k < analysis.Size; k++)
            {
                int column = analysis.ColumnOrder[k];
                for (int p = analysis.ColumnStart[column]; p < analysis.ColumnStart[column + 1]; p++)
                {
                    int place = rowPlace[analysis.RowIndex[p]];
                    if (place >= block[k] != inside)
                        continue;
                    if (pass == 1)
                    {
                        row[at] = place;
                        slot[at] = p;
                    }

                    at++;
                }

                start[k + 1] = at;
            }

            if (pass == 1)
                return new PlacedEntries(start, row, slot);
        }
    }
}
