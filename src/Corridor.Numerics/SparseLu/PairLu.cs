using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Corridor.Numerics.SparseLu;

/// <summary>
/// LU factors of a sparse matrix of 2×2 blocks whose pattern is symmetric by blocks, P A Pᵀ = L D U by rows (I. S. Duff, A. M. Erisman, J. K. Reid, "Direct
/// Methods for Sparse Matrices", 2nd ed. 2017, chapter 10, with blocks for numbers). There is no pivoting between blocks: a matrix that needs it is
/// for <see cref="LuFactor"/>, and whoever uses the solution looks at its residual. Nothing is allocated after construction.
/// Not safe for use by several threads at once; any number of factors may share an analysis.
/// </summary>
public sealed unsafe class PairLu
{
    /// <summary>Share of its entries' squares that the determinant of a diagonal block must have.</summary>
    private const double LeastDeterminant = 1e-14;

    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _inverse;
    private readonly double[] _row;
    private readonly double[] _right;

    /// <summary>Makes room for factors.</summary>
    /// <param name="analysis">The analysis of the pattern.</param>
    public PairLu(PairLuAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        Analysis = analysis;
        _lower = new double[4 * analysis.LowerIndex.Length];
        _upper = new double[4 * analysis.UpperIndex.Length];
        _inverse = new double[4 * analysis.Count];
        _row = new double[4 * analysis.Count];
        _right = new double[2 * analysis.Count];
    }

    /// <summary>The analysis.</summary>
    public PairLuAnalysis Analysis { get; }

    /// <summary>How the last factorisation ended: factorised, singular (a diagonal block is), or not finite.</summary>
    public LuStatus Status { get; private set; }

    /// <summary>Factorises.</summary>
    /// <param name="blocks">The values in the order of <see cref="PairLuAnalysis.BlockCount"/>, four a block.</param>
    /// <returns><see cref="LuStatus.Factorized"/>, or why not.</returns>
    /// <exception cref="ArgumentException">The number of values is wrong.</exception>
    public LuStatus Factorize(ReadOnlySpan<double> blocks)
    {
        if (blocks.Length != 4 * Analysis.BlockCount)
            throw new ArgumentException("There must be four values a block.", nameof(blocks));
        Array.Clear(_row);
        int n = Analysis.Count;
        fixed (int* order = Analysis.Order, graphStart = Analysis.Graph.Start, place = Analysis.NeighbourPlace)
        fixed (int* lowerStart = Analysis.LowerStart, lowerIndex = Analysis.LowerIndex, upperStart = Analysis.UpperStart, upperIndex = Analysis.UpperIndex)
        fixed (double* value = blocks, lower = _lower, upper = _upper, inverse = _inverse, row = _row)
        {
            double* outside = value + (4L * n);
            for (int i = 0; i < n; i++)
            {
                int node = order[i];
                Vector256.Store(Vector256.Load(value + (4L * node)), row + (4L * i));
                int end = graphStart[node + 1];
                for (int p = graphStart[node]; p < end; p++)
                    Vector256.Store(Vector256.Load(outside + (4L * p)), row + (4L * place[p]));
                int last = lowerStart[i + 1];
                for (int q = lowerStart[i]; q < last; q++)
                {
                    int k = lowerIndex[q];
                    Vector256<double> factor = Product(Vector256.Load(row + (4L * k)), inverse + (4L * k));
                    Vector256.Store(Vector256<double>.Zero, row + (4L * k));
                    Vector256.Store(factor, lower + (4L * q));
                    Vector256<double> left = -Vector256.Shuffle(factor, Vector256.Create(0L, 0L, 2L, 2L));
                    Vector256<double> right = -Vector256.Shuffle(factor, Vector256.Create(1L, 1L, 3L, 3L));
                    int stop = upperStart[k + 1];
                    for (int u = upperStart[k]; u < stop; u++)
                    {
                        double* target = row + (4L * upperIndex[u]);
                        Vector256<double> sum = Vector256.FusedMultiplyAdd(left, Twice(upper + (4L * u)), Vector256.Load(target));
                        Vector256.Store(Vector256.FusedMultiplyAdd(right, Twice(upper + (4L * u) + 2), sum), target);
                    }
                }

                double* pivot = row + (4L * i);
                if (!Invert(pivot, inverse + (4L * i)))
                    return Status = double.IsFinite(pivot[0] + pivot[1] + pivot[2] + pivot[3]) ? LuStatus.Singular : LuStatus.NotFinite;

                Vector256.Store(Vector256<double>.Zero, pivot);
                int endOfUpper = upperStart[i + 1];
                for (int u = upperStart[i]; u < endOfUpper; u++)
                {
                    double* entry = row + (4L * upperIndex[u]);
                    Vector256.Store(Vector256.Load(entry), upper + (4L * u));
                    Vector256.Store(Vector256<double>.Zero, entry);
                }
            }
        }

        return Status = LuStatus.Factorized;
    }

