using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;
using Corridor.Studies.Hydraulics.Verification;

namespace Corridor.Tests.Studies.Hydraulics.Steady;

public sealed class SteadyFlowTests
{
    private const double R = 8.31446261815324;

    [Theory]
    [InlineData(EquationOfStateKind.Ideal)]
    [InlineData(EquationOfStateKind.SimpleCnga)]
    [InlineData(EquationOfStateKind.FullCnga)]
    [InlineData(EquationOfStateKind.Papay)]
    [InlineData(EquationOfStateKind.Linear)]
    public void The_potential_falls_by_friction_along_one_pipe(EquationOfStateKind equation)
    {
        GasNetwork network = new SteadyNetworks().Held("a", 60).Node("b", -30).Pipe("p", "a", "b", 40, 0.5, loss: 3.0).Build(equation: equation);
        HydraulicSolution solution = Converged(network);
        IGasLaw law = GasLaws.For(equation, network.Gas, out _)!;
        double area = Math.PI / 4 * 0.25;
        double expected = ((0.012 * 40_000 / 0.5) + 3.0) * 30.0 * 30.0 / (2 * area * area);
        double fall = law.Potential(60e5, network.Temperature, out _) - law.Potential(solution.Nodes[1].Pressure, network.Temperature, out _);
        (fall / expected).ShouldBe(1.0, 1e-8);
        solution.Nodes[0].Injection.ShouldBe(30.0, 1e-12);
        solution.Elements[0].Linepack.ShouldBeGreaterThan(0.0);
    }

    [Fact]
    public void Ideal_gas_in_a_sloping_pipe_follows_the_exponential_formula()
    {
        GasNetwork network = new SteadyNetworks().Held("a", 60).Node("b", -30, height: 800).Pipe("p", "a", "b", 40).Build();
        HydraulicSolution solution = Converged(network);
        double exponent = 2 * 9.80665 * 800 * 0.018 / (R * network.Temperature);
        double area = Math.PI / 4 * 0.25;
        double square = 0.012 * 40_000 / 0.5 * 900.0 / (area * area) * R * network.Temperature / 0.018;
        double expected = Math.Sqrt((3.6e13 * Math.Exp(-exponent)) - (square * (1 - Math.Exp(-exponent)) / exponent));
        (solution.Nodes[1].Pressure / expected).ShouldBe(1.0, 1e-11);
    }

    [Theory]
    [InlineData(FrictionKind.Colebrook, EquationOfStateKind.Papay)]
    [InlineData(FrictionKind.Nikuradse, EquationOfStateKind.Ideal)]
    [InlineData(FrictionKind.Hofer, EquationOfStateKind.Linear)]
    public void Loops_slacks_zero_flow_and_closed_elements_hold_before_the_checker(FrictionKind friction, EquationOfStateKind equation)
    {
        GasNetwork network = new SteadyNetworks()
            .Held("s", 60).Held("t", 58).Node("a", -12).Node("b", -7, 150).Node("c", 0, -80).Node("d", -3).Node("e").Node("f").Node("g", -4)
            .Pipe("1", "s", "a", 30).Pipe("2", "a", "b", 20).Pipe("3", "b", "c", 15).Pipe("4", "c", "s", 25).Pipe("5", "t", "d", 18).Pipe("6", "d", "a", 22)
            .Pipe("dead", "c", "e", 5).Valve("closed", "e", "f", false).Pipe("behind", "f", "c", 3).Pipe("twin", "a", "b", 20).ShortPipe("joint", "d", "g").Valve("open", "d", "g", true)
            .Build(friction, equation);
        HydraulicSolution solution = Converged(network);
        HydraulicReport report = HydraulicChecker.Check(solution);
        report.Violations.ShouldBeEmpty(string.Join("\n", report.Violations.Select(v => v.Message)));
        solution.Elements[6].Flow.ShouldBe(0.0, 1e-12);
        solution.Elements[7].Flow.ShouldBe(0.0);
        solution.Elements[10].Flow.ShouldBe(2.0, 1e-12);
        solution.Elements[11].Flow.ShouldBe(2.0, 1e-12);
        solution.Elements[1].Flow.ShouldBe(solution.Elements[9].Flow, 1e-9);
    }

    [Theory]
    [InlineData(StationMode.Ratio, 1.25)]
    [InlineData(StationMode.OutletPressure, 62e5)]
    public void Parallel_compressors_are_no_singular_matrix_and_share_the_flow(StationMode mode, double value)
    {
        GasNetwork network = new SteadyNetworks().Held("s", 55).Node("a").Node("b").Node("c", -20)
            .Pipe("1", "s", "a", 20).Compressor("x", "a", "b", mode, value).Compressor("y", "a", "b", mode, value).Pipe("2", "b", "c", 20).Build();
        HydraulicSolution solution = Converged(network);
        solution.Elements[1].Flow.ShouldBe(10.0, 1e-9);
        solution.Elements[2].Flow.ShouldBe(10.0, 1e-9);
        solution.Elements[1].Power.ShouldBeGreaterThan(0.0);
        HydraulicChecker.Check(solution).Verdict.ShouldBe(HydraulicVerdict.Verified);
    }

