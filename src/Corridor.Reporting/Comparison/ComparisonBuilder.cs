using Corridor.Reporting.Summaries;
using Corridor.Studies.Comparison;

namespace Corridor.Reporting.Comparison;

/// <summary>Compares certified runs of one horizon.</summary>
public static class ComparisonBuilder
{
    private const double LargestRest = 1e-9;

    /// <summary>Why two runs cannot be compared, in a sentence; null if they can.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="other">Another run.</param>
    public static string? Obstacle(RunReport reference, RunReport other)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(other);
        HorizonSummary a = HorizonSummary.Of(reference.Horizon), b = HorizonSummary.Of(other.Horizon);
        if (reference.System.Description.Name != other.System.Description.Name)
            return $"one is of package {reference.System.Description.Name}, the other of {other.System.Description.Name}; runs of one package can be compared, with any scenarios and edits";
        if (a.From != b.From || a.To != b.To)
            return $"one covers {a.From} to {a.To}, the other {b.From} to {b.To}; amounts and costs can be compared over one span only: run one of them again with --from and --to of the other";
        if (reference.System.Description.Currency != other.System.Description.Currency)
            return $"one counts in {reference.System.Description.Currency}, the other in {other.System.Description.Currency}";
        return null;
    }

    /// <summary>Compares runs.</summary>
    /// <param name="runs">Certified runs, at least two, that nothing keeps from being compared; the first is the reference.</param>
    /// <param name="stacks">Runs whose causes can be told apart.</param>
    /// <exception cref="ArgumentException">A run is not certified, or cannot be compared with the reference.</exception>
    public static RunComparison Build(IReadOnlyList<ComparedRun> runs, IReadOnlyList<StackedRun> stacks)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(stacks);
        if (runs.Count < 2)
            throw new ArgumentException("There must be two runs at least.", nameof(runs));
        foreach (ComparedRun run in runs.Concat(stacks.SelectMany(s => s.Combinations).OfType<ComparedRun>()))
        {
            if (!run.Report.MayBeShown)
                throw new ArgumentException($"Run {run.Label} is not certified.", nameof(runs));
            if (Obstacle(runs[0].Report, run.Report) is { } obstacle)
                throw new ArgumentException(obstacle, nameof(runs));
        }

        return new RunComparison
        {
            Runs = runs,
            Settings = [.. Settings(runs)],
            Inputs = [.. runs.Select(r => InputDifference.Between(runs[0].Report.System, r.Report.System))],
            Figures = Figures(runs),
            Causes = [.. stacks.Select(Causes)],
        };
    }

    private static IEnumerable<(string Name, IReadOnlyList<string> Values)> Settings(IReadOnlyList<ComparedRun> runs)
    {
        (string Name, Func<ComparedRun, string> Of)[] settings =
        [
            ("step", r => r.Summary.Horizon.Step),
            ("scenario", r => r.Summary.Scenario),
            ("package version", r => r.Report.System.Description.Version ?? ""),
        ];
        foreach ((string name, Func<ComparedRun, string> of) in settings)
        {
            string[] values = [.. runs.Select(of)];
            if (values.Distinct(StringComparer.Ordinal).Count() > 1)
                yield return (name, values);
        }
    }

    private static List<ComparedFigure> Figures(IReadOnlyList<ComparedRun> runs)
    {
        var order = new List<FigureKey>();
        var values = new Dictionary<FigureKey, (string Unit, double[] Values)>();
        for (int r = 0; r < runs.Count; r++)
        {
            foreach ((FigureKey key, string unit, double value) in RunFigureList.Of(runs[r]))
            {
                if (!values.TryGetValue(key, out (string Unit, double[] Values) entry))
                {
                    entry = (unit, new double[runs.Count]);
                    // What a run does not have is none of it; a price that is not there is unknown.
                    Array.Fill(entry.Values, key.Group == FigureGroup.Price ? double.NaN : 0);
                    values.Add(key, entry);
                    order.Add(key);
                }

                entry.Values[r] = value;
            }
        }

        var scales = new Dictionary<(FigureGroup, string, string), double>();
        foreach ((FigureKey key, (string unit, double[] figures)) in values)
        {
            foreach (double value in figures.Where(double.IsFinite))
                scales[(key.Group, key.Carrier, unit)] = Math.Max(scales.GetValueOrDefault((key.Group, key.Carrier, unit)), Math.Abs(value));
        }

        // Shortages are small beside flows: they are measured by the flows of their carrier, so that rounding is none.
        double Scale(FigureKey key, string unit)
        {
            double own = scales.GetValueOrDefault((key.Group, key.Carrier, unit));
            return key.Group is FigureGroup.Curtailed or FigureGroup.GivenUp or FigureGroup.Production or FigureGroup.Contract or FigureGroup.Storage
                ? Math.Max(own, scales.GetValueOrDefault((FigureGroup.Flow, key.Carrier, unit)))
                : own;
        }

        return [.. order.Select(key => new ComparedFigure(key, values[key].Unit, values[key].Values, Math.Max(Scale(key, values[key].Unit), double.Epsilon)))];
    }

    private static CauseReport Causes(StackedRun stack)
    {
        int[] known = [.. Enumerable.Range(0, stack.Combinations.Count).Where(c => stack.Combinations[c] is not null)];
        if (!known.Contains(0) || !known.Contains(stack.Combinations.Count - 1) || stack.Causes.Index().Any(c => !known.Contains(1 << c.Index)))
            throw new ArgumentException("The runs without, with each, and with all causes must be known.", nameof(stack));
        var figures = new List<AttributedFigure>();
        double rest = 0;
        foreach (ComparedFigure figure in Figures([.. known.Select(c => stack.Combinations[c]!)]))
        {
            var values = new double[stack.Combinations.Count];
            Array.Fill(values, double.NaN);
            for (int k = 0; k < known.Length; k++)
                values[known[k]] = figure.Values[k];
            if (!figure.Changed || figure.Values.Any(double.IsNaN))
                continue;
            var attribution = Attribution.Of(values);
            rest = Math.Max(rest, Math.Abs(attribution.Sum - attribution.Whole) / (Math.Abs(attribution.Reference) + Math.Abs(attribution.Together) + attribution.Alone.Sum(Math.Abs)));
            figures.Add(new AttributedFigure(figure.Key, figure.Unit, figure.Scale, attribution));
        }

        if (rest > LargestRest)
            throw new InvalidOperationException("The parts of a change must add up to it.");
        return new CauseReport(stack.Run, stack.Causes, figures, rest);
    }
}
