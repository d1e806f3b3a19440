namespace Corridor.Data.Formats.Series;

/// <summary>A file of series as written.</summary>
/// <param name="Kind">Which of the known files it is.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="Values">The values, in the order of the file.</param>
public sealed record SeriesFile(SeriesKind Kind, string Name, IReadOnlyList<SeriesValue> Values)
{
    /// <summary>Cells that are not empty and give no value.</summary>
    public IReadOnlyList<SeriesGap> Gaps { get; init; } = [];
}
