using Corridor.Model.PowerGrids;
using Corridor.Numerics.SparseLu;

namespace Corridor.Studies.PowerFlow.Contingencies;

/// <summary>
/// Outages of an island under direct current. A branch k that does not split the island: with B′x = e_f − e_t the flows change by
/// b_l (x_f(l) − x_t(l)) · F_k / (1 − b_k (x_f − x_t)) (T. Guler, G. Gross, M. Liu, "Generalized line outage distribution factors", IEEE Trans. Power Systems 22 (2007)
/// 879–881). One that splits it: what is cut off puts nothing in, and one solve with the same matrix gives the rest. Several at once: a matrix of their own.
/// One a thread.
/// </summary>
internal sealed class DcOutageSolver
{
    private const double LeastRemainder = 1e-9;

    private readonly PowerGrid _grid;
    private readonly PowerFlowSolution _base;
    private readonly GridIsland _island;
    private readonly DcBalance _balance;
    private readonly DcNetwork _network;
    private readonly SusceptanceConvention _convention;
    private readonly OutageElements _elements;
    private readonly int[] _local;
    private readonly int[] _units;
    private readonly double _tolerance;
    private readonly double[] _right;
    private readonly double[] _injection;
    private readonly double[] _baseInjection;
    private readonly double[] _angle;
    private readonly double[] _baseFlow;
    private readonly double[] _surplus;
    private readonly double[] _output;
    private readonly double[] _square;
    private readonly bool[] _angleFixed;
    private readonly List<int> _left = [];
    private bool _isShared;

    internal DcOutageSolver(
        PowerFlowSolution solution, GridIsland island, DcBalance balance, DcNetwork network, int[] local, OutageTopology topology, SusceptanceConvention convention, double tolerance)
    {
        _grid = solution.Grid;
        _base = solution;
        _island = island;
        _balance = balance;
        _convention = convention;
        int[] branches = network.Branches.Index;
        _local = local;
        _tolerance = tolerance;
        _network = network.Fork();
        int n = island.Buses.Length;
        var inside = new HashSet<int>(island.Buses);
        _units = [.. Enumerable.Range(0, _grid.Units.Count).Where(u => _grid.Units[u].InService && inside.Contains(_grid.Units[u].Bus))];
        _elements = new OutageElements(_grid, branches, _units, topology, balance.AngleFixed);
        _right = new double[n];
        _injection = new double[n];
        _surplus = new double[n];
        _output = [.. solution.Units.Select(u => u.Active)];
        _angle = new double[n];
        _square = new double[branches.Length];
        _angleFixed = new bool[n];
        _baseFlow = Array.ConvertAll(branches, e => solution.Branches[e].FromActive / _grid.BasePower);
        _baseInjection = [.. balance.Injection];
        for (int i = 0; i < n; i++)
        {
            // A slack bus puts in what the network takes from it.
            if (balance.AngleFixed[i] && balance.Shares.Length == 0)
                _baseInjection[i] = 0;
        }

        for (int k = 0; k < branches.Length; k++)
        {
            if (balance.Shares.Length > 0)
                break;
            if (balance.AngleFixed[_network.Branches.From[k]])
                _baseInjection[_network.Branches.From[k]] += _baseFlow[k];
            if (balance.AngleFixed[_network.Branches.To[k]])
                _baseInjection[_network.Branches.To[k]] -= _baseFlow[k];
        }
    }

    /// <summary>Solves an outage; null where it touches nothing here.</summary>
    internal ContingencyOutcome? Solve(GridContingency contingency, int index, OutageTally tally)
    {
        if (!_elements.Take(contingency))
            return null;
        _balance.AngleFixed.CopyTo(_angleFixed, 0);
        _isShared = _balance.Shares.Length > 0;
        ContingencyOutcome outcome;
        if (_network.Factor.Status != LuStatus.Factorized)
            outcome = Unsolved(FlowFailureReason.Singular);
        else if (_elements is { Branches.Count: 1, Units.Count: 0, Splits: false })
            outcome = Distribute(_elements.Branches[0], index, tally);
        else
            outcome = Balance(index, tally);
        return _elements.Account(outcome, _island.Buses, _local, _base.Units);
    }

    private static ContingencyOutcome Unsolved(FlowFailureReason reason) => new() { Status = ContingencyStatus.Unsolved, Reason = reason };

