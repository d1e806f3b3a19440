using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>Gas and liquid pipelines.</summary>
[Table("pipelines", "Gas and liquid pipelines")]
public sealed record Pipeline : Entity
{
    /// <summary>Node at the start.</summary>
    [Column("from", "node at the start", Required = true, References = "nodes")]
    public required string From { get; init; }

    /// <summary>Node at the end.</summary>
    [Column("to", "node at the end", Required = true, References = "nodes")]
    public required string To { get; init; }

    /// <summary>Length of the line [km].</summary>
    [Column("length", "length of the line", Unit = "km", Minimum = 0)]
    public Length? Length { get; init; }

    /// <summary>Length of pipe of the inner diameter that costs the gas as much pressure, where it is not the length of the line [km].</summary>
    [Column("hydraulic_length", "length of pipe of the inner diameter that costs the gas as much pressure, where it is not the length of the line", Unit = "km", Minimum = 0)]
    public Length? HydraulicLength { get; init; }

    /// <summary>Inner diameter [mm].</summary>
    [Column("inner_diameter", "inner diameter", Unit = "mm", Minimum = 0)]
    public Length? InnerDiameter { get; init; }

    /// <summary>Parallel strings.</summary>
    [Column("strings", "parallel strings", Minimum = 1)]
    public int? Strings { get; init; }

    /// <summary>Length along which another string of the same diameter lies beside the line, spread evenly over it [km].</summary>
    [Column("loops", "length along which another string of the same diameter lies beside the line, spread evenly over it", Unit = "km", Minimum = 0)]
    public Length? Loops { get; init; }

    /// <summary>Largest operating pressure [bar_abs].</summary>
    [Column("max_pressure", "largest operating pressure", Unit = "bar_abs", Minimum = 0)]
    public Pressure? MaxPressure { get; init; }

    /// <summary>Smallest delivery pressure [bar_abs].</summary>
    [Column("min_pressure", "smallest delivery pressure", Unit = "bar_abs", Minimum = 0)]
    public Pressure? MinPressure { get; init; }

    /// <summary>Hydraulic roughness of the wall [mm].</summary>
    [Column("roughness", "hydraulic roughness of the wall", Unit = "mm", Minimum = 0)]
    public Length? Roughness { get; init; }

    /// <summary>Flow over that of a clean straight pipe at the same pressures [1].</summary>
    [Column("hydraulic_efficiency", "flow over that of a clean straight pipe at the same pressures", Unit = "1", Minimum = 0.5, Maximum = 1)]
    public double? HydraulicEfficiency { get; init; }

    /// <summary>Density of the gas over that of air [1].</summary>
    [Column("relative_density", "density of the gas over that of air", Unit = "1", Minimum = 0.07, Maximum = 1)]
    public double? RelativeDensity { get; init; }

    /// <summary>Mean temperature of the gas on the way [°C].</summary>
    [Column("gas_temperature", "mean temperature of the gas on the way", Unit = "°C", Minimum = -40, Maximum = 80)]
    public double? GasTemperature { get; init; }

    /// <summary>Installed compressor power along the line [MW].</summary>
    [Column("compressor_power", "installed compressor power along the line", Unit = "MW", Minimum = 0)]
    public Power? CompressorPower { get; init; }

    /// <summary>Largest flow forward, measured at the start.</summary>
    [Column("capacity", "largest flow forward, measured at the start", Required = true, Minimum = 0)]
    public required Rate Capacity { get; init; }

    /// <summary>Largest flow backward.</summary>
    [Column("reverse_capacity", "largest flow backward", Minimum = 0)]
    public Rate? ReverseCapacity { get; init; }

    /// <summary>Share of the inflow burnt by compressors or lost [1].</summary>
    [Column("fuel_share", "share of the inflow burnt by compressors or lost", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? FuelShare { get; init; }

    /// <summary>Charge for a unit carried, or for a unit and 100 km.</summary>
    [Column("tariff", "charge for a unit carried, or for a unit and 100 km", Minimum = 0)]
    public UnitPrice? Tariff { get; init; }

    /// <summary>Who may use the line.</summary>
    [Column("access", "who may use the line")]
    public ArcAccess Access { get; init; }

    /// <summary>Owner.</summary>
    [Column("owner", "owner", References = "actors")]
    public string? Owner { get; init; }

    /// <summary>Unit of the rates in this row.</summary>
    [Column("rate_unit", "unit of the rates in this row")]
    public RateUnit? RateUnit { get; init; }

    /// <summary>Unit of the tariff.</summary>
    [Column("price_unit", "unit of the tariff")]
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
