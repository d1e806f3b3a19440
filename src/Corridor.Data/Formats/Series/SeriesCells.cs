using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Series;

/// <summary>The cells of a file of series while it is read: values, and how many cells give none and why.</summary>
internal sealed class SeriesCells
{
    private readonly List<SeriesGap> _gaps = [];

    /// <summary>The values, in the order of the file.</summary>
    public List<SeriesValue> Values { get; } = [];

    /// <summary>Cells without a value that are not empty.</summary>
    public IReadOnlyList<SeriesGap> Gaps => _gaps;

    /// <summary>Counts a cell that gives no value.</summary>
    /// <param name="reason">Why; the same words for the same reason.</param>
    /// <param name="place">Where it stands.</param>
    public void Drop(string reason, SourcePlace place)
    {
        int at = _gaps.FindIndex(g => g.Reason == reason);
        if (at < 0)
            _gaps.Add(new SeriesGap(reason, place.ToString(), 1));
        else
            _gaps[at] = _gaps[at] with { Count = _gaps[at].Count + 1 };
    }
}
