using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Model.Scenarios;
using Corridor.Reporting.Html;
using Corridor.Reporting.Maps;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Comparison;

namespace Corridor.Reporting.Comparison;

/// <summary>Writes <c>compare.html</c>: a comparison as one page that opens offline and needs nothing else.</summary>
public static class ComparisonPage
{
    /// <summary>Usual name of the file.</summary>
    public const string FileName = "compare.html";

    private const int Shown = 12;

    // What people ask the cause of; everything else is in the JSON.
    private static readonly FigureGroup[] Told = [FigureGroup.Cost, FigureGroup.Curtailed, FigureGroup.GivenUp, FigureGroup.Flow, FigureGroup.Price];

    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>Writes the page to a file, first under another name, so that it is never half-written.</summary>
    /// <param name="path">The file; an older one is replaced.</param>
    /// <param name="comparison">The comparison.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Write(string path, RunComparison comparison)
    {
        OutputFile.Replace(path, stream =>
        {
            using var writer = new StreamWriter(stream, Utf8, 1 << 16) { NewLine = "\n" };
            Write(writer, comparison);
        });
    }

    /// <summary>Writes the page.</summary>
    /// <param name="writer">Where to; UTF-8, line feeds.</param>
    /// <param name="comparison">The comparison.</param>
    public static void Write(TextWriter writer, RunComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var text = new ComparisonText(comparison);
        ReportSection[] sections = [.. Sections(comparison, text)];
        string[] others = [.. Enumerable.Range(1, comparison.Runs.Count - 1).Select(text.Called)];
        var page = new HtmlPage
        {
            Title = $"{string.Join(", ", others)} against {text.Called(0)}: Corridor comparison",
            Sections = [.. sections.Select(s => (s.Id, s.Name))],
            Styles = MapView.Css,
            Script = MapView.Script,
        };
        page.Write(writer, html => Header(html, comparison, text), html =>
        {
            foreach (ReportSection section in sections)
                section.WriteTo(html);
        });
    }

    private static void Header(HtmlWriter html, RunComparison comparison, ComparisonText text)
    {
        HorizonSummary h = comparison.Runs[0].Summary.Horizon;
        using (html.Open("p", ("class", "kicker")))
        {
            html.Text($"Corridor comparison · {comparison.Runs[0].Report.System.Description.Title ?? comparison.Runs[0].Summary.Package} · {h.From} to {h.To} (not included)");
            html.Leaf("button", "Dark or light", ("type", "button"), ("class", "theme"), ("hidden", ""));
        }

        html.Leaf("h1", $"What does {string.Join(", or ", Enumerable.Range(1, comparison.Runs.Count - 1).Select(text.Called))} change against {text.Called(0)}?");
        foreach (string question in comparison.Runs.SelectMany(r => r.Report.Scenarios).Select(s => s.Question).Where(q => q.Length > 0).Distinct(StringComparer.Ordinal))
            html.Leaf("p", question, ("class", "question"));
        using (html.Open("div", ("class", "answer"), ("id", "answer")))
        {
            if (comparison.NothingChanged)
                html.Leaf("p", "Nothing changed: inputs and figures are the same.");
            else
            {
                for (int r = 1; r < comparison.Runs.Count; r++)
                    html.Leaf("p", string.Join(" ", text.Answer(r)));
            }

            foreach (string remark in comparison.Remarks)
                html.Leaf("p", remark, ("class", "note"));
        }

        using (html.Open("ul", ("class", "badges")))
        {
            html.Leaf("li", "✓ All runs certified");
            foreach (ComparedRun run in comparison.Runs)
                html.Leaf("li", $"{run.Label}: {run.Summary.Scenario}, {NumberText.Count(run.Summary.Horizon.Periods)} {run.Summary.Horizon.Step}{(run.Summary.Horizon.Periods == 1 ? "" : "s")}");
        }
    }

