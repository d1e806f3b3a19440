using System.Text;
using Corridor.Data.Scenarios;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Data.Scenarios;

public sealed class ScenarioReaderTests
{
    private const string Head = "title: T\nchanges:\n";

    [Fact]
    public void A_scenario_is_read_with_its_horizon_and_the_places_of_its_changes()
    {
        Scenario scenario = Read("""
            name: cut
            title: A cut
            question: What if?
            from: 2025-01-01
            to: 2025-02-01
            step: week
            changes:
              - outage: [a, b]
                from: 2025-01-13
                to: 2025-01-27
                share: 0.25
                source: s
                note: "assumed: all of it"
              - demand: {zone: kz, carrier: gas}
                factor: 1.2
            """, out IReadOnlyList<Finding> findings, "cut").ShouldNotBeNull();
        findings.ShouldBeEmpty();
        (scenario.Name, scenario.Title, scenario.Question, scenario.Step).ShouldBe(("cut", "A cut", "What if?", TimeStep.Week));
        (scenario.From, scenario.To).ShouldBe((new DateOnly(2025, 1, 1), new DateOnly(2025, 2, 1)));
        OutageChange outage = scenario.Changes[0].ShouldBeOfType<OutageChange>();
        outage.Assets.Ids.Select(i => i.Text).ShouldBe(["a", "b"]);
        (outage.Share, outage.Source, outage.Note, outage.Place.ToString()).ShouldBe((0.25, "s", "assumed: all of it", "cut.yaml:8:5"));
        outage.Window.ShouldBe(new DateWindow(new DateOnly(2025, 1, 13), new DateOnly(2025, 1, 27)));
        scenario.Changes[1].ShouldBeOfType<DemandChange>().Rows.Zone!.Value.Place.ToString().ShouldBe("cut.yaml:14:20");
    }

    [Theory]
    [InlineData("", "S008")]
    [InlineData("# only a remark\n", "S008")]
    [InlineData("- a\n", "S009")]
    [InlineData("text", "S009")]
    [InlineData("changes: []\n", "S008 S014")]
    [InlineData("title: T\n", "S014")]
    [InlineData("title: T\nchanges: none\n", "S009")]
    [InlineData("title: [T]\nchanges:\n - outage: a\n", "S009")]
    [InlineData("title: T\ntitle: U\nchanges:\n - outage: a\n", "S006")]
    [InlineData("title: T\ntitel: U\nchanges:\n - outage: a\n", "S007")]
    [InlineData("title: T\nname: other\nchanges:\n - outage: a\n", "S013")]
    [InlineData("title: T\nname: A B\nchanges:\n - outage: a\n", "S013")]
    [InlineData("title: T\nstep: year\nchanges:\n - outage: a\n", "S010")]
    [InlineData("title: T\nfrom: 1.2.2025\nchanges:\n - outage: a\n", "S010")]
    [InlineData("title: T\nfrom: 2025-02-01\nto: 2025-02-01\nchanges:\n - outage: a\n", "S012")]
    [InlineData("title: T\n\tchanges: 1\n", "S002")]
    [InlineData("title: 'T\n", "S002")]
    [InlineData("title: T: U\n", "S002")]
    [InlineData("title: &t T\nquestion: *t\n", "S005")]
    [InlineData("title: !!binary aGk=\n", "S005")]
    [InlineData("title: T\n---\ntitle: U\n", "S005")]
    [InlineData("? [a]\n: b\n", "S002")]
    [InlineData(Head + " - outage\n", "S009")]
    [InlineData(Head + " - {}\n", "S011")]
    [InlineData(Head + " - outag: a\n", "S011")]
    [InlineData(Head + " - outage: a\n   capacity: b\n   value: 3\n", "S011")]
    [InlineData(Head + " - outage:\n", "S008")]
    [InlineData(Head + " - outage: {}\n", "S008")]
    [InlineData(Head + " - outage: {zon: a}\n", "S007 S008")]
    [InlineData(Head + " - outage: a\n   share: 2\n", "S010")]
    [InlineData(Head + " - outage: a\n   share: 50%\n", "S010")]
    [InlineData(Head + " - outage: a\n   from: 2025-02-01\n   to: 2025-01-01\n", "S012")]
    [InlineData(Head + " - outage: a\n   share: [1]\n", "S009")]
    [InlineData(Head + " - capacity: a\n", "S008")]
    [InlineData(Head + " - capacity: a\n   value: 3\n   factor: 2\n", "S011")]
    [InlineData(Head + " - capacity: a\n   factor: -1\n", "S010")]
    [InlineData(Head + " - capacity: [a, [b]]\n   factor: 1\n", "S009")]
    [InlineData(Head + " - add: pipelines\n", "S009")]
    [InlineData(Head + " - add: {table: pipelines}\n", "S008")]
    [InlineData(Head + " - add: {row: {id: x}}\n", "S008")]
    [InlineData(Head + " - contract: k\n", "S008")]
    [InlineData(Head + " - contract: k\n   aqc: 3\n", "S007 S008")]
    [InlineData(Head + " - rule: r\n   off: yes\n", "S008 S010")]
    [InlineData(Head + " - channel: c\n   open: true\n", "S007 S008")]
    [InlineData(Head + " - weather: z\n", "S008")]
    [InlineData(Head + " - weather: z\n   demand: {housholds: 2}\n", "S010")]
    [InlineData(Head + " - weather: z\n   temperature: {normal: 20, actual: 1, share: {household: 1}}\n", "S010")]
    [InlineData(Head + " - weather: z\n   temperature: {actual: 1}\n", "S008")]
    [InlineData(Head + " - set: {table: t, id: i}\n", "S008")]
    public void What_is_wrong_is_found_with_its_place_and_nothing_is_thrown(string yaml, string codes)
    {
        Read(yaml, out IReadOnlyList<Finding> findings);
        string.Join(' ', findings.Select(f => f.Code).Distinct().Order()).ShouldBe(codes, string.Join('\n', findings));
        findings.ShouldAllBe(f => f.Place.File == "test.yaml" && f.Place.Line > 0 && f.Message.Length > 10);
    }

