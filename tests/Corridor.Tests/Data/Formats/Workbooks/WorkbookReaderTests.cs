using Corridor.Data.Formats.Workbooks;
using Corridor.Model.Findings;

namespace Corridor.Tests.Data.Formats.Workbooks;

public sealed class WorkbookReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-workbooks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Cells_of_every_kind_are_read_with_gaps_between_them()
    {
        const string Rows = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c><c r=\"D2\" t=\"s\"><v>2</v></c></row>"
            + "<row r=\"5\" spans=\"1:9\"><c r=\"B5\"><v>0.10000000000000001</v></c><c r=\"C5\" t=\"b\"><v>1</v></c><c r=\"D5\" t=\"e\"><v>#N/A</v></c><c r=\"E5\" t=\"str\"><f>A1&amp;B1</f><v>cached</v></c>"
            + "<c r=\"F5\"><f>1+1</f><v>2</v></c><c r=\"G5\" t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c><c r=\"H5\" s=\"1\"><v>45658.75</v></c><c r=\"I5\" s=\"3\"><v>7</v></c><c r=\"AA5\" t=\"d\"><v>2025-03-01</v></c><c r=\"AB5\" s=\"1\"/></row>"
            + "<row><c><v>6</v></c><c><v>7e2</v></c></row>";
        string path = new WorkbookParts().With("xl/worksheets/sheet1.xml", WorkbookParts.Sheet(Rows)).Save(_folder);
        List<(int Row, string Cells)> rows = Read(path, out FindingList findings);
        findings.Items.ShouldBeEmpty();
        rows.ShouldBe(
        [
            (2, "1:Text=shared 3:Text=rich text 4:Text=a\nb _x0041_"),
            (5, "2:Number=0.1 3:Boolean=true 4:Error=#N/A 5:Text=cached 6:Number=2 7:Text=inline 8:Date=2025-01-01T18:00:00 9:Number=7 27:Date=2025-03-01"),
            (6, "1:Number=6 2:Number=700"),
        ]);
    }

    [Fact]
    public void A_cell_is_found_by_its_column_and_knows_its_place()
    {
        string path = new WorkbookParts().With("xl/worksheets/sheet1.xml", WorkbookParts.Sheet("<row r=\"12\"><c r=\"B12\"><v>1</v></c><c r=\"AZ12\"><f>1</f><v>2</v></c></row>")).Save(_folder);
        var findings = new FindingList();
        using WorkbookReader book = WorkbookReader.Open(path, findings).ShouldNotBeNull();
        using WorkbookSheetReader sheet = book.OpenSheet(book.Sheet("DATA").ShouldNotBeNull(), findings).ShouldNotBeNull();
        sheet.Read().ShouldBeTrue();
        sheet.Cell(52).ShouldBe(new WorkbookCell(52, WorkbookCellKind.Number, "", 2, default, true));
        sheet.Cell(3).ShouldBe(WorkbookCell.Empty(3));
        sheet.PlaceOf(52, "capacity").ToString().ShouldBe("book.xlsx [Data!AZ12]");
        sheet.PlaceOf(0).ToString().ShouldBe("book.xlsx [Data!12]");
        sheet.Read().ShouldBeFalse();
        sheet.IsBroken.ShouldBeFalse();
    }

    [Theory]
    [InlineData("", 1, "1900-01-01")]
    [InlineData("", 59, "1900-02-28")]
    [InlineData("", 60, "60")]
    [InlineData("", 61, "1900-03-01")]
    [InlineData("", 2958465, "9999-12-31")]
    [InlineData("", 2958466, "2958466")]
    [InlineData("", 0.5, "0.5")]
    [InlineData("", -1, "-1")]
    [InlineData("", 44197.999999995, "2021-01-02")]
    [InlineData("date1904=\"1\"", 0, "1904-01-01")]
    [InlineData("date1904=\"1\"", 42735, "2021-01-01")]
    [InlineData("date1904=\"1\"", 2957004, "2957004")]
    public void Dates_follow_the_day_zero_of_the_workbook(string properties, double serial, string printed)
    {
        string value = serial.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        string path = new WorkbookParts().With("xl/workbook.xml", WorkbookParts.Workbook(properties, ("Data", "rId1", "")))
            .With("xl/worksheets/sheet1.xml", WorkbookParts.Sheet($"<row r=\"1\"><c r=\"A1\" s=\"2\"><v>{value}</v></c></row>")).Save(_folder);
        Read(path, out FindingList findings).ShouldHaveSingleItem().Cells.Split('=')[1].ShouldBe(printed);
        findings.Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("General", false)]
    [InlineData("0.00E+00", false)]
    [InlineData("[Red]0.00", false)]
    [InlineData("#,##0 \"m3/d\"", false)]
    [InlineData("0\\d", false)]
    [InlineData("0;d", false)]
    [InlineData("dd/mm/yy", true)]
    [InlineData("[$-409]d\\-mmm", true)]
    [InlineData("[hh]:mm", true)]
    public void A_format_shows_a_date_by_its_letters(string code, bool isDate)
    {
        string styles = $"<styleSheet xmlns=\"{WorkbookParts.Main}\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"{System.Security.SecurityElement.Escape(code)}\"/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs></styleSheet>";
        string path = new WorkbookParts().With("xl/styles.xml", styles).With("xl/worksheets/sheet1.xml", WorkbookParts.Sheet("<row r=\"1\"><c r=\"A1\"><v>45658</v></c></row>")).Save(_folder);
        Read(path, out _).ShouldHaveSingleItem().Cells.ShouldBe(isDate ? "1:Date=2025-01-01" : "1:Number=45658");
    }

    [Fact]
    public void The_sheets_come_in_the_order_of_their_tabs_without_charts()
    {
        string path = new WorkbookParts()
            .With("xl/_rels/workbook.xml.rels", WorkbookParts.Relationships(("a", "worksheet", "worksheets/two.xml"), ("b", "chartsheet", "chart.xml"), ("c", "worksheet", "../xl/./worksheets/one.xml")))
            .With("xl/workbook.xml", WorkbookParts.Workbook("", ("One &amp; only", "c", ""), ("Chart", "b", ""), ("Two", "a", "state=\"hidden\"")))
            .With("xl/worksheets/one.xml", WorkbookParts.Sheet("")).With("xl/worksheets/two.xml", WorkbookParts.Sheet("")).With("xl/chart.xml", "<chartsheet/>").Save(_folder);
        var findings = new FindingList();
        using WorkbookReader book = WorkbookReader.Open(path, findings).ShouldNotBeNull();
        book.Sheets.Select(s => (s.Name, s.IsHidden)).ShouldBe([("One & only", false), ("Two", true)]);
        findings.Items.ShouldBeEmpty();
    }

    [Fact]
    public void The_strict_form_is_read_as_well()
    {
        string path = new WorkbookParts()
            .With("xl/workbook.xml", WorkbookParts.Workbook("", ("Data", "rId1", "")).Replace("schemas.openxmlformats.org/spreadsheetml/2006/main", "purl.oclc.org/ooxml/spreadsheetml/main").Replace("schemas.openxmlformats.org/officeDocument/2006/", "purl.oclc.org/ooxml/officeDocument/"))
            .With("xl/worksheets/sheet1.xml", "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>").Save(_folder);
        Read(path, out FindingList findings).ShouldBe([(1, "1:Number=5")]);
        findings.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Addresses_and_columns_are_the_same_thing_twice()
    {
        for (int column = 1; column <= 16_384; column++)
        {
            CellAddress.TryParse(CellAddress.Of(77, column), out int row, out int read).ShouldBeTrue();
            (row, read).ShouldBe((77, column));
        }

        CellAddress.Letters(16_384).ShouldBe("XFD");
        foreach (string wrong in (string[])["", "A", "12", "A0", "ABCD1", "A1B", "$A$1", "A12345678", "Ä1"])
            CellAddress.TryParse(wrong, out _, out _).ShouldBeFalse(wrong);
    }

    internal static List<(int Row, string Cells)> Read(string path, out FindingList findings, WorkbookLimits? limits = null)
    {
        findings = new FindingList();
        var rows = new List<(int Row, string Cells)>();
        using WorkbookReader? book = WorkbookReader.Open(path, findings, limits);
        using WorkbookSheetReader? sheet = book?.OpenSheet(book.Sheets[0], findings);
        while (sheet is not null && sheet.Read())
            rows.Add((sheet.Row, string.Join(' ', sheet.Cells.ToArray().Select(c => $"{c.Column}:{c.Kind}={c.Printed()}"))));
        return rows;
    }
}
