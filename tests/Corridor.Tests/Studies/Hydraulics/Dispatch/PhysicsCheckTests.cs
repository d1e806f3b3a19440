using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Hydraulics.Dispatch;
using Corridor.Tests.Studies.Dispatch;

namespace Corridor.Tests.Studies.Hydraulics.Dispatch;

public sealed class PhysicsCheckTests
{
    private static readonly LinePhysicsSettings Settings = new();
    private static readonly Horizon Months = new(SmallSystem.Start, SmallSystem.Start.AddYears(1), TimeStep.Month);

    /// <summary>A line of 300 km and 700 mm at 75 bar, of which one station is known, from a to b.</summary>
    private static Pipeline Pipe(double capacity, string id = "line", string from = "a", string to = "b") => SmallSystem.Line(capacity, id: id, from: from, to: to) with
    {
        Length = Length.FromKilometres(300),
        InnerDiameter = Length.FromMillimetres(700),
        MaxPressure = Pressure.FromBarAbsolute(75),
        MinPressure = Pressure.FromBarAbsolute(40),
    };

    private static Compressor Station(string pipeline = "line", double chainage = 150, double? power = 10) => new()
    {
        Id = "cs-" + pipeline,
        Pipeline = pipeline,
        Chainage = Length.FromKilometres(chainage),
        Power = power is { } megawatts ? Power.FromMegawatts(megawatts) : null,
    };

    private static EnergySystem Towns(double need, params Pipeline[] lines) => SmallSystem.Empty with
    {
        Supplies = [SmallSystem.Field("a", 1000, 10)],
        Demands = [SmallSystem.Town("b", need)],
        Pipelines = lines,
        Compressors = [Station()],
    };

    private static (PhysicsResult Physics, DispatchResult Result) Run(EnergySystem system, PhysicsMode mode = PhysicsMode.Check, EnergySystem? before = null, int threads = 1)
    {
        CapacityFromPhysics capacities = CapacityFromPhysics.Derive(system, before, Settings, SmallSystem.Start);
        CompiledNetwork network = NetworkCompiler.Compile(mode == PhysicsMode.Capacity ? capacities.System : system, Months, new FindingList()).ShouldNotBeNull();
        DispatchResult result = DispatchStudy.Run(network, new DispatchSettings(), null, CancellationToken.None);
        result.Status.ShouldBe(DispatchStatus.Optimal);
        return (PhysicsCheck.Run(result, capacities, mode, Settings with { Threads = threads }), result);
    }

    private static double Most(Pipeline line) => CapacityFromPhysics.Derive(Towns(1, line), null, Settings).Capacities[0].Derived;

    [Fact]
    public void What_the_pipe_does_not_carry_is_named_with_its_amount()
    {
        double most = Most(Pipe(100));
        most.ShouldBeInRange(15, 40);
        LineCheck line = Run(Towns(1.3 * most, Pipe(100))).Physics.Lines.ShouldHaveSingleItem();
        line.InfeasiblePeriods.ShouldBe(12);
        line.Excess(0).ShouldBe(0.3 * most, 1e-3 * most);
        line.Profiles[0].ShouldBeSameAs(line.Capacity.Profile);
        line.IsVerified.ShouldBeTrue();
        Run(Towns(0.9 * most, Pipe(100))).Physics.Infeasible.ShouldBeEmpty();
    }

    [Fact]
    public void Pressures_power_and_gas_in_the_pipe_are_told_and_verified()
    {
        double most = Most(Pipe(100));
        LineCheck line = Run(Towns(0.9 * most, Pipe(100))).Physics.Lines[0];
        LineProfile profile = line.Profiles[3].ShouldNotBeNull();
        profile.Delivery.ShouldBeInRange(40e5, 75e5);
        profile.Stations.ShouldHaveSingleItem().Ratio.ShouldBeGreaterThan(1.1);
        profile.Power.ShouldBeInRange(0.5e6, 10e6);
        profile.Velocity.ShouldBeInRange(3, 20);
        (profile.Linepack / line.Line.MassPerAccount).ShouldBeInRange(3, 10);
        line.Agreement.ShouldBeLessThan(1e-8);
        line.IsVerified.ShouldBeTrue();
    }

    [Fact]
    public void In_capacity_mode_the_derived_figure_limits_the_flow()
    {
        double most = Most(Pipe(100));
        (PhysicsResult physics, DispatchResult result) = Run(Towns(1.3 * most, Pipe(100)), PhysicsMode.Capacity);
        result.Arcs[0].Flow[0].Max().ShouldBe(most, 1e-5 * most);
        physics.Infeasible.ShouldBeEmpty();
        physics.Capacities.ShouldHaveSingleItem().Use.ShouldBe(CapacityUse.Derived);
        Run(Towns(1.3 * most, Pipe(5)), PhysicsMode.Capacity).Result.Arcs[0].Flow[0].Max().ShouldBe(most, 1e-5 * most);
    }

