using System.Text;
using Corridor.Data.Packages;
using Corridor.Model.Findings;

namespace Corridor.Tests.Data.Packages;

/// <summary>Each kind of finding of the reader, alone and at its place; those with tests of their own elsewhere are listed at the end.</summary>
public sealed class ReaderFindingTests : IDisposable
{
    private readonly TemporaryPackage _package = new();

    public void Dispose() => _package.Dispose();

    public static TheoryData<string, string, int, int, Action<TemporaryPackage>> Cases() => new()
    {
        { "P005", "datapackage.json", 1, 1, p => p.Replace("datapackage.json", "\"name\": \"test\",", "") },
        { "P005", "datapackage.json", 4, 28, p => p.Replace("datapackage.json", "\"USD\"", "\"dollars\"") },
        { "P005", "datapackage.json", 4, 43, p => p.Replace("datapackage.json", "2025-01-01", "1.1.2025") },
        { "P005", "datapackage.json", 4, 63, p => p.Replace("datapackage.json", "2026-01-01", "2025-01-01") },
        { "P008", "datapackage.json", 15, 52, p => p.Replace("datapackage.json", "\"sources.csv\"}", "\"sources.csv\"},    {\"name\": \"budget\", \"path\": \"budget.csv\"}") },
        { "P009", "datapackage.json", 15, 52, p => p.Replace("datapackage.json", "\"sources.csv\"}", "\"sources.csv\"},    {\"name\": \"sources\", \"path\": \"sources.csv\"}") },
        { "P010", "outages.csv", 0, 0, p => p.Write("outages.csv", "id,asset\no1,kz-line\n") },
        { "P011", "budget.csv", 0, 0, p => p.Write("budget.csv", "x\n") },
        { "P015", "zones.csv", 1, 1, p => p.Write("zones.csv", "\n\n") },
        { "P016", "datapackage.json", 7, 56, p => p.Replace("datapackage.json", "\"zones.csv\"", "\"zones.csv\", \"encoding\": \"cp1251\"") },
        { "P017", "datapackage.json", 7, 69, p => p.Replace("datapackage.json", "\"zones.csv\"", "\"zones.csv\", \"dialect\": {\"delimiter\": \";\"}") },
        { "P017", "zones.csv", 1, 1, p => p.Write("zones.csv", "id\tiso\nkz\tKZ\n") },
        { "P019", "zones.csv", 1, 8, p => p.Write("zones.csv", "id,iso,iso\nkz,KZ,KZ\n") },
        { "P020", "zones.csv", 1, 8, p => p.Write("zones.csv", "id,iso,\nkz,KZ,\n") },
        { "P021", "datapackage.json", 12, 7, p => p.Replace("datapackage.json", "{\"name\": \"id\", \"type\": \"string\"}", "{\"name\": \"width\"}") },
        { "P023", "datapackage.json", 12, 54, p => p.Replace("datapackage.json", "{\"name\": \"id\", \"type\": \"string\"}", "{\"name\": \"capacity\", \"type\": \"number\", \"unit\": \"bcm@20C/year\"}") },
        { "P024", "datapackage.json", 13, 38, p => { p.Replace("pipelines.csv", "length", "fuel_share"); p.Replace("pipelines.csv", "1500", "0.01"); p.Replace("datapackage.json", "\"length\", \"type\": \"number\", \"unit\": \"km\"", "\"fuel_share\", \"unit\": \"per cents\""); } },
        { "P027", "datapackage.json", 12, 7, p => p.Replace("datapackage.json", "\"type\": \"string\"", "\"type\": \"integer\"") },
        { "P028", "datapackage.json", 4, 15, p => p.Replace("datapackage.json", "\"currency\": \"USD\", ", "") },
        { "P029", "datapackage.json", 4, 46, p => p.Replace("datapackage.json", "\"USD\", ", "\"USD\", \"horizon\": 1, ") },
        { "P030", "zones.csv", 3, 4, p => p.Write("zones.csv", "id,name,iso\nkz,Kazakhstan,KZ\nru,Russia\n") },
        { "P033", "zones.csv", 2, 5, p => p.Write("zones.csv", "id,iso\nkz,K\u0001\n") },
        { "P034", "demands.csv", 2, 19, p => p.Replace("demands.csv", "household", "") },
        { "P037", "price_formula_terms.csv", 2, 7, p => p.Add("price_formula_terms", "formula,index,slope,averaging,lag,reset\nf,i,1,1.5,0,3\n") },
        { "P038", "outages.csv", 2, 12, p => p.Add("outages", "id,asset,planned_start\no1,kz-line,1/5/2025\n") },
        { "P039", "demands.csv", 2, 45, p => p.Write("demands.csv", "id,node,sector,annual_volume,amount_unit,curtailment_cost,protected,price_unit\nkz-homes,kz-north,household,1.2,bcm@20C,900,yes,USD/kcm@20C\n") },
        { "P040", "demands.csv", 2, 19, p => p.Replace("demands.csv", "household", "houshold") },
        { "P041", "demands.csv", 2, 29, p => p.Replace("demands.csv", "bcm@20C,", ",") },
        { "P042", "zones.csv", 3, 1, p => p.Write("zones.csv", "id,iso\nkz,KZ\nКазахстан,KZ\n") },
        { "P044", "rules.csv", 2, 21, p => p.Add("rules", "id,effect,start,exempt\nr,forbid,2025-01-01,a;;b\n") },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void One_thing_wrong_is_one_finding(string code, string file, int line, int column, Action<TemporaryPackage> breakIt)
    {
        breakIt(_package);
        _package.Read().ShouldNotBeNull();
        Finding finding = _package.Findings.Items.ShouldHaveSingleItem(string.Join('\n', _package.Findings.Items));
        finding.Code.ShouldBe(code, finding.ToString());
        (finding.Place.File, finding.Place.Line, finding.Place.Column).ShouldBe((file, line, column), finding.ToString());
        finding.Severity.ShouldBe(PackageFindings.All.Single(k => k.Code == code).Severity);
    }

    [Fact]
    public void A_file_above_the_limit_is_not_opened()
    {
        using (FileStream stream = File.Create(_package.Path_("zones.csv")))
            stream.SetLength((256L << 20) + 1);
        _package.ReadSingle().Code.ShouldBe("P014");
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_no_crash()
    {
        File.Delete(_package.Path_("zones.csv"));
        Directory.CreateDirectory(_package.Path_("zones.csv"));
        _package.ReadSingle().Code.ShouldBe("P006");
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_a_finding()
    {
        // Whoever runs the test may be allowed to read everything: a file that another handle holds is refused to anyone.
        using var held = new FileStream(_package.Path_("zones.csv"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        _package.ReadSingle().Code.ShouldBe("P002");
    }

    [Fact]
    public void A_table_with_200_broken_rows_is_read_no_further()
    {
        var text = new StringBuilder("id,iso,border_region\n");
        for (int i = 0; i < 1000; i++)
            text.Append("z,KZ,maybe\n");
        _package.Write("zones.csv", text.ToString());
        _package.Read();
        _package.Findings.Count("P039").ShouldBe(200);
        _package.Findings.Items[^1].Code.ShouldBe("P043");
        _package.Findings.Items[^1].Place.Line.ShouldBe(201);
    }

    [Fact]
    public void Every_kind_of_finding_has_a_test()
    {
        string[] elsewhere =
        [
            "P001", "P012", "P013", "P032", // large inputs, archives
            "P003", "P004", "P006", "P007", "P018", "P022", "P025", "P026", "P031", "P035", "P036", // broken packages
            "P002", "P014", "P043", // above
            "P045", // scaffold
            "P046", // the medium refuses to write: not made to happen here
        ];
        Cases().Select(row => (string)row[0]).Concat(elsewhere).Distinct().ShouldBe(PackageFindings.All.Select(k => k.Code), ignoreOrder: true);
    }
}
