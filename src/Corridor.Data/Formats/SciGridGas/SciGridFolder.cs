using System.Globalization;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.SciGridGas;

/// <summary>
/// A SciGRID_gas data set as written: a folder with one table a kind of component (<c>*_Nodes.csv</c>, <c>*_PipeSegments.csv</c>, …), or the same without
/// pipes beside a graph derived from it (<c>derived/nodes.csv</c>, <c>derived/edges*.csv</c>).
/// </summary>
public sealed record SciGridFolder
{
    private static readonly string[] OfComponents = ["id", "node_id", "param"];
    private static readonly string[] OfEdges = ["from", "to", "name"];

    /// <summary>Name of the folder.</summary>
    public required string Name { get; init; }

    /// <summary>The nodes.</summary>
    public required IReadOnlyList<SciGridRecord> Nodes { get; init; }

    /// <summary>The pipes, or the edges of the derived graph.</summary>
    public required IReadOnlyList<SciGridRecord> Pipes { get; init; }

    /// <summary>Whether the pipes are edges of a derived graph: one-way each, a pipe that is used both ways being two edges.</summary>
    public required bool IsDerived { get; init; }

    /// <summary>Country codes by node that a table of its own states (<c>*_Nodes_country_code.csv</c>); empty where there is none.</summary>
    public required IReadOnlyList<SciGridRecord> NodeCountries { get; init; }

    /// <summary>Components by kind: <c>BorderPoints</c>, <c>Compressors</c>, <c>Consumers</c>, <c>LNGs</c>, <c>PowerPlants</c>, <c>Productions</c>, <c>Storages</c>; empty where the file is missing.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<SciGridRecord>> Components { get; init; }

    /// <summary>Files that were read, relative to the folder.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Kinds of components, in the order in which they are mapped.</summary>
    internal static IReadOnlyList<string> Kinds { get; } = ["Productions", "LNGs", "Storages", "Consumers", "PowerPlants", "BorderPoints", "Compressors"];

    /// <summary>Reads a folder.</summary>
    /// <param name="path">The folder, or a file in it.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The data set; null where there is no network in it.</returns>
    public static SciGridFolder? Read(string path, FindingList findings, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(findings);
        string folder = File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : path;
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        if (!Directory.Exists(folder))
        {
            findings.Add(Documents.MissingPath.Of(folder, name, "folder"));
            return null;
        }

        return new Reading(folder, name, findings, cancellation).Read();
    }

    private sealed class Reading(string folder, string name, FindingList findings, CancellationToken cancellation)
    {
        private readonly List<string> _files = [];

        public SciGridFolder? Read()
        {
            int before = findings.Errors;
            string[] all = FilesOf(folder), derived = FilesOf(Path.Combine(folder, "derived"));
            string? nodes = One(all, "_Nodes.csv") ?? derived.FirstOrDefault(f => Path.GetFileName(f) == "nodes.csv");
            string? countries = One(all, "_Nodes_country_code.csv");
            string? pipes = One(all, "_PipeSegments.csv") ?? One(all, "_PipeLines.csv");
            string? edges = pipes is null ? derived.FirstOrDefault(f => Path.GetFileName(f) == "edges_directed_simple.csv") ?? One(derived, ".csv", "edges") : null;
            if ((nodes ?? countries) is null || (pipes ?? edges) is null)
            {
                if (findings.Errors == before)
                    findings.Add(FormatFindings.UnknownFormat.At(name, new SourcePlace(name), (nodes ?? countries) is null ? $"'{name}' has no table of nodes (*_Nodes.csv or derived/nodes.csv)." : $"'{name}' has no table of pipes (*_PipeSegments.csv or derived/edges*.csv).", "Give the folder that holds the CSV files of a SciGRID_gas data set."));
                return null;
            }

            IReadOnlyList<SciGridRecord> places = nodes is null ? [] : Records(nodes, ["id"], r => r.Components(isNode: true));
            IReadOnlyList<SciGridRecord> codes = countries is null ? [] : Records(countries, ["id", "country_code"], r => r.Components(isNode: true));
            var components = new Dictionary<string, IReadOnlyList<SciGridRecord>>(StringComparer.Ordinal);
            IReadOnlyList<SciGridRecord> lines = pipes is not null ? Records(pipes, OfComponents, r => r.Components(isNode: false)) : Records(edges!, OfEdges, r => r.Edges());
            foreach (string kind in Kinds)
                components[kind] = One(all, $"_{kind}.csv") is { } file ? Records(file, OfComponents, r => r.Components(isNode: false)) : [];
            foreach (string file in all.Concat(derived).Where(f => !_files.Contains(Relative(f)) && Path.GetExtension(f) == ".csv"))
                findings.Add(FormatFindings.LeftOut.At(name, new SourcePlace(Relative(file)), $"'{Relative(file)}' is not needed: its content is in another file, or has no place in a network of gas."));
            return findings.Errors > before ? null : new SciGridFolder
            {
                Name = name,
                Nodes = nodes is null ? codes : places,
                NodeCountries = nodes is null ? [] : codes,
                Pipes = lines,
                IsDerived = pipes is null,
                Components = components,
                Files = _files,
            };
        }

        private IReadOnlyList<SciGridRecord> Records(string path, IReadOnlyList<string> required, Func<SciGridRecordReader, IReadOnlyList<SciGridRecord>> read)
        {
            cancellation.ThrowIfCancellationRequested();
            string file = Relative(path);
            _files.Add(file);
            return SciGridTable.Read(path, file, required, findings, cancellation) is { } table ? read(new SciGridRecordReader(table, findings)) : [];
        }

        /// <summary>The only file with an ending; null where there is none.</summary>
        private string? One(string[] files, string ending, string beginning = "")
        {
            string[] matches = [.. files.Where(f => Path.GetFileName(f) is var file && file.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && file.StartsWith(beginning, StringComparison.Ordinal))];
            if (matches.Length > 1)
                findings.Add(FormatFindings.SeveralFiles.At(name, new SourcePlace(name), string.Create(CultureInfo.InvariantCulture, $"There are {matches.Length} files {beginning}*{ending}: {string.Join(", ", matches.Take(4).Select(Path.GetFileName))}."), "Keep one data set in a folder."));
            return matches.Length == 1 ? matches[0] : null;
        }

        private string Relative(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

        private string[] FilesOf(string path)
        {
            if (!Directory.Exists(path))
                return [];
            try
            {
                return [.. Directory.EnumerateFiles(path).Order(StringComparer.Ordinal)];
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                findings.Add(FormatFindings.Unreadable.At(name, new SourcePlace(name), $"The folder cannot be read: {problem.Message}"));
                return [];
            }
        }
    }
}
