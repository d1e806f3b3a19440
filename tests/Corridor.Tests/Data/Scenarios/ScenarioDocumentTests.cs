using System.Text;
using System.Text.RegularExpressions;
using Corridor.Data.Packages;
using Corridor.Data.Scenarios;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Scenarios.Applying;
using Corridor.Tests.Architecture;

namespace Corridor.Tests.Data.Scenarios;

/// <summary>Every example of docs/scenarios/README.md is read, applied to the bundled package and validated.</summary>
public sealed partial class ScenarioDocumentTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "scenarios", "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Every_example_is_a_scenario_of_the_bundled_package()
    {
        var known = new FindingList();
        var places = new PackagePlaces();
        EnergySystem system = PackageReader.Read(Path.Combine(Repository.Root, "data", "eurasia"), known, places).ShouldNotBeNull();
        PackageValidator.Validate(system, places, known);
        string[] examples = [.. Block().Matches(Page).Select(m => m.Groups[1].Value)];
        examples.Length.ShouldBeGreaterThan(10);
        foreach (string example in examples)
        {
            string yaml = example.StartsWith("title:", StringComparison.Ordinal) ? example : "title: Example\nchanges:\n" + example;
            var findings = new FindingList();
            Scenario scenario = ScenarioReader.Read("example.yaml", "example", Encoding.UTF8.GetBytes(yaml), findings).ShouldNotBeNull(yaml);
            findings.Items.ShouldBeEmpty(yaml);
            ScenarioOutcome outcome = ScenarioValidator.Apply(system, places, [scenario], DateWindow.Always, findings);
            findings.Items.Where(f => f.Severity == Severity.Error || f.Code.StartsWith('S')).ShouldBeEmpty(yaml + string.Join('\n', findings.Items));
            outcome.Effects.Select(e => e.Change).Distinct().Count().ShouldBe(scenario.Changes.Count, yaml);
        }
    }

    [Fact]
    public void The_columns_with_dates_are_listed()
    {
        foreach (string table in DatedColumns.Tables)
            Page.ShouldContain($"| `{table}` | {string.Join(", ", DatedColumns.Of(table).Select(c => $"`{c}`"))} |");
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
