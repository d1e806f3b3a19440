using Corridor.Model.Provenance;

namespace Corridor.Model.Schema;

/// <summary>A row of a package table: what all rows have is where their figures come from.</summary>
public abstract record Row
{
    /// <summary>Source of the row's figures, unless a claim in use names another for one of them.</summary>
    [Column("source", "source of the figures in this row", References = "sources")]
    public string? Source { get; init; }

    /// <summary>How the row's figures came to be.</summary>
    [Column("basis", "how the figures came to be")]
    public Basis? Basis { get; init; }

    /// <summary>Remarks; the reasoning where the basis is assumed.</summary>
    [Column("note", "remarks; the reasoning where the basis is assumed")]
    public string? Note { get; init; }
}
