namespace Corridor.Data.Packages;

/// <summary>The files of a package, whether a folder or an archive holds them. Names are relative, with '/' between the parts.</summary>
internal interface IPackageFiles : IDisposable
{
    /// <summary>Names of the files on the top level, in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Names of the files in a folder of the package, without the folder, in ordinal order; none if there is no such folder.</summary>
    /// <param name="folder">Name of a folder on the top level.</param>
    public IReadOnlyList<string> NamesIn(string folder);

    /// <summary>Length of a file in bytes; null if there is no such file.</summary>
    /// <param name="name">A name that <see cref="PackagePath.IsSafe"/> accepts.</param>
    public long? LengthOf(string name);

    /// <summary>Opens a file that exists for reading.</summary>
    /// <param name="name">A name whose <see cref="LengthOf"/> is not null.</param>
    public Stream Open(string name);
}
