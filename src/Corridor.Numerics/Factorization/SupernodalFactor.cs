using Corridor.Numerics.Threading;

namespace Corridor.Numerics.Factorization;

/// <summary>
/// Left-looking supernodal factorisation K = L·D·Lᵀ of a symmetric quasi-definite matrix with D = ±1 known beforehand
/// (E. G. Ng, B. W. Peyton, SIAM J. Sci. Comput. 14 (1993) 1034–1056; R. J. Vanderbei, SIAM J. Optim. 5 (1995) 100–113).
/// With all signs positive it is Cholesky's. All memory is taken by the constructor.
/// </summary>
public sealed unsafe class SupernodalFactor : IChunkedWork, IDisposable
{
    /// <summary>A pivot that is smaller than this share of its diagonal before elimination is rounding noise.</summary>
    private const double PivotShare = 1e-30;

    /// <summary>The pivot that replaces it: so large that its unknown comes out as zero.</summary>
    private const double HugePivot = 1e128;

    private const int TopKernel = 1;
    private const int FrontKernel = 2;

    /// <summary>Columns of a large supernode that one thread updates at a time.</summary>
    private const int FrontWindow = 32;

    private const int BlockWidth = 8;

    private readonly SymbolicFactor _symbolic;
    private readonly double[] _value;
    private readonly double[] _sign;
    private readonly bool[] _isMixed;
    private readonly SubtreeTasks _tasks;
    private readonly TriangularSolver _triangular;
    private readonly WorkerTeam _team;
    private readonly bool _ownsTeam;
    private readonly Workspace[] _workspace;
    private IPanelAssembler _assembler = null!;
    private int _replacedPivots;
    private int _level;
    private int _front;

    /// <summary>Prepares a factorisation.</summary>
    /// <param name="symbolic">The analysis.</param>
    /// <param name="negative">For each original index whether its pivot is negative; null where none is.</param>
    /// <param name="threads">Threads that factorise, ≥ 1; the values do not depend on it.</param>
    public SupernodalFactor(SymbolicFactor symbolic, bool[]? negative = null, int threads = 1)
        : this(symbolic, negative, new WorkerTeam(threads)) => _ownsTeam = true;

    internal SupernodalFactor(SymbolicFactor symbolic, bool[]? negative, WorkerTeam team)
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

