using System.Globalization;
using System.Text;
using Corridor.Reporting.Charts;
using Corridor.Reporting.Export;
using Corridor.Reporting.Html.Sections;
using Corridor.Reporting.Look;
using Corridor.Reporting.Maps;
using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Html;

/// <summary>
/// Writes <c>report.html</c>: a run as one page for people, which opens offline and needs nothing else. docs/report.md tells what stands where.
/// </summary>
public static class ReportPage
{
    /// <summary>Writes the page. Of a run without a certificate it tells what failed, and shows no figure but the residuals.</summary>
    /// <param name="writer">Where to; UTF-8, line feeds.</param>
    /// <param name="report">The run.</param>
    /// <param name="summary">Its summary.</param>
    /// <param name="stamp">How it came to be.</param>
    public static void Write(TextWriter writer, RunReport report, RunSummary summary, RunStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(stamp);
        var context = new ReportContext(report, summary, stamp);
        var header = new ReportHeader(context);
        ReportSection[] sections = [.. Sections(context).OfType<ReportSection>()];
        var page = new HtmlPage
        {
            Title = $"{header.Question()} Corridor report",
            Sections = [.. sections.Select(s => (s.Id, s.Name))],
            Styles = Colours(context) + (report.MayBeShown ? MapView.Css : ""),
            Script = report.MayBeShown ? MapView.Script : "",
        };
        page.Write(writer, report.MayBeShown ? header.Write : header.WriteRefusal, html =>
        {
            ChartPatterns.Write(html);
            foreach (ReportSection section in sections)
                section.WriteTo(html);
        });
    }

    private static IEnumerable<ReportSection?> Sections(ReportContext context)
    {
        if (context.Report.MayBeShown)
        {
            var map = MapSection.Begin(context);
            ReportSection?[] sections =
            [
                ScenarioSection.Create(context),
                ShortageSection.Create(context),
                BalanceSection.Create(context),
                PriceSection.Create(context),
                StorageSection.Create(context),
                ContractSection.Create(context),
                BottleneckSection.Create(context),
                CapacitySection.Create(context),
                PhysicsSection.Create(context),
                RuleSection.Create(context),
                BorderSection.Create(context),
                SupplierSection.Create(context),
                ObservationSection.Create(context),
            ];
            yield return map.Create();
            foreach (ReportSection? section in sections)
                yield return section;
        }
        else
        {
            yield return FailureSection.Create(context);
            yield return ScenarioSection.Create(context);
        }

        yield return FindingSection.Create(context);
        yield return CertificateSection.Create(context);
        yield return SourceSection.Create(context);
        yield return StampSection.Create(context);
    }

    /// <summary>Colours of zones and carriers as variables, for both themes.</summary>
    private static string Colours(ReportContext context)
    {
        (string Name, string Colour)[] colours =
        [
            .. context.System.Zones.Select(z => (HtmlWriter.Id("zone", z.Id), context.Colours.Of(z.Id))),
            .. context.System.Carriers.Select(c => (HtmlWriter.Id("carrier", c.Id), Palette.Carrier(c.Id))),
        ];
        var light = new StringBuilder();
        var dark = new StringBuilder();
        foreach ((string name, string colour) in colours)
        {
            light.Append(CultureInfo.InvariantCulture, $"--{name}:{colour};");
            dark.Append(CultureInfo.InvariantCulture, $"--{name}:{Palette.OnDark(colour)};");
        }

        return $":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n@media screen{{:root[data-theme=dark]{{{dark}}}}}\n";
    }
}
