using System.Globalization;

namespace Corridor.Model.Findings;

/// <summary>
/// Collects findings. Keeps at most <see cref="Limit"/> of each code, and counts the rest, so that a broken input of any
/// size yields a bounded list.
/// </summary>
public sealed class FindingList
{
    /// <summary>How many findings of one code are kept.</summary>
    public const int Limit = 200;

    private readonly List<Finding> _items = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The findings kept, in the order of their discovery.</summary>
    public IReadOnlyList<Finding> Items => _items;

    /// <summary>Number of findings of severity error, those not kept included.</summary>
    public int Errors { get; private set; }

    /// <summary>Number of findings of severity warning, those not kept included.</summary>
    public int Warnings { get; private set; }

    /// <summary>How many findings were counted but not kept.</summary>
    public int NotKept { get; private set; }

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
        int count = _counts.GetValueOrDefault(finding.Code) + 1;
        _counts[finding.Code] = count;
        if (count <= Limit)
            _items.Add(finding);
        else
            NotKept++;
    }

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
