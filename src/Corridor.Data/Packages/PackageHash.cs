using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Corridor.Model.Findings;

namespace Corridor.Data.Packages;

/// <summary>The hash by which a run names its input.</summary>
public static class PackageHash
{
    /// <summary>
    /// SHA-256 over datapackage.json, the CSV files beside it and the files it lists: for each, in ordinal order of the names, name,
    /// length and content. A folder and a zip file of it have the same hash.
    /// </summary>
    /// <param name="path">Folder or zip file of a package.</param>
    /// <param name="findings">Collects why it cannot be read.</param>
    /// <returns>64 hexadecimal digits in lower case; null if the package cannot be read.</returns>
    public static string? Compute(string path, FindingList findings)
    {
        using IPackageFiles? files = PackageReader.TryOpen(path, findings);
        if (files is null)
            return null;
        try
        {
            return Compute(files);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            findings.Add(PackageFindings.Unreadable.At(path, new SourcePlace(path), "It cannot be read: " + problem.Message));
            return null;
        }
    }

    /// <summary>The files that are the package, in ordinal order.</summary>
    internal static IReadOnlyCollection<string> FilesOf(IPackageFiles files)
    {
        var names = new SortedSet<string>(files.Names.Where(n => n == PackageDescriptor.FileName || n.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)), StringComparer.Ordinal);
        if (files.LengthOf(PackageDescriptor.FileName) is not null && new DescriptorReader(new FindingList()).Read(files) is { } descriptor)
            names.UnionWith(descriptor.Resources.Select(r => r.Path).Where(p => files.LengthOf(p) is not null));
        return names;
    }

    internal static string Compute(IPackageFiles files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[8];
        byte[] buffer = new byte[128 * 1024];
        foreach (string name in FilesOf(files))
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(name);
            BinaryPrimitives.WriteInt64LittleEndian(length, utf8.Length);
            hash.AppendData(length);
            hash.AppendData(utf8);
            BinaryPrimitives.WriteInt64LittleEndian(length, files.LengthOf(name)!.Value);
            hash.AppendData(length);
            using Stream stream = files.Open(name);
            for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
                hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
