using Corridor.Data.Formats;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Nominations;
using Corridor.Studies.Hydraulics.Transient;
using Corridor.Tests.Architecture;
using Shouldly;
using Xunit;

namespace Corridor.Tests.Studies.Hydraulics.Transient;

public class ExampleRunTests
{
    private static readonly TransientSettings Hours = new() { Duration = 4 * 3600.0, CellLength = 1_000.0 };

    [Fact]
    public void A_customer_served_at_exactly_its_least_pressure_is_not_cut_off()
    {
        HydraulicSolution steady = Valley();
        GasNetwork network = steady.Network.Protecting(n => steady.Network.Nodes[n] is { Injection: < 0, PressureMin: > 0 });
        TransientResult run = TransientFlow.Run(network, steady with { Network = network }, Hours, TransientSchedule.Empty);

        run.Status.ShouldBe(TransientStatus.Completed);
        run.Regions.ShouldAllBe(region => region.Time == null && region.Unserved < 1e-6);
    }

    [Fact]
    public void A_run_without_changes_keeps_the_pressures_of_the_steady_state_with_the_losses_of_stations()
    {
        HydraulicSolution steady = Valley();
        TransientResult run = TransientFlow.Run(steady.Network, steady, Hours, TransientSchedule.Empty);

        run.Status.ShouldBe(TransientStatus.Completed);
        for (int n = 0; n < steady.Nodes.Count; n++)
            run.Pressures[^1][n].ShouldBe(steady.Nodes[n].Pressure, 2e-6 * steady.Nodes[n].Pressure, steady.Network.Nodes[n].Id);
    }

    [Fact]
    public void Flows_without_a_steady_state_are_not_simulated_from_somewhere_else()
    {
        GasNetwork ring = Read("data/examples/gas-ring").Network;
        int exit = Enumerable.Range(0, ring.Nodes.Count).Single(n => ring.Nodes[n].Id == "5");
        GasNetwork greedy = ring with { Nodes = [.. ring.Nodes.Select((node, n) => n == exit ? node with { Injection = -400.0 } : node)] };
        TransientResult run = TransientFlow.Run(greedy, null, Hours with { LimitsExits = false }, TransientSchedule.Empty);

        run.Status.ShouldBe(TransientStatus.Failed);
        run.Complaints.ShouldContain(complaint => complaint.IsFatal);
    }

    private static HydraulicSolution Valley()
    {
        NominationVerdict verdict = NominationStudy.Validate(Read("data/examples/gas-valley/valley.net").Network, new HydraulicSettings());
        return verdict.Solution.ShouldNotBeNull();
    }

    private static GasNetworkInput Read(string path)
    {
        var findings = new FindingList();
        return GasNetworkInput.Read(Path.Combine(Repository.Root, path), new GasNetworkInputOptions { NeedsNomination = true }, findings).ShouldNotBeNull();
    }
}
