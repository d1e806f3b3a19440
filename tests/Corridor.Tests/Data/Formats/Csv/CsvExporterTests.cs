using Corridor.Data.Formats.Csv;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Tests.Data.Packages;

namespace Corridor.Tests.Data.Formats.Csv;

public sealed class CsvExporterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-csv-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_folder_is_a_package_and_says_what_its_columns_are()
    {
        string path = Path.Combine(_folder, "out");
        EnergySystem system = new SystemGenerator(4).Full(rows: 2);
        new CsvExporter().Export(new SystemGenerator(5).Some(1), path, CancellationToken.None);
        new CsvExporter().Export(system, path, CancellationToken.None).IsExact.ShouldBeTrue();
        var findings = new FindingList();
        SystemGenerator.Differences(system, PackageReader.Read(path, findings).ShouldNotBeNull()).ShouldBeEmpty();
        findings.Items.ShouldBeEmpty();
        File.ReadAllLines(Path.Combine(path, "about", "columns.csv")).ShouldContain("pipelines,length,number,km,false,false,0 or more,length of the line");
        Directory.GetFileSystemEntries(_folder).ShouldHaveSingleItem();
    }

    [Fact]
    public void Texts_like_formulas_are_kept_as_they_are_and_named()
    {
        string path = Path.Combine(_folder, "out");
        EnergySystem system = new() { Description = new PackageDescription { Name = "x" }, Zones = [new Zone { Id = "kz", Name = "=1+1" }, new Zone { Id = "ru", Name = "-5" }, new Zone { Id = "cn", Name = "@sum" }] };
        FidelityReport report = new CsvExporter().Export(system, path, CancellationToken.None);
        File.ReadAllText(Path.Combine(path, "zones.csv")).ShouldBe("id,name\nkz,=1+1\nru,-5\ncn,@sum\n");
        FidelityEntry entry = report.Entries.Single(e => e.Note.Length > 0);
        (entry.Count, entry.Examples[0]).ShouldBe((2, "kz: =1+1"));
    }

    [Fact]
    public void A_folder_with_something_else_is_not_replaced()
    {
        string path = Path.Combine(_folder, "out");
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "letter.txt"), "mine");
        Should.Throw<IOException>(() => new CsvExporter().Export(new SystemGenerator(4).Some(1), path, CancellationToken.None)).Message.ShouldContain("letter.txt");
        Directory.GetFileSystemEntries(_folder).ShouldHaveSingleItem();
        File.ReadAllText(Path.Combine(path, "letter.txt")).ShouldBe("mine");
    }

    [Fact]
    public void A_package_that_somebody_keeps_is_not_replaced()
    {
        string path = Path.Combine(_folder, "out");
        PackageWriter.Write(new SystemGenerator(5).Some(1), path);
        Should.Throw<ExportRefusedException>(() => new CsvExporter().Export(new SystemGenerator(4).Some(1), path, CancellationToken.None));
        Directory.Exists(Path.Combine(path, "about")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("measured.csv", true)]
    [InlineData("nodes.csv", false)]
    [InlineData("about/mine.csv", true)]
    public void A_table_of_ones_own_in_the_folder_is_not_lost(string name, bool isPackage)
    {
        string path = Path.Combine(_folder, "out");
        if (isPackage)
            new CsvExporter().Export(new SystemGenerator(5).Some(1), path, CancellationToken.None);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(path, name))!);
        File.WriteAllText(Path.Combine(path, name), "mine");
        Should.Throw<ExportRefusedException>(() => new CsvExporter().Export(new SystemGenerator(4).Some(1), path, CancellationToken.None)).Message.ShouldContain(name);
        File.ReadAllText(Path.Combine(path, name)).ShouldBe("mine");
        Directory.GetFileSystemEntries(_folder).ShouldHaveSingleItem();
    }
}
