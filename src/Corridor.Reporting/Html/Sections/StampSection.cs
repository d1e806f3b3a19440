using System.Globalization;
using Corridor.Reporting.Export;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Html.Sections;

/// <summary>How the run came to be: with this package, code and settings it can be repeated to the bit.</summary>
internal static class StampSection
{
    public static ReportSection Create(ReportContext context)
    {
        RunStamp stamp = context.Stamp;
        RunSummary s = context.Summary;
        return new("stamp", "Stamp", "How this page came to be", html =>
        {
            (string Name, string Value)[] rows =
            [
                ("Package", $"{context.System.Description.Title ?? s.Package} ({s.Package}{(context.System.Description.Version is { } version ? " " + version : "")}), {context.System.Description.Licence ?? "no licence stated"}"),
                ("Hash of the package", stamp.PackageHash),
                ("Scenario", s.Scenario),
                .. stamp.Scenarios.Select(f => ($"Hash of {f.Name}", f.Hash)),
                ("Span", $"{s.Horizon.From} to {s.Horizon.To} (not included), {NumberText.Count(s.Horizon.Periods)} {s.Horizon.Step}s"),
                ("Program", $"Corridor {stamp.CodeVersion}"),
                ("Linear program", $"{NumberText.Count(s.Size.Rows)} rows, {NumberText.Count(s.Size.Columns)} columns, {NumberText.Count(s.Size.Nonzeros)} entries, solved to {NumberText.Residual(stamp.Tolerance)}"),
                ("Time", string.Create(CultureInfo.InvariantCulture, $"read {s.Timing.Read:0.0} s, compile {s.Timing.Compile:0.0} s, solve {s.Timing.Solve:0.0} s, check {s.Timing.Check:0.0} s; {stamp.Threads} threads")),
                .. stamp.Physics == "none" ? Array.Empty<(string, string)>() : [("Physics of gas lines", stamp.Physics)],
                ("Machine", $"{stamp.OperatingSystem}, {stamp.Architecture}, {stamp.Processors} processors, {stamp.DotNet}"),
                ("Started", stamp.Started.Length == 0 ? NumberText.None : stamp.Started),
            ];
            using (html.Open("dl"))
            {
                foreach ((string name, string value) in rows)
                {
                    html.Leaf("dt", name);
                    html.Leaf("dd", value);
                }
            }

            html.Leaf("p", "Corridor computes consequences; it takes no side. Names and borders follow ISO 3166 and the source that is cited.", ("class", "note"));
        })
        {
            Flows = true,
        };
    }
}
