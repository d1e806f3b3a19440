namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>
/// The small system of a Newton step: pressures of the nodes and flows of the elements without volume. Its pattern never changes during a run, so that
/// every place is looked up once.
/// </summary>
internal sealed class NodalMatrix
{
    private readonly int _size;
    private readonly int[] _columnStart;
    private readonly int[] _row;
    private readonly double[] _dense;
    private readonly int[] _pivot;

    internal NodalMatrix(int nodes, int[] pipeFrom, int[] pipeTo, int[] linkFrom, int[] linkTo)
    {
        _size = nodes + linkFrom.Length;
        var places = new SortedSet<(int Column, int Row)>();
        for (int i = 0; i < _size; i++)
            places.Add((i, i));
        for (int k = 0; k < pipeFrom.Length; k++)
        {
            places.Add((pipeFrom[k], pipeTo[k]));
            places.Add((pipeTo[k], pipeFrom[k]));
        }

        for (int k = 0; k < linkFrom.Length; k++)
        {
            int column = nodes + k;
            places.Add((column, linkFrom[k]));
            places.Add((column, linkTo[k]));
            places.Add((linkFrom[k], column));
            places.Add((linkTo[k], column));
        }

        _columnStart = new int[_size + 1];
        _row = new int[places.Count];
        Values = new double[places.Count];
        int next = 0;
        foreach ((int column, int row) in places)
        {
            _row[next++] = row;
            _columnStart[column + 1] = next;
        }

        for (int j = 0; j < _size; j++)
            _columnStart[j + 1] = Math.Max(_columnStart[j + 1], _columnStart[j]);
        _dense = new double[_size * _size];
        _pivot = new int[_size];
    }

    internal int Size => _size;

    /// <summary>Entries by columns.</summary>
    internal double[] Values { get; }

    /// <summary>Where the entry of a row and column stands among the values.</summary>
    internal int Place(int row, int column) => Array.BinarySearch(_row, _columnStart[column], _columnStart[column + 1] - _columnStart[column], row);

    /// <summary>Factorises the present values.</summary>
    /// <returns>Whether the matrix is regular.</returns>
    internal bool Factorize()
    {
        int n = _size;
        _dense.AsSpan().Clear();
        for (int j = 0; j < n; j++)
        {
            for (int p = _columnStart[j]; p < _columnStart[j + 1]; p++)
                _dense[(_row[p] * n) + j] = Values[p];
        }

        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
            {
                if (Math.Abs(_dense[(i * n) + k]) > Math.Abs(_dense[(pivot * n) + k]))
                    pivot = i;
            }

            _pivot[k] = pivot;
            if (pivot != k)
            {
                for (int j = 0; j < n; j++)
                    (_dense[(pivot * n) + j], _dense[(k * n) + j]) = (_dense[(k * n) + j], _dense[(pivot * n) + j]);
            }

            double diagonal = _dense[(k * n) + k];
            if (diagonal == 0 || !double.IsFinite(diagonal))
                return false;
            for (int i = k + 1; i < n; i++)
            {
                double factor = _dense[(i * n) + k] /= diagonal;
                if (factor == 0)
                    continue;
                for (int j = k + 1; j < n; j++)
                    _dense[(i * n) + j] -= factor * _dense[(k * n) + j];
            }
        }

        return true;
    }

    /// <summary>Solves with the factors; the right-hand side becomes the solution.</summary>
    internal void Solve(Span<double> x)
    {
        int n = _size;
        for (int k = 0; k < n; k++)
        {
            (x[k], x[_pivot[k]]) = (x[_pivot[k]], x[k]);
            for (int i = k + 1; i < n; i++)
                x[i] -= _dense[(i * n) + k] * x[k];
        }

        for (int k = n - 1; k >= 0; k--)
        {
            double sum = x[k];
            for (int j = k + 1; j < n; j++)
                sum -= _dense[(k * n) + j] * x[j];
            x[k] = sum / _dense[(k * n) + k];
        }
    }
}
