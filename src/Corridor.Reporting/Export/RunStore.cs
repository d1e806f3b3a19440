using System.Text.Json;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Export;

/// <summary>Writes the files of a run: <c>run.json</c>, <c>result.sqlite</c> and <c>csv/</c>. docs/results.md describes them.</summary>
public static class RunStore
{
    /// <summary>The folder name of a run: it follows from what was asked, so that the same question has the same place.</summary>
    /// <param name="package">Name of the package.</param>
    /// <param name="scenario">Name of the scenario.</param>
    /// <param name="horizon">Span and step.</param>
    public static string DefaultName(string package, string scenario, HorizonSummary horizon) =>
        $"{Safe(package)}-{Safe(scenario)}-{horizon.From}-{horizon.To}-{horizon.Step}";

    /// <summary>The name under which a package's runs are kept: that of its folder or zip file, so that two packages of one name do not share a place.</summary>
    /// <param name="path">Path of the package.</param>
    /// <param name="name">Name in the package's descriptor, where the path has none.</param>
    public static string PackageName(string path, string name)
    {
        string own = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        if (own.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            own = Path.GetFileNameWithoutExtension(own);
        return own.Length == 0 ? name : own;
    }

    /// <summary>Writes the tables of a run that may be shown.</summary>
    /// <param name="folder">The folder that is being filled.</param>
    /// <param name="report">A run that may be shown.</param>
    /// <param name="summary">Its summary.</param>
    /// <param name="stamp">How it came to be.</param>
    /// <param name="cancellationToken">Stops between tables.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void WriteTables(RunFolder folder, RunReport report, RunSummary summary, RunStamp stamp, CancellationToken cancellationToken)
    {
        IReadOnlyList<ResultTable> tables = ResultTables.Of(report, stamp);
        string[] periods = [.. report.Horizon.Periods.Select(p => PeriodText.Of(p.Start, report.Horizon.Step))];
        // The two kinds of files share nothing, so they are written side by side.
        Task csv = Task.Run(() => WriteCsv(Path.Combine(folder.Partial, "csv"), [.. tables, .. SummaryTables.Of(summary)], periods, cancellationToken), CancellationToken.None);
        try
        {
            ResultDatabase.Write(Path.Combine(folder.Partial, "result.sqlite"), tables, cancellationToken);
        }
        finally
        {
            csv.GetAwaiter().GetResult();
        }
    }

    /// <summary>Writes <c>run.json</c>, the last file of a run.</summary>
    /// <param name="folder">The folder that is being filled.</param>
    /// <param name="summary">The summary.</param>
    /// <param name="stamp">How the run came to be.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void WriteSummary(RunFolder folder, RunSummary summary, RunStamp stamp)
    {
        using FileStream stream = File.Create(Path.Combine(folder.Partial, "run.json"));
        using (var writer = new Utf8JsonWriter(stream, JsonBytes.Options))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("stamp");
            writer.WriteString("code_version", stamp.CodeVersion);
            writer.WriteString("package_hash", stamp.PackageHash);
            writer.WriteStartArray("scenarios");
            foreach (ScenarioStamp scenario in stamp.Scenarios)
            {
                writer.WriteStartObject();
                writer.WriteString("name", scenario.Name);
                writer.WriteString("hash", scenario.Hash);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartObject("settings");
            writer.WriteString("from", summary.Horizon.From);
            writer.WriteString("to", summary.Horizon.To);
            writer.WriteString("step", summary.Horizon.Step);
            writer.WriteNumber("tolerance", stamp.Tolerance);
            writer.WriteNumber("threads", stamp.Threads);
            writer.WriteString("solver", stamp.Solver);
            if (stamp.Physics != "none")
                writer.WriteString("physics", stamp.Physics);
            writer.WriteEndObject();
            writer.WriteStartObject("machine");
            writer.WriteString("os", stamp.OperatingSystem);
            writer.WriteString("architecture", stamp.Architecture);
            writer.WriteNumber("processors", stamp.Processors);
            writer.WriteString("dotnet", stamp.DotNet);
            writer.WriteEndObject();
            writer.WriteString("started", stamp.Started);
            writer.WriteEndObject();
            writer.WritePropertyName("summary");
            RunSummaryJson.Write(writer, summary);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteCsv(string folder, IReadOnlyList<ResultTable> tables, IReadOnlyList<string> periods, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        foreach (ResultTable table in tables)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var sink = new CsvSink(new FileStream(Path.Combine(folder, table.Name + ".csv"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1), periods);
            sink.Header(table.Columns.Select(c => c.Name));
            table.WriteRows(sink);
        }
    }

    private static string Safe(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '+' ? c : '-'));
}
