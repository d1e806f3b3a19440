using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.MappedCsv;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;

namespace Corridor.Tests.Data.Formats.MappedCsv;

public sealed class MappedCsvImporterTests : IDisposable
{
    private const string Head = "package: mine\ncurrency: EUR\nsource: {id: registry, title: Register of plants}\ntables:\n";

    private const string Places = """
        - file: places.csv
          table: nodes
          separator: ";"
          columns:
            id: {column: Ort, make: id}
            name: Ort
            carrier: {value: electricity}
            zone: {column: Land, values: {Deutschland: de, Polen: pl}}

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-csv-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Names_become_ids_words_become_values_and_figures_change_their_unit()
    {
        Write("places.csv", "Ort;Land;Bemerkung\nKöln;Deutschland;x\nŁódź;Polen;\n");
        Write("lines.csv", "von;nach;km;kV;MVA\nKöln;Łódź;1.234,5;380000;1.500\n");
        ImportResult result = Import(Head + Places + """
            - file: lines.csv
              table: power_lines
              separator: ";"
              decimal: ","
              columns:
                id: {column: von, make: id, prefix: line}
                from: {column: von, make: id}
                to: {column: nach, make: id}
                kind: {value: ac}
                length: km
                voltage: {column: kV, unit: V}
                rating: {column: MVA, factor: 0.9}

            """).ShouldNotBeNull();
        result.System.Nodes.Select(n => (n.Id, n.Name, n.Zone)).ShouldBe([("koln", "Köln", "de"), ("lodz", "Łódź", "pl")]);
        PowerLine line = result.System.PowerLines.ShouldHaveSingleItem();
        (line.Id, line.From, line.To, line.Kind).ShouldBe(("line-koln", "koln", "lodz", PowerLineKind.Ac));
        line.Length!.Value.InKilometres().ShouldBe(1234.5, 1e-9);
        line.Voltage!.Value.ShouldBe(380, 1e-9);
        line.Rating.InMegawatts().ShouldBe(1350, 1e-9);
        (line.Source, line.Note).ShouldBe(("registry", "lines.csv line 2"));
        result.Fidelity.Entries.Single(e => e.Kind == FidelityKind.Dropped).Attribute.ShouldBe("Bemerkung");
    }

    [Fact]
    public void A_wrong_cell_is_found_on_its_own_line()
    {
        Write("plants.csv", "name,mw,where\nA,10,koln\n\n\"B\nC\",ten,koln\n");
        Import(Head + """
            - file: plants.csv
              table: supplies
              columns: {id: {column: name, make: id}, node: where, capacity: {column: mw, unit: MW}}

            """, out FindingList findings).ShouldBeNull();
        Finding finding = findings.Items.ShouldHaveSingleItem();
        (finding.Place.File, finding.Place.Line, finding.Place.Field).ShouldBe(("plants.csv", 4, "capacity"));
    }

    [Fact]
    public void A_cell_that_is_no_number_with_a_decimal_comma_is_one_finding_that_names_it()
    {
        Write("plants.csv", "name;mw;where\nA;10;koln\nB;1.5x;koln\n");
        Import(Head + """
            - file: plants.csv
              table: supplies
              separator: ";"
              decimal: ","
              columns: {id: {column: name, make: id}, node: where, capacity: {column: mw, unit: MW}}

