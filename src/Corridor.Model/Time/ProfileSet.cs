using Corridor.Model.Schema;

namespace Corridor.Model.Time;

/// <summary>Profiles: how a quantity varies with the time of the year or the date.</summary>
[Table("profile_sets", "Profiles: how a quantity varies with the time of the year or the date")]
public sealed record ProfileSet : Entity
{
    /// <summary>Shape (scaled to mean 1) or factor (as it stands).</summary>
    [Column("use", "shape (scaled to mean 1) or factor (as it stands)", Required = true)]
    public required ProfileUse Use { get; init; }
}
