using Corridor.Model.Findings;

namespace Corridor.Tests.Model.Findings;

public class FindingListTests
{
    [Theory]
    [InlineData(FindingList.Limit, 300)]
    [InlineData(FindingList.MostLimit, 0)]
    public void Remarks_that_are_not_kept_are_not_counted_among_the_warnings(int limit, int notKept)
    {
        var findings = new FindingList(limit);
        for (int i = 0; i < 500; i++)
            findings.Add(new Finding("C004", Severity.Information, "a", SourcePlace.None, "Nothing."));
        findings.Remarks.ShouldBe(500);
        findings.NotKept.ShouldBe(notKept);
        findings.NotKeptFrom(Severity.Information).ShouldBe(notKept);
        findings.NotKeptFrom(Severity.Warning).ShouldBe(0);
    }
}
