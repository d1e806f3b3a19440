namespace Corridor.Numerics.Simplex;

/// <summary>
/// The changes of a basis since its factorisation, each an elementary matrix (product form of the inverse: G. Dantzig, W. Orchard-Hays,
/// Math. Tables Aids Comput. 8 (1954) 64–67).
/// </summary>
internal sealed class ProductForm(int limit)
{
    private readonly int[] _start = new int[limit + 1];
    private readonly int[] _row = new int[limit];
    private readonly double[] _pivot = new double[limit];
    private int[] _index = new int[1024];
    private double[] _value = new double[1024];

    internal int Count { get; private set; }

    internal int Nonzeros => _start[Count];

    internal bool IsFull => Count == _row.Length;

    internal void Clear() => Count = 0;

    /// <summary>Adds the exchange of the basic variable of <paramref name="row"/>; <paramref name="column"/> is the entering column in terms of the basis.</summary>
    internal void Add(IndexedVector column, int row)
    {
        int end = _start[Count];
        if (end + column.Count > _index.Length)
        {
            int length = Math.Max(2 * _index.Length, end + column.Count);
            Array.Resize(ref _index, length);
            Array.Resize(ref _value, length);
        }

        for (int k = 0; k < column.Count; k++)
        {
            int i = column.Index[k];
            if (i == row)
                continue;
            _index[end] = i;
            _value[end++] = column.Value[i];
        }

        _row[Count] = row;
        _pivot[Count] = column.Value[row];
        _start[++Count] = end;
    }

    /// <summary>After the solve with the factors.</summary>
    internal void Forward(IndexedVector v)
    {
        for (int u = 0; u < Count; u++)
        {
            double x = v.Value[_row[u]];
            if (x == 0.0)
                continue;
            x /= _pivot[u];
            v.Value[_row[u]] = x;
            for (int e = _start[u]; e < _start[u + 1]; e++)
                v.Add(_index[e], -_value[e] * x);
        }

        v.Pack();
    }

    /// <summary>Before the transposed solve with the factors.</summary>
    internal void Backward(IndexedVector v)
    {
        for (int u = Count - 1; u >= 0; u--)
        {
            double sum = 0.0;
            for (int e = _start[u]; e < _start[u + 1]; e++)
                sum += _value[e] * v.Value[_index[e]];
            double old = v.Value[_row[u]];
            if (sum == 0.0 && old == 0.0)
                continue;
            v.Set(_row[u], (old - sum) / _pivot[u]);
        }

        v.Pack();
    }
}
