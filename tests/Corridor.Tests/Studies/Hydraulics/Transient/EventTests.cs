using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Tests.Studies.Hydraulics.Transient;

/// <summary>Breaks, trips, valves and the islands that they make.</summary>
public sealed class EventTests
{
    private const double Area = Math.PI * 0.9144 * 0.9144 / 4;

    /// <summary>Gas leaves a break choked at first; when the valves are closed the pipe empties to the pressure of the air, and nothing else does.</summary>
    [Fact]
    public void A_broken_pipe_empties_between_its_valves()
    {
        GasNetwork network = TransientCases.Network(
            [
                new GasNode { Id = "a", PressureSetpoint = 6e6 },
                new GasNode { Id = "b" },
                new GasNode { Id = "c", Injection = -10, PressureMin = 1e6 },
            ],
            [TransientCases.Pipe("1", 0, 1, 20_000), TransientCases.Pipe("2", 1, 2, 30_000)]);
        var rupture = new PipeRupture(600, 0, 5_000, 300, 0.05);
        TransientSettings settings = TransientCases.Fixed(20_000, 60, 500) with { OutputInterval = 300, IsAdaptive = true, LimitsExits = true };
        TransientResult run = TransientFlow.Run(network, null, settings, new TransientSchedule { Events = [rupture] });
        run.Status.ShouldBe(TransientStatus.Completed);
        run.Balance.RelativeError.ShouldBeLessThan(1e-9);

        // The first outflow is choked: √(κρp)·(2/(κ+1))^((κ+1)/(2(κ−1))) at nearly 60 bar, for five minutes of pressure between 55 and 60 bar.
        double density = 6e6 / Math.Pow(TransientCases.SpeedOfSound(288.706), 2);
        double flux = Math.Sqrt(1.3 * density * 6e6) * Math.Pow(2 / 2.3, 2.3 / 0.6);
        double lostBeforeClosing = 300 * 0.05 * Area * flux;
        double pipe = run.Linepacks[3][0];
        run.Balance.Lost.ShouldBeGreaterThan(0.7 * lostBeforeClosing + 0.9 * pipe);
        run.Balance.Lost.ShouldBeLessThan(1.02 * lostBeforeClosing + pipe);
        run.Final[0].Pressure[run.Final[0].Pressure.Count / 2].ShouldBe(101_325, 3_000);
        run.FlowsIn[^1][0].ShouldBe(0, 1e-9);
        run.FlowsOut[^1][0].ShouldBe(0, 1e-9);

        // The other pipe keeps its gas but for what its customer took.
        double second = run.Linepacks[0][1] - run.Linepacks[^1][1];
        second.ShouldBeGreaterThan(10 * 15_000);
        run.Pressures[^1][2].ShouldBeGreaterThan(1e6);
        run.Incidents.Count.ShouldBe(3);
    }

    /// <summary>A station that trips lets gas pass it by where it has a bypass, and stops it where it has none.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_station_trips(bool hasBypass)
    {
        GasNetwork network = TransientCases.Network(
            [new GasNode { Id = "a", PressureSetpoint = 5e6 }, new GasNode { Id = "b" }, new GasNode { Id = "c" }, new GasNode { Id = "d", Injection = -50, PressureMin = 2e6 }],
            [
                TransientCases.Pipe("1", 0, 1, 30_000),
                new GasCompressorStation { Id = "k", From = 1, To = 2, Control = new StationControl(StationMode.OutletPressure, 7e6), HasBypass = hasBypass },
                TransientCases.Pipe("2", 2, 3, 30_000),
            ]);
        TransientSettings settings = TransientCases.Fixed(86_400, 120, 2000) with { OutputInterval = 3600, LimitsExits = true };
        TransientResult run = TransientFlow.Run(network, null, settings, new TransientSchedule { Events = [new StationTrip(7200, 1)] });
        run.Status.ShouldBe(TransientStatus.Completed);
        run.Pressures[1][2].ShouldBe(7e6, 1);
        if (hasBypass)
        {
            run.FlowsIn[^1][1].ShouldBe(50, 0.1);
            run.Pressures[^1][2].ShouldBe(run.Pressures[^1][1], 10);
        }
        else
        {
            run.FlowsIn[^1][1].ShouldBe(0, 1e-9);
            run.Nodes[3].Unserved.ShouldBeGreaterThan(0);
        }

        run.Balance.RelativeError.ShouldBeLessThan(1e-9);
    }

