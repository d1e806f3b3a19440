using System.Text.RegularExpressions;
using Corridor.Model.Findings;
using Corridor.Numerics.LinearPrograms.Mps;
using Corridor.Studies.Solving;
using Corridor.Tests.Architecture;

namespace Corridor.Tests.Studies.Solving;

public partial class SolveFindingTests
{
    [Fact]
    public void The_document_has_the_codes_of_the_program()
    {
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "findings.md"));
        string[] rows = [.. Row().Matches(document).Select(m => m.Value)];
        rows.ShouldBe(SolveFindings.All.Select(k => $"| {k.Code} | {k.Severity.ToString().ToLowerInvariant()} | {k.Meaning} | {k.Remedy} |"));
        SolveFindings.All.Select(k => k.Code).ShouldBe(SolveFindings.All.Select((_, i) => $"L{i + 1:D3}"));
    }

    [Fact]
    public void Each_kind_of_the_reader_has_a_code_of_its_severity()
    {
        foreach (MpsIssue issue in Enum.GetValues<MpsIssue>())
        {
            bool isError = new MpsFinding(issue, 0, 0, "", "").IsError;
            (SolveFindings.All[(int)issue].Severity == Severity.Error).ShouldBe(isError, issue.ToString());
        }
    }

    [GeneratedRegex(@"^\| L\d{3} \|.*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
