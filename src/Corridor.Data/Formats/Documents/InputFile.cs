using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Documents;

/// <summary>Reads a file whole, within limits; whatever is wrong with it becomes a finding.</summary>
internal static class InputFile
{
    /// <summary>Longest file that is read [bytes].</summary>
    internal const long Longest = 256L << 20;

    /// <summary>The bytes of a file without a byte order mark; null where it cannot be read.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="name">How findings name it.</param>
    /// <param name="findings">Takes what is wrong.</param>
    internal static ReadOnlyMemory<byte>? Bytes(string path, string name, FindingList findings)
    {
        var place = new SourcePlace(name);
        if (!File.Exists(path))
        {
            findings.Add(Directory.Exists(path) ? FormatFindings.NotFound.At(name, place, "This is a folder; a file is expected.", "Give the path of a file in it.") : MissingPath.Of(path, name, "file"));
            return null;
        }

        byte[] bytes;
        try
        {
            long length = new FileInfo(path).Length;
            if (length > Longest)
            {
                findings.Add(FormatFindings.TooLarge.At(name, place, string.Create(CultureInfo.InvariantCulture, $"The file has {length} bytes; {Longest} are read at most.")));
                return null;
            }

            bytes = File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            findings.Add(FormatFindings.Unreadable.At(name, place, $"The file cannot be read: {problem.Message}"));
            return null;
        }

        return bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;
    }

    /// <summary>A JSON document; null where it cannot be read.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="name">How findings name it.</param>
    /// <param name="findings">Takes what is wrong.</param>
    internal static JsonTree? Json(string path, string name, FindingList findings) =>
        Bytes(path, name, findings) is { } bytes ? Json(bytes.Span, new SourcePlace(name), findings) : null;

    /// <summary>A JSON document; null where it is none.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="place">The file, or the place of the string that holds the document.</param>
    /// <param name="findings">Takes what is wrong.</param>
    internal static JsonTree? Json(ReadOnlySpan<byte> bytes, SourcePlace place, FindingList findings)
    {
        if (!Utf8.IsValid(bytes))
        {
            findings.Add(FormatFindings.NotWellFormed.At(place.File, place, "The file is not encoded in UTF-8.", "Save it as UTF-8."));
            return null;
        }

        try
        {
            return JsonTree.Parse(bytes);
        }
        catch (JsonException problem)
        {
            bool isInner = place.Line > 0;
            SourcePlace at = isInner ? place : place with { Line = (int)(problem.LineNumber ?? 0) + 1, Column = (int)(problem.BytePositionInLine ?? 0) + 1 };
            bool isDeep = problem.Message.Contains("maximum configured depth", StringComparison.Ordinal);
            FindingKind kind = isDeep ? FormatFindings.TooLarge : FormatFindings.NotWellFormed;
            string what = isInner ? "The text that should hold a JSON document is none: " : "This is not JSON: ";
            findings.Add(kind.At(place.File, at, what + FirstSentence(problem.Message), "Look for a missing comma, quotation mark or bracket here or just before."));
            return null;
        }
    }

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        string sentence = end < 0 ? message : message[..(end + 1)];
        return string.Join(' ', sentence.Split(['\r', '\n', '\t', '\0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
