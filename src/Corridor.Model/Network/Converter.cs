using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>Refineries, power plants, liquefaction, regasification and other conversions.</summary>
[Table("converters", "Refineries, power plants, liquefaction, regasification and other conversions")]
public sealed record Converter : Entity
{
    /// <summary>Kind of conversion.</summary>
    [Column("kind", "kind of conversion", Required = true)]
    public required ConverterKind Kind { get; init; }

    /// <summary>Unit of activity; each flow of the converter is stated for one of it.</summary>
    [Column("reference_unit", "unit of activity; each flow of the converter is stated for one of it", Required = true)]
    public required AmountUnit ReferenceUnit { get; init; }

    /// <summary>Largest activity.</summary>
    [Column("capacity", "largest activity", Required = true, Minimum = 0)]
    public required Rate Capacity { get; init; }

    /// <summary>Least activity as a share of the available capacity [1].</summary>
    [Column("min_load", "least activity as a share of the available capacity", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? MinLoad { get; init; }

    /// <summary>Largest activity in a calendar year.</summary>
    [Column("annual_limit", "largest activity in a calendar year", Minimum = 0)]
    public Amount? AnnualLimit { get; init; }

    /// <summary>Operating cost of a unit of activity.</summary>
    [Column("cost", "operating cost of a unit of activity")]
    public UnitPrice? Cost { get; init; }

    /// <summary>Availability over time.</summary>
    [Column("profile", "availability over time", References = "profile_sets")]
    public string? Profile { get; init; }

    /// <summary>Owner.</summary>
    [Column("owner", "owner", References = "actors")]
    public string? Owner { get; init; }

    /// <summary>Unit of the annual limit.</summary>
    [Column("amount_unit", "unit of the annual limit")]
    public AmountUnit? AmountUnit { get; init; }

    /// <summary>Unit of the capacity.</summary>
    [Column("rate_unit", "unit of the capacity")]
    public RateUnit? RateUnit { get; init; }

    /// <summary>Unit of the cost.</summary>
    [Column("price_unit", "unit of the cost")]
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
