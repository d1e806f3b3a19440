using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Studies.OptimalPowerFlow;

namespace Corridor.Tests.Studies.OptimalPowerFlow;

public class DcLineTests
{
    /// <summary>80 MW are wanted at 2. Of P sent, 0.9 P − 2 arrives: P = 82/0.9, at 10 each; a power of 20 there would cost more.</summary>
    [Theory]
    [InlineData(SusceptanceConvention.Matpower)]
    [InlineData(SusceptanceConvention.PowerModels)]
    public void Losses_are_paid_where_power_is_sent(SusceptanceConvention convention)
    {
        OptimalFlowResult result = Grids.Certified(Two(10.0, 20.0, 0.0, 80.0), new OptimalFlowRequest { Convention = convention });
        result.DcLines[0].From.ShouldBe(82.0 / 0.9, 1e-4);
        result.DcLines[0].To.ShouldBe(80.0, 1e-4);
        result.Objective.ShouldBe(820.0 / 0.9, 1e-3);
        result.Buses.Select(b => b.Price).ToArray().ShouldBe([10.0, 10.0 / 0.9], 1e-5);
    }

    /// <summary>Backwards: 45 MW arrive at 1 of 50 taken at 2, which also bears the 2 MW that do not depend on the flow.</summary>
    [Fact]
    public void Losses_are_losses_backwards_too()
    {
        OptimalFlowResult result = Grids.Certified(Two(20.0, 10.0, 45.0, 0.0));
        result.DcLines[0].From.ShouldBe(-45.0, 1e-4);
        result.DcLines[0].To.ShouldBe(-52.0, 1e-4);
        result.Objective.ShouldBe(520.0, 1e-3);
    }

    /// <summary>PowerModels' equation gives p_to = loss₀ − (1 − loss₁) p_from: 45 MW at 1 need but 40.5 + 2 at 2.</summary>
    [Fact]
    public void PowerModels_form_gains_backwards_and_says_so()
    {
        var findings = new FindingList();
        OptimalFlowResult? result = OptimalFlowStudy.Run(Two(20.0, 10.0, 45.0, 0.0), new OptimalFlowRequest { Convention = SusceptanceConvention.PowerModels }, findings);
        result!.IsCertified.ShouldBeTrue();
        result.Objective.ShouldBe(425.0, 1e-3);
        findings.Items.Single().Code.ShouldBe("O010");
    }

    /// <summary>
    /// Each megawatt at 1 earns 5. 45 MW are wanted at 2: 50 sent, −250. Both ways at once 59.5 MW could be burnt, −297.5, which no line does.
    /// </summary>
    [Fact]
    public void A_line_does_not_burn_power_by_running_both_ways_at_once()
    {
        PowerGrid grid = Burning();
        OptimalFlowResult result = Grids.Certified(grid);
        result.Objective.ShouldBe(-250.0, 1e-4);
        result.DcLines[0].From.ShouldBe(50.0, 1e-5);
        result.DcLines[0].To.ShouldBe(45.0, 1e-5);
        result.Cases.Select(c => c.Status).ShouldBe([OptimalFlowStatus.Optimal, OptimalFlowStatus.Infeasible], ignoreOrder: true);
        CertificateCheck.Run(grid, result).Holds.ShouldBeTrue();
        CertificateCheck.Run(grid, result with { Cases = [result.Cases[0]] }).Holds.ShouldBeFalse("a direction is left out");
        CertificateCheck.Run(grid, result with { Cases = [] }).Holds.ShouldBeFalse("the bound is one of a single direction");
    }

    [Fact]
    public void A_case_without_a_flow_needs_its_proof()
    {
        PowerGrid grid = Burning();
        OptimalFlowResult result = Grids.Certified(grid);
        OptimalFlowResult flows = result.Cases.Single(c => c.Status == OptimalFlowStatus.Optimal);
        OptimalFlowResult none = result.Cases.Single(c => c.Status == OptimalFlowStatus.Infeasible);
        Holds(flows, none).ShouldBeTrue();
        Holds(flows, none with { Proof = null }).ShouldBeFalse();
        Holds(flows, none with { Proof = none.Proof! with { Ray = [.. none.Proof.Ray.Select(y => -y)] } }).ShouldBeFalse();
        Holds(flows, none with { Proof = none.Proof! with { Ray = [] } }).ShouldBeFalse();
        Holds(flows, none with { Proof = none.Proof! with { OutageLimits = [(0, 1)] } }).ShouldBeFalse("no outage was asked for");
        Holds(flows with { Status = OptimalFlowStatus.Infeasible, Proof = none.Proof }, none).ShouldBeFalse("the proof is one of the other direction");

        bool Holds(params OptimalFlowResult[] cases) => CertificateCheck.Run(grid, result with { Cases = cases }).Holds;
    }

