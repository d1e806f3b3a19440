using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Tests.Studies.Hydraulics.Transient;

/// <summary>How long linepack and stores keep customers.</summary>
public sealed class SurvivalTests
{
    private const double Loss = 600;

    /// <summary>An entry is lost; the pipe empties. The explicit scheme, with the same event, says when the last pressure falls to its minimum.</summary>
    [Fact]
    public void Survival_time_agrees_with_an_explicit_scheme()
    {
        TransientResult run = TransientFlow.Run(Line(), null, Settings(300), LossOfEntry());

        var oracle = new ExplicitScheme(run.Pressures[0], Math.Pow(TransientCases.SpeedOfSound(288.706), 2), 1, 0, 1.0);
        oracle.AddPipe(0, 1, 80_000, 0.9144, 0.01, 100);
        bool lost = false;
        oracle.Hold(0, _ => 6e6);
        oracle.Inject(1, _ => -100);
        double before = 0;
        while (oracle.Pressures[1] > 3e6)
        {
            before = oracle.Pressures[1];
            oracle.AdvanceTo(oracle.Time + 1);
            if (!lost && oracle.Time >= Loss)
            {
                oracle.Release(0);
                lost = true;
            }
        }

        double expected = oracle.Time - (3e6 - oracle.Pressures[1]) / (before - oracle.Pressures[1]);
        run.Regions.Single().Time!.Value.ShouldBe(expected, 2e-3 * expected);
        run.Regions.Single().SinceEvent!.Value.ShouldBe(run.Regions.Single().Time!.Value - Loss, 1e-9);
        run.Regions.Single().Delivered.ShouldBe(100 * run.Regions.Single().Time!.Value, 1e-6 * run.Regions.Single().Delivered);
    }

    /// <summary>The crossing is found within a step: long steps say the same as short ones.</summary>
    [Fact]
    public void Survival_time_does_not_depend_on_the_step()
    {
        double fine = TransientFlow.Run(Line(), null, Settings(20), LossOfEntry()).Regions.Single().Time!.Value;
        double coarse = TransientFlow.Run(Line(), null, Settings(300), LossOfEntry()).Regions.Single().Time!.Value;
        double adaptive = TransientFlow.Run(Line(), null, Settings(900) with { IsAdaptive = true }, LossOfEntry()).Regions.Single().Time!.Value;
        coarse.ShouldBe(fine, 2);
        adaptive.ShouldBe(fine, 2);
    }

    /// <summary>Withdrawal is limited so that the pressure stays at the minimum; what is not served is counted; nothing falls below.</summary>
    [Fact]
    public void A_customer_who_fails_is_served_what_its_pressure_allows()
    {
        TransientResult run = TransientFlow.Run(Line(), null, Settings(300), LossOfEntry());
        run.Status.ShouldBe(TransientStatus.Completed);
        NodeOutcome customer = run.Nodes[1];

        // With no withdrawal left a wave may still pass below the minimum, by a little.
        customer.PressureLowest.ShouldBe(3e6, 3e4);
        (customer.Delivered + customer.Unserved).ShouldBe(100 * 43_200, 1e-6 * 4.32e6);
        customer.Unserved.ShouldBeGreaterThan(1e6);
        run.Balance.RelativeError.ShouldBeLessThan(1e-9);

        // Behind the failure the pipe comes to rest at the minimum everywhere.
        run.Pressures[^1][0].ShouldBe(3e6, 3e4);
        run.Injections[^1][1].ShouldBe(0, 1);
    }

    /// <summary>A store that holds the pressure feeds at its greatest rate at most, and is empty when its gas is fed: to the second.</summary>
    [Fact]
    public void A_store_is_empty_when_its_gas_is_fed()
    {
        GasNetwork network = Line() with
        {
            Nodes = [new GasNode { Id = "entry", PressureSetpoint = 6e6 }, Line().Nodes[1], new GasNode { Id = "store" }],
            Elements = [TransientCases.Pipe("1", 0, 1, 80_000), TransientCases.Pipe("2", 2, 1, 1_000)],
        };
        var store = new StorageSite(2, 7e6, 30, 0, 30 * 5_000);
        TransientResult run = TransientFlow.Run(network, null, Settings(300), LossOfEntry() with { Storages = [store] });
        TransientIncident incident = run.Incidents.Single(i => i.Message.Contains("empty", StringComparison.Ordinal));
        incident.Time.ShouldBe(5_000, 1);
        run.StorageLevels[0].ShouldBe(0, 0.1);
        run.Nodes[2].Entered.ShouldBe(150_000, 0.1);
        run.Balance.RelativeError.ShouldBeLessThan(1e-9);
        double without = TransientFlow.Run(Line(), null, Settings(300), LossOfEntry()).Regions.Single().Time!.Value;
        run.Regions.Single().Time!.Value.ShouldBeGreaterThan(without + 500);
    }

    /// <summary>Unprotected customers are shed first: the protected ones live longer, by the mass that is shed.</summary>
    [Fact]
    public void Shedding_the_unprotected_lets_the_protected_live_longer()
    {
        GasNetwork network = TransientCases.Network(
            [
                new GasNode { Id = "entry", PressureSetpoint = 6e6, Region = "north" },
                new GasNode { Id = "homes", Injection = -20, IsProtected = true, PressureMin = 3e6, Region = "north" },
                new GasNode { Id = "plant", Injection = -60, PressureMin = 2e6, Region = "north" },
                new GasNode { Id = "far", Injection = -5, PressureMin = 2e6, Region = "south" },
            ],
            [TransientCases.Pipe("1", 0, 1, 60_000), TransientCases.Pipe("2", 1, 2, 10_000), TransientCases.Pipe("3", 1, 3, 10_000)]);
        TransientSettings settings = Settings(300);
        TransientResult alone = TransientFlow.Run(network, null, settings, LossOfEntry());
        TransientResult shed = TransientFlow.Run(network, null, settings with { Curtailment = new CurtailmentRule(0.2, 1.0, 600) }, LossOfEntry());
        alone.Regions.Single().Time.ShouldNotBeNull();
        shed.Regions.Single().Time!.Value.ShouldBeGreaterThan(alone.Regions.Single().Time!.Value + 600);
        shed.Nodes[2].Shed.ShouldBeGreaterThan(0);
        shed.Nodes[3].Shed.ShouldBe(0);
        shed.Nodes[1].Shed.ShouldBe(0);
        shed.Balance.RelativeError.ShouldBeLessThan(1e-9);
    }

    /// <summary>A region whose pressures hold survives: no time is made up.</summary>
    [Fact]
    public void Without_an_event_nobody_fails()
    {
        TransientResult run = TransientFlow.Run(Line(), null, Settings(300), TransientSchedule.Empty);
        run.Regions.Single().Time.ShouldBeNull();
        run.Regions.Single().Unserved.ShouldBe(0);
        run.Nodes[1].Delivered.ShouldBe(4_320_000, 1e-3);
    }

    private static TransientSchedule LossOfEntry() => new() { Events = [new EntryLoss(Loss, 0)] };

    private static TransientSettings Settings(double step) =>
        TransientCases.Fixed(43_200, step, 1000) with { LimitsExits = true };

    private static GasNetwork Line() => TransientCases.Network(
        [
            new GasNode { Id = "entry", PressureSetpoint = 6e6 },
            new GasNode { Id = "homes", Injection = -100, IsProtected = true, PressureMin = 3e6, Region = "north" },
        ],
        [TransientCases.Pipe("1", 0, 1, 80_000)]);
}
