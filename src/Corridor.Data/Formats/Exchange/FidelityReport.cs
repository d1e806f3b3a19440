namespace Corridor.Data.Formats.Exchange;

/// <summary>What a conversion kept, took over in another form, filled in, and lost. Entries stand in the order in which they were first met.</summary>
public sealed class FidelityReport
{
    private const int MostExamples = 5;
    private readonly Dictionary<(FidelityKind Kind, string Part, string Attribute, string Target, string Note), Tally> _tallies = [];
    private readonly List<Tally> _order = [];

    /// <summary>The entries.</summary>
    public IReadOnlyList<FidelityEntry> Entries => [.. _order.Select(t => t.Entry())];

    /// <summary>Whether nothing was approximated, defaulted or dropped.</summary>
    public bool IsExact => _order.TrueForAll(t => t.Kind == FidelityKind.Exact);

    /// <summary>Number of figures or rows of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public int Count(FidelityKind kind) => _order.Where(t => t.Kind == kind).Sum(t => t.Count);

    /// <summary>Counts figures that came over as they are.</summary>
    public void Exact(string part, string attribute, string target, int count = 1) => Add(FidelityKind.Exact, part, attribute, target, "", null, count);

    /// <summary>Counts a figure that came over in another form.</summary>
    public void Approximated(string part, string attribute, string target, string note, string? example = null, int count = 1) =>
        Add(FidelityKind.Approximated, part, attribute, target, note, example, count);

    /// <summary>Counts a figure that the file leaves open.</summary>
    public void Defaulted(string part, string attribute, string target, string note, string? example = null, int count = 1) =>
        Add(FidelityKind.Defaulted, part, attribute, target, note, example, count);

    /// <summary>Counts a figure or row that did not come over.</summary>
    public void Dropped(string part, string attribute, string note, string? example = null, int count = 1) =>
        Add(FidelityKind.Dropped, part, attribute, "", note, example, count);

    /// <summary>Counts figures.</summary>
    /// <param name="kind">What became of them.</param>
    /// <param name="part">Part of the file.</param>
    /// <param name="attribute">Column; empty for whole rows.</param>
    /// <param name="target">Where it went.</param>
    /// <param name="note">Why; the same words for the same reason, or each is an entry of its own.</param>
    /// <param name="example">One of them; null for none.</param>
    /// <param name="count">How many; nothing happens for zero.</param>
    public void Add(FidelityKind kind, string part, string attribute, string target, string note, string? example, int count)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
            return;
        var key = (kind, part, attribute, target, note);
        if (!_tallies.TryGetValue(key, out Tally? tally))
        {
            tally = new Tally(kind, part, attribute, target, note);
            _tallies.Add(key, tally);
            _order.Add(tally);
        }

        tally.Count += count;
        if (example is not null && tally.Examples.Count < MostExamples)
            tally.Examples.Add(example);
    }

    private sealed class Tally(FidelityKind kind, string part, string attribute, string target, string note)
    {
        public FidelityKind Kind { get; } = kind;

        public List<string> Examples { get; } = [];

        public int Count { get; set; }

        public FidelityEntry Entry() => new(Kind, part, attribute, target, note, Count, [.. Examples]);
    }
}
