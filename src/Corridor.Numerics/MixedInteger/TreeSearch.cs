using Corridor.Numerics.MixedInteger.Heuristics;

namespace Corridor.Numerics.MixedInteger;

/// <summary>
/// Branch and bound over one model: the open node with the least bound first, then downwards from it as long as its children are not much worse.
/// </summary>
internal sealed class TreeSearch
{
    private readonly SearchContext _context;
    private readonly IntegerModel _model;
    private readonly IRelaxation _relaxation;
    private readonly BoundPropagation _propagation;
    private readonly Branching _branching;
    private readonly PointSearch _points;
    private readonly double[] _rootLower;
    private readonly double[] _rootUpper;
    private readonly bool _isPart;
    private readonly NodeQueue _open = new();
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly List<int> _changed = [];
    private double _closed = double.PositiveInfinity;
    private int _ids;
    private bool _isInterrupted;
    private int _heuristicRelaxations;
    private int _versionOfNeighbourhood;
    private int _nextNeighbourhood;

    internal TreeSearch(SearchContext context, IntegerModel model, IRelaxation relaxation, double[] lower, double[] upper, bool isPart)
    {
        _context = context;
        _model = model;
        _relaxation = relaxation;
        _rootLower = lower;
        _rootUpper = upper;
        _isPart = isPart;
        _propagation = new BoundPropagation(model);
        _branching = new Branching(context, model, relaxation, _propagation);
        _points = new PointSearch(context, model, relaxation, _propagation);
        _lower = new double[model.ColumnCount];
        _upper = new double[model.ColumnCount];
    }

    internal int Nodes { get; private set; }

    /// <summary>Bound of parts that could neither be solved nor divided further; +∞ if there is none.</summary>
    internal double UnresolvedBound { get; private set; } = double.PositiveInfinity;

    /// <summary>The proven lower bound of everything this search was given, as far as it is better than the best point.</summary>
    internal double BestBound =>
        Math.Min(Math.Min(_open.LeastBound, UnresolvedBound), Math.Min(Math.Min(_closed, _branching.ClosedBound), _context.Incumbent.Objective));

    /// <summary>Searches. Null if nothing is left open, otherwise why it stopped.</summary>
    /// <param name="rootBound">A proven bound.</param>
    /// <param name="start">Where the first relaxation may start.</param>
    /// <param name="nodeLimit">Largest number of nodes.</param>
    /// <param name="progress">Told once a node; may be null.</param>
    internal MixedIntegerStopReason? Run(double rootBound, object? start, int nodeLimit, IProgress<MixedIntegerProgress>? progress)
    {
        Node? node = new()
        {
            Id = _ids++,
            Inherited = null,
            Column = -1,
            Lower = 0.0,
            Upper = 0.0,
            Depth = 0,
            Bound = rootBound,
            Start = start,
        };
        while (true)
        {
            node ??= _open.Take();
            if (node is null)
                return null;
            if (node.Bound >= _context.Incumbent.Cutoff)
            {
                Close(node.Bound);
                node = null;
                continue;
            }

            if (_context.Clock.IsOver || Nodes >= nodeLimit)
            {
                _open.Add(node);
                return !_context.Clock.IsOver ? MixedIntegerStopReason.NodeLimit
                    : _context.Clock.Token.IsCancellationRequested ? MixedIntegerStopReason.Cancelled
                    : MixedIntegerStopReason.TimeLimit;
            }

            Nodes++;
            Node? next = Process(node);
            if (_isInterrupted)
            {
                _isInterrupted = false;
                _open.Add(node);
                node = null;
                continue;
            }

            progress?.Report(new MixedIntegerProgress(
                Nodes, _open.Count, _context.Relaxations, _context.Incumbent.Objective, Math.Min(BestBound, next?.Bound ?? double.PositiveInfinity)));
            node = next;
        }
    }

    private void Close(double bound) => _closed = Math.Min(_closed, bound);

