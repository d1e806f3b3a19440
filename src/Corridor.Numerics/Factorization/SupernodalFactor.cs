namespace Corridor.Numerics.Factorization;

/// <summary>
/// Left-looking supernodal factorisation K = L·D·Lᵀ of a symmetric quasi-definite matrix with D = ±1 known beforehand
/// (E. G. Ng, B. W. Peyton, SIAM J. Sci. Comput. 14 (1993) 1034–1056; R. J. Vanderbei, SIAM J. Optim. 5 (1995) 100–113).
/// With all signs positive it is Cholesky's. All memory is taken by the constructor.
/// </summary>
public sealed unsafe class SupernodalFactor
{
    /// <summary>A pivot that is smaller than this share of its diagonal before elimination is rounding noise.</summary>
    private const double PivotShare = 1e-30;

    /// <summary>The pivot that replaces it: so large that its unknown comes out as zero.</summary>
    private const double HugePivot = 1e128;

    private const int BlockWidth = 16;

    private readonly SymbolicFactor _symbolic;
    private readonly double[] _value;
    private readonly double[] _sign;
    private readonly bool[] _isMixed;
    private readonly double[] _gathered;
    private readonly SubtreeTasks _tasks;
    private readonly Workspace[] _workspace;
    private readonly SubtreeWorker[] _helper;
    private IPanelAssembler _assembler = null!;
    private int _nextTask;
    private int _finishedTasks;
    private int _replacedPivots;

    /// <summary>Prepares a factorisation.</summary>
    /// <param name="symbolic">The analysis.</param>
    /// <param name="negative">For each original index whether its pivot is negative; null where none is.</param>
    /// <param name="threads">Threads that factorise, ≥ 1; the values do not depend on it.</param>
    public SupernodalFactor(SymbolicFactor symbolic, bool[]? negative = null, int threads = 1)
    {
        _symbolic = symbolic;
        int n = symbolic.Count;
        _value = GC.AllocateUninitializedArray<double>(checked((int)(symbolic.StoredValues + FactorKernels.Padding)));
        _sign = new double[n];
        _isMixed = new bool[symbolic.SupernodeCount];
        for (int s = 0; s < symbolic.SupernodeCount; s++)
        {
            for (int j = symbolic.FirstColumn[s]; j < symbolic.FirstColumn[s + 1]; j++)
            {
                _sign[j] = negative is not null && negative[symbolic.Order[j]] ? -1.0 : 1.0;
                _isMixed[s] |= _sign[j] < 0.0;
            }
        }

        _gathered = new double[symbolic.LargestHeight + 16];
        _tasks = SubtreeTasks.Divide(symbolic, threads);
        int useful = Math.Min(threads, _tasks.Begin.Length);
        _workspace = new Workspace[Math.Max(1, useful)];
        for (int k = 0; k < _workspace.Length; k++)
            _workspace[k] = new Workspace(symbolic);
        _helper = new SubtreeWorker[_workspace.Length - 1];
        for (int k = 0; k < _helper.Length; k++)
            _helper[k] = new SubtreeWorker(this, _workspace[k + 1]);
    }

    /// <summary>The analysis this factor follows.</summary>
    public SymbolicFactor Symbolic => _symbolic;

    /// <summary>Pivots that were replaced in the last factorisation because elimination left nothing but rounding.</summary>
    public int ReplacedPivots => _replacedPivots;

    /// <summary>Factorises the matrix that an assembler describes, which must bear being called from several threads. Allocates nothing.</summary>
    public void Factorize(IPanelAssembler assembler)
    {
        _replacedPivots = 0;
        _assembler = assembler;
        _finishedTasks = 0;
        Volatile.Write(ref _nextTask, 0);
        foreach (SubtreeWorker helper in _helper)
            ThreadPool.UnsafeQueueUserWorkItem(helper, preferLocal: false);
        RunTasks(_workspace[0]);

        // A helper that comes late finds no task left; one that is at work is waited for.
        var wait = default(SpinWait);
        while (Volatile.Read(ref _finishedTasks) < _tasks.Begin.Length)
            wait.SpinOnce(sleep1Threshold: -1);
        foreach (int s in _tasks.Top)
            FactorizeRange(s, s + 1, _workspace[0]);
    }

    private void RunTasks(Workspace workspace)
    {
        int[] begin = _tasks.Begin;
        while (true)
        {
            int task = Interlocked.Increment(ref _nextTask) - 1;
            if ((uint)task >= (uint)begin.Length)
                return;
            FactorizeRange(begin[task], _tasks.End[task], workspace);
            Interlocked.Increment(ref _finishedTasks);
        }
    }

