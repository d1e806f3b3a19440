namespace Corridor.Model.PowerGrids;

/// <summary>
/// A power grid at one moment as power flow sees it: buses, branches, units and direct current lines. Powers in MW and Mvar,
/// impedances in per unit of <see cref="BasePower"/>. Elements name their buses by index.
/// </summary>
public sealed record PowerGrid
{
    /// <summary>What the grid is called, for headings.</summary>
    public required string Name { get; init; }

    /// <summary>Base of the per unit system [MVA]; positive.</summary>
    public double BasePower { get; init; } = 100.0;

    /// <summary>Money of the costs, as ISO 4217 has it; null where the file states none.</summary>
    public string? Currency { get; init; }

    /// <summary>The buses.</summary>
    public required IReadOnlyList<GridBus> Buses { get; init; }

    /// <summary>Lines and transformers.</summary>
    public required IReadOnlyList<GridBranch> Branches { get; init; }

    /// <summary>Generating units.</summary>
    public required IReadOnlyList<GridUnit> Units { get; init; }

    /// <summary>Direct current lines.</summary>
    public IReadOnlyList<GridDcLine> DcLines { get; init; } = [];
}
