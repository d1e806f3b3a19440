using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow;

/// <summary>
/// Shares what a bus puts into the network among its units and converters: active power beyond the schedule at a slack bus by size, reactive power by the
/// range of each, and equally where ranges are unbounded or nothing.
/// </summary>
internal static class BusOutputs
{
    internal static void Share(
        PowerGrid grid, IReadOnlyList<IslandReport> islands, BusState[] buses, double[] scheduled, double[] activeFlow, double[] reactiveFlow, UnitState[] units, DcLineState[] lines)
    {
        int n = buses.Length;
        var active = new double[n];
        var reactive = new double[n];
        var size = new double[n];
        var count = new int[n];
        var least = new double[n];
        var range = new double[n];
        var holders = new int[n];
        for (int u = 0; u < units.Length; u++)
        {
            GridUnit unit = grid.Units[u];
            if (!unit.InService || !buses[unit.Bus].IsLive)
                continue;
            active[unit.Bus] += scheduled[u];
            size[unit.Bus] += Size(unit);
            count[unit.Bus]++;
            if (Holds(grid, unit))
                Hold(unit.Bus, unit.ReactiveMin, unit.ReactiveMax);
            else
                reactive[unit.Bus] += unit.ReactivePower;
        }

        for (int k = 0; k < lines.Length; k++)
        {
            GridDcLine line = grid.DcLines[k];
            if (!Runs(grid, line))
                continue;
            if (buses[line.From].IsLive)
                active[line.From] -= line.Flow;
            if (buses[line.To].IsLive)
                active[line.To] += BusSchedule.Arriving(line);
            End(line.From, line.VoltageFrom, line.ReactiveFromLimits, line.ReactiveFrom);
            End(line.To, line.VoltageTo, line.ReactiveToLimits, line.ReactiveTo);
        }

        // What the network takes beyond what is scheduled: zero up to the mismatch but where something is free.
        var freeActive = new double[n];
        var freeReactive = new double[n];
        for (int i = 0; i < n; i++)
        {
            if (!buses[i].IsLive)
                continue;
            bool isSlack = grid.Buses[i].Control == BusControl.Slack || islands[buses[i].Island].SlackBus == i;
            bool isFree = isSlack && !islands[buses[i].Island].IsDistributed;
            freeActive[i] = isFree ? activeFlow[i] + grid.Buses[i].ActiveDemand - active[i] : 0.0;
            freeReactive[i] = reactiveFlow[i] + grid.Buses[i].ReactiveDemand - reactive[i];
            if (count[i] == 0 && isFree)
                buses[i] = buses[i] with { FreeActive = freeActive[i], FreeReactive = holders[i] == 0 ? freeReactive[i] : 0.0 };
        }

        for (int u = 0; u < units.Length; u++)
        {
            GridUnit unit = grid.Units[u];
            int i = unit.Bus;
            if (!unit.InService || !buses[i].IsLive)
                continue;
            double output = scheduled[u] + (freeActive[i] * (size[i] > 0 ? Size(unit) / size[i] : 1.0 / count[i]));
            bool isFreeSlack = holders[i] == 0 && (grid.Buses[i].Control == BusControl.Slack || islands[buses[i].Island].SlackBus == i) && !islands[buses[i].Island].IsDistributed;
            double own = Holds(grid, unit) ? Part(i, unit.ReactiveMin, unit.ReactiveMax) : unit.ReactivePower + (isFreeSlack ? freeReactive[i] / count[i] : 0.0);
            units[u] = new UnitState(output, own);
        }

        for (int k = 0; k < lines.Length; k++)
        {
            GridDcLine line = grid.DcLines[k];
            if (!Runs(grid, line))
                continue;
            lines[k] = new DcLineState(
                buses[line.From].IsLive ? line.Flow : 0,
                buses[line.To].IsLive ? BusSchedule.Arriving(line) : 0,
                Reactive(line.From, line.VoltageFrom, line.ReactiveFromLimits, line.ReactiveFrom),
                Reactive(line.To, line.VoltageTo, line.ReactiveToLimits, line.ReactiveTo));
        }

        void Hold(int bus, double min, double max)
        {
            holders[bus]++;
            least[bus] += min;
            range[bus] += max - min;
        }

        void End(int bus, double voltage, (double Min, double Max) limits, double given)
        {
            if (!buses[bus].IsLive)
                return;
            if (BusSchedule.Controls(voltage, limits))
                Hold(bus, limits.Min, limits.Max);
            else
                reactive[bus] += given;
        }

        // Nothing enters or leaves at a bus without voltage.
        double Reactive(int bus, double voltage, (double Min, double Max) limits, double given) =>
            !buses[bus].IsLive ? 0.0 : BusSchedule.Controls(voltage, limits) ? Part(bus, limits.Min, limits.Max) : given;

        double Part(int bus, double min, double max) => double.IsFinite(least[bus]) && double.IsFinite(range[bus]) && range[bus] > 0
            ? min + ((freeReactive[bus] - least[bus]) * ((max - min) / range[bus]))
            : freeReactive[bus] / holders[bus];
    }

    /// <summary>Whether a unit's reactive power is whatever its bus needs.</summary>
    internal static bool Holds(PowerGrid grid, GridUnit unit) => grid.Buses[unit.Bus].Control is BusControl.Voltage or BusControl.Slack && unit.VoltageSetpoint > 0;

    /// <summary>Whether a direct current line is in service with both its buses.</summary>
    internal static bool Runs(PowerGrid grid, GridDcLine line) =>
        line.InService && grid.Buses[line.From].Control != BusControl.Isolated && grid.Buses[line.To].Control != BusControl.Isolated;

    private static double Size(GridUnit unit) => double.IsFinite(unit.ActiveMax) ? Math.Max(0, unit.ActiveMax) : Math.Abs(unit.ActivePower);
}
