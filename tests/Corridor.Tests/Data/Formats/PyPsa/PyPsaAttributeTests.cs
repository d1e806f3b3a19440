using System.Globalization;
using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa;
using Corridor.Data.Formats.PyPsa.Attributes;
using Corridor.Data.Packages;
using Corridor.Model.Findings;
using Corridor.Tests.Architecture;
using Corridor.Tests.Numerics;

namespace Corridor.Tests.Data.Formats.PyPsa;

public class PyPsaAttributeTests
{
    [SkippableFact]
    public void Every_attribute_of_the_format_is_in_the_table_with_its_default()
    {
        string folder = Path.Combine(ReferenceData.Folder("pypsa"), "component-attributes", "component_attrs");
        foreach (string file in Directory.EnumerateFiles(folder, "*.csv"))
        {
            string list = Path.GetFileNameWithoutExtension(file);
            List<string[]> rows = Rows(file);
            foreach (string[] row in rows.Skip(1))
            {
                PyPsaAttribute attribute = PyPsaAttributes.All.FirstOrDefault(a => a.List == list && a.Name == row[0]).ShouldNotBeNull($"{list} {row[0]}");
                (attribute.Fate == PyPsaFate.Result).ShouldBe(row[5].StartsWith("Output", StringComparison.Ordinal), $"{list} {row[0]}");
                attribute.IsSeries.ShouldBe(row[1].Contains("series", StringComparison.Ordinal), $"{list} {row[0]}");
                if (attribute.Kind == PyPsaKind.Number && double.TryParse(row[3].Replace("inf", "∞", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out double expected))
                    attribute.DefaultNumber.ShouldBe(expected, $"{list} {row[0]}");
                if (attribute.Kind == PyPsaKind.Flag)
                    attribute.DefaultNumber.ShouldBe(row[3] == "True" ? 1 : 0, $"{list} {row[0]}");
            }
        }
    }

    [SkippableFact]
    public void The_standard_types_are_those_of_the_format()
    {
        string folder = Path.Combine(ReferenceData.Folder("pypsa"), "component-attributes", "standard_types");
        Rows(Path.Combine(folder, "line_types.csv")).Skip(1).Select(r => (r[0], Number(r[1]), Number(r[2]), Number(r[3]), Number(r[4])))
            .ShouldBe(PyPsaStandardTypes.Lines.Select(t => (t.Name, t.Frequency, t.Resistance, t.Reactance, t.Capacitance)));
        Rows(Path.Combine(folder, "transformer_types.csv")).Skip(1).Select(r => (r[0], Number(r[2]), Number(r[5]), Number(r[6]), Number(r[7]), Number(r[8])))
            .ShouldBe(PyPsaStandardTypes.Transformers.Select(t => (t.Name, t.Power, t.ShortCircuit, t.ShortCircuitReal, t.IronLoss, t.OpenCurrent)));
    }

    [Fact]
    public void Further_ports_have_the_attributes_of_the_first()
    {
        PyPsaAttributes.Find("links", "bus3").ShouldNotBeNull().Name.ShouldBe("bus1");
        PyPsaAttributes.Find("links", "efficiency2").ShouldNotBeNull().Name.ShouldBe("efficiency");
        PyPsaAttributes.Find("processes", "rate12").ShouldNotBeNull().Name.ShouldBe("rate1");
        PyPsaAttributes.Find("generators", "bus2").ShouldBeNull();
    }

    [Fact]
    public void The_document_has_the_table_of_the_program()
    {
        string path = Path.Combine(Repository.Root, "docs", "formats", "pypsa.md");
        string document = File.ReadAllText(path);
        const string Mark = "<!-- attributes -->\n";
        int start = document.IndexOf(Mark, StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0);
        document[(start + Mark.Length)..].ShouldBe(Table());
    }

    [SkippableTheory]
    [InlineData("ac-dc-meshed")]
    [InlineData("scigrid-de")]
    public void Every_cell_of_a_file_is_counted_once(string name)
    {
        string folder = Path.Combine(ReferenceData.Folder("pypsa"), name, name);
        FidelityReport report = new PyPsaImporter().Import(new ImportRequest(folder), new FindingList(), CancellationToken.None).ShouldNotBeNull().Fidelity;
        foreach (string file in Directory.EnumerateFiles(folder, "*.csv"))
        {
            string stem = Path.GetFileNameWithoutExtension(file);
            if (stem is "snapshots" or "investment_periods")
                continue;
            List<string[]> rows = Rows(file);
            string list = stem == "network" ? "networks" : stem.Split('-')[0];
            if (stem.Contains('-', StringComparison.Ordinal))
            {
                report.Entries.Where(e => e.Part == list && e.Attribute == stem[(list.Length + 1)..] + " (series)").Sum(e => e.Count).ShouldBe((rows.Count - 1) * (rows[0].Length - 1), file);
                continue;
            }

            for (int c = 1; c < rows[0].Length; c++)
            {
                int given = rows.Skip(1).Count(r => r[c].Length > 0);
                report.Entries.Where(e => e.Part == list && e.Attribute == rows[0][c] && !(e.Kind == FidelityKind.Defaulted)).Sum(e => e.Count).ShouldBe(given, $"{file} {rows[0][c]}");
            }
        }
    }

    private static string Table()
    {
        var text = new StringBuilder();
        foreach ((string list, IReadOnlyList<PyPsaAttribute> attributes) in PyPsaAttributes.Lists)
        {
            text.Append(CultureInfo.InvariantCulture, $"### {list}\n\n| attribute | unit | default | what becomes of it |\n|---|---|---|---|\n");
            foreach (PyPsaAttribute a in attributes)
            {
                string fate = a.Fate switch
                {
                    PyPsaFate.Active => "→ " + a.Text,
                    PyPsaFate.NotCarried => $"left out, with a warning where it differs from the default: {a.Text}",
                    _ => "left out: " + a.Reason,
                };
                text.Append(CultureInfo.InvariantCulture, $"| `{a.Name}`{(a.IsSeries ? " (t)" : "")} | {a.Unit} | {a.Default} | {fate} |\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<string[]> Rows(string file)
    {
        using FileStream stream = File.OpenRead(file);
        var reader = new CsvReader(stream, mostCells: 100000, longestRow: 1 << 24);
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.Count).Select(reader.Text)]);
        return rows;
    }
}
