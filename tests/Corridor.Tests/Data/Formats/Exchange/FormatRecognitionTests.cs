using System.IO.Compression;
using Corridor.Data.Formats.Exchange;
using Corridor.Model.Findings;

namespace Corridor.Tests.Data.Formats.Exchange;

public sealed class FormatRecognitionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-recognition-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("case.m", "function mpc = case", "matpower")]
    [InlineData("net.net", "<?xml version=\"1.0\"?>\n<network/>", "gaslib")]
    [InlineData("pipes.json", "{\"_module\": \"pandapipes\", \"_class\": \"pandapipesNet\"}", "pandapipes")]
    [InlineData("other.json", "{}", null)]
    [InlineData("book.sqlite", "SQLite format 3\0rest", "sqlite")]
    [InlineData("prices.csv", "series,month,value,unit\n", "series")]
    [InlineData("ggit.csv", "\uFEFFPipelineName,ProjectID\n", "gem")]
    [InlineData("nodes.csv", "id,name\n", null)]
    [InlineData("problem.mps", "NAME x\n", null)]
    public void A_file_is_told_by_ending_and_first_bytes(string name, string text, string? expected)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        FormatRecognition.Of(path).ShouldBe(expected);
    }

    [Theory]
    [InlineData("matpower", "net.net", "<?xml version=\"1.0\"?>\n<network>\n<a/>\n<b/>\n</network>", "gaslib")]
    [InlineData("gem", "net.net", "<?xml version=\"1.0\"?>\n<network/>", "gaslib")]
    [InlineData("gem", "case.m", "function mpc = case", "matpower")]
    public void A_file_of_another_format_than_the_one_asked_for_is_one_finding(string asked, string name, string text, string like)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        var findings = new FindingList();
        ExchangeFormats.Importer(asked).ShouldNotBeNull().Import(new ImportRequest(path), findings, default).ShouldBeNull();
        Finding finding = findings.Items.ShouldHaveSingleItem();
        (finding.Code, finding.Place.File, finding.Hint).ShouldBe(("G004", name, $"corridor import {like} reads it."));
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_with_the_nearest_name()
    {
        File.WriteAllText(Path.Combine(_folder, "case14.m"), "function mpc = case14");
        var findings = new FindingList();
        ExchangeFormats.Importer("matpower").ShouldNotBeNull().Import(new ImportRequest(Path.Combine(_folder, "case41.m")), findings, default).ShouldBeNull();
        Finding finding = findings.Items.ShouldHaveSingleItem();
        (finding.Code, finding.Hint).ShouldBe(("G001", "Did you mean 'case14.m'?"));
    }

    [Theory]
    [InlineData("buses.csv", "pypsa")]
    [InlineData("mapping.yaml", "csv")]
    [InlineData("INET_Nodes.csv", "scigrid")]
    [InlineData("valley.net", "gaslib")]
    [InlineData("datapackage.json", null)]
    [InlineData("letter.txt", null)]
    public void A_folder_is_told_by_its_files(string name, string? expected)
    {
        File.WriteAllText(Path.Combine(_folder, name), "");
        FormatRecognition.Of(_folder).ShouldBe(expected);
    }

    [Fact]
    public void A_package_beside_foreign_files_is_a_package()
    {
        File.WriteAllText(Path.Combine(_folder, "buses.csv"), "");
        File.WriteAllText(Path.Combine(_folder, "datapackage.json"), "{}");
        FormatRecognition.Of(_folder).ShouldBeNull();
    }

    [Fact]
    public void One_network_of_PyPSA_inside_a_folder_is_told_and_two_are_not()
    {
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "elec")).FullName, "buses.csv"), "");
        File.WriteAllText(Path.Combine(_folder, "elec.nc"), "");
        FormatRecognition.Of(_folder).ShouldBe("pypsa");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "more")).FullName, "buses.csv"), "");
        FormatRecognition.Of(_folder).ShouldBeNull();
    }

    [Theory]
    [InlineData("<sheet name=\"About\"/><sheet name=\"carriers\"/>", "excel")]
    [InlineData("<sheet name=\"AFOSHEET\"/><sheet name=\"Monthly Prices\"/>", "series")]
    [InlineData("<sheet name=\"Gas Pipelines 2024-12-15\"/>", "gem")]
    [InlineData("<sheet name=\"Sheet1\"/>", null)]
    public void A_workbook_is_told_by_its_sheets(string sheets, string? expected) => FormatRecognition.Of(Archive("xl/workbook.xml", sheets)).ShouldBe(expected);

    [Fact]
    public void A_zipped_package_or_a_broken_archive_is_no_other_format()
    {
        FormatRecognition.Of(Archive("datapackage.json", "{}")).ShouldBeNull();
        string broken = Path.Combine(_folder, "broken.xlsx");
        File.WriteAllBytes(broken, [.. "PK\u0003\u0004 and no more"u8]);
        FormatRecognition.Of(broken).ShouldBeNull();
        FormatRecognition.Of(Path.Combine(_folder, "missing")).ShouldBeNull();
    }

    private string Archive(string entry, string text)
    {
        string path = Path.Combine(_folder, "a.zip");
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
        writer.Write(text);
        return path;
    }
}
