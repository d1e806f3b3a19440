using Corridor.Model.Provenance;

namespace Corridor.Data.Formats.SciGridGas;

/// <summary>A border that gas no longer crosses in one direction.</summary>
/// <param name="From">Zone that it came from.</param>
/// <param name="To">Zone that it went to.</param>
/// <param name="Name">What was closed.</param>
/// <param name="Since">First day on which it is closed.</param>
/// <param name="Source">Document that says so; null for general knowledge.</param>
internal sealed record ClosedBorder(string From, string To, string Name, DateOnly Since, SourceDocument? Source)
{
    /// <summary>Borders closed to Russian gas between 2022 and 2025.</summary>
    internal static IReadOnlyList<ClosedBorder> All { get; } =
    [
        new("ru", "ua", "Transit of Russian gas through Ukraine", new DateOnly(2025, 1, 1), new SourceDocument { Id = "rbc-ukraine-transit-end", Title = "RBC-Ukraine (reprint), transit stopped on 1 January 2025", Url = "https://ukr-mafia.com/en/ekspertno-2/kran-perekryit-ukraina-ostanovila-tranzi-1", Date = "2025-01-01", Language = "en", Licence = "facts cited; no text copied" }),
        new("by", "ua", "Transit of Russian gas through Belarus to Ukraine", new DateOnly(2025, 1, 1), null),
        new("fi", "de", "Nord Stream (its offshore line is in the Finnish zone of the data set)", new DateOnly(2022, 9, 26), new SourceDocument { Id = "pravda-nord-stream", Title = "Pravda.ru (Interfax), destruction of Nord Stream", Url = "https://english.pravda.ru/news/world/154115-nord_stream_destruction/", Date = "2022-09-27", Language = "en", Licence = "facts cited; no text copied" }),
        new("ru", "de", "Nord Stream", new DateOnly(2022, 9, 26), null),
        new("ru", "fi", "Russian gas to Finland", new DateOnly(2022, 5, 21), null),
        new("ru", "ee", "Russian gas to Estonia", new DateOnly(2023, 1, 1), null),
        new("ru", "lv", "Russian gas to Latvia", new DateOnly(2023, 1, 1), null),
        new("ru", "lt", "Russian gas to Lithuania from Kaliningrad", new DateOnly(2023, 1, 1), null),
        new("by", "lt", "Russian gas to Lithuania from Belarus", new DateOnly(2023, 1, 1), null),
        new("by", "pl", "Yamal–Europe and other lines from Belarus to Poland", new DateOnly(2022, 5, 11), null),
        new("ru", "pl", "Russian gas to Poland", new DateOnly(2022, 5, 11), null),
    ];
}