    [Fact]
    public void Outages_scenarios_and_dated_values_act_on_top()
    {
        double most = Most(Pipe(100));
        EnergySystem system = Towns(2 * most, Pipe(100));
        EnergySystem outage = system with { Outages = [new Outage { Id = "o", Asset = "line", ForcedRate = 0.25 }] };
        Run(outage, PhysicsMode.Capacity).Result.Arcs[0].Flow[0].Max().ShouldBe(0.75 * most, 1e-5 * most);

        EnergySystem lowered = Towns(2 * most, Pipe(5));
        (PhysicsResult physics, DispatchResult result) = Run(lowered, PhysicsMode.Capacity, system);
        result.Arcs[0].Flow[0].Max().ShouldBe(5, 1e-4);
        physics.Capacities[0].Use.ShouldBe(CapacityUse.ScenarioLimit);

        EnergySystem dated = system with { DatedValues = [new DatedValue { Table = "pipelines", Subject = "line", Column = "capacity", Start = SmallSystem.Start, End = SmallSystem.Start.AddMonths(1), Value = "7" }] };
        double[] flow = Run(dated, PhysicsMode.Capacity).Result.Arcs[0].Flow[0];
        flow[0].ShouldBe(7, 1e-4);
        flow[1].ShouldBe(most, 1e-5 * most);
    }

    [Fact]
    public void An_upper_bound_replaces_only_what_lies_above_it()
    {
        EnergySystem system = Towns(10, Pipe(5)) with { Compressors = [Station(power: null)] };
        DerivedCapacity kept = CapacityFromPhysics.Derive(system, null, Settings).Capacities.ShouldHaveSingleItem();
        kept.Use.ShouldBe(CapacityUse.StatedBelowBound);
        kept.Used.ShouldBe(5, 1e-9);
        DerivedCapacity lowered = CapacityFromPhysics.Derive(system with { Pipelines = [Pipe(500)] }, null, Settings).Capacities[0];
        lowered.Use.ShouldBe(CapacityUse.BoundBelowStated);
        lowered.Used.ShouldBe(lowered.Derived);
    }

    [Fact]
    public void Gas_that_flows_back_is_put_on_the_line_turned_round()
    {
        double most = Most(Pipe(100));
        EnergySystem system = SmallSystem.Empty with
        {
            Supplies = [SmallSystem.Field("b", 1000, 10)],
            Demands = [SmallSystem.Town("a", 0.5 * most)],
            Pipelines = [Pipe(100) with { ReverseCapacity = SmallSystem.Mcm(100) }],
            Compressors = [Station(chainage: 100)],
        };
        (PhysicsResult physics, _) = Run(system);
        LineCheck line = physics.Lines.ShouldHaveSingleItem();
        line.Direction.ShouldBe(1);
        line.Line.From.ShouldBe("b");
        line.Line.Stations.ShouldHaveSingleItem().Distance.ShouldBe(200_000);
        line.InfeasiblePeriods.ShouldBe(0);
        physics.Capacities.Count.ShouldBe(2);
    }

    [Fact]
    public void Lines_without_data_are_named_with_what_is_missing()
    {
        Pipeline bare = SmallSystem.Line(100, id: "bare"), silent = Pipe(100, "silent"), none = Pipe(100, "none") with { CompressorPower = Power.FromMegawatts(0) };
        GasLineSet set = GasLineReader.Read(Towns(1, Pipe(100), bare, silent, none), Settings);
        set.Lines.Select(l => l.Id).ShouldBe(["line", "none"]);
        set.WithoutData.Single(w => w.Id == "bare").Missing.ShouldBe(["length", "inner_diameter", "max_pressure", "compressors, or compressor_power 0"]);
        set.WithoutData.Single(w => w.Id == "silent").Missing.ShouldBe(["compressors, or compressor_power 0"]);
        set.Lines[0].Assumed.ShouldBe(["relative_density", "roughness", "hydraulic_efficiency", "gas_temperature", "max_ratio of stations", "efficiency of stations"], ignoreOrder: true);

        (PhysicsResult physics, _) = Run(Towns(1, bare));
        physics.Lines.ShouldBeEmpty();
        physics.Unchecked.ShouldHaveSingleItem().Line.Id.ShouldBe("bare");
    }

    [Fact]
    public void A_line_through_which_nothing_flows_is_idle()
    {
        EnergySystem system = SmallSystem.Empty with { Supplies = [SmallSystem.Field("b", 100, 10)], Demands = [SmallSystem.Town("b", 1)], Pipelines = [Pipe(100)], Compressors = [Station()] };
        (PhysicsResult physics, _) = Run(system);
        physics.Lines.ShouldBeEmpty();
        physics.Idle.ShouldHaveSingleItem().Id.ShouldBe("line");
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        EnergySystem system = Towns(15, Pipe(100));
        LineCheck one = Run(system).Physics.Lines[0], four = Run(system, threads: 4).Physics.Lines[0];
        for (int t = 0; t < one.Flow.Length; t++)
            four.Profiles[t]!.Delivery.ShouldBe(one.Profiles[t]!.Delivery);
    }

    /// <summary>Flows in energy are turned into mass by the heating value: 37.5 MJ/m³ gross.</summary>
    [Fact]
    public void A_carrier_in_energy_carries_the_same_mass()
    {
        EnergySystem energy = Towns(1, Pipe(100)) with { Carriers = [SmallSystem.Empty.Carriers[0] with { Unit = AmountUnit.Parse("GWh_gross") }] };
        double volume = GasLineReader.Read(Towns(1, Pipe(100)), Settings).Lines[0].MassPerAccount;
        double mass = GasLineReader.Read(energy, Settings).Lines.ShouldHaveSingleItem().MassPerAccount;
        (volume / mass).ShouldBe(37.5e6 * 1e6 / 3.6e12, 1e-9);
    }
}
