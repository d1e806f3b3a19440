using Corridor.Model.Schema;

namespace Corridor.Model.Contracts;

/// <summary>Companies, states, banks.</summary>
[Table("actors", "Companies, states, banks")]
public sealed record Actor : Entity
{
    /// <summary>Kind of actor.</summary>
    [Column("kind", "kind of actor", Required = true)]
    public required ActorKind Kind { get; init; }

    /// <summary>Home zone.</summary>
    [Column("zone", "home zone", References = "zones")]
    public string? Zone { get; init; }

    /// <summary>Roles, separated by semicolons.</summary>
    [Column("roles", "roles, separated by semicolons")]
    public IReadOnlyList<string> Roles { get; init; } = [];
}
