namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>Collects what a reader met: at most <see cref="Limit"/> of each kind are kept, the others are counted.</summary>
public sealed class MpsFindings
{
    /// <summary>How many findings of one kind are kept.</summary>
    public const int Limit = 100;

    private readonly List<MpsFinding> _items = [];
    private readonly int[] _count = new int[(int)MpsIssue.BinaryByDefault + 1];

    /// <summary>The findings kept, in the order of their discovery.</summary>
    public IReadOnlyList<MpsFinding> Items => _items;

    /// <summary>Number of findings that are errors, those not kept included.</summary>
    public int Errors { get; private set; }

    /// <summary>Number of findings that were counted but not kept.</summary>
    public int NotKept { get; private set; }

    /// <summary>Number of findings of a kind, those not kept included.</summary>
    public int Count(MpsIssue issue) => _count[(int)issue];

    /// <summary>Adds a finding.</summary>
    public void Add(MpsFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.IsError)
            Errors++;
        if (_count[(int)finding.Issue]++ < Limit)
            _items.Add(finding);
        else
            NotKept++;
    }

    /// <summary>Adds all findings of another list.</summary>
    public void AddRange(MpsFindings other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (MpsFinding finding in other._items)
            Add(finding);
        NotKept += other.NotKept;
        for (int k = 0; k < _count.Length; k++)
            _count[k] = Math.Max(_count[k], other._count[k]);
    }

    /// <summary>Whether one more of a kind would be kept: the words for others need not be made.</summary>
    internal bool Keeps(MpsIssue issue) => _count[(int)issue] < Limit;

    /// <summary>Counts one that is not kept.</summary>
    internal void CountOnly(MpsIssue issue)
    {
        _count[(int)issue]++;
        NotKept++;
        if (issue < MpsIssue.NoObjective)
            Errors++;
    }
}
