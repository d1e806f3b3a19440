using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow;

/// <summary>Finds the state of an island: slack rules and starts one after the other, the quick ones first, then reactive limits where they are kept.</summary>
internal sealed class IslandSolver
{
    private const double PatientStep = 1e-3;
    private const double QuickStep = 0.2;
    private const int QuickIterations = 12;
    private const int CarefulRounds = 5;

    private readonly PowerGrid _grid;
    private readonly GridIsland _island;
    private readonly BusSchedule _schedule;
    private readonly PowerFlowSettings _settings;
    private readonly NewtonSolver _newton;
    private readonly BalanceEquations _balance;
    private readonly int[] _units;
    private readonly double[] _setpoint;
    private readonly double[] _output;
    private readonly int[] _local;
    private NewtonEnd _end;

    /// <param name="grid">The grid.</param>
    /// <param name="island">The island, with a slack bus at least.</param>
    /// <param name="network">Its network.</param>
    /// <param name="schedule">What is given at the buses of the grid.</param>
    /// <param name="local">Number in the island of each bus of the grid.</param>
    /// <param name="settings">How to solve.</param>
    internal IslandSolver(PowerGrid grid, GridIsland island, IslandNetwork network, BusSchedule schedule, int[] local, PowerFlowSettings settings)
    {
        _grid = grid;
        _island = island;
        _schedule = schedule;
        _settings = settings;
        _local = local;
        _newton = new NewtonSolver(network);
        _balance = _newton.Balance;
        var inside = new HashSet<int>(island.Buses);
        _units = [.. Enumerable.Range(0, grid.Units.Count).Where(u => grid.Units[u].InService && inside.Contains(grid.Units[u].Bus))];
        _setpoint = Array.ConvertAll(network.Buses, i => schedule.Setpoint[i]);
        _output = grid.Units.Select(u => u.ActivePower).ToArray();
        Limit = new int[network.Count];
    }

    /// <summary>The state, and what it was found under.</summary>
    internal BalanceEquations Balance => _balance;

    /// <summary>Whether units share what is left over.</summary>
    internal bool IsDistributed => _balance.IsDistributed;

    /// <summary>Units of the island in service.</summary>
    internal int[] Units => _units;

    /// <summary>Share of each of <see cref="Units"/> in what is left over; empty where the slack is single.</summary>
    internal double[] Shares { get; private set; } = [];

    /// <summary>Output of each unit of the grid before the slack [MW].</summary>
    internal double[] Output => _output;

    /// <summary>Limit at which each bus of the island is: +1, −1 or 0.</summary>
    internal int[] Limit { get; }

    /// <summary>Iterations of all attempts.</summary>
    internal int Iterations { get; private set; }

    /// <summary>Voltages to hold.</summary>
    internal double[] Setpoint => _setpoint;

    /// <summary>What the last attempt began with.</summary>
    internal FlowStart Start { get; private set; }

    /// <summary>What has been shared among the units before their outputs were changed [p.u.].</summary>
    internal double Shared { get; private set; }

    /// <summary>Changed outputs.</summary>
    internal IReadOnlyList<(int Unit, double Given, double Taken)> Redispatched { get; private set; } = [];

    /// <summary>Solves; null, or why there is no state.</summary>
    internal FlowFailure? Solve()
    {
        bool canShare = _units.Length > 0;
        bool prefersSingle = _settings.Slack == SlackRule.Single || !canShare || (_settings.Slack == SlackRule.Automatic && (!_island.IsStated || _schedule.HasUnits[_island.Slack[0]]));
        bool isFound = false;
        double share = double.NaN;
        if (prefersSingle)
        {
            bool isLast = _settings.Slack == SlackRule.Single || !canShare;
            isFound = Attempt(distributed: false, isLast, ref share);
        }

        if (!isFound && _settings.Slack != SlackRule.Single && canShare)
        {
            isFound = Attempt(distributed: true, isLast: true, ref share);
            if (!isFound && _settings is { Slack: SlackRule.Automatic, MayRedispatch: true })
                isFound = Redispatch();
        }

        if (!isFound)
            return Blame(Reason(_end), share);
        if (!_settings.EnforcesReactiveLimits)
            return null;
        return HoldLimits() ? null : Blame(FlowFailureReason.ReactiveLimits, double.NaN);
    }

