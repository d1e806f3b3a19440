namespace Corridor.Data.Formats.Series;

/// <summary>Cells of a file of series that are not empty and give no value.</summary>
/// <param name="Reason">Why they give none.</param>
/// <param name="First">Place of the first.</param>
/// <param name="Count">How many there are.</param>
public sealed record SeriesGap(string Reason, string First, int Count);
