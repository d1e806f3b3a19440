using Corridor.Model;

namespace Corridor.Data.Packages;

/// <summary>The files of a package that stands on no disk, such as one made of another program's data.</summary>
public sealed class PackageImage
{
    private readonly MemoryFiles _files;

    private PackageImage(MemoryFiles files)
    {
        _files = files;
        Hash = PackageHash.Compute(files);
    }

    /// <summary>The hash of the package, as <see cref="PackageHash"/> computes it for the same files in a folder.</summary>
    public string Hash { get; }

    /// <summary>Makes the files.</summary>
    /// <param name="system">The system.</param>
    /// <exception cref="ArgumentException">The system holds what no package can: see <see cref="PackageWriter"/>.</exception>
    public static PackageImage Of(EnergySystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        var files = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        PackageWriter.WriteFiles(system, name => files[name] = new MemoryStream());
        return new PackageImage(new MemoryFiles(files.ToDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal)));
    }

    /// <summary>Packs the package into a zip file that is the same package, with the same hash.</summary>
    /// <param name="target">The zip file to write; must not exist.</param>
    /// <exception cref="IOException">The disk refuses the target.</exception>
    public void WriteArchive(string target) => PackageArchive.Write(_files, target);

    private sealed class MemoryFiles(Dictionary<string, byte[]> files) : IPackageFiles
    {
        public IReadOnlyList<string> Names { get; } = [.. files.Keys.Order(StringComparer.Ordinal)];

        public IReadOnlyList<string> NamesIn(string folder) => [];

        public long? LengthOf(string name) => files.TryGetValue(name, out byte[]? bytes) ? bytes.Length : null;

        public Stream Open(string name) => new MemoryStream(files[name], writable: false);

        public void Dispose()
        {
            // Nothing is held open.
        }
    }
}
