using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Workbooks;

/// <summary>The zip file of a workbook, opened only if what it unpacks to is in proportion.</summary>
internal sealed class WorkbookArchive : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly WorkbookLimits _limits;

    // Names of parts do not tell upper from lower case (ECMA-376 part 2, 6.2.2.2).
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    private WorkbookArchive(ZipArchive archive, string file, WorkbookLimits limits) => (_archive, File, _limits) = (archive, file, limits);

    /// <summary>Name of the file, for findings.</summary>
    internal string File { get; }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    /// <summary>Opens a file; null where it is no zip file or one that is refused, which is reported.</summary>
    internal static WorkbookArchive? Open(string path, string file, WorkbookLimits limits, FindingList findings)
    {
        var place = new SourcePlace(file);
        if (!System.IO.File.Exists(path))
        {
            findings.Add(Directory.Exists(path) ? FormatFindings.NotFound.At(file, place, "This is a folder; a workbook is one file.", "Give the path of a workbook in it.") : Documents.MissingPath.Of(path, file, "file"));
            return null;
        }

        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (Refusal(stream, limits) is { } refusal)
            {
                findings.Add(refusal.Kind.At(file, place, refusal.Message, refusal.Hint));
                stream.Dispose();
                return null;
            }

            stream.Position = 0;
            var archive = new WorkbookArchive(new ZipArchive(stream, ZipArchiveMode.Read), file, limits);
            if (archive.Index(stream.Length, findings))
                return archive;
            archive.Dispose();
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException or ArgumentException)
        {
            stream?.Dispose();
            bool isContent = problem is InvalidDataException or NotSupportedException or ArgumentException;
            findings.Add(isContent
                ? FormatFindings.NotWellFormed.At(file, place, "The zip file of the workbook is broken: " + problem.Message, "Copy the file again.")
                : FormatFindings.Unreadable.At(file, place, $"The file cannot be read: {problem.Message}"));
            return null;
        }
    }

    /// <summary>Whether there is a part.</summary>
    internal bool Has(string part) => _entries.ContainsKey(part);

    /// <summary>Opens a part; null where it is missing or broken, which is reported.</summary>
    internal WorkbookPart? OpenPart(string part, FindingList findings)
    {
        if (_entries.TryGetValue(part, out ZipArchiveEntry? entry))
            return WorkbookPart.Open(() => new WorkbookStream(entry.Open(), entry.Length), File, part, _limits.Part, findings);
        findings.Add(FormatFindings.Missing.At(File, new SourcePlace(File), $"The workbook has no part '{part}'.", "Save it again."));
        return null;
    }

    private bool Index(long packed, FindingList findings)
    {
        long total = 0;
        foreach (ZipArchiveEntry entry in _archive.Entries)
        {
            string name = entry.FullName.Replace('\\', '/').TrimStart('/');
            total += entry.Length;
            string? refusal = entry.Length > _limits.Part || total > _limits.Total
                ? string.Create(CultureInfo.InvariantCulture, $"'{name}' unpacks to {entry.Length} bytes, the parts so far to {total}; {_limits.Part} and {_limits.Total} are read at most.")
                : entry.Length > _limits.SmallPart && entry.Length / _limits.Ratio > entry.CompressedLength
                    ? string.Create(CultureInfo.InvariantCulture, $"'{name}' unpacks to {entry.Length} bytes, more than {_limits.Ratio} times its packed size of {entry.CompressedLength}.")
                    // Many parts that are each small enough, or that share their packed bytes.
                    : total > 4 * _limits.SmallPart && total / _limits.Ratio > packed
                        ? string.Create(CultureInfo.InvariantCulture, $"The parts unpack to {total} bytes, more than {_limits.Ratio} times the {packed} of the file.")
                        : null;
            if (refusal is not null)
            {
                findings.Add(FormatFindings.TooMany.At(File, new SourcePlace(File), refusal));
                return false;
            }

            if (!_entries.TryAdd(name, entry))
            {
                findings.Add(FormatFindings.DuplicateId.At(File, new SourcePlace(File), $"The zip file has two entries '{name}'."));
                return false;
            }
        }

        return true;
    }

    /// <summary>Looks at the ends of the file before its directory is read into memory.</summary>
    private static (FindingKind Kind, string Message, string? Hint)? Refusal(FileStream stream, WorkbookLimits limits)
    {
        if (stream.Length > limits.File)
            return (FormatFindings.TooLarge, string.Create(CultureInfo.InvariantCulture, $"The file has {stream.Length} bytes; {limits.File} are read at most."), null);
        Span<byte> head = stackalloc byte[8];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (head[..length].StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return (FormatFindings.UnknownFormat, "This is a workbook of the old form (.xls), or one with a password.", "Save it as .xlsx without a password.");
        if (!head[..length].StartsWith("PK"u8))
            return (FormatFindings.UnknownFormat, "This is no workbook: an .xlsx file is a zip file.", null);
        return DirectoryRefusal(stream, limits);
    }

    private static (FindingKind Kind, string Message, string? Hint)? DirectoryRefusal(FileStream stream, WorkbookLimits limits)
    {
        const int EndLength = 22;
        byte[] tail = new byte[(int)Math.Min(stream.Length, EndLength + ushort.MaxValue)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        int end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndLength > tail.Length)
            return (FormatFindings.NotWellFormed, "The zip file of the workbook is cut off: its directory is missing.", "Copy the file again.");
        int entries = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
        long start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        long directory = stream.Length - tail.Length + end - start;
        return entries > limits.Entries || directory > limits.Directory
            ? (FormatFindings.TooMany, string.Create(CultureInfo.InvariantCulture, $"The zip file has more than {limits.Entries} entries, or a directory longer than {limits.Directory} bytes."), null)
            : null;
    }
}
