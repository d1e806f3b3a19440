using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Compressors;
using Corridor.Studies.Hydraulics.Laws;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Studies.Hydraulics.Compressors;

/// <summary>
/// Compressor stations with machines of GasLib-11 (the turbo compressor T_CS2_M4 and its turbine) and GasLib-582 (a piston compressor and
/// its engine); coefficients from the instances of gaslib.zib.de, CC BY 3.0.
/// </summary>
public class StationModelTests
{
    private static readonly TurboCompressor Turbo = new()
    {
        Id = "turbo",
        Drive = "turbine",
        SpeedMin = 3500,
        SpeedMax = 6500,
        SpeedLines = [62.0918, -0.0292953, 4.29877e-06, -58.9579, 0.0265692, -2.57876e-06, 4.32767, -0.00240606, 2.45649e-07],
        EfficiencyLines = [1.16239, -0.000178625, 6.8119e-09, -0.063803, 8.29481e-05, -6.36087e-09, -0.0327073, 1.43794e-06, 1.02304e-10],
        SurgeLine = [-49.8997, 27.7343, -0.0449561],
        ChokeLine = [-11.7751, 7.27912, 0.0567136],
    };

    private static readonly CompressorDrive Turbine = new(
        "turbine",
        DriveKind.GasTurbine,
        [-1507.55, 3.23595, -0.000215272, 9.38, -0.02044, 1.35429e-06, 0.0448214, -8.49405e-05, 5.83333e-09],
        [5000, 2.5, 0],
        []);

    private static readonly PistonCompressor Piston = new()
    {
        Id = "piston",
        Drive = "engine",
        SpeedMin = 165,
        SpeedMax = 350,
        OperatingVolume = 0.5,
        RatioMax = 2,
        AdiabaticEfficiency = 0.95,
        AdditionalReductionOfVolume = 0.35,
        TorqueMax = 0,
    };

    private static readonly CompressorDrive Engine = new(
        "engine",
        DriveKind.GasDrivenMotor,
        [230.514705882, 24.4195632799, 0.00423351158645],
        [2629, 2.47428571429, 1.37142857143e-05],
        [(5250, 15997), (7000, 20621), (8750, 25329)]);

    private static readonly StationConditions Conditions = new()
    {
        Law = new IdealGas(0.018),
        Temperature = 283.15,
        IsentropicExponent = 1.296,
        AmbientTemperature = 283.15,
        InferiorCalorificValue = 48e6,
    };

    [Fact]
    public void Map_of_GasLib_11_by_hand()
    {
        TurboMap.Head(Turbo, 4, 5200).ShouldBe(39.22017056, 1e-8);
        TurboMap.Efficiency(Turbo, 4, 5200).ShouldBe(0.84043116736, 1e-10);
        TurboMap.Surge(Turbo, 4).ShouldBe(60.3182024, 1e-7);
        TurboMap.Choke(Turbo, 4).ShouldBe(18.2487976, 1e-7);
        DriveModel.PowerLimit(Turbine, 5200, 288.15).ShouldBe(8_540_309.55372, 1e-3);
        DriveModel.PowerLimit(Turbine, 5200, 283.15).ShouldBe(8_871_641.54032, 1e-3);
        DriveModel.EnergyRate(Turbine, 4e6, 0.35).ShouldBe(15e6, 1e-6);
    }

    [Fact]
    public void Speed_is_the_inverse_of_the_head()
    {
        Prop.ForAll(Gen.Choose(0, 10_000).Two().ToArbitrary(), sample =>
        {
            double flow = 2 + (4 * sample.Item1 / 10_000.0);
            double speed = 3500 + (3000 * sample.Item2 / 10_000.0);
            double head = TurboMap.Head(Turbo, flow, speed);
            double found = TurboMap.Speed(Turbo, flow, head, out double excess);
            return Math.Abs(excess) <= 1e-12 && Math.Abs(found - speed) <= 1e-6;
        }).Check(Config.QuickThrowOnFailure.WithReplay(20260303, 1));
    }

