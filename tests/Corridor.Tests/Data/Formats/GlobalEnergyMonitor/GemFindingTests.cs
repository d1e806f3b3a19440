using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Model.Findings;
using Corridor.Tests.Data.Formats.Workbooks;

namespace Corridor.Tests.Data.Formats.GlobalEnergyMonitor;

public sealed class GemFindingTests : IDisposable
{
    private const string Header = "name,status,countries,capacity,capacity units,route\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-gem-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("", "G004 gas.csv", "a header")]
    [InlineData("name,status,countries\n", "G004 gas.csv", "it lacks a route")]
    [InlineData("name,route\n", "G004 gas.csv", "it lacks status, countries")]
    [InlineData("name,status,\"countries\nA,B", "G005 gas.csv:1:13", "quotation mark is not closed")]
    [InlineData(Header, "G030 gas.csv", "No row")]
    [InlineData(Header + "A,operating,Russia,1,bcm/y,LINESTRING EMPTY\n", "G030 gas.csv", "No row")]
    public void A_file_that_cannot_be_used_is_refused(string text, string code, string word)
    {
        var findings = new FindingList();
        GemSamples.Import(findings, "", GemSamples.Save(_folder, "gas.csv", text)).ShouldBeNull();
        Finding found = findings.Items.Single(f => f.Severity == Severity.Error);
        $"{found.Code} {found.Place}".ShouldBe(code);
        found.Message.ShouldContain(word);
    }

    [Theory]
    [InlineData("A,operating,Russia,1,bcm/y,\"POLYGON ((1 1, 2 2, 3 3))\"", "neither a line nor a point")]
    [InlineData("A,operating,Russia,1,bcm/y,\"LINESTRING (1 1, 2 91)\"", "character 18 begins no point")]
    [InlineData("A,operating,Russia,1,bcm/y,\"LINESTRING ((((1 1, 2 2))))\"", "brackets do not pair")]
    [InlineData("A,operating,Russia,1,bcm/y,\"LINESTRING (1 1, 2 2))\"", "brackets do not pair")]
    [InlineData("A,operating,Russia,1,bcm/y,\"LINESTRING 1 1, 2 2\"", "brackets do not pair")]
    [InlineData("A,operating,Russia,1,bcm/y,\"1,1:2,x\"", "character 5 begins no point")]
    [InlineData("A,operating,Russia,1,bcm/y,", "no route or place")]
    [InlineData(",operating,Russia,1,bcm/y,\"1,1:2,2\"", "no name")]
    [InlineData("A,operating,,1,bcm/y,\"80,1:80,2\"", "states no country for an end")]
    [InlineData("A,operating,Russia,1", "4 cells, the header 6")]
    [InlineData("A,operating,\"Russia\"x,1,bcm/y,\"1,1:2,2\"", "text stands after a closing quotation mark")]
    public void A_broken_row_is_left_out_with_its_line_and_the_others_come_over(string row, string word)
    {
        var findings = new FindingList();
        string text = Header + row + "\nGood,operating,Russia,1,bcm/y,\"55,60:54,62\"\n";
        ImportResult result = GemSamples.Import(findings, "", GemSamples.Save(_folder, "gas.csv", text)).ShouldNotBeNull();
        Finding found = findings.Items.Single(f => f.Severity != Severity.Information);
        (found.Code, found.Place.File, found.Place.Line).ShouldBe(("G025", "gas.csv", 2));
        found.Message.ShouldContain(word);
        result.System.Pipelines.ShouldHaveSingleItem().Name.ShouldBe("Good");
        GemSamples.RowsOf(result.Fidelity).ShouldBe(2);
    }

    [Fact]
    public void A_country_without_rows_is_an_error_that_names_those_there_are()
    {
        var findings = new FindingList();
        GemSamples.Import(findings, "MN", GemSamples.Save(_folder, "gas.csv", GemSamples.Gas)).ShouldBeNull();
        Finding found = findings.Items.Single(f => f.Severity == Severity.Error);
        (found.Code, found.Hint).ShouldBe(("G030", "There are rows of KZ, RU."));
    }

    [Fact]
    public void A_country_without_rows_beside_others_is_a_warning()
    {
        var findings = new FindingList();
        GemSamples.Import(findings, "RU,ZZ", GemSamples.Save(_folder, "gas.csv", GemSamples.Gas)).ShouldNotBeNull();
        findings.Items.Single(f => f.Code == "G021").Message.ShouldContain("No row is about ZZ,");
    }