    private void FactorizeRange(int from, int to, Workspace workspace)
    {
        int[] first = _symbolic.FirstColumn;
        int replaced = 0;
        fixed (double* value = _value)
        fixed (int* position = workspace.Position)
        fixed (double* product = workspace.Product)
        fixed (double* packed = workspace.Packed)
        fixed (double* diagonal = workspace.Diagonal)
        fixed (double* sign = _sign)
        fixed (int* rows = _symbolic.Row)
        {
            for (int s = from; s < to; s++)
            {
                int begin = first[s];
                int width = first[s + 1] - begin;
                int height = (int)(_symbolic.RowStart[s + 1] - _symbolic.RowStart[s]);
                int* ownRows = rows + _symbolic.RowStart[s];
                for (int r = 0; r < height; r++)
                    position[ownRows[r]] = r;
                double* panel = value + _symbolic.PanelStart[s];
                var span = new Span<double>(panel, width * height);
                span.Clear();
                _assembler.Assemble(begin, begin + width, workspace.Position, span, height);
                for (int j = 0; j < width; j++)
                    diagonal[j] = Math.Abs(panel[((long)j * height) + j]);
                for (int u = _symbolic.UpdateStart[s]; u < _symbolic.UpdateStart[s + 1]; u++)
                    Update(u, begin, begin + width, panel, height, value, position, product, packed, sign, rows);
                replaced += Eliminate(s, begin, width, panel, height, product, packed, sign, diagonal);
            }
        }

        if (replaced > 0)
            Interlocked.Add(ref _replacedPivots, replaced);
    }

    private void Update(
        int update,
        int firstColumn,
        int endColumn,
        double* panel,
        int height,
        double* value,
        int* position,
        double* product,
        double* packed,
        double* sign,
        int* rows)
    {
        int source = _symbolic.UpdateSource[update];
        int offset = _symbolic.UpdateOffset[update];
        int sourceFirst = _symbolic.FirstColumn[source];
        int inner = _symbolic.FirstColumn[source + 1] - sourceFirst;
        int sourceHeight = (int)(_symbolic.RowStart[source + 1] - _symbolic.RowStart[source]);
        int* row = rows + _symbolic.RowStart[source] + offset;
        int count = sourceHeight - offset;
        int columns = 0;
        while (columns < count && row[columns] < endColumn)
            columns++;
        double* a = value + _symbolic.PanelStart[source] + offset;
        double* signs = _isMixed[source] ? sign + sourceFirst : null;
        if (inner == 1)
        {
            double s = signs == null ? 1.0 : signs[0];
            for (int c = 0; c < columns; c++)
            {
                double factor = -s * a[c];
                double* target = panel + ((long)(row[c] - firstColumn) * height);
                for (int r = c; r < count; r++)
                    target[position[row[r]]] += factor * a[r];
            }

            return;
        }

        long stride = (count + 15) & ~15;
        FactorKernels.Outer(a, sourceHeight, signs, inner, count, columns, packed, product, stride);
        for (int c = 0; c < columns; c++)
        {
            double* target = panel + ((long)(row[c] - firstColumn) * height);
            double* from = product + (c * stride);
            for (int r = c; r < count; r++)
                target[position[row[r]]] -= from[r];
        }
    }

    private int Eliminate(
        int supernode, int firstColumn, int width, double* panel, int height, double* product, double* packed, double* sign, double* diagonal)
    {
        int replaced = 0;
        double* signs = sign + firstColumn;
        for (int block = 0; block < width; block += BlockWidth)
        {
            int end = Math.Min(width, block + BlockWidth);
            if (block > 0)
            {
                int rows = height - block;
                long stride = (rows + 15) & ~15;
                FactorKernels.Outer(panel + block, height, _isMixed[supernode] ? signs : null, block, rows, end - block, packed, product, stride);
                for (int c = block; c < end; c++)
                {
                    int skip = c - block;
                    FactorKernels.SubtractFrom(panel + ((long)c * height) + c, product + (skip * stride) + skip, height - c);
                }
            }

            for (int j = block; j < end; j++)
            {
                double* column = panel + ((long)j * height);
                double pivot = signs[j] * column[j];
                if (!(pivot > PivotShare * diagonal[j]))
                {
                    pivot = HugePivot;
                    replaced++;
                }

                double root = Math.Sqrt(pivot);
                column[j] = root;
                FactorKernels.Scale(column + j + 1, signs[j] / root, height - j - 1);
                for (int k = j + 1; k < end; k++)
                    FactorKernels.Subtract(panel + ((long)k * height) + k, column + k, signs[j] * column[k], height - k);
            }
        }

        return replaced;
    }

