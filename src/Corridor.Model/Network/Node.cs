using Corridor.Model.Schema;

namespace Corridor.Model.Network;

/// <summary>Places where a carrier balances.</summary>
[Table("nodes", "Places where a carrier balances")]
public sealed record Node : Entity
{
    /// <summary>Carrier that balances here.</summary>
    [Column("carrier", "carrier that balances here", Required = true, References = "carriers")]
    public required string Carrier { get; init; }

    /// <summary>Zone of the node.</summary>
    [Column("zone", "zone of the node", Required = true, References = "zones")]
    public required string Zone { get; init; }

    /// <summary>Longitude [deg].</summary>
    [Column("lon", "longitude", Unit = "deg", Minimum = -180, Maximum = 180)]
    public double? Lon { get; init; }

    /// <summary>Latitude [deg].</summary>
    [Column("lat", "latitude", Unit = "deg", Minimum = -90, Maximum = 90)]
    public double? Lat { get; init; }
}
