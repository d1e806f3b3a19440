using Corridor.Model.Schema;

namespace Corridor.Model.Provenance;

/// <summary>Documents that figures come from.</summary>
/// <remarks>Its own source column stays empty.</remarks>
[Table("sources", "Documents that figures come from")]
public sealed record SourceDocument : Row
{
    /// <summary>Id.</summary>
    [Column("id", "id", Required = true, Key = true)]
    public required string Id { get; init; }

    /// <summary>Title and publisher.</summary>
    [Column("title", "title and publisher", Required = true)]
    public required string Title { get; init; }

    /// <summary>Address.</summary>
    [Column("url", "address")]
    public string? Url { get; init; }

    /// <summary>Date of the document, as exactly as known (2025, 2025-10, 2025-10-22).</summary>
    [Column("date", "date of the document, as exactly as known (2025, 2025-10, 2025-10-22)")]
    public string? Date { get; init; }

    /// <summary>ISO 639-1 code of the language.</summary>
    [Column("language", "ISO 639-1 code of the language")]
    public string? Language { get; init; }

    /// <summary>Licence or terms.</summary>
    [Column("licence", "licence or terms")]
    public string? Licence { get; init; }
}
