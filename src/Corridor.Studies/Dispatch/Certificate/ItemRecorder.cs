namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>
/// Takes the comparisons of one item and keeps the worst, and the worst of each element that fails. Words are made only for what
/// is shown.
/// </summary>
internal sealed class ItemRecorder(CertificateGroup group, string name, double tolerance, Func<Breach, string> words)
{
    private readonly Dictionary<string, (Breach Breach, int Count)> _failures = new(StringComparer.Ordinal);
    private Breach _worst = new("", Breach.WholeHorizon, 0, 0, 0, 0);
    private long _count;

    /// <summary>Worst breach of each element that fails, and in how many places it fails.</summary>
    public IEnumerable<(Breach Breach, int Count)> Failures => _failures.Values;

    /// <summary>Says a breach in words.</summary>
    public string Say(Breach breach) => words(breach);

    /// <summary>value ≤ limit.</summary>
    public void AtMost(string element, int place, double value, double limit, double scale = 0)
    {
        _count++;
        if (!(value <= limit))
            Note(element, place, value, limit, value - limit, Largest(value, limit, scale));
    }

    /// <summary>value ≥ limit.</summary>
    public void AtLeast(string element, int place, double value, double limit, double scale = 0)
    {
        _count++;
        if (!(value >= limit))
            Note(element, place, value, limit, limit - value, Largest(value, limit, scale));
    }

    /// <summary>value = expected.</summary>
    public void Same(string element, int place, double value, double expected, double scale = 0)
    {
        _count++;
        if (value != expected)
            Note(element, place, value, expected, Math.Abs(value - expected), Largest(value, expected, scale));
    }

    /// <summary>A residual that was already made relative elsewhere.</summary>
    public void Given(string element, int place, double value, double limit, double violation, double relative)
    {
        _count++;
        Keep(new Breach(element, place, value, limit, violation, double.IsNaN(relative) ? double.PositiveInfinity : relative));
    }

    public CertificateItem ToItem(Func<int, string?> placeName)
    {
        string? where = _worst.Relative > 0 ? Place(_worst, placeName) : null;
        return new CertificateItem(group, name, _worst.Violation, _worst.Relative, where, _count, _worst.Relative <= tolerance && _failures.Count == 0);
    }

    private static string Place(Breach breach, Func<int, string?> placeName) =>
        placeName(breach.Place) is { } place ? $"{breach.Element}, {place}" : breach.Element;

    private static double Largest(double a, double b, double scale)
    {
        double largest = scale;
        if (double.IsFinite(a))
            largest = Math.Max(largest, Math.Abs(a));
        if (double.IsFinite(b))
            largest = Math.Max(largest, Math.Abs(b));
        return largest;
    }

    private void Note(string element, int place, double value, double limit, double violation, double scale)
    {
        double relative = violation / (1 + scale);
        Keep(new Breach(element, place, value, limit, violation, double.IsNaN(relative) ? double.PositiveInfinity : relative));
    }

    private void Keep(Breach breach)
    {
        if (breach.Relative > _worst.Relative)
            _worst = breach;
        if (breach.Relative <= tolerance)
            return;
        if (!_failures.TryGetValue(breach.Element, out (Breach Breach, int Count) old))
            _failures[breach.Element] = (breach, 1);
        else
            _failures[breach.Element] = (breach.Relative > old.Breach.Relative ? breach : old.Breach, old.Count + 1);
    }
}
