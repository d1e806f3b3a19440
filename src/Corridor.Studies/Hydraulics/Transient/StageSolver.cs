namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>
/// Newton's method for one stage: every pipe is condensed to its ends, the nodes and the elements between them are solved at once, and the insides follow.
/// Regimes of nodes and stations change between iterations until all fit (a semismooth Newton method on the complementarity conditions; Hintermüller, Ito,
/// Kunisch, SIAM J. Optim. 13 (2002) 865–888, show it equal to this active set strategy).
/// </summary>
internal sealed class StageSolver
{
    private const double Rounding = 1e-6;

    /// <summary>Iterations in which all regimes may change at once; from then on one at a time, the first of them, so that no two chase each other.</summary>
    private const int Together = 6;
    private readonly PipeGrid _grid;
    private readonly PipeBank _pipes;
    private readonly NodeBank _nodes;
    private readonly LinkBank _links;
    private readonly NodalMatrix _matrix;
    private readonly double[] _right;
    private readonly int[] _diagonal;
    private readonly int[] _pipeFromTo;
    private readonly int[] _pipeToFrom;
    private readonly int[] _linkInFrom;
    private readonly int[] _linkInTo;
    private readonly int[] _linkByFrom;
    private readonly int[] _linkByTo;
    private readonly double[] _inflow;
    private readonly double _pressureScale;
    private readonly double _flowScale;

    internal StageSolver(PipeGrid grid, PipeBank pipes, NodeBank nodes, LinkBank links, double pressureScale, double flowScale)
    {
        _grid = grid;
        _pipes = pipes;
        _nodes = nodes;
        _links = links;
        _pressureScale = pressureScale;
        _flowScale = flowScale;
        int n = nodes.Count;
        _matrix = new NodalMatrix(n, grid.From, grid.To, links.From, links.To);
        _right = new double[_matrix.Size];
        _inflow = new double[n];
        _diagonal = [.. Enumerable.Range(0, _matrix.Size).Select(i => _matrix.Place(i, i))];
        _pipeFromTo = [.. Enumerable.Range(0, grid.Count).Select(k => _matrix.Place(grid.From[k], grid.To[k]))];
        _pipeToFrom = [.. Enumerable.Range(0, grid.Count).Select(k => _matrix.Place(grid.To[k], grid.From[k]))];
        _linkInFrom = [.. Enumerable.Range(0, links.Count).Select(e => _matrix.Place(links.From[e], n + e))];
        _linkInTo = [.. Enumerable.Range(0, links.Count).Select(e => _matrix.Place(links.To[e], n + e))];
        _linkByFrom = [.. Enumerable.Range(0, links.Count).Select(e => _matrix.Place(n + e, links.From[e]))];
        _linkByTo = [.. Enumerable.Range(0, links.Count).Select(e => _matrix.Place(n + e, links.To[e]))];
    }

    /// <summary>Greatest number of iterations.</summary>
    internal int MaxIterations { get; set; } = 25;

    /// <summary>Relative change of a last iteration.</summary>
    internal double Tolerance { get; set; } = 1e-10;

    /// <summary>Iterations since the start of the run.</summary>
    internal long Iterations { get; private set; }

    /// <summary>Whether a regime has changed in the last stage.</summary>
    internal bool Switched { get; private set; }

    /// <summary>Node whose pressure changed most in the last iteration; −1 where an element's flow did.</summary>
    internal int WorstNode { get; private set; }

    /// <summary>Element whose flow changed most in the last iteration; −1 where a node's pressure did.</summary>
    internal int WorstLink { get; private set; }

    /// <summary>Pipe whose inside changed most in the last iteration; −1 where a node's pressure or an element's flow did.</summary>
    internal int WorstPipe { get; private set; } = -1;

    /// <summary>The network's inflow at each node at the present state, without its injection [kg/s].</summary>
    internal ReadOnlySpan<double> Inflow => _inflow;


    /// <summary>Solves a stage from the present state.</summary>
    /// <param name="weight">Weight of the stage [s], > 0.</param>
    /// <returns>Whether it has converged.</returns>
    internal bool TrySolve(double weight)
    {
        Switched = false;
        double last = double.PositiveInfinity;
        for (int iteration = 0; iteration < MaxIterations; iteration++)
        {
            Iterations++;
            _pipes.Condense(weight);
            Assemble(weight);
            if (!_matrix.Factorize())
                return false;
            _matrix.Solve(_right);
            double change = Expand(out double damping);
            if (!double.IsFinite(change))
                return false;
            Apply(damping);
            bool switched = UpdateRegimes(weight, onlyOne: iteration >= Together);
            Switched |= switched;

            // In short steps rounding of the masses is divided by the weight of the stage: a small change that no longer shrinks is that rounding.
            bool atRest = change <= Tolerance || change <= Rounding && change >= 0.7 * last;
            if (!switched && damping == 1.0 && atRest)
                return Fits();
            last = switched || damping < 1.0 ? double.PositiveInfinity : change;
        }

        return false;
    }

