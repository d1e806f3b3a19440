using Corridor.Model.Network;
using Corridor.Model.Schema;

namespace Corridor.Model.Contracts;

/// <summary>Ways to pay: currency, bank, messaging.</summary>
[Table("payment_channels", "Ways to pay: currency, bank, messaging")]
public sealed record PaymentChannel : Entity
{
    /// <summary>ISO 4217 code.</summary>
    [Column("currency", "ISO 4217 code", Required = true)]
    public required string Currency { get; init; }

    /// <summary>Bank that settles.</summary>
    [Column("bank", "bank that settles", References = "actors")]
    public string? Bank { get; init; }

    /// <summary>Messaging system (SWIFT, CIPS, SPFS …).</summary>
    [Column("messaging", "messaging system (SWIFT, CIPS, SPFS …)")]
    public string? Messaging { get; init; }

    /// <summary>Largest value settled in a day; unlimited where empty [million/d].</summary>
    [Column("capacity", "largest value settled in a day; unlimited where empty", Unit = "million/d", Minimum = 0)]
    public double? Capacity { get; init; }

    /// <summary>Cost as a share of the value settled [1].</summary>
    [Column("cost", "cost as a share of the value settled", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? Cost { get; init; }

    /// <summary>Whether it works.</summary>
    [Column("status", "whether it works")]
    public AssetStatus Status { get; init; }

    /// <summary>First day it works.</summary>
    [Column("start", "first day it works")]
    public DateOnly? Start { get; init; }

    /// <summary>First day it no longer works.</summary>
    [Column("end", "first day it no longer works")]
    public DateOnly? End { get; init; }
}
