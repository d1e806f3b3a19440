using Corridor.Model.Units;

namespace Corridor.Studies.Compilation;

/// <summary>In which list of a network an element stands whose capacity is chosen.</summary>
public enum ExpandedKind
{
    /// <summary>A supply.</summary>
    Supply,

    /// <summary>A pipeline, power line or transport.</summary>
    Arc,

    /// <summary>A storage; its capacity is its largest withdrawal.</summary>
    Storage,

    /// <summary>A converter; its capacity is in reference units of activity per day.</summary>
    Converter,
}

/// <summary>
/// A capacity that the run chooses. The limits of its element stand in the network for the capacity <see cref="Stated"/>; chosen as K, they are K / Stated times that.
/// </summary>
public sealed record CompiledExpansion
{
    /// <summary>Id of the asset.</summary>
    public required string Id { get; init; }

    /// <summary>List in which it stands.</summary>
    public required ExpandedKind Kind { get; init; }

    /// <summary>Its index there.</summary>
    public required int Element { get; init; }

    /// <summary>The capacity for which its limits stand in the network, units of account (of activity) per day; above 0.</summary>
    public required double Stated { get; init; }

    /// <summary>The capacity that is paid for already.</summary>
    public required double Installed { get; init; }

    /// <summary>Least capacity that may be chosen.</summary>
    public required double Least { get; init; }

    /// <summary>Greatest capacity that may be chosen; +∞ for no limit.</summary>
    public required double Most { get; init; }

    /// <summary>Cost of a unit of capacity over the horizon, money of account.</summary>
    public required double Cost { get; init; }

    /// <summary>Unit in which the package states the capacity; null where it states neither limits nor cost.</summary>
    public RateUnit? Unit { get; init; }

    /// <summary>Units of account per day in one <see cref="Unit"/>; 1 where there is none.</summary>
    public double AccountPerUnit { get; init; } = 1;
}
