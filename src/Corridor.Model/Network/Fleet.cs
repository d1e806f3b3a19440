using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>Ships, trains or trucks shared by transports.</summary>
[Table("fleets", "Ships, trains or trucks shared by transports")]
public sealed record Fleet : Entity
{
    /// <summary>Mode.</summary>
    [Column("mode", "mode", Required = true)]
    public required TransportMode Mode { get; init; }

    /// <summary>Number of vehicles [1].</summary>
    [Column("vehicles", "number of vehicles", Required = true, Unit = "1", Minimum = 0)]
    public required double Vehicles { get; init; }

    /// <summary>Load of one vehicle.</summary>
    [Column("vehicle_capacity", "load of one vehicle", Required = true, Minimum = 0)]
    public required Amount VehicleCapacity { get; init; }

    /// <summary>Unit of the amounts in this row.</summary>
    [Column("amount_unit", "unit of the amounts in this row")]
    public AmountUnit? AmountUnit { get; init; }

    /// <summary>Owner.</summary>
    [Column("owner", "owner", References = "actors")]
    public string? Owner { get; init; }

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
