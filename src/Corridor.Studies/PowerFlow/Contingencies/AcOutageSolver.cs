using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow.Contingencies;

/// <summary>Outages of an island under alternating current, each by Newton's method from the state without outages. One a thread.</summary>
internal sealed class AcOutageSolver
{
    private const int MostIterations = 20;
    private const int MostSwitchRounds = 20;

    private readonly PowerGrid _grid;
    private readonly PowerFlowSolution _base;
    private readonly PowerFlowSettings _settings;
    private readonly IslandSolver _source;
    private readonly NewtonSolver _newton;
    private readonly BalanceEquations _balance;
    private readonly IslandNetwork _network;
    private readonly OutageElements _elements;
    private readonly BusSchedule _schedule;
    private readonly int[] _local;
    private readonly ReactiveLimits _limits;
    private readonly int[] _limit;
    private readonly double[] _least;
    private readonly double[] _greatest;
    private readonly double[] _setpoint;
    private readonly double[] _baseActive;
    private readonly double[] _baseReactive;
    private readonly double[] _surplus;
    private readonly double[] _apparent;
    private readonly List<int> _touched = [];
    private int _iterations;

    internal AcOutageSolver(PowerFlowSolution solution, PowerFlowSettings settings, IslandSolver source, BusSchedule schedule, int[] local, OutageTopology topology)
    {
        _grid = solution.Grid;
        _base = solution;
        _settings = settings;
        _source = source;
        _schedule = schedule;
        _local = local;
        _network = source.Balance.Network;
        _newton = new NewtonSolver(_network);
        _balance = _newton.Balance;
        int n = _network.Count;
        var roots = new bool[n];
        for (int i = 0; i < n; i++)
            roots[i] = source.Balance.AngleFixed[i];
        _elements = new OutageElements(_grid, _network.Branches, source.Units, topology, roots);
        _limit = new int[n];
        _least = new double[n];
        _greatest = new double[n];
        _setpoint = [.. source.Setpoint];
        _limits = new ReactiveLimits(_balance, _least, _greatest, _setpoint, _limit, settings.Tolerance);

        // What each bus puts in with its share of the slack: what an outage leaves over is counted from there.
        _baseActive = new double[n];
        _baseReactive = new double[n];
        for (int i = 0; i < n; i++)
        {
            bool isSlack = source.Balance.AngleFixed[i] && !source.IsDistributed;
            _baseActive[i] = isSlack ? source.Balance.ActiveFlow[i] : source.Balance.Active[i] + (source.Balance.Lambda * source.Balance.Weight[i]);
            _baseReactive[i] = source.Balance.Reactive[i];
        }

        _surplus = new double[2 * n];
        _apparent = new double[_network.From.Length];
    }

    /// <summary>Solves an outage; null where it touches nothing here.</summary>
    internal ContingencyOutcome? Solve(GridContingency contingency, int index, OutageTally tally)
    {
        if (!_elements.Take(contingency))
            return null;
        Restore();
        bool isDead = !Apply();
        bool isSolved = !isDead && Run();
        ContingencyOutcome outcome = isSolved ? Observe(index, tally) : Failed(isDead);
        Undo();
        return _elements.Account(outcome, _network.Buses, _local, _base.Units);
    }

    private void Restore()
    {
        BalanceEquations source = _source.Balance;
        source.Angle.CopyTo(_balance.Angle, 0);
        source.Magnitude.CopyTo(_balance.Magnitude, 0);
        source.AngleFixed.CopyTo(_balance.AngleFixed, 0);
        source.VoltageFixed.CopyTo(_balance.VoltageFixed, 0);
        source.Weight.CopyTo(_balance.Weight, 0);
        _baseActive.CopyTo(_balance.Active, 0);
        _baseReactive.CopyTo(_balance.Reactive, 0);
        _balance.IsDistributed = source.IsDistributed;
        _balance.Reference = source.Reference;
        _balance.Lambda = 0;
        _iterations = 0;
        if (!_settings.EnforcesReactiveLimits)
            return;
        _limits.Restart();
        for (int i = 0; i < _limit.Length; i++)
        {
            _limit[i] = _source.Limit[i];
            _least[i] = _schedule.ReactiveMin[_network.Buses[i]];
            _greatest[i] = _schedule.ReactiveMax[_network.Buses[i]];
        }
    }