    [Fact]
    public void Too_much_flow_is_never_reported_as_converged_with_a_negative_pressure()
    {
        GasNetwork network = new SteadyNetworks().Held("s", 40).Node("a").Node("far", -150).Pipe("wide", "s", "a", 10, 0.9).Pipe("narrow", "a", "far", 60, 0.4).Build();
        HydraulicSolution solution = SteadyFlow.Solve(network, new HydraulicSettings());
        solution.Status.ShouldBe(HydraulicStatus.Infeasible);
        HydraulicComplaint complaint = solution.Complaints.ShouldHaveSingleItem();
        (complaint.Kind, complaint.Node, complaint.Element).ShouldBe((ComplaintKind.NegativePressure, 2, 1));
        complaint.Message.ShouldContain("narrow");

        // The share that it states is the greatest that works.
        double share = double.Parse(complaint.Message.Split("About ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) / 100;
        foreach ((double factor, HydraulicStatus status) in new[] { (0.99, HydraulicStatus.Converged), (1.01, HydraulicStatus.Infeasible) })
        {
            GasNode[] nodes = [.. network.Nodes.Select(node => node with { Injection = node.Injection * share * factor })];
            SteadyFlow.Solve(network with { Nodes = nodes }, new HydraulicSettings()).Status.ShouldBe(status);
        }
    }

    [Fact]
    public void An_island_without_injections_leaves_the_rest_solved()
    {
        GasNetwork network = new SteadyNetworks().Held("s", 40).Node("a", -5).Node("i").Node("j").Pipe("1", "s", "a").Pipe("2", "i", "j").Valve("v", "a", "i", false).Build();
        HydraulicSolution solution = Converged(network);
        double.IsNaN(solution.Nodes[2].Pressure).ShouldBeTrue();
        solution.Elements[1].Flow.ShouldBe(0.0);
        solution.Elements[0].Flow.ShouldBe(5.0, 1e-12);
    }

    [Fact]
    public void Injections_cut_off_by_a_closed_valve_name_the_valve()
    {
        GasNetwork network = new SteadyNetworks().Held("s", 40).Node("a", -5).Node("i", -2).Pipe("1", "s", "a").Valve("v", "a", "i", false).Build();
        HydraulicComplaint complaint = Infeasible(network);
        (complaint.Kind, complaint.Node).ShouldBe((ComplaintKind.CutOff, 2));
        complaint.Message.ShouldContain("valve v");
    }

    [Fact]
    public void A_network_without_a_held_pressure_says_so() =>
        Infeasible(new SteadyNetworks().Node("a", 5).Node("b", -5).Pipe("1", "a", "b").Build()).Kind.ShouldBe(ComplaintKind.NoPressureReference);

    [Fact]
    public void Two_pressures_at_one_place_contradict_each_other() =>
        Infeasible(new SteadyNetworks().Held("a", 50).Held("b", 51).Node("c", -1).ShortPipe("sp", "a", "b").Pipe("1", "b", "c").Build()).Kind.ShouldBe(ComplaintKind.ConflictingSetpoints);

    [Fact]
    public void Parallel_stations_of_different_ratio_contradict_each_other()
    {
        GasNetwork network = new SteadyNetworks().Held("s", 50).Node("b", -5).Compressor("x", "s", "b", StationMode.Ratio, 1.2).Compressor("y", "s", "b", StationMode.Ratio, 1.3).Build();
        HydraulicComplaint complaint = Infeasible(network);
        complaint.Kind.ShouldBe(ComplaintKind.ConflictingSetpoints);
        complaint.Element.ShouldBeInRange(0, 1);
    }

    [Theory]
    [InlineData(60.0, 30.0, StationMode.OutletPressure)]
    [InlineData(25.0, 30.0, StationMode.Bypass)]
    public void A_regulator_holds_its_outlet_or_stands_open(double supply, double setpoint, StationMode expected)
    {
        GasNetwork network = new SteadyNetworks().Held("s", supply).Node("a").Node("b").Node("c", -3)
            .Pipe("1", "s", "a").Regulator("r", "a", "b", StationMode.OutletPressure, setpoint * 1e5).Pipe("2", "b", "c").Build();
        HydraulicSolution solution = Converged(network);
        solution.Elements[1].Mode.ShouldBe(expected);
        solution.Nodes[2].Pressure.ShouldBeLessThanOrEqualTo(solution.Nodes[1].Pressure * (1 + 1e-12));
        HydraulicChecker.Check(solution).Verdict.ShouldBe(HydraulicVerdict.Verified);
    }

    [Fact]
    public void A_regulator_closes_against_flow_backwards()
    {
        GasNetwork network = new SteadyNetworks().Held("s", 30).Held("t", 50).Node("a").Node("b", -1)
            .Pipe("1", "s", "a").Regulator("r", "a", "b", StationMode.OutletPressure, 45e5).Pipe("2", "t", "b").Build();
        HydraulicSolution solution = Converged(network);
        (solution.Elements[1].Mode, solution.Elements[1].Flow).ShouldBe((StationMode.Closed, 0.0));
        HydraulicChecker.Check(solution).Verdict.ShouldBe(HydraulicVerdict.Verified);
    }

    [Fact]
    public void A_station_of_given_power_and_one_of_given_flow_hold_them()
    {
        GasNetwork network = new SteadyNetworks().Held("s", 50).Node("a").Node("b").Node("c", -15).Held("t", 55)
            .Pipe("1", "s", "a").Compressor("p", "a", "b", StationMode.Power, 8e5).Pipe("2", "b", "c", 30).Compressor("f", "s", "t", StationMode.Flow, 4.0).Build(FrictionKind.Colebrook, EquationOfStateKind.Papay);
        HydraulicSolution solution = SteadyFlow.Solve(network, new HydraulicSettings());
        solution.Status.ShouldBe(HydraulicStatus.Converged, string.Join("\n", solution.Complaints.Select(c => c.Message)));
        solution.Elements[1].Power.ShouldBe(8e5, 1e-3);
        HydraulicChecker.Check(solution).Violations.ShouldBeEmpty();
    }

    [Fact]
    public void Gases_mix_by_amount_of_substance_on_their_way()
    {
        GasQuality rich = SteadyNetworks.Gas with { Name = "rich", MolarMass = 0.020, PseudocriticalTemperature = 205 };
        GasNetwork network = new SteadyNetworks().Held("s", 50).Node("in", 6, gas: rich).Node("a").Node("b", -10, 200)
            .Pipe("1", "s", "a").Pipe("2", "in", "a").Pipe("3", "a", "b", 30).Build(FrictionKind.Colebrook, EquationOfStateKind.Papay);
        HydraulicSolution solution = Converged(network);
        solution.Nodes[3].Gas.MolarMass.ShouldBe(10.0 / ((6 / 0.020) + (4 / 0.018)), 1e-12);
        HydraulicChecker.Check(solution).Violations.ShouldBeEmpty();
    }

    [Fact]
    public void A_fixed_loss_lets_nothing_pass_where_the_pressures_differ_less()
    {
        GasNetwork network = new SteadyNetworks().Held("s", 50).Held("t", 49.9).Node("a", -2).Node("b", -2)
            .Pipe("1", "s", "a").Pipe("2", "t", "b").Resistor("r", "a", "b", PressureLoss.OfPressure(5e4)).Build();
        HydraulicSolution solution = Converged(network);
        solution.Elements[2].Flow.ShouldBe(0.0);
        HydraulicSolution passing = Converged(network with { Nodes = [.. network.Nodes.Select(node => node.Id == "t" ? node with { PressureSetpoint = 45e5 } : node)] });
        passing.Elements[2].Flow.ShouldBeGreaterThan(0.0);
        (passing.Nodes[2].Pressure - passing.Nodes[3].Pressure).ShouldBe(5e4, 1e-3);
    }

    [Fact]
    public void An_element_that_names_no_node_is_the_callers_error()
    {
        GasNetwork network = new SteadyNetworks().Held("s", 50).Node("a", -2).Pipe("1", "s", "a").Build();
        Should.Throw<ArgumentException>(() => SteadyFlow.Solve(network with { Elements = [((GasPipe)network.Elements[0]) with { To = 7 }] }, new HydraulicSettings()));
        Should.Throw<ArgumentException>(() => SteadyFlow.Solve(network with { Elements = [((GasPipe)network.Elements[0]) with { Length = 0.0 }] }, new HydraulicSettings()));
    }

    private static HydraulicSolution Converged(GasNetwork network)
    {
        HydraulicSolution solution = SteadyFlow.Solve(network, new HydraulicSettings());
        solution.Status.ShouldBe(HydraulicStatus.Converged, string.Join("\n", solution.Complaints.Select(complaint => complaint.Message)));
        solution.Residual.ShouldBeLessThan(1e-9);
        return solution;
    }

    private static HydraulicComplaint Infeasible(GasNetwork network)
    {
        HydraulicSolution solution = SteadyFlow.Solve(network, new HydraulicSettings());
        solution.Status.ShouldBe(HydraulicStatus.Infeasible);
        return solution.Complaints.First(complaint => complaint.IsFatal);
    }
}
