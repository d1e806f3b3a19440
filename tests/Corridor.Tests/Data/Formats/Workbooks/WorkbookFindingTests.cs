using System.IO.Compression;
using System.Text;
using Corridor.Data.Formats.Workbooks;
using Corridor.Model.Findings;

namespace Corridor.Tests.Data.Formats.Workbooks;

public sealed class WorkbookFindingTests : IDisposable
{
    private const string SheetPart = "xl/worksheets/sheet1.xml";
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-workbooks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("<row r=\"3\"><c r=\"B3\" t=\"s\"><v>99</v></c></row>", "G008", "book.xlsx [Data!B3]", "shared text")]
    [InlineData("<row r=\"3\"><c r=\"B3\"><v>1,5</v></c></row>", "G008", "book.xlsx [Data!B3]", "'1,5'")]
    [InlineData("<row r=\"3\"><c r=\"B3\"><v>NaN</v></c></row>", "G008", "book.xlsx [Data!B3]", "'NaN'")]
    [InlineData("<row r=\"3\"><c r=\"B3\"><v>1e999</v></c></row>", "G008", "book.xlsx [Data!B3]", "'1e999'")]
    [InlineData("<row r=\"3\"><c r=\"B3\" t=\"b\"><v>yes</v></c></row>", "G008", "book.xlsx [Data!B3]", "'yes'")]
    [InlineData("<row r=\"3\"><c r=\"B3\" t=\"d\"><v>tomorrow</v></c></row>", "G008", "book.xlsx [Data!B3]", "'tomorrow'")]
    [InlineData("<row r=\"3\"><c r=\"B3\" t=\"q\"><v>1</v></c></row>", "G008", "book.xlsx [Data!B3]", "'q'")]
    [InlineData("<row r=\"3\"><c r=\"B3\"><f>1+1</f></c></row>", "G026", "book.xlsx [Data!B3]", "formula")]
    [InlineData("<row r=\"3\"/><row r=\"3\"/>", "G005", "book.xlsx [xl/worksheets/sheet1.xml]:1:134", "'3'")]
    [InlineData("<row r=\"three\"/>", "G005", "book.xlsx [xl/worksheets/sheet1.xml]:1:122", "'three'")]
    [InlineData("<row r=\"3\"><c r=\"B3\"/><c r=\"A3\"/></row>", "G005", "book.xlsx [xl/worksheets/sheet1.xml]:1:144", "'A3'")]
    [InlineData("<row r=\"3\"><c r=\"B4\"/></row>", "G005", "book.xlsx [xl/worksheets/sheet1.xml]:1:133", "'B4'")]
    [InlineData("<row r=\"1048577\"/>", "G028", "book.xlsx [xl/worksheets/sheet1.xml]:1:122", "1048577")]
    [InlineData("<row r=\"999999999999\"/>", "G005", "book.xlsx [xl/worksheets/sheet1.xml]:1:122", "999999999999")]
    [InlineData("<row r=\"3\"><c r=\"XFE3\"/></row>", "G028", "book.xlsx [xl/worksheets/sheet1.xml]:1:133", "16385")]
    [InlineData("<row r=\"3\"><c r=\"A3\"></row>", "G005", "book.xlsx [xl/worksheets/sheet1.xml]:1:144", "'c'")]
    public void What_is_wrong_with_a_cell_or_row_has_its_place(string rows, string code, string place, string word)
    {
        string path = new WorkbookParts().With(SheetPart, WorkbookParts.Sheet(rows)).Save(_folder);
        WorkbookReaderTests.Read(path, out FindingList findings);
        Finding found = findings.Items.ShouldHaveSingleItem();
        (found.Code, found.Place.ToString()).ShouldBe((code, place));
        found.Message.ShouldContain(word);
    }

    [Theory]
    [InlineData(SheetPart, "<!DOCTYPE worksheet [<!ENTITY a \"b\">]><worksheet/>", "G006", "DOCTYPE")]
    [InlineData("xl/sharedStrings.xml", "<!DOCTYPE sst SYSTEM \"file:///etc/hostname\"><sst/>", "G006", "DOCTYPE")]
    [InlineData(SheetPart, "<chart/>", "G007", "<worksheet>")]
    [InlineData(SheetPart, "", "G005", "cannot be read")]
    [InlineData(SheetPart, null, "G007", "'Data'")]
    [InlineData("xl/sharedStrings.xml", null, "G007", "'xl/sharedStrings.xml'")]
    [InlineData("xl/sharedStrings.xml", "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>open", "G005", "cannot be read")]
    [InlineData("xl/workbook.xml", null, "G007", "'xl/workbook.xml'")]
    [InlineData("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>", "G007", "no worksheet")]
    [InlineData("_rels/.rels", null, "G004", "no workbook")]
    [InlineData("xl/_rels/workbook.xml.rels", null, "G007", "'Data'")]
    [InlineData("xl/styles.xml", "<styleSheet", "G005", "cannot be read")]
    public void What_is_wrong_with_a_part_is_said(string part, string? content, string code, string word)
    {
        string path = new WorkbookParts().With(part, content).Save(_folder);
        WorkbookReaderTests.Read(path, out FindingList findings).ShouldBeEmpty();
        findings.Items[0].Code.ShouldBe(code);
        findings.Items[0].Message.ShouldContain(word);
        findings.Items.ShouldAllBe(f => f.Severity == Severity.Error && f.Place.File.StartsWith("book.xlsx", StringComparison.Ordinal));
    }

    [Fact]
    public void Elements_nested_without_end_are_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        string path = new WorkbookParts().With(SheetPart, $"<worksheet xmlns=\"{WorkbookParts.Main}\">{deep}").Save(_folder);
        WorkbookReaderTests.Read(path, out FindingList findings).ShouldBeEmpty();
        findings.Items.ShouldHaveSingleItem().Code.ShouldBe("G003");
    }

    [Fact]
    public void A_part_that_unpacks_to_a_thousand_times_its_size_is_refused_before_it_is_unpacked()
    {
        string path = new WorkbookParts().With(SheetPart, WorkbookParts.Sheet(new string(' ', 32 << 20))).Save(_folder);
        long before = GC.GetAllocatedBytesForCurrentThread();
        WorkbookReaderTests.Read(path, out FindingList findings).ShouldBeEmpty();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4 << 20);
        Finding found = findings.Items.ShouldHaveSingleItem();
        (found.Code, found.Place.ToString()).ShouldBe(("G028", "book.xlsx"));
        found.Message.ShouldContain("more than 200 times its packed size");
    }

    [Fact]
    public void A_text_without_end_is_refused_after_4_MiB()
    {
        var limits = new WorkbookLimits { Ratio = 100_000 };
        foreach (string sheet in (string[])[WorkbookParts.Sheet($"<row r=\"1\" {Attribute(32 << 20)}/>"), WorkbookParts.Sheet(new string('x', 32 << 20))])
        {
            string path = new WorkbookParts().With(SheetPart, sheet).Save(_folder);
            long before = GC.GetAllocatedBytesForCurrentThread();
            WorkbookReaderTests.Read(path, out FindingList findings, limits);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(32 << 20);
            findings.Items.ShouldHaveSingleItem().Code.ShouldBe("G028");
        }

        static string Attribute(int length) => "a=\"" + new string('x', length) + "\"";
    }

    [Fact]
    public void A_long_text_of_a_cell_a_row_or_all_shared_texts_is_refused()
    {
        string cell = "<c t=\"inlineStr\"><is><t>0123456789</t></is></c>";
        string path = new WorkbookParts().With(SheetPart, WorkbookParts.Sheet($"<row r=\"1\">{cell}</row><row r=\"2\">{cell}{cell}</row>"))
            .With("xl/sharedStrings.xml", $"<sst xmlns=\"{WorkbookParts.Main}\"><si><t>123456789</t></si><si><t>123456789</t></si><si><t>123</t></si></sst>").Save(_folder);
        Only(new WorkbookLimits { Cell = 9 }, []).ShouldBe("G028 book.xlsx [Data!A1]");
        Only(new WorkbookLimits { Cell = 32, Row = 19 }, [(1, "1:Text=0123456789")]).ShouldBe("G028 book.xlsx [Data!B2]");
        Only(new WorkbookLimits { SharedTexts = 2 }, []).ShouldStartWith("G028 book.xlsx [xl/sharedStrings.xml]");
        Only(new WorkbookLimits { SharedCharacters = 20 }, []).ShouldStartWith("G028 book.xlsx [xl/sharedStrings.xml]");
        Only(new WorkbookLimits { Entries = 5 }, []).ShouldBe("G028 book.xlsx");
        Only(new WorkbookLimits { Directory = 100 }, []).ShouldBe("G028 book.xlsx");
        Only(new WorkbookLimits { Total = 1000 }, []).ShouldBe("G028 book.xlsx");
        Only(new WorkbookLimits { File = 1000 }, []).ShouldBe("G003 book.xlsx");
        Only(new WorkbookLimits { Sheets = 0 }, []).ShouldStartWith("G028 book.xlsx [xl/workbook.xml]");

        string Only(WorkbookLimits limits, (int Row, string Cells)[] rows)
        {
            WorkbookReaderTests.Read(path, out FindingList findings, limits).ShouldBe(rows);
            Finding found = findings.Items.ShouldHaveSingleItem();
            return $"{found.Code} {found.Place}";
        }
    }

    [Fact]
    public void A_file_cut_off_anywhere_or_of_another_kind_is_a_finding()
    {
        byte[] whole = File.ReadAllBytes(new WorkbookParts().Save(_folder));
        string cut = Path.Combine(_folder, "cut.xlsx");
        for (int length = 0; length < whole.Length; length += 61)
        {
            File.WriteAllBytes(cut, whole[..length]);
            WorkbookReaderTests.Read(cut, out FindingList findings).ShouldBeEmpty();
            findings.Items.ShouldHaveSingleItem().Code.ShouldBe(length < 2 ? "G004" : "G005");
        }

        File.WriteAllBytes(cut, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]);
        WorkbookReaderTests.Read(cut, out FindingList old);
        old.Items.ShouldHaveSingleItem().Message.ShouldContain(".xls");
        WorkbookReaderTests.Read(Path.Combine(_folder, "none.xlsx"), out FindingList none);
        none.Items.ShouldHaveSingleItem().Code.ShouldBe("G001");
    }

    [Fact]
    public void A_part_longer_than_the_zip_file_states_or_named_twice_is_a_finding()
    {
        string path = new WorkbookParts().Save(_folder);
        byte[] bytes = File.ReadAllBytes(path);
        byte[] name = Encoding.ASCII.GetBytes("xl/sharedStrings.xml");
        int directory = bytes.AsSpan().LastIndexOf(name) - 46;
        BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), 100).ShouldBeTrue();
        File.WriteAllBytes(path, bytes);
        WorkbookReaderTests.Read(path, out FindingList findings).ShouldBeEmpty();
        findings.HasErrors.ShouldBeTrue();

        using (var archive = new ZipArchive(new FileStream(path, FileMode.Create), ZipArchiveMode.Create))
        {
            archive.CreateEntry("xl/workbook.xml");
            archive.CreateEntry("XL/workbook.xml");
        }

        WorkbookReaderTests.Read(path, out FindingList twice);
        twice.Items.ShouldHaveSingleItem().Code.ShouldBe("G013");
    }

    [Fact]
    public void Every_changed_byte_of_a_part_gives_rows_or_findings()
    {
        string sheet = WorkbookParts.Sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>45658</v></c></row>");
        for (int i = 0; i < sheet.Length; i++)
        {
            foreach (char c in "<>&\"\u0001Z0")
            {
                string path = new WorkbookParts().With(SheetPart, string.Concat(sheet.AsSpan(0, i), c.ToString(), sheet.AsSpan(i + 1))).Save(_folder);
                List<(int Row, string Cells)> rows = WorkbookReaderTests.Read(path, out FindingList findings);
                (findings.Items.Count + rows.Count).ShouldBeGreaterThanOrEqualTo(0);
                findings.Items.ShouldAllBe(f => f.Place.File.Length > 0 && f.Message.Length > 0);
            }
        }
    }
}