    /// <summary>Takes the elements out; false where nothing is left to solve.</summary>
    private bool Apply()
    {
        foreach (int k in _elements.Branches)
        {
            _network.Stamp(k, -1.0, _balance.DiagonalG, _balance.DiagonalB, _balance.OffG, _balance.OffB);
            _balance.IsOut[k] = true;
        }

        _touched.Clear();
        if (_elements.Splits)
        {
            for (int i = 0; i < _limit.Length; i++)
            {
                if (_elements.IsKept[i])
                    continue;
                _balance.Magnitude[i] = 0;
                _balance.AngleFixed[i] = true;
                _balance.VoltageFixed[i] = true;
                _balance.Active[i] = 0;
                _balance.Reactive[i] = 0;
                _balance.Weight[i] = 0;
                _setpoint[i] = 0;
            }

            CutLines();
        }

        foreach (int u in _elements.Units)
        {
            int i = _local[_grid.Units[u].Bus];
            if (!_elements.IsKept[i])
                continue;
            _balance.Active[i] -= _base.Units[u].Active / _grid.BasePower;
            _touched.Add(i);
        }

        bool isFed = (!_balance.IsDistributed && _elements.Units.Count == 0) || Shares();
        foreach (int i in _touched)
            Recount(i);
        return isFed;
    }

    /// <summary>Direct current lines whose other end is dead carry nothing.</summary>
    private void CutLines()
    {
        foreach (GridDcLine line in _grid.DcLines)
        {
            if (!BusOutputs.Runs(_grid, line) || !IsCut(line))
                continue;
            bool isFrom = _elements.IsKept[_local[line.From]];
            int i = _local[isFrom ? line.From : line.To];
            _balance.Active[i] += (isFrom ? line.Flow : -BusSchedule.Arriving(line)) / _grid.BasePower;
            _touched.Add(i);
        }
    }

    /// <summary>Whether one end of a line of the island is cut off and the other is not.</summary>
    private bool IsCut(GridDcLine line) => IsHere(line.From) && IsHere(line.To) && _elements.IsKept[_local[line.From]] != _elements.IsKept[_local[line.To]];

    private bool IsHere(int bus) => _local[bus] < _network.Count && _network.Buses[_local[bus]] == bus;

    /// <summary>
    /// Reactive power, limits and voltage of a bus by what still stands there, added up anew, for differences of unbounded limits would be no numbers. A
    /// bus that is slack no longer gives up its voltage with the last that held it.
    /// </summary>
    private void Recount(int i)
    {
        if (_balance.AngleFixed[i] && !_balance.IsDistributed)
            return;
        int bus = _network.Buses[i];
        double least = -_grid.Buses[bus].ReactiveDemand;
        double greatest = least;
        double setpoint = 0;
        foreach (int u in _source.Units)
        {
            GridUnit unit = _grid.Units[u];
            if (unit.Bus == bus && !_elements.Units.Contains(u))
                Count(BusOutputs.Holds(_grid, unit), unit.VoltageSetpoint, unit.ReactivePower, (unit.ReactiveMin, unit.ReactiveMax));
        }

        foreach (GridDcLine line in _grid.DcLines)
        {
            if ((line.From != bus && line.To != bus) || !BusOutputs.Runs(_grid, line) || IsCut(line))
                continue;
            if (line.From == bus)
                Count(BusSchedule.Controls(line.VoltageFrom, line.ReactiveFromLimits), line.VoltageFrom, line.ReactiveFrom, line.ReactiveFromLimits);
            if (line.To == bus)
                Count(BusSchedule.Controls(line.VoltageTo, line.ReactiveToLimits), line.VoltageTo, line.ReactiveTo, line.ReactiveToLimits);
        }

        _least[i] = least / _grid.BasePower;
        _greatest[i] = greatest / _grid.BasePower;
        if (setpoint == 0)
        {
            // Nothing has room here: both limits are what is given.
            _limit[i] = 0;
            _balance.VoltageFixed[i] = false;
            _balance.Reactive[i] = _least[i];
            return;
        }

        _setpoint[i] = setpoint;
        if (_limit[i] != 0)
            _balance.Reactive[i] = _limit[i] > 0 ? _greatest[i] : _least[i];
        else
            _balance.Magnitude[i] = setpoint;

        void Count(bool holds, double voltage, double given, (double Min, double Max) limits)
        {
            least += holds ? limits.Min : given;
            greatest += holds ? limits.Max : given;
            setpoint = holds ? voltage : setpoint;
        }
    }

