using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>Countries and regions.</summary>
[Table("zones", "Countries and regions")]
public sealed record Zone : Entity
{
    /// <summary>ISO 3166-1 alpha-2 code of the country.</summary>
    [Column("iso", "ISO 3166-1 alpha-2 code of the country")]
    public string? Iso { get; init; }

    /// <summary>Zone that contains this one.</summary>
    [Column("parent", "zone that contains this one", References = "zones")]
    public string? Parent { get; init; }

    /// <summary>Whether the zone is a border region whose supply is watched.</summary>
    [Column("border_region", "whether the zone is a border region whose supply is watched")]
    public bool BorderRegion { get; init; }

    /// <summary>Longitude of the label [deg].</summary>
    [Column("lon", "longitude of the label", Unit = "deg", Minimum = -180, Maximum = 180)]
    public double? Lon { get; init; }

    /// <summary>Latitude of the label [deg].</summary>
    [Column("lat", "latitude of the label", Unit = "deg", Minimum = -90, Maximum = 90)]
    public double? Lat { get; init; }

    /// <summary>Price of a tonne of CO2 from power plants and CHP here; inherited from the parent where empty.</summary>
    [Column("co2_price", "price of a tonne of CO2 from power plants and CHP here; inherited from the parent where empty", Minimum = 0)]
    public UnitPrice? Co2Price { get; init; }

    /// <summary>Unit of the CO2 price, such as EUR/t.</summary>
    [Column("price_unit", "unit of the CO2 price, such as EUR/t")]
    public PriceUnit? PriceUnit { get; init; }
}
