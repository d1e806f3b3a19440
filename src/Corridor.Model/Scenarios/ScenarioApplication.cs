using Corridor.Model.Findings;
using Corridor.Model.Scenarios.Applying;

namespace Corridor.Model.Scenarios;

/// <summary>
/// Applies scenarios to a package: a pure function from package to package. Changes are applied in the order of the scenarios and, within one,
/// of its file; each sees what those before it have done. A change within a window becomes dated values, outages or rows; on days outside
/// the window nothing changes.
/// </summary>
public static class ScenarioApplication
{
    /// <summary>Applies scenarios.</summary>
    /// <param name="system">A package without errors; it is not changed.</param>
    /// <param name="scenarios">The scenarios, in the order of their application.</param>
    /// <param name="findings">Collects what was found (S015 …), with the places of the changes.</param>
    /// <returns>The changed package; fit for use only if no error was found. The same object where there are no changes.</returns>
    public static EnergySystem Apply(EnergySystem system, IReadOnlyList<Scenario> scenarios, FindingList findings) =>
        Run(system, scenarios, findings).System;

    /// <summary>Applies scenarios and remembers what each change did.</summary>
    /// <param name="system">A package without errors; it is not changed.</param>
    /// <param name="scenarios">The scenarios, in the order of their application.</param>
    /// <param name="findings">Collects what was found (S015 …), with the places of the changes.</param>
    /// <param name="horizon">Span of the study, for changes outside it and for series that end before it; open where not known.</param>
    public static ScenarioOutcome Run(EnergySystem system, IReadOnlyList<Scenario> scenarios, FindingList findings, DateWindow horizon = default)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(findings);
        var draft = new SystemDraft(system);
        var effects = new List<ScenarioEffect>();
        var writes = new FigureWrites();
        foreach (Scenario scenario in scenarios)
        {
            for (int i = 0; i < scenario.Changes.Count; i++)
                new ChangeStage(draft, findings, effects, writes, horizon, scenario, scenario.Changes[i], i + 1).Apply();
        }

        return new ScenarioOutcome(draft.Build(), effects, draft.Places);
    }
}
