using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Corridor.Numerics.Threading;

namespace Corridor.Numerics.Factorization;

/// <summary>
/// Solves with the factor: the ranges of whole subtrees are done by any thread, the supernodes above them by the caller's. Forwards, a
/// supernode of a range pushes its updates to its own range only; those above pull theirs. Backwards begins with the signs. What is added to what in which order does not
/// depend on who does it.
/// </summary>
internal sealed unsafe class TriangularSolver : IChunkedWork
{
    private const int ForwardKernel = 0;
    private const int BackwardKernel = 1;
    private const int ForwardTopKernel = 2;
    private const int BackwardTopKernel = 3;

    private readonly SymbolicFactor _symbolic;
    private readonly SubtreeTasks _tasks;
    private readonly WorkerTeam _team;
    private readonly double[] _value;
    private readonly double[] _sign;
    private readonly double[][] _gathered;
    private double* _x;
    private int _level;

    /// <param name="symbolic">The analysis.</param>
    /// <param name="tasks">The ranges.</param>
    /// <param name="team">Who does them.</param>
    /// <param name="value">The panels, padded by finite values.</param>
    /// <param name="sign">The signs of the pivots.</param>
    internal TriangularSolver(SymbolicFactor symbolic, SubtreeTasks tasks, WorkerTeam team, double[] value, double[] sign)
    {
        _symbolic = symbolic;
        _tasks = tasks;
        _team = team;
        _value = value;
        _sign = sign;
        _gathered = new double[team.Count][];
        for (int k = 0; k < _gathered.Length; k++)
            _gathered[k] = new double[symbolic.LargestHeight + 32];
    }

    /// <summary>Solves in place.</summary>
    internal void Solve(Span<double> x)
    {
        fixed (double* vector = x)
        {
            _x = vector;
            _team.Run(this, ForwardKernel, _tasks.Begin.Length);
            for (_level = 0; _level < _tasks.Levels.Length; _level++)
                _team.Run(this, ForwardTopKernel, _tasks.Levels[_level].Length);
            for (_level = _tasks.Levels.Length - 1; _level >= 0; _level--)
                _team.Run(this, BackwardTopKernel, _tasks.Levels[_level].Length);
            _team.Run(this, BackwardKernel, _tasks.Begin.Length);
            _x = null;
        }
    }

