using Corridor.Data.Formats.GasJson;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Steady;
using Corridor.Tests.Numerics;

namespace Corridor.Tests.Studies.Hydraulics.Steady;

public sealed class SteadySolverTests
{
    [Fact]
    public void Changes_give_the_same_state_as_a_network_built_with_them()
    {
        GasNetwork network = Network();
        using var solver = new SteadySolver(network, new HydraulicSettings());
        solver.Solve().Status.ShouldBe(HydraulicStatus.Converged);
        solver.SetInjection(2, -9.0);
        solver.SetPressure(0, 52e5);
        solver.SetControl(1, new StationControl(StationMode.Ratio, 1.1));
        HydraulicSolution changed = solver.Solve();
        GasNetwork built = network with
        {
            Nodes = [network.Nodes[0] with { PressureSetpoint = 52e5 }, network.Nodes[1], network.Nodes[2] with { Injection = -9.0 }, .. network.Nodes.Skip(3)],
            Elements = [network.Elements[0], ((GasCompressorStation)network.Elements[1]) with { Control = new StationControl(StationMode.Ratio, 1.1) }, .. network.Elements.Skip(2)],
        };
        HydraulicSolution expected = SteadyFlow.Solve(built, new HydraulicSettings());
        for (int i = 0; i < built.Nodes.Count; i++)
            (changed.Nodes[i].Pressure / expected.Nodes[i].Pressure).ShouldBe(1.0, 1e-9);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        GasNetwork network = Lattice(24);
        HydraulicSolution one = SteadyFlow.Solve(network, new HydraulicSettings { Threads = 1 });
        HydraulicSolution two = SteadyFlow.Solve(network, new HydraulicSettings { Threads = 2 });
        one.Status.ShouldBe(HydraulicStatus.Converged);
        one.Nodes.Select(node => node.Pressure).ShouldBe(two.Nodes.Select(node => node.Pressure));
        one.Elements.Select(element => element.Flow).ShouldBe(two.Elements.Select(element => element.Flow));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_iteration_allocates_nothing(bool isPotential)
    {
        GasNetwork network = isPotential ? Lattice(12) : Network();
        var settings = new HydraulicSettings();
        var laws = new LinkLaws(network, settings, new GasScale(Corridor.Studies.Hydraulics.Laws.GasLaws.For(EquationOfStateKind.Ideal, network.Gas, out _)!, network.Temperature), []);
        var links = new List<Link>();
        var places = new Places(network);
        for (int e = 0; e < network.Elements.Count; e++)
            LinkPlan.Add(places, e, ElementMode.Active, (network.Elements[e] as GasCompressorStation)?.Control, true, links);
        Wiring wiring = WiringBuilder.Build(network, places.Count, [.. links], [.. network.Nodes.Select(node => node.PressureSetpoint ?? double.NaN)]);
        PotentialNewton.Fits(wiring, laws).ShouldBe(isPotential);
        double[] injection = [.. network.Nodes.Select(node => node.PressureSetpoint is null ? node.Injection : 0.0)];
        long few = Allocated(2);
        Allocated(9).ShouldBe(few);

        long Allocated(int iterations)
        {
            using PotentialNewton? potential = isPotential ? new PotentialNewton(wiring, laws, 1) : null;
            GeneralNewton? general = isPotential ? null : new GeneralNewton(wiring, laws);
            HydraulicSettings limited = settings with { MaxIterations = iterations, Tolerance = 0.0 };
            long allocated = 0;
            for (int run = 0; run < 3; run++)
            {
                var state = new SteadyState(wiring);
                for (int c = 0; c < wiring.ClusterCount; c++)
                    state.ClusterPotential[c] = laws.Reference.Potential(50e5);
                foreach (int k in wiring.LawLinks)
                    state.Flow[k] = double.NaN;
                long before = GC.GetAllocatedBytesForCurrentThread();
                potential?.Run(state, injection, limited, default);
                general?.Run(state, injection, limited, default);
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                state.Iterations.ShouldBe(iterations);
            }

            return allocated;
        }
    }

    [SkippableTheory]
    [InlineData("8-node", "ideal", EquationOfStateKind.Ideal)]
    [InlineData("8-node", "simple_cnga", EquationOfStateKind.SimpleCnga)]
    [InlineData("8-node", "full_cnga", EquationOfStateKind.FullCnga)]
    [InlineData("GasLib-24", "ideal", EquationOfStateKind.Ideal)]
    [InlineData("GasLib-24", "simple_cnga", EquationOfStateKind.SimpleCnga)]
    [InlineData("GasLib-24", "full_cnga", EquationOfStateKind.FullCnga)]
    [InlineData("GasLib-40-multiple-slacks", "ideal", EquationOfStateKind.Ideal)]
    [InlineData("GasLib-40-multiple-slacks", "simple_cnga", EquationOfStateKind.SimpleCnga)]
    [InlineData("GasLib-40-multiple-slacks", "full_cnga", EquationOfStateKind.FullCnga)]
    public void Published_solutions_are_met(string name, string file, EquationOfStateKind equation)
    {
        string folder = Path.Combine(ReferenceData.Folder("gas-steady"), name);
        GasJsonCase data = GasJsonCase.Read(folder, new GasJsonOptions(), new FindingList()).ShouldNotBeNull();
        GasJsonState expected = GasJsonState.Read(Path.Combine(folder, $"exact_sol_{file}.json"), new FindingList()).ShouldNotBeNull();
        HydraulicSolution solution = SteadyFlow.Solve(data.Network, new HydraulicSettings { EquationOfState = equation });
        solution.Status.ShouldBe(HydraulicStatus.Converged);
        for (int i = 0; i < data.Network.Nodes.Count; i++)
            (solution.Nodes[i].Pressure / expected.NodePressures[data.Network.Nodes[i].Id]).ShouldBe(1.0, 5e-6);
        for (int e = 0; e < data.Network.Elements.Count; e++)
        {
            GasElement element = data.Network.Elements[e];
            double flow = expected.Flows[(element.Kind, element.Id)];
            solution.Elements[e].Flow.ShouldBe(flow, Math.Max(1e-6, 1e-6 * Math.Abs(flow)));
        }
    }

    private static GasNetwork Network() => new SteadyNetworks().Held("s", 50).Node("a").Node("b", -6).Node("c", -3)
        .Pipe("1", "s", "a").Compressor("x", "a", "b", StationMode.Ratio, 1.2).Pipe("2", "b", "c").Pipe("3", "c", "s", 40).Build();

    private static GasNetwork Lattice(int width)
    {
        var network = new SteadyNetworks();
        for (int k = 0; k < width * width; k++)
        {
            if (k % 50 == 25)
                network.Held($"{k}", 16);
            else
                network.Node($"{k}", -0.05 - (0.01 * (k % 7)));
        }

        for (int k = 0; k < width * width; k++)
        {
            if (k % width < width - 1)
                network.Pipe($"r{k}", $"{k}", $"{k + 1}", 0.1 + (0.01 * (k % 13)), 0.2 + (0.02 * (k % 5)));
            if (k + width < width * width)
                network.Pipe($"d{k}", $"{k}", $"{k + width}", 0.1 + (0.01 * (k % 11)), 0.2 + (0.02 * (k % 3)));
        }

        return network.Build(FrictionKind.Colebrook);
    }
}
