using System.Numerics;
using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow;

/// <summary>
/// Checks a power flow again on the grid: currents and powers of each branch by complex arithmetic from the Π itself, the balance of each bus, voltages that
/// are held, outputs of units, and limits where they are kept. It shares no code with the solver.
/// </summary>
public static class PowerFlowChecker
{
    private const double ConnectionReactance = 1e-5;
    private const double NoImpedance = 1e-9;

    /// <summary>Checks the live buses of a solution of alternating current.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="tolerance">What each error may be [p.u.].</param>
    public static PowerFlowCheck Check(PowerFlowSolution solution, double tolerance = 1e-8)
    {
        ArgumentNullException.ThrowIfNull(solution);
        PowerGrid grid = solution.Grid;
        double basePower = grid.BasePower;
        Complex[] surplus = Surplus(solution);
        var errors = new (int Bus, double Size)[solution.Islands.Count];
        (double mismatch, int mismatchBus) = (0, -1);
        for (int i = 0; i < surplus.Length; i++)
        {
            if (!solution.Buses[i].IsLive)
                continue;
            double error = ErrorSize.Of(Math.Max(Math.Abs(surplus[i].Real), Math.Abs(surplus[i].Imaginary)) / basePower);
            Note(errors, solution.Buses[i].Island, i, error);
            if (error > mismatch)
                (mismatch, mismatchBus) = (error, i);
        }

        (double voltage, int voltageBus, double limit, int limitBus) = Voltages(solution, errors);
        (double output, int unit) = Outputs(solution, errors);
        return new PowerFlowCheck(mismatch, mismatchBus, voltage, voltageBus, output, unit, limit, limitBus, tolerance)
        {
            Refuted = [.. errors.Select((e, k) => (k, e.Bus, e.Size)).Where(e => !(e.Size <= tolerance))],
        };
    }

    private static void Note((int Bus, double Size)[] errors, int island, int bus, double error)
    {
        if (error > errors[island].Size)
            errors[island] = (bus, error);
    }

    /// <summary>What comes in less what goes out at each bus [MVA].</summary>
    private static Complex[] Surplus(PowerFlowSolution solution)
    {
        PowerGrid grid = solution.Grid;
        var voltage = new Complex[grid.Buses.Count];
        var surplus = new Complex[grid.Buses.Count];
        for (int i = 0; i < voltage.Length; i++)
        {
            GridBus bus = grid.Buses[i];
            BusState state = solution.Buses[i];
            voltage[i] = Complex.FromPolarCoordinates(state.Voltage, state.Angle * Math.PI / 180.0);
            double square = state.Voltage * state.Voltage;
            surplus[i] = new Complex(state.FreeActive - bus.ActiveDemand - (bus.ShuntConductance * square), state.FreeReactive - bus.ReactiveDemand + (bus.ShuntSusceptance * square));
        }

        for (int e = 0; e < grid.Branches.Count; e++)
        {
            GridBranch branch = grid.Branches[e];
            if (!branch.InService || !solution.Buses[branch.From].IsLive || !solution.Buses[branch.To].IsLive)
                continue;
            (Complex from, Complex to) = Flow(branch, voltage[branch.From], voltage[branch.To]);
            surplus[branch.From] -= from * grid.BasePower;
            surplus[branch.To] -= to * grid.BasePower;
        }

        for (int u = 0; u < grid.Units.Count; u++)
        {
            if (grid.Units[u].InService)
                surplus[grid.Units[u].Bus] += new Complex(solution.Units[u].Active, solution.Units[u].Reactive);
        }

        for (int k = 0; k < grid.DcLines.Count; k++)
        {
            GridDcLine line = grid.DcLines[k];
            DcLineState state = solution.DcLines[k];
            if (!Runs(grid, line))
                continue;
            surplus[line.From] += new Complex(-state.FromActive, state.FromReactive);
            surplus[line.To] += new Complex(state.ToActive, state.ToReactive);
        }

        return surplus;
    }

    /// <summary>Whether a direct current line carries something: in service with both its buses.</summary>
    private static bool Runs(PowerGrid grid, GridDcLine line) =>
        line.InService && grid.Buses[line.From].Control is not BusControl.Isolated && grid.Buses[line.To].Control is not BusControl.Isolated;

    /// <summary>Power into both ends of a Π behind an ideal transformer.</summary>
    private static (Complex From, Complex To) Flow(GridBranch branch, Complex from, Complex to)
    {
        bool isConnection = Math.Abs(branch.Resistance) < NoImpedance && Math.Abs(branch.Reactance) < NoImpedance;
        var impedance = new Complex(branch.Resistance, isConnection ? ConnectionReactance : branch.Reactance);
        var ratio = Complex.FromPolarCoordinates(branch.Tap > 0 ? branch.Tap : 1.0, branch.Shift * Math.PI / 180.0);
        Complex behind = from / ratio;
        var half = new Complex(0, branch.Charging / 2.0);
        Complex through = (behind - to) / impedance;
        Complex enters = through + (half * behind);
        Complex leaves = -through + (half * to);
        return (behind * Complex.Conjugate(enters), to * Complex.Conjugate(leaves));
    }

