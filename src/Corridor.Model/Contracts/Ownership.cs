using Corridor.Model.Schema;

namespace Corridor.Model.Contracts;

/// <summary>Who owns whom.</summary>
[Table("ownerships", "Who owns whom")]
public sealed record Ownership : Row
{
    /// <summary>Owner.</summary>
    [Column("owner", "owner", Required = true, Key = true, References = "actors")]
    public required string Owner { get; init; }

    /// <summary>Company owned.</summary>
    [Column("owned", "company owned", Required = true, Key = true, References = "actors")]
    public required string Owned { get; init; }

    /// <summary>Share held [1].</summary>
    [Column("share", "share held", Required = true, Unit = "1", Minimum = 0, Maximum = 1)]
    public required double Share { get; init; }

    /// <summary>First day.</summary>
    [Column("start", "first day")]
    public DateOnly? Start { get; init; }

    /// <summary>First day after the last.</summary>
    [Column("end", "first day after the last")]
    public DateOnly? End { get; init; }
}