    /// <summary>
    /// Who takes up what is missing: slack buses that still have their units; the remaining units by their room otherwise. False where there are none.
    /// </summary>
    private bool Shares()
    {
        int[] left = [.. _source.Units.Where(u => !_elements.Units.Contains(u) && _elements.IsKept[_local[_grid.Units[u].Bus]])];
        if (!_balance.IsDistributed && ReleaseSlack(left))
            return true;
        if (left.Length == 0)
            return false;
        if (_elements.Units.Count == 0 && !_elements.Splits)
            return true;
        double[] output = [.. _base.Units.Select(u => u.Active)];
        double missing = 0;
        for (int i = 0; i < _baseActive.Length; i++)
            missing += _baseActive[i] - _balance.Active[i];
        double[] shares = SlackShares.Of(_grid, left, output, missing);
        Array.Clear(_balance.Weight);
        for (int k = 0; k < left.Length; k++)
            _balance.Weight[_local[_grid.Units[left[k]].Bus]] += shares[k];

        // Where the slack was single, its bus keeps its angle; its active balance counts from now on.
        _balance.IsDistributed = true;
        return true;
    }

    /// <summary>Slack buses that lost their last unit are slack no longer; false where none is left, and the reference alone keeps its angle.</summary>
    private bool ReleaseSlack(int[] left)
    {
        int kept = -1;
        for (int i = 0; i < _limit.Length; i++)
        {
            if (!_balance.AngleFixed[i] || !_elements.IsKept[i])
                continue;
            int bus = _network.Buses[i];
            bool isLost = _elements.Units.Exists(u => _grid.Units[u].Bus == bus) && !Array.Exists(left, u => _grid.Units[u].Bus == bus);
            if (isLost)
                _balance.AngleFixed[i] = false;
            else if (kept < 0)
                kept = i;
        }

        if (kept < 0)
            _balance.AngleFixed[_balance.Reference] = true;
        else if (!_balance.AngleFixed[_balance.Reference])
            _balance.Reference = kept;
        return kept >= 0;
    }

    private bool Run()
    {
        if (!Newton() && !Again())
            return false;
        if (!_settings.EnforcesReactiveLimits)
            return true;
        for (int round = 0; round < MostSwitchRounds; round++)
        {
            if (!_limits.Switch(onlyWorst: round >= MostSwitchRounds / 2))
                return true;
            if (!Newton())
                return false;
        }

        return !_limits.Switch(onlyWorst: false);
    }

    private bool Newton()
    {
        NewtonEnd end = _newton.Run(_settings.Tolerance, MostIterations, 0.02, margin: 0.5);
        _iterations += _newton.Iterations;
        End = end;
        return end == NewtonEnd.Converged;
    }

    private NewtonEnd End { get; set; }

    /// <summary>Another start, from the angles of the state without outages.</summary>
    private bool Again()
    {
        _source.Balance.Angle.CopyTo(_balance.Angle, 0);
        _balance.Lambda = 0;
        return LinearStart.Take(_balance, _setpoint) && Newton();
    }

