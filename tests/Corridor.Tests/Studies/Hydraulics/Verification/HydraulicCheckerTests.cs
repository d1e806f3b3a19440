using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Verification;

namespace Corridor.Tests.Studies.Hydraulics.Verification;

public sealed class HydraulicCheckerTests
{
    private static readonly HydraulicSettings Settings = new() { EquationOfState = EquationOfStateKind.Papay, Friction = FrictionKind.Colebrook };

    private static readonly HydraulicSolution Good = SteadyFlow.Solve(Network(), Settings);

    [Fact]
    public void A_solution_is_verified()
    {
        Good.Status.ShouldBe(HydraulicStatus.Converged);
        HydraulicReport report = HydraulicChecker.Check(Good);
        report.Violations.ShouldBeEmpty();
        report.Verdict.ShouldBe(HydraulicVerdict.Verified);

        // Not because nothing was compared: rounding is seen.
        report[HydraulicResidualKind.PipePressure]!.Value.ShouldBeInRange(1e-17, 1e-8);
    }

    public static TheoryData<string, HydraulicResidualKind> Falsifications()
    {
        var data = new TheoryData<string, HydraulicResidualKind>();
        foreach ((string name, (HydraulicResidualKind kind, _)) in Lies)
            data.Add(name, kind);
        return data;
    }

    [Theory]
    [MemberData(nameof(Falsifications))]
    public void A_falsified_solution_is_refuted_where_it_was_falsified(string name, HydraulicResidualKind kind)
    {
        HydraulicSolution lie = Lies[name].Lie(Good);
        HydraulicReport report = HydraulicChecker.Check(lie);
        report.Verdict.ShouldBe(HydraulicVerdict.Refuted);
        report.Violations.Select(residual => residual.Kind).ShouldContain(kind);
        HydraulicResidual found = report[kind]!;
        found.Message.ShouldNotBeEmpty();
        string place = found.Node >= 0 ? Good.Network.Nodes[found.Node].Id : found.Element >= 0 ? Good.Network.Elements[found.Element].Id : "";
        name.Split(':')[0].ShouldBe(place);
    }

