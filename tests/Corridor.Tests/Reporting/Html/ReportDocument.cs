using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Corridor.Reporting.Html;
using Corridor.Reporting.Summaries;

namespace Corridor.Tests.Reporting.Html;

/// <summary>A report as text, and as a strict parser reads it.</summary>
internal static class ReportDocument
{
    public static string Text(RunReport report)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        ReportPage.Write(writer, report, RunSummaryBuilder.Build(report, SampleRun.Timing), SampleRun.Stamp);
        return writer.ToString();
    }

    /// <summary>Fails on anything that HTML does not allow.</summary>
    public static IHtmlDocument Parse(string page) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(page);
}
