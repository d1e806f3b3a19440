using System.Text.RegularExpressions;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Studies.PowerFlow;
using Corridor.Tests.Architecture;

namespace Corridor.Tests.Studies.PowerFlow;

public partial class PowerFlowReviewTests
{
    [Fact]
    public void A_unit_beyond_its_limit_is_named_with_output_and_limit()
    {
        PowerGrid grid = SmallGrids.Grid(
            [SmallGrids.Bus("here", BusControl.Slack), SmallGrids.Bus("there", demand: 60)],
            [SmallGrids.Line(0, 1, 0.1)],
            [SmallGrids.Unit("small", 0, 30) with { ActiveMax = 40 }, SmallGrids.Unit("other", 1, 10) with { ActiveMax = 40 }]);
        FindingList findings = Review(grid);
        Finding finding = findings.Items.ShouldHaveSingleItem();
        finding.Code.ShouldBe("W001");
        finding.Message.ShouldBe("Unit small gives 50 MW, more than its greatest output, 40 MW.");
    }

    [Fact]
    public void Outputs_that_nobody_states_are_said_to_come_from_the_slack()
    {
        PowerGrid grid = SmallGrids.Grid(
            [SmallGrids.Bus("here", BusControl.Slack), SmallGrids.Bus("there", demand: 60)],
            [SmallGrids.Line(0, 1, 0.1)],
            [SmallGrids.Unit("a", 0, 0), SmallGrids.Unit("b", 1, 0)]);
        Finding finding = Review(grid).Items.ShouldHaveSingleItem();
        finding.Code.ShouldBe("W002");
        finding.Message.ShouldContain("60 MW of 60 MW to slack buses (here)");
    }

    /// <summary>No bus is called slack and no unit holds a voltage: the bus that is taken gives the reactive power too.</summary>
    [Fact]
    public void A_slack_bus_that_the_file_does_not_name_gives_reactive_power()
    {
        PowerGrid grid = SmallGrids.Grid(
            [SmallGrids.Bus("here"), SmallGrids.Bus("there", demand: 60, reactive: 20)],
            [SmallGrids.Line(0, 1, 0.1)],
            [SmallGrids.Unit("a", 0, 60, voltage: 0)]);
        var solution = AcPowerFlow.Solve(grid);
        solution.Status.ShouldBe(PowerFlowStatus.Converged);
        solution.Units[0].Reactive.ShouldBeGreaterThan(20.0);
    }

    [Fact]
    public void The_document_has_the_codes_of_the_program()
    {
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "findings.md"));
        string[] rows = [.. Row().Matches(document).Select(m => m.Value)];
        rows.ShouldBe(PowerFlowFindings.All.Select(k => $"| {k.Code} | {k.Severity.ToString().ToLowerInvariant()} | {k.Meaning} | {k.Remedy} |"));
    }

    private static FindingList Review(PowerGrid grid)
    {
        var findings = new FindingList();
        PowerFlowReview.Tell(DcPowerFlow.Solve(grid), findings);
        return findings;
    }

    [GeneratedRegex(@"^\| W\d{3} \|.*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
