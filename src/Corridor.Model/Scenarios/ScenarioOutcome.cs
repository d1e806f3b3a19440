using Corridor.Model.Findings;
using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios;

/// <summary>A package after scenarios, and what they did to it.</summary>
/// <param name="System">The changed package; fit for use only without errors.</param>
/// <param name="Effects">What each change did, in order.</param>
/// <param name="Places">For each row that a scenario made or changed, by reference: the change that did so last.</param>
public sealed record ScenarioOutcome(EnergySystem System, IReadOnlyList<ScenarioEffect> Effects, IReadOnlyDictionary<Row, SourcePlace> Places);