    private static IEnumerable<ReportSection> Sections(RunComparison comparison, ComparisonText text)
    {
        yield return new ReportSection("inputs", "Inputs", "What changed in the inputs", html => Inputs(html, comparison));
        ComparedRun last = comparison.Runs[^1];
        if (comparison.Runs.Select(r => r.Summary.Horizon.From + r.Summary.Horizon.To).Distinct().Count() == 1 && comparison.Changes.Any(f => f.Key.Group == FigureGroup.Flow)
            && last.Report.System.Nodes.Any(n => n is { Lon: not null, Lat: not null }))
            yield return new ReportSection("map", "Map", $"Where flows change: {last.Label} against A", html => Map(html, comparison));
        foreach (CauseReport causes in comparison.Causes)
            yield return new ReportSection($"causes-{comparison.Runs[causes.Run].Label.ToLowerInvariant()}", "Causes", $"Which cause does what in {comparison.Runs[causes.Run].Label}", html => Causes(html, comparison, causes, text));
        foreach (IGrouping<FigureGroup, ComparedFigure> group in comparison.Changes.GroupBy(f => f.Key.Group).OrderBy(g => g.Key))
            yield return new ReportSection(group.Key.ToString().ToLowerInvariant(), ComparisonText.Title(group.Key), ComparisonText.Title(group.Key), html => Figures(html, comparison, [.. group], text));
        yield return new ReportSection("runs", "Runs", "The runs", html => Runs(html, comparison));
    }

    private static void Map(HtmlWriter html, RunComparison comparison)
    {
        ComparedRun reference = comparison.Runs[0], last = comparison.Runs[^1];
        MapModel model = MapModelBuilder.Difference(MapModelBuilder.Build(reference.Report), MapModelBuilder.Build(last.Report), $"{last.Summary.Scenario} against {reference.Summary.Scenario}");
        using var map = new StringWriter { NewLine = "\n" };
        MapView.Write(map, model);
        html.Markup(map.ToString());
    }

    private static void Figures(HtmlWriter html, RunComparison comparison, IReadOnlyList<ComparedFigure> figures, ComparisonText text)
    {
        foreach (IGrouping<string, ComparedFigure> carrier in figures.GroupBy(f => f.Key.Carrier))
        {
            ComparedFigure first = carrier.First();
            string unit = carrier.Select(f => f.Unit).Distinct().Count() == 1 ? ", " + ComparisonText.Unit(first.Key, first.Unit) : "";
            var table = new HtmlTable<ComparedFigure>((carrier.Key.Length == 0 ? ComparisonText.Title(first.Key.Group) : text.Carrier(carrier.Key)) + unit).Text("What", f => text.Name(f.Key));
            for (int i = 0; i < comparison.Runs.Count; i++)
            {
                int r = i;
                table.Number(comparison.Runs[r].Label, f => ComparisonText.Value(f.Key, f.Values[r], f.Scale));
            }

            for (int i = 1; i < comparison.Runs.Count; i++)
            {
                int r = i;
                table.Number($"{comparison.Runs[r].Label} − A", f => ComparisonText.Change(f.Key, f.Change(r), f.Scale));
            }

            if (unit.Length == 0)
                table.Text("Unit", f => ComparisonText.Unit(f.Key, f.Unit));
            table.WriteFolded(html, first.Key.Group == FigureGroup.Cost ? [.. carrier] : [.. carrier.OrderByDescending(f => f.Weight)], Shown, "rows");
        }
    }

