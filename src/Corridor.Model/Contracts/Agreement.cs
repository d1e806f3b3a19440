using Corridor.Model.Schema;

namespace Corridor.Model.Contracts;

/// <summary>Agreements from memorandum to delivery.</summary>
[Table("agreements", "Agreements from memorandum to delivery")]
public sealed record Agreement : Entity
{
    /// <summary>How far it has come.</summary>
    [Column("stage", "how far it has come", Required = true)]
    public required AgreementStage Stage { get; init; }

    /// <summary>Parties, separated by semicolons.</summary>
    [Column("parties", "parties, separated by semicolons", References = "actors")]
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>Carrier it is about.</summary>
    [Column("carrier", "carrier it is about", References = "carriers")]
    public string? Carrier { get; init; }

    /// <summary>Asset it is about.</summary>
    [Column("asset", "asset it is about", References = "assets")]
    public string? Asset { get; init; }

    /// <summary>Day of signature.</summary>
    [Column("signed", "day of signature")]
    public DateOnly? Signed { get; init; }

    /// <summary>First day in force.</summary>
    [Column("start", "first day in force")]
    public DateOnly? Start { get; init; }

    /// <summary>First day out of force.</summary>
    [Column("end", "first day out of force")]
    public DateOnly? End { get; init; }
}
