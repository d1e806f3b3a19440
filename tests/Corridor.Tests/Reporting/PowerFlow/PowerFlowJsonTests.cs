using System.Text.Json;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Reporting.PowerFlow;
using Corridor.Reporting.Terminal;
using Corridor.Studies.PowerFlow;
using Corridor.Studies.PowerFlow.Contingencies;
using Corridor.Tests.Studies.PowerFlow;

namespace Corridor.Tests.Reporting.PowerFlow;

public class PowerFlowJsonTests
{
    [Fact]
    public void KeysAreAsPromised()
    {
        PowerFlowOutcome outcome = Outcome(SmallGrids.Random(1));
        using var document = JsonDocument.Parse(PowerFlowJson.Write(outcome));
        JsonElement root = document.RootElement;
        root.GetProperty("status").GetString().ShouldBe("converged");
        root.GetProperty("iterations").GetInt32().ShouldBeGreaterThan(0);
        root.GetProperty("mismatch").GetDouble().ShouldBeLessThanOrEqualTo(1e-8);
        root.GetProperty("time_s").GetDouble().ShouldBe(0.25);
        JsonElement bus = root.GetProperty("buses")[3];
        bus.GetProperty("id").GetString().ShouldBe("b3");
        bus.GetProperty("v").GetDouble().ShouldBe(outcome.Solution.Buses[3].Voltage);
        bus.GetProperty("angle_deg").GetDouble().ShouldBe(outcome.Solution.Buses[3].Angle);
        JsonElement branch = root.GetProperty("branches")[2];
        branch.GetProperty("from").GetString().ShouldBe("b2");
        branch.GetProperty("to").GetString().ShouldBe("b3");
        branch.GetProperty("p_from_mw").GetDouble().ShouldBe(outcome.Solution.Branches[2].FromActive);
        branch.GetProperty("q_from_mvar").GetDouble().ShouldBe(outcome.Solution.Branches[2].FromReactive);
        root.GetProperty("contingencies").GetProperty("unsolved").GetInt32().ShouldBe(outcome.Study!.Count(ContingencyStatus.Unsolved));
    }

    [Fact]
    public void TheScreenNamesTheBusToBlame()
    {
        PowerGrid grid = SmallGrids.Grid([SmallGrids.Bus("here", BusControl.Slack), SmallGrids.Bus("there", demand: 900)], [SmallGrids.Line(0, 1, 0.1)], [SmallGrids.Unit("u", 0, 0)]);
        using var writer = new StringWriter();
        PowerFlowView.Write(new Screen(writer, colours: false), Outcome(grid));
        string text = writer.ToString();
        text.ShouldContain("found no state");
        text.ShouldContain("the bus that gives way there");
        text.Split('\n').ShouldAllBe(line => line.Length <= Screen.LargestWidth);
    }

    [Fact]
    public void TheScreenShowsLossesVoltagesAndLoadings()
    {
        using var writer = new StringWriter();
        PowerFlowView.Write(new Screen(writer, colours: false), Outcome(SmallGrids.Random(2)));
        string text = writer.ToString();
        foreach (string word in (string[])["converged", "losses", "slack", "lowest", "rating MVA", "Outages: "])
            text.ShouldContain(word);
    }

    private static PowerFlowOutcome Outcome(PowerGrid grid) => new()
    {
        Source = "test.m",
        Solution = AcPowerFlow.Solve(grid),
        Study = ContingencyAnalysis.RunAc(grid, GridContingency.AllBranches(grid)),
        Seconds = 0.25,
        Findings = new FindingList(),
    };
}
