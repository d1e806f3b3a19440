namespace Corridor.Model.Findings;

/// <summary>A kind of finding: its stable code, and what <c>docs/findings.md</c> says about it.</summary>
/// <param name="Code">Stable code, such as <c>P012</c>; never given to another kind.</param>
/// <param name="Severity">How grave every finding of the kind is.</param>
/// <param name="Meaning">What was found, in one sentence.</param>
/// <param name="Remedy">What mends it, in one sentence.</param>
public sealed record FindingKind(string Code, Severity Severity, string Meaning, string Remedy)
{
    /// <summary>A finding of this kind.</summary>
    /// <param name="subject">What it is about: table and id, or the file.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="message">What was found and what was expected.</param>
    /// <param name="hint">What would mend it; null where nothing sensible can be said.</param>
    public Finding At(string subject, SourcePlace place, string message, string? hint = null) =>
        new(Code, Severity, subject, place, message, string.IsNullOrEmpty(hint) ? null : hint);
}
