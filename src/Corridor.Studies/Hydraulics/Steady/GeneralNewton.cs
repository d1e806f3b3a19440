using Corridor.Numerics.Factorization;
using Corridor.Numerics.Ordering;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>
/// Newton's method for any wiring: the flows are eliminated from (balances, laws), which leaves one equation a free cluster
/// (E. Todini, S. Pilati, "A gradient algorithm for the analysis of pipe networks", 1988, carried over to laws that are not differences of one
/// potential). The columns of that matrix are diagonally dominant, so that it is factorised without pivoting.
/// </summary>
internal sealed class GeneralNewton
{
    private const double LeastStep = 1.0 / 64.0;

    private readonly Wiring _wiring;
    private readonly LinkLaws _laws;
    private readonly DominantLu _lu;
    private readonly int[] _law;
    private readonly int[] _entryStart;
    private readonly long[] _entryHandle;
    private readonly double[] _entryShare;
    private readonly bool[] _entryIsFrom;
    private readonly LawValue[] _value;
    private readonly double[] _weight;
    private readonly double[] _step;
    private readonly double[] _fullStep;
    private readonly double[] _flowStep;
    private readonly double[] _balance;
    private readonly double[] _trialPotential;
    private readonly double[] _trialFlow;
    private readonly double[] _slope;

    internal GeneralNewton(Wiring wiring, LinkLaws laws)
    {
        _wiring = wiring;
        _laws = laws;
        _law = [.. wiring.LawLinks.Where(k => IsAlive(wiring.Links[k]))];
        int n = wiring.UnknownCount;
        var entries = new List<(int Row, int Column, double Share, bool IsFrom)>();
        _entryStart = new int[_law.Length + 1];
        for (int m = 0; m < _law.Length; m++)
        {
            Link link = wiring.Links[_law[m]];
            int a = wiring.Cluster[link.From];
            int b = wiring.Cluster[link.To];
            if (a != b)
            {
                AddColumn(entries, a, a, b, true);
                AddColumn(entries, b, b, a, false);
            }

            _entryStart[m + 1] = entries.Count;
        }

        SymmetricGraph graph = Graph(n, entries);
        _lu = new DominantLu(graph, ApproximateMinimumDegree.Order(graph));
        _entryHandle = [.. entries.Select(e => _lu.Locate(e.Row, e.Column))];
        _entryShare = [.. entries.Select(e => e.Share)];
        _entryIsFrom = [.. entries.Select(e => e.IsFrom)];
        _value = new LawValue[_law.Length];
        _weight = new double[_law.Length];
        _flowStep = new double[_law.Length];
        _trialFlow = new double[wiring.Links.Length];
        _step = new double[n];
        _fullStep = new double[n];
        _balance = new double[wiring.ClusterCount];
        _trialPotential = new double[wiring.ClusterCount];
        _slope = new double[wiring.Cluster.Length];
    }

    private bool IsAlive(Link link) => !_wiring.IsCutOff[_wiring.Cluster[link.From]] && !_wiring.IsCutOff[_wiring.Cluster[link.To]];

    /// <summary>Entries of one cluster's column: its own balance's targets gain, the other cluster's lose.</summary>
    private void AddColumn(List<(int Row, int Column, double Share, bool IsFrom)> entries, int cluster, int own, int other, bool isFrom)
    {
        int column = _wiring.Unknown[cluster];
        if (column < 0)
            return;
        foreach ((int target, double share) in _wiring.Targets[own])
            Add(target, share);
        foreach ((int target, double share) in _wiring.Targets[other])
            Add(target, -share);

        void Add(int target, double share)
        {
            if (_wiring.Unknown[target] >= 0)
                entries.Add((_wiring.Unknown[target], column, share, isFrom));
        }
    }

    private static SymmetricGraph Graph(int n, List<(int Row, int Column, double Share, bool IsFrom)> entries)
    {
        var pairs = new HashSet<long>();
        foreach ((int row, int column, _, _) in entries)
        {
            if (row == column)
                continue;
            pairs.Add(((long)row << 32) | (uint)column);
            pairs.Add(((long)column << 32) | (uint)row);
        }

        long[] sorted = [.. pairs];
        Array.Sort(sorted);
        int[] start = new int[n + 1];
        int[] neighbour = new int[sorted.Length];
        for (int k = 0; k < sorted.Length; k++)
        {
            start[(int)(sorted[k] >> 32) + 1]++;
            neighbour[k] = (int)sorted[k];
        }

        for (int i = 0; i < n; i++)
            start[i + 1] += start[i];
        return new SymmetricGraph(start, neighbour);
    }

