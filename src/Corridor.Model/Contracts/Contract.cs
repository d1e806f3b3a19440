using Corridor.Model.Network;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Contracts;

/// <summary>Supply contracts.</summary>
[Table("contracts", "Supply contracts")]
public sealed record Contract : Entity
{
    /// <summary>Seller.</summary>
    [Column("seller", "seller", Required = true, References = "actors")]
    public required string Seller { get; init; }

    /// <summary>Buyer.</summary>
    [Column("buyer", "buyer", Required = true, References = "actors")]
    public required string Buyer { get; init; }

    /// <summary>Carrier.</summary>
    [Column("carrier", "carrier", Required = true, References = "carriers")]
    public required string Carrier { get; init; }

    /// <summary>Kind, free text that rules can select (long_term, spot, swap, transit …).</summary>
    [Column("kind", "kind, free text that rules can select (long_term, spot, swap, transit …)")]
    public string? Kind { get; init; }

    /// <summary>Arc over which it is delivered; measured at the end of the arc.</summary>
    [Column("delivery", "arc over which it is delivered; measured at the end of the arc", Required = true, References = "arcs")]
    public required string Delivery { get; init; }

    /// <summary>Direction along the arc.</summary>
    [Column("direction", "direction along the arc")]
    public ArcDirection Direction { get; init; }

    /// <summary>Agreement it rests on; its stage gates the contract.</summary>
    [Column("agreement", "agreement it rests on; its stage gates the contract", References = "agreements")]
    public string? Agreement { get; init; }

    /// <summary>Annual contract quantity.</summary>
    [Column("acq", "annual contract quantity", Required = true, Minimum = 0)]
    public required Amount Acq { get; init; }

    /// <summary>Largest daily contract quantity.</summary>
    [Column("dcq", "largest daily contract quantity", Minimum = 0)]
    public Rate? Dcq { get; init; }

    /// <summary>Smallest daily quantity.</summary>
    [Column("min_daily", "smallest daily quantity", Minimum = 0)]
    public Rate? MinDaily { get; init; }

    /// <summary>Share of the ACQ that may be taken at most in a year [1].</summary>
    [Column("annual_max", "share of the ACQ that may be taken at most in a year", Unit = "1", Minimum = 0)]
    public double? AnnualMax { get; init; }

    /// <summary>Share of the ACQ to be taken or paid for [1].</summary>
    [Column("take_or_pay", "share of the ACQ to be taken or paid for", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? TakeOrPay { get; init; }

    /// <summary>Gas paid for and not yet taken at the start of the horizon.</summary>
    [Column("make_up_opening", "gas paid for and not yet taken at the start of the horizon", Minimum = 0)]
    public Amount? MakeUpOpening { get; init; }

    /// <summary>Years in which make-up may be taken; 0 for none.</summary>
    [Column("make_up_years", "years in which make-up may be taken; 0 for none", Minimum = 0)]
    public int? MakeUpYears { get; init; }

    /// <summary>Largest part of a year's minimum that earlier excess may replace [1].</summary>
    [Column("carry_forward", "largest part of a year's minimum that earlier excess may replace", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? CarryForward { get; init; }

    /// <summary>Excess taken earlier and not yet credited.</summary>
    [Column("carry_forward_opening", "excess taken earlier and not yet credited", Minimum = 0)]
    public Amount? CarryForwardOpening { get; init; }

    /// <summary>Share of the DCQ whose transport is paid whether used or not [1].</summary>
    [Column("ship_or_pay", "share of the DCQ whose transport is paid whether used or not", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? ShipOrPay { get; init; }

    /// <summary>Transport charge under ship-or-pay.</summary>
    [Column("ship_or_pay_tariff", "transport charge under ship-or-pay", Minimum = 0)]
    public UnitPrice? ShipOrPayTariff { get; init; }

    /// <summary>Fixed price where there is no formula.</summary>
    [Column("price", "fixed price where there is no formula")]
    public UnitPrice? Price { get; init; }

    /// <summary>Price formula.</summary>
    [Column("price_formula", "price formula", References = "price_formulas")]
    public string? PriceFormula { get; init; }

    /// <summary>Payment channels that may settle it, separated by semicolons; free settlement where empty.</summary>
    [Column("channels", "payment channels that may settle it, separated by semicolons; free settlement where empty", References = "payment_channels")]
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Unit of the amounts in this row.</summary>
    [Column("amount_unit", "unit of the amounts in this row")]
    public AmountUnit? AmountUnit { get; init; }

    /// <summary>Unit of the rates in this row.</summary>
    [Column("rate_unit", "unit of the rates in this row")]
    public RateUnit? RateUnit { get; init; }

    /// <summary>Unit of the prices in this row.</summary>
    [Column("price_unit", "unit of the prices in this row")]
    public PriceUnit? PriceUnit { get; init; }

    /// <summary>First day of delivery.</summary>
    [Column("start", "first day of delivery", Required = true)]
    public required DateOnly Start { get; init; }

    /// <summary>First day after the last.</summary>
    [Column("end", "first day after the last", Required = true)]
    public required DateOnly End { get; init; }
}
