using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// The columns of a matrix, some of them rewritten. The matrix given is not changed; a rewritten column stands in arrays of its own.
/// Entries of removed rows stay where they are: whoever reads a column passes over them. A column is never rewritten after its removal,
/// so that it is found later as it was then.
/// </summary>
internal sealed class ColumnStore(SparseMatrix original)
{
    // Of each rewritten column its place in _start; −1 elsewhere. Null as long as no column was rewritten.
    private int[]? _version;
    private readonly List<int> _start = [];
    private int[] _index = [];
    private double[] _value = [];
    private int _end;

    /// <summary>Whether a column is not that of the matrix given; its rows then need not ascend.</summary>
    internal bool IsRewritten(int j) => _version is not null && _version[j] >= 0;

    /// <summary>Rows and values of column j.</summary>
    internal ReadOnlySpan<int> Get(int j, out ReadOnlySpan<double> values)
    {
        if (IsRewritten(j))
        {
            int version = _version![j];
            int begin = _start[version];
            int length = (version + 1 < _start.Count ? _start[version + 1] : _end) - begin;
            values = _value.AsSpan(begin, length);
            return _index.AsSpan(begin, length);
        }

        int first = original.ColumnStart[j];
        int count = original.ColumnStart[j + 1] - first;
        values = original.Value.AsSpan(first, count);
        return original.RowIndex.AsSpan(first, count);
    }

    /// <summary>Begins a new version of a column; entries follow by <see cref="Append"/>, then <see cref="Commit"/>.</summary>
    internal void Begin()
    {
        _version ??= NewVersions();
        _start.Add(_end);
    }

    /// <summary>Adds an entry to the version begun.</summary>
    internal void Append(int row, double value)
    {
        if (_end == _index.Length)
        {
            Array.Resize(ref _index, Math.Max(256, 2 * _end));
            Array.Resize(ref _value, _index.Length);
        }

        _index[_end] = row;
        _value[_end++] = value;
    }

    /// <summary>Makes the version begun that of column j.</summary>
    internal void Commit(int j) => _version![j] = _start.Count - 1;

    private int[] NewVersions()
    {
        int[] version = new int[original.ColumnCount];
        Array.Fill(version, -1);
        return version;
    }
}