    [Fact]
    public void Misspelt_keys_come_with_the_near_one()
    {
        Read("titel: T\ntitle: T\nchanges:\n - outage: a\n   shre: 0.5\n", out IReadOnlyList<Finding> findings);
        findings.Select(f => f.Hint).Order().ShouldBe(["Did you mean 'share'?", "Did you mean 'title'?"]);
    }

    [Fact]
    public void Hostile_files_are_refused_within_bounds()
    {
        Codes(new byte[(1 << 20) + 1]).ShouldBe("S004");
        Codes("title: T\0\n"u8.ToArray()).ShouldBe("S003");
        Codes([0x74, 0xFF, 0xFE, 0x0A]).ShouldBe("S003");
        Codes(Encoding.UTF8.GetBytes(new string('[', 100_000))).ShouldBe("S004");
        Codes(Encoding.UTF8.GetBytes("a: " + new string('{', 5000))).ShouldBe("S004");
        Codes(Encoding.UTF8.GetBytes("changes: [" + string.Join(',', Enumerable.Repeat("1", 60_000)) + "]")).ShouldBe("S004");
        Codes(Encoding.UTF8.GetBytes("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n")).ShouldBe("S005");
        Codes(Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Repeat(" - outage: [[]]\n", 3000)))).ShouldBe("S009");
    }

    [Fact]
    public void No_bytes_throw()
    {
        byte[] alphabet = Encoding.UTF8.GetBytes("abc:-[]{},&*!|>'\"%@`#?\n\t 0~é");
        Gen<byte[]> bytes = Gen.Choose(0, alphabet.Length - 1).Select(i => alphabet[i]).ListOf().Select(l => l.ToArray());
        Prop.ForAll(bytes.ToArbitrary(), text =>
        {
            var findings = new FindingList();
            Scenario? scenario = ScenarioReader.Read("x.yaml", "x", text, findings);
            return scenario is not null || findings.HasErrors;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(7UL, 9UL));
    }

    [Fact]
    public void A_file_that_is_not_there_is_found()
    {
        var findings = new FindingList();
        ScenarioReader.Read("nowhere.yaml", findings).ShouldBeNull();
        findings.Items.ShouldHaveSingleItem().Code.ShouldBe("S001");
    }

    private static string Codes(byte[] bytes)
    {
        var findings = new FindingList();
        ScenarioReader.Read("test.yaml", "test", bytes, findings);
        findings.Items.Count.ShouldBeLessThanOrEqualTo(FindingList.Limit + 1);
        return string.Join(' ', findings.Items.Select(f => f.Code).Distinct());
    }

    private static Scenario? Read(string yaml, out IReadOnlyList<Finding> found, string name = "test")
    {
        var findings = new FindingList();
        Scenario? scenario = ScenarioReader.Read(name + ".yaml", name, Encoding.UTF8.GetBytes(yaml), findings);
        found = findings.Items;
        return scenario;
    }
}
