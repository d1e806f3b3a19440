using System.IO.Compression;
using Corridor.Model.Findings;

namespace Corridor.Data.Packages;

/// <summary>Packs a package into a zip file that is the same package, with the same hash.</summary>
public static class PackageArchive
{
    // The earliest date that a zip file can state: the bytes follow from the content alone.
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs the files that <see cref="PackageHash"/> covers.</summary>
    /// <param name="path">Folder or zip file of a package.</param>
    /// <param name="target">The zip file to write; must not exist.</param>
    /// <param name="findings">Collects why the package cannot be read.</param>
    /// <returns>Whether it was packed.</returns>
    /// <exception cref="IOException">The disk refuses the target.</exception>
    public static bool Write(string path, string target, FindingList findings)
    {
        using IPackageFiles? files = PackageReader.TryOpen(path, findings);
        if (files is null)
            return false;
        Write(files, target);
        return true;
    }

    /// <summary>Packs files.</summary>
    /// <exception cref="IOException">The disk refuses the target.</exception>
    internal static void Write(IPackageFiles files, string target)
    {
        using var archive = new ZipArchive(new FileStream(target, FileMode.CreateNew, FileAccess.ReadWrite), ZipArchiveMode.Create);
        foreach (string name in PackageHash.FilesOf(files))
        {
            ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = NoDate;
            using Stream source = files.Open(name), packed = entry.Open();
            source.CopyTo(packed);
        }
    }
}
