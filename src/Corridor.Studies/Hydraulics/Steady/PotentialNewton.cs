using Corridor.Numerics.Factorization;
using Corridor.Numerics.Ordering;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>
/// Newton's method for networks of level pipes with one gas: Φ_from − Φ_to = r(q) with an increasing r, which makes the flows the minimum of the convex
/// content Σ∫r dq − Σ Φ_held·injection under the balances (M. Collins et al., Management Science 24 (1978) 747–760) and the nodal matrix symmetric and
/// positive definite (E. Todini, S. Pilati 1988). Everything stands in the order of elimination; an iteration is one pass over the pipes, one
/// factorisation and one pair of triangular solves, and allocates nothing.
/// </summary>
internal sealed class PotentialNewton : IPanelAssembler, IDisposable
{
    private const double Overshoot = 0.5;

    /// <summary>Flows are settled to this share of the greatest.</summary>
    private const double FlowTolerance = 1e-7;

    private readonly Wiring _wiring;
    private readonly LinkLaws _laws;
    private readonly SupernodalFactor _factor;
    private readonly int _unknowns;
    private readonly int[] _link;
    private readonly int[] _element;
    private readonly PipeBatch _batch;
    private readonly double[] _drop;
    private readonly double[] _derivative;
    private readonly int[] _from;
    private readonly int[] _to;
    private readonly int[] _slot;
    private readonly int[] _columnStart;
    private readonly int[] _columnRow;
    private readonly double[] _offDiagonal;
    private readonly double[] _diagonal;
    private readonly int[] _position;
    private readonly int[] _clusterAt;
    private readonly double[] _potential;
    private readonly double[] _rhs;
    private readonly double[] _given;
    private readonly double[] _flow;
    private readonly double[] _residual;
    private readonly double[] _conductance;
    private readonly double[] _flowStep;
    private readonly double[] _potentialStep;

    // Level pipes between places that others join without loss: nothing drives gas through them.
    private readonly int[] _idle;
    private int _worst;

    internal PotentialNewton(Wiring wiring, LinkLaws laws, int threads)
    {
        _wiring = wiring;
        _laws = laws;
        _unknowns = wiring.UnknownCount;
        int[] law = [.. wiring.LawLinks.Where(k => !wiring.IsCutOff[wiring.Cluster[wiring.Links[k].From]] && wiring.Cluster[wiring.Links[k].From] != wiring.Cluster[wiring.Links[k].To])];
        _idle = [.. wiring.LawLinks.Where(k => wiring.Cluster[wiring.Links[k].From] == wiring.Cluster[wiring.Links[k].To])];
        SymmetricGraph graph = Graph(law);
        var symbolic = SymbolicFactor.Analyze(graph, ApproximateMinimumDegree.Order(graph));
        _factor = new SupernodalFactor(symbolic, null, threads);
        int[] place = Permutation.Invert(symbolic.Order);

        // Unknowns in the order of elimination, held clusters behind them.
        _position = new int[wiring.ClusterCount];
        int held = _unknowns;
        for (int c = 0; c < _position.Length; c++)
            _position[c] = wiring.Unknown[c] >= 0 ? place[wiring.Unknown[c]] : double.IsNaN(wiring.HeldPressure[c]) ? -1 : held++;
        _clusterAt = new int[held];
        for (int c = 0; c < _position.Length; c++)
        {
            if (_position[c] >= 0)
                _clusterAt[_position[c]] = c;
        }

        int[] first = [.. law.Select(k => Math.Min(Position(wiring.Links[k].From), Position(wiring.Links[k].To)))];
        int[] second = [.. law.Select(k => Math.Max(Position(wiring.Links[k].From), Position(wiring.Links[k].To)))];
        long[] key = [.. first.Zip(second, (a, b) => ((long)a << 32) | (uint)b)];
        Array.Sort(key, law);
        int m = law.Length;
        _link = law;
        _element = [.. law.Select(k => wiring.Links[k].Element)];
        _from = [.. law.Select(k => Position(wiring.Links[k].From))];
        _to = [.. law.Select(k => Position(wiring.Links[k].To))];
        _slot = new int[m];
        _columnStart = new int[_unknowns + 1];
        var rows = new List<int>(m);
        for (int e = 0; e < m; e++)
        {
            int a = Math.Min(_from[e], _to[e]);
            int b = Math.Max(_from[e], _to[e]);
            if (b >= _unknowns)
            {
                _slot[e] = -1;
                continue;
            }

            if (e == 0 || key[e] != key[e - 1])
            {
                rows.Add(b);
                _columnStart[a + 1]++;
            }

            _slot[e] = rows.Count - 1;
        }

        for (int j = 0; j < _unknowns; j++)
            _columnStart[j + 1] += _columnStart[j];
        _columnRow = [.. rows];
        _offDiagonal = new double[rows.Count];
        _diagonal = new double[held];
        _potential = new double[held];
        _rhs = new double[held];
        _given = new double[held];
        _batch = new PipeBatch(laws, _element);
        _drop = new double[m];
        _derivative = new double[m];
        _flow = new double[m];
        _residual = new double[m];
        _conductance = new double[m];
        _flowStep = new double[m];
        _potentialStep = new double[held];
    }