    [Fact]
    public void A_case_that_leaves_something_out_bounds_nothing()
    {
        PowerGrid grid = Burning();
        OptimalFlowResult result = Grids.Certified(grid);
        OptimalFlowResult flows = result.Cases.Single(c => c.Status == OptimalFlowStatus.Optimal);
        OptimalFlowResult none = result.Cases.Single(c => c.Status == OptimalFlowStatus.Infeasible);
        Bound(flows).ShouldBe(-250.0, 1e-4);
        Bound(flows with { Units = [] }).ShouldBe(double.NegativeInfinity);
        Bound(flows with { DcLines = [], Directions = [.. flows.Directions] }).ShouldBe(double.NegativeInfinity);
        Bound(flows with { OutageFlows = [new OutageFlow(0, 0, 1.0, 0.0, 0.0, 1.0)] }).ShouldBe(double.NegativeInfinity);

        double Bound(OptimalFlowResult one) => CertificateCheck.Run(grid, result with { Cases = [one, none] }).Bound;
    }

    /// <summary>Rounds are counted for each case apart: the last, without a flow, takes one, and none of the others as many as both together.</summary>
    [Fact]
    public void Trying_directions_apart_does_not_use_up_the_rounds()
    {
        PowerGrid grid = Burning();
        grid = grid with { Units = [grid.Units[0] with { Cost = new GridCost { Polynomial = [0.0, -5.0, 0.0, 1e-5] } }] };
        OptimalFlowResult result = Grids.Certified(grid);
        result.Rounds.ShouldBeGreaterThan(4);
        Grids.Certified(grid, new OptimalFlowRequest { RoundLimit = result.Rounds - 2 }).Objective.ShouldBe(result.Objective, 1e-9);
    }

    /// <summary>A unit that must give 20 MW where nobody takes them: only burning would balance.</summary>
    [Fact]
    public void Where_only_burning_would_balance_there_is_no_flow()
    {
        PowerGrid grid = Two(1.0, 1.0, 0.0, 0.0);
        grid = grid with { Units = [grid.Units[0] with { ActiveMin = 10.0 }], DcLines = [grid.DcLines[0] with { FixedLoss = 0.0 }] };
        OptimalFlowResult result = Grids.Solve(grid);
        result.Status.ShouldBe(OptimalFlowStatus.Infeasible);
        result.Conflict.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_line_keeps_its_limits_and_its_cost()
    {
        PowerGrid grid = Two(10.0, 20.0, 0.0, 80.0);
        GridDcLine line = grid.DcLines[0] with { FlowMax = 50.0, LossShare = 0.0, FixedLoss = 0.0, Cost = new GridCost { Polynomial = [3.0, 1.0] } };
        OptimalFlowResult result = Grids.Certified(grid with { DcLines = [line] });
        result.DcLines[0].From.ShouldBe(50.0, 1e-4);
        result.DcLines[0].Cost.ShouldBe(53.0, 1e-4);
        result.Objective.ShouldBe(500.0 + 600.0 + 53.0, 1e-3);
    }

    private static PowerGrid Burning()
    {
        PowerGrid grid = Two(-5.0, 0.0, 0.0, 45.0);
        return grid with { Units = [grid.Units[0]], DcLines = [grid.DcLines[0] with { FlowMin = -100.0, FlowMax = 100.0, FixedLoss = 0.0 }] };
    }

    private static PowerGrid Two(double here, double there, double demandHere, double demandThere) => Grids.Grid(
        [Grids.Bus("1", demandHere, BusControl.Slack), Grids.Bus("2", demandThere)],
        [],
        [Grids.Unit("here", 0, 500.0, 0.0, here), Grids.Unit("there", 1, 500.0, 0.0, there)],
        new GridDcLine { Id = "dc", From = 0, To = 1, FlowMin = -200.0, FlowMax = 200.0, LossShare = 0.1, FixedLoss = 2.0 });
}