    /// <summary>Blames buses for the state that the solver is in.</summary>
    internal FlowFailure Blame(FlowFailureReason reason, double share)
    {
        int[] buses = _balance.Network.Buses;
        int worst = 0;
        int lowest = 0;
        double size = 0;
        for (int i = 0; i < buses.Length; i++)
        {
            double mismatch = ErrorSize.Of(Math.Max(Math.Abs(_balance.Mismatches[2 * i]), Math.Abs(_balance.Mismatches[(2 * i) + 1])));
            if (mismatch > size)
                (worst, size) = (i, mismatch);
            if (_balance.Magnitude[i] < _balance.Magnitude[lowest])
                lowest = i;
        }

        int collapsing = -1;
        if (_newton.Weakest() is { } weakest)
        {
            double greatest = 0;
            for (int k = 0; k < weakest.Length; k++)
            {
                // Rows of what is given say nothing.
                bool isGiven = k % 2 == 0 ? _balance.AngleFixed[k / 2] : _balance.VoltageFixed[k / 2];
                if (!isGiven && Math.Abs(weakest[k]) > greatest)
                    (collapsing, greatest) = (buses[k / 2], Math.Abs(weakest[k]));
            }
        }

        return new FlowFailure(reason, buses[worst], size, collapsing, buses[lowest], _balance.Magnitude[lowest], share);
    }

    private static FlowFailureReason Reason(NewtonEnd end) => end switch
    {
        NewtonEnd.IterationLimit => FlowFailureReason.IterationLimit,
        NewtonEnd.Singular => FlowFailureReason.Singular,
        NewtonEnd.NotFinite => FlowFailureReason.NotFinite,
        _ => FlowFailureReason.Stalled,
    };

    /// <summary>All starts under one slack rule.</summary>
    private bool Attempt(bool distributed, bool isLast, ref double share)
    {
        Prepare(distributed);
        if (Run(FlowStart.File, QuickStep, QuickIterations) || Run(FlowStart.Linear, isLast ? PatientStep : QuickStep, isLast ? _settings.MaxIterations : QuickIterations))
            return true;
        if (!isLast)
            return false;
        if (Run(FlowStart.Flat, PatientStep, _settings.MaxIterations))
            return true;
        Start = FlowStart.Homotopy;
        return Homotopy.Run(_balance, () => Take(FlowStart.Linear), Counted, out share);
    }

    private bool Redispatch()
    {
        // What is left over without losses is shared first, so that only outputs that cannot flow change.
        Prepare(distributed: true);
        Shared = _balance.Lambda;
        for (int k = 0; k < _units.Length; k++)
            _output[_units[k]] += Shares[k] * _balance.Lambda * _grid.BasePower;
        double[] shared = [.. _output];
        double[]? changed = FeasibleOutputs.Find(_grid, _island, _units, _output);
        bool isFound = false;
        if (changed is not null)
        {
            changed.CopyTo(_output, 0);
            Prepare(distributed: true);
            isFound = Run(FlowStart.Linear, PatientStep, _settings.MaxIterations);
        }

        if (isFound)
            Redispatched = [.. _units.Where(u => Math.Abs(changed![u] - shared[u]) > 1e-6).Select(u => (u, shared[u], changed![u]))];
        return isFound;
    }