    /// <summary>Whether a wiring is of this kind.</summary>
    internal static bool Fits(Wiring wiring, LinkLaws laws) =>
        wiring.LawLinks.All(k => laws.IsPotential(wiring.Links[k]))
        && !wiring.Links.Any(link => link.IsHold || (link.Kind == LinkKind.Relation && (link.A != 1.0 || link.B != 0.0)));

    private int Position(int place) => _position[_wiring.Cluster[place]];

    private SymmetricGraph Graph(int[] law)
    {
        int[] start = new int[_unknowns + 1];
        var pairs = new List<long>(2 * law.Length);
        foreach (int k in law)
        {
            int a = _wiring.Unknown[_wiring.Cluster[_wiring.Links[k].From]];
            int b = _wiring.Unknown[_wiring.Cluster[_wiring.Links[k].To]];
            if (a < 0 || b < 0)
                continue;
            pairs.Add(((long)a << 32) | (uint)b);
            pairs.Add(((long)b << 32) | (uint)a);
        }

        pairs.Sort();
        var neighbour = new List<int>(pairs.Count);
        for (int p = 0; p < pairs.Count; p++)
        {
            if (p > 0 && pairs[p] == pairs[p - 1])
                continue;
            start[(int)(pairs[p] >> 32) + 1]++;
            neighbour.Add((int)pairs[p]);
        }

        for (int i = 0; i < _unknowns; i++)
            start[i + 1] += start[i];
        return new SymmetricGraph(start, [.. neighbour]);
    }

    /// <summary>Iterates from a state (its free potentials and law flows; NaN flows ask for a start from nothing).</summary>
    internal void Run(SteadyState state, double[] injection, HydraulicSettings settings, CancellationToken cancel)
    {
        Array.Clear(_given);
        for (int i = 0; i < injection.Length; i++)
        {
            int cluster = _wiring.Cluster[i];
            if (cluster >= 0 && _position[cluster] >= 0)
                _given[_position[cluster]] += injection[i];
        }

        double flowSize = 1e-6;
        foreach (double value in _given)
            flowSize = Math.Max(flowSize, Math.Abs(value));
        for (int p = 0; p < _potential.Length; p++)
            _potential[p] = state.ClusterPotential[_clusterAt[p]];
        bool isCold = _link.Length > 0 && double.IsNaN(state.Flow[_link[0]]);
        double density = isCold ? _laws.Reference.Density(_laws.Reference.Pressure(_potential[^1])) : 0.0;
        for (int e = 0; e < _link.Length; e++)
        {
            _flow[e] = isCold ? 0.0 : state.Flow[_link[e]];
            if (isCold)
                _conductance[e] = Usual(e, density);
        }

        _batch.Reset();
        Evaluate(isCold);
        double lastChange = double.PositiveInfinity;
        for (int iteration = 0; iteration < settings.MaxIterations; iteration++)
        {
            cancel.ThrowIfCancellationRequested();
            state.Iterations++;
            _factor.Factorize(this);
            _factor.Solve(_rhs.AsSpan(0, _unknowns));
            _rhs.AsSpan(0, _unknowns).CopyTo(_potentialStep);
            bool isLinear = isCold && iteration == 0;
            double expected = Advance();
            double slope = Evaluate(false);

            // Along a step that keeps the balances the content is convex: a slope that turned sharply passed its minimum.
            // In a tree the flows follow from the balances: what is left of them is rounding, whose slope says nothing about the potentials.
            bool isFull = true;
            double rounding = RoundingContent(flowSize);
            for (int cut = 0; cut < 20 && !isLinear && iteration > 0 && expected > rounding && slope < -Overshoot * expected; cut++)
            {
                isFull = false;
                double length = Math.Clamp(expected / (expected - slope), 0.1, 0.9);
                Retreat(1.0 - length);
                expected *= length * length;
                slope = Evaluate(false);
            }

            (state.Residual, double size, double change) = Measure();
            flowSize = Math.Max(size, 1e-6);
            if (!double.IsFinite(state.Residual))
                break;

            // What is left to change is about the last change times the rate at which changes shrink.
            double left = change == 0.0 ? 0.0 : change * Math.Min(1.0, change / lastChange);
            lastChange = change;
            if (isFull && !isLinear && state.Residual <= settings.Tolerance && left <= FlowTolerance * flowSize)
            {
                state.IsConverged = true;
                break;
            }
        }

        for (int p = 0; p < _unknowns; p++)
            state.ClusterPotential[_clusterAt[p]] = _potential[p];
        for (int e = 0; e < _link.Length; e++)
            state.Flow[_link[e]] = _flow[e];
        foreach (int k in _idle)
            state.Flow[k] = 0.0;
        state.WorstLink = _worst < 0 ? -1 : _link[_worst];
    }