        _value.AsSpan(_value.Length - FactorKernels.Padding).Clear();
        _team = team;
        _tasks = SubtreeTasks.Divide(symbolic);
        _workspace = new Workspace[team.Count];
        for (int k = 0; k < _workspace.Length; k++)
            _workspace[k] = new Workspace(symbolic);
        _triangular = new TriangularSolver(symbolic, _tasks, team, _value, _sign);
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
        _team.Run(this, 0, _tasks.Begin.Length);
        for (_level = 0; _level < _tasks.Levels.Length; _level++)
        {
            int[] level = _tasks.Levels[_level];
            if (level.Length == 1 && _symbolic.FirstColumn[level[0] + 1] - _symbolic.FirstColumn[level[0]] >= 2 * FrontWindow)
                FactorizeFront(level[0]);
            else
                _team.Run(this, TopKernel, level.Length);
        }
    }

    private void FactorizeRange(int from, int to, Workspace workspace)
    {
        for (int s = from; s < to; s++)
        {
            Assemble(s, workspace);
            Update(s, _symbolic.FirstColumn[s], _symbolic.FirstColumn[s + 1], workspace.Position, workspace);
            Eliminate(s, workspace);
        }
    }

    /// <summary>A large supernode that is alone on its level: its updates go by windows of columns, which different threads may take.</summary>
    private void FactorizeFront(int s)
    {
        Assemble(s, _workspace[0]);
        _front = s;
        int width = _symbolic.FirstColumn[s + 1] - _symbolic.FirstColumn[s];
        _team.Run(this, FrontKernel, (width + FrontWindow - 1) / FrontWindow);
        Eliminate(s, _workspace[0]);
    }

    /// <summary>Fills a panel with the matrix and keeps the magnitudes of its diagonal.</summary>
    private void Assemble(int s, Workspace workspace)
    {
        int begin = _symbolic.FirstColumn[s];
        int width = _symbolic.FirstColumn[s + 1] - begin;
        int height = (int)(_symbolic.RowStart[s + 1] - _symbolic.RowStart[s]);
        ReadOnlySpan<int> rows = _symbolic.Row.AsSpan((int)_symbolic.RowStart[s], height);
        for (int r = 0; r < height; r++)
            workspace.Position[rows[r]] = r;
        Span<double> panel = _value.AsSpan((int)_symbolic.PanelStart[s], width * height);
        panel.Clear();
        _assembler.Assemble(begin, begin + width, workspace.Position, panel, height);
        for (int j = 0; j < width; j++)
            workspace.Diagonal[j] = Math.Abs(panel[(j * height) + j]);
    }

    /// <summary>Subtracts from the columns [from, to) of a panel what all its sources have for them.</summary>
    private void Update(int s, int from, int to, int[] positions, Workspace workspace)
    {
        int begin = _symbolic.FirstColumn[s];
        int height = (int)(_symbolic.RowStart[s + 1] - _symbolic.RowStart[s]);
        fixed (double* value = _value, product = workspace.Product, packed = workspace.Packed, sign = _sign)
        fixed (int* position = positions, places = workspace.Places, rows = _symbolic.Row)
        {
            double* panel = value + _symbolic.PanelStart[s];
            int last = _symbolic.UpdateStart[s + 1] - 1;
            for (int u = _symbolic.UpdateStart[s]; u <= last; u++)
            {
                if (u < last)
                    Prefetch(u + 1, value, rows);
                Update(u, begin, from, to, panel, height, value, position, places, product, packed, sign, rows);
            }
        }
    }

    private void Eliminate(int s, Workspace workspace)
    {
        int begin = _symbolic.FirstColumn[s];
        int width = _symbolic.FirstColumn[s + 1] - begin;
        int height = (int)(_symbolic.RowStart[s + 1] - _symbolic.RowStart[s]);
        int replaced;
        fixed (double* value = _value, product = workspace.Product, packed = workspace.Packed, diagonal = workspace.Diagonal, sign = _sign)
            replaced = Eliminate(s, begin, width, value + _symbolic.PanelStart[s], height, product, packed, sign, diagonal);
        if (replaced > 0)
            Interlocked.Add(ref _replacedPivots, replaced);
    }

    /// <summary>Brings the beginning of an update's source near while the update before it is at work.</summary>
    private void Prefetch(int update, double* value, int* rows)
    {
        int source = _symbolic.UpdateSource[update];
        int offset = _symbolic.UpdateOffset[update];
        long height = _symbolic.RowStart[source + 1] - _symbolic.RowStart[source];
        int inner = _symbolic.FirstColumn[source + 1] - _symbolic.FirstColumn[source];
        FactorKernels.Prefetch(rows + _symbolic.RowStart[source] + offset);
        double* a = value + _symbolic.PanelStart[source] + offset;
        for (int k = 0; k < inner && k < 6; k++, a += height)
            FactorKernels.Prefetch(a);
    }

    private void Update(
        int update,
        int firstColumn,
        int fromColumn,
        int endColumn,
        double* panel,
        int height,
        double* value,
        int* position,
        int* places,
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
        while (count > 0 && row[0] < fromColumn)
        {
            row++;
            offset++;
            count--;
        }

        if (count == 0 || row[0] >= endColumn)
            return;
        int columns = 0;
        while (columns < count && row[columns] < endColumn)
            columns++;
        double* a = value + _symbolic.PanelStart[source] + offset;
        double* signs = _isMixed[source] ? sign + sourceFirst : null;

        // Places ascend: if the last is as far from the first as there are rows between, they are neighbours.
        int place = position[row[0]];
        bool isContiguous = position[row[count - 1]] - place == count - 1;
        if (inner == 1)
        {
            double s = signs == null ? 1.0 : signs[0];
            if (isContiguous)
            {
                for (int c = 0; c < columns; c++)
                    FactorKernels.Subtract(panel + ((long)(row[c] - firstColumn) * height) + place + c, a + c, s * a[c], count - c);
                return;
            }

            for (int c = 0; c < columns; c++)
            {
                double factor = -s * a[c];
                double* target = panel + ((long)(row[c] - firstColumn) * height);
                for (int r = c; r < count; r++)
                    target[position[row[r]]] = Math.FusedMultiplyAdd(factor, a[r], target[position[row[r]]]);
            }

            return;
        }

        long stride = (count + 15) & ~15;
        FactorKernels.Outer(a, sourceHeight, signs, inner, count, columns, packed, product, stride);
        if (isContiguous)
        {
            for (int c = 0; c < columns; c++)
                FactorKernels.SubtractFrom(panel + ((long)(row[c] - firstColumn) * height) + place + c, product + (c * stride) + c, count - c);
            return;
        }

        for (int r = 0; r < count; r++)
            places[r] = position[row[r]];
        FactorKernels.Scatter(panel, height, row, firstColumn, places, product, stride, count, columns);
    }

    private int Eliminate(
        int supernode, int firstColumn, int width, double* panel, int height, double* product, double* packed, double* sign, double* diagonal)
    {
        int replaced = 0;
        double* signs = sign + firstColumn;
        double* coefficient = stackalloc double[BlockWidth * BlockWidth];
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

            int below = end - block == BlockWidth ? end : height;
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
                double scale = signs[j] / root;
                FactorKernels.Scale(column + j + 1, scale, below - j - 1);
                for (int k = j + 1; k < end; k++)
                {
                    double factor = signs[j] * column[k];
                    FactorKernels.Subtract(panel + ((long)k * height) + k, column + k, factor, below - k);
                    if (below == end)
                        coefficient[(8 * (j - block)) + k - block] = -factor;
                }

                if (below == end)
                    coefficient[9 * (j - block)] = scale;
            }

            if (below == end && end < height)
                WideKernels.EliminateBelow(panel + ((long)block * height) + end, height, coefficient, height - end);
        }

        return replaced;
    }

    /// <summary>Solves K x = b in place. Allocates nothing.</summary>
    /// <param name="x">b, then x, in elimination order.</param>
    public void Solve(Span<double> x)
    {
        if (x.Length != _symbolic.Count)
            throw new ArgumentException("One value a column is needed.", nameof(x));
        _triangular.Solve(x);
    }

    /// <summary>Lets the helper threads go, if they are this factor's own.</summary>
    public void Dispose()
    {
        if (_ownsTeam)
            _team.Dispose();
    }

    /// <inheritdoc/>
    void IChunkedWork.Execute(int kernel, int chunk, int worker)
    {
        if (kernel == FrontKernel)
        {
            int begin = _symbolic.FirstColumn[_front] + (chunk * FrontWindow);
            Update(_front, begin, Math.Min(begin + FrontWindow, _symbolic.FirstColumn[_front + 1]), _workspace[0].Position, _workspace[worker]);
        }
        else if (kernel == TopKernel)
            FactorizeRange(_tasks.Levels[_level][chunk], _tasks.Levels[_level][chunk] + 1, _workspace[worker]);
        else
            FactorizeRange(_tasks.Begin[chunk], _tasks.End[chunk], _workspace[worker]);
    }

    /// <summary>What one thread needs.</summary>
    private sealed class Workspace
    {
        internal Workspace(SymbolicFactor symbolic)
        {
            int height = ((symbolic.LargestHeight + 15) & ~15) + 16;
            int width = Math.Max(4, symbolic.LargestWidth);
            Position = new int[symbolic.Count];
            Places = new int[height];
            Product = new double[(long)height * width];
            Packed = new double[8L * Math.Max(8, width)];
            Diagonal = new double[width];
        }

        internal int[] Position { get; }

        internal int[] Places { get; }

        internal double[] Product { get; }

        internal double[] Packed { get; }

        internal double[] Diagonal { get; }
    }
}
