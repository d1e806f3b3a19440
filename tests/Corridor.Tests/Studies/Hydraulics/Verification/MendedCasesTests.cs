using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Verification;

namespace Corridor.Tests.Studies.Hydraulics.Verification;

/// <summary>Small networks that random ones have shown to go wrong.</summary>
public sealed class MendedCasesTests
{
    [Fact]
    public void Without_any_flow_the_iteration_ends()
    {
        HydraulicSolution solution = Verified([Held("a", 20e5), Node("b", 0.0)], [Pipe(0, 1)]);
        solution.Nodes[1].Pressure.ShouldBe(20e5, 1e-3);
    }

    [Fact]
    public void In_a_tree_whose_flows_are_exact_after_one_step_the_pressures_follow()
    {
        HydraulicSolution solution = Verified([Held("a", 45e5), Node("b", -25.8), Node("c", 0.0)], [Pipe(0, 1), Pipe(2, 1)]);
        solution.Nodes[2].Pressure.ShouldBe(solution.Nodes[1].Pressure, 1.0);
    }

    [Fact]
    public void Beside_an_open_regulator_a_pipe_carries_nothing()
    {
        HydraulicSolution solution = Verified([Node("a", 4.0), Held("b", 45e5)], [Regulator(1, 0, 59e5), Pipe(1, 0)]);
        solution.Nodes[0].Pressure.ShouldBeGreaterThan(45e5);
        solution.Elements[0].Mode.ShouldBe(StationMode.Closed);
    }

    [Fact]
    public void A_regulator_gives_way_to_a_higher_pressure_held_behind_it()
    {
        HydraulicSolution solution = Verified([Held("a", 20e5), Held("b", 12e5), Node("c", -1.0)], [Regulator(0, 1, 11e5), Pipe(1, 2)]);
        solution.Elements[0].Mode.ShouldBe(StationMode.Closed);
        solution.Elements[0].Flow.ShouldBe(0.0);
    }

    [Fact]
    public void A_regulator_that_cannot_lift_gas_to_a_held_pressure_stays_closed()
    {
        HydraulicSolution solution = Verified([Held("a", 63e5), Held("b", 67e5), Node("c", -1.0)], [Regulator(0, 1, 80e5), Pipe(1, 2)]);
        solution.Elements[0].Mode.ShouldBe(StationMode.Closed);
    }

    [Fact]
    public void A_regulator_beside_a_pipe_does_not_starve_the_node_before_it()
    {
        // Were it active, it would take from node b what it brings to node c, and b would have no pressure.
        HydraulicSolution solution = Verified(
            [Held("a", 36e5), Node("b", 30.0), Node("c", -80.0)], [Pipe(0, 2), Pipe(1, 2), Regulator(1, 2, 20e5)]);
        solution.Elements[2].Mode.ShouldBe(StationMode.Closed);
    }

    private static HydraulicSolution Verified(GasNode[] nodes, GasElement[] elements)
    {
        var network = new GasNetwork
        {
            Name = "small",
            Gas = new GasQuality { Name = "gas", MolarMass = 0.018, DynamicViscosity = 1.1e-5 },
            EquationOfState = EquationOfStateKind.SimpleCnga,
            Friction = FrictionKind.Colebrook,
            Nodes = nodes,
            Elements = elements,
        };
        HydraulicSolution solution = SteadyFlow.Solve(network, new HydraulicSettings());
        solution.Complaints.Where(complaint => complaint.IsFatal).ShouldBeEmpty();
        HydraulicReport report = HydraulicChecker.Check(solution);
        report.Violations.ShouldBeEmpty();
        report.Verdict.ShouldBe(HydraulicVerdict.Verified);
        return solution;
    }

    private static GasNode Held(string id, double pressure) => new() { Id = id, PressureSetpoint = pressure };

    private static GasNode Node(string id, double injection) => new() { Id = id, Injection = injection };

    private static GasPipe Pipe(int from, int to) =>
        new() { Id = $"p{from}{to}", From = from, To = to, Length = 10_000.0, Diameter = 0.5, Roughness = 1e-5 };

    private static GasControlValve Regulator(int from, int to, double outlet) =>
        new() { Id = "g", From = from, To = to, Control = new(StationMode.OutletPressure, outlet) };
}
