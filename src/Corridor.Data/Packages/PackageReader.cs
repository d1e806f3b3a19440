using System.Globalization;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Schema;

namespace Corridor.Data.Packages;

/// <summary>
/// Reads a package: a folder with a datapackage.json and its CSV files, or a zip file of it. Whatever is wrong becomes a finding
/// with its place; nothing is guessed and nothing thrown.
/// </summary>
public static class PackageReader
{
    private const long LongestFile = 256L << 20;

    /// <summary>Folders beside a path that is not there, among which one of nearly its name is sought.</summary>
    private const int MostSiblings = 100_000;

    /// <summary>Reads a package.</summary>
    /// <param name="path">Folder or zip file.</param>
    /// <param name="findings">Collects what was found.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>
    /// What could be read, null if there is no package. Rows with errors are left out, so a system is fit for use only if
    /// <see cref="FindingList.HasErrors"/> is false.
    /// </returns>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static EnergySystem? Read(string path, FindingList findings, CancellationToken cancellation = default) =>
        Read(path, findings, new PackagePlaces(), cancellation);

    /// <summary>Reads a package and remembers where its rows and cells stand.</summary>
    /// <param name="path">Folder or zip file.</param>
    /// <param name="findings">Collects what was found.</param>
    /// <param name="places">Empty; is given the places, for <see cref="PackageValidator"/>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>What could be read, null if there is no package.</returns>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static EnergySystem? Read(string path, FindingList findings, PackagePlaces places, CancellationToken cancellation = default)
    {
        using IPackageFiles? files = TryOpen(path, findings);
        try
        {
            return files is null ? null : Read(files, findings, places, cancellation);
        }
        catch (Exception problem) when (IsInputProblem(problem))
        {
            findings.Add(Refusal(problem, path, new SourcePlace(path)));
            return null;
        }
    }

    /// <summary>Opens a folder or zip file; null with a finding if that cannot be.</summary>
    internal static IPackageFiles? TryOpen(string path, FindingList findings)
    {
        try
        {
            return Open(path, findings);
        }
        catch (Exception problem) when (IsInputProblem(problem))
        {
            findings.Add(Refusal(problem, path, new SourcePlace(path)));
            return null;
        }
    }

    private static IPackageFiles? Open(string path, FindingList findings)
    {
        if (Directory.Exists(path))
            return new FolderFiles(path);
        if (File.Exists(path))
        {
            if (Path.GetFileName(path) != PackageDescriptor.FileName)
                return ArchiveFiles.Open(path, findings);
            findings.Add(PackageFindings.BadArchive.At(path, new SourcePlace(path), "This is a package's descriptor, not the package.", "Give the path of the folder that it is in."));
            return null;
        }

        findings.Add(PackageFindings.NotFound.At(path, new SourcePlace(path), $"There is nothing at '{path}'.", Sibling(path)));
        return null;
    }