    /// <summary>Solves a node and divides it; returns the child to go on with, if any.</summary>
    private Node? Process(Node node)
    {
        _rootLower.CopyTo(_lower, 0);
        _rootUpper.CopyTo(_upper, 0);
        _changed.Clear();
        node.Apply(_lower, _upper, _changed);
        if (!(node.IsRoot ? _propagation.All(_lower, _upper) : _propagation.From([.. _changed], _lower, _upper)))
            return null;
        object? start = node.Start;
        bool isFirst = true;
        while (true)
        {
            var limits = new RelaxationLimits(_context.Incumbent.Cutoff, int.MaxValue);
            RelaxationResult result = _context.Solve(_relaxation, _lower, _upper, start, limits);
            start = result.Start ?? start;
            if (result.Status == RelaxationStatus.Interrupted)
            {
                _isInterrupted = true;
                return null;
            }

            if (result.Status == RelaxationStatus.Infeasible)
                return null;
            double before = node.Bound;
            node.Bound = Math.Max(node.Bound, _context.Incumbent.Round(result.Bound));
            if (isFirst && !node.IsRoot && result.Status is RelaxationStatus.Optimal or RelaxationStatus.Stopped)
                _branching.Costs.Observe(node.Column, node.IsUp, node.Distance, node.Bound - before);
            isFirst = false;
            if (node.Bound >= _context.Incumbent.Cutoff)
            {
                Close(node.Bound);
                return null;
            }

            if (result.Status != RelaxationStatus.Optimal)
                return Blind(node, null);
            if (!Tighten(result))
                return null;
            if (IsOutside(result.Point))
                continue;
            List<int> fractional = Fractionality.Columns(_model, result.Point);
            if (fractional.Count == 0)
                return Whole(node, result);
            LookForPoints(node, result);
            if (node.Bound >= _context.Incumbent.Cutoff)
            {
                Close(node.Bound);
                return null;
            }

            BranchChoice choice = _branching.Select(result, fractional, node.Depth, _lower, _upper);
            if (choice.IsInterrupted)
            {
                _isInterrupted = true;
                return null;
            }

            if (!choice.IsTightened)
                return Divide(node, choice, result.Start);
            if (!_propagation.From([choice.Column], _lower, _upper))
                return null;
        }
    }

    /// <summary>Reduced costs against the cutoff, and what follows; false if nothing is left.</summary>
    private bool Tighten(RelaxationResult result)
    {
        double cutoff = _context.Incumbent.Cutoff;
        _changed.Clear();
        ReducedCostFixing.Run(_model, result, cutoff, _lower, _upper, _changed);
        if (_changed.Count == 0)
            return true;
        Close(_context.Incumbent.Round(cutoff));
        return _propagation.From([.. _changed], _lower, _upper);
    }

    private bool IsOutside(double[] x)
    {
        foreach (int j in _model.Integers)
        {
            if (x[j] < _lower[j] - Fractionality.Tolerance || x[j] > _upper[j] + Fractionality.Tolerance)
                return true;
        }

        return false;
    }

    /// <summary>The relaxation is whole: its point, or the best one with its integer values, settles the node, or it is divided further.</summary>
    private Node? Whole(Node node, RelaxationResult result)
    {
        if (!_context.Incumbent.Offer(result.Point) && node.Bound < _context.Incumbent.Cutoff)
            _context.Complete(_model, _relaxation, result.Point, _lower, _upper, result.Start);
        if (node.Bound < _context.Incumbent.Cutoff)
            return Blind(node, result.Point);
        Close(node.Bound);
        return null;
    }

    /// <summary>Divides where the relaxation does not say how.</summary>
    private Node? Blind(Node node, double[]? x)
    {
        int column = -1;
        double widest = -1.0;
        foreach (int j in _model.Integers)
        {
            if (_lower[j] == _upper[j])
                continue;
            double distance = x is null ? 0.0 : Fractionality.Of(x[j]);
            if (distance <= widest)
                continue;
            widest = distance;
            column = j;
        }

        if (column < 0)
        {
            UnresolvedBound = Math.Min(UnresolvedBound, node.Bound);
            return null;
        }

        double low = _lower[column];
        double high = _upper[column];
        double value = x is not null ? Math.Round(x[column])
            : double.IsFinite(low) && double.IsFinite(high) ? Math.Floor(0.5 * (low + high))
            : double.IsFinite(low) ? low : double.IsFinite(high) ? high - 1.0 : 0.0;
        value = Math.Clamp(value, low, high);
        if (value == high)
            value -= 1.0;
        return Divide(node, new BranchChoice(column, value + 0.5, node.Bound, node.Bound, false, false), null, saysNothing: true);
    }

