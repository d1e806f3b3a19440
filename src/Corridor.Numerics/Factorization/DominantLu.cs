using Corridor.Numerics.Ordering;

namespace Corridor.Numerics.Factorization;

/// <summary>
/// LU factors without exchange of rows of a matrix whose pattern is symmetric and whose columns are diagonally dominant with a positive
/// diagonal. For such a matrix elimination in any symmetric order is stable: every |lᵢⱼ| ≤ 1 and the entries grow by a factor of 2 at most
/// (N. J. Higham, "Accuracy and Stability of Numerical Algorithms", 2nd edition (2002), section 9.5). The pattern of the factors is known
/// beforehand: it is Cholesky's. All memory is taken by the constructor.
/// </summary>
public sealed class DominantLu
{
    /// <summary>A pivot that is smaller than this share of its column's diagonal is what rounding left of zero.</summary>
    private const double PivotShare = 1e-14;

    private readonly int[] _order;
    private readonly int[] _place;
    private readonly int[] _start;
    private readonly int[] _row;
    private readonly double[] _diagonal;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _columnWork;
    private readonly double[] _rowWork;
    private readonly int[] _head;
    private readonly int[] _next;
    private readonly int[] _at;

    /// <summary>Analyses a pattern.</summary>
    /// <param name="graph">Off-diagonal pattern, symmetric.</param>
    /// <param name="order">Elimination order, a permutation.</param>
    public DominantLu(SymmetricGraph graph, int[] order)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var symbolic = SymbolicFactor.Analyze(graph, order);
        int n = symbolic.Count;
        _order = symbolic.Order;
        _place = Permutation.Invert(_order);
        _start = new int[n + 1];
        for (int s = 0; s < symbolic.SupernodeCount; s++)
        {
            int height = (int)(symbolic.RowStart[s + 1] - symbolic.RowStart[s]);
            for (int j = symbolic.FirstColumn[s]; j < symbolic.FirstColumn[s + 1]; j++)
                _start[j + 1] = checked(_start[j] + height - (j - symbolic.FirstColumn[s]) - 1);
        }

        _row = new int[_start[n]];
        for (int s = 0; s < symbolic.SupernodeCount; s++)
        {
            for (int j = symbolic.FirstColumn[s]; j < symbolic.FirstColumn[s + 1]; j++)
                Array.Copy(symbolic.Row, symbolic.RowStart[s] + j - symbolic.FirstColumn[s] + 1, _row, _start[j], _start[j + 1] - _start[j]);
        }

        _diagonal = new double[n];
        _lower = new double[_row.Length];
        _upper = new double[_row.Length];
        _columnWork = new double[n];
        _rowWork = new double[n];
        _head = new int[n];
        _next = new int[n];
        _at = new int[n];
    }

    /// <summary>Rows and columns.</summary>
    public int Count => _order.Length;

    /// <summary>Entries of both factors, the diagonal counted once.</summary>
    public long Nonzeros => Count + (2L * _row.Length);

    /// <summary>Column that elimination left without a pivot in the last factorisation; −1 where all had one.</summary>
    public int SingularColumn { get; private set; } = -1;

    /// <summary>Sets all entries to zero.</summary>
    public void Clear()
    {
        Array.Clear(_diagonal);
        Array.Clear(_lower);
        Array.Clear(_upper);
    }

    /// <summary>A handle for an entry, for <see cref="Add"/>.</summary>
    /// <param name="row">Row.</param>
    /// <param name="column">Column; (row, column) must belong to the pattern or be equal.</param>
    public long Locate(int row, int column)
    {
        int r = _place[row];
        int c = _place[column];
        if (r == c)
            return (long)r << 2;
        int first = Math.Min(r, c);
        int at = Array.BinarySearch(_row, _start[first], _start[first + 1] - _start[first], Math.Max(r, c));
        if (at < 0)
            throw new ArgumentException("The entry is not in the pattern.", nameof(row));
        return ((long)at << 2) | (r > c ? 1L : 2L);
    }

    /// <summary>Adds to an entry.</summary>
    /// <param name="handle">What <see cref="Locate"/> gave.</param>
    /// <param name="value">What is added.</param>
    public void Add(long handle, double value)
    {
        int at = (int)(handle >> 2);
        switch (handle & 3)
        {
            case 0:
                _diagonal[at] += value;
                break;
            case 1:
                _lower[at] += value;
                break;
            default:
                _upper[at] += value;
                break;
        }
    }

    /// <summary>Factorises the entries added since <see cref="Clear"/>. Allocates nothing.</summary>
    /// <returns>Whether every column had a pivot; <see cref="SingularColumn"/> names one that had none (its unknown is then held at zero).</returns>
    public bool Factorize()
    {
        int n = Count;
        SingularColumn = -1;
        Array.Fill(_head, -1);
        for (int j = 0; j < n; j++)
        {
            double original = Math.Abs(_diagonal[j]);
            double pivot = _diagonal[j];
            for (int k = _head[j]; k != -1;)
            {
                int following = _next[k];
                int p = _at[k];
                double l = _lower[p];
                double u = _upper[p];
                pivot -= l * u;
                int end = _start[k + 1];
                for (int q = p + 1; q < end; q++)
                {
                    int r = _row[q];
                    _columnWork[r] -= _lower[q] * u;
                    _rowWork[r] -= _upper[q] * l;
                }

                Queue(k, p + 1);
                k = following;
            }

            if (!(pivot > PivotShare * original) || !double.IsFinite(pivot))
            {
                pivot = double.PositiveInfinity;
                SingularColumn = _order[j];
            }

            _diagonal[j] = pivot;
            for (int p = _start[j]; p < _start[j + 1]; p++)
            {
                int r = _row[p];
                _lower[p] = (_lower[p] + _columnWork[r]) / pivot;
                _upper[p] += _rowWork[r];
                _columnWork[r] = 0.0;
                _rowWork[r] = 0.0;
            }

            Queue(j, _start[j]);
        }

        return SingularColumn < 0;
    }

    private void Queue(int column, int at)
    {
        if (at >= _start[column + 1])
            return;
        _at[column] = at;
        int target = _row[at];
        _next[column] = _head[target];
        _head[target] = column;
    }

    /// <summary>Solves A x = b in place. Allocates nothing.</summary>
    /// <param name="x">b, then x, in the original order.</param>
    public void Solve(Span<double> x)
    {
        int n = Count;
        if (x.Length != n)
            throw new ArgumentException("One value a column is needed.", nameof(x));
        double[] y = _columnWork;
        for (int k = 0; k < n; k++)
            y[k] = x[_order[k]];
        for (int j = 0; j < n; j++)
        {
            double value = y[j];
            for (int p = _start[j]; p < _start[j + 1]; p++)
                y[_row[p]] -= _lower[p] * value;
        }

        for (int j = n - 1; j >= 0; j--)
        {
            double value = y[j];
            for (int p = _start[j]; p < _start[j + 1]; p++)
                value -= _upper[p] * y[_row[p]];
            y[j] = value / _diagonal[j];
        }

        for (int k = 0; k < n; k++)
        {
            x[_order[k]] = y[k];
            y[k] = 0.0;
        }
    }
}
