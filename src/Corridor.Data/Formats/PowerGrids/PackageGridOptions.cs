namespace Corridor.Data.Formats.PowerGrids;

/// <summary>How a package becomes a power grid.</summary>
public sealed record PackageGridOptions
{
    /// <summary>Base of the per unit system [MVA]; positive.</summary>
    public double BasePower { get; init; } = 100.0;

    /// <summary>The day whose assets are in service; the first of the package's horizon where null, and every day where it has none.</summary>
    public DateOnly? Day { get; init; }
}
