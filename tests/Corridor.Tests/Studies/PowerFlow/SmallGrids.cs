using Corridor.Model.PowerGrids;

namespace Corridor.Tests.Studies.PowerFlow;

/// <summary>Grids for tests of power flow, on a base of 100 MVA.</summary>
internal static class SmallGrids
{
    internal static GridBus Bus(string id, BusControl control = BusControl.Load, double demand = 0, double reactive = 0, double voltage = 1.0) =>
        new() { Id = id, Control = control, ActiveDemand = demand, ReactiveDemand = reactive, Voltage = voltage, VoltageMin = 0.9, VoltageMax = 1.1 };

    internal static GridBranch Line(int from, int to, double x, double r = 0, double charging = 0, double tap = 1.0, double shift = 0) =>
        new() { Id = $"{from}-{to}", From = from, To = to, Resistance = r, Reactance = x, Charging = charging, Tap = tap, Shift = shift, Rating = 100 };

    internal static GridUnit Unit(string id, int bus, double output, double voltage = 1.0, double least = double.NegativeInfinity, double greatest = double.PositiveInfinity) =>
        new() { Id = id, Bus = bus, ActivePower = output, VoltageSetpoint = voltage, ReactiveMin = least, ReactiveMax = greatest, ActiveMax = 500 };

    internal static PowerGrid Grid(GridBus[] buses, GridBranch[] branches, GridUnit[] units) =>
        new() { Name = "test", Buses = buses, Branches = [.. branches.Select((b, k) => b with { Id = $"{b.Id}#{k}" })], Units = units };

    /// <summary>A ring of buses with chords, a few of them radial, light loads and units at every fourth bus.</summary>
    internal static PowerGrid Random(int seed, int count = 24)
    {
        var random = new Random(seed);
        var buses = new GridBus[count];
        var units = new List<GridUnit>();
        for (int i = 0; i < count; i++)
        {
            bool isSource = i % 4 == 0;
            buses[i] = Bus($"b{i}", i == 0 ? BusControl.Slack : isSource ? BusControl.Voltage : BusControl.Load, 4 * random.NextDouble(), random.NextDouble());
            if (isSource)
                units.Add(Unit($"u{i}", i, 6 * random.NextDouble(), 0.98 + (0.04 * random.NextDouble())));
        }

        var branches = new List<GridBranch>();
        double X() => 0.05 + (0.2 * random.NextDouble());
        int ring = count - 4;
        for (int i = 0; i < ring; i++)
            branches.Add(Line(i, (i + 1) % ring, X(), 0.02, 0.02));
        for (int i = ring; i < count; i++)
            branches.Add(Line(random.Next(ring), i, X(), 0.01));
        for (int k = 0; k < count / 3; k++)
        {
            int a = random.Next(ring);
            int b = (a + 2 + random.Next(ring - 3)) % ring;
            branches.Add(Line(a, b, X(), 0.02, 0, 0.95 + (0.1 * random.NextDouble()), k % 3 == 0 ? 3 : 0));
        }

        // Parallel to the first: an outage of one leaves the other.
        branches.Add(Line(0, 1, X(), 0.02));
        return Grid(buses, [.. branches], [.. units]);
    }
}