    /// <summary>A folder beside the path with nearly its name.</summary>
    private static string? Sibling(string path)
    {
        string? parent = Path.GetDirectoryName(Path.GetFullPath(path));
        return parent is not null && Directory.Exists(parent)
            ? Suggestion.Ask(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), Directory.EnumerateDirectories(parent).Take(MostSiblings).Select(d => Path.GetFileName(d)))
            : null;
    }

    private static EnergySystem? Read(IPackageFiles files, FindingList findings, PackagePlaces places, CancellationToken cancellation)
    {
        if (files.LengthOf(PackageDescriptor.FileName) is null)
        {
            int tables = files.Names.Count(n => n.EndsWith(".csv", StringComparison.OrdinalIgnoreCase));
            findings.Add(PackageFindings.NotAPackage.At(
                PackageDescriptor.FileName,
                new SourcePlace(PackageDescriptor.FileName),
                tables == 0 ? "There is no datapackage.json." : string.Create(CultureInfo.InvariantCulture, $"There is no datapackage.json beside the {tables} CSV files."),
                tables == 0 ? "Give the path of the package itself." : "Let `corridor new` write a package, and copy its datapackage.json here."));
            return null;
        }

        if (new DescriptorReader(findings).Read(files) is not { } descriptor)
            return null;
        var rows = new Dictionary<string, IReadOnlyList<Row>>(StringComparer.Ordinal);
        foreach ((TableSchema table, string file, ResourceEntry? resource) in TablesOf(descriptor, files, findings))
            rows[table.Name] = ReadTable(files, table, file, resource, findings, places.Add(table, file), cancellation);
        return PackageSchema.Create(descriptor.Description, rows);
    }

    private static IReadOnlyList<Row> ReadTable(
        IPackageFiles files, TableSchema table, string file, ResourceEntry? resource, FindingList findings, TablePlaces places, CancellationToken cancellation)
    {
        var place = new SourcePlace(file);
        try
        {
            if (files.LengthOf(file) is not { } length)
            {
                findings.Add(PackageFindings.MissingFile.At(table.Name, Place(resource!.Part), $"datapackage.json lists '{file}', but there is no such file.", Suggestion.Ask(file, files.Names)));
                places.IsComplete = false;
                return [];
            }

            if (length > LongestFile)
            {
                findings.Add(PackageFindings.FileTooLarge.At(table.Name, place, string.Create(CultureInfo.InvariantCulture, $"The file has {length} bytes, more than {LongestFile}."), "Leave out what the study does not need, or coarsen the time series."));
                places.IsComplete = false;
                return [];
            }

            using Stream stream = new LimitedStream(files.Open(file), LongestFile);
            return new TableReader(table, file, resource, findings, places).Read(stream, cancellation);
        }
        catch (Exception problem) when (IsInputProblem(problem))
        {
            findings.Add(Refusal(problem, table.Name, place));
            places.IsComplete = false;
            return [];
        }
    }

    /// <summary>The files to read: those listed, then those that only bear a table's name.</summary>
    private static List<(TableSchema Table, string File, ResourceEntry? Resource)> TablesOf(PackageDescriptor descriptor, IPackageFiles files, FindingList findings)
    {
        var tables = new List<(TableSchema Table, string File, ResourceEntry? Resource)>();
        IEnumerable<string> known = PackageSchema.Tables.Select(t => t.Name);
        foreach (ResourceEntry resource in descriptor.Resources)
        {
            if (PackageSchema.Find(resource.Name) is { } table)
                tables.Add((table, resource.Path, resource));
            else
                findings.Add(PackageFindings.UnknownResource.At(resource.Name, Place(resource.Part), $"'{resource.Name}' is no table that Corridor knows; it has no effect.", Suggestion.Ask(resource.Name, known)));
        }

        var listed = descriptor.Resources.Select(r => r.Path).ToHashSet(StringComparer.Ordinal);
        foreach (string file in files.Names)
        {
            if (!file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || listed.Contains(file))
                continue;
            string name = file[..^4];
            if (PackageSchema.Find(name) is not { } table)
            {
                findings.Add(PackageFindings.UnknownFile.At(file, new SourcePlace(file), $"'{name}' is no table that Corridor knows; it has no effect.", Suggestion.Ask(name, known)));
            }
            else if (!tables.Exists(t => t.Table == table))
            {
                findings.Add(PackageFindings.UnlistedFile.At(file, new SourcePlace(file), "datapackage.json does not list this file; it is read in the standard units.", "Add a resource for it to datapackage.json."));
                tables.Add((table, file, null));
            }
            else
            {
                findings.Add(PackageFindings.UnknownFile.At(file, new SourcePlace(file), $"datapackage.json names another file for '{name}'; this one has no effect."));
            }
        }

        return [.. tables.OrderBy(t => t.Table.Index)];
    }

    private static SourcePlace Place(JsonPart part) => new(PackageDescriptor.FileName, part.Line, part.Column);

    private static bool IsInputProblem(Exception problem) =>
        problem is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException or ArgumentException { ParamName: "path" };

    private static Finding Refusal(Exception problem, string subject, SourcePlace place) => problem is InvalidDataException
        ? PackageFindings.BadArchive.At(subject, place, "This is no zip file, or it is damaged: " + problem.Message, "Give the path of the package's folder, or of a zip file of it.")
        : PackageFindings.Unreadable.At(subject, place, "It cannot be read: " + problem.Message, "Check the permissions and the medium.");
}
