namespace Corridor.Numerics.Simplex;

/// <summary>The choice of the entering variable by Devex weights: P. Harris, Math. Programming 5 (1973) 1–28.</summary>
internal sealed class DevexPricing(SimplexState state)
{
    private const double LargestWeight = 1e9;

    /// <summary>Variables are looked through in parts of this size where there are many.</summary>
    private const int PartSize = 20000;

    private readonly double[] _weight = new double[state.Form.VariableCount];
    private readonly bool[] _skipped = new bool[state.Form.VariableCount];
    private int _partBegin;

    internal bool AnySkipped { get; private set; }

    /// <summary>Begins a new frame of reference.</summary>
    internal void Reset() => Array.Fill(_weight, 1.0);

    /// <summary>Leaves a variable out until <see cref="ClearSkips"/>.</summary>
    internal void Skip(int variable)
    {
        _skipped[variable] = true;
        AnySkipped = true;
    }

    internal void ClearSkips()
    {
        if (AnySkipped)
            Array.Clear(_skipped);
        AnySkipped = false;
    }

    /// <summary>The variable to enter, −1 if no sign is wrong.</summary>
    internal int Choose()
    {
        int count = state.D.Length;
        int part = count > 3 * PartSize ? PartSize : count;
        for (int seen = 0; seen < count + part; seen += part)
        {
            int begin = part == count ? 0 : _partBegin;
            int end = Math.Min(begin + part, count);
            int best = -1;
            double bestMerit = 0.0;
            for (int v = begin; v < end; v++)
            {
                double violation = state.DualViolation(v);
                if (violation <= state.DualTolerance || _skipped[v])
                    continue;
                double merit = violation * violation / _weight[v];
                if (merit > bestMerit)
                {
                    bestMerit = merit;
                    best = v;
                }
            }

            if (best >= 0)
                return best;
            _partBegin = end == count ? 0 : end;
        }

        return -1;
    }

    /// <summary>Weights after an exchange.</summary>
    /// <param name="row">The pivot row.</param>
    /// <param name="entering">The variable that enters.</param>
    /// <param name="leaving">The variable that leaves.</param>
    /// <param name="pivot">The pivot.</param>
    internal void Update(IndexedVector row, int entering, int leaving, double pivot)
    {
        double reference = _weight[entering];
        double largest = 0.0;
        for (int k = 0; k < row.Count; k++)
        {
            int v = row.Index[k];
            if (state.Status[v] == BasisStatus.Basic)
                continue;
            double ratio = row.Value[v] / pivot;
            double weight = Math.Max(_weight[v], ratio * ratio * reference);
            _weight[v] = weight;
            largest = Math.Max(largest, weight);
        }

        _weight[leaving] = Math.Max(reference / (pivot * pivot), 1.0);
        if (largest > LargestWeight)
            Reset();
    }
}
