using Corridor.Data.Formats.GasJson;
using Corridor.Data.Formats.GasLib;
using Corridor.Data.Formats.PandaPipes;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats;

/// <summary>A gas network read from one of the formats that are known; which one it is follows from the content, not from the name.</summary>
public sealed record GasNetworkInput
{
    private const int Prefix = 64 * 1024;

    /// <summary>The format.</summary>
    public required GasNetworkFormat Format { get; init; }

    /// <summary>The network, a nomination applied where there is one.</summary>
    public required GasNetwork Network { get; init; }

    /// <summary>The GasLib network without nomination; null for other formats.</summary>
    public GasLibNetwork? GasLib { get; init; }

    /// <summary>The nomination that was applied; null where there is none.</summary>
    public GasLibNomination? Nomination { get; init; }

    /// <summary>The pandapipes file; null for other formats.</summary>
    public PandaPipesCase? PandaPipes { get; init; }

    /// <summary>The folder of JSON files; null for other formats.</summary>
    public GasJsonCase? Json { get; init; }

    /// <summary>Paths of the files read.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Reads a network.</summary>
    /// <param name="path">A GasLib .net, a pandapipes .json, or a folder with either alone or with network.json, bc.json and params.json.</param>
    /// <param name="options">Files not found by their name.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The network; null where a finding of severity error stands in its way.</returns>
    public static GasNetworkInput? Read(string path, GasNetworkInputOptions options, FindingList findings)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(findings);
        int before = findings.Errors;
        GasNetworkInput? input = FileOf(path, options, findings) is { } file ? Read(file.Path, file.Format, options, findings) : null;
        return findings.Errors > before ? null : input;
    }

    private static GasNetworkInput? Read(string path, GasNetworkFormat format, GasNetworkInputOptions options, FindingList findings)
    {
        switch (format)
        {
            case GasNetworkFormat.GasLib:
                return ReadGasLib(path, options, findings);
            case GasNetworkFormat.PandaPipes:
                return PandaPipesCase.Read(path, findings) is { } pipes ? new GasNetworkInput { Format = format, Network = pipes.Network, PandaPipes = pipes, Files = [path] } : null;
            default:
                string[] names = [options.Json.Network, options.Json.BoundaryConditions, options.Json.Parameters, options.Json.InitialState, "disruptions.json"];
                return GasJsonCase.Read(path, options.Json, findings) is { } folder
                    ? new GasNetworkInput { Format = format, Network = folder.Network, Json = folder, Files = [.. names.Select(n => Path.Combine(path, n)).Where(File.Exists)] }
                    : null;
        }
    }

    private static GasNetworkInput? ReadGasLib(string path, GasNetworkInputOptions options, FindingList findings)
    {
        string? stations = options.Stations ?? Beside(path, ".cs", Naming("--stations", ".cs", options), isDemanded: false, findings);
        string? decisions = options.Decisions ?? Beside(path, ".cdf", Naming("--decisions", ".cdf", options), isDemanded: false, findings);
        string? nomination = options.NeedsNomination ? options.Nomination ?? Beside(path, ".scn", Naming("--nomination", ".scn", options), isDemanded: true, findings) : null;
        if (GasLibNetwork.Read(path, stations, decisions, findings) is not { } network)
            return null;
        if (stations is null && network.Network.Elements.Count(e => e is GasCompressorStation) is > 0 and int machines)
        {
            string name = Path.GetFileName(path);
            findings.Add(FormatFindings.Assumption.At(name, new SourcePlace(name), $"There is no .cs file beside {name}: the machines of {(machines == 1 ? "its compressor station" : $"its {machines} compressor stations")} are not known, and no map bounds what they do.", $"Name one {Naming("--stations", ".cs", options)}."));
        }

        GasLibNomination? asked = nomination is null ? null : GasLibNomination.Read(nomination, findings);
        return new GasNetworkInput
        {
            Format = GasNetworkFormat.GasLib,
            Network = asked?.Apply(network, findings) ?? network.Network,
            GasLib = network,
            Nomination = asked,
            Files = [.. new[] { path, stations, decisions, nomination }.OfType<string>()],
        };
    }

    /// <summary>How a file is named that is not found by its name.</summary>
    private static string Naming(string option, string ending, GasNetworkInputOptions options) => (options.HasOptions, ending) switch
    {
        (true, _) => $"with {option}",
        (_, ".scn") => "in place of the network, whose .net is then the one beside it or in the folder above, or after it: corridor import gaslib NET.net NOMINATION.scn --out PKG",
        _ => $"after the network: corridor import gaslib NET.net FILE{ending} --out PKG",
    };

    /// <summary>The file of the same name with another ending, or the only one with it; null where there is none.</summary>
    private static string? Beside(string path, string ending, string naming, bool isDemanded, FindingList findings)
    {
        string same = Path.ChangeExtension(path, ending);
        if (File.Exists(same))
            return same;
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        string[] all = FilesOf(folder, ending, findings);
        if (all.Length == 1)
            return all[0];
        string name = Path.GetFileName(path);
        if (all.Length > 1)
            findings.Add(FormatFindings.SeveralFiles.At(name, new SourcePlace(name), $"There are several {ending} files beside {name}: {string.Join(", ", all.Take(4).Select(Path.GetFileName))}{(all.Length > 4 ? ", …" : "")}.", $"Name the one that is meant {naming}."));
        else if (isDemanded)
            findings.Add(FormatFindings.MissingFile.At(name, new SourcePlace(name), $"There is no {ending} file beside {name}: without a nomination nothing flows.", $"Name one {naming}."));
        return null;
    }

    /// <summary>The file or folder that holds a network, and its format; null where there is none, which is reported.</summary>
    private static (string Path, GasNetworkFormat Format)? FileOf(string path, GasNetworkInputOptions options, FindingList findings)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        if (File.Exists(path))
        {
            if (FormatOf(path) is { } format)
                return (path, format);
            string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
            if (name == options.Json.Network && folder is not null && File.Exists(Path.Combine(folder, options.Json.BoundaryConditions)))
                return (folder, GasNetworkFormat.GasJson);
            findings.Add(FormatFindings.UnknownFormat.At(name, new SourcePlace(name), $"'{name}' is neither a network of GasLib nor one of pandapipes.", Hint(path, options)));
            return null;
        }

        if (!Directory.Exists(path))
        {
            findings.Add(Documents.MissingPath.Of(path, name, "file or folder"));
            return null;
        }

        if (File.Exists(Path.Combine(path, options.Json.Network)))
            return (path, GasNetworkFormat.GasJson);
        string[] candidates = [.. FilesOf(path, ".net", findings).Concat(FilesOf(path, ".json", findings)).Where(f => FormatOf(f) is not null)];
        if (candidates.Length == 1)
            return (candidates[0], FormatOf(candidates[0])!.Value);
        findings.Add(candidates.Length > 1
            ? FormatFindings.SeveralFiles.At(name, new SourcePlace(name), $"The folder holds several networks: {string.Join(", ", candidates.Take(4).Select(Path.GetFileName))}{(candidates.Length > 4 ? ", …" : "")}.", "Give the path of the one that is meant.")
            : FormatFindings.UnknownFormat.At(name, new SourcePlace(name), $"The folder '{name}' holds no network of a format that is known."));
        return null;
    }

    private static string? Hint(string path, GasNetworkInputOptions options) => !options.HasOptions ? null : Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".scn" => "This is the ending of a nomination: give the .net file, and the nomination with --nomination or --validate.",
        ".cs" => "This is the ending of compressor stations: give the .net file, and these with --stations.",
        ".cdf" => "This is the ending of combined decisions: give the .net file, and these with --decisions.",
        _ => null,
    };

    /// <summary>The format of a file by its beginning; null where it is none that is known or cannot be read.</summary>
    private static GasNetworkFormat? FormatOf(string path)
    {
        byte[] head = new byte[Prefix];
        int length;
        try
        {
            using FileStream stream = File.OpenRead(path);
            length = stream.ReadAtLeast(head, Prefix, throwOnEndOfStream: false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The reader of the format says why.
            return Path.GetExtension(path) == ".net" ? GasNetworkFormat.GasLib : null;
        }

        ReadOnlySpan<byte> text = head.AsSpan(0, length);
        if (text.IndexOf("pandapipesNet"u8) >= 0 && text.IndexOf("_class"u8) >= 0)
            return GasNetworkFormat.PandaPipes;
        return Path.GetExtension(path) == ".net" || text.IndexOf("<network"u8) >= 0 ? GasNetworkFormat.GasLib : null;
    }

    private static string[] FilesOf(string folder, string ending, FindingList findings)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) == ending).Order(StringComparer.Ordinal)];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            string name = Path.GetFileName(folder);
            findings.Add(FormatFindings.Unreadable.At(name, new SourcePlace(name), $"The folder cannot be read: {problem.Message}"));
            return [];
        }
    }
}
