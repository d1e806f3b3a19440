using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Series;

/// <summary>One value of a series as its file gives it.</summary>
/// <param name="Series">Name of the series.</param>
/// <param name="Start">First day that the value speaks of.</param>
/// <param name="End">First day after.</param>
/// <param name="Value">The value, in the unit as printed.</param>
/// <param name="Unit">The unit as printed.</param>
/// <param name="Place">Where it stands.</param>
public sealed record SeriesValue(string Series, DateOnly Start, DateOnly End, double Value, string Unit, SourcePlace Place)
{
    /// <summary>Point of measurement of a flow: key, name, country, direction; null for a price.</summary>
    public SeriesPoint? Point { get; init; }
}
