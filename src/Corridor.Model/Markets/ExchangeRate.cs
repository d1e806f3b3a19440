using Corridor.Model.Schema;

namespace Corridor.Model.Markets;

/// <summary>Exchange rates by month.</summary>
[Table("exchange_rates", "Exchange rates by month")]
public sealed record ExchangeRate : Row
{
    /// <summary>ISO 4217 code.</summary>
    [Column("currency", "ISO 4217 code", Required = true, Key = true)]
    public required string Currency { get; init; }

    /// <summary>First day of the month from which it holds.</summary>
    [Column("month", "first day of the month from which it holds", Required = true, Key = true)]
    public required DateOnly Month { get; init; }

    /// <summary>Units of the currency for one US dollar.</summary>
    [Column("per_usd", "units of the currency for one US dollar", Required = true, Minimum = 0)]
    public required double PerUsd { get; init; }
}
