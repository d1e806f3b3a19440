using System.Text.RegularExpressions;
using Corridor.Data.Formats;
using Corridor.Tests.Architecture;

namespace Corridor.Tests.Data.Formats;

public partial class FormatFindingTests
{
    [Fact]
    public void The_document_has_the_codes_of_the_program()
    {
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "findings.md"));
        string[] rows = [.. Row().Matches(document).Select(m => m.Value)];
        rows.ShouldBe(FormatFindings.All.Select(k => $"| {k.Code} | {k.Severity.ToString().ToLowerInvariant()} | {k.Meaning} | {k.Remedy} |"));
        FormatFindings.All.Select(k => k.Code).ShouldBe(FormatFindings.All.Select((_, i) => $"G{i + 1:D3}"));
    }

    [GeneratedRegex(@"^\| G\d{3} \|.*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
