namespace Corridor.Numerics.Simplex;

/// <summary>
/// The first basis of a crossover: variables nearer to a bound than their reduced cost is to zero go to the bound; of the others the
/// factorisation takes as many as are independent, those farthest from their bounds first among equals; row activities cover the rest.
/// </summary>
internal sealed class CrossoverGuess
{
    /// <summary>A distance to a bound, relative to the bound, that is rounding.</summary>
    private const double AtBound = 1e-11;

    private readonly SimplexState _state;
    private readonly double[] _depth;
    private int[] _superbasic = [];

    internal CrossoverGuess(SimplexState state, double[] primal, double[] rowDual)
    {
        _state = state;
        SimplexForm form = state.Form;
        _depth = new double[form.VariableCount];
        Y = new double[form.RowCount];
        for (int i = 0; i < Y.Length; i++)
            Y[i] = rowDual[i] / form.RowScale[i];
        for (int j = 0; j < form.ColumnCount; j++)
        {
            state.X[j] = Math.Clamp(primal[j] / form.ColumnScale[j], state.Lower[j], state.Upper[j]);
            for (int k = form.Start[j]; k < form.Start[j + 1]; k++)
                state.X[form.ColumnCount + form.Row[k]] += form.Value[k] * state.X[j];
        }

        for (int v = 0; v < form.VariableCount; v++)
            Classify(v, form.Cost[v] - form.Dot(v, Y));
    }

    /// <summary>The row duals, scaled.</summary>
    internal double[] Y { get; }

    /// <summary>Variables between their bounds that found no place in the basis, those nearest to a bound first.</summary>
    internal ReadOnlySpan<int> Superbasic => _superbasic;

    internal void MakeBasis()
    {
        var candidates = new List<int>();
        for (int v = 0; v < _depth.Length; v++)
        {
            if (_depth[v] > 0.0)
                candidates.Add(v);
        }

        int[] order = [.. candidates];
        double[] key = new double[order.Length];
        for (int k = 0; k < key.Length; k++)
            key[k] = -_depth[order[k]];
        Array.Sort(key, order);
        _state.Factor.Factorize(order, _state.Head);
        foreach (int v in _state.Head)
            _state.Status[v] = BasisStatus.Basic;
        _superbasic = _state.Factor.Rejected.ToArray();
        Array.Reverse(_superbasic);
        foreach (int v in _superbasic)
            _state.Status[v] = BasisStatus.Free;
    }

    private void Classify(int v, double d)
    {
        double lower = _state.Lower[v];
        double upper = _state.Upper[v];
        double x = Math.Clamp(_state.X[v], lower, upper);
        double toLower = x - lower;
        double toUpper = upper - x;
        _state.X[v] = x;
        if (lower == upper || IsNear(toLower, d, lower))
            (_state.Status[v], _state.X[v]) = (BasisStatus.AtLower, lower);
        else if (IsNear(toUpper, -d, upper))
            (_state.Status[v], _state.X[v]) = (BasisStatus.AtUpper, upper);
        else
            _depth[v] = Math.Min(toLower, toUpper);
    }

    private static bool IsNear(double distance, double pull, double bound) =>
        !double.IsInfinity(bound) && distance <= Math.Max(pull, AtBound * (1.0 + Math.Abs(bound)));
}
