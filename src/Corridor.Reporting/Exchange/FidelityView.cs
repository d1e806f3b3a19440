using Corridor.Data.Formats.Exchange;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Exchange;

/// <summary>A fidelity report for people: one line a kind, then what was approximated, filled in and left behind.</summary>
public static class FidelityView
{
    private const int MostShown = 12;

    /// <summary>Writes a report.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="all">Whether every entry is shown, those that came over exactly too; else the twelve largest of each other kind.</param>
    public static void Write(Screen screen, FidelityReport report, bool all = false)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(report);
        IReadOnlyList<FidelityEntry> entries = report.Entries;
        foreach (FidelityKind kind in Enum.GetValues<FidelityKind>())
        {
            FidelityEntry[] ofKind = [.. entries.Where(e => e.Kind == kind)];
            if (ofKind.Length == 0)
                continue;
            int figures = ofKind.Sum(e => e.Count);
            screen.Write($"{NumberText.Count(figures)} {(figures == 1 ? "figure" : "figures")} {FidelityText.Of(kind)}{(kind == FidelityKind.Exact ? "" : ":")}", Style(kind));
            if (kind == FidelityKind.Exact && !all)
                continue;
            FidelityEntry[] shown = all ? ofKind : [.. ofKind.OrderByDescending(e => e.Count).Take(MostShown)];
            foreach (FidelityEntry entry in shown)
                Write(screen, entry);
            if (shown.Length < ofKind.Length)
                screen.Write($"  … and {NumberText.Count(ofKind.Length - shown.Length)} more kinds.", TextStyle.Quiet);
        }
    }

    /// <summary>Writes the counts in one line.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="what">What is counted, such as <c>figures of the file</c>.</param>
    /// <param name="counts">The counts.</param>
    /// <param name="place">Where the whole report stands; null where it is kept nowhere.</param>
    public static void WriteCounts(Screen screen, string what, FidelityCounts counts, string? place = null)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(counts);
        var parts = new List<string>();
        foreach ((FidelityKind kind, int count) in (ReadOnlySpan<(FidelityKind, int)>)
            [(FidelityKind.Exact, counts.Exact), (FidelityKind.Approximated, counts.Approximated), (FidelityKind.Defaulted, counts.Defaulted), (FidelityKind.Dropped, counts.Dropped)])
        {
            if (count > 0 || kind == FidelityKind.Exact)
                parts.Add($"{NumberText.Count(count)} {FidelityText.Of(kind)}");
        }

        screen.Write($"Of the {what}: {string.Join(", ", parts)}{(place is null ? "" : $"; {place} tells which")}.", TextStyle.Quiet, 2);
    }

    private static void Write(Screen screen, FidelityEntry entry)
    {
        string target = entry.Target.Length == 0 ? "" : $" → {entry.Target}";
        string note = entry.Note.Length == 0 ? "" : $": {entry.Note}";
        screen.Write($"  {NumberText.Count(entry.Count)} × {FidelityText.Place(entry)}{target}{note}", indent: 6);
        if (entry.Examples.Count > 0)
            screen.Write($"      such as {string.Join("; ", entry.Examples.Take(2))}", TextStyle.Quiet, indent: 8);
    }

    private static TextStyle Style(FidelityKind kind) => kind switch
    {
        FidelityKind.Exact => TextStyle.Good,
        FidelityKind.Dropped => TextStyle.Caution,
        _ => TextStyle.Plain,
    };
}