    /// <inheritdoc/>
    public void Execute(int kernel, int chunk, int worker)
    {
        switch (kernel)
        {
            case ForwardKernel:
                Forward(_tasks.Begin[chunk], _tasks.End[chunk], worker);
                break;
            case BackwardKernel:
                Backward(_tasks.Begin[chunk], _tasks.End[chunk], worker);
                break;
            case ForwardTopKernel:
                ForwardTop(_tasks.Levels[_level][chunk], worker);
                break;
            default:
                int s = _tasks.Levels[_level][chunk];
                Backward(s, s + 1, worker);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Forward(int from, int to, int worker)
    {
        double* x = _x;
        int endColumn = _symbolic.FirstColumn[to];
        fixed (double* value = _value, gathered = _gathered[worker])
        fixed (int* first = _symbolic.FirstColumn, rows = _symbolic.Row)
        fixed (long* rowStart = _symbolic.RowStart, panelStart = _symbolic.PanelStart)
        {
            for (int s = from; s < to; s++)
            {
                int begin = first[s];
                int width = first[s + 1] - begin;
                long height = rowStart[s + 1] - rowStart[s];
                int* row = rows + rowStart[s] + width;
                int below = (int)(height - width);
                while (below > 0 && row[below - 1] >= endColumn)
                    below--;
                double* panel = value + panelStart[s];
                if (s + 1 < to)
                    FactorKernels.Prefetch(value + panelStart[s + 1], panelStart[s + 2] - panelStart[s + 1]);
                if (width == 1)
                {
                    double xj = x[begin] / panel[0];
                    x[begin] = xj;
                    for (int r = 0; r < below; r++)
                        x[row[r]] -= panel[r + 1] * xj;
                    continue;
                }

                Diagonal(panel, x + begin, width, height);
                Products(panel + width, height, x + begin, width, below, gathered);
                for (int r = 0; r < below; r++)
                    x[row[r]] -= gathered[r];
            }
        }
    }

    /// <summary>A supernode above the ranges takes what all others have for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ForwardTop(int s, int worker)
    {
        double* x = _x;
        fixed (double* value = _value, gathered = _gathered[worker])
        fixed (int* first = _symbolic.FirstColumn, rows = _symbolic.Row)
        fixed (long* rowStart = _symbolic.RowStart, panelStart = _symbolic.PanelStart)
        {
            int end = first[s + 1];
            for (int u = _symbolic.UpdateStart[s]; u < _symbolic.UpdateStart[s + 1]; u++)
            {
                int source = _symbolic.UpdateSource[u];
                int offset = _symbolic.UpdateOffset[u];
                int sourceFirst = first[source];
                int width = first[source + 1] - sourceFirst;
                long height = rowStart[source + 1] - rowStart[source];
                int* row = rows + rowStart[source] + offset;
                int count = 0;
                while (offset + count < height && row[count] < end)
                    count++;
                Products(value + panelStart[source] + offset, height, x + sourceFirst, width, count, gathered);
                for (int r = 0; r < count; r++)
                    x[row[r]] -= gathered[r];
            }

            Diagonal(value + panelStart[s], x + first[s], end - first[s], rowStart[s + 1] - rowStart[s]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Backward(int from, int to, int worker)
    {
        double* x = _x;
        fixed (double* value = _value, gathered = _gathered[worker], signs = _sign)
        fixed (int* first = _symbolic.FirstColumn, rows = _symbolic.Row)
        fixed (long* rowStart = _symbolic.RowStart, panelStart = _symbolic.PanelStart)
        {
            double* dots = stackalloc double[4];
            for (int s = to - 1; s >= from; s--)
            {
                int begin = first[s];
                int width = first[s + 1] - begin;
                long height = rowStart[s + 1] - rowStart[s];
                int below = (int)(height - width);
                int* row = rows + rowStart[s] + width;
                double* panel = value + panelStart[s];
                if (s > from)
                {
                    FactorKernels.Prefetch(value + panelStart[s - 1], panelStart[s] - panelStart[s - 1]);
                    FactorKernels.Prefetch(rows + rowStart[s - 1]);
                }

                if (width == 1)
                {
                    double sum = signs[begin] * x[begin];
                    for (int r = 0; r < below; r++)
                        sum -= panel[r + 1] * x[row[r]];
                    x[begin] = sum / panel[0];
                    continue;
                }

                for (int r = 0; r < below; r++)
                    gathered[r] = x[row[r]];
                Vector512<double>.Zero.Store(gathered + below);
                int top = width - 1;
                for (; top >= 3; top -= 4)
                {
                    double* column = panel + ((top - 3) * height) + width;
                    FourDots(column, height, gathered, below, dots);
                    for (int j = top; j > top - 4; j--)
                    {
                        double* own = panel + (j * height);
                        double sum = (signs[begin + j] * x[begin + j]) - dots[j - top + 3];
                        for (int k = j + 1; k < width; k++)
                            sum -= own[k] * x[begin + k];
                        x[begin + j] = sum / own[j];
                    }
                }

                for (int j = top; j >= 0; j--)
                {
                    double* column = panel + (j * height);
                    double sum = (signs[begin + j] * x[begin + j]) - Dot(column + width, gathered, below);
                    for (int k = j + 1; k < width; k++)
                        sum -= column[k] * x[begin + k];
                    x[begin + j] = sum / column[j];
                }
            }
        }
    }

    /// <summary>x ← L⁻¹x for the diagonal block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Diagonal(double* panel, double* x, int width, long height)
    {
        for (int j = 0; j < width; j++)
        {
            double* column = panel + (j * height);
            double xj = x[j] / column[j];
            x[j] = xj;
            int k = j + 1;
            var factor = Vector512.Create(-xj);
            for (; k + 8 <= width; k += 8)
                Vector512.FusedMultiplyAdd(Vector512.Load(column + k), factor, Vector512.Load(x + k)).Store(x + k);
            for (; k < width; k++)
                x[k] = Math.FusedMultiplyAdd(column[k], -xj, x[k]);
        }
    }

    /// <summary>result = L x for the rows below; may write seven values more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Products(double* panel, long height, double* x, int width, int count, double* result)
    {
        int j = 0;
        if (width >= 4)
        {
            // Four columns at a time, each read from its beginning to its end; the sums have the same order as in the loop below.
            var x0 = Vector512.Create(x[0]);
            var x1 = Vector512.Create(x[1]);
            var x2 = Vector512.Create(x[2]);
            var x3 = Vector512.Create(x[3]);
            double* p1 = panel + height;
            double* p2 = p1 + height;
            double* p3 = p2 + height;
            for (int r = 0; r < count; r += 8)
            {
                Vector512<double> sum = Vector512.Load(panel + r) * x0;
                sum = Vector512.FusedMultiplyAdd(Vector512.Load(p1 + r), x1, sum);
                sum = Vector512.FusedMultiplyAdd(Vector512.Load(p2 + r), x2, sum);
                Vector512.FusedMultiplyAdd(Vector512.Load(p3 + r), x3, sum).Store(result + r);
            }

            for (j = 4; j + 4 <= width; j += 4)
            {
                double* p0 = panel + (j * height);
                p1 = p0 + height;
                p2 = p1 + height;
                p3 = p2 + height;
                x0 = Vector512.Create(x[j]);
                x1 = Vector512.Create(x[j + 1]);
                x2 = Vector512.Create(x[j + 2]);
                x3 = Vector512.Create(x[j + 3]);
                for (int r = 0; r < count; r += 8)
                {
                    Vector512<double> sum = Vector512.FusedMultiplyAdd(Vector512.Load(p0 + r), x0, Vector512.Load(result + r));
                    sum = Vector512.FusedMultiplyAdd(Vector512.Load(p1 + r), x1, sum);
                    sum = Vector512.FusedMultiplyAdd(Vector512.Load(p2 + r), x2, sum);
                    Vector512.FusedMultiplyAdd(Vector512.Load(p3 + r), x3, sum).Store(result + r);
                }
            }
        }

        if (j == width)
            return;
        for (int r = 0; r < count; r += 8)
        {
            Vector512<double> sum = j == 0 ? Vector512<double>.Zero : Vector512.Load(result + r);
            double* source = panel + r + (j * height);
            for (int k = j; k < width; k++, source += height)
                sum = Vector512.FusedMultiplyAdd(Vector512.Load(source), Vector512.Create(x[k]), sum);
            sum.Store(result + r);
        }
    }

    /// <summary>A dot product in eight interleaved sums, added in fixed order; <paramref name="b"/> is followed by eight zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Dot(double* a, double* b, int count)
    {
        Vector512<double> sum = Vector512<double>.Zero;
        for (int r = 0; r < count; r += 8)
            sum = Vector512.FusedMultiplyAdd(Vector512.Load(a + r), Vector512.Load(b + r), sum);
        Vector256<double> half = sum.GetLower() + sum.GetUpper();
        Vector128<double> quarter = half.GetLower() + half.GetUpper();
        return quarter[0] + quarter[1];
    }

    /// <summary><see cref="Dot"/> of four columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourDots(double* a, long height, double* b, int count, double* result)
    {
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        double* a1 = a + height;
        double* a2 = a1 + height;
        double* a3 = a2 + height;
        for (int r = 0; r < count; r += 8)
        {
            var v = Vector512.Load(b + r);
            s0 = Vector512.FusedMultiplyAdd(Vector512.Load(a + r), v, s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.Load(a1 + r), v, s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.Load(a2 + r), v, s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.Load(a3 + r), v, s3);
        }

        result[0] = Add(s0);
        result[1] = Add(s1);
        result[2] = Add(s2);
        result[3] = Add(s3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Add(Vector512<double> sum)
    {
        Vector256<double> half = sum.GetLower() + sum.GetUpper();
        Vector128<double> quarter = half.GetLower() + half.GetUpper();
        return quarter[0] + quarter[1];
    }
}
