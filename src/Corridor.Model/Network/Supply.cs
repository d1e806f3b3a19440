using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>Fields, mines, and generation without fuel.</summary>
[Table("supplies", "Fields, mines, and generation without fuel")]
public sealed record Supply : Entity
{
    /// <summary>Node that is supplied.</summary>
    [Column("node", "node that is supplied", Required = true, References = "nodes")]
    public required string Node { get; init; }

    /// <summary>Owner.</summary>
    [Column("owner", "owner", References = "actors")]
    public string? Owner { get; init; }

    /// <summary>Largest output.</summary>
    [Column("capacity", "largest output", Required = true, Minimum = 0)]
    public required Rate Capacity { get; init; }

    /// <summary>Smallest output while in service.</summary>
    [Column("min_output", "smallest output while in service", Minimum = 0)]
    public Rate? MinOutput { get; init; }

    /// <summary>Largest output in a calendar year.</summary>
    [Column("annual_limit", "largest output in a calendar year", Minimum = 0)]
    public Amount? AnnualLimit { get; init; }

    /// <summary>Marginal cost where no steps are given.</summary>
    [Column("cost", "marginal cost where no steps are given")]
    public UnitPrice? Cost { get; init; }

    /// <summary>Availability over time.</summary>
    [Column("profile", "availability over time", References = "profile_sets")]
    public string? Profile { get; init; }

    /// <summary>Unit of the rates in this row.</summary>
    [Column("rate_unit", "unit of the rates in this row")]
    public RateUnit? RateUnit { get; init; }

    /// <summary>Unit of the amounts in this row.</summary>
    [Column("amount_unit", "unit of the amounts in this row")]
    public AmountUnit? AmountUnit { get; init; }

    /// <summary>Unit of the prices in this row.</summary>
    [Column("price_unit", "unit of the prices in this row")]
    public PriceUnit? PriceUnit { get; init; }

    /// <summary>Stage of life; only operating assets are dispatched.</summary>
    [Column("status", "stage of life; only operating assets are dispatched")]
    public AssetStatus Status { get; init; }

    /// <summary>First day in service.</summary>
    [Column("start", "first day in service")]
    public DateOnly? Start { get; init; }

    /// <summary>First day out of service again.</summary>
    [Column("end", "first day out of service again")]
    public DateOnly? End { get; init; }
}