    private ContingencyOutcome Distribute(int failing, int index, OutageTally tally)
    {
        IslandBranches branches = _network.Branches;
        int f = branches.From[failing];
        int t = branches.To[failing];
        Array.Clear(_right);
        if (f != t)
        {
            if (!_balance.AngleFixed[f])
                _right[f] = 1.0;
            if (!_balance.AngleFixed[t])
                _right[t] = -1.0;
            _network.Factor.Solve(_right);
        }

        double remainder = 1.0 - (branches.Susceptance[failing] * (_right[f] - _right[t]));
        if (!(Math.Abs(remainder) > LeastRemainder))
            return Unsolved(FlowFailureReason.Singular);
        double moved = _baseFlow[failing] / remainder;
        _baseInjection.CopyTo(_surplus, 0);
        double squareOfBase = _grid.BasePower * _grid.BasePower;
        int[] from = branches.From;
        int[] to = branches.To;
        double[] susceptance = branches.Susceptance;
        double[] square = _square;
        double[] right = _right;
        double[] surplus = _surplus;
        double[] baseFlow = _baseFlow;
        for (int k = 0; k < from.Length; k++)
        {
            square[k] = 0;
            if (k == failing)
                continue;
            f = from[k];
            t = to[k];
            double flow = baseFlow[k] + (susceptance[k] * (right[f] - right[t]) * moved);
            surplus[f] -= flow;
            surplus[t] += flow;
            square[k] = flow * flow * squareOfBase;
        }

        return Verdict(ContingencyStatus.Solved, branches, index, tally);
    }

    /// <summary>Units that fail, parts that are cut off, several branches at once.</summary>
    private ContingencyOutcome Balance(int index, OutageTally tally)
    {
        _baseInjection.CopyTo(_injection, 0);
        for (int i = 0; i < _injection.Length; i++)
        {
            if (!_elements.IsKept[i])
                _injection[i] = 0;
        }

        foreach (int u in _elements.Units)
        {
            if (_elements.IsKept[_local[_grid.Units[u].Bus]])
                _injection[_local[_grid.Units[u].Bus]] -= _base.Units[u].Active / _grid.BasePower;
        }

        if (_elements.Splits)
            CutLines();
        bool isReleased = false;
        if (!_isShared && _elements.Units.Count > 0)
            isReleased = ReleaseSlack();
        if (_isShared && !Share())
            return Unsolved(FlowFailureReason.NoSource);
        DcNetwork network = _network;
        if (_elements.Branches.Count > (_elements.Splits ? 1 : 0) || isReleased)
        {
            // The other branches alone; what is cut off from the slack puts nothing in and needs an angle. A single branch that splits may stay: it carries nothing.
            bool[] isFixed = [.. _angleFixed.Select((given, i) => given || !_elements.IsKept[i])];
            network = DcNetwork.Build(_grid, [.. _network.Branches.Index.Where((_, k) => !_elements.IsOut[k])], _local, isFixed, _convention);
            if (network.Factor.Status != LuStatus.Factorized)
                return Unsolved(FlowFailureReason.Singular);
        }

        return Flows(network, index, tally);
    }

    private ContingencyOutcome Flows(DcNetwork network, int index, OutageTally tally)
    {
        IslandBranches branches = network.Branches;
        _injection.CopyTo(_right, 0);
        foreach (int k in branches.Shifted)
        {
            if (!IsLive(branches, k))
                continue;
            double constant = branches.Susceptance[k] * branches.Shift[k];
            _right[branches.From[k]] += constant;
            _right[branches.To[k]] -= constant;
        }

        for (int i = 0; i < _right.Length; i++)
        {
            if (network.AngleFixed[i])
                _right[i] = _angleFixed[i] ? _balance.GivenAngle[i] : 0;
        }

        _right.CopyTo(_angle, 0);
        network.Factor.Solve(_angle);
        _injection.CopyTo(_surplus, 0);
        double squareOfBase = _grid.BasePower * _grid.BasePower;
        int[] from = branches.From;
        int[] to = branches.To;
        double[] susceptance = branches.Susceptance;
        double[] shift = branches.Shift;
        double[] square = _square;
        bool[] isKept = _elements.IsKept;
        double[] angle = _angle;
        double[] surplus = _surplus;
        for (int k = 0; k < from.Length; k++)
        {
            int f = from[k];
            int t = to[k];
            square[k] = 0;
            if (!isKept[f] || !isKept[t])
                continue;
            double flow = susceptance[k] * (angle[f] - angle[t] - shift[k]);
            surplus[f] -= flow;
            surplus[t] += flow;
            square[k] = flow * flow * squareOfBase;
        }

        return Verdict(_elements.Splits ? ContingencyStatus.Split : ContingencyStatus.Solved, branches, index, tally);
    }