    private Node Divide(Node node, in BranchChoice choice, object? start, bool saysNothing = false)
    {
        (int, double, double)[] found = Node.Found(_model, _rootLower, _rootUpper, _lower, _upper);
        double floor = Math.Floor(choice.Value);
        double part = choice.Value - floor;
        int column = choice.Column;
        Node Child(bool isUp, double bound) => new()
        {
            Id = _ids++,
            Inherited = found,
            Column = column,
            Lower = isUp ? floor + 1.0 : _lower[column],
            Upper = isUp ? _upper[column] : floor,
            Depth = node.Depth + 1,
            Bound = Math.Max(node.Bound, bound),
            Distance = saysNothing ? 0.0 : isUp ? 1.0 - part : part,
            IsUp = isUp,
            Start = start,
        };
        bool isUpFirst = _context.Incumbent.Point is { } best && !saysNothing
            ? best[choice.Column] > choice.Value
            : part > 0.5;
        Node first = Child(isUpFirst, isUpFirst ? choice.UpBound : choice.DownBound);
        Node second = Child(!isUpFirst, isUpFirst ? choice.DownBound : choice.UpBound);
        _open.Add(second);
        if (_context.Incumbent.Point is null)
            return first;

        // With a point at hand, going down pays only near the best bound.
        double least = Math.Min(_open.LeastBound, first.Bound);
        if (first.Bound - least <= 0.3 * (_context.Incumbent.Cutoff - least))
            return first;
        _open.Add(first);
        return _open.Take()!;
    }

    private void LookForPoints(Node node, RelaxationResult result)
    {
        int version = _context.Incumbent.Version;
        if (_context.Settings.Heuristics && !_isPart)
        {
            int before = _context.Relaxations;
            bool isEarly = _context.Incumbent.Point is null;
            if (Nodes == 1 || Nodes % (isEarly ? 5 : 20) == 0)
            {
                if (_heuristicRelaxations <= (_context.Relaxations / 4) + 10)
                {
                    _points.FixAndPropagate(result.Point, 0.5, _lower, _upper, result.Start);
                    _points.FixAndPropagate(result.Point, 0.1, _lower, _upper, result.Start);
                    _points.Dive(result, _lower, _upper, 20);
                }
            }

            if (_context.Incumbent.Point is not null && Nodes >= _nextNeighbourhood && _heuristicRelaxations <= (_context.Relaxations / 4) + 40)
                Neighbourhood(result);
            _heuristicRelaxations += _context.Relaxations - before;
        }

        if (version != _context.Incumbent.Version && _context.Incumbent.Point is { } point)
            _points.OneOpt(point, _rootLower, _rootUpper);
    }

    /// <summary>
    /// Relaxation-induced neighbourhood (E. Danna, E. Rothberg, C. Le Pape, Math. Program. 102 (2005) 71–90): the integer columns on which the best
    /// point and the relaxation agree are fixed, and a small tree is searched over the others.
    /// </summary>
    private void Neighbourhood(RelaxationResult result)
    {
        bool isNew = _versionOfNeighbourhood != _context.Incumbent.Version;
        _versionOfNeighbourhood = _context.Incumbent.Version;
        _nextNeighbourhood = Nodes + (isNew ? 50 : 200);
        double[] best = _context.Incumbent.Point!;
        double[] low = (double[])_rootLower.Clone();
        double[] high = (double[])_rootUpper.Clone();
        int agreed = 0;
        foreach (int j in _model.Integers)
        {
            if (Math.Abs(best[j] - result.Point[j]) > 0.1 || best[j] < low[j] || best[j] > high[j])
                continue;
            low[j] = best[j];
            high[j] = best[j];
            agreed++;
        }

        if (agreed < 0.3 * _model.Integers.Length || agreed == _model.Integers.Length)
            return;
        var part = new TreeSearch(_context, _model, _relaxation, low, high, isPart: true);
        part.Run(result.Bound, result.Start, _relaxation.IsWarm ? 100 : 20, null);
    }
}