    /// <summary>Solves K x = b in place. Allocates nothing.</summary>
    /// <param name="x">b, then x, in elimination order.</param>
    public void Solve(Span<double> x)
    {
        if (x.Length != _symbolic.Count)
            throw new ArgumentException("One value a column is needed.", nameof(x));
        fixed (double* value = _value)
        fixed (double* vector = x)
        fixed (int* rows = _symbolic.Row)
        fixed (double* gathered = _gathered)
        {
            Forward(value, vector, rows, gathered);
            for (int j = 0; j < x.Length; j++)
                vector[j] *= _sign[j];
            Backward(value, vector, rows, gathered);
        }
    }

    private void Forward(double* value, double* x, int* rows, double* gathered)
    {
        for (int s = 0; s < _symbolic.SupernodeCount; s++)
        {
            int begin = _symbolic.FirstColumn[s];
            int width = _symbolic.FirstColumn[s + 1] - begin;
            int height = (int)(_symbolic.RowStart[s + 1] - _symbolic.RowStart[s]);
            int below = height - width;
            double* panel = value + _symbolic.PanelStart[s];
            int* row = rows + _symbolic.RowStart[s] + width;
            if (width == 1)
            {
                double xj = x[begin] / panel[0];
                x[begin] = xj;
                for (int r = 0; r < below; r++)
                    x[row[r]] -= panel[r + 1] * xj;
                continue;
            }

            new Span<double>(gathered, below).Clear();
            for (int j = 0; j < width; j++)
            {
                double* column = panel + ((long)j * height);
                double xj = x[begin + j] / column[j];
                x[begin + j] = xj;
                FactorKernels.Subtract(x + begin + j + 1, column + j + 1, xj, width - j - 1);
                FactorKernels.Subtract(gathered, column + width, xj, below);
            }

            for (int r = 0; r < below; r++)
                x[row[r]] += gathered[r];
        }
    }

    private void Backward(double* value, double* x, int* rows, double* gathered)
    {
        for (int s = _symbolic.SupernodeCount - 1; s >= 0; s--)
        {
            int begin = _symbolic.FirstColumn[s];
            int width = _symbolic.FirstColumn[s + 1] - begin;
            int height = (int)(_symbolic.RowStart[s + 1] - _symbolic.RowStart[s]);
            double* panel = value + _symbolic.PanelStart[s];
            int* row = rows + _symbolic.RowStart[s];
            if (width == 1)
            {
                double sum = x[begin];
                for (int r = 1; r < height; r++)
                    sum -= panel[r] * x[row[r]];
                x[begin] = sum / panel[0];
                continue;
            }

            for (int r = width; r < height; r++)
                gathered[r] = x[row[r]];
            for (int j = width - 1; j >= 0; j--)
            {
                double* column = panel + ((long)j * height);
                double sum = x[begin + j] - Dot(column + j + 1, gathered + j + 1, height - j - 1);
                gathered[j] = sum / column[j];
                x[begin + j] = gathered[j];
            }
        }
    }

    /// <summary>A dot product in eight interleaved sums, added in fixed order.</summary>
    private static double Dot(double* a, double* b, int count)
    {
        var sum = System.Runtime.Intrinsics.Vector512<double>.Zero;
        int r = 0;
        for (; r + 8 <= count; r += 8)
        {
            sum = System.Runtime.Intrinsics.Vector512.FusedMultiplyAdd(
                System.Runtime.Intrinsics.Vector512.Load(a + r), System.Runtime.Intrinsics.Vector512.Load(b + r), sum);
        }

        double total = ((sum[0] + sum[4]) + (sum[2] + sum[6])) + ((sum[1] + sum[5]) + (sum[3] + sum[7]));
        for (; r < count; r++)
            total += a[r] * b[r];
        return total;
    }

    /// <summary>What one thread needs.</summary>
    private sealed class Workspace
    {
        internal Workspace(SymbolicFactor symbolic)
        {
            int height = ((symbolic.LargestHeight + 15) & ~15) + 16;
            int width = Math.Max(4, symbolic.LargestWidth);
            Position = new int[symbolic.Count];
            Product = new double[(long)height * width];
            Packed = new double[4L * width];
            Diagonal = new double[width];
        }

        internal int[] Position { get; }

        internal double[] Product { get; }

        internal double[] Packed { get; }

        internal double[] Diagonal { get; }
    }

    /// <summary>Takes tasks on a thread of the pool; at most one run of it at a time.</summary>
    private sealed class SubtreeWorker(SupernodalFactor owner, Workspace workspace) : IThreadPoolWorkItem
    {
        private int _running;

        public void Execute()
        {
            if (Interlocked.CompareExchange(ref _running, 1, 0) != 0)
                return;
            owner.RunTasks(workspace);
            Volatile.Write(ref _running, 0);
        }
    }
}
