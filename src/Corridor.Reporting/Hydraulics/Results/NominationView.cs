using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Hydraulics.Results;

/// <summary>Many nominations: a line for each, and a summary.</summary>
public static class NominationView
{
    /// <summary>The line of one nomination.</summary>
    public static void WriteRow(Screen screen, NominationRow row, int nameWidth)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(row);
        TextStyle style = row.Word switch { "feasible" => TextStyle.Good, "infeasible" or "feasible_without_maps" => TextStyle.Caution, _ => TextStyle.Bad };
        string power = row.Verdict is { } verdict && double.IsFinite(verdict.Power) ? $"{HydraulicView.Digits(verdict.Power / 1e6, "0.00")}\u00A0MW" : row.Verdict is { Explanation.Count: > 0 } said ? said.Explanation[0] : row.Findings.Items.Count > 0 ? row.Findings.Items[0].Message : "";
        screen.Write($"{row.File.PadRight(nameWidth)}  {row.Word.Replace('_', ' '),-10}  {HydraulicView.Seconds(row.Seconds),9}  {power}", style, nameWidth + 25);
    }

    /// <summary>The summary of all.</summary>
    public static void WriteSummary(Screen screen, IReadOnlyList<NominationRow> rows)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(rows);
        screen.Line();
        string words = string.Join(", ", rows.GroupBy(r => r.Word).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{NumberText.Count(g.Count())} {g.Key.Replace('_', ' ')}"));
        screen.Write($"{NumberText.Count(rows.Count)} nomination{(rows.Count == 1 ? "" : "s")}: {words}. Median {HydraulicView.Seconds(Median(rows))}, longest {HydraulicView.Seconds(rows.Count == 0 ? 0 : rows.Max(r => r.Seconds))}.", TextStyle.Heading, 2);
    }

    /// <summary>The median of the times [s].</summary>
    internal static double Median(IReadOnlyList<NominationRow> rows)
    {
        double[] times = [.. rows.Select(r => r.Seconds).Order()];
        return times.Length == 0 ? 0 : times.Length % 2 == 1 ? times[times.Length / 2] : (times[(times.Length / 2) - 1] + times[times.Length / 2]) / 2;
    }
}
