using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow;

/// <summary>What is given at each bus of a grid, units and ends of direct current lines added up, in per unit.</summary>
internal sealed class BusSchedule
{
    private BusSchedule(PowerGrid grid)
    {
        int n = grid.Buses.Count;
        Active = new double[n];
        Reactive = new double[n];
        Setpoint = new double[n];
        ReactiveMin = new double[n];
        ReactiveMax = new double[n];
        HasUnits = new bool[n];
        HoldsVoltage = new bool[n];
    }

    /// <summary>Active power put in, less demand.</summary>
    internal double[] Active { get; }

    /// <summary>Reactive power put in where no voltage is held, less demand.</summary>
    internal double[] Reactive { get; }

    /// <summary>Voltage to hold.</summary>
    internal double[] Setpoint { get; }

    /// <summary>Least reactive power that can be put in, less demand.</summary>
    internal double[] ReactiveMin { get; }

    /// <summary>Greatest reactive power that can be put in, less demand.</summary>
    internal double[] ReactiveMax { get; }

    /// <summary>Whether a unit in service stands there.</summary>
    internal bool[] HasUnits { get; }

    /// <summary>Whether something there holds the voltage.</summary>
    internal bool[] HoldsVoltage { get; }

    /// <summary>Whether the converter at an end holds its voltage: it states one, and its reactive power has room.</summary>
    internal static bool Controls(double voltage, (double Min, double Max) limits) => voltage > 0 && limits.Min < limits.Max;

    /// <summary>What arrives at the to end of a direct current line [MW].</summary>
    internal static double Arriving(GridDcLine line) => line.Flow - line.FixedLoss - (line.LossShare * line.Flow);

    /// <summary>Adds everything up.</summary>
    internal static BusSchedule Of(PowerGrid grid)
    {
        var schedule = new BusSchedule(grid);
        double perUnit = 1.0 / grid.BasePower;
        for (int i = 0; i < grid.Buses.Count; i++)
        {
            GridBus bus = grid.Buses[i];
            schedule.Active[i] = -bus.ActiveDemand * perUnit;
            schedule.Reactive[i] = -bus.ReactiveDemand * perUnit;
            schedule.ReactiveMin[i] = schedule.Reactive[i];
            schedule.ReactiveMax[i] = schedule.Reactive[i];
            schedule.Setpoint[i] = bus.Voltage > 0 ? bus.Voltage : 1.0;
        }

        foreach (GridUnit unit in grid.Units)
        {
            if (!unit.InService || grid.Buses[unit.Bus].Control == BusControl.Isolated)
                continue;
            bool holds = grid.Buses[unit.Bus].Control is BusControl.Voltage or BusControl.Slack;
            schedule.HasUnits[unit.Bus] = true;
            schedule.Add(unit.Bus, unit.ActivePower * perUnit, unit.ReactivePower * perUnit, holds ? unit.VoltageSetpoint : 0, unit.ReactiveMin * perUnit, unit.ReactiveMax * perUnit);
        }

        foreach (GridDcLine line in grid.DcLines)
        {
            if (!BusOutputs.Runs(grid, line))
                continue;
            (double min, double max) = line.ReactiveFromLimits;
            schedule.Add(line.From, -line.Flow * perUnit, line.ReactiveFrom * perUnit, Controls(line.VoltageFrom, line.ReactiveFromLimits) ? line.VoltageFrom : 0, min * perUnit, max * perUnit);
            (min, max) = line.ReactiveToLimits;
            schedule.Add(line.To, Arriving(line) * perUnit, line.ReactiveTo * perUnit, Controls(line.VoltageTo, line.ReactiveToLimits) ? line.VoltageTo : 0, min * perUnit, max * perUnit);
        }

        return schedule;
    }

    /// <summary>Adds an injection; a voltage of 0 holds none. Where several hold one, the last counts, as in MATPOWER.</summary>
    private void Add(int bus, double active, double reactive, double voltage, double min, double max)
    {
        Active[bus] += active;
        Reactive[bus] += reactive;
        if (voltage > 0)
        {
            HoldsVoltage[bus] = true;
            Setpoint[bus] = voltage;
            ReactiveMin[bus] += min;
            ReactiveMax[bus] += max;
        }
        else
        {
            ReactiveMin[bus] += reactive;
            ReactiveMax[bus] += reactive;
        }
    }
}
