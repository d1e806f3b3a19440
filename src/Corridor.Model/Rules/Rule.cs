using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Rules;

/// <summary>Laws, sanctions, caps, quotas and levies.</summary>
[Table("rules", "Laws, sanctions, caps, quotas and levies")]
public sealed record Rule : Entity
{
    /// <summary>What it does.</summary>
    [Column("effect", "what it does", Required = true)]
    public required RuleEffect Effect { get; init; }

    /// <summary>First day in force.</summary>
    [Column("start", "first day in force", Required = true)]
    public required DateOnly Start { get; init; }

    /// <summary>First day out of force.</summary>
    [Column("end", "first day out of force")]
    public DateOnly? End { get; init; }

    /// <summary>Day until which existing dealings may run off; the rule binds from this day.</summary>
    [Column("wind_down", "day until which existing dealings may run off; the rule binds from this day")]
    public DateOnly? WindDown { get; init; }

    /// <summary>Matches contracts of this seller or buyer, and companies it controls.</summary>
    [Column("actor", "matches contracts of this seller or buyer, and companies it controls", References = "actors")]
    public string? Actor { get; init; }

    /// <summary>Matches assets of this owner, and of companies it controls.</summary>
    [Column("owner", "matches assets of this owner, and of companies it controls", References = "actors")]
    public string? Owner { get; init; }

    /// <summary>Matches this asset.</summary>
    [Column("asset", "matches this asset", References = "assets")]
    public string? Asset { get; init; }

    /// <summary>Matches this contract.</summary>
    [Column("contract", "matches this contract", References = "contracts")]
    public string? Contract { get; init; }

    /// <summary>Matches this carrier.</summary>
    [Column("carrier", "matches this carrier", References = "carriers")]
    public string? Carrier { get; init; }

    /// <summary>Matches flows that leave this zone; with cap_co2, what stands in it.</summary>
    [Column("origin", "matches flows that leave this zone; with cap_co2, what stands in it", References = "zones")]
    public string? Origin { get; init; }

    /// <summary>Matches flows that enter this zone.</summary>
    [Column("destination", "matches flows that enter this zone", References = "zones")]
    public string? Destination { get; init; }

    /// <summary>Matches contracts of this kind.</summary>
    [Column("contract_kind", "matches contracts of this kind")]
    public string? ContractKind { get; init; }

    /// <summary>Matches this payment channel.</summary>
    [Column("channel", "matches this payment channel", References = "payment_channels")]
    public string? Channel { get; init; }

    /// <summary>Assets and contracts exempted, separated by semicolons.</summary>
    [Column("exempt", "assets and contracts exempted, separated by semicolons")]
    public IReadOnlyList<string> Exempt { get; init; } = [];

    /// <summary>Volume in a calendar year (cap_volume, require).</summary>
    [Column("volume", "volume in a calendar year (cap_volume, require)", Minimum = 0)]
    public Amount? Volume { get; init; }

    /// <summary>Rate in every period (cap_volume, require).</summary>
    [Column("rate", "rate in every period (cap_volume, require)", Minimum = 0)]
    public Rate? Rate { get; init; }

    /// <summary>Price or levy (cap_price, levy).</summary>
    [Column("price", "price or levy (cap_price, levy)")]
    public UnitPrice? Price { get; init; }

    /// <summary>Cost of a unit of violation (cap_volume, require, and by mass of CO2 cap_co2); the rule is strict where empty.</summary>
    [Column("penalty", "cost of a unit of violation (cap_volume, require, and by mass of CO2 cap_co2); the rule is strict where empty", Minimum = 0)]
    public UnitPrice? Penalty { get; init; }

    /// <summary>CO2 in a calendar year (cap_co2) [t].</summary>
    [Column("emissions", "CO2 in a calendar year (cap_co2)", Unit = "t", Minimum = 0)]
    public double? Emissions { get; init; }

    /// <summary>Unit of the amounts in this row.</summary>
    [Column("amount_unit", "unit of the amounts in this row")]
    public AmountUnit? AmountUnit { get; init; }

    /// <summary>Unit of the rates in this row.</summary>
    [Column("rate_unit", "unit of the rates in this row")]
    public RateUnit? RateUnit { get; init; }

    /// <summary>Unit of the prices in this row.</summary>
    [Column("price_unit", "unit of the prices in this row")]
    public PriceUnit? PriceUnit { get; init; }

    /// <summary>Who issued it.</summary>
    [Column("authority", "who issued it")]
    public string? Authority { get; init; }

    /// <summary>Legal source: act, article, date.</summary>
    [Column("legal", "legal source: act, article, date")]
    public string? Legal { get; init; }
}