    private static void Causes(HtmlWriter html, RunComparison comparison, CauseReport causes, ComparisonText text)
    {
        html.Leaf("p", "Each cause alone against A; the interaction is what they do together beyond that. The columns before “together” add up to it.");
        foreach (IGrouping<FigureGroup, AttributedFigure> group in causes.Figures.Where(f => Told.Contains(f.Key.Group)).GroupBy(f => f.Key.Group).OrderBy(g => g.Key))
        {
            var table = new HtmlTable<AttributedFigure>(ComparisonText.Title(group.Key))
                .Text("What", f => (f.Key.Carrier.Length > 0 ? text.Carrier(f.Key.Carrier) + ": " : "") + text.Name(f.Key));
            for (int i = 0; i < causes.Causes.Count; i++)
            {
                int cause = i;
                table.Number(causes.Causes[cause], f => ComparisonText.Change(f.Key, f.Attribution.Alone[cause], f.Scale));
            }

            table.Number("interaction", f => ComparisonText.Change(f.Key, f.Attribution.Interaction, f.Scale)).Number("together", f => ComparisonText.Change(f.Key, f.Attribution.Whole, f.Scale))
                .Text("Unit", f => ComparisonText.Unit(f.Key, f.Unit));
            for (int i = 0; i < causes.Causes.Count && group.Key == FigureGroup.Cost && group.First().Attribution.Shapley is not null; i++)
            {
                int cause = i;
                table.Number(causes.Causes[cause] + ", Shapley", f => f.Attribution.Shapley is { } s ? ComparisonText.Change(f.Key, s[cause], f.Scale) : NumberText.None);
            }

            table.WriteFolded(html, group.Key == FigureGroup.Cost ? [.. group] : [.. group.OrderByDescending(f => f.Weight)], Shown, "rows");
        }

        html.Leaf("p", $"Largest difference between the sum and the whole: {NumberText.Residual(causes.LargestRest)} of the figure. Shapley values share the interaction out over all orders in which the causes may come.", ("class", "note"));
    }

    private static void Inputs(HtmlWriter html, RunComparison comparison)
    {
        for (int r = 1; r < comparison.Runs.Count; r++)
        {
            IReadOnlyList<RowDifference> rows = comparison.Inputs[r];
            Assumptions(html, comparison.Runs[r]);
            if (rows.Count == 0)
            {
                html.Leaf("p", $"The inputs of {comparison.Runs[r].Label} are those of A.");
                continue;
            }

            html.Leaf("p", $"{comparison.Runs[r].Label} differs from A in {ComparisonText.Rows(rows.Count)}, of which {NumberText.Count(rows.Count(x => x.Acts))} can act on the result.");
            foreach (IGrouping<string, RowDifference> table in rows.OrderBy(x => x.Acts ? 0 : 1).GroupBy(x => x.Table))
            {
                new HtmlTable<RowDifference>(table.Key).Text("Row", x => x.Key).Text("Before → after", ComparisonText.Row)
                    .Text("Reason", x => x.Fields.FirstOrDefault(f => f.Column == "note")?.After)
                    .WriteFolded(html, [.. table.Take(200)], Shown, "rows");
                if (table.Count() > 200)
                    html.Leaf("p", $"Rows of {table.Key} that only the JSON has: {NumberText.Count(table.Count() - 200)}.", ("class", "note"));
            }
        }
    }

    private static void Assumptions(HtmlWriter html, ComparedRun run)
    {
        foreach (Scenario scenario in run.Report.Scenarios)
        {
            html.Leaf("h3", $"{run.Label}: {scenario.Title}");
            if (scenario.Description.Length > 0)
                html.Leaf("p", scenario.Description);
            string[] notes = [.. scenario.Changes.Select(c => c.Note).OfType<string>().Distinct(StringComparer.Ordinal)];
            if (notes.Length == 0)
                continue;
            using (html.Open("ul"))
            {
                foreach (string note in notes)
                    html.Leaf("li", note);
            }
        }
    }

    private static void Runs(HtmlWriter html, RunComparison comparison) =>
        new HtmlTable<ComparedRun>("Runs that were compared").Text("Run", r => r.Label).Text("Scenario", r => r.Summary.Scenario).Text("Question", r => string.Join(" ", r.Report.Scenarios.Select(s => s.Question)))
            .Text("Folder", r => r.Path?.Replace('\\', '/')).Number($"Cost, million {comparison.Runs[0].Summary.Currency}", r => NumberText.Of(r.Summary.Objective / 1e6)).Write(html, [.. comparison.Runs]);
}
