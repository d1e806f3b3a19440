using Corridor.Model.Hydraulics;
using Corridor.Model.Units;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Dispatch;
using Corridor.Studies.Hydraulics.Laws;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Studies.Hydraulics.Dispatch;

public sealed class LineCapacityTests
{
    private static readonly LinePhysicsSettings Settings = new();

    private static GasLine Line(double kilometres = 300, double diameter = 1.0, int strings = 1, params LineStation[] stations) => new()
    {
        Id = "p",
        Name = "p",
        From = "a",
        To = "b",
        Length = 1000 * kilometres,
        Diameter = diameter,
        Strings = strings,
        Roughness = 20e-6,
        HydraulicEfficiency = 0.95,
        PressureMax = 80e5,
        PressureMin = 50e5,
        Temperature = 285,
        Gas = GasLineReader.Gas(0.6, Settings),
        MassPerAccount = 720_000,
        Basis = new CarrierBasis("gas", AmountUnit.Parse("mcm@20C")),
        FuelHeat = 47e6,
        Stations = stations,
    };

    private static LineStation Station(double kilometres, double? megawatts, double ratio = 2) => new($"s{kilometres}", "", 1000 * kilometres, 1e6 * megawatts, ratio, 0.85);

    /// <summary>An ideal gas in a rough pipe has λ·L·G²·R·T/(M·D) = p₁² − p₂², by hand.</summary>
    [Fact]
    public void A_pipe_without_stations_carries_what_the_formula_says()
    {
        var settings = new LinePhysicsSettings { EquationOfState = EquationOfStateKind.Ideal, Friction = FrictionKind.Nikuradse };
        GasLine line = Line() with { HydraulicEfficiency = 1 };
        double capacity = LineCapacity.Of(line, settings).Inflow;

        double rough = Math.Pow((2 * Math.Log10(3.71 * line.Diameter / line.Roughness)), -2);
        double flux = Math.Sqrt((line.PressureMax * line.PressureMax - line.PressureMin * line.PressureMin) * line.Diameter * line.Gas.MolarMass / (rough * line.Length * GasLaws.GasConstant * line.Temperature));
        capacity.ShouldBe(0.25 * Math.PI * line.Diameter * line.Diameter * flux, 5e-3 * capacity);
    }

    [Fact]
    public void At_its_capacity_a_line_delivers_and_above_it_does_not()
    {
        foreach (GasLine line in new[] { Line(), Line(900, 1.2, 1, Station(300, 20), Station(600, 20)), Line(900, 1.2, 2, Station(0, 5), Station(450, null, 1.4)), Line(900, 1.2, 1, Station(300, 20), Station(600, 20)) with { LoopShare = 0.4 } })
        {
            LineCapacity capacity = LineCapacity.Of(line, Settings);
            capacity.Profile.Delivery.ShouldBeGreaterThanOrEqualTo(line.PressureMin);
            var laws = new LineLaws(line, Settings);
            LineProfile above = LineProfile.At(line, laws, Settings, 1.01 * capacity.Inflow);
            (above.Delivery >= line.PressureMin).ShouldBeFalse();
            LineNetwork.Of(line, Settings, capacity.Profile).Difference().ShouldBeLessThan(1e-8);
        }
    }

    /// <summary>The network solver, given the stations at their greatest power, does not deliver one per cent more either.</summary>
    [Fact]
    public void The_network_solver_does_not_carry_one_percent_more()
    {
        GasLine line = Line(900, 1.2, 1, Station(300, 20), Station(600, 20));
        LineCapacity capacity = LineCapacity.Of(line, Settings);
        capacity.Limit.ShouldBe(LineLimit.StationPower);
        LineNetwork network = LineNetwork.Of(line, Settings, capacity.Profile);
        GasNetwork above = network.Network with
        {
            Nodes = [.. network.Network.Nodes.Select(n => n with { Injection = 1.01 * n.Injection })],
            Elements = [.. network.Network.Elements.Select(e => e switch
            {
                GasCompressorStation s => s with { Control = new StationControl(StationMode.Power, 20e6), HasBypass = false },
                GasPipe p => p with { FrictionFactor = p.FrictionFactor },
                _ => e,
            })],
        };
        HydraulicSolution solution = SteadyFlow.Solve(above, network.Settings);
        (solution.Status == HydraulicStatus.Converged && solution.Nodes[network.End].Pressure >= line.PressureMin).ShouldBeFalse();
    }

