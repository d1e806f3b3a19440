using Corridor.Data.Formats.Contingencies;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Tests.Data.Formats.Contingencies;

public class ContingencyFileTests
{
    private static readonly PowerGrid Grid = new()
    {
        Name = "test",
        Buses = [new GridBus { Id = "a" }, new GridBus { Id = "b" }],
        Branches = [new GridBranch { Id = "line-1", From = 0, To = 1, Reactance = 1 }, new GridBranch { Id = "line-2", From = 0, To = 1, Reactance = 1 }],
        Units = [new GridUnit { Id = "plant", Bus = 0 }],
    };

    [Theory]
    [InlineData("list.csv", "contingency,kind,element\nboth,branch,line-1\nboth,unit,plant\nsecond,,line-2\n")]
    [InlineData("list.json", """[{"id": "both", "branches": ["line-1"], "units": ["plant"]}, {"id": "second", "branches": ["line-2"]}]""")]
    public void ListsAreRead(string name, string text)
    {
        IReadOnlyList<GridContingency> list = Read(name, text, out FindingList findings)!;
        findings.Items.ShouldBeEmpty();
        list.Select(c => c.Id).ShouldBe(["both", "second"]);
        list[0].Branches.ShouldBe([0]);
        list[0].Units.ShouldBe([0]);
        list[1].Branches.ShouldBe([1]);
    }

    [Theory]
    [InlineData("contingency,kind,element\nx,branch,line-3\n", 10, "line-")]
    [InlineData("contingency,kind,element\nx,bus,line-1\n", 3, "branch or unit")]
    [InlineData("contingency,kind,element\nx,unit,\n", 8, "column element")]
    public void FindingsNameTheColumnAndWhatMendsThem(string text, int column, string hint)
    {
        Read("list.csv", text, out FindingList findings);
        Finding finding = findings.Items[0];
        (finding.Place.Line, finding.Place.Column).ShouldBe((2, column));
        finding.Hint.ShouldNotBeNull().ShouldContain(hint);
    }

    [Fact]
    public void SingleNamesAreEnough() => Read("list.json", """["line-2", "plant"]""", out _)!.Select(c => c.Branches.Count).ShouldBe([1, 0]);

    [Theory]
    [InlineData("list.csv", "contingency,kind,element\nx,branch,line-3\n", "G014", 2)]
    [InlineData("list.csv", "contingency,kind,element\nx,bus,line-1\n", "G008", 2)]
    [InlineData("list.csv", "a,b\n", "G007", 1)]
    [InlineData("list.csv", "", "G007", 1)]
    [InlineData("list.json", "[{\"id\": \"x\",\n \"branches\": [\"plant\"]}]", "G014", 2)]
    [InlineData("list.json", "{}", "G008", 1)]
    [InlineData("list.json", "[1", "G005", 1)]
    public void FaultsAreFoundInTheirPlace(string name, string text, string code, int line)
    {
        Read(name, text, out FindingList findings).ShouldBeNull();
        Finding finding = findings.Items.First(f => f.Severity == Severity.Error);
        finding.Code.ShouldBe(code);
        finding.Place.Line.ShouldBe(line);
    }

    [Theory]
    [InlineData("element\nline-2\nline-1\n")]
    [InlineData("contingency,kind,element\na,branch,line-2\nb,,line-1\n")]
    public void OutagesOfOneBranchAreReadAsBranches(string text) => Branches(text, out _).ShouldBe([1, 0]);

    [Theory]
    [InlineData("element\nline-1\nplant\n", 3)]
    [InlineData("contingency,element\nx,line-1\ny,line-2\nx,line-2\n", 2)]
    public void OtherOutagesAreRefusedWhereSingleBranchesAreNeeded(string text, int line)
    {
        Branches(text, out FindingList findings).ShouldBeNull();
        findings.Items.ShouldHaveSingleItem().Place.Line.ShouldBe(line);
    }

    private static IReadOnlyList<int>? Branches(string text, out FindingList findings)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("corridor-outages-");
        string path = Path.Combine(folder.FullName, "list.csv");
        File.WriteAllText(path, text);
        findings = new FindingList();
        try
        {
            return ContingencyFile.ReadBranches(path, Grid, findings);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<GridContingency>? Read(string name, string text, out FindingList findings)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string path = Path.Combine(folder, name);
            File.WriteAllText(path, text);
            findings = new FindingList();
            return ContingencyFile.Read(path, Grid, findings);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
