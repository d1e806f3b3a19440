using System.Globalization;
using System.IO.Compression;
using Corridor.Model.Findings;

namespace Corridor.Data.Packages;

/// <summary>The files of a package that is a zip file; nothing is ever unpacked to the disk.</summary>
internal sealed class ArchiveFiles : IPackageFiles
{
    internal const int MostFiles = 1000;
    internal const long MostBytes = 1L << 30;
    internal const int LargestRatio = 200;
    private const long SmallEnough = 8L << 20;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);

    private ArchiveFiles(ZipArchive archive)
    {
        _archive = archive;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (!entry.FullName.EndsWith('/') && PackagePath.IsSafe(entry.FullName))
                _entries.TryAdd(entry.FullName, entry);
        }

        // An archive of the folder itself has one folder above the files.
        string? root = _entries.Keys.Where(n => n.EndsWith("/datapackage.json", StringComparison.Ordinal)).MinBy(n => n.Length);
        if (root is not null && !_entries.ContainsKey("datapackage.json"))
        {
            string prefix = root[..^"datapackage.json".Length];
            foreach ((string name, ZipArchiveEntry entry) in _entries.ToList())
            {
                _entries.Remove(name);
                if (name.StartsWith(prefix, StringComparison.Ordinal))
                    _entries[name[prefix.Length..]] = entry;
            }
        }

        Names = [.. _entries.Keys.Where(n => !n.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> NamesIn(string folder) =>
        [.. _entries.Keys.Where(n => n.StartsWith(folder + "/", StringComparison.Ordinal)).Select(n => n[(folder.Length + 1)..]).Where(n => !n.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public long? LengthOf(string name) => _entries.TryGetValue(name, out ZipArchiveEntry? entry) ? entry.Length : null;

    /// <inheritdoc/>
    public Stream Open(string name) => _entries[name].Open();

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    /// <summary>Opens an archive, unless what it unpacks to is out of all proportion.</summary>
    /// <exception cref="InvalidDataException">No zip file.</exception>
    internal static ArchiveFiles? Open(string path, FindingList findings)
    {
        ZipArchive archive = ZipFile.OpenRead(path);
        string file = Path.GetFileName(path);
        var place = new SourcePlace(file);
        string? refusal = Refuse(archive, new FileInfo(path).Length);
        if (refusal is not null)
        {
            findings.Add(PackageFindings.ArchiveLimit.At(file, place, refusal, "Unpack it yourself and give the path of the folder."));
            archive.Dispose();
            return null;
        }

        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string name = entry.FullName.TrimEnd('/');
            if (name.Length > 0 && !PackagePath.IsSafe(name))
                findings.Add(PackageFindings.UnsafePath.At(file, place, $"The archive holds '{name}', a path that leads out of it; it is not read.", "Pack the folder again, with relative names."));
        }

        return new ArchiveFiles(archive);
    }

    private static string? Refuse(ZipArchive archive, long packed)
    {
        if (archive.Entries.Count > MostFiles)
            return string.Create(CultureInfo.InvariantCulture, $"The archive holds {archive.Entries.Count} files, more than {MostFiles}.");
        long sum = 0;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            sum += entry.Length;
            if (sum > MostBytes)
                return string.Create(CultureInfo.InvariantCulture, $"The archive unpacks to more than {MostBytes} bytes.");
            if (entry.Length > SmallEnough && entry.Length / LargestRatio > entry.CompressedLength)
                return string.Create(CultureInfo.InvariantCulture, $"'{entry.FullName}' unpacks to {entry.Length} bytes, more than {LargestRatio} times its packed size.");
        }

        // Many entries that are each small enough, or that share their packed bytes.
        return sum > 4 * SmallEnough && sum / LargestRatio > packed
            ? string.Create(CultureInfo.InvariantCulture, $"The archive unpacks to {sum} bytes, more than {LargestRatio} times its own {packed}.")
            : null;
    }
}
