using Corridor.Numerics.Sparse;
using Corridor.Numerics.SparseLu;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>
/// The susceptance matrix of a grid, angles of references held, factorised: B θ = injections. Where a reference stands the equation is θ = 0, and what the
/// other injections of its part leave is taken up there.
/// </summary>
internal sealed class AngleSystem
{
    private readonly ActiveGrid _active;
    private readonly bool[] _isReference;
    private readonly SparseMatrix _matrix;
    private readonly LuFactor _factor;

    private AngleSystem(ActiveGrid active, bool[] isReference, SparseMatrix matrix, LuFactor factor)
    {
        _active = active;
        _isReference = isReference;
        _matrix = matrix;
        _factor = factor;
    }

    /// <summary>Factorises; null where the matrix is singular.</summary>
    /// <param name="active">The grid.</param>
    public static AngleSystem? Of(ActiveGrid active)
    {
        int n = active.Bus.Length;
        bool[] isReference = new bool[n];
        foreach (int reference in active.Reference)
            isReference[reference] = true;
        var entries = new SortedDictionary<int, double>[n];
        for (int i = 0; i < n; i++)
            entries[i] = new SortedDictionary<int, double> { [i] = isReference[i] ? 1.0 : 0.0 };
        for (int l = 0; l < active.Branches.Length; l++)
        {
            ActiveBranch branch = active.Branches[l];
            double b = branch.Susceptance;
            if (b == 0.0)
                continue;
            Add(branch.From, branch.To, b);
            Add(branch.To, branch.From, b);
        }

        int[] start = new int[n + 1];
        for (int j = 0; j < n; j++)
            start[j + 1] = start[j] + entries[j].Count;
        int[] index = new int[start[n]];
        double[] value = new double[start[n]];
        for (int j = 0; j < n; j++)
        {
            entries[j].Keys.CopyTo(index, start[j]);
            entries[j].Values.CopyTo(value, start[j]);
        }

        var matrix = new SparseMatrix(n, n, start, index, value);
        var factor = new LuFactor(LuAnalysis.Analyze(matrix));
        return factor.Factorize(value) == LuStatus.Factorized ? new AngleSystem(active, isReference, matrix, factor) : null;

        void Add(int i, int other, double b)
        {
            if (isReference[i])
                return;
            entries[i][i] += b;
            if (!isReference[other])
                entries[other][i] = entries[other].GetValueOrDefault(i) - b;
        }
    }

    /// <summary>Angles of injections.</summary>
    /// <param name="injection">Power that enters at each bus [p.u.]; not changed.</param>
    /// <param name="angle">Receives the angles [rad]; 0 at references.</param>
    public void Solve(ReadOnlySpan<double> injection, Span<double> angle)
    {
        double[] right = injection.ToArray();
        for (int i = 0; i < right.Length; i++)
        {
            if (_isReference[i])
                right[i] = 0.0;
        }

        _factor.SolveRefined(_matrix.Value.AsSpan(0, _matrix.NonzeroCount), right, angle);
    }

    /// <summary>What one unit of power from one bus to another does to angles; without refinement.</summary>
    /// <param name="from">Where it enters.</param>
    /// <param name="to">Where it leaves.</param>
    /// <param name="angle">Overwritten by angles [rad].</param>
    public void SolveTransfer(int from, int to, Span<double> angle)
    {
        angle.Clear();
        if (!_isReference[from])
            angle[from] = 1.0;
        if (!_isReference[to])
            angle[to] = -1.0;
        _factor.Solve(angle);
    }

    /// <summary>Angles of the flow with given powers of units and direct current lines; shifts included.</summary>
    /// <param name="injection">Power that enters at each bus beyond its demand [p.u.].</param>
    public double[] Flow(ReadOnlySpan<double> injection)
    {
        double[] right = injection.ToArray();
        for (int l = 0; l < _active.Branches.Length; l++)
        {
            ActiveBranch branch = _active.Branches[l];
            if (branch.Shift == 0.0)
                continue;
            right[branch.From] += branch.Susceptance * branch.Shift;
            right[branch.To] -= branch.Susceptance * branch.Shift;
        }

        double[] angle = new double[right.Length];
        Solve(right, angle);
        return angle;
    }
}