    /// <summary>Finds inflow and injection of every node from the flows of the present state.</summary>
    internal void Balance(double weight)
    {
        _inflow.AsSpan().Clear();
        for (int k = 0; k < _grid.Count; k++)
        {
            _inflow[_grid.From[k]] -= _pipes.Flow[_grid.PointStart[k]];
            _inflow[_grid.To[k]] += _pipes.Flow[_grid.PointStart[k + 1] - 1];
        }

        for (int e = 0; e < _links.Count; e++)
        {
            _inflow[_links.From[e]] -= _links.Flow[e];
            _inflow[_links.To[e]] += _links.Flow[e];
        }

        for (int i = 0; i < _nodes.Count; i++)
            _nodes.Injection[i] = _nodes.Keeps(i, weight, out _) - _inflow[i];
    }

    /// <summary>Greatest residual of the equations of the stage at the present state, relative to flows, pressures and masses.</summary>
    internal double Residual(double weight)
    {
        double worst = _pipes.Residual(weight, _flowScale);
        Balance(weight);
        for (int i = 0; i < _nodes.Count; i++)
        {
            double miss = _nodes.Regime[i] switch
            {
                NodeRegime.Held => (_nodes.Pressure[i] - _nodes.Target[i]) / _nodes.Target[i],
                NodeRegime.Lower => (_nodes.Injection[i] - _nodes.Lower[i]) / _flowScale,
                _ => (_nodes.Injection[i] - _nodes.Upper[i]) / _flowScale,
            };
            worst = Math.Max(worst, Math.Abs(miss));
        }

        for (int e = 0; e < _links.Count; e++)
        {
            double miss = _links.Equation(e, _nodes.Pressure[_links.From[e]], _nodes.Pressure[_links.To[e]], out _, out _, out _);
            bool isFlow = _links.Regime[e] is LinkRegime.Closed or LinkRegime.Shut or LinkRegime.Still or LinkRegime.FlowHeld;
            worst = Math.Max(worst, Math.Abs(miss) / (isFlow ? _flowScale : _pressureScale));
        }

        return worst;
    }

    private void Assemble(double weight)
    {
        double[] values = _matrix.Values;
        values.AsSpan().Clear();
        int n = _nodes.Count;
        double perFlow = 1.0 / _flowScale;
        double byPressure = _pressureScale / _flowScale;
        for (int i = 0; i < n; i++)
        {
            if (_nodes.Regime[i] == NodeRegime.Held)
            {
                values[_diagonal[i]] = 1.0;
                _right[i] = (_nodes.Target[i] - _nodes.Pressure[i]) / _pressureScale;
                continue;
            }

            double injection = _nodes.Regime[i] == NodeRegime.Lower ? _nodes.Lower[i] : _nodes.Upper[i];
            double kept = _nodes.Keeps(i, weight, out double slope);
            values[_diagonal[i]] = slope * byPressure;
            _right[i] = (injection - kept) * perFlow;
        }

        for (int k = 0; k < _grid.Count; k++)
        {
            ref readonly PipePorts ports = ref _pipes.Ports[k];
            int from = _grid.From[k];
            int to = _grid.To[k];
            if (_nodes.Regime[from] != NodeRegime.Held)
            {
                values[_diagonal[from]] += ports.StartByStart * byPressure;
                values[_pipeFromTo[k]] += ports.StartByEnd * byPressure;
                _right[from] -= (_pipes.Flow[_grid.PointStart[k]] + ports.Start) * perFlow;
            }

            if (_nodes.Regime[to] != NodeRegime.Held)
            {
                values[_diagonal[to]] -= ports.EndByEnd * byPressure;
                values[_pipeToFrom[k]] -= ports.EndByStart * byPressure;
                _right[to] += (_pipes.Flow[_grid.PointStart[k + 1] - 1] + ports.End) * perFlow;
            }
        }

        for (int e = 0; e < _links.Count; e++)
            AssembleLink(e, values, perFlow);
    }

