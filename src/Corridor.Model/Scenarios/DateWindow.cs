using System.Globalization;

namespace Corridor.Model.Scenarios;

/// <summary>A span of days, open on either side where no date is given.</summary>
/// <param name="From">First day; null for as early as there are days.</param>
/// <param name="To">First day after the last; later than <paramref name="From"/>; null for without end.</param>
public readonly record struct DateWindow(DateOnly? From, DateOnly? To)
{
    /// <summary>The day that stands for "from the beginning" where a table must have a date.</summary>
    public static DateOnly Beginning { get; } = new(1900, 1, 1);

    /// <summary>All days.</summary>
    public static DateWindow Always { get; }

    /// <summary>Whether all days belong to it.</summary>
    public bool IsAlways => From is null && To is null;

    /// <summary>First day, where a table must have a date.</summary>
    public DateOnly Start => From ?? Beginning;

    /// <summary>Whether a day belongs to it.</summary>
    public bool Contains(DateOnly day) => !(day < From) && !(day >= To);

    /// <summary>Whether the two have a day in common.</summary>
    public bool Overlaps(DateWindow other) => !(other.To <= From) && !(To <= other.From);

    /// <summary>The window in words: <c>from 2025-01-01 to 2025-12-31</c>, the last day included; empty for all days.</summary>
    public override string ToString() => (From, To) switch
    {
        (null, null) => "",
        ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $"from {from:yyyy-MM-dd}"),
        (null, { } to) => string.Create(CultureInfo.InvariantCulture, $"until {to.AddDays(-1):yyyy-MM-dd}"),
        ({ } from, { } to) => string.Create(CultureInfo.InvariantCulture, $"from {from:yyyy-MM-dd} to {to.AddDays(-1):yyyy-MM-dd}"),
    };
}
