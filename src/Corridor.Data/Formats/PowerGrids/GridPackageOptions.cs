using Corridor.Model.Provenance;

namespace Corridor.Data.Formats.PowerGrids;

/// <summary>What a package says beyond its power grid.</summary>
public sealed record GridPackageOptions
{
    /// <summary>Where the grid comes from; every row names it. Null for nowhere.</summary>
    public SourceDocument? Source { get; init; }

    /// <summary>Money of the costs (ISO 4217).</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>The day that the package's horizon holds.</summary>
    public DateOnly Day { get; init; } = new(2025, 1, 1);

    /// <summary>Names of the buses for people, in their order; empty for none.</summary>
    public IReadOnlyList<string> BusNames { get; init; } = [];

    /// <summary>Names of the units for people, in their order; empty for none.</summary>
    public IReadOnlyList<string> UnitNames { get; init; } = [];
}
