using System.Globalization;
using Corridor.Data.Packages;
using Corridor.Data.Scenarios;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Time;

namespace Corridor.Cli.Commands;

/// <summary>The scenarios that a command was given: found, read, and applied to the package.</summary>
internal sealed class ScenarioInput
{
    private ScenarioInput(List<ScenarioFile> files, List<Scenario> scenarios) => (Files, Scenarios) = (files, scenarios);

    /// <summary>Their files, in the order given.</summary>
    public IReadOnlyList<ScenarioFile> Files { get; }

    /// <summary>The scenarios that could be read, in the order given; fit for use only without errors.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>The first horizon that a scenario states; null where none does.</summary>
    public (DateOnly? From, DateOnly? To) Span => Scenarios.FirstOrDefault(s => s.From is not null || s.To is not null) is { } first ? (first.From, first.To) : (null, null);

    /// <summary>The first step that a scenario states; null where none does.</summary>
    public TimeStep? Step => Scenarios.FirstOrDefault(s => s.Step is not null)?.Step;

    /// <summary>Finds and reads scenarios; <c>base</c> is none.</summary>
    /// <param name="package">Path of the package.</param>
    /// <param name="names">Names of scenarios of the package, or paths.</param>
    /// <param name="findings">Collects what was found.</param>
    /// <exception cref="UsageException">There is no such scenario.</exception>
    public static ScenarioInput Read(string package, IReadOnlyList<string> names, FindingList findings)
    {
        var files = new List<ScenarioFile>();
        var scenarios = new List<Scenario>();
        foreach (string name in names)
        {
            if (name == "base")
                continue;
            int errors = findings.Errors;
            if (ScenarioFolder.Find(package, name, findings) is not { } file)
            {
                if (findings.Errors == errors)
                    throw new UsageException(NoSuchScenario(package, name));
                continue;
            }

            if (files.Exists(f => f.Name == file.Name))
                throw new UsageException($"The scenario {file.Name} is given twice.");
            files.Add(file);
            if (ScenarioReader.Read(file, findings) is { } scenario)
                scenarios.Add(scenario);
        }

        return new ScenarioInput(files, scenarios);
    }

    /// <summary>Applies the scenarios and validates the changed package; the package itself where there are none or where there are errors.</summary>
    public EnergySystem Apply(EnergySystem system, PackagePlaces places, DateWindow horizon, FindingList findings) =>
        Scenarios.Count == 0 || findings.HasErrors ? system : ScenarioValidator.Apply(system, places, Scenarios, horizon, findings).System;

    /// <summary>The horizon asked for; what is left out is that of a scenario or of the package, and the step that of a scenario or a day. Where neither asks for anything, the periods that the package states, if it does; so too where what is asked for are these periods and days on which it states no more.</summary>
    /// <exception cref="UsageException">There is none, or it is empty or endless.</exception>
    public Horizon HorizonOf(string package, EnergySystem system, DateOnly? askedFrom, DateOnly? askedTo, TimeStep? askedStep)
    {
        (DateOnly? first, DateOnly? last) = Span;
        if ((askedFrom ?? askedTo ?? first ?? last) is null && (askedStep ?? Step) is null && Horizon.Of(system.Periods) is { } own)
            return own;
        if ((askedFrom ?? first ?? system.Description.From) is not { } from || (askedTo ?? last ?? system.Description.To) is not { } to)
            throw new UsageException($"{package} names no usual horizon: give --from and --to.");
        string span = string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd} to {to:yyyy-MM-dd}");
        if (to <= from)
            throw new UsageException($"The horizon {span} is empty: --to, the first day after it, must be later than --from.");
        if (to > from.AddYears(100))
            throw new UsageException($"The horizon {span} is longer than 100 years.");
        var horizon = new Horizon(from, to, askedStep ?? Step ?? TimeStep.Day);
        return Horizon.Of(system.Periods) is { } stated && stated.From == from && stated.To == to && stated.IsPartOf(horizon) ? stated : horizon;
    }

    private static string NoSuchScenario(string package, string name)
    {
        if (ScenarioFolder.IsPath(name))
            return $"There is no scenario file '{name}'.";
        IReadOnlyList<string> known = ScenarioFolder.Names(package);
        string near = Suggestion.Ask(name, known) is { } ask ? " " + ask : "";
        return known.Count == 0
            ? $"The package {package} has no scenarios; '{name}' is none."
            : $"There is no scenario '{name}'.{near} The scenarios of {package} are {string.Join(", ", known)}.";
    }
}
