using System.Text;
using Corridor.Model.Findings;

namespace Corridor.Tests.Data.Packages;

/// <summary>Broken packages: each must end with the exact code, file, line and character.</summary>
public sealed class BrokenPackageTests : IDisposable
{
    private readonly TemporaryPackage _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void The_package_that_the_tests_break_is_sound()
    {
        _package.Read().ShouldNotBeNull().Pipelines[0].Length!.Value.InKilometres().ShouldBe(1500);
        _package.Findings.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_column_with_a_near_name_is_asked_for()
    {
        _package.Write("nodes.csv", "id,carrier,zoen\nkz-north,gas,kz\nkz-west,gas,kz\n");
        _package.Read();
        _package.Findings.Items.Single(f => f.Code == "P018").Hint!.ShouldStartWith("Did you mean 'zoen'?");
    }

    [Fact]
    public void Missing_column()
    {
        _package.Write("nodes.csv", "id,carrier\nkz-north,gas\nkz-west,gas\n");
        ShouldBe(_package.ReadSingle(), "P018", "nodes.csv", 1, 1, "zone");
        _package.Places.IsComplete("nodes").ShouldBeFalse();
    }

    [Fact]
    public void Unknown_unit_in_the_descriptor()
    {
        _package.Replace("datapackage.json", "\"unit\": \"km\"", "\"unit\": \"kmm\"");
        Finding finding = _package.ReadSingle();
        ShouldBe(finding, "P024", "datapackage.json", 13, 52, null);
        finding.Hint.ShouldNotBeNull().ShouldContain("km");
    }

    [Fact]
    public void Unit_of_another_dimension_in_the_descriptor()
    {
        _package.Replace("datapackage.json", "\"unit\": \"km\"", "\"unit\": \"MW\"");
        ShouldBe(_package.ReadSingle(), "P026", "datapackage.json", 13, 52, null);
    }

    [Fact]
    public void Unknown_unit_in_a_row()
    {
        _package.Replace("supplies.csv", "USD/kcm@20C", "USD/kxm@20C");
        ShouldBe(_package.ReadSingle(), "P024", "supplies.csv", 2, 36, "price_unit");
    }

    [Fact]
    public void Ambiguous_bcm()
    {
        _package.Replace("supplies.csv", "bcm@20C/year", "bcm/year");
        Finding finding = _package.ReadSingle();
        ShouldBe(finding, "P025", "supplies.csv", 2, 20, "rate_unit");
        finding.Message.ShouldContain("reference temperature");
        finding.Hint.ShouldNotBeNull().ShouldContain("bcm@20C");
    }

    [Fact]
    public void Ambiguous_bar_in_the_descriptor()
    {
        _package.Replace("pipelines.csv", "length", "max_pressure");
        _package.Replace("datapackage.json", "\"name\": \"length\", \"type\": \"number\", \"unit\": \"km\"", "\"name\": \"max_pressure\", \"type\": \"number\", \"unit\": \"bar\"");
        ShouldBe(_package.ReadSingle(), "P025", "datapackage.json", 13, 58, null);
    }

    [Fact]
    public void Not_a_number()
    {
        _package.Replace("supplies.csv", ",3,", ",NaN,");
        ShouldBe(_package.ReadSingle(), "P036", "supplies.csv", 2, 18, "capacity");
        _package.Replace("supplies.csv", ",NaN,", ",1e999,");
        ShouldBe(_package.ReadSingle(), "P036", "supplies.csv", 2, 18, "capacity");
    }

    [Theory]
    [InlineData("\"1,5\"", "1.5")]
    [InlineData("1 500", "1500")]
    [InlineData("\"1,500\"", "1500")]
    [InlineData("1.500,5", null)]
    [InlineData("12 bcm", "unit")]
    [InlineData("n/a", "empty")]
    public void Habits_of_spreadsheets_are_told_apart(string cell, string? hint)
    {
        _package.Replace("supplies.csv", ",3,", $",{cell},");
        Finding finding = _package.ReadSingle();
        if (hint is null)
        {
            // The comma makes a cell of its own, and the row one cell too long.
            ShouldBe(finding, "P030", "supplies.csv", 2, 42, null);
            return;
        }

        ShouldBe(finding, "P035", "supplies.csv", 2, 18 + (cell[0] == '"' ? 1 : 0), "capacity");
        finding.Hint.ShouldNotBeNull().ShouldContain(hint);
    }

    [Fact]
    public void Windows_1251()
    {
        byte[] name = [0xCF, 0xE5, 0xF2, 0xF0, 0xEE, 0xEF, 0xE0, 0xE2, 0xEB];
        _package.Write("zones.csv", [.. "id,iso,name\nkz,KZ,"u8, .. name, .. "\nru,RU,"u8, .. name, (byte)'\n']);
        Finding finding = _package.ReadSingle();
        ShouldBe(finding, "P016", "zones.csv", 2, 7, null);
        finding.Hint.ShouldNotBeNull().ShouldContain("1251");
        finding.Message.ShouldContain("2 such rows");
    }

    [Fact]
    public void Utf_16()
    {
        _package.Write("zones.csv", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("id,iso\nkz,KZ\n")).ToArray());
        ShouldBe(_package.ReadSingle(), "P016", "zones.csv", 1, 1, null);
    }

