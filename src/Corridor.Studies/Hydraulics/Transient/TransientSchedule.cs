using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Boundary conditions by time and everything that happens.</summary>
public sealed record TransientSchedule
{
    /// <summary>
    /// Pressures, injections and set points by time, in place of the network's; its own start and end have no effect, those of the settings count.
    /// </summary>
    public GasSchedule? Boundary { get; init; }

    /// <summary>What happens, in any order.</summary>
    public IReadOnlyList<GasEvent> Events { get; init; } = [];

    /// <summary>Stores.</summary>
    public IReadOnlyList<StorageSite> Storages { get; init; } = [];

    /// <summary>Nothing changes.</summary>
    public static TransientSchedule Empty { get; } = new();
}
