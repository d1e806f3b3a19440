using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.GasPackages;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Model.Provenance;

namespace Corridor.Data.Formats.GasLib;

/// <summary>Imports a GasLib network under a nomination.</summary>
public sealed class GasLibImporter : IPackageImporter
{
    /// <inheritdoc/>
    public string Format => "gaslib";

    /// <inheritdoc/>
    public string Description => "GasLib network (.net) with its nomination (.scn); a .scn of a network beside or above it";

    /// <inheritdoc/>
    public ImportResult? Import(ImportRequest request, FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findings);
        (string path, string? nomination) = Files(request, findings);
        var options = new GasNetworkInputOptions
        {
            Nomination = nomination ?? Other(request, ".scn"),
            Stations = Other(request, ".cs"),
            Decisions = Other(request, ".cdf"),
            HasOptions = false,
        };
        if (GasNetworkInput.Read(path, options, findings) is not { } input)
            return null;
        cancellation.ThrowIfCancellationRequested();
        if (input.GasLib is not { } network)
        {
            string name = Path.GetFileName(path);
            findings.Add(FormatFindings.UnknownFormat.At(name, new SourcePlace(name), $"'{name}' is no network of GasLib but one of {input.Format}."));
            return null;
        }

        var fidelity = new FidelityReport();
        string title = Path.GetFileNameWithoutExtension(input.Files[0]);
        if (input.Network.DecisionGroups.Count > 0)
            fidelity.Dropped("network", "combined decisions", "The dispatch chooses each line by itself.", null, input.Network.DecisionGroups.Count);
        var package = new GasPackage(input.Network, network.NormDensity, "network", fidelity)
        {
            Title = input.Nomination is null ? title : $"{title}, nomination {input.Nomination.Id}",
            IsGeographic = IsGeographic(input.Files[0]),
            Document = new SourceDocument { Id = "gaslib", Title = $"GasLib: {string.Join(", ", input.Files.Select(Path.GetFileName))}", Url = "https://gaslib.zib.de", Language = "en", Licence = "CC BY 3.0" },
            Statements = [.. (input.Nomination?.Nodes ?? []).SelectMany(ContractPressures)],
        };
        return package.Make(findings) is { } system ? new ImportResult(system, fidelity) : null;
    }

    /// <summary>The network and the nomination that a path stands for: a nomination names the only network beside it or in the folder above; a network without nomination beside it takes the first of its folder of nominations.</summary>
    private static (string Path, string? Nomination) Files(ImportRequest request, FindingList findings)
    {
        string path = request.Path;
        if (File.Exists(path) && Path.GetExtension(path) == ".scn")
        {
            string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            string[] nets = [.. new[] { folder, Path.GetDirectoryName(folder) }.OfType<string>().Select(f => FilesOf(f, "*.net")).FirstOrDefault(f => f.Length > 0) ?? []];
            if (nets.Length == 1)
                return (nets[0], path);
            string name = Path.GetFileName(path);
            findings.Add((nets.Length == 0 ? FormatFindings.MissingFile : FormatFindings.SeveralFiles).At(name, new SourcePlace(name), $"There is not one .net file beside '{name}' or in the folder above it but {nets.Length}.", "Give the .net file as path and the nomination as a further file."));
            return (path, path);
        }

        string? within = File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path)) : Directory.Exists(path) ? path : null;
        if (within is null || Other(request, ".scn") is not null || FilesOf(within, "*.scn").Length > 0 || FilesOf(Path.Combine(within, "nominations"), "*.scn") is not { Length: > 0 } nominations)
            return (path, null);
        string file = Path.GetFileName(nominations[0]);
        findings.Add(FormatFindings.Assumption.At(file, new SourcePlace(file), string.Create(CultureInfo.InvariantCulture, $"There are {nominations.Length} nominations in the folder 'nominations'; the first, {file}, is taken."), "Give the path of another .scn file in place of the network."));
        return (path, nominations[0]);
    }

    private static string[] FilesOf(string folder, string pattern)
    {
        try
        {
            return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The reader of the network says why.
            return [];
        }
    }

    private static string? Other(ImportRequest request, string ending) => request.Others.FirstOrDefault(o => Path.GetExtension(o) == ending);

    /// <summary>Whether every node of the file states longitude and latitude.</summary>
    private static bool IsGeographic(string path)
    {
        var silent = new FindingList();
        return GasLibFile.Read(path, GasLibFileKind.Network, silent)?.Root.Child("nodes") is { Children.Count: > 0 } nodes
            && nodes.Children.All(n => n["geoWGS84Long"] is not null && n["geoWGS84Lat"] is not null);
    }

    private static IEnumerable<(string Node, string Topic, string Printed, string Place)> ContractPressures(GasLibNominationNode node)
    {
        string place = node.Place.ToString();
        if (node.ContractPressureMin is { } least)
            yield return (node.Node, "contract pressure, least", string.Create(CultureInfo.InvariantCulture, $"{least / 1e5} bar"), place);
        if (node.ContractPressureMax is { } most)
            yield return (node.Node, "contract pressure, greatest", string.Create(CultureInfo.InvariantCulture, $"{most / 1e5} bar"), place);
    }
}
