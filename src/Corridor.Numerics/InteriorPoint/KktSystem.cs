using System.Diagnostics;
using Corridor.Numerics.Factorization;
using Corridor.Numerics.Ordering;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// The linear systems of the method:
/// <code>
/// −Θ⁻¹ dx + Aᵀ dy = h,   A dx = r.
/// </code>
/// Sparse columns are eliminated (dx = Θ(Aᵀdy − h)), dense ones are kept, which leaves the quasi-definite matrix
/// <code>
/// [ A_E Θ_E A_Eᵀ + δI   A_K  ]
/// [ A_Kᵀ              −Θ_K⁻¹ ]
/// </code>
/// for one supernodal factorisation; without dense columns it is the matrix of the normal equations.
/// </summary>
internal sealed class KktSystem : IPanelAssembler
{
    private readonly SparseMatrix _byColumn;
    private readonly SparseMatrix _byRow;
    private readonly int[] _kept;
    private readonly bool[] _isKept;
    private readonly SupernodalFactor _factor;

    // Places of rows and kept columns in the elimination order, and back.
    private readonly int[] _place;
    private readonly int[] _nodeAt;

    // Entries of kept columns, each with the node that is eliminated first.
    private readonly int[] _keptEntryStart;
    private readonly int[] _keptEntryPlace;
    private readonly double[] _keptEntryValue;

    private readonly double[] _work;
    private readonly double[] _residual;
    private readonly double[] _preconditioned;
    private readonly double[] _search;
    private readonly double[] _scaled;
    private double[] _theta = [];
    private double _delta;

    internal KktSystem(SparseMatrix matrix, int threads = 1)
    {
        long begin = Stopwatch.GetTimestamp();
        _byColumn = matrix;
        _byRow = matrix.Transpose();
        (_kept, FillReducingOrdering ordering) = KktOrdering.Choose(matrix, _byRow);
        _isKept = new bool[matrix.ColumnCount];
        foreach (int j in _kept)
            _isKept[j] = true;
        SymmetricGraph graph = KktOrdering.Graph(matrix, _byRow, _kept);
        var symbolic = SymbolicFactor.Analyze(graph, ordering.Order);
        OrderingName = ordering.Name;
        bool[] negative = new bool[graph.Count];
        for (int k = 0; k < _kept.Length; k++)
            negative[matrix.RowCount + k] = true;
        _factor = new SupernodalFactor(symbolic, negative, threads);
        _nodeAt = symbolic.Order;
        _place = Permutation.Invert(symbolic.Order);
        (_keptEntryStart, _keptEntryPlace, _keptEntryValue) = KeptEntries();
        _work = new double[graph.Count];
        _residual = new double[matrix.RowCount];
        _preconditioned = new double[matrix.RowCount];
        _search = new double[matrix.RowCount];
        _scaled = new double[matrix.ColumnCount];
        OrderTicks = Stopwatch.GetTimestamp() - begin;
    }

    /// <summary>The factor's analysis.</summary>
    internal SymbolicFactor Symbolic => _factor.Symbolic;

    /// <summary>Columns kept for being dense.</summary>
    internal int KeptCount => _kept.Length;

    /// <summary>The name of the ordering.</summary>
    internal string OrderingName { get; }

    internal long OrderTicks { get; }

    internal long FactorizeTicks { get; private set; }

    internal long SolveTicks { get; private set; }

    internal int Factorizations { get; private set; }

    internal int Solves { get; private set; }

    /// <summary>Pivots replaced in the last factorisation.</summary>
    internal int ReplacedPivots => _factor.ReplacedPivots;

    /// <summary>Largest residual of the last solve, relative to its right-hand side.</summary>
    internal double LastResidual { get; private set; }

    /// <summary>Factorises for a diagonal Θ (all > 0) and a dual regularisation δ ≥ 0. Θ is read again by <see cref="Solve"/>.</summary>
    internal void Factorize(double[] theta, double delta)
    {
        long begin = Stopwatch.GetTimestamp();
        _theta = theta;
        _delta = delta;
        _factor.Factorize(this);
        Factorizations++;
        FactorizeTicks += Stopwatch.GetTimestamp() - begin;
    }

