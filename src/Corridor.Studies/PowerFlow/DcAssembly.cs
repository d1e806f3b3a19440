using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow;

/// <summary>Puts the linear flows of the islands together and checks their balance again from the grid.</summary>
internal sealed class DcAssembly
{
    private readonly PowerGrid _grid;
    private readonly BusSchedule _schedule;
    private readonly SusceptanceConvention _convention;
    private readonly double _tolerance;
    private readonly BusState[] _buses;
    private readonly BranchState[] _branches;
    private readonly UnitState[] _units;
    private readonly List<IslandReport> _reports = [];
    private double _mismatch;

    internal DcAssembly(PowerGrid grid, GridIslands islands, BusSchedule schedule, SusceptanceConvention convention, double tolerance)
    {
        _grid = grid;
        _schedule = schedule;
        _convention = convention;
        _tolerance = tolerance;
        _buses = new BusState[grid.Buses.Count];
        for (int i = 0; i < _buses.Length; i++)
            _buses[i] = new BusState(0, 0, islands.IslandOfBus[i], false, 0, 0, 0);
        _branches = new BranchState[grid.Branches.Count];
        _units = new UnitState[grid.Units.Count];
    }

    /// <summary>An island; without angles where it has no source or its matrix is singular.</summary>
    internal void Add(GridIsland island, DcBalance? balance, double[]? angle, int[] branches)
    {
        var report = new IslandReport
        {
            BusCount = island.Buses.Length,
            FirstBus = island.Buses[0],
            Status = PowerFlowStatus.NoSource,
            SlackBus = island.Slack.Length > 0 ? island.Slack[0] : -1,
            SlackIsStated = island.IsStated,
        };
        if (angle is null || balance is null)
        {
            bool isSingular = island.Slack.Length > 0;
            _reports.Add(isSingular
                ? report with { Status = PowerFlowStatus.NotConverged, Failure = new FlowFailure(FlowFailureReason.Singular, island.Buses[0], double.NaN, -1, island.Buses[0], double.NaN, double.NaN) }
                : report);
            return;
        }

        for (int i = 0; i < island.Buses.Length; i++)
            _buses[island.Buses[i]] = new BusState(1, angle[i] * 180.0 / Math.PI, _reports.Count, true, 0, 0, 0);
        var surplus = new Dictionary<int, double>(island.Buses.Length);
        foreach (int bus in island.Buses)
            surplus[bus] = _schedule.Active[bus] - (_grid.Buses[bus].ShuntConductance / _grid.BasePower);
        foreach (int e in branches)
        {
            GridBranch branch = _grid.Branches[e];
            (double b, double shift) = DcNetwork.Of(branch, _convention);
            double flow = b * (((_buses[branch.From].Angle - _buses[branch.To].Angle) * Math.PI / 180.0) - shift);
            _branches[e] = new BranchState(flow * _grid.BasePower, 0, -flow * _grid.BasePower, 0);
            surplus[branch.From] -= flow;
            surplus[branch.To] += flow;
        }

        double mismatch = TakeUp(island, balance, surplus);
        _mismatch = Math.Max(_mismatch, mismatch);
        _reports.Add(report with
        {
            Status = mismatch <= _tolerance ? PowerFlowStatus.Converged : PowerFlowStatus.NotConverged,
            Failure = mismatch <= _tolerance ? null : new FlowFailure(FlowFailureReason.Refuted, surplus.MaxBy(p => ErrorSize.Of(Math.Abs(p.Value))).Key, mismatch, -1, island.Buses[0], 1, double.NaN),
            IsDistributed = balance.Shares.Length > 0,
            TakenUp = balance.TakenUp * _grid.BasePower,
            Start = FlowStart.Linear,
            Mismatch = mismatch,
        });
    }

    internal PowerFlowSolution Finish()
    {
        bool any = _reports.Any(r => r.Status != PowerFlowStatus.NoSource);
        return new PowerFlowSolution
        {
            Grid = _grid,
            IsAc = false,
            Status = !any ? PowerFlowStatus.NoSource : _reports.Exists(r => r.Status == PowerFlowStatus.NotConverged) ? PowerFlowStatus.NotConverged : PowerFlowStatus.Converged,
            Buses = _buses,
            Branches = _branches,
            Units = _units,
            DcLines = [.. _grid.DcLines.Select(line => BusOutputs.Runs(_grid, line) ? new DcLineState(_buses[line.From].IsLive ? line.Flow : 0, _buses[line.To].IsLive ? BusSchedule.Arriving(line) : 0, 0, 0) : default)],
            Islands = _reports,
            Iterations = 0,
            Mismatch = any ? _mismatch : double.NaN,
        };
    }

    /// <summary>Outputs of units with the slack; what is then left over at a bus is the mismatch.</summary>
    private double TakeUp(GridIsland island, DcBalance balance, Dictionary<int, double> surplus)
    {
        double basePower = _grid.BasePower;
        for (int u = 0; u < _units.Length; u++)
        {
            if (_grid.Units[u].InService && _buses[_grid.Units[u].Bus].Island == _reports.Count && _buses[_grid.Units[u].Bus].IsLive)
                _units[u] = new UnitState(_grid.Units[u].ActivePower, 0);
        }

        for (int k = 0; k < balance.Units.Length; k++)
        {
            double part = balance.Shares[k] * balance.TakenUp;
            int u = balance.Units[k];
            _units[u] = new UnitState(_grid.Units[u].ActivePower + (part * basePower), 0);
            surplus[_grid.Units[u].Bus] += part;
        }

        foreach (int bus in balance.Shares.Length > 0 ? [] : island.Slack)
        {
            int[] units = [.. Enumerable.Range(0, _units.Length).Where(u => _grid.Units[u].InService && _grid.Units[u].Bus == bus)];
            double needed = -surplus[bus] * basePower;
            surplus[bus] = double.IsFinite(needed) ? 0 : double.NaN;
            if (units.Length == 0)
                _buses[bus] = _buses[bus] with { FreeActive = needed };
            double size = units.Sum(u => Math.Max(0, Finite(_grid.Units[u])));
            foreach (int u in units)
                _units[u] = new UnitState(_grid.Units[u].ActivePower + (needed * (size > 0 ? Math.Max(0, Finite(_grid.Units[u])) / size : 1.0 / units.Length)), 0);
        }

        return surplus.Values.Max(s => ErrorSize.Of(Math.Abs(s)));
    }

    private static double Finite(GridUnit unit) => double.IsFinite(unit.ActiveMax) ? unit.ActiveMax : Math.Abs(unit.ActivePower);
}