    [Fact]
    public void Mark_of_utf_8_is_no_part_of_the_header()
    {
        _package.Write("zones.csv", Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes("id,iso\r\nkz,KZ\r\n")).ToArray());
        _package.Read()!.Zones.Count.ShouldBe(1);
        _package.Findings.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Empty_file()
    {
        _package.Write("zones.csv", "");
        ShouldBe(_package.ReadSingle(), "P015", "zones.csv", 1, 1, null);
    }

    [Fact]
    public void Semicolons()
    {
        _package.Write("zones.csv", "id;iso\nkz;KZ\n");
        ShouldBe(_package.ReadSingle(), "P017", "zones.csv", 1, 1, null);
    }

    [Fact]
    public void Places_count_lines_inside_quotation_marks_and_characters_beyond_ascii()
    {
        _package.Write("zones.csv", "id,name,iso,border_region\nkz,\"Қазақ\nстан\",KZ,true\nru,\"Росс\nия\",RU,x\n");
        ShouldBe(_package.ReadSingle(), "P039", "zones.csv", 5, 8, "border_region");
    }

    [Theory]
    [InlineData("ru,Ru\"ssia,RU", 3, 6)]
    [InlineData("ru,\"Russia\"n,RU", 3, 12)]
    [InlineData("ru,\"Russia,RU", 3, 4)]
    public void Quotation_marks_that_do_not_pair(string row, int line, int column)
    {
        _package.Write("zones.csv", $"id,name,iso\nkz,Kazakhstan,KZ\n{row}\ncn,China,CN\n");
        ShouldBe(_package.ReadSingle(), "P031", "zones.csv", line, column, null);
        // Reading went on behind the broken row.
        _package.Read()!.Zones.Select(z => z.Id).ShouldBe(["kz", "cn"]);
    }

    [Fact]
    public void All_errors_of_a_row_are_found_at_once()
    {
        _package.Write("supplies.csv", "id,node,capacity,rate_unit,cost,price_unit,start,status\nKZ_field,,3,,20,USD/kcm@20C,01.02.2025,opperating\n");
        _package.Read();
        _package.Findings.Items.Select(f => (f.Code, f.Place.Line, f.Place.Column)).ShouldBe(
            [("P042", 2, 1), ("P038", 2, 29), ("P040", 2, 40), ("P041", 2, 11), ("P034", 2, 10)], ignoreOrder: true);
        _package.Findings.Items.Single(f => f.Code == "P042").Hint.ShouldBe("Write kz-field.");
        _package.Findings.Items.Single(f => f.Code == "P040").Hint.ShouldBe("Did you mean 'operating'?");
    }

    [Fact]
    public void Unknown_columns_and_tables_are_reported_and_have_no_effect()
    {
        _package.Write("zones.csv", "id,iso,colour\nkz,KZ,red\n");
        _package.Write("nodez.csv", "id\nx\n");
        _package.Read()!.Zones.Count.ShouldBe(1);
        _package.Findings.Items.Select(f => (f.Code, f.Severity)).ShouldBe([("P011", Severity.Warning), ("P020", Severity.Warning)]);
        _package.Findings.Items[0].Hint.ShouldBe("Did you mean 'nodes'?");
        _package.Findings.Items[1].Place.ShouldBe(new SourcePlace("zones.csv", 1, 8, "colour"));
    }

    [Fact]
    public void Unit_of_the_descriptor_is_honoured()
    {
        _package.Replace("datapackage.json", "\"unit\": \"km\"", "\"unit\": \"mi\"");
        _package.Read()!.Pipelines[0].Length!.Value.InKilometres().ShouldBe(1500 * 1.609344, 1e-9);
        _package.Findings.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Undeclared_unit_is_reported()
    {
        _package.Replace("datapackage.json", ", \"unit\": \"km\"", "");
        Finding finding = _package.ReadSingle();
        ShouldBe(finding, "P022", "datapackage.json", 11, 5, null);
        finding.Message.ShouldContain("length [km]");
    }

    [Fact]
    public void Descriptor_that_is_no_json()
    {
        _package.Write("datapackage.json", "{\n  \"name\": \"x\"\n  \"title\": \"y\"\n}");
        _package.Read().ShouldBeNull();
        ShouldBe(_package.Single(), "P004", "datapackage.json", 3, 3, null);
    }

    [Fact]
    public void Folder_without_descriptor()
    {
        File.Delete(_package.Path_("datapackage.json"));
        _package.Read().ShouldBeNull();
        ShouldBe(_package.Single(), "P003", "datapackage.json", 0, 0, null);
        _package.Single().Message.ShouldContain("7 CSV");
    }

    [Fact]
    public void Path_that_leads_out_of_the_package()
    {
        _package.Replace("datapackage.json", "\"zones.csv\"", "\"../zones.csv\"");
        _package.Read();
        ShouldBe(_package.Findings.Items[0], "P007", "datapackage.json", 7, 31, null);
    }

    [Fact]
    public void Listed_file_that_is_not_there()
    {
        _package.Replace("datapackage.json", "\"zones.csv\"", "\"zoned.csv\"");
        _package.Read();
        Finding finding = _package.Findings.Items.Single(f => f.Severity == Severity.Error);
        ShouldBe(finding, "P006", "datapackage.json", 7, 5, null);
        finding.Hint.ShouldBe("Did you mean 'zones.csv'?");
    }

    private static void ShouldBe(Finding finding, string code, string file, int line, int column, string? field)
    {
        finding.Code.ShouldBe(code, finding.ToString());
        finding.Place.ShouldBe(new SourcePlace(file, line, column, field), finding.ToString());
    }
}