    private ContingencyOutcome Observe(int index, OutageTally tally)
    {
        double basePower = _grid.BasePower;
        for (int i = 0; i < _network.Count; i++)
        {
            double square = _balance.Magnitude[i] * _balance.Magnitude[i];
            int bus = _network.Buses[i];
            _surplus[2 * i] = (_grid.Buses[bus].ShuntConductance / basePower * square) - _balance.Active[i] - (_balance.Lambda * _balance.Weight[i]);
            _surplus[(2 * i) + 1] = (-_grid.Buses[bus].ShuntSusceptance / basePower * square) - _balance.Reactive[i];
        }

        double squareOfBase = basePower * basePower;
        for (int k = 0; k < _network.From.Length; k++)
        {
            if (_elements.IsOut[k])
                continue;
            _network.Flow(k, _balance.Real, _balance.Imaginary, out double fromP, out double fromQ, out double toP, out double toQ);
            int f = 2 * _network.From[k];
            int t = 2 * _network.To[k];
            _surplus[f] += fromP;
            _surplus[f + 1] += fromQ;
            _surplus[t] += toP;
            _surplus[t + 1] += toQ;
            _apparent[k] = Math.Max((fromP * fromP) + (fromQ * fromQ), (toP * toP) + (toQ * toQ)) * squareOfBase;
        }

        double mismatch = 0;
        int worst = -1;
        for (int i = 0; i < _network.Count; i++)
        {
            if (!_elements.IsKept[i])
                continue;
            bool isFree = _balance.AngleFixed[i] && !(_balance.IsDistributed && i == _balance.Reference);
            double error = ErrorSize.Of(Math.Max(isFree ? 0 : Math.Abs(_surplus[2 * i]), _balance.VoltageFixed[i] ? 0 : Math.Abs(_surplus[(2 * i) + 1])));
            if (error > mismatch)
                (mismatch, worst) = (error, i);
        }

        bool isConfirmed = mismatch <= _settings.Tolerance;
        if (isConfirmed)
            Note(index, tally);
        return new ContingencyOutcome
        {
            Status = !isConfirmed ? ContingencyStatus.Unsolved : _elements.Splits ? ContingencyStatus.Split : ContingencyStatus.Solved,
            Iterations = _iterations,
            Mismatch = mismatch,
            Reason = isConfirmed ? null : FlowFailureReason.Refuted,
            MismatchBus = isConfirmed ? -1 : _network.Buses[worst],
        };
    }

    /// <summary>Only a confirmed state counts among the worst.</summary>
    private void Note(int index, OutageTally tally)
    {
        for (int i = 0; i < _network.Count; i++)
        {
            if (_elements.IsKept[i])
                tally.LookAtBus(_network.Buses[i], _balance.Magnitude[i]);
        }

        for (int k = 0; k < _apparent.Length; k++)
        {
            if (!_elements.IsOut[k])
                tally.Look(_network.Branches[k], _apparent[k], index);
        }
    }

    private ContingencyOutcome Failed(bool isDead)
    {
        int worst = 0;
        for (int k = 0; k < _balance.Mismatches.Length; k++)
        {
            if (ErrorSize.Of(Math.Abs(_balance.Mismatches[k])) > ErrorSize.Of(Math.Abs(_balance.Mismatches[worst])))
                worst = k;
        }

        return new ContingencyOutcome
        {
            Status = ContingencyStatus.Unsolved,
            Iterations = _iterations,
            Reason = isDead ? FlowFailureReason.NoSource : End switch
            {
                NewtonEnd.IterationLimit => FlowFailureReason.IterationLimit,
                NewtonEnd.Singular => FlowFailureReason.Singular,
                NewtonEnd.NotFinite => FlowFailureReason.NotFinite,
                _ => _settings.EnforcesReactiveLimits && _balance.Mismatch <= _settings.Tolerance ? FlowFailureReason.ReactiveLimits : FlowFailureReason.Stalled,
            },
            MismatchBus = isDead ? -1 : _network.Buses[worst / 2],
        };
    }

    /// <summary>Puts back exactly what was there, so that no outage leaves a trace.</summary>
    private void Undo()
    {
        foreach (int k in _elements.Branches)
        {
            int f = _network.From[k];
            int t = _network.To[k];
            _balance.IsOut[k] = false;
            foreach (int i in (ReadOnlySpan<int>)[f, t])
            {
                _balance.DiagonalG[i] = _network.DiagonalG[i];
                _balance.DiagonalB[i] = _network.DiagonalB[i];
            }

            foreach (int p in (ReadOnlySpan<int>)[_network.EntryFromTo[k], _network.EntryToFrom[k]])
            {
                if (p < 0)
                    continue;
                _balance.OffG[p] = _network.OffG[p];
                _balance.OffB[p] = _network.OffB[p];
            }
        }

        _source.Setpoint.CopyTo(_setpoint, 0);
    }
}