            """, out FindingList findings).ShouldBeNull();
        Finding finding = findings.Items.ShouldHaveSingleItem();
        (finding.Code, finding.Place.Line, finding.Place.Column, finding.Place.Field).ShouldBe(("G008", 3, 3, "mw"));
        finding.Message.ShouldContain("'1.5x' in mw");
        finding.Message.ShouldContain("'x' is no digit");
    }

    [Theory]
    [InlineData("package: x\n")]
    [InlineData("- a\n")]
    [InlineData("package: x\nsource: {id: a, title: b}\ntables: [{file: a.csv, table: nothing, columns: {id: a}}]\n")]
    [InlineData("package: x\nsource: {id: a, title: b}\ntables: [{file: a.csv, table: nodes, columns: {idd: a}}]\n")]
    [InlineData("package: x\nsource: {id: a, title: b}\ntables: [{file: a.csv, table: nodes, columns: {id: {column: a, value: b}}}]\n")]
    [InlineData("package: x\nsource: {id: a, title: b}\ntables: [{file: a.csv, table: nodes, separator: '#', columns: {id: a}}]\n")]
    [InlineData("package: x\nsource: {id: a, title: b}\ntables: [{file: ../a.csv, table: nodes, columns: {id: a}}]\n")]
    [InlineData("package: x\nsource: {id: a, title: b}\ntables: [{file: 'a\\..\\b.csv', table: nodes, columns: {id: a}}]\n")]
    [InlineData("package: x\nsource: {id: a, title: b}\ntables: [{file: 'C:a.csv', table: nodes, columns: {id: a}}]\n")]
    [InlineData("package: x\nsource: {id: a, title: b}\ntables: [{file: a.csv, table: nodes, columns: {id: {column: a, values: {x: one, X: two}}}}]\n")]
    [InlineData("package: x\nsource: {id: a, title: b}\ntables: [{file: a.csv, table: nodes, columns: {id: {column: a, unit: MW}}}]\n")]
    [InlineData("package: x\nsource: {id: a, title: b}\ntables: [{file: a.csv, table: nodes, columns: {id: {column: a, factor: 2}}}]\n")]
    [InlineData("package: x\nsource: {id: a, title: b}\ntables: [{file: a.csv, table: supplies, columns: {id: a, capacity: {column: a, unit: MW}, rate_unit: a}}]\n")]
    [InlineData("package: x\nsource: {id: a, title: b}\ntables: [{file: a.csv, table: supplies, columns: {id: a, capacity: {column: a, unit: MW}, min_output: {column: a, unit: GW}}}]\n")]
    [InlineData("package: x\nsource: {id: a, title: b}\ntables: [{file: missing.csv, table: nodes, columns: {id: a}}]\n")]
    [InlineData("package: x\nsource: {id: a, title: b}\ntables: [{file: a.csv, table: nodes, columns: {id: other}}]\n")]
    [InlineData("package: x\nsource: {id: a, title: b}\ntables: [{file: a.csv, table: power_lines, columns: {id: a, voltage: {column: a, unit: bar}}}]\n")]
    [InlineData(": : :")]
    public void A_wrong_mapping_is_a_finding_of_its_own_file(string mapping)
    {
        Write("a.csv", "a\nx\n");
        Import(mapping, out FindingList findings).ShouldBeNull();
        findings.HasErrors.ShouldBeTrue();
        findings.Items.ShouldAllBe(f => f.Place.Line > 0 || f.Code == "G001");
    }

    [Fact]
    public void A_folder_whose_name_begins_like_the_one_imported_is_outside()
    {
        string other = _folder + "-2";
        Directory.CreateDirectory(other);
        try
        {
            File.WriteAllText(Path.Combine(other, "a.csv"), "a\nx\n");
            Import($"package: x\nsource: {{id: a, title: b}}\ntables: [{{file: ../{Path.GetFileName(other)}/a.csv, table: zones, columns: {{id: a, name: a}}}}]\n", out FindingList findings).ShouldBeNull();
            findings.Items.ShouldHaveSingleItem().Code.ShouldBe("G010");
        }
        finally
        {
            Directory.Delete(other, recursive: true);
        }
    }

    [Fact]
    public void A_constant_is_converted_from_its_unit_as_a_figure_of_the_file_is()
    {
        Write("lines.csv", "name\nline\n");
        PowerLine line = Import(Head + """
            - file: lines.csv
              table: power_lines
              decimal: ","
              columns: {id: name, from: {value: Nord Ost, make: id}, to: {value: b}, kind: {value: ac}, voltage: {value: 380000.5, unit: V}, rating: {value: 10, factor: 3}}

            """).ShouldNotBeNull().System.PowerLines.ShouldHaveSingleItem();
        (line.From, line.Voltage!.Value, line.Rating.InMegawatts()).ShouldBe(("nord-ost", 380.0005, 30));
    }

    [Fact]
    public void A_workbook_in_place_of_a_CSV_file_is_one_finding()
    {
        File.WriteAllBytes(Path.Combine(_folder, "a.csv"), [(byte)'P', (byte)'K', 3, 4, 20, 0, .. Enumerable.Repeat("\0\n\"x"u8.ToArray(), 500).SelectMany(b => b)]);
        Import("package: x\nsource: {id: a, title: b}\ntables: [{file: a.csv, table: zones, columns: {id: a}}]\n", out FindingList findings).ShouldBeNull();
        Finding finding = findings.Items.ShouldHaveSingleItem();
        (finding.Code, finding.Message).ShouldBe(("G004", "'a.csv' is a zip file or workbook; a file of text is expected."));
    }

    [Fact]
    public void Without_a_mapping_it_is_said_where_one_is_looked_for()
    {
        var findings = new FindingList();
        new MappedCsvImporter().Import(new ImportRequest(_folder), findings, default).ShouldBeNull();
        findings.Items.ShouldHaveSingleItem().Code.ShouldBe("G019");
    }

    private ImportResult? Import(string mapping) => Import(mapping, out _);

    private ImportResult? Import(string mapping, out FindingList findings)
    {
        Write("mapping.yaml", mapping);
        return new MappedCsvImporter().Import(new ImportRequest(_folder), findings = new FindingList(), default);
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);
}
