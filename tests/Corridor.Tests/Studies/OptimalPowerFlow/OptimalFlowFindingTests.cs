using System.Text.RegularExpressions;
using Corridor.Model.Findings;
using Corridor.Studies.OptimalPowerFlow;
using Corridor.Tests.Architecture;

namespace Corridor.Tests.Studies.OptimalPowerFlow;

public partial class OptimalFlowFindingTests
{
    [Fact]
    public void The_document_has_the_codes_of_the_program()
    {
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "findings.md"));
        string[] rows = [.. Row().Matches(document).Select(m => m.Value)];
        rows.ShouldBe(OptimalFlowFindings.All.Select(k => $"| {k.Code} | {k.Severity.ToString().ToLowerInvariant()} | {k.Meaning} | {k.Remedy} |"));
        OptimalFlowFindings.All.Select(k => k.Code).ShouldBe(OptimalFlowFindings.All.Select((_, i) => $"O{i + 1:D3}"));
    }

    [Fact]
    public void Demand_beyond_all_units_is_said_with_both_figures()
    {
        var findings = new FindingList();
        OptimalFlowResult result = OptimalFlowStudy.Run(Grids.Triangle(demand: 700.0), new OptimalFlowRequest(), findings).ShouldNotBeNull();
        result.Status.ShouldBe(OptimalFlowStatus.Infeasible);
        Finding finding = findings.Items.ShouldHaveSingleItem();
        finding.Code.ShouldBe("O011");
        finding.Message.ShouldBe("Demand is 700 MW, and all units in service together can give 600 MW.");
    }

    [GeneratedRegex(@"^\| O\d{3} \|.*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
