using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;
using Corridor.Studies.Hydraulics.Verification;

namespace Corridor.Tests.Studies.Hydraulics.Steady;

/// <summary>Temperatures along pipes, behind throttles and machines, and where streams meet.</summary>
public sealed class SteadyTemperatureTests
{
    private const double R = 8.31446261815324;
    private const double Soil = 280.0;

    /// <summary>c_p of the test gas by its default isentropic exponent [J/(kg·K)].</summary>
    private static readonly double Capacity = R * 1.296 / 0.296 / 0.018;

    [Theory]
    [InlineData(2.0, 100.0)]
    [InlineData(2.0, 5.0)]
    [InlineData(25.0, 0.001)]
    public void Ideal_gas_approaches_the_soil_by_the_exponential(double transfer, double flow)
    {
        GasNetwork network = Warm(new SteadyNetworks().Held("a", 60).Node("b", -flow).Pipe("p", "a", "b", 40, 0.8).Build(), transfer, 310.0);
        HydraulicSolution solution = Converged(network);
        double exponent = Math.PI * 0.8 * transfer * 40_000 / (flow * Capacity);
        solution.Nodes[1].Temperature.ShouldBe(Soil + (30.0 * Math.Exp(-exponent)), 1e-7);
        solution.Elements[0].OutletTemperature.ShouldBe(solution.Nodes[1].Temperature);
        if (flow < 5.0)
            return;

        // p dp = −F·R·T/M ds with the exponential T has the closed form p₁² − p₂² = 2·F·R/M·(T_soil + 30·(1 − e⁻ᴺ)/N).
        double area = Math.PI / 4 * 0.64;
        double friction = 0.5 * 0.012 * 40_000 / 0.8 * flow * flow / (area * area);
        double mean = Soil + (30.0 * (1 - Math.Exp(-exponent)) / exponent);
        double expected = Math.Sqrt(3.6e13 - (2 * friction * R / 0.018 * mean));
        (solution.Nodes[1].Pressure / expected).ShouldBe(1.0, 1e-9);
    }

