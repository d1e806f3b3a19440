using Corridor.Model.Schema;

namespace Corridor.Model.Provenance;

/// <summary>Timeline of the system.</summary>
[Table("events", "Timeline of the system")]
public sealed record TimelineEvent : Entity
{
    /// <summary>Date, as exactly as known.</summary>
    [Column("date", "date, as exactly as known", Required = true)]
    public required string Date { get; init; }

    /// <summary>Id of the asset, contract, rule or actor it is about.</summary>
    [Column("subject", "id of the asset, contract, rule or actor it is about")]
    public string? Subject { get; init; }

    /// <summary>Actors as named by the source, separated by semicolons.</summary>
    [Column("actors", "actors as named by the source, separated by semicolons")]
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>How far it may be trusted.</summary>
    [Column("confidence", "how far it may be trusted")]
    public Confidence Confidence { get; init; }
}
