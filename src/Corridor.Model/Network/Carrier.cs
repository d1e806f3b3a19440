using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>Energy carriers and their properties.</summary>
[Table("carriers", "Energy carriers and their properties")]
public sealed record Carrier : Entity
{
    /// <summary>Kind of energy.</summary>
    [Column("kind", "kind of energy", Required = true)]
    public required CarrierKind Kind { get; init; }

    /// <summary>Unit of account, in which flows of the carrier are balanced.</summary>
    [Column("unit", "unit of account, in which flows of the carrier are balanced", Required = true)]
    public required AmountUnit Unit { get; init; }

    /// <summary>Gross (higher) heating value.</summary>
    [Column("gross_heating_value", "gross (higher) heating value", Minimum = 0)]
    public double? GrossHeatingValue { get; init; }

    /// <summary>Net (lower) heating value.</summary>
    [Column("net_heating_value", "net (lower) heating value", Minimum = 0)]
    public double? NetHeatingValue { get; init; }

    /// <summary>Unit of both heating values: MJ/m3@20C, MJ/m3@15C, MJ/m3@0C or MJ/kg.</summary>
    [Column("heating_value_unit", "unit of both heating values: MJ/m3@20C, MJ/m3@15C, MJ/m3@0C or MJ/kg")]
    public string? HeatingValueUnit { get; init; }

    /// <summary>Barrels in a tonne.</summary>
    [Column("barrels_per_tonne", "barrels in a tonne", Minimum = 0)]
    public double? BarrelsPerTonne { get; init; }

    /// <summary>Direct CO2 of burning [kg/GJ_net].</summary>
    [Column("co2", "direct CO2 of burning", Unit = "kg/GJ_net", Minimum = 0)]
    public double? Co2PerNetEnergy { get; init; }
}