    /// <summary>A x = b in place.</summary>
    /// <param name="right">b, two elements a node; overwritten by x.</param>
    /// <exception cref="ArgumentException">The length is wrong.</exception>
    /// <exception cref="InvalidOperationException">There are no factors.</exception>
    public void Solve(Span<double> right)
    {
        if (Status != LuStatus.Factorized)
            throw new InvalidOperationException("There are no factors to solve with.");
        if (right.Length != _right.Length)
            throw new ArgumentException("There must be two elements a node.", nameof(right));
        int n = Analysis.Count;
        fixed (int* order = Analysis.Order, lowerStart = Analysis.LowerStart, lowerIndex = Analysis.LowerIndex, upperStart = Analysis.UpperStart, upperIndex = Analysis.UpperIndex)
        fixed (double* b = right, lower = _lower, upper = _upper, inverse = _inverse, x = _right)
        {
            for (int i = 0; i < n; i++)
            {
                Vector256<double> sum = Dot(lower, lowerIndex, lowerStart[i], lowerStart[i + 1], x);
                double* given = b + (2L * order[i]);
                x[2L * i] = given[0] - (sum.GetElement(0) + sum.GetElement(1));
                x[(2L * i) + 1] = given[1] - (sum.GetElement(2) + sum.GetElement(3));
            }

            for (int i = n - 1; i >= 0; i--)
            {
                Vector256<double> sum = Dot(upper, upperIndex, upperStart[i], upperStart[i + 1], x);
                double first = x[2L * i] - (sum.GetElement(0) + sum.GetElement(1));
                double second = x[(2L * i) + 1] - (sum.GetElement(2) + sum.GetElement(3));
                double* d = inverse + (4L * i);
                double* found = b + (2L * order[i]);
                found[0] = x[2L * i] = (d[0] * first) + (d[1] * second);
                found[1] = x[(2L * i) + 1] = (d[2] * first) + (d[3] * second);
            }
        }
    }

    private static Vector256<double> Dot(double* blocks, int* index, int begin, int end, double* x)
    {
        Vector256<double> even = Vector256<double>.Zero;
        Vector256<double> odd = Vector256<double>.Zero;
        int q = begin;
        for (; q + 1 < end; q += 2)
        {
            even = Vector256.FusedMultiplyAdd(Vector256.Load(blocks + (4L * q)), Twice(x + (2L * index[q])), even);
            odd = Vector256.FusedMultiplyAdd(Vector256.Load(blocks + (4L * q) + 4), Twice(x + (2L * index[q + 1])), odd);
        }

        if (q < end)
            even = Vector256.FusedMultiplyAdd(Vector256.Load(blocks + (4L * q)), Twice(x + (2L * index[q])), even);
        return even + odd;
    }

    private static Vector256<double> Product(Vector256<double> left, double* right)
    {
        Vector256<double> first = Vector256.Shuffle(left, Vector256.Create(0L, 0L, 2L, 2L)) * Twice(right);
        return Vector256.FusedMultiplyAdd(Vector256.Shuffle(left, Vector256.Create(1L, 1L, 3L, 3L)), Twice(right + 2), first);
    }

    private static Vector256<double> Twice(double* pair)
    {
        if (Avx.IsSupported)
            return Avx.BroadcastVector128ToVector256(pair);
        Vector128<double> both = Vector128.Load(pair);
        return Vector256.Create(both, both);
    }

    private static bool Invert(double* block, double* inverse)
    {
        double determinant = (block[0] * block[3]) - (block[1] * block[2]);
        double size = Math.Abs(block[0] * block[3]) + Math.Abs(block[1] * block[2]);
        if (!(Math.Abs(determinant) > LeastDeterminant * size) || !double.IsFinite(size) || !double.IsFinite(1.0 / determinant))
            return false;
        inverse[0] = block[3] / determinant;
        inverse[1] = -block[1] / determinant;
        inverse[2] = -block[2] / determinant;
        inverse[3] = block[0] / determinant;
        return true;
    }
}
