using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Compressors;
using Corridor.Studies.Hydraulics.Verification;

namespace Corridor.Tests.Studies.Hydraulics.Steady;

/// <summary>A station of GasLib-11 (the turbo compressor T_CS2_M4 and its turbine; coefficients from the instance of gaslib.zib.de, CC BY 3.0) between two nodes.</summary>
public class StationWorkTests
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

    private static readonly HydraulicSettings Ideal = new() { EquationOfState = EquationOfStateKind.Ideal };

    [Fact]
    public void A_point_inside_the_map_gets_power_energy_and_speed_from_it()
    {
        HydraulicSolution solution = Solve(StationMode.Ratio, 4.0 / 3.0, 150, Ideal);
        solution.Complaints.ShouldBeEmpty();
        ElementState state = solution.Elements[0];

        // Reckoned independently for an ideal gas of 18 g/mol and κ = 1.296 at 283.15 K: H = 38.88990290138115 kJ/kg, n by bisection, η by the polynomial.
        state.Power.ShouldBe(6_912_963.018933679, 1.0);
        state.FuelPower.ShouldBe(5e6 + (2.5 * 6_912_963.018933679), 2.5);
        state.Operation!.Configuration.ShouldBe("one");
        state.Operation.Efficiency.ShouldBe(0.8438473371302635, 1e-9);
        state.Operation.Machines[0].Speed.ShouldBe(5252.7240568395955, 1e-4);
        Confirm(solution);
    }

    [Fact]
    public void The_machines_see_the_pressures_between_the_losses()
    {
        PressureLoss loss = PressureLoss.OfPressure(1e5);
        HydraulicSolution solution = Solve(StationMode.Ratio, 4.0 / 3.0, 150, Ideal, station => station with { LossIn = loss, LossOut = loss }, 46e5);
        solution.Nodes[1].Pressure.ShouldBe(59e5, 1.0);
        solution.Elements[0].Power.ShouldBe(6_912_963.018933679, 1.0);
        Confirm(solution);
    }

    [Theory]
    [InlineData(200, 1.45, StationLimit.Power, "MW of its drive")]
    [InlineData(80, 1.4, StationLimit.Surge, "surge line")]
    public void A_point_beyond_a_limit_is_a_warning_that_names_it(double flow, double ratio, StationLimit limit, string words)
    {
        HydraulicSolution solution = Solve(StationMode.Ratio, ratio, flow, Ideal);
        solution.Status.ShouldBe(HydraulicStatus.Converged);
        solution.Elements[0].Operation!.Limit.ShouldBe(limit);
        HydraulicComplaint complaint = solution.Complaints.ShouldHaveSingleItem();
        complaint.Kind.ShouldBe(ComplaintKind.StationLimit);
        complaint.IsFatal.ShouldBeFalse();
        complaint.Message.ShouldContain(words);
        complaint.Message.ShouldContain("% beyond");
        Confirm(solution);
        HydraulicChecker.Check(solution with { Complaints = [] }).Verdict.ShouldBe(HydraulicVerdict.Refuted);
    }

    [Fact]
    public void A_shaft_power_held_is_the_one_of_the_map()
    {
        HydraulicSolution solution = Solve(StationMode.Power, 6_912_963.018933679, 150, Ideal);
        solution.Elements[0].Ratio.ShouldBe(4.0 / 3.0, 1e-6);
        solution.Elements[0].Power.ShouldBe(6_912_963.018933679, 1.0);
        Confirm(solution);
    }

    [Fact]
    public void A_station_without_map_has_its_efficiency_and_a_drive_of_0_35()
    {
        HydraulicSolution solution = Solve(StationMode.Ratio, 4.0 / 3.0, 150, Ideal, station => station with { Units = [], Drives = [], Configurations = [], Efficiency = 0.75, PowerMax = 7e6 });
        solution.Elements[0].Power.ShouldBe(150e3 * 38.88990290138115 / 0.75, 1.0);
        solution.Elements[0].FuelPower.ShouldBe(solution.Elements[0].Power / 0.35, 1.0);
        solution.Complaints.ShouldHaveSingleItem().Message.ShouldContain("above its limit of 7 MW");
        Confirm(solution);
    }

    [Fact]
    public void Fuel_is_taken_where_the_station_says_and_balances()
    {
        HydraulicSolution without = Solve(StationMode.Ratio, 4.0 / 3.0, 150, Ideal);
        without.Fuel.ShouldBeEmpty();
        HydraulicSolution solution = Solve(StationMode.Ratio, 4.0 / 3.0, 150, Ideal with { TakesFuel = true });
        FuelDraw draw = solution.Fuel.ShouldHaveSingleItem();
        draw.Node.ShouldBe(1);

        // 36 MJ/m³ superior at 0.8 kg/m³; 0.901 of it inferior.
        draw.Flow.ShouldBe(solution.Elements[0].FuelPower / (0.901 * 36e6 / 0.8), 1e-7);
        solution.Nodes[0].Injection.ShouldBe(150 + draw.Flow, 1e-9);
        solution.Elements[0].Flow.ShouldBe(150 + draw.Flow, 1e-9);
        Confirm(solution);
        HydraulicChecker.Check(solution with { Fuel = [] }).Verdict.ShouldBe(HydraulicVerdict.Refuted);
    }

    [Fact]
    public void The_checker_refutes_a_power_or_an_efficiency_that_is_not_the_map_s()
    {
        HydraulicSolution solution = Solve(StationMode.Ratio, 4.0 / 3.0, 150, Ideal);
        ElementState state = solution.Elements[0];
        HydraulicChecker.Check(solution with { Elements = [state with { Power = 1.001 * state.Power }] }).Verdict.ShouldBe(HydraulicVerdict.Refuted);
        MachineOperation machine = state.Operation!.Machines[0];
        MachineOperation better = machine with { Efficiency = 0.9, ShaftPower = machine.ShaftPower * machine.Efficiency / 0.9 };
        StationOperation claimed = state.Operation with { Machines = [better] };
        HydraulicChecker.Check(solution with { Elements = [state with { Power = better.ShaftPower, Operation = claimed }] }).Verdict.ShouldBe(HydraulicVerdict.Refuted);
    }

    private static void Confirm(HydraulicSolution solution)
    {
        HydraulicReport report = HydraulicChecker.Check(solution);
        report.Verdict.ShouldBe(HydraulicVerdict.Verified, string.Join(" ", report.Violations.Select(v => v.Message)));
    }

    private static HydraulicSolution Solve(
        StationMode mode, double value, double flow, HydraulicSettings settings, Func<GasCompressorStation, GasCompressorStation>? change = null, double inlet = 45e5)
    {
        var station = new GasCompressorStation
        {
            Id = "station",
            From = 0,
            To = 1,
            Control = new StationControl(mode, value),
            FuelNode = 1,
            Units = [Turbo],
            Drives = [Turbine],
            Configurations = [new StationConfiguration("one", [["turbo"]])],
        };
        var network = new GasNetwork
        {
            Name = "station",
            Gas = new GasQuality { Name = "gas", MolarMass = 0.018, IsentropicExponent = 1.296, NormDensity = 0.8, CalorificValue = 36e6 },
            Temperature = 283.15,
            Nodes = [new GasNode { Id = "in", PressureSetpoint = inlet }, new GasNode { Id = "out", Injection = -flow }],
            Elements = [change is null ? station : change(station)],
        };
        return SteadyFlow.Solve(network, settings);
    }
}
