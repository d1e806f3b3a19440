using System.IO.Compression;
using System.Text;

namespace Corridor.Tests.Data.Formats.Fuzzing;

/// <summary>A valid input of a reader: its files by name, each in turn damaged.</summary>
/// <param name="Main">What the reader is given: a file's name, or nothing for the folder.</param>
/// <param name="Files">The files.</param>
internal sealed record FuzzSample(string Main, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>Files that are damaged; all where empty.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [.. Files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A sample of texts.</summary>
    internal static FuzzSample Of(string main, params (string Name, string Text)[] files) =>
        new(main, files.ToDictionary(f => f.Name, f => Encoding.UTF8.GetBytes(f.Text), StringComparer.Ordinal));

    /// <summary>A sample of the files of a folder, that of a folder below included.</summary>
    internal static FuzzSample OfFolder(string folder, string main = "") =>
        new(main, Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f), File.ReadAllBytes, StringComparer.Ordinal));

    /// <summary>The parts of a zip file.</summary>
    internal static List<(string Name, byte[] Content)> Unpack(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        var parts = new List<(string Name, byte[] Content)>();
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using Stream stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            parts.Add((entry.FullName, content.ToArray()));
        }

        return parts;
    }

    /// <summary>A zip file of parts.</summary>
    internal static byte[] Pack(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in parts)
            {
                using Stream stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(content);
            }
        }

        return zip.ToArray();
    }
}
