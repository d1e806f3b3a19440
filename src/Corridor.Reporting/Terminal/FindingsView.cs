using Corridor.Model.Findings;
using Corridor.Model.Schema;

namespace Corridor.Reporting.Terminal;

/// <summary>Findings for people: severity, code, place, what was found, what would mend it.</summary>
public static class FindingsView
{
    /// <summary>Writes findings, the gravest first, each kind in the order of its discovery.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="least">Least severity that is shown.</param>
    /// <param name="most">Largest number that is shown; the rest is counted.</param>
    public static void Write(Screen screen, FindingList findings, Severity least = Severity.Information, int most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(findings);
        Finding[] shown = [.. findings.Items.Where(f => f.Severity >= least).OrderByDescending(f => f.Severity)];
        foreach (Finding finding in shown.Take(most))
        {
            string place = finding.Place.File.Length == 0 ? "" : finding.Place + "  ";
            screen.Write($"{SnakeCase.From(finding.Severity.ToString()),-11} {finding.Code}  {place}{finding.Subject}", StyleOf(finding.Severity));
            screen.Write("            " + finding.Message, indent: 12);
            if (!string.IsNullOrEmpty(finding.Hint))
                screen.Write("            → " + finding.Hint, indent: 14);
        }

        int more = shown.Length - Math.Min(shown.Length, most) + findings.NotKeptFrom(least);
        if (more > 0)
            screen.Write($"… and {NumberText.Count(more)} more.");
    }

    /// <summary>One line that counts what was found.</summary>
    /// <param name="findings">The findings.</param>
    public static string Count(FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return $"{Plural(findings.Errors, "error")}, {Plural(findings.Warnings, "warning")}";
    }

    private static string Plural(int count, string word) => $"{NumberText.Count(count)} {word}{(count == 1 ? "" : "s")}";

    private static TextStyle StyleOf(Severity severity) => severity switch
    {
        Severity.Error => TextStyle.Bad,
        Severity.Warning => TextStyle.Caution,
        _ => TextStyle.Quiet,
    };
}