    /// <summary>Iterates from a state (its free potentials and law flows; NaN flows ask for a start from nothing).</summary>
    /// <param name="state">In: the start. Out: the end.</param>
    /// <param name="injection">Injection of each place [kg/s], given transfers included.</param>
    /// <param name="settings">Tolerance and limit.</param>
    /// <param name="cancel">Stops the iteration.</param>
    internal void Run(SteadyState state, double[] injection, HydraulicSettings settings, CancellationToken cancel)
    {
        bool isCold = _law.Length > 0 && double.IsNaN(state.Flow[_law[0]]);
        SetPlaces(state, state.ClusterPotential);
        double flowSize = FlowSize(state, injection, isCold);
        for (int m = 0; m < _law.Length; m++)
        {
            Link link = _wiring.Links[_law[m]];
            double usual = _laws.UsualFlow(link, state.Density[link.From]);
            LawValue at = _laws.Evaluate(link, usual, End(state, link.From), End(state, link.To));
            _weight[m] = link.Kind == LinkKind.Pipe ? _laws.Drop(link.Element, usual, out _) / usual : at.ByFlow;
            if (!isCold)
                continue;
            state.Flow[_law[m]] = link.Kind == LinkKind.Power ? usual : 0.0;
        }

        double merit = Evaluate(state, injection, isCold);
        for (int iteration = 0; iteration < settings.MaxIterations; iteration++)
        {
            cancel.ThrowIfCancellationRequested();
            state.Iterations++;
            bool isLinear = isCold && iteration == 0;
            if (!Direction(isLinear) && _lu.SingularColumn >= 0)
                state.WorstCluster = Array.IndexOf(_wiring.Unknown, _lu.SingularColumn);
            double taken = Step(state, injection, ref merit, isLinear, 1e-18 * flowSize * flowSize);
            double change = 0.0;
            for (int m = 0; m < _law.Length; m++)
                change = Math.Max(change, Math.Abs(_flowStep[m]));
            flowSize = FlowSize(state, injection, false);
            state.Residual = Residual(state, flowSize);
            if (!double.IsFinite(state.Residual))
                return;
            if (taken == 1.0 && !isLinear && state.Residual <= settings.Tolerance && change <= 1e-7 * flowSize)
            {
                state.IsConverged = true;
                return;
            }
        }
    }

    private static EndState End(SteadyState state, int place) => new(state.Potential[place], state.Pressure[place], state.Density[place]);

    /// <summary>Pressures, potentials and densities of all places from the clusters' potentials.</summary>
    private void SetPlaces(SteadyState state, double[] clusterPotential)
    {
        GasScale gas = _laws.Reference;
        for (int i = 0; i < _wiring.Cluster.Length; i++)
        {
            int cluster = _wiring.Cluster[i];
            if (cluster < 0 || _wiring.IsCutOff[cluster])
            {
                state.Pressure[i] = state.Potential[i] = state.Density[i] = double.NaN;
                continue;
            }

            int first = _wiring.First[cluster];
            if (i == first)
            {
                state.Potential[i] = clusterPotential[cluster];
                state.Pressure[i] = gas.Pressure(clusterPotential[cluster]);
                state.Density[i] = gas.Density(state.Pressure[i]);
                _slope[i] = 1.0;
            }
        }

        for (int i = 0; i < _wiring.Cluster.Length; i++)
        {
            int cluster = _wiring.Cluster[i];
            if (cluster < 0 || _wiring.IsCutOff[cluster] || i == _wiring.First[cluster])
                continue;
            int first = _wiring.First[cluster];
            if (_wiring.Scale[i] == 1.0 && _wiring.Offset[i] == 0.0)
            {
                state.Potential[i] = state.Potential[first];
                state.Pressure[i] = state.Pressure[first];
                state.Density[i] = state.Density[first];
                _slope[i] = 1.0;
                continue;
            }

            state.Pressure[i] = (_wiring.Scale[i] * state.Pressure[first]) + _wiring.Offset[i];
            state.Potential[i] = gas.Potential(state.Pressure[i]);
            state.Density[i] = gas.Density(state.Pressure[i]);
            _slope[i] = _wiring.Scale[i] * state.Density[i] / state.Density[first];
        }
    }

    /// <summary>Evaluates laws and balances; returns the merit: the sum of squares of both, as flows.</summary>
    private double Evaluate(SteadyState state, double[] injection, bool isLinear = false)
    {
        double merit = 0.0;
        for (int m = 0; m < _law.Length; m++)
        {
            int k = _law[m];
            Link link = _wiring.Links[k];
            LawValue value = _laws.Evaluate(link, state.Flow[k], End(state, link.From), End(state, link.To));
            if (isLinear && link.Kind != LinkKind.Power)
                value = value with { ByFlow = _weight[m] };
            _value[m] = value;
            double size = value.Residual / (value.ByFlow + _weight[m]);
            merit += size * size;
        }

        Array.Clear(_balance);
        for (int i = 0; i < injection.Length; i++)
        {
            if (_wiring.Cluster[i] >= 0)
                _balance[_wiring.Cluster[i]] += injection[i];
        }

        foreach (int k in _law)
        {
            _balance[_wiring.Cluster[_wiring.Links[k].From]] -= state.Flow[k];
            _balance[_wiring.Cluster[_wiring.Links[k].To]] += state.Flow[k];
        }

        Array.Clear(_step);
        for (int c = 0; c < _balance.Length; c++)
            Distribute(c, _balance[c]);
        foreach (double balance in _step)
            merit += balance * balance;
        return merit;
    }

