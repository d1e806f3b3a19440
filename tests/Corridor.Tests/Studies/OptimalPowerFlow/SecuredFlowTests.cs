using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Studies.OptimalPowerFlow;

namespace Corridor.Tests.Studies.OptimalPowerFlow;

public class SecuredFlowTests
{
    /// <summary>90 MW are wanted at 3, and after the loss of either way there only 40 may come: the proof has limits after outages, whose factors are made anew.</summary>
    [Fact]
    public void A_proof_with_limits_after_outages_holds_with_these_limits_alone()
    {
        PowerGrid grid = Grids.Triangle(90.0);
        grid = grid with { Branches = [.. grid.Branches.Select(b => b with { EmergencyRating = 40.0 })] };
        OptimalFlowResult result = Grids.Solve(grid, new OptimalFlowRequest { SecureAll = true });
        result.Status.ShouldBe(OptimalFlowStatus.Infeasible);
        OptimalFlowProof proof = result.Proof!;
        proof.OutageLimits.ShouldNotBeEmpty();
        Holds(grid, proof).ShouldBeTrue();
        Holds(grid, proof with { OutageLimits = [] }).ShouldBeFalse();
        Holds(grid, proof with { OutageLimits = [.. proof.OutageLimits.Select(l => (l.Outage, l.Outage))] }).ShouldBeFalse();
        Holds(grid with { Branches = [.. grid.Branches.Select(b => b with { EmergencyRating = 100.0 })] }, proof).ShouldBeFalse("the limits are wide enough");

        static bool Holds(PowerGrid grid, OptimalFlowProof proof) => ProofCheck.Holds(new StatedLaw(grid, SusceptanceConvention.Matpower), [], proof);
    }

