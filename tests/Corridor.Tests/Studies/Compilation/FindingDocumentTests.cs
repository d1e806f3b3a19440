using System.Text.RegularExpressions;
using Corridor.Tests.Architecture;

namespace Corridor.Tests.Studies.Compilation;

public partial class FindingDocumentTests
{
    [Fact]
    public void Every_code_of_the_compiler_is_explained_and_none_is_explained_that_does_not_exist()
    {
        string[] used = [.. Repository.Files("*.cs", "src/Corridor.Studies").SelectMany(f => Code().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).Distinct().Order()];
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "findings.md"));
        string[] explained = [.. Row().Matches(document).Select(m => m.Groups[1].Value).Distinct().Order()];
        used.ShouldNotBeEmpty();
        explained.ShouldBe(used);
    }

    [GeneratedRegex("Finding\\(\"(C\\d{3})\"")]
    private static partial Regex Code();

    [GeneratedRegex("^\\| (C\\d{3}) \\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