    private void AssembleLink(int e, double[] values, double perFlow)
    {
        int from = _links.From[e];
        int to = _links.To[e];
        if (_nodes.Regime[from] != NodeRegime.Held)
        {
            values[_linkInFrom[e]] += 1.0;
            _right[from] -= _links.Flow[e] * perFlow;
        }

        if (_nodes.Regime[to] != NodeRegime.Held)
        {
            values[_linkInTo[e]] -= 1.0;
            _right[to] += _links.Flow[e] * perFlow;
        }

        double miss = _links.Equation(e, _nodes.Pressure[from], _nodes.Pressure[to], out double byFrom, out double byTo, out double byFlow);
        bool isFlow = _links.Regime[e] is LinkRegime.Closed or LinkRegime.Shut or LinkRegime.Still or LinkRegime.FlowHeld;
        double scale = isFlow ? perFlow : 1.0 / _pressureScale;
        int row = _nodes.Count + e;
        values[_diagonal[row]] = byFlow * scale * _flowScale;
        values[_linkByFrom[e]] = byFrom * scale * _pressureScale;
        values[_linkByTo[e]] = byTo * scale * _pressureScale;
        _right[row] = -miss * scale;
    }

    private double Expand(out double damping)
    {
        double change = 0.0;
        damping = 1.0;
        WorstNode = -1;
        WorstLink = -1;
        WorstPipe = -1;
        int n = _nodes.Count;
        for (int i = 0; i < n; i++)
        {
            double step = _nodes.Change[i] = _right[i] * _pressureScale;
            double relative = Math.Abs(step) / _nodes.Pressure[i];
            if (!(relative <= change))
            {
                change = relative;
                WorstNode = i;
            }

            if (step < -0.7 * _nodes.Pressure[i])
                damping = Math.Min(damping, -0.7 * _nodes.Pressure[i] / step);
        }

        for (int e = 0; e < _links.Count; e++)
        {
            double step = _links.Change[e] = _right[n + e] * _flowScale;
            double relative = Math.Abs(step) / (_flowScale + Math.Abs(_links.Flow[e]));
            if (!(relative <= change))
            {
                change = relative;
                WorstLink = e;
                WorstNode = -1;
            }
        }

        for (int k = 0; k < _grid.Count; k++)
            _pipes.Expand(k, _nodes.Change[_grid.From[k]], _nodes.Change[_grid.To[k]]);
        double[] pressure = _pipes.Pressure;
        double[] step1 = _pipes.PressureChange;
        double[] step2 = _pipes.FlowChange;
        for (int k = 0; k < _grid.Count; k++)
        {
            for (int i = _grid.PointStart[k]; i < _grid.PointStart[k + 1]; i++)
            {
                double relative = Math.Max(Math.Abs(step1[i]) / pressure[i], Math.Abs(step2[i]) / (_flowScale + Math.Abs(_pipes.Flow[i])));
                if (!(relative <= change))
                {
                    change = relative;
                    WorstNode = -1;
                    WorstLink = -1;
                    WorstPipe = k;
                }

                if (step1[i] < -0.7 * pressure[i])
                    damping = Math.Min(damping, -0.7 * pressure[i] / step1[i]);
            }
        }

        return change;
    }

    private void Apply(double damping)
    {
        for (int i = 0; i < _nodes.Count; i++)
            _nodes.Pressure[i] += damping * _nodes.Change[i];
        for (int e = 0; e < _links.Count; e++)
            _links.Flow[e] += damping * _links.Change[e];
        double[] pressure = _pipes.Pressure;
        double[] flow = _pipes.Flow;
        for (int i = 0; i < pressure.Length; i++)
        {
            pressure[i] += damping * _pipes.PressureChange[i];
            flow[i] += damping * _pipes.FlowChange[i];
        }

        // Both hold the same number: the ends of a pipe are its nodes.
        for (int k = 0; k < _grid.Count; k++)
        {
            pressure[_grid.PointStart[k]] = _nodes.Pressure[_grid.From[k]];
            pressure[_grid.PointStart[k + 1] - 1] = _nodes.Pressure[_grid.To[k]];
        }
    }

    private bool UpdateRegimes(double weight, bool onlyOne)
    {
        bool switched = false;
        Balance(weight);
        for (int i = 0; i < _nodes.Count && !(onlyOne && switched); i++)
            switched |= _nodes.Update(i, _nodes.Injection[i]);
        for (int e = 0; e < _links.Count && !(onlyOne && switched); e++)
            switched |= _links.Update(e, _nodes.Pressure[_links.From[e]], _nodes.Pressure[_links.To[e]], _flowScale);
        return switched;
    }

    private bool Fits()
    {
        for (int i = 0; i < _nodes.Count; i++)
        {
            if (!_nodes.Fits(i, _nodes.Injection[i], _flowScale))
            {
                WorstNode = i;
                return false;
            }
        }

        for (int e = 0; e < _links.Count; e++)
        {
            if (!_links.Fits(e, _nodes.Pressure[_links.From[e]], _nodes.Pressure[_links.To[e]], _flowScale))
            {
                WorstLink = e;
                return false;
            }
        }

        return true;
    }
}
