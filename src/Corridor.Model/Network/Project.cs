using Corridor.Model.Contracts;
using Corridor.Model.Schema;

namespace Corridor.Model.Network;

/// <summary>Candidates and joint projects.</summary>
[Table("projects", "Candidates and joint projects")]
public sealed record Project : Entity
{
    /// <summary>Kind: pipeline, refinery, power, coal, rail, storage ….</summary>
    [Column("kind", "kind: pipeline, refinery, power, coal, rail, storage …", Required = true)]
    public required string Kind { get; init; }

    /// <summary>Asset it would build or change.</summary>
    [Column("asset", "asset it would build or change", References = "assets")]
    public string? Asset { get; init; }

    /// <summary>How far it has come.</summary>
    [Column("stage", "how far it has come", Required = true)]
    public required AgreementStage Stage { get; init; }

    /// <summary>Partners, separated by semicolons.</summary>
    [Column("partners", "partners, separated by semicolons", References = "actors")]
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>Where.</summary>
    [Column("zone", "where", References = "zones")]
    public string? Zone { get; init; }

    /// <summary>Investment [million].</summary>
    [Column("cost", "investment", Unit = "million", Minimum = 0)]
    public double? Cost { get; init; }

    /// <summary>ISO 4217 code of the investment.</summary>
    [Column("currency", "ISO 4217 code of the investment")]
    public string? Currency { get; init; }

    /// <summary>Year of the money.</summary>
    [Column("price_year", "year of the money")]
    public int? PriceYear { get; init; }

    /// <summary>Years from decision to service [a].</summary>
    [Column("lead_time", "years from decision to service", Unit = "a", Minimum = 0)]
    public double? LeadTime { get; init; }

    /// <summary>Technical life [a].</summary>
    [Column("life", "technical life", Unit = "a", Minimum = 0)]
    public double? Life { get; init; }

    /// <summary>Expected first day in service.</summary>
    [Column("start", "expected first day in service")]
    public DateOnly? Start { get; init; }
}
