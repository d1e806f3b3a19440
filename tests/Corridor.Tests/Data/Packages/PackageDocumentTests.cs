using System.Globalization;
using System.Text;
using Corridor.Data.Packages;
using Corridor.Data.Packages.Validation;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Schema;
using Corridor.Tests.Architecture;

namespace Corridor.Tests.Data.Packages;

/// <summary>
/// docs/package.md and docs/findings.md say what the code does. With the environment variable CORRIDOR_WRITE_DOCS set, the test
/// writes the parts between the marks instead of holding them.
/// </summary>
public sealed class PackageDocumentTests
{
    [Fact]
    public void Package_document_has_every_table_and_column() => Hold("package.md", "tables", Tables());

    [Fact]
    public void Findings_document_has_every_kind_of_the_reader() => Hold("findings.md", "reader", Kinds(PackageFindings.All));

    [Fact]
    public void Findings_document_has_every_kind_of_the_validator() => Hold("findings.md", "validator", Kinds(ValidationFindings.All));

    [Fact]
    public void Findings_document_has_every_kind_of_scenarios() => Hold("findings.md", "scenarios", Kinds(ScenarioFindings.All));

    [Fact]
    public void Codes_are_given_once_and_without_gaps()
    {
        PackageFindings.All.Select(k => k.Code).ShouldBe(Enumerable.Range(1, PackageFindings.All.Count).Select(n => string.Create(CultureInfo.InvariantCulture, $"P{n:000}")));
        ValidationFindings.All.Select(k => k.Code).ShouldBe(Enumerable.Range(1, ValidationFindings.All.Count).Select(n => string.Create(CultureInfo.InvariantCulture, $"V{n:000}")));
        ScenarioFindings.All.Select(k => k.Code).ShouldBe(Enumerable.Range(1, ScenarioFindings.All.Count).Select(n => string.Create(CultureInfo.InvariantCulture, $"S{n:000}")));
    }

    private static string Kinds(IReadOnlyList<FindingKind> kinds)
    {
        var text = new StringBuilder("| code | severity | meaning | remedy |\n|---|---|---|---|\n");
        foreach (FindingKind kind in kinds)
            text.Append(CultureInfo.InvariantCulture, $"| {kind.Code} | {kind.Severity.ToString().ToLowerInvariant()} | {kind.Meaning} | {kind.Remedy} |\n");
        return text.ToString();
    }

    private static string Tables()
    {
        var text = new StringBuilder();
        foreach (TableSchema table in PackageSchema.Tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"### {table.Name}\n\n{table.Meaning}{(table.Required ? " (required)" : "")}.\n\n");
            text.Append("| column | type | unit | allowed | meaning |\n|---|---|---|---|---|\n");
            foreach (ColumnSchema column in table.Columns.Where(c => c.Name is not ("source" or "basis" or "note")))
                text.Append(CultureInfo.InvariantCulture, $"| {Name(column)} | {Kind(column)} | {column.Unit ?? column.UnitColumn ?? ""} | {Allowed(column)} | {column.Meaning} |\n");
            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Name(ColumnSchema column) => (column.IsKey ? $"**`{column.Name}`**" : $"`{column.Name}`") + (column.Required ? " !" : "");

    private static string Kind(ColumnSchema column) => column.Kind switch
    {
        ColumnKind.TextList => "list",
        ColumnKind.Enumeration => "name",
        ColumnKind.AmountUnit or ColumnKind.RateUnit or ColumnKind.PriceUnit => "unit",
        ColumnKind.Text => column.References is null ? "text" : "id",
        ColumnKind.Boolean or ColumnKind.Integer or ColumnKind.Date => column.FieldType,
        _ => "number",
    };

    private static string Allowed(ColumnSchema column)
    {
        if (column.References is { } reference)
            return reference;
        if (column.EnumerationNames.Count > 0)
            return string.Join(", ", column.EnumerationNames);
        return (column.Minimum, column.Maximum) switch
        {
            ({ } least, { } largest) => string.Create(CultureInfo.InvariantCulture, $"{least} … {largest}"),
            ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $"≥ {least}"),
            (null, { } largest) => string.Create(CultureInfo.InvariantCulture, $"≤ {largest}"),
            _ => "",
        };
    }

    private static void Hold(string document, string mark, string expected)
    {
        string path = Path.Combine(Repository.Root, "docs", document);
        string text = File.ReadAllText(path).ReplaceLineEndings("\n");
        string begin = $"<!-- {mark} -->\n";
        string end = $"<!-- /{mark} -->";
        int start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int stop = text.IndexOf(end, StringComparison.Ordinal);
        stop.ShouldBeGreaterThan(start - 1, $"docs/{document} has no marks '{mark}'");
        if (Environment.GetEnvironmentVariable("CORRIDOR_WRITE_DOCS") is not null)
            File.WriteAllText(path, text[..start] + expected + text[stop..]);
        else
            text[start..stop].ShouldBe(expected, $"docs/{document} differs from the code; run the test with CORRIDOR_WRITE_DOCS=1 to write it");
    }
}
