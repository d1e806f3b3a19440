namespace Corridor.Numerics.Simplex;

/// <summary>A dense vector with the list of its nonzero places; each place stands in the list once.</summary>
internal sealed class IndexedVector(int size)
{
    /// <summary>What is smaller is taken for zero.</summary>
    internal const double Tiny = 1e-14;

    /// <summary>Keeps the place of a value that cancelled, so that it is not listed twice.</summary>
    private const double Placeholder = 1e-100;

    internal readonly double[] Value = new double[size];
    internal readonly int[] Index = new int[size];
    internal int Count;

    internal int Size => Value.Length;

    internal void Clear()
    {
        if (Count * 4 > Value.Length)
        {
            Array.Clear(Value);
        }
        else
        {
            for (int k = 0; k < Count; k++)
                Value[Index[k]] = 0.0;
        }

        Count = 0;
    }

    internal void Add(int index, double amount)
    {
        double old = Value[index];
        if (old == 0.0)
            Index[Count++] = index;
        double sum = old + amount;
        Value[index] = sum == 0.0 ? Placeholder : sum;
    }

    internal void Set(int index, double value)
    {
        if (Value[index] == 0.0)
            Index[Count++] = index;
        Value[index] = value == 0.0 ? Placeholder : value;
    }

    /// <summary>Drops what is next to zero.</summary>
    internal void Pack()
    {
        int kept = 0;
        for (int k = 0; k < Count; k++)
        {
            int i = Index[k];
            if (Math.Abs(Value[i]) < Tiny)
                Value[i] = 0.0;
            else
                Index[kept++] = i;
        }

        Count = kept;
    }

    /// <summary>Makes the list anew from the values.</summary>
    internal void Scan()
    {
        Count = 0;
        for (int i = 0; i < Value.Length; i++)
        {
            double v = Value[i];
            if (v == 0.0)
                continue;
            if (Math.Abs(v) < Tiny)
                Value[i] = 0.0;
            else
                Index[Count++] = i;
        }
    }

    internal void CopyFrom(IndexedVector other)
    {
        Clear();
        for (int k = 0; k < other.Count; k++)
        {
            int i = other.Index[k];
            Index[k] = i;
            Value[i] = other.Value[i];
        }

        Count = other.Count;
    }

    internal double SquaredNorm()
    {
        double sum = 0.0;
        for (int k = 0; k < Count; k++)
            sum += Value[Index[k]] * Value[Index[k]];
        return sum;
    }
}
