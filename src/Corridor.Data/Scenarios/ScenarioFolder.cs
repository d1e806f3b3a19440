using Corridor.Data.Packages;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;

namespace Corridor.Data.Scenarios;

/// <summary>The scenarios that a package brings along: <c>scenarios/NAME.yaml</c>, in its folder or zip file.</summary>
public static class ScenarioFolder
{
    private const string Folder = "scenarios";
    private const string Ending = ".yaml";

    /// <summary>Names of the package's scenarios, in ordinal order; none if there is no package.</summary>
    /// <param name="package">Folder or zip file of a package.</param>
    public static IReadOnlyList<string> Names(string package)
    {
        using IPackageFiles? files = PackageReader.TryOpen(package, new FindingList());
        return files is null ? [] : [.. files.NamesIn(Folder).Where(n => n.EndsWith(Ending, StringComparison.Ordinal)).Select(n => n[..^Ending.Length])];
    }

    /// <summary>Finds a scenario of a package by name, or any by its path.</summary>
    /// <param name="package">Folder or zip file of a package.</param>
    /// <param name="nameOrPath">Name of a scenario of the package, or path of a file: whatever has a '/' or ends in .yaml or .yml.</param>
    /// <param name="findings">Collects why the file cannot be read.</param>
    /// <returns>The file; null if there is none (then nothing is found), or if it cannot be read.</returns>
    public static ScenarioFile? Find(string package, string nameOrPath, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        ArgumentNullException.ThrowIfNull(findings);
        try
        {
            if (IsPath(nameOrPath))
                return File.Exists(nameOrPath) ? Read(File.OpenRead(nameOrPath), Path.GetFileNameWithoutExtension(nameOrPath), nameOrPath) : null;
            string name = $"{Folder}/{nameOrPath}{Ending}";
            using IPackageFiles? files = PackagePath.IsSafe(name) ? PackageReader.TryOpen(package, findings) : null;
            return files?.LengthOf(name) is null ? null : Read(files.Open(name), nameOrPath, name);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            findings.Add(ScenarioFindings.Unreadable.At(nameOrPath, new SourcePlace(nameOrPath), "It cannot be read: " + problem.Message));
            return null;
        }
    }

    /// <summary>Whether a text means a path rather than the name of a scenario of the package.</summary>
    /// <param name="nameOrPath">What the user wrote.</param>
    public static bool IsPath(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        return nameOrPath.AsSpan().ContainsAny('/', '\\') || nameOrPath.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) || nameOrPath.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
    }

    private static ScenarioFile Read(Stream stream, string name, string shown)
    {
        using (stream)
        {
            // One byte more than is allowed is enough to be refused as too large.
            byte[] bytes = new byte[YamlTree.LargestFile + 1];
            int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return new ScenarioFile(name, shown, bytes.AsMemory(0, length).ToArray());
        }
    }
}
