using System.Globalization;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Screening;

namespace Corridor.Reporting.Screening;

/// <summary>A screening for people: a table of the matches, then what hangs on each actor.</summary>
public static class ScreeningView
{
    private const int MostListed = 8;

    /// <summary>Writes a result.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="package">The package as the user named it.</param>
    /// <param name="result">The result.</param>
    public static void Write(Screen screen, string package, ScreeningResult result)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(result);
        string least = result.Least.ToString("0.00", CultureInfo.InvariantCulture);
        if (result.Matches.Count == 0)
        {
            screen.Write($"{package}: none of its {NumberText.Count(result.Actors)} actors is like one of the {NumberText.Count(result.Parties)} entries (least score {least}).", TextStyle.Good);
            screen.Write("Lists know names in other spellings too; a lower --least shows more.", TextStyle.Quiet);
            return;
        }

        var table = new TextTable().Number("score").Text("of the package", 28).Text("on the list", 32).Text("entry", 26).Text("why");
        foreach (ScreeningMatch match in result.Matches)
        {
            string name = match.Name == match.Subject.Id ? match.Name : $"{match.Subject.Id}: {match.Name}";
            table.Row(match.Score.ToString("0.00", CultureInfo.InvariantCulture), name, match.ListedAs.Text, $"{match.Party.List} {match.Party.Id}", match.Reason);
        }

        table.Write(screen);
        screen.Line();
        foreach (ScreeningExposure exposure in result.Exposures.Values)
            Write(screen, exposure);
        int actors = result.Matches.Where(m => m.Actor is not null).Select(m => m.Subject.Id).Distinct().Count();
        screen.Write($"{package}: {NumberText.Count(actors)} of {NumberText.Count(result.Actors)} actors are like entries of {NumberText.Count(result.Parties)} (least score {least}).", TextStyle.Caution);
        screen.Write("A likeness of names is no identity: compare registration numbers, and read the act.", TextStyle.Quiet);
    }

    private static void Write(Screen screen, ScreeningExposure exposure)
    {
        screen.Write(exposure.Actor, TextStyle.Heading);
        Line(screen, "controls", exposure.Controlled);
        Line(screen, "owns", [.. exposure.Assets.Select(a => a.Owner == exposure.Actor ? a.Id : $"{a.Id} ({a.Owner})")]);
        Line(screen, "party to", [.. exposure.Contracts.Select(c => c.Party == exposure.Actor ? $"{c.Id} ({c.Role})" : $"{c.Id} ({c.Role}, {c.Party})")]);
        Line(screen, "named in rules", exposure.Rules);
        if (exposure.Assets.Count + exposure.Contracts.Count == 0)
            screen.Write("  No asset and no contract of the package hangs on it.", TextStyle.Quiet);
    }

    private static void Line(Screen screen, string what, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
            return;
        string more = items.Count > MostListed ? $", … and {NumberText.Count(items.Count - MostListed)} more" : "";
        screen.Write($"  {what} {NumberText.Count(items.Count)}: {string.Join(", ", items.Take(MostListed))}{more}", indent: 4);
    }
}
