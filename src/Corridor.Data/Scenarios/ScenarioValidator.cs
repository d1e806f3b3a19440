using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;

namespace Corridor.Data.Scenarios;

/// <summary>Applies scenarios to a package and checks what comes out as a package is checked.</summary>
public static class ScenarioValidator
{
    /// <summary>Applies scenarios and validates the changed package; findings about rows that a scenario made or changed point to its change.</summary>
    /// <param name="system">The package, validated, without errors.</param>
    /// <param name="places">Where its rows stand.</param>
    /// <param name="scenarios">The scenarios, in the order of their application.</param>
    /// <param name="horizon">Span of the study; open where not known.</param>
    /// <param name="findings">What was found so far; is given what the scenarios add to it.</param>
    /// <returns>The outcome; fit for use only without errors.</returns>
    public static ScenarioOutcome Apply(EnergySystem system, PackagePlaces places, IReadOnlyList<Scenario> scenarios, DateWindow horizon, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(findings);
        ScenarioOutcome outcome = ScenarioApplication.Run(system, scenarios, findings, horizon);
        if (findings.HasErrors || ReferenceEquals(outcome.System, system))
            return outcome;
        var after = new FindingList();
        PackageValidator.Validate(outcome.System, places.After(system, outcome), after);
        // What the package had to say before is known already.
        var known = findings.Items.ToHashSet();
        findings.AddRange(after.Items.Where(f => !known.Contains(f)));
        return outcome;
    }
}