    /// <summary>Sets what is given under a slack rule.</summary>
    private void Prepare(bool distributed)
    {
        int[] buses = _balance.Network.Buses;
        for (int i = 0; i < buses.Length; i++)
        {
            int bus = buses[i];
            _balance.Active[i] = _schedule.Active[bus];
            _balance.Reactive[i] = _schedule.Reactive[bus];
            _balance.VoltageFixed[i] = _schedule.HoldsVoltage[bus] && _setpoint[i] > 0;
            _balance.AngleFixed[i] = false;
            _balance.Weight[i] = 0;
        }

        foreach (int u in _units)
            _balance.Active[_local[_grid.Units[u].Bus]] += (_output[u] - _grid.Units[u].ActivePower) / _grid.BasePower;
        _balance.Reference = _local[_island.Slack[0]];
        _balance.Lambda = 0;
        _balance.IsDistributed = distributed;
        Shares = [];
        if (!distributed)
        {
            foreach (int bus in _island.Slack)
            {
                _balance.AngleFixed[_local[bus]] = true;
                _balance.VoltageFixed[_local[bus]] = true;
            }

            return;
        }

        _balance.AngleFixed[_balance.Reference] = true;
        double needed = -_balance.Active.Sum();
        for (int i = 0; i < buses.Length; i++)
            needed += _grid.Buses[buses[i]].ShuntConductance / _grid.BasePower;
        Shares = SlackShares.Of(_grid, _units, _output, needed);
        for (int k = 0; k < _units.Length; k++)
            _balance.Weight[_local[_grid.Units[_units[k]].Bus]] += Shares[k];
        _balance.Lambda = needed;
    }

    private bool Run(FlowStart start, double leastStep, int maxIterations)
    {
        Start = start;
        return Take(start) && Counted(leastStep, maxIterations);
    }

    private bool Counted(double leastStep, int maxIterations)
    {
        _end = _newton.Run(_settings.Tolerance, Math.Min(maxIterations, _settings.MaxIterations), leastStep);
        Iterations += _newton.Iterations;
        return _end == NewtonEnd.Converged;
    }

    private bool Take(FlowStart start)
    {
        int[] buses = _balance.Network.Buses;
        for (int i = 0; i < buses.Length; i++)
        {
            GridBus bus = _grid.Buses[buses[i]];
            bool isSlack = _balance.AngleFixed[i];
            double stated = start == FlowStart.File && bus.Voltage > 0 ? bus.Voltage : 1.0;
            _balance.Magnitude[i] = _balance.VoltageFixed[i] ? _setpoint[i] : stated;
            _balance.Angle[i] = (isSlack || start == FlowStart.File ? bus.Angle : _grid.Buses[_island.Slack[0]].Angle) * Math.PI / 180.0;
        }

        return start != FlowStart.Linear || LinearStart.Take(_balance, _setpoint);
    }

    private bool HoldLimits()
    {
        var limits = new ReactiveLimits(_balance, Array.ConvertAll(_balance.Network.Buses, i => _schedule.ReactiveMin[i]), Array.ConvertAll(_balance.Network.Buses, i => _schedule.ReactiveMax[i]), _setpoint, Limit, _settings.Tolerance);
        bool isCareful = false;
        for (int round = 0; round < (isCareful ? CarefulRounds : 1) * _settings.MaxSwitchRounds; round++)
        {
            double[] angle = [.. _balance.Angle];
            double[] magnitude = [.. _balance.Magnitude];
            double[] reactive = [.. _balance.Reactive];
            bool[] isHeld = [.. _balance.VoltageFixed];
            int[] limit = [.. Limit];
            double lambda = _balance.Lambda;
            if (!limits.Switch(onlyWorst: isCareful || round >= _settings.MaxSwitchRounds / 2))
                return true;
            if (Counted(PatientStep, _settings.MaxIterations))
                continue;
            if (isCareful)
                return false;

            // All at once was too much: from the last state on one bus after the other.
            isCareful = true;
            angle.CopyTo(_balance.Angle, 0);
            magnitude.CopyTo(_balance.Magnitude, 0);
            reactive.CopyTo(_balance.Reactive, 0);
            isHeld.CopyTo(_balance.VoltageFixed, 0);
            limit.CopyTo(Limit, 0);
            _balance.Lambda = lambda;
            _balance.Evaluate();
        }

        return !limits.Switch(onlyWorst: false);
    }
}