    /// <summary>Where balances miss a little without any outage, no outage needs a factor of its own for that: it would miss as much.</summary>
    [Fact]
    public void What_balances_miss_already_makes_no_outage_be_factorised_anew()
    {
        const int Count = 40;
        PowerGrid grid = Grids.Grid(
            [.. Enumerable.Range(0, Count).Select(i => Grids.Bus($"{i}", i == 0 ? 0.0 : 1.0, i == 0 ? BusControl.Slack : BusControl.Load))],
            [.. Enumerable.Range(0, Count).Select(i => Grids.Branch($"{i}", i, (i + 1) % Count, 0.1))],
            [Grids.Unit("all", 0, 300.0, 0.0, 10.0)]);
        OptimalFlowResult result = Grids.Certified(grid, new OptimalFlowRequest { SecureAll = true });
        OptimalFlowResult missing = result with { Units = [result.Units[0] with { Power = result.Units[0].Power + 1e-5 }] };
        CertificateCheck.Run(grid, result);
        long honest = Allocated(result);
        Allocated(missing).ShouldBeLessThan(2 * honest);
        CertificateCheck.Run(grid, missing).Outages.ShouldBeLessThan(1e-6);

        long Allocated(OptimalFlowResult one)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            CertificateCheck.Run(grid, one);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    /// <summary>
    /// 90 MW at 3, emergency ratings 80, 100, 100. Without 13 all power of 1 runs over 12: P₁ = 80, P₂ = 10, 1100 in place of 900. The other outages
    /// leave at most 90 MW on one branch. One more megawatt of the emergency rating of 12 saves 20.
    /// </summary>
    [Fact]
    public void A_triangle_is_secured_as_by_hand()
    {
        PowerGrid grid = Secured(90.0);
        Grids.Certified(grid).Objective.ShouldBe(900.0, 1e-4);
        OptimalFlowResult result = Grids.Certified(grid, new OptimalFlowRequest { SecureAll = true });
        result.Objective.ShouldBe(1100.0, 1e-3);
        result.Units.Select(u => Math.Round(u.Power, 3)).ShouldBe([80.0, 10.0]);
        result.Buses.Select(b => b.Price).ToArray().ShouldBe([10.0, 30.0, 30.0], 1e-3);
        OutageFlow binding = result.OutageFlows.Single(f => Math.Abs(f.ShadowPrice) > 1e-3);
        (binding.Branch, binding.Outage).ShouldBe((0, 1));
        binding.Flow.ShouldBe(80.0, 1e-3);
        binding.ShadowPrice.ShouldBe(-20.0, 1e-3);
        result.Secured.ShouldBe([0, 1, 2]);
        result.Certificate!.OutagesSolved.ShouldBe(3);
        result.Rounds.ShouldBe(2);
    }

    [Fact]
    public void Only_the_outages_asked_for_count()
    {
        Grids.Certified(Secured(90.0), new OptimalFlowRequest { Outages = [0, 2] }).Objective.ShouldBe(900.0, 1e-4);
        Grids.Certified(Secured(90.0), new OptimalFlowRequest { Outages = [1] }).Objective.ShouldBe(1100.0, 1e-3);
    }

    [Fact]
    public void Demand_that_no_way_left_can_carry_is_infeasible_with_the_outage_named()
    {
        OptimalFlowResult result = Grids.Solve(Secured(120.0), new OptimalFlowRequest { SecureAll = true });
        result.Status.ShouldBe(OptimalFlowStatus.Infeasible);
        result.Conflict.ShouldContain(c => c.Contains("after the outage of", StringComparison.Ordinal));
    }

    [Fact]
    public void An_outage_that_splits_the_grid_is_named_and_left_out()
    {
        PowerGrid grid = Secured(90.0);
        grid = grid with { Buses = [.. grid.Buses, Grids.Bus("4", 5.0)], Branches = [.. grid.Branches, Grids.Branch("34", 2, 3, 0.1)] };
        var findings = new FindingList();
        OptimalFlowResult result = OptimalFlowStudy.Run(grid, new OptimalFlowRequest { SecureAll = true }, findings)!;
        result.IsCertified.ShouldBeTrue();
        result.Splitting.ShouldBe([3]);
        findings.Items.Single().Code.ShouldBe("O007");
        findings.Items.Single().Subject.ShouldBe("branch 34");
    }

    /// <summary>Without a the others cancel: 1/0.2 − 1/0.2 = 0, though they join the buses.</summary>
    [Fact]
    public void An_outage_that_leaves_reactances_that_cancel_does_not_split_the_grid_and_is_named()
    {
        PowerGrid grid = Grids.Grid(
            [Grids.Bus("1", 0.0, BusControl.Slack), Grids.Bus("2", 100.0)],
            [Grids.Branch("a", 0, 1, 0.1), Grids.Branch("b", 0, 1, 0.2), Grids.Branch("c", 0, 1, -0.2)],
            [Grids.Unit("here", 0, 200.0, 0.0, 1.0)]);
        var findings = new FindingList();
        OptimalFlowResult result = OptimalFlowStudy.Run(grid, new OptimalFlowRequest { SecureAll = true }, findings)!;
        result.IsCertified.ShouldBeTrue();
        result.Undetermined.ShouldBe([0]);
        result.Splitting.ShouldBeEmpty();
        result.Secured.ShouldBe([1, 2]);
        findings.Items.Single().Code.ShouldBe("O012");
    }

    [Fact]
    public void Two_branches_between_the_same_buses_take_over_for_each_other()
    {
        PowerGrid grid = Grids.Grid(
            [Grids.Bus("1", 0.0, BusControl.Slack), Grids.Bus("2", 100.0)],
            [Grids.Branch("a", 0, 1, 0.1, 70.0), Grids.Branch("b", 0, 1, 0.1, 70.0)],
            [Grids.Unit("here", 0, 200.0, 0.0, 1.0), Grids.Unit("there", 1, 200.0, 0.0, 3.0)]);
        OptimalFlowResult result = Grids.Certified(grid, new OptimalFlowRequest { SecureAll = true });
        result.Objective.ShouldBe(70.0 + 90.0, 1e-3);
        result.Splitting.ShouldBeEmpty();
    }

    private static PowerGrid Secured(double demand)
    {
        PowerGrid grid = Grids.Triangle(demand);
        return grid with { Branches = [grid.Branches[0] with { EmergencyRating = 80.0 }, grid.Branches[1] with { EmergencyRating = 100.0 }, grid.Branches[2] with { EmergencyRating = 100.0 }] };
    }
}
