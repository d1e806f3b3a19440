using System.Globalization;
using Corridor.Data.Formats.SanctionsLists;
using Corridor.Model.Sanctions;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Screening;

namespace Corridor.Reporting.Screening;

/// <summary>A screening for people: each name of the package with the entries that it is like, why, and what hangs on it; then what was compared and what not.</summary>
public static class ScreeningView
{
    private const int MostListed = 8;
    private const int MostLetters = 160;

    /// <summary>Writes a result.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="package">The package as the user named it.</param>
    /// <param name="lists">The lists that were read.</param>
    /// <param name="result">The result.</param>
    public static void Write(Screen screen, string package, IReadOnlyList<SanctionsList> lists, ScreeningResult result)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(result);
        foreach (IGrouping<(string Table, string Id), ScreeningMatch> subject in result.Matches.GroupBy(m => m.Subject))
            Write(screen, [.. subject], result);
        foreach ((string company, double share) in result.HeldTogether)
        {
            screen.Write($"{company}: matched actors hold {Percent(share)} together, none of them half", TextStyle.Heading);
            Write(screen, result.Exposures[company]);
            screen.Line();
        }

        string least = result.Least.ToString("0.00", CultureInfo.InvariantCulture);
        int actors = result.Matches.Where(m => m.Actor is not null).Select(m => m.Subject.Id).Distinct().Count();
        int others = result.Matches.Where(m => m.Actor is null).Select(m => m.Subject).Distinct().Count();
        string also = others > 0 ? $", and {NumberText.Count(others)} of its assets, nodes and ships," : "";
        if (result.Matches.Count == 0)
            screen.Write($"{package}: none of its {NumberText.Count(result.Actors)} actors is like one of the {NumberText.Count(result.Parties)} entries (least score {least}).", TextStyle.Good);
        else
            screen.Write($"{package}: {NumberText.Count(actors)} of {NumberText.Count(result.Actors)} actors{also} are like entries of {NumberText.Count(result.Parties)} (least score {least}).", TextStyle.Caution);
        Write(screen, result.Coverage);
        foreach (SanctionsList list in lists.Where(l => l.MissingFiles.Count > 0))
            screen.Write($"{Path.GetFileName(list.Files[0])} was read without {string.Join(" and ", list.MissingFiles)}: matches may be missed.", TextStyle.Caution);
        screen.Write(result.Matches.Count == 0 ? "Lists know names in other spellings too; a lower --least shows more." : "A likeness of names is no identity: compare registration numbers, and read the act.", TextStyle.Quiet);
    }

    private static void Write(Screen screen, ScreeningMatch[] matches, ScreeningResult result)
    {
        ScreeningMatch first = matches[0];
        string kind = first.Actor is { } actor ? string.Join(", ", ((string?[])[actor.Kind.ToString().ToLowerInvariant(), actor.Zone]).Where(t => !string.IsNullOrEmpty(t))) : first.Subject.Table;
        screen.Write($"{first.Subject.Id}: {first.Actor?.Name ?? first.Name} ({kind})", TextStyle.Heading);
        foreach (ScreeningMatch match in matches)
        {
            ListedParty party = match.Party;
            string primary = party.Names[0].Text == match.ListedAs.Text ? "" : $", a name of {Short(party.Names[0].Text)}";
            string own = match.Name == (match.Actor?.Name ?? match.Name) ? "" : $"“{Short(match.Name)}” is like ";
            screen.Write($"  {match.Score.ToString("0.00", CultureInfo.InvariantCulture)}  {own}{Short(match.ListedAs.Text)}{primary}", indent: 8);
            string since = party.Since is { } day ? "listed " + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
            string program = party.Program.Replace("] [", ", ", StringComparison.Ordinal);
            screen.Write($"        {party.List} {string.Join("; ", ((string[])[party.Id, program, since, Short(party.Measure)]).Where(t => t.Length > 0))}", indent: 8);
            screen.Write($"        why: {match.Reason}", indent: 8);
            if (party.Identifiers.Length > 0)
                screen.Write($"        {Short(party.Identifiers)}", TextStyle.Quiet, indent: 8);
        }

        if (first.Actor is not null && result.Exposures.TryGetValue(first.Subject.Id, out ScreeningExposure? exposure))
            Write(screen, exposure);
        screen.Line();
    }

    private static void Write(Screen screen, ScreeningExposure exposure)
    {
        var controlled = new HashSet<string>(exposure.Controlled, StringComparer.Ordinal);
        Line(screen, "controls", [.. exposure.Holdings.Where(h => controlled.Contains(h.Company)).Select(h => $"{h.Company} ({Percent(h.Share)}{(h.Share <= 0.5 ? ": by OFAC's rule; the EU's asks for more than 50\u00A0%" : "")})")]);
        Line(screen, "holds less than half of", [.. exposure.Holdings.Where(h => !controlled.Contains(h.Company)).Select(h => $"{h.Company} ({Percent(h.Share)})")]);
        Line(screen, "owns", [.. exposure.Assets.Select(a => a.Owner == exposure.Actor ? a.Id : $"{a.Id} ({a.Owner})")]);
        Line(screen, "party to", [.. exposure.Contracts.Select(c => c.Party == exposure.Actor ? $"{c.Id} ({c.Role})" : $"{c.Id} ({c.Role}, {c.Party})")]);
        Line(screen, "also in", [.. exposure.Others.Select(o => o.Party == exposure.Actor ? $"{o.Id} ({o.Role})" : $"{o.Id} ({o.Role}, {o.Party})")]);
        Line(screen, "named in rules", exposure.Rules);
        if (exposure.Assets.Count + exposure.Contracts.Count == 0)
            screen.Write("  No asset and no contract of the package hangs on it.", TextStyle.Quiet);
    }

    private static void Write(Screen screen, ScreeningCoverage coverage)
    {
        var parts = new List<string> { $"{NumberText.Count(coverage.WithActors)} persons and entities with actors" };
        if (coverage.WithAssets > 0)
            parts.Add($"{NumberText.Count(coverage.WithAssets)} ports, terminals and other things with assets and nodes");
        if (coverage.WithShips > 0)
            parts.Add($"{NumberText.Count(coverage.WithShips)} ships with single ships");
        screen.Write($"Compared: {string.Join(", ", parts)}.", TextStyle.Quiet);
        if (coverage.ShipsNotCompared > 0)
            screen.Write($"Not compared: {NumberText.Count(coverage.ShipsNotCompared)} ships, because the package has fleets and no single ships.", TextStyle.Caution);
        if (coverage.AircraftNotCompared > 0)
            screen.Write($"Not compared: {NumberText.Count(coverage.AircraftNotCompared)} aircraft; a package has none.", TextStyle.Quiet);
        if (coverage.Nameless.Count > 0)
            screen.Write($"Not compared: {NumberText.Count(coverage.Nameless.Count)} entries whose names have no letter: {string.Join(", ", coverage.Nameless.Take(MostListed).Select(p => $"{p.List} {p.Id}"))}.", TextStyle.Caution);
    }

    private static void Line(Screen screen, string what, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
            return;
        string more = items.Count > MostListed ? $", … and {NumberText.Count(items.Count - MostListed)} more" : "";
        screen.Write($"  {what} {NumberText.Count(items.Count)}: {string.Join(", ", items.Take(MostListed))}{more}", indent: 4);
    }

    private static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + "\u00A0%";

    private static string Short(string text) => text.Length <= MostLetters ? text : text[..MostLetters].TrimEnd() + " …";
}
