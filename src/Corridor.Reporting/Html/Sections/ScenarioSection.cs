using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Html.Sections;

/// <summary>What the scenarios change: each figure before and after, when, why, and by which source.</summary>
internal sealed class ScenarioSection(ReportContext context)
{
    private const int Shown = 15;

    private readonly ChangeWords _words = new(context.System);

    public static ReportSection? Create(ReportContext context)
    {
        IReadOnlyList<Scenario> scenarios = context.Report.Scenarios;
        if (scenarios.Count == 0)
            return null;
        int changes = scenarios.Sum(s => s.Changes.Count);
        return new("scenario", "What is changed", $"What is changed: {(changes == 1 ? "1 change" : $"{changes} changes")} to the package", html => new ScenarioSection(context).Write(html, scenarios));
    }

    private void Write(HtmlWriter html, IReadOnlyList<Scenario> scenarios)
    {
        // Applied once more, for the record of what each change did.
        IReadOnlyList<ScenarioEffect> effects = context.Report.BaseSystem is { } before
            ? ScenarioApplication.Run(before, scenarios, new FindingList(), new DateWindow(context.Report.Horizon.From, context.Report.Horizon.To)).Effects
            : [];
        foreach (Scenario scenario in scenarios)
        {
            html.Leaf("h3", scenario.Title);
            if (scenario.Description.Length > 0)
                html.Leaf("p", scenario.Description);
            using (html.Open("ul"))
            {
                foreach (ScenarioChange change in scenario.Changes)
                    Change(html, change);
            }

            ScenarioEffect[] own = [.. effects.Where(e => e.Scenario == scenario.Name)];
            if (own.Length == 0)
                continue;
            using (html.Open("details", ("class", "charts")))
            {
                html.Leaf("summary", own.Length == 1 ? "1 figure of the package, before and after" : $"{own.Length} figures of the package, before and after");
                Table(html, scenario, own);
            }
        }
    }

    private void Change(HtmlWriter html, ScenarioChange change)
    {
        using (html.Open("li"))
        {
            html.Text(_words.Of(change).TrimEnd('.') + ". ");
            Why(html, change);
        }
    }

    private void Table(HtmlWriter html, Scenario scenario, ScenarioEffect[] effects) =>
        new HtmlTable<ScenarioEffect>($"{scenario.Title}: figures of the package before and after")
            .Column("What", false, (h, e) =>
            {
                h.Text(context.Name(e.Id));
                context.Sources.Mark(h, e.Table, e.Id, context.Name(e.Id));
                h.Leaf("small", $"{e.Table.Replace('_', ' ')} {e.Id}");
            })
            .Text("Figure", e => e.Column?.Replace('_', ' ') ?? (e.After is null && e.Before is not null ? "taken out" : "added"))
            .Text("Before", e => e.Before ?? "by date")
            .Text("After", e => e.Column is null ? "" : e.After ?? "by date")
            .Text("When", e => When(e.Window))
            .WriteFolded(html, effects, Shown, "changed figures");

    private void Why(HtmlWriter html, ScenarioChange change)
    {
        html.Text(change.Note is { Length: > 0 } note ? $"{ReportContext.Sentence(note).TrimEnd('.')}. " : "");
        if (change.Source is null)
        {
            html.Leaf("span", "Assumed by the scenario.", ("class", "note"));
            return;
        }

        string number = context.Sources.Number(change.Source).ToString(System.Globalization.CultureInfo.InvariantCulture);
        html.Leaf("a", "[" + number + "]", ("href", "#d-" + number), ("aria-label", $"[{number}] source of the change"));
    }

    private static string When(DateWindow window) => (window.From, window.To) switch
    {
        (null, null) => "always",
        ({ } from, null) => "from " + ReportContext.Day(from),
        (null, { } to) => "to " + ReportContext.Day(to.AddDays(-1)),
        ({ } from, { } to) => $"{ReportContext.Day(from)} to {ReportContext.Day(to.AddDays(-1))}",
    };
}
