using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Reporting.Charts;
using Corridor.Reporting.Html;
using Corridor.Reporting.Hydraulics.Drawing;
using Corridor.Reporting.Hydraulics.Sections;
using Corridor.Reporting.Maps;

namespace Corridor.Reporting.Hydraulics;

/// <summary>
/// Writes a hydraulic study as one page for people, which opens offline and needs nothing else: the verdict, a map of pressures, profiles
/// along routes, and tables. docs/hydraulics-report.md tells what stands where.
/// </summary>
public static class HydraulicReport
{
    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>Writes the page to a file, first under another name, so that it is never half-written.</summary>
    /// <param name="input">What it is made from.</param>
    /// <param name="path">The file; an older one is replaced.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Write(HydraulicReportInput input, string path)
    {
        OutputFile.Replace(path, stream =>
        {
            using var writer = new StreamWriter(stream, Utf8, 1 << 16) { NewLine = "\n" };
            Write(input, writer);
        });
    }

    /// <summary>Writes the page.</summary>
    /// <param name="input">What it is made from.</param>
    /// <param name="writer">Where to; UTF-8, line feeds.</param>
    public static void Write(HydraulicReportInput input, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(writer);
        var context = new HydraulicContext(input);
        var header = new HydraulicHeader(context);
        ReportSection[] sections = [.. Sections(context).OfType<ReportSection>()];
        var page = new HtmlPage
        {
            Title = $"{header.Question()} Corridor hydraulics",
            Sections = [.. sections.Select(s => (s.Id, s.Name))],
            Styles = MapView.Css + HtmlPage.Asset("hydraulics.css") + HydraulicColours.Variables(),
            Script = HtmlPage.Asset("hydraulics.js"),
        };
        page.Write(writer, header.Write, html =>
        {
            ChartPatterns.Write(html);
            foreach (ReportSection section in sections)
                section.WriteTo(html);
        });
    }

    private static IEnumerable<ReportSection?> Sections(HydraulicContext context)
    {
        foreach (ReportSection section in NominationSection.Create(context))
            yield return section;
        yield return ComplaintSection.Create(context);
        foreach (ReportSection section in MotionSection.Create(context))
            yield return section;
        yield return FigureSection.Create(context);
        yield return NetworkSection.Create(context);
        yield return ProfileSection.Create(context);
        yield return LimitSection.Create(context);
        yield return StationSection.Create(context);
        yield return VelocitySection.Create(context);
        yield return GasSection.Create(context);
        yield return StateSection.Create(context);
        yield return FindingSection.Create(context);
        yield return CheckSection.Create(context);
        yield return LawSection.Create(context);
    }
}