    /// <summary>Whether a branch carries something: not the failing one that splits the island, and not beyond it.</summary>
    private bool IsLive(IslandBranches branches, int k) => _elements.IsKept[branches.From[k]] && _elements.IsKept[branches.To[k]];

    /// <summary>Direct current lines whose other end is cut off carry nothing.</summary>
    private void CutLines()
    {
        foreach (GridDcLine line in _grid.DcLines)
        {
            if (!BusOutputs.Runs(_grid, line) || !IsHere(line.From) || !IsHere(line.To))
                continue;
            bool from = _elements.IsKept[_local[line.From]];
            bool to = _elements.IsKept[_local[line.To]];
            if (from && !to)
                _injection[_local[line.From]] += line.Flow / _grid.BasePower;
            else if (to && !from)
                _injection[_local[line.To]] -= BusSchedule.Arriving(line) / _grid.BasePower;
        }
    }

    private bool IsHere(int bus) => _local[bus] < _injection.Length && _island.Buses[_local[bus]] == bus;

    /// <summary>
    /// Slack buses that lost their last unit are slack no longer: the others take up what is missing, and where there are none the remaining units, with the
    /// angle of the first kept. Whether an angle is free that the matrix holds.
    /// </summary>
    private bool ReleaseSlack()
    {
        int first = -1;
        bool isAny = false;
        bool isReleased = false;
        for (int i = 0; i < _angleFixed.Length; i++)
        {
            if (!_angleFixed[i] || !_elements.IsKept[i])
                continue;
            int bus = _island.Buses[i];
            bool isLost = _elements.Units.Exists(u => _grid.Units[u].Bus == bus) && !Array.Exists(_units, u => _grid.Units[u].Bus == bus && !_elements.Units.Contains(u));
            first = first < 0 ? i : first;
            isAny |= !isLost;
            isReleased |= isLost;
            _angleFixed[i] = !isLost;
        }

        if (isAny || !isReleased)
            return isReleased;
        _angleFixed[first] = true;
        _isShared = true;
        return _balance.AngleFixed.AsSpan().Count(true) > 1;
    }

    private bool Share()
    {
        _left.Clear();
        foreach (int u in _units)
        {
            if (_elements.IsKept[_local[_grid.Units[u].Bus]] && !_elements.Units.Contains(u))
                _left.Add(u);
        }

        if (_left.Count == 0)
            return false;
        double missing = 0;
        foreach (double injection in _injection)
            missing -= injection;
        double[] shares = SlackShares.Of(_grid, _left, _output, missing);
        for (int k = 0; k < _left.Count; k++)
            _injection[_local[_grid.Units[_left[k]].Bus]] += shares[k] * missing;
        return true;
    }

    private ContingencyOutcome Verdict(ContingencyStatus status, IslandBranches branches, int index, OutageTally tally)
    {
        double mismatch = 0;
        int worst = -1;
        for (int i = 0; i < _surplus.Length; i++)
        {
            double error = ErrorSize.Of(Math.Abs(_surplus[i]));
            bool isFree = !_elements.IsKept[i] || (!_isShared && _angleFixed[i]);
            if (!isFree && error > mismatch)
                (mismatch, worst) = (error, i);
        }

        if (!(mismatch <= _tolerance))
            return new ContingencyOutcome { Status = ContingencyStatus.Unsolved, Mismatch = mismatch, Reason = FlowFailureReason.Refuted, MismatchBus = _island.Buses[worst] };

        // Only a confirmed state counts among the worst.
        int[] grid = branches.Index;
        for (int k = 0; k < grid.Length; k++)
            tally.Look(grid[k], _square[k], index);
        return new ContingencyOutcome { Status = status, Mismatch = mismatch };
    }
}
