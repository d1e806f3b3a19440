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
    private readonly double[] _balance;
    private int _iterations;

    internal AcOutageSolver(PowerFlowSolution solution, PowerFlowSettings settings, IslandSolver source, BusSchedule schedule, int[] local, OutageTopology topology)
    {
        _grid = solution.Grid;
        _base = solution;
        _settings = settings;
        _source = source;
        _schedule = schedule;
        _local = local;
        _network = source.Newton.Network;
        _newton = new NewtonSolver(_network);
        int n = _network.Count;
        var roots = new bool[n];
        for (int i = 0; i < n; i++)
            roots[i] = source.Newton.AngleFixed[i];
        _elements = new OutageElements(_grid, _network.Branches, source.Units, topology, roots);
        _limit = new int[n];
        _least = new double[n];
        _greatest = new double[n];
        _setpoint = [.. source.Setpoint];
        _limits = new ReactiveLimits(_newton, _least, _greatest, _setpoint, _limit, settings.Tolerance);

        // What each bus puts in with its share of the slack: what an outage leaves over is counted from there.
        _baseActive = new double[n];
        _baseReactive = new double[n];
        for (int i = 0; i < n; i++)
        {
            bool isSlack = source.Newton.AngleFixed[i] && !source.IsDistributed;
            _baseActive[i] = isSlack ? source.Newton.ActiveFlow[i] : source.Newton.Active[i] + (source.Newton.Lambda * source.Newton.Weight[i]);
            _baseReactive[i] = source.Newton.Reactive[i];
        }

        _balance = new double[2 * n];
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
        NewtonSolver source = _source.Newton;
        source.Angle.CopyTo(_newton.Angle, 0);
        source.Magnitude.CopyTo(_newton.Magnitude, 0);
        source.AngleFixed.CopyTo(_newton.AngleFixed, 0);
        source.VoltageFixed.CopyTo(_newton.VoltageFixed, 0);
        source.Weight.CopyTo(_newton.Weight, 0);
        _baseActive.CopyTo(_newton.Active, 0);
        _baseReactive.CopyTo(_newton.Reactive, 0);
        _newton.IsDistributed = source.IsDistributed;
        _newton.Reference = source.Reference;
        _newton.Lambda = 0;
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
            _network.Stamp(k, -1.0, _newton.DiagonalG, _newton.DiagonalB, _newton.OffG, _newton.OffB);
            _newton.IsOut[k] = true;
        }

        if (_elements.Splits)
        {
            for (int i = 0; i < _limit.Length; i++)
            {
                if (_elements.IsKept[i])
                    continue;
                _newton.Magnitude[i] = 0;
                _newton.AngleFixed[i] = true;
                _newton.VoltageFixed[i] = true;
                _newton.Active[i] = 0;
                _newton.Reactive[i] = 0;
                _newton.Weight[i] = 0;
                _setpoint[i] = 0;
            }

            CutLines();
        }

        foreach (int u in _elements.Units)
            TakeOut(u);
        return (!_newton.IsDistributed && _elements.Units.Count == 0) || Shares();
    }

    /// <summary>Direct current lines whose other end is dead carry nothing.</summary>
    private void CutLines()
    {
        foreach (GridDcLine line in _grid.DcLines)
        {
            if (!BusOutputs.Runs(_grid, line))
                continue;
            bool from = IsHere(line.From);
            bool to = IsHere(line.To);
            if (from && to && _elements.IsKept[_local[line.From]] != _elements.IsKept[_local[line.To]])
            {
                if (_elements.IsKept[_local[line.From]])
                    _newton.Active[_local[line.From]] += line.Flow / _grid.BasePower;
                else
                    _newton.Active[_local[line.To]] -= BusSchedule.Arriving(line) / _grid.BasePower;
            }
        }
    }

    private bool IsHere(int bus) => _local[bus] < _network.Count && _network.Buses[_local[bus]] == bus;

    private void TakeOut(int u)
    {
        GridUnit unit = _grid.Units[u];
        int i = _local[unit.Bus];
        if (!_elements.IsKept[i])
            return;
        _newton.Active[i] -= _base.Units[u].Active / _grid.BasePower;
        bool holds = BusOutputs.Holds(_grid, unit);
        if (!holds)
        {
            _newton.Reactive[i] -= unit.ReactivePower / _grid.BasePower;
            _least[i] -= unit.ReactivePower / _grid.BasePower;
            _greatest[i] -= unit.ReactivePower / _grid.BasePower;
            return;
        }

        _least[i] -= unit.ReactiveMin / _grid.BasePower;
        _greatest[i] -= unit.ReactiveMax / _grid.BasePower;
        if (_limit[i] != 0)
        {
            _newton.Reactive[i] = _limit[i] > 0 ? _greatest[i] : _least[i];
            return;
        }

        bool isHeld = _grid.DcLines.Any(line => BusOutputs.Runs(_grid, line)
            && ((line.From == unit.Bus && BusSchedule.Controls(line.VoltageFrom, line.ReactiveFromLimits)) || (line.To == unit.Bus && BusSchedule.Controls(line.VoltageTo, line.ReactiveToLimits))));
        foreach (int other in _source.Units)
            isHeld |= other != u && _grid.Units[other].Bus == unit.Bus && BusOutputs.Holds(_grid, _grid.Units[other]) && !_elements.Units.Contains(other);
        if (!isHeld)
            _newton.VoltageFixed[i] = false;
    }

    /// <summary>
    /// Who takes up what is missing: the slack bus where it still has its units; the remaining units by their room otherwise. False where there are none.
    /// </summary>
    private bool Shares()
    {
        int reference = _network.Buses[_newton.Reference];
        int[] left = [.. _source.Units.Where(u => !_elements.Units.Contains(u) && _elements.IsKept[_local[_grid.Units[u].Bus]])];
        bool losesSlack = _elements.Units.Exists(u => _grid.Units[u].Bus == reference) && !Array.Exists(left, u => _grid.Units[u].Bus == reference);
        if (!_newton.IsDistributed && !losesSlack)
            return true;
        if (left.Length == 0)
            return false;
        if (_elements.Units.Count == 0 && !_elements.Splits)
            return true;
        double[] output = [.. _base.Units.Select(u => u.Active)];
        double missing = 0;
        for (int i = 0; i < _baseActive.Length; i++)
            missing += _elements.IsKept[i] ? 0 : _baseActive[i];
        foreach (int u in _elements.Units)
            missing += _elements.IsKept[_local[_grid.Units[u].Bus]] ? _base.Units[u].Active / _grid.BasePower : 0;
        double[] shares = SlackShares.Of(_grid, left, output, missing);
        Array.Clear(_newton.Weight);
        for (int k = 0; k < left.Length; k++)
            _newton.Weight[_local[_grid.Units[left[k]].Bus]] += shares[k];
        if (_newton.IsDistributed)
            return true;

        // The slack bus keeps its angle; its active balance counts from now on.
        _newton.IsDistributed = true;
        return true;
    }

    private bool Run()
    {
        if (!Newton() && !(Relax() && LinearStart.Take(_newton, _setpoint) && Newton()))
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

    /// <summary>Back to angles of the state without outages for another start.</summary>
    private bool Relax()
    {
        _source.Newton.Angle.CopyTo(_newton.Angle, 0);
        _newton.Lambda = 0;
        return true;
    }

    private ContingencyOutcome Observe(int index, OutageTally tally)
    {
        double basePower = _grid.BasePower;
        for (int i = 0; i < _network.Count; i++)
        {
            double square = _newton.Magnitude[i] * _newton.Magnitude[i];
            int bus = _network.Buses[i];
            _balance[2 * i] = (_grid.Buses[bus].ShuntConductance / basePower * square) - _newton.Active[i] - (_newton.Lambda * _newton.Weight[i]);
            _balance[(2 * i) + 1] = (-_grid.Buses[bus].ShuntSusceptance / basePower * square) - _newton.Reactive[i];
            if (_elements.IsKept[i])
                tally.LookAtBus(bus, _newton.Magnitude[i]);
        }

        double squareOfBase = basePower * basePower;
        for (int k = 0; k < _network.From.Length; k++)
        {
            if (_elements.IsOut[k])
                continue;
            _network.Flow(k, _newton.Real, _newton.Imaginary, out double fromP, out double fromQ, out double toP, out double toQ);
            int f = 2 * _network.From[k];
            int t = 2 * _network.To[k];
            _balance[f] += fromP;
            _balance[f + 1] += fromQ;
            _balance[t] += toP;
            _balance[t + 1] += toQ;
            double apparent = Math.Max((fromP * fromP) + (fromQ * fromQ), (toP * toP) + (toQ * toQ)) * squareOfBase;
            tally.Look(_network.Branches[k], apparent, index);
        }

        double mismatch = 0;
        int worst = -1;
        for (int i = 0; i < _network.Count; i++)
        {
            if (!_elements.IsKept[i])
                continue;
            bool isFree = _newton.AngleFixed[i] && !(_newton.IsDistributed && i == _newton.Reference);
            double error = Math.Max(isFree ? 0 : Math.Abs(_balance[2 * i]), _newton.VoltageFixed[i] ? 0 : Math.Abs(_balance[(2 * i) + 1]));
            if (!(error <= mismatch))
                (mismatch, worst) = (error, i);
        }

        bool isConfirmed = mismatch <= _settings.Tolerance;
        return new ContingencyOutcome
        {
            Status = !isConfirmed ? ContingencyStatus.Unsolved : _elements.Splits ? ContingencyStatus.Split : ContingencyStatus.Solved,
            Iterations = _iterations,
            Mismatch = mismatch,
            Reason = isConfirmed ? null : FlowFailureReason.Refuted,
            MismatchBus = isConfirmed ? -1 : _network.Buses[worst],
        };
    }

    private ContingencyOutcome Failed(bool isDead)
    {
        int worst = 0;
        for (int k = 0; k < _newton.Mismatches.Length; k++)
        {
            if (Math.Abs(_newton.Mismatches[k]) > Math.Abs(_newton.Mismatches[worst]))
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
                _ => _settings.EnforcesReactiveLimits && _newton.Mismatch <= _settings.Tolerance ? FlowFailureReason.ReactiveLimits : FlowFailureReason.Stalled,
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
            _newton.IsOut[k] = false;
            foreach (int i in (ReadOnlySpan<int>)[f, t])
            {
                _newton.DiagonalG[i] = _network.DiagonalG[i];
                _newton.DiagonalB[i] = _network.DiagonalB[i];
            }

            foreach (int p in (ReadOnlySpan<int>)[_network.EntryFromTo[k], _network.EntryToFrom[k]])
            {
                if (p < 0)
                    continue;
                _newton.OffG[p] = _network.OffG[p];
                _newton.OffB[p] = _network.OffB[p];
            }
        }

        if (_elements.Splits)
            _source.Setpoint.CopyTo(_setpoint, 0);
    }
}
