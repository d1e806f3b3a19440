using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Reporting.Export;
using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Html;

/// <summary>The file of a report in the folder of its run.</summary>
public static class ReportFile
{
    /// <summary>Its name.</summary>
    public const string Name = "report.html";

    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>Writes the page to a file, first under another name, so that it is never half-written.</summary>
    /// <param name="path">The file; an older one is replaced.</param>
    /// <param name="report">The run.</param>
    /// <param name="summary">Its summary.</param>
    /// <param name="stamp">How it came to be.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Write(string path, RunReport report, RunSummary summary, RunStamp stamp)
    {
        OutputFile.Replace(path, stream =>
        {
            using var writer = new StreamWriter(stream, Utf8, 1 << 16) { NewLine = "\n" };
            ReportPage.Write(writer, report, summary, stamp);
        });
    }
}
