using System.Text;
using Corridor.Data.Scenarios;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Tests.Reporting;

namespace Corridor.Tests.Model.Scenarios;

/// <summary>Scenarios from the text of their changes, on the sample system.</summary>
internal static class Applied
{
    /// <summary>A scenario with changes as YAML, indented as in a list; no finding is expected in reading.</summary>
    public static Scenario Scenario(string changes, string name = "test")
    {
        var findings = new FindingList();
        Scenario? scenario = Read("title: Test\nchanges:\n" + changes, findings, name);
        findings.Items.ShouldBeEmpty();
        return scenario.ShouldNotBeNull();
    }

    public static Scenario? Read(string yaml, FindingList findings, string name = "test") =>
        ScenarioReader.Read(name + ".yaml", name, Encoding.UTF8.GetBytes(yaml), findings);

    /// <summary>The sample system after changes; no finding is expected.</summary>
    public static EnergySystem Sample(params string[] changes) => On(SampleSystem.Create(), changes);

    public static EnergySystem On(EnergySystem system, params string[] changes)
    {
        var findings = new FindingList();
        EnergySystem changed = ScenarioApplication.Apply(system, [.. changes.Select((c, i) => Scenario(c, "test" + i))], findings);
        findings.Items.ShouldBeEmpty();
        return changed;
    }

    /// <summary>What is found when changes are applied to the sample system.</summary>
    public static IReadOnlyList<Finding> Findings(params string[] changes)
    {
        var findings = new FindingList();
        ScenarioApplication.Run(SampleSystem.Create(), [.. changes.Select((c, i) => Scenario(c, "test" + i))], findings, new DateWindow(new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1)));
        return findings.Items;
    }

    public static CompiledNetwork Compile(EnergySystem system, TimeStep step = TimeStep.Month)
    {
        var findings = new FindingList();
        CompiledNetwork? network = NetworkCompiler.Compile(system, new Horizon(new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1), step), findings);
        findings.Items.Where(f => f.Severity == Severity.Error).ShouldBeEmpty();
        return network.ShouldNotBeNull();
    }
}
