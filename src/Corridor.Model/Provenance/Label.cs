using Corridor.Model.Schema;

namespace Corridor.Model.Provenance;

/// <summary>Names in several languages.</summary>
[Table("labels", "Names in several languages")]
public sealed record Label : Row
{
    /// <summary>Id of the labelled row.</summary>
    [Column("id", "id of the labelled row", Required = true, Key = true)]
    public required string Id { get; init; }

    /// <summary>ISO 639-1 code of the language.</summary>
    [Column("language", "ISO 639-1 code of the language", Required = true, Key = true)]
    public required string Language { get; init; }

    /// <summary>Name in that language.</summary>
    [Column("text", "name in that language", Required = true)]
    public required string Text { get; init; }
}
