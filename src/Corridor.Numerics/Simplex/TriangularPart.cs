namespace Corridor.Numerics.Simplex;

/// <summary>
/// A triangular matrix held as lists of what each pivot changes, solved by pushing. Where few places are touched, these are found
/// first by a depth-first search over the lists: J. Gilbert, T. Peierls, SIAM J. Sci. Stat. Comput. 9 (1988) 862–874.
/// </summary>
internal sealed class TriangularPart(int size)
{
    /// <summary>Right-hand sides with a smaller part of nonzeros are solved by reach.</summary>
    private const double SparsePart = 0.05;

    private readonly int[] _start = new int[size + 1];
    private int[] _index = [];
    private double[] _value = [];

    internal int Count => _start[size];

    /// <summary>Takes the entries, ordered by <paramref name="from"/> afterwards.</summary>
    internal void Assemble(int count, int[] from, int[] to, double[] value)
    {
        if (_index.Length < count)
        {
            _index = new int[count + (count / 2)];
            _value = new double[count + (count / 2)];
        }

        Array.Clear(_start);
        for (int k = 0; k < count; k++)
            _start[from[k]]++;
        int sum = 0;
        for (int i = 0; i < size; i++)
        {
            sum += _start[i];
            _start[i] = sum;
        }

        _start[size] = sum;
        for (int k = count - 1; k >= 0; k--)
        {
            int place = --_start[from[k]];
            _index[place] = to[k];
            _value[place] = value[k];
        }
    }

    /// <summary>Whether a pivot changes anything.</summary>
    internal bool HasEntries(int pivot) => _start[pivot + 1] > _start[pivot];

    /// <summary>Solves in place.</summary>
    /// <param name="v">Right-hand side, overwritten.</param>
    /// <param name="sequence">The pivots in the order of elimination.</param>
    /// <param name="length">How many of them.</param>
    /// <param name="reverse">Whether they are gone through from the last one.</param>
    /// <param name="diagonal">Divisors; null for ones.</param>
    /// <param name="reach">Memory for the search.</param>
    internal void Solve(IndexedVector v, int[] sequence, int length, bool reverse, double[]? diagonal, ReachSearch reach)
    {
        if (v.Count < SparsePart * size)
        {
            SolveByReach(v, diagonal, reach);
            return;
        }

        double[] x = v.Value;
        for (int k = 0; k < length; k++)
        {
            int p = sequence[reverse ? length - 1 - k : k];
            if (x[p] != 0.0)
                Push(x, p, diagonal);
        }

        v.Scan();
    }

    private void SolveByReach(IndexedVector v, double[]? diagonal, ReachSearch reach)
    {
        int first = reach.Find(v, _start, _index);
        double[] x = v.Value;
        int kept = 0;
        for (int k = first; k < size; k++)
        {
            int p = reach.Order[k];
            if (Math.Abs(x[p]) < IndexedVector.Tiny)
            {
                x[p] = 0.0;
                continue;
            }

            v.Index[kept++] = p;
            Push(x, p, diagonal);
        }

        v.Count = kept;
    }

    private void Push(double[] x, int p, double[]? diagonal)
    {
        double value = x[p];
        if (diagonal is not null)
        {
            value /= diagonal[p];
            x[p] = value;
        }

        int end = _start[p + 1];
        for (int e = _start[p]; e < end; e++)
            x[_index[e]] -= _value[e] * value;
    }
}
