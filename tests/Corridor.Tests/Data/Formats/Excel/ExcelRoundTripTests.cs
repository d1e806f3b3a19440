using System.IO.Compression;
using System.Xml.Linq;
using Corridor.Data.Formats.Excel;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Schema;
using Corridor.Model.Time;
using Corridor.Tests.Architecture;
using Corridor.Tests.Data.Packages;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Data.Formats.Excel;

/// <summary>What is written into a workbook is read back bit by bit, and other programs can read it too.</summary>
public sealed class ExcelRoundTripTests : IDisposable
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-excel-").FullName;

    private string Book => Path.Combine(_folder, "book.xlsx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Generated_systems_come_back_as_they_were() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            EnergySystem system = new SystemGenerator(seed).Some(mostRows: 3);
            return SystemGenerator.Differences(system, WriteAndRead(system)).ToList() is { Count: 0 };
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void A_system_with_every_table_and_column_filled_comes_back_as_it_was()
    {
        EnergySystem system = new SystemGenerator(1).Full(rows: 2);
        SystemGenerator.Differences(system, WriteAndRead(system)).ShouldBeEmpty();
        Validate();
    }

    [Fact]
    public void The_bundled_package_comes_back_as_it_was_and_every_cell_is_counted()
    {
        EnergySystem system = PackageReader.Read(Path.Combine(Repository.Root, "data", "eurasia"), new FindingList()).ShouldNotBeNull();
        FidelityReport written = new ExcelExporter().Export(system, Book, CancellationToken.None);
        ImportResult read = new ExcelImporter().Import(new ImportRequest(Book), new FindingList(), CancellationToken.None).ShouldNotBeNull();
        SystemGenerator.Differences(system, read.System).ShouldBeEmpty();
        written.IsExact.ShouldBeTrue();
        read.Fidelity.IsExact.ShouldBeTrue();
        read.Fidelity.Count(FidelityKind.Exact).ShouldBe(written.Count(FidelityKind.Exact));
    }

    [Fact]
    public void An_empty_system_comes_back_and_its_workbook_is_sound()
    {
        EnergySystem system = new() { Description = new PackageDescription { Name = "x", Description = "  blanks \u0001 and _x0041_ stay " } };
        SystemGenerator.Differences(system, WriteAndRead(system)).ShouldBeEmpty();
        Validate();
    }

    [Theory]
    [InlineData("_x0041_")]
    [InlineData("_x005F_x0041_")]
    [InlineData("a\r\nb\rc\nd\te")]
    [InlineData("<&>\"']]>")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("2025-10-01")]
    [InlineData("007")]
    [InlineData("1e5")]
    [InlineData("TRUE")]
    [InlineData("\uFFFE\uD83D\uDE00")]
    [InlineData("[km]")]
    public void Texts_that_look_like_something_else_stay_texts(string text)
    {
        EnergySystem system = With(text);
        WriteAndRead(system).Zones[0].Name.ShouldBe(text);
    }

    [Fact]
    public void Nothing_of_a_package_becomes_a_formula()
    {
        new ExcelExporter().Export(With("=cmd|' /C calc'!A0"), Book, CancellationToken.None);
        using ZipArchive archive = ZipFile.OpenRead(Book);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(e => e.FullName.Contains("worksheets", StringComparison.Ordinal)))
        {
            using Stream stream = entry.Open();
            XDocument.Load(stream).Descendants(Main + "f").ShouldBeEmpty();
        }

        using Stream book = archive.GetEntry("xl/workbook.xml")!.Open();
        new StreamReader(book).ReadToEnd().ShouldNotContain("cmd");
    }

    [Fact]
    public void A_drop_down_offers_the_names_and_the_ids_and_heads_say_what_their_column_means()
    {
        new ExcelExporter().Export(With("Kazakhstan"), Book, CancellationToken.None);
        XElement sheet = Sheet("nodes");
        List<XElement> rules = [.. sheet.Descendants(Main + "dataValidation")];
        XElement carrier = rules.Single(r => (string?)r.Attribute("sqref") == "C3:C1048576");
        carrier.Element(Main + "formula1")!.Value.ShouldBe("ids_carriers");
        ((string?)rules.Single(r => (string?)r.Attribute("sqref") == "C1:C1").Attribute("prompt")).ShouldBe("Carrier that balances here. [text] Must be filled.");
        XElement name = Part("xl/workbook.xml").Descendants(Main + "definedName").Single(n => (string?)n.Attribute("name") == "ids_carriers");
        name.Value.ShouldStartWith("'carriers'!$A$3:INDEX(");
        Sheet("Lists").Descendants(Main + "t").Select(t => t.Value).ShouldContain("list_storage_kind");
    }

    [Fact]
    public void The_same_system_is_written_as_the_same_bytes()
    {
        EnergySystem system = new SystemGenerator(2).Full(rows: 3);
        new ExcelExporter().Export(system, Book, CancellationToken.None);
        byte[] first = File.ReadAllBytes(Book);
        new ExcelExporter().Export(WriteAndRead(system), Book, CancellationToken.None);
        File.ReadAllBytes(Book).ShouldBe(first);
        Directory.GetFiles(_folder).ShouldHaveSingleItem();
    }

    [Fact]
    public void Too_many_rows_and_too_long_a_text_are_refused_before_the_file_is_touched()
    {
        File.WriteAllText(Book, "mine");
        var point = new ProfilePoint { Profile = "p", Time = "1", Value = 1 };
        EnergySystem large = new() { Description = new PackageDescription { Name = "x" }, Profiles = [.. Enumerable.Repeat(point, ExcelExporter.MostRows + 1)] };
        Should.Throw<ExportRefusedException>(() => new ExcelExporter().Export(large, Book, CancellationToken.None)).Message.ShouldContain("profiles has 1048575 rows");
        Should.Throw<ExportRefusedException>(() => new ExcelExporter().Export(With(new string('x', WorkbookWriter.LongestText + 1)), Book, CancellationToken.None)).Message.ShouldContain("cell B3");
        File.ReadAllText(Book).ShouldBe("mine");
        Directory.GetFiles(_folder).ShouldHaveSingleItem();
        new ExcelExporter().Export(With(new string('x', WorkbookWriter.LongestText)), Book, CancellationToken.None);
    }

    private static EnergySystem With(string zone) => new() { Description = new PackageDescription { Name = "x" }, Zones = [new Corridor.Model.Network.Zone { Id = "kz", Name = zone }] };

    private XElement Sheet(string name)
    {
        int index = Part("xl/workbook.xml").Descendants(Main + "sheet").Select(s => (string?)s.Attribute("name")).ToList().IndexOf(name);
        return Part($"xl/worksheets/sheet{index + 1}.xml");
    }

    private XElement Part(string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(Book);
        using Stream stream = archive.GetEntry(name)!.Open();
        return XDocument.Load(stream).Root!;
    }

    private void Validate()
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(Book, isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2016).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    private EnergySystem WriteAndRead(EnergySystem system)
    {
        new ExcelExporter().Export(system, Book, CancellationToken.None);
        var findings = new FindingList();
        ImportResult? read = new ExcelImporter().Import(new ImportRequest(Book), findings, CancellationToken.None);
        findings.HasErrors.ShouldBeFalse(string.Join('\n', findings.Items));
        return read.ShouldNotBeNull().System;
    }
}
