using System.Text;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>What one reading meets, with the line at which it is.</summary>
internal sealed class MpsReport(MpsLines lines)
{
    private const int MostErrors = 1000;
    private const int LongestText = 80;

    /// <summary>The findings.</summary>
    public MpsFindings Findings { get; } = new();

    /// <summary>Whether there are so many errors that the rest of the file says nothing more.</summary>
    public bool IsEnough => Findings.Errors >= MostErrors;

    /// <summary>Adds a finding at a place of the current line; the words are made only where they are kept.</summary>
    public void Add(MpsIssue issue, int place, ReadOnlySpan<byte> subject, string before, string after, string? hint = null)
    {
        if (!Findings.Keeps(issue))
        {
            Findings.CountOnly(issue);
            return;
        }

        string text = Text(subject);
        string message = text.Length == 0 ? before + after : $"{before}'{text}'{after}";
        Findings.Add(new MpsFinding(issue, lines.Number, place, text, message, hint));
    }

    /// <summary>Adds a finding about the current line.</summary>
    public void Add(MpsIssue issue, string message, string? hint = null) => Add(issue, 0, default, message, "", hint);

    /// <summary>Adds a finding about the whole that shows at the end: it stands at the last line read.</summary>
    public void AddAtEnd(MpsIssue issue, string subject, string message, string? hint = null) => AddAt(issue, lines.Number, subject, message, hint);

    /// <summary>Adds a finding about an earlier line.</summary>
    public void AddAt(MpsIssue issue, long line, string subject, string message, string? hint = null)
    {
        if (Findings.Keeps(issue))
            Findings.Add(new MpsFinding(issue, line, 0, subject, message, hint));
        else
            Findings.CountOnly(issue);
    }

    /// <summary>A field as text, cut where it is long.</summary>
    public static string Text(ReadOnlySpan<byte> field) =>
        field.Length <= LongestText ? Encoding.UTF8.GetString(field) : Encoding.UTF8.GetString(field[..LongestText]) + "…";
}
