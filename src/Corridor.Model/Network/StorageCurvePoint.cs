using Corridor.Model.Schema;

namespace Corridor.Model.Network;

/// <summary>How the largest rates of a storage follow its level; concave, straight between points.</summary>
[Table("storage_curves", "How the largest rates of a storage follow its level; concave, straight between points")]
public sealed record StorageCurvePoint : Row
{
    /// <summary>Storage.</summary>
    [Column("storage", "storage", Required = true, Key = true, References = "storages")]
    public required string Storage { get; init; }

    /// <summary>Share of the working volume [1].</summary>
    [Column("level", "share of the working volume", Required = true, Key = true, Unit = "1", Minimum = 0, Maximum = 1)]
    public required double Level { get; init; }

    /// <summary>Share of the largest injection [1].</summary>
    [Column("injection", "share of the largest injection", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? Injection { get; init; }

    /// <summary>Share of the largest withdrawal [1].</summary>
    [Column("withdrawal", "share of the largest withdrawal", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? Withdrawal { get; init; }
}
