using Corridor.Model.PowerGrids;
using Corridor.Studies.PowerFlow;
using Corridor.Studies.PowerFlow.Contingencies;
using static Corridor.Tests.Studies.PowerFlow.SmallGrids;

namespace Corridor.Tests.Studies.PowerFlow;

/// <summary>What counts after an outage, and by which rule, the same for direct and alternating current.</summary>
public class OutageRuleTests
{
    private static readonly PowerFlowSettings Single = new() { Slack = SlackRule.Single };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ABranchThatFailsWithAUnitCarriesNothing(bool isAc)
    {
        PowerGrid grid = Random(14);
        var outage = new GridContingency { Id = "both", Branches = [3], Units = [2] };
        PowerGrid without = grid with
        {
            Branches = [.. grid.Branches.Select((b, e) => e == 3 ? b with { InService = false } : b)],
            Units = [.. grid.Units.Select((u, k) => k == 2 ? u with { InService = false } : u)],
        };
        ContingencyStudy study = Run(grid, outage, isAc, Single);
        PowerFlowSolution again = isAc ? AcPowerFlow.Solve(without, Single) : DcPowerFlow.Solve(without, slack: SlackRule.Single);
        again.Status.ShouldBe(PowerFlowStatus.Converged);
        study.Outcomes[0].Status.ShouldBe(ContingencyStatus.Solved);
        study.WorstLoading[3].ShouldBe(0);
        for (int e = 0; e < grid.Branches.Count; e++)
            study.WorstLoading[e].ShouldBe(again.Branches[e].Apparent / grid.Branches[e].Rating, 1e-6, $"branch {e}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ASlackBusThatLosesItsLastUnitGivesNothingAnyMore(bool isAc)
    {
        // All of the load is at c, beside the other unit: the line from a is empty without the unit of a.
        PowerGrid grid = Grid(
            [Bus("a", BusControl.Slack), Bus("b"), Bus("c", BusControl.Voltage, demand: 60)], [Line(0, 1, 0.1), Line(1, 2, 0.1)], [Unit("u", 0, 60), Unit("v", 2, 0)]);
        ContingencyStudy study = Run(grid, new GridContingency { Id = "u", Units = [0] }, isAc, Single);
        study.Base.Branches[0].FromActive.ShouldBe(60, 1e-6);
        study.Outcomes[0].Status.ShouldBe(ContingencyStatus.Solved);
        study.WorstLoading[0].ShouldBe(0, 1e-6);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OfTwoSlackBusesTheOneWithUnitsTakesUpWhatTheOtherLost(bool isAc)
    {
        PowerGrid grid = Grid(
            [Bus("a", BusControl.Slack), Bus("b", demand: 60), Bus("c", BusControl.Slack)], [Line(0, 1, 0.1), Line(1, 2, 0.1)], [Unit("u", 0, 30), Unit("v", 2, 30)]);
        ContingencyStudy study = Run(grid, new GridContingency { Id = "u", Units = [0] }, isAc, Single);
        study.Outcomes[0].Status.ShouldBe(ContingencyStatus.Solved);
        study.Outcomes[0].LostOutput.ShouldBe(30, 1e-6);
        study.WorstLoading[0].ShouldBe(0, 1e-6);
        study.WorstLoading[1].ShouldBe(0.6, isAc ? 0.01 : 1e-9);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void NoUnitLeftIsNoState(bool isAc)
    {
        PowerGrid grid = Grid([Bus("a", BusControl.Slack), Bus("b", demand: 60)], [Line(0, 1, 0.1)], [Unit("u", 0, 60)]);
        ContingencyStudy study = Run(grid, new GridContingency { Id = "u", Units = [0] }, isAc, Single);
        study.Outcomes[0].Status.ShouldBe(ContingencyStatus.Unsolved);
        study.Outcomes[0].Reason.ShouldBe(FlowFailureReason.NoSource);
        study.WorstLoading[0].ShouldBe(0);
        study.WorstContingency[0].ShouldBe(-1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ADirectCurrentLineToABusThatIsCutOffCarriesNothing(bool isAc)
    {
        // Only the demand of b stays on the first line once c is cut off.
        PowerGrid grid = Grid(
            [Bus("a", BusControl.Slack), Bus("b", demand: 20), Bus("c", demand: 50)], [Line(0, 1, 0.1), Line(1, 2, 0.1)], [Unit("u", 0, 70)]) with
        {
            DcLines = [new GridDcLine { Id = "d", From = 1, To = 2, Flow = 40, FlowMax = 100, VoltageFrom = 1.02, VoltageTo = 0 }],
        };
        ContingencyStudy study = Run(grid, new GridContingency { Id = "cut", Branches = [1] }, isAc, Single);
        study.Outcomes[0].Status.ShouldBe(ContingencyStatus.Split);
        PowerFlowSolution again = isAc
            ? AcPowerFlow.Solve(grid with { Buses = [grid.Buses[0], grid.Buses[1], grid.Buses[2] with { Control = BusControl.Isolated }] }, Single)
            : DcPowerFlow.Solve(grid with { Buses = [grid.Buses[0], grid.Buses[1], grid.Buses[2] with { Control = BusControl.Isolated }] }, slack: SlackRule.Single);
        again.Status.ShouldBe(PowerFlowStatus.Converged);
        study.WorstLoading[0].ShouldBe(again.Branches[0].Apparent / 100, 1e-6);
        again.Branches[0].FromActive.ShouldBe(20, 1e-6);
    }

    [Fact]
    public void ADirectCurrentLineWithABusOutOfServiceGivesNoReactivePowerEither()
    {
        PowerGrid grid = Grid([Bus("a", BusControl.Slack), Bus("b", demand: 20), Bus("c", BusControl.Isolated)], [Line(0, 1, 0.1)], [Unit("u", 0, 20)]) with
        {
            DcLines = [new GridDcLine { Id = "d", From = 1, To = 2, Flow = 40, FlowMax = 100, VoltageFrom = 1.02, VoltageTo = 1 }],
        };
        PowerFlowSolution solution = AcPowerFlow.Solve(grid);
        solution.Status.ShouldBe(PowerFlowStatus.Converged);
        solution.DcLines[0].ShouldBe(default);
        solution.Branches[0].ToReactive.ShouldBe(0, 1e-6);
        solution.Branches[0].FromActive.ShouldBe(20, 1e-6);
    }

    [Fact]
    public void ABusThatLosesTheLastUnitHoldingItsVoltageKeepsNoneOfItsReactivePower()
    {
        PowerGrid grid = Random(15);
        grid = grid with { Units = [.. grid.Units.Select((u, k) => k == 2 ? u with { ReactivePower = 25 } : u)] };
        ContingencyStudy study = Run(grid, new GridContingency { Id = "u8", Units = [2] }, true, Single);
        PowerFlowSolution again = AcPowerFlow.Solve(grid with { Units = [.. grid.Units.Select((u, k) => k == 2 ? u with { InService = false } : u)] }, Single);
        study.Outcomes[0].Status.ShouldBe(ContingencyStatus.Solved);
        for (int e = 0; e < grid.Branches.Count; e++)
            study.WorstLoading[e].ShouldBe(again.Branches[e].Apparent / grid.Branches[e].Rating, 1e-6, $"branch {e}");
    }

    [Fact]
    public void AUnitWithoutReactiveLimitsLeavesTheOtherAtItsBusInItsOwn()
    {
        PowerGrid grid = Grid(
            [Bus("a", BusControl.Slack), Bus("b", BusControl.Voltage, demand: 60, reactive: 30)], [Line(0, 1, 0.1)], [Unit("u", 0, 40), Unit("v", 1, 10), Unit("w", 1, 10, least: -5, greatest: 5)]);
        var settings = new PowerFlowSettings { Slack = SlackRule.Single, EnforcesReactiveLimits = true };
        ContingencyStudy study = Run(grid, new GridContingency { Id = "v", Units = [1] }, true, settings);
        study.Outcomes[0].Status.ShouldBe(ContingencyStatus.Solved);
        PowerFlowSolution again = AcPowerFlow.Solve(grid with { Units = [grid.Units[0], grid.Units[1] with { InService = false }, grid.Units[2]] }, settings);
        again.Islands[0].AtLimit.ShouldBe([1]);
        study.WorstLoading[0].ShouldBe(again.Branches[0].Apparent / 100, 1e-6);
    }

    [Fact]
    public void RatingsAfterAnOutageGoFromTheEmergencyToTheUsual()
    {
        GridBranch branch = Line(0, 1, 0.1) with { Rating = 80 };
        ContingencyRatings.AfterOutage(branch).ShouldBe(80);
        ContingencyRatings.AfterOutage(branch with { ShortTermRating = 90 }).ShouldBe(90);
        ContingencyRatings.AfterOutage(branch with { ShortTermRating = 90, EmergencyRating = 110 }).ShouldBe(110);
        ContingencyRatings.AfterOutage(branch with { Rating = double.PositiveInfinity }).ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void AnEmergencyRatingOfNothingIsNoneStatedSoThatOverloadsAreTold()
    {
        GridBranch stated = Line(0, 1, 0.1) with { Rating = 80, EmergencyRating = 0 };
        ContingencyRatings.AfterOutage(stated).ShouldBe(80);
        ContingencyRatings.AfterOutage(stated with { ShortTermRating = 0 }).ShouldBe(80);
        PowerGrid grid = Grid([Bus("a", BusControl.Slack), Bus("b", demand: 100)], [stated, stated], [Unit("u", 0, 100)]);
        ContingencyStudy study = Run(grid, new GridContingency { Id = "one", Branches = [0] }, false, Single);
        study.Outcomes[0].Overloads.Single().Loading.ShouldBe(1.25, 1e-9);
    }

    /// <summary>A line with an end in an island without a source: neither end's reactive power is 0/0.</summary>
    [Fact]
    public void ADirectCurrentLineThatHoldsVoltageGivesNothingInADeadIsland()
    {
        PowerGrid grid = Grid([Bus("a", BusControl.Slack), Bus("b", demand: 20), Bus("c", demand: 5), Bus("d")], [Line(0, 1, 0.1), Line(2, 3, 0.1)], [Unit("u", 0, 20)]) with
        {
            DcLines = [new GridDcLine { Id = "d", From = 0, To = 2, Flow = 10, FlowMax = 100, VoltageFrom = 1, VoltageTo = 1 }],
        };
        PowerFlowSolution solution = AcPowerFlow.Solve(grid, Single);
        solution.Buses[2].IsLive.ShouldBeFalse();
        solution.DcLines[0].ToReactive.ShouldBe(0);
        solution.DcLines[0].ToActive.ShouldBe(0);
        double.IsFinite(solution.DcLines[0].FromReactive).ShouldBeTrue();
    }

    private static ContingencyStudy Run(PowerGrid grid, GridContingency outage, bool isAc, PowerFlowSettings settings) =>
        isAc ? ContingencyAnalysis.RunAc(grid, [outage], settings) : ContingencyAnalysis.RunDc(grid, [outage], slack: settings.Slack);
}