    /// <summary>Closed valves make an island with no pressure held: it keeps its mass, and comes to rest at one pressure.</summary>
    [Fact]
    public void An_island_keeps_its_mass()
    {
        GasNetwork network = TransientCases.Network(
            [new GasNode { Id = "a", PressureSetpoint = 6e6 }, new GasNode { Id = "b" }, new GasNode { Id = "c" }, new GasNode { Id = "d", PressureSetpoint = 4e6 }, new GasNode { Id = "bare" }],
            [
                new GasValve { Id = "v", From = 0, To = 1, IsOpen = true },
                TransientCases.Pipe("1", 1, 2, 40_000),
                new GasValve { Id = "w", From = 2, To = 3, IsOpen = true },
                new GasShortPipe { Id = "s", From = 2, To = 4 },
            ]);
        var schedule = new TransientSchedule { Events = [new ValveChange(3600, 0, false), new ValveChange(3600, 2, false)] };
        TransientSettings settings = TransientCases.Fixed(43_200, 60, 2000) with { OutputInterval = 3600 };
        TransientResult run = TransientFlow.Run(network, null, settings, schedule);
        run.Status.ShouldBe(TransientStatus.Completed);
        run.Linepacks[^1][1].ShouldBe(run.Linepacks[1][1], 1e-6 * run.Linepacks[1][1]);
        run.TotalLinepack[^1].ShouldBe(run.TotalLinepack[2], 1e-11 * run.TotalLinepack[2]);
        run.Pressures[^1][1].ShouldBe(run.Pressures[^1][2], 5e3);
        run.Pressures[^1][4].ShouldBe(run.Pressures[^1][2], 1);
    }

    /// <summary>Two stations side by side, two valves side by side: the flow divides, and the matrix stays regular.</summary>
    [Fact]
    public void Parallel_elements_divide_the_flow()
    {
        GasNetwork network = TransientCases.Network(
            [new GasNode { Id = "a", PressureSetpoint = 5e6 }, new GasNode { Id = "b" }, new GasNode { Id = "c" }, new GasNode { Id = "d", Injection = -50 }],
            [
                TransientCases.Pipe("1", 0, 1, 30_000),
                new GasCompressorStation { Id = "k", From = 1, To = 2, Control = new StationControl(StationMode.Ratio, 1.2) },
                new GasCompressorStation { Id = "l", From = 1, To = 2, Control = new StationControl(StationMode.Ratio, 1.2) },
                new GasValve { Id = "v", From = 2, To = 3, IsOpen = true },
                new GasShortPipe { Id = "w", From = 2, To = 3 },
            ]);
        TransientResult run = TransientFlow.Run(network, null, TransientCases.Fixed(3600, 300, 2000), TransientSchedule.Empty);
        run.Status.ShouldBe(TransientStatus.Completed);
        run.FlowsIn[^1][1].ShouldBe(25, 1e-3);
        run.FlowsIn[^1][4].ShouldBe(25, 1e-3);
        (run.Pressures[^1][2] / run.Pressures[^1][1]).ShouldBe(1.2, 1e-6);
    }

    /// <summary>A regulator lowers the pressure, lets pass what is below, and shuts against flow backwards.</summary>
    [Fact]
    public void A_regulator_shuts_against_flow_backwards()
    {
        GasNetwork network = TransientCases.Network(
            [new GasNode { Id = "a", PressureSetpoint = 6e6 }, new GasNode { Id = "b" }, new GasNode { Id = "c" }, new GasNode { Id = "d", Injection = -30 }],
            [
                TransientCases.Pipe("1", 0, 1, 10_000),
                new GasControlValve { Id = "r", From = 1, To = 2, Control = new StationControl(StationMode.OutletPressure, 4e6) },
                TransientCases.Pipe("2", 2, 3, 10_000),
            ]);
        (double, double)[] points = [(0, -30), (7200, -30), (7200, 10), (10_800, 10), (10_800, -30), (36_000, -30)];
        TransientResult run = TransientFlow.Run(network, null, TransientCases.Fixed(36_000, 60, 1000) with { OutputInterval = 1800 }, TransientCases.Injection(3, points));
        run.Status.ShouldBe(TransientStatus.Completed);
        run.Pressures[0][2].ShouldBe(4e6, 1);
        run.FlowsIn[5][1].ShouldBe(0, 1e-6);
        run.Pressures[5][2].ShouldBeGreaterThan(4.01e6);
        run.Pressures[^1][2].ShouldBe(4e6, 1);
        run.FlowsIn[^1][1].ShouldBe(30, 0.1);
        run.FlowsIn.ShouldAllBe(flows => flows[1] > -1e-6);
    }
}
