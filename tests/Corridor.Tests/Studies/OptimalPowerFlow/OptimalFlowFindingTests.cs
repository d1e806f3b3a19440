using System.Text.RegularExpressions;
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

    [GeneratedRegex(@"^\| O\d{3} \|.*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
