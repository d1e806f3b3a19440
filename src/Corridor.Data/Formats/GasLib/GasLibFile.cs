using Corridor.Data.Formats.Documents;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.GasLib;

/// <summary>Kinds of GasLib files.</summary>
public enum GasLibFileKind
{
    /// <summary>A network: .net.</summary>
    Network,

    /// <summary>Machines of compressor stations: .cs.</summary>
    CompressorStations,

    /// <summary>A nomination or scenario: .scn.</summary>
    Scenario,

    /// <summary>Combined decisions: .cdf.</summary>
    CombinedDecisions,
}

/// <summary>A GasLib file as written; what is made of it stands in <see cref="GasLibNetwork"/> and <see cref="GasLibNomination"/>.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Root">Its outermost element.</param>
public sealed record GasLibFile(string Name, GasLibFileKind Kind, GasLibElement Root)
{
    /// <summary>Reads a file of an expected kind. Document type declarations are refused, so that no entity is expanded.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="kind">What it must hold.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The file; null where it cannot be read or holds something else.</returns>
    public static GasLibFile? Read(string path, GasLibFileKind kind, FindingList findings)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(findings);
        string name = Path.GetFileName(path);
        if (InputFile.Bytes(path, name, findings) is not { } bytes || GasLibXml.Parse(bytes, name, findings) is not { } root)
            return null;
        if (root.Name == NameOf(kind))
            return new GasLibFile(name, kind, root);
        findings.Add(FormatFindings.UnknownFormat.At(name, root.Place, $"The outermost element is <{root.Name}>; <{NameOf(kind)}> is expected.", "Check that the file is the one that is meant."));
        return null;
    }

    /// <summary>Name of the outermost element of a kind of file.</summary>
    internal static string NameOf(GasLibFileKind kind) => kind switch
    {
        GasLibFileKind.Network => "network",
        GasLibFileKind.CompressorStations => "compressorStations",
        GasLibFileKind.Scenario => "boundaryValue",
        _ => "combinedDecisions",
    };
}
