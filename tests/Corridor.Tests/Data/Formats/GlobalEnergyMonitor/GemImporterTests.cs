using System.Globalization;
using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Time;
using Corridor.Tests.Data.Formats.Workbooks;
using Corridor.Tests.Studies.Dispatch;

namespace Corridor.Tests.Data.Formats.GlobalEnergyMonitor;

public sealed class GemImporterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-gem-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Lines_are_joined_cut_where_others_meet_them_and_placed_in_their_countries()
    {
        EnergySystem system = Import(GemSamples.Gas).System;
        system.Pipelines.Select(p => p.Name).ShouldBe(["Trunk (1 of 2)", "Trunk (2 of 2)", "Branch, North", "Onward (1 of 2)", "Onward (2 of 2)", "Strange"]);
        Pipeline[] lines = [.. system.Pipelines];
        lines[0].To.ShouldBe(lines[1].From);
        lines[2].From.ShouldBe(lines[0].To, "the branch leaves the trunk where it passes");
        lines[3].From.ShouldBe(lines[1].To, "ends 4 km apart are one node");
        lines[4].From.ShouldBe(lines[3].To);
        Dictionary<string, Node> nodes = system.Nodes.ToDictionary(n => n.Id);
        lines.Select(p => $"{nodes[p.From].Zone} {nodes[p.To].Zone}").ShouldBe(["ru ru", "ru kz", "ru ru", "kz kz", "kz kz", "ru ru"]);
        nodes[lines[0].From].Name.ShouldBe("Alfagrad");
        (lines[0].Length!.Value.InKilometres() + lines[1].Length!.Value.InKilometres()).ShouldBe(450, 1e-2);
        lines[0].InnerDiameter!.Value.InMillimetres().ShouldBe(1020, 1e-6);
        lines[2].InnerDiameter!.Value.InMillimetres().ShouldBe(1016, 1e-6);
        lines[2].Status.ShouldBe(AssetStatus.Construction);
        lines[2].Start.ShouldBe(new DateOnly(2030, 1, 1));
        RoutePoint[] route = [.. system.RoutePoints.Where(r => r.Arc == lines[0].Id)];
        route.Select(r => r.Sequence).ShouldBe(Enumerable.Range(1, route.Length));
        (route[0].Lon, route[0].Lat).ShouldBe((60, 55));
    }

    [Fact]
    public void What_is_assumed_says_so_and_what_is_stated_names_its_row()
    {
        EnergySystem system = Import(GemSamples.Gas).System;
        Pipeline assumed = system.Pipelines.First(p => p.Name!.StartsWith("Onward", StringComparison.Ordinal));
        assumed.Basis.ShouldBe(Basis.Assumed);
        assumed.Note.ShouldBe("P3; gas.csv line 4; length along the route; assumed: no capacity is stated; 7.579 bcm@15C/year is the median of the 2 gas pipelines that state one");
        Claim claim = system.Claims.First(c => c.Subject == system.Pipelines[2].Id);
        (claim.AsPrinted, claim.UnitAsPrinted, claim.Place).ShouldBe(("500", "MMcf/d", "gas.csv line 3"));
        claim.Value.ShouldBe(system.Pipelines[2].Capacity.Value);
        system.Supplies.Select(s => s.Basis).Concat(system.Demands.Select(d => d.Basis)).ShouldAllBe(b => b == Basis.Assumed);
        system.Supplies.Select(s => s.Note).ShouldAllBe(n => n!.StartsWith("assumed, not stated by the tracker", StringComparison.Ordinal));
        // The trunk begins where nothing ends; the onward line ends where nothing begins; Strange is a network of its own.
        system.Supplies.Select(s => s.Node).ShouldBe([system.Pipelines[0].From, system.Pipelines[5].From]);
        system.Demands.Select(d => d.Node).ShouldBe([system.Pipelines[4].To, system.Pipelines[5].To]);
        system.Demands[0].AnnualVolume.ToString().ShouldBe("3.7895 bcm@15C");
    }

    [Fact]
    public void Owners_become_actors_with_their_shares()
    {
        EnergySystem system = Import(GemSamples.Gas).System;
        Dictionary<string, string?> names = system.Actors.ToDictionary(a => a.Id, a => a.Name);
        names[system.Pipelines[0].Owner!].ShouldBe("Owners of Trunk");
        names[system.Pipelines[2].Owner!].ShouldBe("Gamma");
        system.Ownerships.Select(o => $"{names[o.Owner]} {names[o.Owned]} {o.Share.ToString(CultureInfo.InvariantCulture)}").ShouldBe(["Alpha Owners of Trunk 0.6", "Beta Owners of Trunk 0.4", "Delta Gamma 0.51"]);
    }

    [Fact]
    public void Every_row_is_mapped_or_named_with_its_reason()
    {
        var findings = new FindingList();
        FidelityReport report = Import(GemSamples.Gas, findings).Fidelity;
        GemSamples.RowsOf(report).ShouldBe(10);
        report.Entries.Where(e => e.Attribute.Length == 0).Select(e => $"{e.Kind} {e.Count} {e.Note}").ShouldBe(
            [
                "Dropped 1 its country is not known", "Dropped 1 its route or place is broken", "Dropped 1 its route is a single point", "Dropped 1 its status is not known",
                "Dropped 1 an earlier row of the table has the same id", "Dropped 1 cancelled, it was never built", "Exact 4 ",
            ]);
        findings.Items.Where(f => f.Severity == Severity.Warning).Select(f => $"{f.Code} {f.Place} {f.Place.Field}: {f.Message}").ShouldBe(
            [
                "G025 gas.csv:6 Countries: 'Atlantis' is no country that is known.",
                "G025 gas.csv:7 WKTFormat: The route or place cannot be read: character 18 begins no point on the earth.",
                "G025 gas.csv:8 WKTFormat: The route is a single point.",
                "G026 gas.csv:9 CapacityUnits: 'hogsheads/fortnight' is no unit that is known for the capacity of gas pipelines; rows with it count as having none.",
                "G025 gas.csv:11 Status: 'dreamt' is no status that is known.",
            ]);
        findings.Items.Where(f => f.Code == "G018").Select(f => f.Message).ShouldBe(
            ["1 of the gas pipelines are left out: an earlier row of the table has the same id. Lines 10.", "1 of the gas pipelines are left out: cancelled, it was never built. Lines 5."]);
    }

    [Fact]
    public void Every_filled_cell_of_a_row_that_came_over_is_counted()
    {
        FidelityReport report = Import(GemSamples.Coal).Fidelity;
        foreach (string column in GemSamples.Coal.Split('\n')[0].Split(','))
        {
            int filled = GemSamples.Coal.Split('\n')[1..4].Count(r => r.Split(',')[Array.IndexOf(GemSamples.Coal.Split('\n')[0].Split(','), column)].Length > 0);
            string[] names = column switch { "owner" => ["owner"], "capacity-(mt)" => ["capacity", column], _ => [column] };
            report.Entries.Where(e => names.Contains(e.Attribute) && e.Kind != FidelityKind.Defaulted).Sum(e => e.Count).ShouldBe(filled, column);
        }
    }

    [Fact]
    public void Terminals_join_the_lines_and_the_whole_is_dispatched()
    {
        var findings = new FindingList();
        string[] files = [Save("gas.csv", GemSamples.Gas), Save("lng.csv", GemSamples.Lng), Save("oil.csv", GemSamples.Oil), Save("coal.csv", GemSamples.Coal)];
        ImportResult result = GemSamples.Import(findings, "", files).ShouldNotBeNull();
        EnergySystem system = result.System;
        GemSamples.RowsOf(result.Fidelity).ShouldBe(10 + 4 + 3 + 3);
        Converter[] terminals = [.. system.Converters];
        terminals.Select(c => c.Kind).ShouldBe([ConverterKind.Regasification, ConverterKind.Regasification, ConverterKind.Liquefaction]);
        terminals[0].Capacity.ToString().ShouldBe("4 Mt/year");
        // 1.36 bcm at 15 °C are 1.3836 at 20 °C; at 37.3 MJ/m³ the heat of 0.949 Mt of 54.4 MJ/kg.
        terminals[1].Capacity.Value.ShouldBe(1.36 * 293.15 / 288.15 * 37.3 / 54.4, 1e-9);
        system.ConverterFlows.Single(f => f.Converter == terminals[0].Id && f.Side == FlowSide.Out).Node.ShouldBe(system.Pipelines.Single(p => p.Name == "Onward (2 of 2)").To);
        system.ConverterFlows.Single(f => f.Converter == terminals[2].Id && f.Side == FlowSide.In).Node.ShouldBe(system.Pipelines[0].From);
        system.Pipelines.Single(p => p.Name == "Elsewhere").Note.ShouldBe("oil.csv line 4; length along the route");
        Node elsewhere = system.Nodes.Single(n => n.Id == system.Pipelines.Single(p => p.Name == "Elsewhere").To);
        elsewhere.Zone.ShouldBe("ru", "no country is stated: that of the nearest line");
        system.Transports.Select(t => $"{t.Name} {t.Capacity} {t.Status} {t.End}").Where((_, i) => i % 2 == 0).ShouldBe(
            ["Black Bay, unloading 12 Mt/year Operating ", "Black Bay, unloading 8.5 Mt/year Operating ", $"Black Bay, unloading 5 Mt/year Retired {new DateOnly(1991, 1, 1)}"]);
        PackageValidator.Validate(system, new PackagePlaces(), findings);
        findings.Items.Where(f => f.Severity == Severity.Error).ShouldBeEmpty();
        SmallSystem.Solve(system, 365, TimeStep.Month, new DateOnly(2025, 1, 1)).Objective.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("RU", 2, "Trunk (1 of 2)")]
    [InlineData("KZ", 2, "Trunk")]
    public void Countries_select_rows_by_any_of_their_countries(string country, int others, string first)
    {
        ImportResult result = Import(GemSamples.Gas, new FindingList(), country);
        GemSamples.RowsOf(result.Fidelity).ShouldBe(10);
        GemSamples.RowsOf(result.Fidelity, e => e.Note.StartsWith("not in the countries asked for", StringComparison.Ordinal)).ShouldBe(others);
        result.System.Pipelines[0].Name.ShouldBe(first);
        result.System.Zones.Select(z => z.Iso).ShouldBe(["RU", "KZ"]);
    }

    [Theory]
    [InlineData("100", "bcm/y of gas", "100 bcm@15C/year")]
    [InlineData("1,200", "MMcf/d", "33.914827")]
    [InlineData("1200000", "Mcf/d", "33.914827")]
    [InlineData("30", "million cubic metres per day", "30 mcm@15C/d")]
    [InlineData("30", "million m³/day", "30 mcm@15C/d")]
    [InlineData("7e-2", "bcm", "0.07 bcm@15C/year")]
    [InlineData("100", "GWh/d", "100 GWh_gross/d")]
    [InlineData("1000", "boe/d", "5800 MMBtu_gross/d")]
    public void Capacities_come_in_many_units(string figure, string unit, string rate)
    {
        string text = $"name,status,countries,capacity,capacity units,route\nLine,operating,Russia,\"{figure}\",{unit},\"LINESTRING (60 55, 62 54)\"\n";
        Import(text).System.Pipelines[0].Capacity.ToString().ShouldStartWith(rate);
    }

    [Fact]
    public void Encodings_separators_and_workbooks_give_the_same_package()
    {
        const string Table = "id;name;status;areas;capacity;capacity-table;owner;geometry\nP1;Größe—管道;operating;Türkiye;3;3 bcm/y of gas;国家 [100.00%];LINESTRING (30 40, 31 40)\n";
        string[] tables = [Table, Table.Replace(';', '\t'), string.Join('\n', Table.TrimEnd().Split('\n').Select(r => string.Join(',', r.Split(';').Select(c => $"\"{c}\"")))) + "\r\n"];
        var made = new List<string>();
        foreach (string table in tables)
        {
            foreach (Encoding encoding in (Encoding[])[new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, new UnicodeEncoding(false, false), new UnicodeEncoding(true, false)])
                made.Add(Import(GemSamples.Save(_folder, "t.csv", table, encoding)));
        }

        string book = WorkbookParts.Of(Table.TrimEnd().Split('\n').Select(r => (IReadOnlyList<object?>)[.. r.Split(';').Select(c => c == "3" ? 3.0 : (object?)c)])).Save(_folder, "t.xlsx");
        made.Add(Import(book));
        made.Distinct().ShouldBe(["Größe—管道|3 bcm@15C/year|国家|tr"]);

        static string Import(string path)
        {
            EnergySystem system = GemSamples.Import(new FindingList(), "", path).ShouldNotBeNull().System;
            return $"{system.Pipelines[0].Name}|{system.Pipelines[0].Capacity}|{system.Actors[0].Name}|{system.Zones[0].Id}";
        }
    }

    [Fact]
    public void The_same_files_give_the_same_package()
    {
        string[] files = [Save("gas.csv", GemSamples.Gas), Save("lng.csv", GemSamples.Lng), Save("oil.csv", GemSamples.Oil)];
        string?[] hashes = [.. Enumerable.Range(0, 2).Select(i =>
        {
            string target = Path.Combine(_folder, "out" + i.ToString(CultureInfo.InvariantCulture));
            PackageWriter.Write(GemSamples.Import(new FindingList(), "RU", files).ShouldNotBeNull().System, target);
            return PackageHash.Compute(target, new FindingList());
        })];
        hashes[0].ShouldBe(hashes[1]);
    }

    private ImportResult Import(string text, FindingList? findings = null, string countries = "") =>
        GemSamples.Import(findings ?? new FindingList(), countries, Save("gas.csv", text)).ShouldNotBeNull();

    private string Save(string name, string text) => GemSamples.Save(_folder, name, text);
}
