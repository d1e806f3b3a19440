namespace Corridor.Data.Formats.Exchange;

/// <summary>What is to be imported.</summary>
/// <param name="Path">File or folder.</param>
public sealed record ImportRequest(string Path)
{
    /// <summary>Countries to take, as ISO 3166-1 alpha-2 codes; all where empty.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>File that maps columns to tables (plain CSV); null for none.</summary>
    public string? Mapping { get; init; }

    /// <summary>Further files of the same import, such as the other GEM trackers; empty for none.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}
