using System.Globalization;
using System.Text;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Backtest;

namespace Corridor.Reporting.Backtest;

/// <summary>The tables of a page in Markdown: each stands between two marks, and what stands around them is left alone.</summary>
public static class BacktestPage
{
    /// <summary>Mark before the tables of a year.</summary>
    /// <param name="part">Name of the part: backtest-2025, sensitivity-2025.</param>
    public static string Begin(string part) => $"<!-- {part} -->\n";

    /// <summary>Mark after the tables of a year.</summary>
    /// <param name="part">Name of the part.</param>
    public static string End(string part) => $"<!-- /{part} -->";

    /// <summary>Name of the part that holds a year's comparison.</summary>
    /// <param name="year">Calendar year.</param>
    public static string ComparisonPart(int year) => string.Create(CultureInfo.InvariantCulture, $"backtest-{year}");

    /// <summary>Name of the part that holds what a year's routes hang on.</summary>
    /// <param name="year">Calendar year.</param>
    public static string SensitivityPart(int year) => string.Create(CultureInfo.InvariantCulture, $"sensitivity-{year}");

    /// <summary>A page with a part replaced; the part is added at the end where the page has no marks for it.</summary>
    /// <param name="page">The page; may be empty.</param>
    /// <param name="part">Name of the part.</param>
    /// <param name="text">What shall stand between the marks.</param>
    public static string Replace(string page, string part, string text)
    {
        ArgumentNullException.ThrowIfNull(page);
        int begin = page.IndexOf(Begin(part), StringComparison.Ordinal), end = page.IndexOf(End(part), StringComparison.Ordinal);
        if (begin < 0 || end < begin)
            return (page.Length == 0 ? "" : page.TrimEnd('\n') + "\n\n") + Begin(part) + text + End(part) + "\n";
        return page[..(begin + Begin(part).Length)] + text + page[end..];
    }

    /// <summary>The comparison of a year: the finding, the table, the causes.</summary>
    /// <param name="result">A backtest of a certified result.</param>
    public static string Comparison(BacktestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder(BacktestView.Finding(result)).Append("\n\n| route or market | unit | modelled | reported | deviation | source (confidence) |\n|---|---|--:|--:|--:|---|\n");
        foreach (RouteComparison route in result.Routes)
            text.Append(CultureInfo.InvariantCulture, $"| {BacktestView.Name(route)} | {UnitText.Of(route.Unit)} | {BacktestView.Amount(route.Modelled, route)} | {BacktestView.Amount(route.Reported, route)} | {DeviationText.Of(route.Deviation)} | {route.Source ?? "–"} ({BacktestView.Confidence(route)}) |\n");
        text.Append('\n');
        foreach (RouteComparison route in result.Routes.Where(r => Math.Abs(r.Deviation) > DeviationText.Notable))
            text.Append(CultureInfo.InvariantCulture, $"- **{route.Name}**, {DeviationText.Of(route.Deviation)}: {route.Cause ?? "no cause is named"}\n");
        foreach (RouteComparison route in result.Routes)
        {
            foreach (PartComparison part in route.Parts)
                text.Append(CultureInfo.InvariantCulture, $"- {route.Name}, {part.Start:O} to {part.End:O}: {NumberText.Of(part.Modelled)} modelled, {NumberText.Of(part.Reported)} {UnitText.Of(route.Unit)} reported, {DeviationText.Of(part.Deviation)}\n");
        }

        if (result.NotReported.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"- Without a reported figure of the year: {string.Join(", ", result.NotReported.Select(r => $"`{r.Id}`"))}\n");
        return text.ToString();
    }

    /// <summary>What the routes of a year hang on: the three moves that change each most.</summary>
    /// <param name="result">Any sensitivity.</param>
    public static string Sensitivity(SensitivityResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{result.Parameters} parameters, moved one at a time; each result certified{(result.Failed.Count == 0 ? "" : $", but for {string.Join("; ", result.Failed)}")}.\n\n");
        text.Append("| route or market | unit | modelled | hangs most on | then on | then on |\n|---|---|--:|---|---|---|\n");
        foreach (RouteSensitivity route in result.Routes)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {route.Name} | {UnitText.Of(route.Unit)} | {NumberText.Of(route.Modelled, 1 + route.Reported)} |");
            for (int m = 0; m < SensitivityStudy.Kept; m++)
            {
                bool moved = m < route.Moves.Count && Math.Abs(route.Moves[m].Modelled - route.Modelled) > 1e-3 * Math.Max(Math.Max(route.Reported, route.Modelled), 1e-3);
                text.Append(moved ? $" {route.Moves[m].Parameter} {route.Moves[m].Move}: {NumberText.Of(route.Moves[m].Modelled, 1 + route.Reported)} |" : " – |");
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
