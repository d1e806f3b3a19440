using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>Compressor stations.</summary>
[Table("compressors", "Compressor stations")]
public sealed record Compressor : Entity
{
    /// <summary>Pipeline it stands on.</summary>
    [Column("pipeline", "pipeline it stands on", Required = true, References = "pipelines")]
    public required string Pipeline { get; init; }

    /// <summary>Distance from the start of the line [km].</summary>
    [Column("chainage", "distance from the start of the line", Unit = "km", Minimum = 0)]
    public Length? Chainage { get; init; }

    /// <summary>Installed power [MW].</summary>
    [Column("power", "installed power", Unit = "MW", Minimum = 0)]
    public Power? Power { get; init; }

    /// <summary>Largest ratio of outlet to inlet pressure [1].</summary>
    [Column("max_ratio", "largest ratio of outlet to inlet pressure", Unit = "1", Minimum = 1)]
    public double? MaxRatio { get; init; }

    /// <summary>Adiabatic efficiency [1].</summary>
    [Column("efficiency", "adiabatic efficiency", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? Efficiency { get; init; }

    /// <summary>Longitude [deg].</summary>
    [Column("lon", "longitude", Unit = "deg", Minimum = -180, Maximum = 180)]
    public double? Lon { get; init; }

    /// <summary>Latitude [deg].</summary>
    [Column("lat", "latitude", Unit = "deg", Minimum = -90, Maximum = 90)]
    public double? Lat { get; init; }

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
