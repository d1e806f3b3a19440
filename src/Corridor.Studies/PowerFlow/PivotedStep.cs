using Corridor.Numerics.SparseLu;

namespace Corridor.Studies.PowerFlow;

/// <summary>The Newton system factorised with pivots, for where the diagonal blocks alone will not do, and its weakest direction.</summary>
internal sealed class PivotedStep
{
    private const int Rounds = 12;

    private readonly LuFactor _factor;
    private readonly TripletPattern _pattern;
    private readonly double[] _values;
    private readonly int _count;
    private bool _hasPivots;

    internal PivotedStep(IslandNetwork network)
    {
        _count = network.Count;
        int blocks = network.Analysis.BlockCount;
        var rows = new int[4 * blocks];
        var columns = new int[4 * blocks];
        for (int i = 0; i < _count; i++)
            Place(rows, columns, i, i, i);
        for (int i = 0; i < _count; i++)
        {
            for (int p = network.Graph.Start[i]; p < network.Graph.Start[i + 1]; p++)
                Place(rows, columns, _count + p, i, network.Graph.Neighbour[p]);
        }

        _pattern = TripletPattern.Build(2 * _count, 2 * _count, rows, columns);
        _factor = new LuFactor(LuAnalysis.Analyze(_pattern));
        _values = new double[_pattern.NonzeroCount];
    }

    /// <summary>Whether the run goes on with pivots.</summary>
    internal bool IsUsed { get; set; }

    /// <summary>The next run begins without pivots.</summary>
    internal void Rest()
    {
        IsUsed = false;
        _hasPivots = false;
    }

    /// <summary>Factorises; whether that was possible.</summary>
    internal bool Factorize(ReadOnlySpan<double> blocks)
    {
        _pattern.Assemble(blocks, _values);

        // Pivots of an earlier run would make the outcome depend on it.
        LuStatus status = _hasPivots ? _factor.Update(_values) : _factor.Factorize(_values);
        _hasPivots = status == LuStatus.Factorized;
        return _hasPivots;
    }

    /// <summary>Solves in place.</summary>
    internal void Solve(Span<double> right) => _factor.Solve(right);

    /// <summary>Left singular vector of the least singular value by inverse iteration with J Jᵀ; null where the matrix cannot be factorised at all.</summary>
    internal double[]? Weakest(ReadOnlySpan<double> blocks)
    {
        if (!Factorize(blocks))
        {
            LuSingularity? why = _factor.Status is LuStatus.Singular or LuStatus.StructurallySingular ? _factor.ExplainSingularity(_values) : null;
            if (why is null || why.Rows.Count == 0)
                return null;
            var found = new double[2 * _count];
            for (int k = 0; k < why.Rows.Count; k++)
                found[why.Rows[k]] = why.RowWeights.Count > k ? why.RowWeights[k] : 1.0;
            return found;
        }

        var vector = new double[2 * _count];
        for (int k = 0; k < vector.Length; k++)
            vector[k] = 1.0 + (k % 7 / 7.0);
        for (int round = 0; round < Rounds; round++)
        {
            _factor.Solve(vector);
            _factor.SolveTransposed(vector);
            double size = 0.0;
            foreach (double element in vector)
                size = Math.Max(size, Math.Abs(element));
            if (!(size > 0) || !double.IsFinite(size))
                return null;
            for (int k = 0; k < vector.Length; k++)
                vector[k] /= size;
        }

        return vector;
    }

    private static void Place(int[] rows, int[] columns, int block, int i, int j)
    {
        for (int k = 0; k < 4; k++)
        {
            rows[(4 * block) + k] = (2 * i) + (k / 2);
            columns[(4 * block) + k] = (2 * j) + (k % 2);
        }
    }
}
