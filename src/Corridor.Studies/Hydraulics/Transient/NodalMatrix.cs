using Corridor.Numerics.SparseLu;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>
/// The small system of a Newton step: pressures of the nodes and flows of the elements without volume. Its pattern never changes during a run: it is
/// analysed once, every place is looked up once, and its factors live in the same room.
/// </summary>
internal sealed class NodalMatrix
{
    private readonly TripletPattern _pattern;
    private readonly LuFactor _factor;

    internal NodalMatrix(int nodes, int[] pipeFrom, int[] pipeTo, int[] linkFrom, int[] linkTo)
    {
        Size = nodes + linkFrom.Length;
        var rows = new List<int>();
        var columns = new List<int>();
        void Add(int row, int column)
        {
            rows.Add(row);
            columns.Add(column);
        }

        for (int i = 0; i < Size; i++)
            Add(i, i);
        for (int k = 0; k < pipeFrom.Length; k++)
        {
            Add(pipeFrom[k], pipeTo[k]);
            Add(pipeTo[k], pipeFrom[k]);
        }

        for (int k = 0; k < linkFrom.Length; k++)
        {
            Add(linkFrom[k], nodes + k);
            Add(linkTo[k], nodes + k);
            Add(nodes + k, linkFrom[k]);
            Add(nodes + k, linkTo[k]);
        }

        _pattern = TripletPattern.Build(Size, Size, rows.ToArray(), columns.ToArray());
        Values = new double[_pattern.NonzeroCount];
        _factor = new LuFactor(LuAnalysis.Analyze(_pattern));
    }

    internal int Size { get; }

    /// <summary>Entries in the order of the pattern.</summary>
    internal double[] Values { get; }

    /// <summary>Where the entry of a row and column stands among the values.</summary>
    internal int Place(int row, int column)
    {
        int start = _pattern.ColumnStart[column];
        return Array.BinarySearch(_pattern.RowIndex, start, _pattern.ColumnStart[column + 1] - start, row);
    }

    /// <summary>Factorises the present values.</summary>
    /// <returns>Whether the matrix is regular.</returns>
    internal bool Factorize() => _factor.Update(Values) == LuStatus.Factorized;

    /// <summary>Solves with the factors; the right-hand side becomes the solution.</summary>
    internal void Solve(Span<double> right) => _factor.Solve(right);
}
