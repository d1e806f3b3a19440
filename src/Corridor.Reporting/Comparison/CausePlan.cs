using Corridor.Model;
using Corridor.Model.Scenarios;
using Corridor.Model.Schema;
using Corridor.Model.Time;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Comparison;
using Corridor.Studies.Hydraulics.Dispatch;

namespace Corridor.Reporting.Comparison;

/// <summary>How the causes of a run's changes can be told apart: which scenarios, or changes of one scenario, it has beyond the reference.</summary>
public sealed record CausePlan
{
    private CausePlan(int run, EnergySystem system, Horizon horizon, IReadOnlyList<(Scenario Scenario, int Cause)> parts, IReadOnlyList<string> causes)
    {
        Run = run;
        System = system;
        Horizon = horizon;
        Parts = parts;
        Causes = causes;
    }

    /// <summary>Index of the run.</summary>
    public int Run { get; }

    /// <summary>The package without scenarios.</summary>
    public EnergySystem System { get; }

    /// <summary>Span and periods of all the runs.</summary>
    public Horizon Horizon { get; }

    /// <summary>Names of the causes, at least two.</summary>
    public IReadOnlyList<string> Causes { get; }

    /// <summary>Number of combinations of causes.</summary>
    public int Combinations => 1 << Causes.Count;

    /// <summary>What is applied, in order, with the cause that it belongs to; −1 where the reference has it too.</summary>
    private IReadOnlyList<(Scenario Scenario, int Cause)> Parts { get; }

    /// <summary>The plan of a run.</summary>
    /// <param name="runs">The runs; the first is the reference.</param>
    /// <param name="run">Index of the run.</param>
    /// <param name="byChange">Whether the changes of a single scenario are causes of their own.</param>
    /// <param name="obstacle">Why the causes cannot be told apart, where there are several; null where there are not.</param>
    /// <returns>The plan; null where there is nothing to tell apart, or something stands in the way.</returns>
    public static CausePlan? Find(IReadOnlyList<ComparedRun> runs, int run, bool byChange, out string? obstacle)
    {
        ArgumentNullException.ThrowIfNull(runs);
        obstacle = null;
        RunReport reference = runs[0].Report, report = runs[run].Report;
        HashSet<string> common = [.. reference.Scenarios.Select(s => s.Name)];
        Scenario[] own = [.. report.Scenarios.Where(s => !common.Contains(s.Name))];
        bool split = byChange && own is [{ Changes.Count: > 1 }];
        if (own.Length < 2 && !split)
            return null;
        if (common.Except(report.Scenarios.Select(s => s.Name)).FirstOrDefault() is { } missing)
            obstacle = $"the reference has the scenario {missing}, which it lacks";
        else if (reference.Horizon.Step != report.Horizon.Step)
            obstacle = "its periods are of another length than those of the reference";
        else if (new[] { reference, report }.Any(r => r.Physics?.Mode == PhysicsMode.Capacity))
            obstacle = "capacities follow from the physics of gas lines in one of the two, which a cause of its own does not know";
        else if (InputDifference.Between(reference.BaseSystem ?? reference.System, report.BaseSystem ?? report.System).Any(d => d.Acts))
            obstacle = "its package differs from that of the reference besides the scenarios";
        if (obstacle is not null)
            return null;

        var parts = new List<(Scenario Scenario, int Cause)>();
        var causes = new List<string>();
        foreach (Scenario scenario in report.Scenarios)
        {
            if (common.Contains(scenario.Name))
            {
                parts.Add((scenario, -1));
                continue;
            }

            foreach ((int index, ScenarioChange change) in split ? scenario.Changes.Index() : [])
            {
                parts.Add((scenario with { Changes = [change] }, causes.Count));
                causes.Add($"{index + 1} {Kind(change)}");
            }

            if (split)
                continue;
            parts.Add((scenario, causes.Count));
            causes.Add(scenario.Name);
        }

        return new CausePlan(run, report.BaseSystem ?? report.System, report.Horizon, parts, causes);
    }

    /// <summary>The plan with a cause that cannot be run alone taken together with the one that it builds on, such as a row that another change adds.</summary>
    /// <param name="cause">Index of the cause.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>The plan; null where no other cause mends it, or where all causes would be one.</returns>
    public CausePlan? Joined(int cause, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cause);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cause, Causes.Count);
        if (Causes.Count < 3)
            return null;
        (int Application, int Compilation) least = CauseRun.Obstacles(this, 1 << cause);
        int partner = -1;
        for (int other = 0; other < Causes.Count && least != (0, 0); other++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (other == cause || CauseRun.Obstacles(this, (1 << cause) | (1 << other)) is var errors && errors.CompareTo(least) >= 0)
                continue;
            (partner, least) = (other, errors);
        }

        if (partner < 0)
            return null;
        (int into, int from) = (Math.Min(cause, partner), Math.Max(cause, partner));
        var causes = Causes.ToList();
        causes[into] = $"{causes[into]}, {causes[from]}";
        causes.RemoveAt(from);
        return new CausePlan(Run, System, Horizon, [.. Parts.Select(p => (p.Scenario, p.Cause == from ? into : p.Cause > from ? p.Cause - 1 : p.Cause))], causes);
    }

    private static string Kind(ScenarioChange change) => SnakeCase.From(change.GetType().Name.Replace("Change", "", StringComparison.Ordinal)).Replace('_', ' ');

    /// <summary>Combinations that must be known, besides none and all: each cause alone; with <paramref name="all"/> every other one too.</summary>
    /// <param name="all">Whether Shapley values are wanted.</param>
    public IEnumerable<int> Needed(bool all) => Enumerable.Range(1, Combinations - 2).Where(c => all || int.IsPow2(c));

    /// <summary>The scenarios of a combination, in the order of their application.</summary>
    /// <param name="combination">Bit i says whether cause i acts.</param>
    public IReadOnlyList<Scenario> Scenarios(int combination) => [.. Parts.Where(p => p.Cause < 0 || (combination & (1 << p.Cause)) != 0).Select(p => p.Scenario)];

    /// <summary>Name of a combination.</summary>
    /// <param name="combination">Bit i says whether cause i acts.</param>
    public string Name(int combination) => string.Join('+', Causes.Where((_, i) => (combination & (1 << i)) != 0));

    /// <summary>The run of a combination among those given; null where it is not.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="combination">Bit i says whether cause i acts.</param>
    public ComparedRun? Given(IReadOnlyList<ComparedRun> runs, int combination)
    {
        ArgumentNullException.ThrowIfNull(runs);
        if (combination == 0)
            return runs[0];
        if (combination == Combinations - 1)
            return runs[Run];
        IReadOnlyList<Scenario> wanted = Scenarios(combination);
        return runs.FirstOrDefault(r => r.Report.Horizon.Step == Horizon.Step && r.Report.Scenarios.Select(s => s.Name).SequenceEqual(wanted.Select(s => s.Name), StringComparer.Ordinal)
            && r.Report.Scenarios.Select(s => s.Changes.Count).SequenceEqual(wanted.Select(s => s.Changes.Count))
            && !InputDifference.Between(System, r.Report.BaseSystem ?? r.Report.System).Any(d => d.Acts));
    }
}