    private void Distribute(int cluster, double amount)
    {
        foreach ((int target, double share) in _wiring.Targets[cluster])
        {
            if (_wiring.Unknown[target] >= 0)
                _step[_wiring.Unknown[target]] += share * amount;
        }
    }

    /// <summary>The Newton direction: <see cref="_step"/> of the unknowns (it holds the balances before), <see cref="_flowStep"/> of the flows.</summary>
    private bool Direction(bool isLinear)
    {
        _lu.Clear();
        for (int m = 0; m < _law.Length; m++)
        {
            Link link = _wiring.Links[_law[m]];
            LawValue value = _value[m];
            double from = value.ByFrom / value.ByFlow * _slope[link.From];
            double to = value.ByTo / value.ByFlow * _slope[link.To];
            for (int p = _entryStart[m]; p < _entryStart[m + 1]; p++)
                _lu.Add(_entryHandle[p], _entryShare[p] * (_entryIsFrom[p] ? from : to));
            double flow = value.Residual / value.ByFlow;
            Distribute(_wiring.Cluster[link.From], -flow);
            Distribute(_wiring.Cluster[link.To], flow);
        }

        bool isRegular = _lu.Factorize();
        _lu.Solve(_step);
        for (int m = 0; m < _law.Length; m++)
        {
            Link link = _wiring.Links[_law[m]];
            LawValue value = _value[m];
            double change = value.Residual + (value.ByFrom * _slope[link.From] * Change(link.From)) - (value.ByTo * _slope[link.To] * Change(link.To));
            _flowStep[m] = change / value.ByFlow;
        }

        return isRegular || isLinear;
    }

    private double Change(int place)
    {
        int unknown = _wiring.Unknown[_wiring.Cluster[place]];
        return unknown < 0 ? 0.0 : _step[unknown];
    }

    private double Step(SteadyState state, double[] injection, ref double merit, bool isLinear, double negligible)
    {
        Array.Copy(state.ClusterPotential, _trialPotential, _trialPotential.Length);
        Array.Copy(state.Flow, _trialFlow, _trialFlow.Length);
        Array.Copy(_step, _fullStep, _step.Length);
        for (double length = 1.0; ; length *= 0.5)
        {
            for (int c = 0; c < _trialPotential.Length; c++)
            {
                if (_wiring.Unknown[c] >= 0)
                    state.ClusterPotential[c] = _trialPotential[c] + (length * _fullStep[_wiring.Unknown[c]]);
            }

            for (int m = 0; m < _law.Length; m++)
                state.Flow[_law[m]] = _trialFlow[_law[m]] + (length * _flowStep[m]);
            SetPlaces(state, state.ClusterPotential);
            double trial = Evaluate(state, injection);
            if ((isLinear && double.IsFinite(trial)) || trial <= merit * (1.0 - (1e-4 * length)) || trial <= negligible || (length <= LeastStep && double.IsFinite(trial)) || length < 1e-6)
            {
                merit = trial;
                return length;
            }
        }
    }

    private double FlowSize(SteadyState state, double[] injection, bool isCold)
    {
        double size = 0.0;
        foreach (double value in injection)
            size = Math.Max(size, Math.Abs(value));
        if (isCold)
            return size;
        foreach (int k in _law)
            size = Math.Max(size, Math.Abs(state.Flow[k]));
        return Math.Max(size, 1e-6);
    }

    /// <summary>Greatest relative residual: laws against the greater of the potentials or pressures at their ends, balances against the greatest flow.</summary>
    private double Residual(SteadyState state, double flowSize)
    {
        double worst = 0.0;
        state.WorstLink = -1;
        for (int m = 0; m < _law.Length; m++)
        {
            Link link = _wiring.Links[_law[m]];
            double size = link.Kind == LinkKind.Pipe
                ? Math.Max(Math.Abs(state.Potential[link.From]), Math.Abs(state.Potential[link.To]))
                : Math.Max(Math.Abs(state.Pressure[link.From]), Math.Abs(state.Pressure[link.To]));
            double relative = Math.Abs(_value[m].Residual) / size;
            if (!(relative <= worst))
            {
                worst = relative;
                state.WorstLink = _law[m];
            }
        }

        foreach (double balance in _step)
            worst = Math.Max(worst, Math.Abs(balance) / flowSize);
        return worst;
    }
}