    [Fact]
    public void A_regulator_cools_the_gas_as_the_closed_form_says()
    {
        // CNGA: 1/Z − 1 falls with T^3.825, so that μ has a closed form; at a small drop T₂ − T₁ ≈ μ·Δp.
        GasNetwork network = Warm(
            new SteadyNetworks().Held("a", 60).Node("b").Node("c", -20).Regulator("r", "a", "b", StationMode.PressureRise, -0.2e5).Pipe("p", "b", "c").Build(equation: EquationOfStateKind.FullCnga), 2.0, 300.0);
        HydraulicSolution solution = Converged(network);
        double fall = 300.0 - solution.Nodes[1].Temperature;
        IGasLaw law = GasLaws.For(EquationOfStateKind.FullCnga, network.Gas, out _)!;
        double z = law.Compressibility(59.9e5, 300.0, out _);
        double byTemperature = 3.825 / 300.0 * z * (1 - z);
        double expected = R * 300.0 * 300.0 / (59.9e5 * Capacity * 0.018) * byTemperature * 0.2e5;
        fall.ShouldBeGreaterThan(0.0);
        (fall / expected).ShouldBe(1.0, 2e-2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_station_without_cooler_heats_the_gas(bool hasCooler)
    {
        GasNetwork network = Warm(
            new SteadyNetworks().Held("a", 40).Node("b").Node("c", -20).Compressor("s", "a", "b", StationMode.Ratio, 1.5).Pipe("p", "b", "c").Build(), 2.0, 290.0, hasCooler);
        double expected = hasCooler ? 290.0 : 290.0 * (1 + ((Math.Pow(1.5, 0.3 / 1.3) - 1) / 0.8));
        HydraulicSolution solution = Converged(network);
        solution.Nodes[1].Temperature.ShouldBe(expected, 1e-9);
        solution.Nodes[1].Density.ShouldBe(60e5 * 0.018 / (R * expected), 1e-9);
    }

    [Fact]
    public void Streams_mix_by_their_heat_and_the_energy_of_the_network_balances()
    {
        GasNetwork network = new SteadyNetworks().Held("a", 60).Node("b", 15).Node("c").Node("d", -50)
            .ShortPipe("x", "a", "c").ShortPipe("y", "b", "c").ShortPipe("z", "c", "d").Build();
        network = network with { Nodes = [.. network.Nodes.Select(node => node.Id == "b" ? node with { Temperature = 330.0 } : node with { Temperature = 280.0 })] };
        HydraulicSolution solution = Converged(network);
        solution.Nodes[3].Temperature.ShouldBe(((35.0 * 280.0) + (15.0 * 330.0)) / 50.0, 1e-9);
    }

    [Fact]
    public void With_great_heat_transfer_the_flow_is_that_of_the_soil_temperature()
    {
        SteadyNetworks made = new SteadyNetworks().Held("a", 60).Node("b", -20, 300).Node("c", -10).Pipe("1", "a", "b", 30).Pipe("2", "b", "c", 30).Pipe("3", "a", "c", 50);
        GasNetwork network = made.Build(FrictionKind.Colebrook, EquationOfStateKind.Papay);
        HydraulicSolution warm = Converged(Warm(network, 1e7, 310.0));
        HydraulicSolution even = SteadyFlow.Solve(network with { Temperature = Soil }, new HydraulicSettings());
        for (int i = 1; i < 3; i++)
        {
            (warm.Nodes[i].Pressure / even.Nodes[i].Pressure).ShouldBe(1.0, 1e-7);
            warm.Nodes[i].Temperature.ShouldBe(Soil, 1e-3);
        }

        (warm.Elements[1].Linepack / even.Elements[1].Linepack).ShouldBe(1.0, 1e-6);
    }

    [Theory]
    [InlineData(EquationOfStateKind.Papay)]
    [InlineData(EquationOfStateKind.FullCnga)]
    public void Loops_slopes_dead_ends_and_machines_hold_before_the_checker(EquationOfStateKind equation)
    {
        GasNetwork network = Warm(
            new SteadyNetworks()
                .Held("s", 60).Node("t", 9).Node("a", -12).Node("b", -7, 250).Node("c", 0, -80).Node("d", -3).Node("e").Node("f").Node("g", -4)
                .Pipe("1", "s", "a", 30).Pipe("2", "a", "b", 20).Pipe("3", "b", "c", 15).Pipe("4", "c", "s", 25).Pipe("5", "t", "d", 18).Pipe("6", "d", "a", 22)
                .Pipe("dead", "c", "e", 5).Compressor("k", "b", "f", StationMode.Ratio, 1.2).Pipe("7", "f", "g", 10).Resistor("r", "a", "d", PressureLoss.ByDrag(40.0, 0.4))
                .Build(FrictionKind.Colebrook, equation),
            2.0,
            305.0);
        HydraulicSolution solution = Converged(network);
        solution.Nodes[6].Temperature.ShouldBe(Soil);
        solution.Elements[6].OutletTemperature.ShouldBe(double.NaN);

        // What is stated must be what the checker finds: another temperature, or another energy balance, is refuted.
        HydraulicSolution bent = solution with { Nodes = [.. solution.Nodes.Select((node, i) => i == 2 ? node with { Temperature = node.Temperature + 0.01 } : node)] };
        HydraulicReport report = HydraulicChecker.Check(bent);
        report.Verdict.ShouldBe(HydraulicVerdict.Refuted);
        report.Violations.ShouldContain(violation => violation.Kind == HydraulicResidualKind.Energy);
    }

    private static GasNetwork Warm(GasNetwork network, double transfer, double entering, bool hasCooler = false) => network with
    {
        Nodes = [.. network.Nodes.Select(node => node with { Temperature = entering })],
        Elements =
        [
            .. network.Elements.Select(element => element switch
            {
                GasPipe pipe => pipe with { HeatTransferCoefficient = transfer, AmbientTemperature = Soil },
                GasCompressorStation station => station with { HasCooler = hasCooler },
                _ => element,
            }),
        ],
    };

    private static HydraulicSolution Converged(GasNetwork network)
    {
        HydraulicSolution solution = SteadyFlow.Solve(network, new HydraulicSettings { TrackTemperature = true });
        solution.Status.ShouldBe(HydraulicStatus.Converged, string.Join("\n", solution.Complaints.Select(complaint => complaint.Message)));
        HydraulicReport report = HydraulicChecker.Check(solution);
        report.Violations.ShouldBeEmpty(string.Join("\n", report.Violations.Select(violation => violation.Message)));
        return solution;
    }
}