    /// <summary>By the id of the place that must be found, and what is done there.</summary>
    private static readonly Dictionary<string, (HydraulicResidualKind Kind, Func<HydraulicSolution, HydraulicSolution> Lie)> Lies = new(StringComparer.Ordinal)
    {
        ["p1:network with another length"] = (HydraulicResidualKind.PipePressure, s => Element(s, "p1", e => ((GasPipe)e) with { Length = 20_010.0 })),
        ["p1:network with another roughness"] = (HydraulicResidualKind.PipePressure, s => Element(s, "p1", e => ((GasPipe)e) with { Roughness = 2.2e-5 })),
        ["p1:network with another height"] = (HydraulicResidualKind.PipePressure, s => NodeOf(s, "S", n => n with { Height = 101.0 })),
        ["p3:flows of parallel pipes shifted by a ten-thousandth"] = (HydraulicResidualKind.PipeFlow, s => Flow(Flow(s, "p2", f => f + 1e-3), "p3", f => f - 1e-3)),
        ["A:flow added"] = (HydraulicResidualKind.Balance, s => Injection(s, "A", x => x + 1e-3)),
        ["A:another demand"] = (HydraulicResidualKind.Injection, s => NodeOf(s, "A", n => n with { Injection = -5.001 })),
        ["S:another pressure held"] = (HydraulicResidualKind.HeldPressure, s => NodeOf(s, "S", n => n with { PressureSetpoint = 60.0001e5 })),
        ["sp:pressure moved"] = (HydraulicResidualKind.Fitting, s => State(s, "C", n => n with { Pressure = n.Pressure + 20.0 })),
        ["vo:loss forgotten"] = (HydraulicResidualKind.Fitting, s => Element(s, "vo", e => ((GasValve)e) with { Loss = PressureLoss.OfPressure(1000.0) })),
        ["re:another drag"] = (HydraulicResidualKind.Fitting, s => Element(s, "re", e => ((GasResistor)e) with { Loss = PressureLoss.ByDrag(6000.0, 0.2) })),
        ["pu:another curve"] = (HydraulicResidualKind.Fitting, s => Element(s, "pu", e => ((GasPump)e) with { LiftByVolumeFlow = [-0.001, 2.0001] })),
        ["cs:another ratio"] = (HydraulicResidualKind.Setpoint, s => Element(s, "cs", e => ((GasCompressorStation)e) with { Control = new(StationMode.Ratio, 1.30001) })),
        ["rv:another outlet pressure"] = (HydraulicResidualKind.Setpoint, s => Element(s, "rv", e => ((GasControlValve)e) with { Control = new(StationMode.OutletPressure, 40.0001e5) })),
        ["cs:another mode"] = (HydraulicResidualKind.Claim, s => Outcome(s, "cs", e => e with { Mode = StationMode.Power })),
        ["vc:flow through what is closed"] = (HydraulicResidualKind.ClosedFlow, s => Flow(s, "vc", _ => 0.01)),
        ["cv:flow through a regulator that is closed"] = (HydraulicResidualKind.ClosedFlow, s => Flow(s, "cv", _ => 0.01)),
        ["px:flow through a pipe out of service"] = (HydraulicResidualKind.ClosedFlow, s => Flow(s, "px", _ => 0.01)),
        ["rv:gas flows backwards"] = (HydraulicResidualKind.Direction, s => Flow(s, "rv", f => -f)),
        ["rv:a regulator raises the pressure"] = (HydraulicResidualKind.Direction, s => Element(s, "rv", e => ((GasControlValve)e) with { From = e.To, To = e.From })),
        ["cs:a station lowers the pressure"] = (HydraulicResidualKind.Direction, s => Element(s, "cs", e => ((GasCompressorStation)e) with { From = e.To, To = e.From })),
        ["rv:open although it lowers the pressure"] = (HydraulicResidualKind.Setpoint, s => Outcome(s, "rv", e => e with { Mode = StationMode.Bypass })),
        ["vo:a regulator is open although it could hold its set point"] = (HydraulicResidualKind.Direction, s => Regulator(s, "vo", 10e5, StationMode.Bypass)),
        ["vc:a regulator is closed although gas would flow"] = (HydraulicResidualKind.Direction, s => Regulator(s, "vc", 70e5, StationMode.Closed)),
        ["E:zero pressure"] = (HydraulicResidualKind.Pressure, s => State(s, "E", n => n with { Pressure = 0.0 })),
        ["E:negative pressure"] = (HydraulicResidualKind.Pressure, s => State(s, "E", n => n with { Pressure = -1e5 })),
        ["E:no pressure"] = (HydraulicResidualKind.Pressure, s => State(s, "E", n => n with { Pressure = double.NaN })),
        ["I1:a pressure where nothing determines one"] = (HydraulicResidualKind.Pressure, s => State(State(s, "I1", n => n with { Pressure = 5e5 }), "I2", n => n with { Pressure = 5e5 })),
        ["I2:an injection where nothing determines the pressure"] = (HydraulicResidualKind.Pressure, s => NodeOf(s, "I2", n => n with { Injection = -1.0 })),
        ["pi:a flow where there is no pressure"] = (HydraulicResidualKind.Pressure, s => Flow(s, "pi", _ => 1.0)),
        ["E:density"] = (HydraulicResidualKind.Derived, s => State(s, "E", n => n with { Density = n.Density * 1.001 })),
        ["E:temperature"] = (HydraulicResidualKind.Derived, s => State(s, "E", n => n with { Temperature = 280.0 })),
        ["p2:velocity"] = (HydraulicResidualKind.Derived, s => Outcome(s, "p2", e => e with { Velocity = e.Velocity * 1.001 })),
        ["p2:friction factor"] = (HydraulicResidualKind.Derived, s => Outcome(s, "p2", e => e with { FrictionFactor = e.FrictionFactor * 1.001 })),
        ["p2:Reynolds number"] = (HydraulicResidualKind.Derived, s => Outcome(s, "p2", e => e with { Reynolds = e.Reynolds * 1.001 })),
        ["p2:linepack"] = (HydraulicResidualKind.Derived, s => Outcome(s, "p2", e => e with { Linepack = e.Linepack * 1.001 })),
        ["p2:erosional velocity"] = (HydraulicResidualKind.Derived, s => Outcome(s, "p2", e => e with { ErosionalVelocity = e.ErosionalVelocity * 1.001 })),
        ["cs:power"] = (HydraulicResidualKind.Derived, s => Outcome(s, "cs", e => e with { Power = e.Power * 1.001 })),
        ["cs:ratio"] = (HydraulicResidualKind.Derived, s => Outcome(s, "cs", e => e with { Ratio = e.Ratio * 1.001 })),
        ["E:a bound passed in silence"] = (HydraulicResidualKind.SilentLimit, s => NodeOf(s, "E", n => n with { PressureMin = 90e5 })),
        ["p2:a bound passed in silence"] = (HydraulicResidualKind.SilentLimit, s => Element(s, "p2", e => ((GasPipe)e) with { FlowMax = 1.0 })),
        ["cs:a limit passed in silence"] = (HydraulicResidualKind.SilentLimit, s => Element(s, "cs", e => ((GasCompressorStation)e) with { PowerMax = 1.0 })),
        ["S:a fatal complaint beside a claim"] = (HydraulicResidualKind.Claim, s => s with { Complaints = [new HydraulicComplaint(ComplaintKind.NegativePressure, 0, -1, "No.", true)] }),
        [":no complaint beside a failure"] = (HydraulicResidualKind.Claim, s => s with { Status = HydraulicStatus.Failed }),
        [":a node forgotten"] = (HydraulicResidualKind.Claim, s => s with { Nodes = [.. s.Nodes.Skip(1)] }),
        ["A:a flow that is not a number"] = (HydraulicResidualKind.Balance, s => Injection(s, "A", _ => double.NaN)),
    };

