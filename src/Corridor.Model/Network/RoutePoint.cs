using Corridor.Model.Schema;

namespace Corridor.Model.Network;

/// <summary>Points along an arc, for maps.</summary>
[Table("route_points", "Points along an arc, for maps")]
public sealed record RoutePoint : Row
{
    /// <summary>Pipeline, power line or transport.</summary>
    [Column("arc", "pipeline, power line or transport", Required = true, Key = true, References = "arcs")]
    public required string Arc { get; init; }

    /// <summary>Order along the route.</summary>
    [Column("sequence", "order along the route", Required = true, Key = true, Minimum = 1)]
    public required int Sequence { get; init; }

    /// <summary>Longitude [deg].</summary>
    [Column("lon", "longitude", Required = true, Unit = "deg", Minimum = -180, Maximum = 180)]
    public required double Lon { get; init; }

    /// <summary>Latitude [deg].</summary>
    [Column("lat", "latitude", Required = true, Unit = "deg", Minimum = -90, Maximum = 90)]
    public required double Lat { get; init; }
}