    /// <summary>
    /// Solves for dx and dy: conjugate gradients on A Θ Aᵀ dy = r + A Θ h, preconditioned by the factor, of which the first step is
    /// the direct solution. dx follows dy step by step, so that A dx = r − residual holds to rounding.
    /// </summary>
    /// <param name="r">Right-hand side of the rows.</param>
    /// <param name="h">Right-hand side of the columns.</param>
    /// <param name="dx">Overwritten.</param>
    /// <param name="dy">Overwritten.</param>
    /// <param name="tolerance">The steps go on until the largest residual of the rows is below this, or their number is up.</param>
    /// <param name="limit">Largest number of steps, ≥ 1.</param>
    internal void Solve(double[] r, double[] h, double[] dx, double[] dy, double tolerance, int limit)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int j = 0; j < h.Length; j++)
            _scaled[j] = _theta[j] * h[j];
        for (int i = 0; i < r.Length; i++)
            _residual[i] = r[i] + RowDot(i, _scaled);
        for (int j = 0; j < dx.Length; j++)
            dx[j] = -_scaled[j];
        Array.Clear(dy);
        double previous = 0.0;
        for (int step = 0; step < limit; step++)
        {
            double product = Precondition();
            if (!(product > 0.0))
                break;
            double beta = step == 0 ? 0.0 : product / previous;
            for (int i = 0; i < _search.Length; i++)
                _search[i] = _preconditioned[i] + (beta * _search[i]);
            previous = product;
            double curvature = Transposed() + (_delta * Squared(_search));
            if (!(curvature > 0.0))
                break;
            double alpha = product / curvature;
            if (!double.IsFinite(alpha))
                break;
            double largest = 0.0;
            for (int i = 0; i < r.Length; i++)
            {
                dy[i] += alpha * _search[i];
                _residual[i] -= alpha * (RowDot(i, _scaled) + (_delta * _search[i]));
                largest = Math.Max(largest, Math.Abs(_residual[i]));
            }

            VectorKernels.Step(dx, _scaled, alpha);
            LastResidual = largest;
            if (largest <= tolerance)
                break;
        }

        SolveTicks += Stopwatch.GetTimestamp() - begin;
    }

    private static double Squared(double[] vector)
    {
        double sum = 0.0;
        foreach (double v in vector)
            sum += v * v;
        return sum;
    }

    /// <summary>The factor's solution for the residual; returns their inner product.</summary>
    private double Precondition()
    {
        int m = _residual.Length;
        for (int p = 0; p < _work.Length; p++)
            _work[p] = _nodeAt[p] < m ? _residual[_nodeAt[p]] : 0.0;
        _factor.Solve(_work);
        Solves++;
        double product = 0.0;
        for (int i = 0; i < m; i++)
        {
            _preconditioned[i] = _work[_place[i]];
            product += _preconditioned[i] * _residual[i];
        }

        return product;
    }

    /// <summary>_scaled = Θ Aᵀ search; returns searchᵀ A Θ Aᵀ search.</summary>
    private double Transposed()
    {
        int[] start = _byColumn.ColumnStart;
        int[] index = _byColumn.RowIndex;
        double[] value = _byColumn.Value;
        double curvature = 0.0;
        for (int j = 0; j < _scaled.Length; j++)
        {
            double sum = 0.0;
            for (int k = start[j]; k < start[j + 1]; k++)
                sum += value[k] * _search[index[k]];
            double scaled = _theta[j] * sum;
            _scaled[j] = scaled;
            curvature += scaled * sum;
        }

        return curvature;
    }

    private double RowDot(int i, double[] x)
    {
        double sum = 0.0;
        for (int k = _byRow.ColumnStart[i]; k < _byRow.ColumnStart[i + 1]; k++)
            sum += _byRow.Value[k] * x[_byRow.RowIndex[k]];
        return sum;
    }

    /// <inheritdoc/>
    public void Assemble(int firstColumn, int endColumn, int[] position, Span<double> panel, int height)
    {
        int m = _byRow.ColumnCount;
        for (int p = firstColumn; p < endColumn; p++)
        {
            int node = _nodeAt[p];
            Span<double> column = panel.Slice((p - firstColumn) * height, height);
            if (node < m)
            {
                for (int k = _byRow.ColumnStart[node]; k < _byRow.ColumnStart[node + 1]; k++)
                {
                    int j = _byRow.RowIndex[k];
                    if (_isKept[j])
                        continue;
                    double factor = _byRow.Value[k] * _theta[j];
                    for (int q = _byColumn.ColumnStart[j]; q < _byColumn.ColumnStart[j + 1]; q++)
                    {
                        int at = _place[_byColumn.RowIndex[q]];
                        if (at >= p)
                            column[position[at]] += factor * _byColumn.Value[q];
                    }
                }

                column[p - firstColumn] += _delta;
            }
            else
            {
                column[p - firstColumn] = -1.0 / _theta[_kept[node - m]];
            }

            for (int e = _keptEntryStart[p]; e < _keptEntryStart[p + 1]; e++)
                column[position[_keptEntryPlace[e]]] = _keptEntryValue[e];
        }
    }

    private (int[] Start, int[] Place, double[] Value) KeptEntries()
    {
        int n = _nodeAt.Length;
        int m = _byRow.ColumnCount;
        int[] start = new int[n + 1];
        int total = 0;
        foreach (int j in _kept)
            total += _byColumn.ColumnStart[j + 1] - _byColumn.ColumnStart[j];
        int[] place = new int[total];
        double[] value = new double[total];
        for (int pass = 0; pass < 2; pass++)
        {
            int[] next = pass == 0 ? [] : start.AsSpan(0, n).ToArray();
            for (int k = 0; k < _kept.Length; k++)
            {
                int own = _place[m + k];
                for (int q = _byColumn.ColumnStart[_kept[k]]; q < _byColumn.ColumnStart[_kept[k] + 1]; q++)
                {
                    int other = _place[_byColumn.RowIndex[q]];
                    int early = Math.Min(own, other);
                    if (pass == 0)
                    {
                        start[early + 1]++;
                        continue;
                    }

                    place[next[early]] = Math.Max(own, other);
                    value[next[early]++] = _byColumn.Value[q];
                }
            }

            for (int p = 0; pass == 0 && p < n; p++)
                start[p + 1] += start[p];
        }

        return (start, place, value);
    }
}