    private static (double Voltage, int VoltageBus, double Limit, int LimitBus) Voltages(PowerFlowSolution solution, (int Bus, double Size)[] errors)
    {
        PowerGrid grid = solution.Grid;
        int n = grid.Buses.Count;
        var setpoint = new double[n];
        var given = new double[n];
        var least = new double[n];
        var greatest = new double[n];
        for (int u = 0; u < grid.Units.Count; u++)
        {
            GridUnit unit = grid.Units[u];
            if (unit.InService && grid.Buses[unit.Bus].Control is BusControl.Voltage or BusControl.Slack && unit.VoltageSetpoint > 0)
                Hold(unit.Bus, unit.VoltageSetpoint, solution.Units[u].Reactive, unit.ReactiveMin, unit.ReactiveMax);
        }

        for (int k = 0; k < grid.DcLines.Count; k++)
        {
            GridDcLine line = grid.DcLines[k];
            if (!Runs(grid, line))
                continue;
            if (line.VoltageFrom > 0 && line.ReactiveFromLimits.Min < line.ReactiveFromLimits.Max)
                Hold(line.From, line.VoltageFrom, solution.DcLines[k].FromReactive, line.ReactiveFromLimits.Min, line.ReactiveFromLimits.Max);
            if (line.VoltageTo > 0 && line.ReactiveToLimits.Min < line.ReactiveToLimits.Max)
                Hold(line.To, line.VoltageTo, solution.DcLines[k].ToReactive, line.ReactiveToLimits.Min, line.ReactiveToLimits.Max);
        }

        (double worst, int worstBus, double beyond, int beyondBus) = (0, -1, 0, -1);
        for (int i = 0; i < n; i++)
        {
            BusState state = solution.Buses[i];
            if (!state.IsLive || setpoint[i] == 0)
                continue;
            double error = ErrorSize.Of(Math.Abs(state.Voltage - setpoint[i]));
            if (state.Limit == 0)
            {
                Note(errors, state.Island, i, error);
                if (error > worst)
                    (worst, worstBus) = (error, i);
            }

            bool isFree = !solution.Islands[state.Island].IsDistributed && (solution.Islands[state.Island].SlackBus == i || grid.Buses[i].Control == BusControl.Slack);
            if (!solution.EnforcesReactiveLimits || isFree)
                continue;
            double excess = Math.Max(given[i] - greatest[i], least[i] - given[i]) / grid.BasePower;
            if (state.Limit != 0)
                excess = Math.Max(excess, Math.Max(state.Limit * (state.Voltage - setpoint[i]), Math.Abs(given[i] - (state.Limit > 0 ? greatest[i] : least[i])) / grid.BasePower));
            excess = ErrorSize.Of(excess);
            Note(errors, state.Island, i, excess);
            if (excess > beyond)
                (beyond, beyondBus) = (excess, i);
        }

        return (worst, worstBus, beyond, beyondBus);

        void Hold(int bus, double voltage, double reactive, double min, double max)
        {
            setpoint[bus] = voltage;
            given[bus] += reactive;
            least[bus] += min;
            greatest[bus] += max;
        }
    }

    /// <summary>Outputs against schedule and slack: away from slack buses a unit gives what it should, and the shares of one island are of one sign.</summary>
    private static (double Error, int Unit) Outputs(PowerFlowSolution solution, (int Bus, double Size)[] errors)
    {
        PowerGrid grid = solution.Grid;
        double[] scheduled = [.. grid.Units.Select(u => u.ActivePower)];
        var taken = new double[solution.Islands.Count];
        foreach ((int unit, double given, double output) in solution.Islands.SelectMany(i => i.Redispatched))
            scheduled[unit] += output - given;
        (double worst, int worstUnit) = (0, -1);
        for (int u = 0; u < scheduled.Length; u++)
        {
            GridUnit unit = grid.Units[u];
            BusState bus = solution.Buses[unit.Bus];
            if (!unit.InService || !bus.IsLive)
                continue;
            IslandReport island = solution.Islands[bus.Island];
            double change = (solution.Units[u].Active - scheduled[u]) / grid.BasePower;
            taken[bus.Island] += change;
            bool mayChange = island.IsDistributed ? island.Redispatched.Count > 0 || change * island.TakenUp >= 0 : island.SlackBus == unit.Bus || grid.Buses[unit.Bus].Control == BusControl.Slack;
            bool isFixed = !(grid.Buses[unit.Bus].Control is BusControl.Voltage or BusControl.Slack && unit.VoltageSetpoint > 0) && !(mayChange && !island.IsDistributed);
            double active = mayChange ? 0 : ErrorSize.Of(Math.Abs(change));
            double reactive = isFixed ? ErrorSize.Of(Math.Abs(solution.Units[u].Reactive - unit.ReactivePower) / grid.BasePower) : 0;
            double error = Math.Max(active, reactive);
            Note(errors, bus.Island, unit.Bus, error);
            if (error > worst)
                (worst, worstUnit) = (error, u);
        }

        for (int k = 0; k < taken.Length; k++)
        {
            if (!solution.Islands[k].IsDistributed || solution.Islands[k].Status != PowerFlowStatus.Converged)
                continue;

            // Shares are rounded each; their sum is what the island says it took up.
            double error = ErrorSize.Of(Math.Abs(taken[k] - (solution.Islands[k].TakenUp / grid.BasePower)));
            Note(errors, k, solution.Islands[k].FirstBus, error);
            if (error > worst)
                (worst, worstUnit) = (error, -1);
        }

        return (worst, worstUnit);
    }
}