    [Fact]
    public void One_turbo_compressor_at_a_working_point_within_its_map()
    {
        // Reckoned independently: ρ = 34.406006563520435, Q = 4.359703870981647, H = 38.88990290138115, n by bisection.
        StationOperation operation = StationModel.Evaluate(Station([Turbo], ["turbo"]), 150, 45e5, 60e5, Conditions);
        operation.IsInside.ShouldBeTrue();
        MachineOperation machine = operation.Machines.ShouldHaveSingleItem();
        machine.VolumeFlow.ShouldBe(4.359703870981647, 1e-12);
        machine.Head.ShouldBe(38.88990290138115, 1e-11);
        machine.Speed.ShouldBe(5252.7240568395955, 1e-8);
        machine.Efficiency.ShouldBe(0.8438473371302635, 1e-12);
        machine.ShaftPower.ShouldBe(6_912_963.018933679, 1e-3);
        machine.PowerLimit.ShouldBe(8_920_175.866925601, 1e-3);
        operation.DriveEnergy.ShouldBe(22_282_407.547334198, 1e-3);
        operation.FuelFlow!.Value.ShouldBe(22_282_407.547334198 / 48e6, 1e-9);

        // The work heats the gas: T₂ = T₁ + P·(κ − 1)/κ/(R/M·q).
        double rise = 6_912_963.018933679 * (0.296 / 1.296) / (GasLaws.GasConstant / 0.018 * 150);
        operation.OutletTemperature.ShouldBe(283.15 + rise, 1e-9);
    }

    [Theory]
    [InlineData(60, 45e5, 58e5, StationLimit.Surge)]
    [InlineData(220, 45e5, 47e5, StationLimit.Choke)]
    [InlineData(75, 22.5e5, 40e5, StationLimit.SpeedMax)]
    [InlineData(330, 90e5, 123e5, StationLimit.Power)]
    public void What_a_machine_cannot_do_names_the_limit(double flow, double inlet, double outlet, StationLimit limit)
    {
        StationOperation operation = StationModel.Evaluate(Station([Turbo], ["turbo"]), flow, inlet, outlet, Conditions);
        operation.IsInside.ShouldBeFalse();
        operation.Limit.ShouldBe(limit);
        operation.LimitingUnit.ShouldBe("turbo");
        operation.Excess.ShouldBeGreaterThan(0.005);
    }

    [Fact]
    public void The_excess_of_surge_is_relative_to_the_head_and_of_power_to_the_limit()
    {
        MachineOperation machine = StationModel.Evaluate(Station([Turbo], ["turbo"]), 60, 45e5, 58e5, Conditions).Machines[0];
        machine.Excess.ShouldBe(1 - (TurboMap.Surge(Turbo, machine.VolumeFlow) / machine.Head), 1e-12);
        machine = StationModel.Evaluate(Station([Turbo], ["turbo"]), 330, 90e5, 123e5, Conditions).Machines[0];
        machine.Excess.ShouldBe((machine.ShaftPower / machine.PowerLimit) - 1, 1e-12);
    }

    [Fact]
    public void Piston_compressors_by_hand()
    {
        // Q = 2 m³/s: 240 turns a minute; ratio 1.5.
        double density = 40e5 * 0.018 / (GasLaws.GasConstant * 283.15);
        GasCompressorStation station = Station([Piston], ["piston"]);
        StationOperation operation = StationModel.Evaluate(station, 2 * density, 40e5, 60e5, Conditions);
        operation.IsInside.ShouldBeTrue();
        MachineOperation machine = operation.Machines[0];
        machine.Speed.ShouldBe(240, 1e-9);
        machine.PowerLimit.ShouldBe(1e3 * (230.514705882 + (24.4195632799 * 240) + (0.00423351158645 * 240 * 240)), 1e-6);
        machine.ShaftPower.ShouldBe(1e3 * 2 * density * machine.Head / 0.95, 1e-6);
        machine.DriveEnergy.ShouldBe(1e3 * (2629 + (2.47428571429e-3 * machine.ShaftPower) + (1.37142857143e-11 * machine.ShaftPower * machine.ShaftPower)), 1e-3);

        StationModel.Evaluate(station, density, 20e5, 40.5e5, Conditions).Limit.ShouldBe(StationLimit.RatioMax);
        StationModel.Evaluate(station, 3 * density, 40e5, 44e5, Conditions).Limit.ShouldBe(StationLimit.SpeedMax);

        // 165·0.65 = 107.25 turns a minute: 0.89375 m³/s.
        StationModel.Evaluate(station, 0.9 * density, 40e5, 60e5, Conditions).IsInside.ShouldBeTrue();
        StationModel.Evaluate(station, 0.88 * density, 40e5, 60e5, Conditions).Limit.ShouldBe(StationLimit.SpeedMin);

        PistonCompressor weak = Piston with { TorqueMax = 1e3 * 0.5 * machine.Head * density / (2 * Math.PI * 0.95) / 1.1 };
        StationOperation torque = StationModel.Evaluate(Station([weak], ["piston"]), 2 * density, 40e5, 60e5, Conditions);
        torque.Limit.ShouldBe(StationLimit.Torque);
        torque.Excess.ShouldBe(0.1, 1e-12);

        StationModel.Evaluate(Station([Piston with { PressureRiseMax = 10e5 }], ["piston"]), 2 * density, 40e5, 60e5, Conditions)
            .Limit.ShouldBe(StationLimit.PressureRise);
    }