    [Fact]
    public void A_folder_is_read_without_the_files_of_others()
    {
        GemSamples.Save(_folder, "gas.csv", GemSamples.Gas);
        GemSamples.Save(_folder, "notes.txt", "nothing of the kind");
        GemSamples.Save(_folder, "readme.md", "# no");
        var findings = new FindingList();
        GemSamples.Import(findings, "", _folder).ShouldNotBeNull().System.Pipelines.Count.ShouldBe(6);
        findings.HasErrors.ShouldBeFalse();
        findings.Items.Count(f => f.Code == "G018" && f.Place.File == "notes.txt").ShouldBe(1);
        GemSamples.Import(findings, "", Path.Combine(_folder, "none.csv")).ShouldBeNull();
        findings.Items[^1].Code.ShouldBe("G001");
    }

    [Fact]
    public void The_rows_of_a_workbook_have_addresses_and_sheets_without_a_tracker_are_told()
    {
        string path = WorkbookParts.Of([["name", "status", "countries", "capacity", "capacity units", "route"], ["A", "dreamt", "Russia", 1.0, "bcm/y", "x"], [], ["B", "operating", "Russia", 5.0, "bcm/y", "LINESTRING (60 55, 62 54)"]])
            .With("xl/_rels/workbook.xml.rels", WorkbookParts.Relationships(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"), ("rId4", "worksheet", "worksheets/about.xml")))
            .With("xl/workbook.xml", WorkbookParts.Workbook("", ("About", "rId4", ""), ("Data", "rId1", "")))
            .With("xl/worksheets/about.xml", WorkbookParts.Sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>About</v></c></row>")).Save(_folder, "gas.xlsx");
        var findings = new FindingList();
        ImportResult result = GemSamples.Import(findings, "", path).ShouldNotBeNull();
        findings.Items.Select(f => $"{f.Code} {f.Place}").ShouldBe(["G018 gas.xlsx [About]", "G025 gas.xlsx [Data!B2]", "G017 gas.xlsx", "G017 gas.xlsx"]);
        result.System.Pipelines.ShouldHaveSingleItem().Note.ShouldBe("gas.xlsx [Data!4]; length along the route");
    }

    [Fact]
    public void A_workbook_without_a_tracker_or_out_of_proportion_is_refused()
    {
        foreach ((WorkbookParts book, string code) in new[]
        {
            (WorkbookParts.Of([["name", "colour", "weight"]]), "G004"),
            (new WorkbookParts().With("xl/worksheets/sheet1.xml", WorkbookParts.Sheet(new string(' ', 16 << 20))), "G028"),
            (new WorkbookParts().With("xl/worksheets/sheet1.xml", "<!DOCTYPE a><a/>"), "G006"),
        })
        {
            var findings = new FindingList();
            GemSamples.Import(findings, "", book.Save(_folder)).ShouldBeNull();
            findings.Items.Single(f => f.Severity == Severity.Error).Code.ShouldBe(code);
        }
    }

    [Fact]
    public void Broken_UTF_16_is_a_finding()
    {
        string path = Path.Combine(_folder, "gas.csv");
        File.WriteAllBytes(path, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("name,status"), 0x00, 0xD8, 0x41, 0x00]);
        var findings = new FindingList();
        GemSamples.Import(findings, "", path).ShouldBeNull();
        findings.Items.ShouldHaveSingleItem().Code.ShouldBe("G005");
    }

    [Fact]
    public void Damaged_files_give_packages_or_findings()
    {
        var mutator = new FormatMutator(26);
        byte[][] samples = [.. new[] { GemSamples.Gas, GemSamples.Lng, GemSamples.Oil, GemSamples.Coal }.Select(Encoding.UTF8.GetBytes)];
        string path = Path.Combine(_folder, "gas.csv");
        for (int i = 0; i < 400; i++)
        {
            File.WriteAllBytes(path, mutator.Mutate(samples[i % samples.Length]));
            var findings = new FindingList();
            ImportResult? result = GemSamples.Import(findings, "", path);
            (result is not null).ShouldBe(!findings.HasErrors, $"mutation {i}");
        }
    }
}
