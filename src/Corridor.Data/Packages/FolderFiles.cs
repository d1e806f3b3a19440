namespace Corridor.Data.Packages;

/// <summary>The files of a package that is a folder.</summary>
internal sealed class FolderFiles : IPackageFiles
{
    private readonly string _folder;

    internal FolderFiles(string folder)
    {
        _folder = folder;
        Names = [.. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> NamesIn(string folder)
    {
        string path = Path.Combine(_folder, folder);
        return Directory.Exists(path) ? [.. Directory.EnumerateFiles(path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)] : [];
    }

    /// <inheritdoc/>
    public long? LengthOf(string name)
    {
        var file = new FileInfo(Path.Combine(_folder, name));
        return file.Exists ? file.Length : null;
    }

    /// <inheritdoc/>
    public Stream Open(string name) => new FileStream(Path.Combine(_folder, name), FileMode.Open, FileAccess.Read, FileShare.Read, 1);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held open.
    }
}
