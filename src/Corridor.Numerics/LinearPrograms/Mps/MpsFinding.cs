namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>Something that a reader met in an MPS file.</summary>
/// <param name="Issue">What kind of thing.</param>
/// <param name="Line">Line, from 1; 0 where there is none.</param>
/// <param name="Column">Byte within the line, from 1; 0 where there is none.</param>
/// <param name="Subject">Section, row or column that it is about.</param>
/// <param name="Message">What was found and what was expected.</param>
/// <param name="Hint">What would mend it; null where nothing sensible can be said.</param>
public sealed record MpsFinding(MpsIssue Issue, long Line, int Column, string Subject, string Message, string? Hint = null)
{
    /// <summary>Whether the file cannot be used because of it.</summary>
    public bool IsError => Issue < MpsIssue.NoObjective;
}