    [Fact]
    public void Energy_between_stated_points_is_linear_and_never_below_the_shaft_power()
    {
        CompressorDrive points = Engine with { EnergyCoefficients = [] };
        DriveModel.EnergyRate(points, 5250e3, 0.35).ShouldBe(15997e3, 1e-3);
        DriveModel.EnergyRate(points, 6125e3, 0.35).ShouldBe(0.5e3 * (15997 + 20621), 1e-3);
        DriveModel.EnergyRate(Engine, 5250e3, 0.35).ShouldBe(15997e3, 2e3);

        // GasLib-135 states 0.01 kW at every power.
        DriveModel.EnergyRate(Turbine with { EnergyCoefficients = [0.01, 0, 0] }, 1e6, 0.35).ShouldBe(1e6 / 0.35, 1e-6);
        DriveModel.PowerLimit(Turbine with { PowerCoefficients = [] }, 5000, 288).ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void Machines_in_parallel_share_the_flow_and_in_series_the_ratio()
    {
        TurboCompressor second = Turbo with { Id = "second", Drive = "turbine-2" };
        GasCompressorStation station = Station([Turbo, second], []) with
        {
            Drives = [Turbine, Turbine with { Id = "turbine-2" }],
            Configurations =
            [
                new StationConfiguration("one", [["turbo"]]),
                new StationConfiguration("parallel", [["turbo", "second"]]),
                new StationConfiguration("series", [["turbo"], ["second"]]),
            ],
        };

        // 300 kg/s are too much for one machine, not for two.
        StationOperation parallel = StationModel.Evaluate(station, 300, 45e5, 60e5, Conditions);
        parallel.Configuration.ShouldBe("parallel");
        parallel.IsInside.ShouldBeTrue();
        parallel.Machines.Count.ShouldBe(2);
        parallel.ShaftPower.ShouldBe(2 * 6_912_963.018933679, 1e-2);

        // A ratio of 1.7 is too much for one stage, not for two.
        StationOperation series = StationModel.Evaluate(station, 150, 45e5, 76.5e5, Conditions);
        series.Configuration.ShouldBe("series");
        series.IsInside.ShouldBeTrue();
        series.Machines.Select(machine => machine.Stage).ShouldBe([0, 1]);
        double heads = series.Machines.Sum(machine => machine.Head);
        heads.ShouldBe(Compression.Head(1, 283.15, 0.018, 1.296, 1.7), 0.05 * heads);

        // No division on a grid ten times finer takes less energy.
        double least = double.PositiveInfinity;
        for (int i = 1; i < 160; i++)
        {
            double middle = 45e5 * Math.Pow(1.7, i / 160.0);
            StationOperation first = StationModel.Evaluate(station, station.Configurations[0], 150, 45e5, middle, Conditions);
            StationOperation last = StationModel.Evaluate(Station([second], ["second"]) with { Drives = [Turbine with { Id = "turbine-2" }] }, 150, middle, 76.5e5, Conditions);
            if (first.IsInside && last.IsInside)
            {
                least = Math.Min(least, first.DriveEnergy + last.DriveEnergy);
            }
        }

        series.DriveEnergy.ShouldBeLessThanOrEqualTo(least * (1 + 1e-9));
    }

    [Fact]
    public void Without_a_cooler_the_second_stage_takes_hot_gas()
    {
        TurboCompressor second = Turbo with { Id = "second" };
        GasCompressorStation cooled = Station([Turbo, second], []) with { Configurations = [new StationConfiguration("series", [["turbo"], ["second"]])] };
        StationOperation with = StationModel.Evaluate(cooled, 150, 45e5, 76.5e5, Conditions);
        StationOperation without = StationModel.Evaluate(cooled with { HasCooler = false }, 150, 45e5, 76.5e5, Conditions);
        without.ShaftPower.ShouldBeGreaterThan(with.ShaftPower * 1.02);
        without.OutletTemperature.ShouldBeGreaterThan(with.OutletTemperature + 10);
    }

    [Fact]
    public void Stations_without_a_map_have_an_efficiency_a_power_and_a_ratio()
    {
        GasCompressorStation station = Station([], []) with { Configurations = [], RatioMax = 1.6, PowerMax = 8e6, Efficiency = 0.75 };
        StationOperation operation = StationModel.Evaluate(station, 150, 45e5, 60e5, Conditions);
        operation.ShaftPower.ShouldBe(1e3 * 150 * 38.88990290138115 / 0.75, 1e-3);
        operation.IsInside.ShouldBeTrue();
        operation.DriveEnergy.ShouldBe(operation.ShaftPower / 0.35, 1e-6);
        StationModel.Evaluate(station, 250, 45e5, 60e5, Conditions).Limit.ShouldBe(StationLimit.Power);
        StationModel.Evaluate(station, 50, 45e5, 75e5, Conditions).Limit.ShouldBe(StationLimit.RatioMax);
        StationModel.Evaluate(station, 50, 45e5, 44e5, Conditions).Limit.ShouldBe(StationLimit.RatioMin);
        StationModel.Evaluate(station with { OutletPressureMax = 50e5 }, 50, 45e5, 60e5, Conditions).Limit.ShouldBe(StationLimit.OutletPressure);
        StationModel.Evaluate(station with { InletPressureMin = 50e5 }, 50, 45e5, 60e5, Conditions).Limit.ShouldBe(StationLimit.InletPressure);

        // Reach: 8 MW at 150 kg/s and η = 0.75 are 40 kJ/kg.
        OutletRange range = StationModel.Reach(station, 150, 45e5, Conditions).ShouldHaveSingleItem();
        range.Min.ShouldBe(45e5);
        range.Max.ShouldBe(45e5 * Compression.Ratio(1, 283.15, 0.018, 1.296, 40), 1);
    }

    [Fact]
    public void The_reach_of_a_map_ends_at_its_limits()
    {
        GasCompressorStation station = Station([Turbo], ["turbo"]);
        OutletRange range = StationModel.Reach(station, 150, 45e5, Conditions).ShouldHaveSingleItem();
        StationOperation low = StationModel.Evaluate(station, 150, 45e5, range.Min, Conditions);
        StationOperation high = StationModel.Evaluate(station, 150, 45e5, range.Max, Conditions);
        low.IsInside.ShouldBeTrue();
        low.Limit.ShouldBe(StationLimit.Choke);
        low.Excess.ShouldBe(0, 1e-6);
        high.IsInside.ShouldBeTrue();
        high.Excess.ShouldBe(0, 1e-6);
        StationModel.Evaluate(station, 150, 45e5, range.Max * 1.0001, Conditions).IsInside.ShouldBeFalse();
        StationModel.Reach(station, 20, 45e5, Conditions).ShouldBeEmpty();
    }

    [Fact]
    public void Head_and_ratio_are_inverse_and_the_power_grows_with_the_ratio()
    {
        double last = 0;
        for (double ratio = 1.01; ratio < 2.5; ratio += 0.03)
        {
            double head = Compression.Head(0.9, 290, 0.017, 1.3, ratio);
            head.ShouldBeGreaterThan(last);
            Compression.Ratio(0.9, 290, 0.017, 1.3, head).ShouldBe(ratio, 1e-12);
            last = head;
        }

        // Towards ratio 1 the head is Δp/ρ.
        Compression.Head(1, 283.15, 0.018, 1.296, 1 + 1e-6).ShouldBe(1e-9 * GasLaws.GasConstant * 283.15 / 0.018, 1e-9);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        GasCompressorStation station = Station([Turbo], ["turbo"]);
        Should.Throw<ArgumentOutOfRangeException>(() => StationModel.Evaluate(station, 0, 45e5, 60e5, Conditions));
        Should.Throw<ArgumentOutOfRangeException>(() => StationModel.Evaluate(station, 1, 0, 60e5, Conditions));
        Should.Throw<ArgumentOutOfRangeException>(() => StationModel.Evaluate(station, 1, 1, -1, Conditions));
        Should.Throw<ArgumentException>(() => StationModel.Evaluate(Station([Turbo], ["nobody"]), 1, 1e5, 2e5, Conditions));
    }

    private static GasCompressorStation Station(IReadOnlyList<CompressorUnit> units, IReadOnlyList<string> stage) => new()
    {
        Id = "station",
        From = 0,
        To = 1,
        Units = units,
        Drives = [Turbine, Engine],
        Configurations = [new StationConfiguration("1", [stage])],
    };
}
