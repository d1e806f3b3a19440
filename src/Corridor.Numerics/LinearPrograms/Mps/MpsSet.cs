namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>Of several sets of a section the first counts.</summary>
internal struct MpsSet
{
    private byte[]? _chosen;
    private bool _told;

    /// <summary>Name of the first set; null before its first line.</summary>
    public readonly byte[]? Chosen => _chosen;

    /// <summary>Whether a line belongs to the first set.</summary>
    public bool Chooses(ReadOnlySpan<byte> set, MpsReport report)
    {
        if (_chosen is null)
        {
            _chosen = set.ToArray();
            return true;
        }

        if (set.SequenceEqual(_chosen))
            return true;
        if (!_told)
            report.Add(MpsIssue.OtherSet, 1, set, "The section has a further set ", $", which is left out; the first, '{MpsReport.Text(_chosen)}', counts.");
        _told = true;
        return false;
    }
}
