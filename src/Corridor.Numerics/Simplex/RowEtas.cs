namespace Corridor.Numerics.Simplex;

/// <summary>The row operations of the exchanges since the factorisation, each v_r −= Σ z_j v_j.</summary>
internal sealed class RowEtas(int limit)
{
    private readonly int[] _start = new int[limit + 1];
    private readonly int[] _row = new int[limit];
    private int[] _index = new int[1024];
    private double[] _value = new double[1024];

    internal int Count { get; private set; }

    internal int Nonzeros => _start[Count];

    internal bool IsFull => Count == _row.Length;

    internal void Clear() => Count = 0;

    internal void Add(int row, IndexedVector multipliers)
    {
        int end = _start[Count];
        if (end + multipliers.Count > _index.Length)
        {
            int length = Math.Max(2 * _index.Length, end + multipliers.Count);
            Array.Resize(ref _index, length);
            Array.Resize(ref _value, length);
        }

        for (int k = 0; k < multipliers.Count; k++)
        {
            _index[end] = multipliers.Index[k];
            _value[end++] = multipliers.Value[multipliers.Index[k]];
        }

        _row[Count] = row;
        _start[++Count] = end;
    }

    internal void Forward(IndexedVector v)
    {
        for (int u = 0; u < Count; u++)
        {
            double sum = 0.0;
            for (int e = _start[u]; e < _start[u + 1]; e++)
                sum += _value[e] * v.Value[_index[e]];
            if (sum != 0.0)
                v.Add(_row[u], -sum);
        }
    }

    internal void Backward(IndexedVector v)
    {
        for (int u = Count - 1; u >= 0; u--)
        {
            double x = v.Value[_row[u]];
            if (x == 0.0)
                continue;
            for (int e = _start[u]; e < _start[u + 1]; e++)
                v.Add(_index[e], -_value[e] * x);
        }
    }
}
