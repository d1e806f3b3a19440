using Corridor.Model.Schema;

namespace Corridor.Model.Provenance;

/// <summary>What a source says about a figure; contradicting claims stand side by side.</summary>
[Table("claims", "What a source says about a figure; contradicting claims stand side by side")]
public sealed record Claim : Row
{
    /// <summary>Id.</summary>
    [Column("id", "id", Required = true, Key = true)]
    public required string Id { get; init; }

    /// <summary>Table of the subject.</summary>
    [Column("table", "table of the subject", Required = true)]
    public required string Table { get; init; }

    /// <summary>Id of the row.</summary>
    [Column("subject", "id of the row", Required = true)]
    public required string Subject { get; init; }

    /// <summary>Column, or a free topic where no column holds it.</summary>
    [Column("column", "column, or a free topic where no column holds it", Required = true)]
    public required string Column { get; init; }

    /// <summary>Figure as printed.</summary>
    [Column("as_printed", "figure as printed", Required = true)]
    public required string AsPrinted { get; init; }

    /// <summary>Unit as printed.</summary>
    [Column("unit_as_printed", "unit as printed")]
    public string? UnitAsPrinted { get; init; }

    /// <summary>Figure converted to the unit of the row.</summary>
    [Column("value", "figure converted to the unit of the row")]
    public double? Value { get; init; }

    /// <summary>How it was converted.</summary>
    [Column("conversion", "how it was converted")]
    public string? Conversion { get; init; }

    /// <summary>Date or year the figure speaks of.</summary>
    [Column("as_of", "date or year the figure speaks of")]
    public string? AsOf { get; init; }

    /// <summary>Place in the document.</summary>
    [Column("place", "place in the document")]
    public string? Place { get; init; }

    /// <summary>ISO 639-1 code of the passage.</summary>
    [Column("language", "ISO 639-1 code of the passage")]
    public string? Language { get; init; }

    /// <summary>Short quotation; only in packages built from the user's own documents.</summary>
    [Column("quote", "short quotation; only in packages built from the user's own documents")]
    public string? Quote { get; init; }

    /// <summary>How far it may be trusted.</summary>
    [Column("confidence", "how far it may be trusted", Required = true)]
    public required Confidence Confidence { get; init; }

    /// <summary>Whether this is the figure that the package uses.</summary>
    [Column("in_use", "whether this is the figure that the package uses")]
    public bool InUse { get; init; }

    /// <summary>Why it is used, or why not.</summary>
    [Column("reason", "why it is used, or why not")]
    public string? Reason { get; init; }
}
