using System.IO.Compression;
using System.Text;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Exchange;

/// <summary>Tells by names and first bytes which program's data a file or folder holds, for whoever names no format.</summary>
public static class FormatRecognition
{
    private const int HeadBytes = 1 << 16;
    private const int MostFiles = 10_000;

    private static readonly string[] GemColumns = ["ProjectID", "PipelineName", "TerminalName"];

    /// <summary>The name of an importer's format; null for a package, for nothing known, and for what several formats could be.</summary>
    /// <param name="path">File or folder; one that is not there or cannot be read is none.</param>
    public static string? Of(string path)
    {
        try
        {
            return Directory.Exists(path) ? OfFolder(path) : File.Exists(path) ? OfFile(path) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Whoever reads it next tells what is wrong with it.
            return null;
        }
    }

    /// <summary>Whether a file is told to be another format's than the one asked for; a finding of severity error then says which.</summary>
    /// <param name="path">File; a folder is none of another format.</param>
    /// <param name="format">The format asked for.</param>
    /// <param name="what">What a file of it is called.</param>
    /// <param name="findings">Takes the finding.</param>
    internal static bool IsAnother(string path, string format, string what, FindingList findings)
    {
        if (!File.Exists(path) || Of(path) is not { } like || like == format)
            return false;
        string name = ForeignText.OneLine(Path.GetFileName(path));
        findings.Add(FormatFindings.UnknownFormat.At(name, new SourcePlace(name), $"This is no {what}: it looks like the format {like}.", $"corridor import {like} reads it."));
        return true;
    }

    private static string? OfFolder(string path)
    {
        string[] names = [.. Directory.EnumerateFiles(path).Take(MostFiles).Select(f => Path.GetFileName(f))];
        if (names.Contains("datapackage.json"))
            return null;
        if (names.Contains("buses.csv"))
            return "pypsa";
        if (names.Contains("mapping.yaml"))
            return "csv";
        if (Ends(names, "_Nodes.csv") || Ends(names, "_PipeSegments.csv") || File.Exists(Path.Combine(path, "derived", "nodes.csv")))
            return "scigrid";
        return Ends(names, ".net") ? "gaslib" : HasOneNetworkInside(path) ? "pypsa" : null;
    }

    /// <summary>Whether one folder inside, and no other, holds a network of PyPSA, which its importer then reads.</summary>
    private static bool HasOneNetworkInside(string path)
    {
        string[] inside = [.. Directory.EnumerateDirectories(path).Take(MostFiles).Where(d => File.Exists(Path.Combine(d, "buses.csv"))).Take(2)];
        return inside.Length == 1 && !File.Exists(Path.Combine(inside[0], "datapackage.json"));
    }

    private static string? OfFile(string path)
    {
        byte[] head = Head(path);
        if (head.AsSpan().StartsWith("SQLite format 3\0"u8))
            return "sqlite";
        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return OfArchive(path);
        string text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF');
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".m":
                return "matpower";
            case ".net" or ".scn" when text.TrimStart().StartsWith('<'):
                return "gaslib";
            case ".json" when text.Contains("pandapipesNet", StringComparison.Ordinal):
                return "pandapipes";
            case ".csv" or ".tsv" or ".txt":
                string header = text.Split('\n', 2)[0];
                return header.StartsWith("series,month", StringComparison.OrdinalIgnoreCase) ? "series" : GemColumns.Any(c => header.Contains(c, StringComparison.Ordinal)) ? "gem" : null;
            default:
                return null;
        }
    }

    /// <summary>A workbook is told by its sheets; another archive may be a package.</summary>
    private static string? OfArchive(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        if (archive.GetEntry("xl/workbook.xml") is not { } entry)
            return null;
        byte[] bytes = new byte[HeadBytes];
        using Stream stream = entry.Open();
        string sheets = Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        if (Has("\"carriers\"") || Has("\"nodes\""))
            return "excel";
        if (Has("\"Monthly Prices\""))
            return "series";
        return Has("Pipelines") || Has("Terminals") ? "gem" : null;

        bool Has(string words) => sheets.Contains(words, StringComparison.Ordinal);
    }

    private static byte[] Head(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        byte[] bytes = new byte[HeadBytes];
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..read];
    }

    private static bool Ends(string[] names, string ending) => names.Any(n => n.EndsWith(ending, StringComparison.Ordinal));
}
