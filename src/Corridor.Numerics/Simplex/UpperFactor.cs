namespace Corridor.Numerics.Simplex;

/// <summary>
/// U by columns and by rows, with exchanges of a column: J. Forrest, J. Tomlin, Math. Programming 2 (1972) 263–278. The new column comes
/// last in the order of elimination; its row is cleared by a row operation.
/// </summary>
internal sealed class UpperFactor(int size, int updateLimit)
{
    private readonly TriangularPart _byColumn = new(size);
    private readonly TriangularPart _byRow = new(size);
    private readonly double[] _diagonal = new double[size];
    private readonly int[] _sequence = new int[size + updateLimit];
    private readonly int[] _place = new int[size];
    private readonly IndexedVector _multipliers = new(size);
    private int _length;

    internal int Count => _byColumn.Count;

    internal double Pivot(int row) => _diagonal[row];

    /// <summary>Takes the entries (row of From, pivot row of the column in To), the pivots and their order.</summary>
    internal void Assemble(EntryList entries, int[] order, double[] diagonal)
    {
        _byColumn.Assemble(entries.Count, entries.To, entries.From, entries.Value);
        _byRow.Assemble(entries.Count, entries.From, entries.To, entries.Value);
        diagonal.CopyTo(_diagonal, 0);
        order.CopyTo(_sequence, 0);
        _length = size;
        for (int k = 0; k < size; k++)
            _place[order[k]] = k;
    }

    internal void Solve(IndexedVector v, ReachSearch reach) =>
        _byColumn.Solve(v, _sequence, _length, reverse: true, _diagonal, reach);

    internal void SolveTransposed(IndexedVector v, ReachSearch reach) =>
        _byRow.Solve(v, _sequence, _length, reverse: false, _diagonal, reach);

    /// <summary>Exchanges the column that pivots on a row; the new pivot is returned and the row operation added.</summary>
    /// <param name="row">The row.</param>
    /// <param name="spike">The entering column, solved with everything but U.</param>
    /// <param name="etas">Receives the row operation.</param>
    /// <param name="reach">Memory for the search.</param>
    internal double Replace(int row, IndexedVector spike, RowEtas etas, ReachSearch reach)
    {
        _multipliers.Clear();
        _byRow.CopyLine(row, _multipliers);
        SolveTransposed(_multipliers, reach);
        double pivot = spike.Value[row];
        for (int k = 0; k < _multipliers.Count; k++)
            pivot -= _multipliers.Value[_multipliers.Index[k]] * spike.Value[_multipliers.Index[k]];
        etas.Add(row, _multipliers);
        _byRow.RemoveLine(row, _byColumn);
        _byColumn.RemoveLine(row, _byRow);
        for (int k = 0; k < spike.Count; k++)
        {
            int i = spike.Index[k];
            double value = spike.Value[i];
            if (i == row || Math.Abs(value) < IndexedVector.Tiny)
                continue;
            _byColumn.Append(row, i, value);
            _byRow.Append(i, row, value);
        }

        _diagonal[row] = pivot;
        _sequence[_place[row]] = -1;
        _place[row] = _length;
        _sequence[_length++] = row;
        return pivot;
    }
}
