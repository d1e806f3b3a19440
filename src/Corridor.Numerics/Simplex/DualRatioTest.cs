namespace Corridor.Numerics.Simplex;

/// <summary>
/// The dual step: breakpoints of boxed variables are passed while the dual objective still rises (I. Maros, Computational Techniques
/// of the Simplex Method (2003) 10.2.2), and among breakpoints within the tolerance of each other the largest pivot is taken
/// (P. Harris, Math. Programming 5 (1973) 1–28).
/// </summary>
internal sealed class DualRatioTest(SimplexState state)
{
    private const double SmallestPivot = 1e-9;

    private readonly int[] _variable = new int[state.Form.VariableCount];
    private readonly double[] _ratio = new double[state.Form.VariableCount];
    private readonly int[] _groupEnd = new int[state.Form.VariableCount];
    private int _count;

    /// <summary>How many variables go to their other bound; they stand in <see cref="Flipped"/>.</summary>
    internal int FlipCount { get; private set; }

    internal int Flipped(int k) => _variable[k];

    /// <summary>The entering variable, −1 if no step is too long.</summary>
    /// <param name="row">The pivot row.</param>
    /// <param name="sign">+1 if the leaving variable falls to its upper bound, −1 if it rises to its lower one.</param>
    /// <param name="violation">How far it is beyond, positive.</param>
    internal int Choose(IndexedVector row, double sign, double violation)
    {
        FlipCount = 0;
        Collect(row, sign);
        if (_count == 0)
            return -1;
        int used = Filter(row, violation);
        Array.Sort(_ratio, _variable, 0, used);
        return Walk(row, violation, used);
    }

    private void Collect(IndexedVector row, double sign)
    {
        _count = 0;
        for (int k = 0; k < row.Count; k++)
        {
            int v = row.Index[k];
            double a = sign * row.Value[v];
            bool blocks = state.Status[v] switch
            {
                BasisStatus.AtLower => a > SmallestPivot,
                BasisStatus.AtUpper => a < -SmallestPivot,
                BasisStatus.Free => Math.Abs(a) > SmallestPivot,
                _ => false,
            };
            if (!blocks || state.Lower[v] == state.Upper[v])
                continue;
            _variable[_count] = v;
            _ratio[_count++] = Distance(v) / Math.Abs(a);
        }
    }

    /// <summary>How far the reduced cost is from zero, on its own side.</summary>
    private double Distance(int v) => state.Status[v] switch
    {
        BasisStatus.AtLower => Math.Max(state.D[v], 0.0),
        BasisStatus.AtUpper => Math.Max(-state.D[v], 0.0),
        _ => 0.0,
    };

    /// <summary>Moves to the front those breakpoints that can matter; returns how many.</summary>
    private int Filter(IndexedVector row, double violation)
    {
        double bound = double.PositiveInfinity;
        for (int k = 0; k < _count; k++)
            bound = Math.Min(bound, _ratio[k] + (state.DualTolerance / Math.Abs(row.Value[_variable[k]])));
        double slope = violation;
        int used = 0;
        while (true)
        {
            for (int k = used; k < _count; k++)
            {
                if (_ratio[k] > bound)
                    continue;
                (_ratio[k], _ratio[used]) = (_ratio[used], _ratio[k]);
                (_variable[k], _variable[used]) = (_variable[used], _variable[k]);
                int v = _variable[used++];
                slope -= Math.Abs(row.Value[v]) * (state.Upper[v] - state.Lower[v]);
            }

            if (slope < 0.0 || used == _count)
                return used;
            bound = (10.0 * bound) + 1e-7;
        }
    }

    private int Walk(IndexedVector row, double violation, int used)
    {
        double slope = violation;
        double largest = 0.0;
        int groups = 0;
        int from = 0;
        while (from < used && slope >= 0.0)
        {
            double limit = double.PositiveInfinity;
            int to = from;
            while (to < used && _ratio[to] <= limit)
            {
                int v = _variable[to];
                double a = Math.Abs(row.Value[v]);
                limit = Math.Min(limit, _ratio[to] + (state.DualTolerance / a));
                slope -= a * (state.Upper[v] - state.Lower[v]);
                largest = Math.Max(largest, a);
                to++;
            }

            _groupEnd[groups++] = to;
            from = to;
        }

        // A row that only just holds with every variable at its best bound is no contradiction.
        if (slope > state.PrimalTolerance + (1e-12 * violation))
            return -1;
        double enough = Math.Min(0.1 * largest, 1.0);
        for (int g = groups - 1; g >= 0; g--)
        {
            int begin = g == 0 ? 0 : _groupEnd[g - 1];
            int best = begin;
            for (int k = begin + 1; k < _groupEnd[g]; k++)
            {
                if (Math.Abs(row.Value[_variable[k]]) > Math.Abs(row.Value[_variable[best]]))
                    best = k;
            }

            if (Math.Abs(row.Value[_variable[best]]) >= enough)
            {
                FlipCount = begin;
                return _variable[best];
            }
        }

        return -1;
    }
}
