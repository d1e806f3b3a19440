using Corridor.Reporting.Comparison;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Comparison;

namespace Corridor.Reporting.Terminal;

/// <summary>A comparison on one screen: the answer, what changed in the inputs, what it did, and which cause did what.</summary>
public sealed class ComparisonView
{
    private const int MostInputs = 10;
    private const double LeastWeight = 2e-3;
    private const int MostRuns = 4;
    private const int MostCauses = 3;
    private const int NameWidth = 56;

    private static readonly (FigureGroup Group, int PerCarrier, int Most)[] Blocks =
    [
        (FigureGroup.Cost, 8, 8), (FigureGroup.Curtailed, 4, 8), (FigureGroup.GivenUp, 2, 4), (FigureGroup.Flow, 3, 12), (FigureGroup.Price, 2, 8), (FigureGroup.Contract, 4, 6),
        (FigureGroup.Storage, 2, 6), (FigureGroup.Origin, 2, 8),
    ];

    private readonly Screen _screen;
    private readonly RunComparison _comparison;
    private readonly ComparisonText _text;

    private ComparisonView(Screen screen, RunComparison comparison)
    {
        _screen = screen;
        _comparison = comparison;
        _text = new ComparisonText(comparison);
    }

    /// <summary>Writes a comparison.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="comparison">The comparison.</param>
    /// <param name="page">File of the page; null where none was written.</param>
    public static void Write(Screen screen, RunComparison comparison, string? page)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(comparison);
        new ComparisonView(screen, comparison).Write(page);
    }

    private void Write(string? page)
    {
        Head();
        if (_comparison.NothingChanged)
        {
            _screen.Write("Nothing changed: inputs and figures are the same.", TextStyle.Good);
        }
        else
        {
            for (int r = 1; r < _comparison.Runs.Count; r++)
                _screen.Write(string.Join(" ", _text.Answer(r)), indent: 2);
            Inputs();
            foreach ((FigureGroup group, int perCarrier, int most) in Blocks)
                Figures(group, perCarrier, most);
            foreach (CauseReport causes in _comparison.Causes)
                Causes(causes);
        }

        if (_comparison.Remarks.Count > 0)
            _screen.Line();
        foreach (string remark in _comparison.Remarks)
            _screen.Write(remark, TextStyle.Caution, 2);
        if (page is null)
            return;
        _screen.Line();
        _screen.Write($"All of it: {page.Replace('\\', '/')}");
    }

    private void Head()
    {
        HorizonSummary h = _comparison.Runs[0].Summary.Horizon;
        _screen.Write($"{_comparison.Runs[0].Summary.Package}: {h.From} to {h.To} (not included), compared", TextStyle.Heading);
        foreach (ComparedRun run in _comparison.Runs)
            _screen.Write($"  {run.Label}  {run.Summary.Scenario}, {run.Summary.Horizon.Periods} {run.Summary.Horizon.Step}{(run.Summary.Horizon.Periods == 1 ? "" : "s")}{(run.Path is null ? "" : $"; {run.Path.Replace('\\', '/')}")}{(run.Label == "A" ? " (reference)" : "")}", indent: 5);
        foreach ((string name, IReadOnlyList<string> values) in _comparison.Settings.Where(s => s.Name == "package version"))
            _screen.Write($"  {name}: {string.Join(", ", values)}");
    }

    private void Inputs()
    {
        for (int r = 1; r < _comparison.Runs.Count; r++)
        {
            IReadOnlyList<RowDifference> rows = _comparison.Inputs[r];
            RowDifference[] acting = [.. rows.Where(x => x.Acts)];
            _screen.Line();
            string others = rows.Count > acting.Length ? $"; {rows.Count - acting.Length} more in names, sources and remarks" : "";
            string tables = string.Join(", ", acting.GroupBy(x => x.Table).Select(g => $"{g.Key} {g.Count()}"));
            _screen.Write($"Inputs of {_comparison.Runs[r].Label} that differ from A: {(acting.Length == 0 ? "none that acts" : $"{ComparisonText.Rows(acting.Length)}: {tables}")}{others}.", TextStyle.Heading, 2);
            TextTable table = new TextTable().Text("table", 14).Text("row", 48).Text("before → after");
            // A few rows of each table say more than many of one; a new value says more than the end of the old one.
            RowDifference[] shown = [.. acting.OrderBy(x => x.Kind == RowDifferenceKind.Changed && x.Fields is [{ Column: "start" or "end" }] ? 1 : 0).GroupBy(x => x.Table)
                .SelectMany(g => g.Index()).OrderBy(x => x.Index / 3).Select(x => x.Item).Take(MostInputs)];
            foreach (RowDifference row in acting.Where(shown.Contains))
                table.Row(row.Table, row.Key, ComparisonText.Row(row));
            if (shown.Length > 0)
                table.Write(_screen);
            if (acting.Length > shown.Length)
                _screen.Write($"  and {acting.Length - shown.Length} more (--json, page)", TextStyle.Quiet);
        }
    }

    private void Figures(FigureGroup group, int perCarrier, int most)
    {
        ComparedFigure[] changed = [.. _comparison.Changes.Where(f => f.Key.Group == group)];
        if (changed.Length == 0)
            return;
        ComparedFigure[] shown = [.. changed.Where(f => f.Weight >= LeastWeight || group is FigureGroup.Cost or FigureGroup.Curtailed).GroupBy(f => f.Key.Carrier).SelectMany(g => g.OrderByDescending(f => f.Weight).Take(perCarrier)).OrderByDescending(f => f.Weight).Take(most)];
        if (shown.Length == 0)
            return;
        _screen.Line();
        int runs = Math.Min(_comparison.Runs.Count, MostRuns);
        TextTable table = new TextTable().Text(ComparisonText.Title(group), NameWidth);
        foreach (ComparedRun run in _comparison.Runs.Take(runs))
            table.Number(run.Label);
        for (int r = 1; r < runs; r++)
            table.Number(runs == 2 ? "change" : $"{_comparison.Runs[r].Label} − A");
        foreach (IGrouping<(string Carrier, string Unit), ComparedFigure> part in changed.Where(shown.Contains).GroupBy(f => (f.Key.Carrier, f.Unit)).OrderBy(g => Order(g.Key.Carrier)))
        {
            string unit = ComparisonText.Unit(part.First().Key, part.Key.Unit);
            table.Across(part.Key.Carrier.Length == 0 ? unit : $"{_text.Carrier(part.Key.Carrier)}, {unit}");
            foreach (ComparedFigure f in part.OrderByDescending(f => f.Key.Id == RunFigureList.TotalCost ? double.PositiveInfinity : f.Weight))
            {
                table.Row(
                    f.Key.Group == FigureGroup.Curtailed && f.Change(runs - 1) > 0 ? TextStyle.Bad : TextStyle.Plain,
                    [
                        " " + _text.Name(f.Key),
                        .. f.Values.Take(runs).Select(v => ComparisonText.Value(f.Key, v, f.Scale)), .. Enumerable.Range(1, runs - 1).Select(r => ComparisonText.Change(f.Key, f.Change(r), f.Scale)),
                    ]);
            }
        }

        table.Write(_screen);
        if (changed.Length > shown.Length)
            _screen.Write($"  and {changed.Length - shown.Length} more", TextStyle.Quiet);
    }

    private int Order(string carrier)
    {
        int index = _comparison.Runs[0].Report.System.Carriers.ToList().FindIndex(c => c.Id == carrier);
        return index < 0 ? int.MaxValue : index;
    }

    private void Causes(CauseReport causes)
    {
        _screen.Line();
        int shown = Math.Min(causes.Causes.Count, MostCauses);
        string label = _comparison.Runs[causes.Run].Label;
        TextTable table = new TextTable().Text($"Cause by cause, {label} − A", 46);
        foreach (string cause in causes.Causes.Take(shown))
            table.Number(Screen.Fit(cause, 20));
        if (shown < causes.Causes.Count)
            table.Number("others");
        table.Number("interaction").Number("together");
        foreach (IGrouping<(FigureGroup Group, string Carrier, string Unit), AttributedFigure> part in Main(causes).GroupBy(f => (f.Key.Group, f.Key.Carrier, f.Unit)))
        {
            string unit = ComparisonText.Unit(part.First().Key, part.Key.Unit);
            string what = part.Key.Group switch { FigureGroup.Curtailed => ", short", FigureGroup.Price => ", price", _ => "" };
            table.Across(part.Key.Carrier.Length == 0 ? unit : $"{_text.Carrier(part.Key.Carrier)}{what}, {unit}");
            foreach (AttributedFigure f in part)
            {
                string Text(double value) => ComparisonText.Change(f.Key, value, f.Scale);
                Attribution a = f.Attribution;
                List<string> cells = [" " + _text.Name(f.Key), .. a.Alone.Take(shown).Select(Text)];
                if (shown < causes.Causes.Count)
                    cells.Add(Text(a.Alone.Skip(shown).Sum()));
                cells.AddRange([Text(a.Interaction), Text(a.Whole)]);
                table.Row([.. cells]);
            }
        }

        table.Write(_screen);
        if (causes.Figures.FirstOrDefault(f => f.Key is { Group: FigureGroup.Cost, Id: RunFigureList.TotalCost }) is { } total)
            _screen.Write(" " + Sum(total), TextStyle.Quiet, 1);
    }

    // Cost as a whole and its largest parts; then what people feel.
    private static IEnumerable<AttributedFigure> Main(CauseReport causes)
    {
        foreach ((FigureGroup group, int most) in ((FigureGroup, int)[])[(FigureGroup.Cost, 5), (FigureGroup.Curtailed, 4), (FigureGroup.Flow, 6), (FigureGroup.Price, 4)])
        {
            AttributedFigure[] largest = [.. causes.Figures.Where(f => f.Key.Group == group).OrderByDescending(f => f.Key.Id == RunFigureList.TotalCost ? double.PositiveInfinity : f.Weight).Take(most)];
            foreach (AttributedFigure figure in largest)
                yield return figure;
        }
    }

    private static string Sum(AttributedFigure total)
    {
        Attribution a = total.Attribution;
        string Text(double value) => ComparisonText.Value(total.Key, value, total.Scale);
        string shapley = a.Shapley is { } values ? $" Shared out over all orders (Shapley): {string.Join(", ", values.Select(v => ComparisonText.Change(total.Key, v, total.Scale)))}." : "";
        return $"It adds up: {string.Join(" + ", a.Alone.Append(a.Interaction).Select(Text).Select(t => t.StartsWith('−') ? $"({t})" : t))} = {Text(a.Sum)} {ComparisonText.Unit(total.Key, total.Unit)}; the whole is {Text(a.Whole)}.{shapley}";
    }
}
