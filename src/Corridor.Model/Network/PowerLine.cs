using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>Alternating and direct current lines.</summary>
[Table("power_lines", "Alternating and direct current lines")]
public sealed record PowerLine : Entity
{
    /// <summary>Node at the start.</summary>
    [Column("from", "node at the start", Required = true, References = "nodes")]
    public required string From { get; init; }

    /// <summary>Node at the end.</summary>
    [Column("to", "node at the end", Required = true, References = "nodes")]
    public required string To { get; init; }

    /// <summary>Alternating or direct current.</summary>
    [Column("kind", "alternating or direct current", Required = true)]
    public required PowerLineKind Kind { get; init; }

    /// <summary>Nominal voltage [kV].</summary>
    [Column("voltage", "nominal voltage", Unit = "kV", Minimum = 0)]
    public double? Voltage { get; init; }

    /// <summary>Length of the line [km].</summary>
    [Column("length", "length of the line", Unit = "km", Minimum = 0)]
    public Length? Length { get; init; }

    /// <summary>Series reactance of all circuits together; negative for a series capacitor or a winding of a star [ohm].</summary>
    [Column("reactance", "series reactance of all circuits together; negative for a series capacitor or a winding of a star", Unit = "ohm")]
    public double? Reactance { get; init; }

    /// <summary>Series resistance of all circuits together: the law of a dc_meshed line, losses in a power flow [ohm].</summary>
    [Column("resistance", "series resistance of all circuits together: the law of a dc_meshed line, losses in a power flow; below zero only in grids reduced to fewer nodes", Unit = "ohm")]
    public double? Resistance { get; init; }

    /// <summary>Reactive power that the line gives at nominal voltage, in a power flow [Mvar].</summary>
    [Column("charging", "reactive power that the line gives at nominal voltage, in a power flow", Unit = "Mvar")]
    public double? Charging { get; init; }

    /// <summary>Off-nominal turns ratio of a transformer at its start; 1 where empty [1].</summary>
    [Column("tap_ratio", "off-nominal turns ratio of a transformer at its start; 1 where empty", Unit = "1", Minimum = 0)]
    public double? TapRatio { get; init; }

    /// <summary>Phase shift of a transformer at its start; a positive one delays the end [deg].</summary>
    [Column("phase_shift", "phase shift of a transformer at its start; a positive one delays the end", Unit = "deg")]
    public double? PhaseShift { get; init; }

    /// <summary>Least difference of the angles, start less end [deg].</summary>
    [Column("angle_min", "least difference of the angles, start less end", Unit = "deg")]
    public double? AngleMin { get; init; }

    /// <summary>Greatest difference of the angles, start less end [deg].</summary>
    [Column("angle_max", "greatest difference of the angles, start less end", Unit = "deg")]
    public double? AngleMax { get; init; }

    /// <summary>Largest flow forward [MW].</summary>
    [Column("rating", "largest flow forward", Required = true, Unit = "MW", Minimum = 0)]
    public required Power Rating { get; init; }

    /// <summary>Largest flow backward; the rating where empty [MW].</summary>
    [Column("reverse_rating", "largest flow backward; the rating where empty", Unit = "MW", Minimum = 0)]
    public Power? ReverseRating { get; init; }

    /// <summary>Largest flow after an outage elsewhere, in a contingency analysis; the rating where empty or 0 [MW].</summary>
    [Column("emergency_rating", "largest flow after an outage elsewhere, in a contingency analysis; the rating where empty or 0", Unit = "MW", Minimum = 0)]
    public Power? EmergencyRating { get; init; }

    /// <summary>Loss that does not depend on the flow, taken at the end while in service (direct current only) [MW].</summary>
    [Column("fixed_loss", "loss that does not depend on the flow, taken at the end while in service (direct current only)", Unit = "MW", Minimum = 0)]
    public Power? FixedLoss { get; init; }

    /// <summary>Share of the flow lost (direct current only) [1].</summary>
    [Column("loss_share", "share of the flow lost (direct current only)", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? LossShare { get; init; }

    /// <summary>Charge for a unit carried.</summary>
    [Column("tariff", "charge for a unit carried", Minimum = 0)]
    public UnitPrice? Tariff { get; init; }

    /// <summary>Who may use the line.</summary>
    [Column("access", "who may use the line")]
    public ArcAccess Access { get; init; }

    /// <summary>Owner.</summary>
    [Column("owner", "owner", References = "actors")]
    public string? Owner { get; init; }

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