    private double Usual(int e, double density)
    {
        double usual = 5.0 * density * _laws.Area(_element[e]);
        return usual / _laws.Drop(_element[e], usual, out _);
    }

    /// <summary>Takes the full step; returns what the slope of the content was at its beginning.</summary>
    private double Advance()
    {
        double expected = 0.0;
        for (int e = 0; e < _from.Length; e++)
        {
            double step = _conductance[e] * (_residual[e] + _potentialStep[_from[e]] - _potentialStep[_to[e]]);
            _flowStep[e] = step;
            _flow[e] += step;
            expected += step * step / _conductance[e];
        }

        for (int p = 0; p < _unknowns; p++)
            _potential[p] += _potentialStep[p];
        return expected;
    }

    /// <summary>Content of a step that changes each flow by no more than rounding.</summary>
    private double RoundingContent(double flowSize)
    {
        double content = 0.0;
        double step = 1e-13 * flowSize;
        for (int e = 0; e < _from.Length; e++)
            content += step * step / _conductance[e];
        return content;
    }

    /// <summary>Takes a share of the last step back; the rest becomes the step.</summary>
    private void Retreat(double share)
    {
        for (int e = 0; e < _from.Length; e++)
        {
            _flow[e] -= share * _flowStep[e];
            _flowStep[e] *= 1.0 - share;
        }

        for (int p = 0; p < _unknowns; p++)
        {
            _potential[p] -= share * _potentialStep[p];
            _potentialStep[p] *= 1.0 - share;
        }
    }

    /// <summary>Laws at the present flows and potentials: residuals, conductances, the matrix and its right side; returns the slope of the content along the last step.</summary>
    private double Evaluate(bool isLinear)
    {
        Array.Clear(_diagonal);
        Array.Clear(_offDiagonal);
        Array.Copy(_given, _rhs, _rhs.Length);
        _batch.Evaluate(_flow, _drop, _derivative, 0, _flow.Length);
        double slope = 0.0;
        for (int e = 0; e < _from.Length; e++)
        {
            int a = _from[e];
            int b = _to[e];
            double residual = _potential[a] - _potential[b] - _drop[e];
            double conductance = isLinear ? _conductance[e] : 1.0 / _derivative[e];
            _residual[e] = residual;
            _conductance[e] = conductance;
            slope += residual * _flowStep[e];
            double flow = _flow[e] + (residual * conductance);
            _rhs[a] -= flow;
            _rhs[b] += flow;
            _diagonal[a] += conductance;
            _diagonal[b] += conductance;
            int slot = _slot[e];
            if (slot >= 0)
                _offDiagonal[slot] -= conductance;
        }

        return slope;
    }

    /// <summary>Greatest residual of a law against the potentials at its ends, greatest flow, greatest change of a flow.</summary>
    private (double Residual, double FlowSize, double Change) Measure()
    {
        double worst = 0.0;
        double size = 0.0;
        double change = 0.0;
        _worst = -1;
        for (int e = 0; e < _from.Length; e++)
        {
            double relative = Math.Abs(_residual[e]) / Math.Max(Math.Abs(_potential[_from[e]]), Math.Abs(_potential[_to[e]]));
            if (!(relative <= worst))
            {
                worst = relative;
                _worst = e;
            }

            size = Math.Max(size, Math.Abs(_flow[e]));
            change = Math.Max(change, Math.Abs(_flowStep[e]));
        }

        return (worst, size, change);
    }

    /// <inheritdoc/>
    public void Assemble(int firstColumn, int endColumn, int[] position, Span<double> panel, int height)
    {
        for (int j = firstColumn; j < endColumn; j++)
        {
            Span<double> column = panel.Slice((j - firstColumn) * height, height);
            column[position[j]] += _diagonal[j];
            for (int p = _columnStart[j]; p < _columnStart[j + 1]; p++)
                column[position[_columnRow[p]]] += _offDiagonal[p];
        }
    }

    internal (long Nonzeros, double Flops) Size => (_factor.Symbolic.Nonzeros, _factor.Symbolic.Flops);

    /// <inheritdoc/>
    public void Dispose() => _factor.Dispose();
}
