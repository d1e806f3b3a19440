using Corridor.Data.Formats.GasJson;

namespace Corridor.Data.Formats;

/// <summary>Files that belong to a network and are not found by their name, and how it is read.</summary>
public sealed record GasNetworkInputOptions
{
    /// <summary>Path of the .cs file with the machines of a GasLib network; null for the one beside it.</summary>
    public string? Stations { get; init; }

    /// <summary>Path of the .cdf file with the combined decisions of a GasLib network; null for the one beside it.</summary>
    public string? Decisions { get; init; }

    /// <summary>Path of the .scn file with the nomination of a GasLib network; null for the one beside it.</summary>
    public string? Nomination { get; init; }

    /// <summary>Whether a nomination is needed at all; where it is not, none is looked for.</summary>
    public bool NeedsNomination { get; init; } = true;

    /// <summary>Whether the files are named by options; where not, they are further paths of an import.</summary>
    public bool HasOptions { get; init; } = true;

    /// <summary>How a folder of JSON files is read.</summary>
    public GasJsonOptions Json { get; init; } = new();
}
