using System.Globalization;

namespace Corridor.Model.Findings;

/// <summary>
/// Collects findings. Keeps a bounded number of each code, and counts the rest, so that a broken input of any
/// size yields a bounded list.
/// </summary>
/// <param name="limit">How many findings of one code are kept, above zero.</param>
public sealed class FindingList(int limit)
{
    /// <summary>How many findings of one code are kept where nothing else is said.</summary>
    public const int Limit = 200;

    /// <summary>How many findings of one code are kept for someone who asks for all of them.</summary>
    public const int MostLimit = 100_000;

    private readonly List<Finding> _items = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly int[] _notKept = new int[3];

    /// <summary>A list that keeps <see cref="Limit"/> findings of each code.</summary>
    public FindingList()
        : this(Limit)
    {
    }

    /// <summary>The findings kept, in the order of their discovery.</summary>
    public IReadOnlyList<Finding> Items => _items;

    /// <summary>Number of findings of severity error, those not kept included.</summary>
    public int Errors { get; private set; }

    /// <summary>Number of findings of severity warning, those not kept included.</summary>
    public int Warnings { get; private set; }

    /// <summary>Number of findings of severity information, those not kept included.</summary>
    public int Remarks { get; private set; }

    /// <summary>How many findings were counted but not kept.</summary>
    public int NotKept => _notKept.Sum();

    /// <summary>Whether there is any finding of severity error.</summary>
    public bool HasErrors => Errors > 0;

    /// <summary>Adds a finding.</summary>
    public void Add(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Severity == Severity.Error)
            Errors++;
        else if (finding.Severity == Severity.Warning)
            Warnings++;
        else
            Remarks++;
        int count = _counts.GetValueOrDefault(finding.Code) + 1;
        _counts[finding.Code] = count;
        if (count <= limit)
            _items.Add(finding);
        else
            _notKept[(int)finding.Severity]++;
    }

    /// <summary>How many findings of a severity or a graver one were counted but not kept.</summary>
    /// <param name="least">The least severity.</param>
    public int NotKeptFrom(Severity least) => _notKept.AsSpan((int)least).ToArray().Sum();

    /// <summary>Adds all findings of another list.</summary>
    public void AddRange(IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        foreach (Finding finding in findings)
            Add(finding);
    }

    /// <summary>Number of findings with a code, those not kept included.</summary>
    public int Count(string code) => _counts.GetValueOrDefault(code);

    /// <summary>One line that counts what was found.</summary>
    public string Summary() => string.Create(CultureInfo.InvariantCulture, $"{Errors} errors, {Warnings} warnings");
}
