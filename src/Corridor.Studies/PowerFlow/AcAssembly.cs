using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow;

/// <summary>Puts the states of the islands together: flows of branches, outputs of units, what direct current lines do, and the check.</summary>
internal sealed class AcAssembly
{
    private readonly PowerGrid _grid;
    private readonly PowerFlowSettings _settings;
    private readonly BusState[] _buses;
    private readonly BranchState[] _branches;
    private readonly UnitState[] _units;
    private readonly DcLineState[] _lines;
    private readonly double[] _activeFlow;
    private readonly double[] _reactiveFlow;
    private readonly double[] _taken;
    private readonly List<IslandReport> _reports = [];

    internal AcAssembly(PowerGrid grid, GridIslands islands, PowerFlowSettings settings)
    {
        _grid = grid;
        _settings = settings;
        _buses = new BusState[grid.Buses.Count];
        for (int i = 0; i < _buses.Length; i++)
            _buses[i] = new BusState(0, 0, islands.IslandOfBus[i], false, 0, 0, 0);
        _branches = new BranchState[grid.Branches.Count];
        _units = new UnitState[grid.Units.Count];
        _lines = new DcLineState[grid.DcLines.Count];
        _activeFlow = new double[_buses.Length];
        _reactiveFlow = new double[_buses.Length];
        _taken = new double[_units.Length];
    }

    /// <summary>An island without a source.</summary>
    internal void AddDead(GridIsland island) =>
        _reports.Add(new IslandReport { BusCount = island.Buses.Length, FirstBus = island.Buses[0], Status = PowerFlowStatus.NoSource });

    /// <summary>An island that was tried.</summary>
    internal void Add(GridIsland island, IslandSolver solver, FlowFailure? failure)
    {
        BalanceEquations balance = solver.Balance;
        double basePower = _grid.BasePower;
        for (int i = 0; i < island.Buses.Length; i++)
        {
            int bus = island.Buses[i];
            _buses[bus] = new BusState(balance.Magnitude[i], balance.Angle[i] * 180.0 / Math.PI, _reports.Count, failure is null, 0, 0, solver.Limit[i]);
            _activeFlow[bus] = balance.ActiveFlow[i] * basePower;
            _reactiveFlow[bus] = balance.ReactiveFlow[i] * basePower;
        }

        for (int k = 0; k < balance.Network.Branches.Length; k++)
        {
            balance.Network.Flow(k, balance.Real, balance.Imaginary, out double fromP, out double fromQ, out double toP, out double toQ);
            _branches[balance.Network.Branches[k]] = new BranchState(fromP * basePower, fromQ * basePower, toP * basePower, toQ * basePower);
        }

        for (int k = 0; k < solver.Units.Length; k++)
            _taken[solver.Units[k]] = solver.Output[solver.Units[k]] + (solver.Shares.Length > 0 ? balance.Lambda * solver.Shares[k] * basePower : 0.0);
        double takenUp = solver.IsDistributed ? (solver.Shared + balance.Lambda) * basePower : island.Slack.Sum(bus => _activeFlow[bus] - (balance.Active[Array.BinarySearch(island.Buses, bus)] * basePower));
        _reports.Add(new IslandReport
        {
            BusCount = island.Buses.Length,
            FirstBus = island.Buses[0],
            Status = failure is null ? PowerFlowStatus.Converged : PowerFlowStatus.NotConverged,
            SlackBus = island.Slack[0],
            SlackIsStated = island.IsStated,
            IsDistributed = solver.IsDistributed,
            TakenUp = takenUp,
            Start = solver.Start,
            Iterations = solver.Iterations,
            Mismatch = balance.Mismatch,
            Failure = failure,
            AtLimit = [.. Enumerable.Range(0, island.Buses.Length).Where(i => solver.Limit[i] != 0).Select(i => island.Buses[i])],
            Redispatched = solver.Redispatched,
        });
    }

    /// <summary>Outputs, and the verdict of the check.</summary>
    internal PowerFlowSolution Finish()
    {
        BusOutputs.Share(_grid, _reports, _buses, _taken, _activeFlow, _reactiveFlow, _units, _lines);
        bool any = _reports.Any(r => r.Status != PowerFlowStatus.NoSource);
        bool all = _reports.All(r => r.Status != PowerFlowStatus.NotConverged);
        var solution = new PowerFlowSolution
        {
            Grid = _grid,
            IsAc = true,
            Status = !any ? PowerFlowStatus.NoSource : all ? PowerFlowStatus.Converged : PowerFlowStatus.NotConverged,
            Buses = _buses,
            Branches = _branches,
            Units = _units,
            DcLines = _lines,
            Islands = _reports,
            Iterations = _reports.Sum(r => r.Iterations),
            Mismatch = double.NaN,
            EnforcesReactiveLimits = _settings.EnforcesReactiveLimits,
        };
        if (!any || !_reports.Any(r => r.Status == PowerFlowStatus.Converged))
            return solution with { Mismatch = any ? _reports.Where(r => double.IsFinite(r.Mismatch)).Select(r => r.Mismatch).DefaultIfEmpty(double.NaN).Max() : double.NaN };
        PowerFlowCheck check = PowerFlowChecker.Check(solution, _settings.Tolerance);
        Refute(check);
        return solution with
        {
            Check = check,
            Mismatch = all ? check.Mismatch : _reports.Where(r => double.IsFinite(r.Mismatch)).Max(r => r.Mismatch),
            Status = check.IsConfirmed ? solution.Status : PowerFlowStatus.NotConverged,
        };
    }

    /// <summary>An island in which the check finds an error has no confirmed state, whatever its solver says.</summary>
    private void Refute(PowerFlowCheck check)
    {
        foreach ((int island, int bus, double error) in check.Refuted)
        {
            if (_reports[island].Failure is not null)
                continue;
            int lowest = Enumerable.Range(0, _buses.Length).Where(i => _buses[i].Island == island).MinBy(i => _buses[i].Voltage);
            _reports[island] = _reports[island] with
            {
                Status = PowerFlowStatus.NotConverged,
                Failure = new FlowFailure(FlowFailureReason.Refuted, bus, error, -1, lowest, _buses[lowest].Voltage, double.NaN),
            };
        }
    }
}
