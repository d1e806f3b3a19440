using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>Stores of a carrier.</summary>
[Table("storages", "Stores of a carrier")]
public sealed record Storage : Entity
{
    /// <summary>Node it belongs to.</summary>
    [Column("node", "node it belongs to", Required = true, References = "nodes")]
    public required string Node { get; init; }

    /// <summary>Kind of storage.</summary>
    [Column("kind", "kind of storage", Required = true)]
    public required StorageKind Kind { get; init; }

    /// <summary>Working volume.</summary>
    [Column("working_volume", "working volume", Required = true, Minimum = 0)]
    public required Amount WorkingVolume { get; init; }

    /// <summary>Largest injection.</summary>
    [Column("max_injection", "largest injection", Required = true, Minimum = 0)]
    public required Rate MaxInjection { get; init; }

    /// <summary>Largest withdrawal.</summary>
    [Column("max_withdrawal", "largest withdrawal", Required = true, Minimum = 0)]
    public required Rate MaxWithdrawal { get; init; }

    /// <summary>Cost of a unit injected.</summary>
    [Column("injection_cost", "cost of a unit injected", Minimum = 0)]
    public UnitPrice? InjectionCost { get; init; }

    /// <summary>Cost of a unit withdrawn.</summary>
    [Column("withdrawal_cost", "cost of a unit withdrawn", Minimum = 0)]
    public UnitPrice? WithdrawalCost { get; init; }

    /// <summary>Share of the injected volume lost or burnt [1].</summary>
    [Column("injection_loss", "share of the injected volume lost or burnt", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? InjectionLoss { get; init; }

    /// <summary>Share of the volume taken out of store that is lost or burnt [1].</summary>
    [Column("withdrawal_loss", "share of the volume taken out of store that is lost or burnt", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? WithdrawalLoss { get; init; }

    /// <summary>Share of the level lost in a day [1/d].</summary>
    [Column("standing_loss", "share of the level lost in a day", Unit = "1/d", Minimum = 0, Maximum = 1)]
    public double? StandingLoss { get; init; }

    /// <summary>Share of the working volume at the start of the horizon; free and equal to the last level where empty [1].</summary>
    [Column("first_level", "share of the working volume at the start of the horizon; free and equal to the last level where empty", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? FirstLevel { get; init; }

    /// <summary>Least share of the working volume at the end of the horizon; the first level where empty [1].</summary>
    [Column("last_level", "least share of the working volume at the end of the horizon; the first level where empty", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? LastLevel { get; init; }

    /// <summary>Share of the working volume that is always kept [1].</summary>
    [Column("min_level", "share of the working volume that is always kept", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? MinLevel { get; init; }

    /// <summary>Owner.</summary>
    [Column("owner", "owner", References = "actors")]
    public string? Owner { get; init; }

    /// <summary>Unit of the amounts in this row.</summary>
    [Column("amount_unit", "unit of the amounts in this row")]
    public AmountUnit? AmountUnit { get; init; }

    /// <summary>Unit of the rates in this row.</summary>
    [Column("rate_unit", "unit of the rates in this row")]
    public RateUnit? RateUnit { get; init; }

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