    [Fact]
    public void What_claims_nothing_and_says_why_is_not_checked()
    {
        HydraulicSolution failed = Good with
        {
            Status = HydraulicStatus.Infeasible,
            Complaints = [new HydraulicComplaint(ComplaintKind.NegativePressure, 3, -1, "Too much is asked for.", true)],
        };
        HydraulicChecker.Check(failed).Verdict.ShouldBe(HydraulicVerdict.NothingClaimed);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(800.0)]
    [InlineData(-800.0)]
    public void Integration_agrees_with_the_closed_form_of_the_ideal_gas(double rise)
    {
        // p₁² = e^s·p₂² + (e^s − 1)/s·λ·L/D·G²·R·T/M with s = 2·g·Δh·M/(R·T).
        const double MolarMass = 0.018;
        const double Temperature = 285.0;
        const double Loss = 0.011 * 50_000.0 / 0.8;
        const double Flux = 400.0;
        double specific = 8.31446261815324 * Temperature / MolarMass;
        double s = 2.0 * 9.80665 * rise / specific;
        double factor = rise == 0.0 ? 1.0 : (Math.Exp(s) - 1.0) / s;
        double leaving = 30e5;
        double expected = Math.Sqrt((Math.Exp(s) * leaving * leaving) + (factor * Loss * Flux * Flux * specific));
        var integration = new PipeIntegration(new Corridor.Studies.Hydraulics.Laws.IdealGas(MolarMass), Temperature, Temperature, 0.5 * Loss * Flux * Flux, 9.80665 * rise);
        integration.Run(leaving).ShouldBe(expected, 1e-10 * expected);
        if (rise == 0.0)
        {
            // Mean of the density along a level pipe: 2/3·(p₁³ − p₂³)/(p₁² − p₂²).
            double mean = 2.0 / 3.0 * (Math.Pow(expected, 3) - Math.Pow(leaving, 3)) / ((expected * expected) - (leaving * leaving));
            integration.MeanDensity.ShouldBe(mean / specific, 1e-9 * mean / specific);
        }
    }

    [Fact]
    public void Mixtures_are_checked_against_what_flows_in()
    {
        var light = new GasQuality { Name = "light", MolarMass = 0.016, PseudocriticalPressure = 46e5, PseudocriticalTemperature = 190.0, DynamicViscosity = 1.1e-5 };
        var heavy = new GasQuality { Name = "heavy", MolarMass = 0.020, PseudocriticalPressure = 46e5, PseudocriticalTemperature = 210.0, DynamicViscosity = 1.1e-5 };

        // 2 kg/s of the one and 3 kg/s of the other meet through short pipes: 125 mol/s and 150 mol/s, 5000/275 g/mol.
        var network = new GasNetwork
        {
            Name = "two gases",
            Gas = light,
            EquationOfState = EquationOfStateKind.Ideal,
            Nodes =
            [
                new GasNode { Id = "L", PressureSetpoint = 50e5 },
                new GasNode { Id = "H", Injection = 3.0, Gas = heavy },
                new GasNode { Id = "X", Injection = -5.0 },
            ],
            Elements = [new GasShortPipe { Id = "a", From = 0, To = 2 }, new GasShortPipe { Id = "b", From = 1, To = 2 }],
        };
        HydraulicSolution Solution(double molarMass, double critical)
        {
            GasQuality mixture = light with { Name = "mixture", MolarMass = molarMass, PseudocriticalTemperature = critical };
            NodeState State(GasQuality gas, double injection) => new(50e5, 50e5 * gas.MolarMass / (8.31446261815324 * 288.15), 288.15, injection, gas);
            ElementState Through(double flow) => new(flow, double.NaN, double.NaN, double.NaN, double.NaN, 1.0, 0.0, 0.0, 0.0, null);
            return new HydraulicSolution
            {
                Network = network,
                Settings = new HydraulicSettings(),
                Status = HydraulicStatus.Converged,
                Nodes = [State(light, 2.0), State(heavy, 3.0), State(mixture, -5.0)],
                Elements = [Through(2.0), Through(3.0)],
                Iterations = 1,
                Residual = 0.0,
            };
        }

        HydraulicChecker.Check(Solution(5.0 / 275.0, 200.0)).Violations.ShouldBeEmpty();
        HydraulicResidual wrong = HydraulicChecker.Check(Solution(5.0 / 275.0 * 1.00001, 200.0)).Violations.ShouldHaveSingleItem();
        (wrong.Kind, wrong.Node).ShouldBe((HydraulicResidualKind.Mixing, 2));
        HydraulicResidual outside = HydraulicChecker.Check(Solution(5.0 / 275.0, 211.0)).Violations.ShouldHaveSingleItem();
        (outside.Kind, outside.Node).ShouldBe((HydraulicResidualKind.Mixing, 2));
    }