    [Fact]
    public void More_power_more_diameter_less_length_never_carry_less() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(25).WithReplay(20250101, 17), Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        var random = new System.Random(seed);
        int stations = random.Next(0, 5), power = random.Next(10, 60), length = random.Next(200, 1500);
        double diameter = random.Next(60, 140) / 100.0;
        double Of(double megawatts, double kilometres, double metres) =>
            LineCapacity.Of(Line(kilometres, metres, 1, [.. Enumerable.Range(1, stations).Select(i => Station(kilometres * i / (stations + 1), megawatts))]), Settings).Inflow;
        double least = Of(power, length, diameter) * (1 - 1e-9);
        return Of(1.2 * power, length, diameter) >= least && Of(power, 0.9 * length, diameter) >= least && Of(power, length, 1.1 * diameter) >= least;
    }));

    [Fact]
    public void Equal_strings_share_the_flow()
    {
        double one = LineCapacity.Of(Line(), Settings).Inflow;
        LineCapacity.Of(Line(strings: 3), Settings).Inflow.ShouldBe(3 * one, 1e-6 * one);
        double looped = LineCapacity.Of(Line() with { LoopShare = 1 }, Settings).Inflow;
        looped.ShouldBe(2 * one, 1e-6 * one);
        LineCapacity.Of(Line() with { LoopShare = 0.5 }, Settings).Inflow.ShouldBeInRange(1.1 * one, 1.5 * one);
    }

    [Fact]
    public void Backwards_the_stations_stand_at_the_other_distances()
    {
        GasLine line = Line(600, 1, 1, Station(150, 10), Station(450, 30));
        GasLine back = line.Reversed();
        back.From.ShouldBe("b");
        back.Stations.Select(s => s.Distance).ShouldBe([150_000.0, 450_000.0]);
        back.Stations[0].Id.ShouldBe("s450");
        back.Reversed().Stations.ShouldBe(line.Stations);
        GasLine even = Line(600, 1, 1, Station(200, 10), Station(400, 10));
        LineCapacity.Of(even.Reversed(), Settings).Inflow.ShouldBe(LineCapacity.Of(even, Settings).Inflow, 1e-6);
    }

    /// <summary>All that enters leaves at the end or is burnt: 36 % of its heat becomes shaft power.</summary>
    [Fact]
    public void Fuel_is_what_the_power_needs()
    {
        GasLine line = Line(900, 1.2, 1, Station(300, 20), Station(600, 20));
        LineProfile profile = LineCapacity.Of(line, Settings).Profile;
        profile.Power.ShouldBeGreaterThan(30e6);
        (profile.Inflow - profile.Outflow).ShouldBe(profile.Power / (Settings.DriveEfficiency * line.FuelHeat), 1e-9);
    }

    [Fact]
    public void A_station_stops_at_its_power_and_at_its_ratio()
    {
        StationDuty Duty(LineStation station) => LineProfile.At(Line(250, 1, 1, station), new LineLaws(Line(250, 1, 1, station), Settings), Settings, 300).Stations[0];
        StationDuty free = Duty(Station(200, 200)), weak = Duty(Station(200, 2)), flat = Duty(Station(200, 200, 1.05));
        free.Limit.ShouldBeNull();
        free.Outlet.ShouldBe(80e5);
        free.Power.ShouldBe(free.PowerNeeded);
        weak.Limit.ShouldBe(LineLimit.StationPower);
        weak.Power.ShouldBe(2e6, 1);
        weak.PowerNeeded.ShouldBe(free.Power, 1e-6 * free.Power);
        flat.Limit.ShouldBe(LineLimit.StationRatio);
        flat.Ratio.ShouldBe(1.05, 1e-12);
    }

    /// <summary>Gas at rest has the same density everywhere.</summary>
    [Fact]
    public void Linepack_of_resting_gas_is_volume_times_density()
    {
        GasLine line = Line(100, 1, 2);
        var laws = new LineLaws(line, Settings);
        laws.Section(line.PressureMax, line.Length, 0, out double linepack).ShouldBe(line.PressureMax);
        linepack.ShouldBe(2 * laws.Area * line.Length * laws.Density(line.PressureMax), 1e-6 * linepack);
    }

    [Fact]
    public void A_flow_that_does_not_come_through_has_no_pressures()
    {
        GasLine line = Line();
        LineProfile profile = LineProfile.At(line, new LineLaws(line, Settings), Settings, 5 * LineCapacity.Of(line, Settings).Inflow);
        profile.Delivery.ShouldBe(double.NaN);
        Should.Throw<ArgumentException>(() => LineNetwork.Of(line, Settings, profile));
    }
}