    private static GasNetwork Network()
    {
        static GasPipe Pipe(string id, int from, int to, double length, double diameter) =>
            new() { Id = id, From = from, To = to, Length = length, Diameter = diameter, Roughness = 2e-5 };
        return new GasNetwork
        {
            Name = "everything once",
            Gas = new GasQuality { Name = "natural gas", MolarMass = 0.0175, PseudocriticalPressure = 46e5, PseudocriticalTemperature = 195.0, DynamicViscosity = 1.1e-5 },
            Nodes =
            [
                new GasNode { Id = "S", PressureSetpoint = 60e5, Height = 100.0 },
                new GasNode { Id = "A", Injection = -5.0, Height = 250.0 },
                new GasNode { Id = "B", Height = 50.0 },
                new GasNode { Id = "C", Height = 50.0 },
                new GasNode { Id = "D", Height = 50.0 },
                new GasNode { Id = "E", Injection = -10.0 },
                new GasNode { Id = "F", Injection = -20.0 },
                new GasNode { Id = "G", Injection = -1.0 },
                new GasNode { Id = "H", Injection = -0.5 },
                new GasNode { Id = "K", Injection = -0.5 },
                new GasNode { Id = "I1" },
                new GasNode { Id = "I2" },
            ],
            Elements =
            [
                Pipe("p1", 0, 1, 20_000.0, 0.6),
                Pipe("p2", 1, 2, 10_000.0, 0.5),
                Pipe("p3", 1, 2, 12_000.0, 0.4),
                new GasShortPipe { Id = "sp", From = 2, To = 3 },
                new GasCompressorStation { Id = "cs", From = 3, To = 4, Control = new(StationMode.Ratio, 1.3) },
                Pipe("p4", 4, 5, 30_000.0, 0.6),
                new GasControlValve { Id = "rv", From = 5, To = 6, Control = new(StationMode.OutletPressure, 40e5) },
                new GasControlValve { Id = "cv", From = 6, To = 5, Control = new(StationMode.OutletPressure, 70e5) },
                new GasValve { Id = "vo", From = 1, To = 7, IsOpen = true },
                new GasValve { Id = "vc", From = 4, To = 2, IsOpen = false },
                Pipe("px", 0, 2, 5_000.0, 0.6) with { InService = false },
                new GasResistor { Id = "re", From = 7, To = 8, Loss = PressureLoss.ByDrag(5000.0, 0.2) },
                new GasPump { Id = "pu", From = 7, To = 9, LiftByVolumeFlow = [-0.001, 2.0] },
                Pipe("pi", 10, 11, 1_000.0, 0.1),
            ],
        };
    }

    private static HydraulicSolution Regulator(HydraulicSolution s, string id, double outlet, StationMode mode) => Outcome(
        Element(s, id, e => new GasControlValve { Id = id, From = e.From, To = e.To, Control = new(StationMode.OutletPressure, outlet) }), id, e => e with { Mode = mode });

    private static HydraulicSolution State(HydraulicSolution s, string id, Func<NodeState, NodeState> change) =>
        s with { Nodes = [.. s.Nodes.Select((state, i) => s.Network.Nodes[i].Id == id ? change(state) : state)] };

    private static HydraulicSolution Injection(HydraulicSolution s, string id, Func<double, double> change) => State(s, id, state => state with { Injection = change(state.Injection) });

    private static HydraulicSolution Outcome(HydraulicSolution s, string id, Func<ElementState, ElementState> change) =>
        s with { Elements = [.. s.Elements.Select((state, e) => s.Network.Elements[e].Id == id ? change(state) : state)] };

    private static HydraulicSolution Flow(HydraulicSolution s, string id, Func<double, double> change) => Outcome(s, id, state => state with { Flow = change(state.Flow) });

    private static HydraulicSolution NodeOf(HydraulicSolution s, string id, Func<GasNode, GasNode> change) =>
        s with { Network = s.Network with { Nodes = [.. s.Network.Nodes.Select(node => node.Id == id ? change(node) : node)] } };

    private static HydraulicSolution Element(HydraulicSolution s, string id, Func<GasElement, GasElement> change) =>
        s with { Network = s.Network with { Elements = [.. s.Network.Elements.Select(element => element.Id == id ? change(element) : element)] } };
}
