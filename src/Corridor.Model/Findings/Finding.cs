namespace Corridor.Model.Findings;

/// <summary>Something that a reader, validator or study found in its input, with the place to look at.</summary>
/// <param name="Code">Stable code, such as <c>P012</c>; listed in <c>docs/findings.md</c>.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Subject">What it is about: table and id, or the file.</param>
/// <param name="Place">Where it stands; <see cref="SourcePlace.None"/> where it has no place.</param>
/// <param name="Message">What was found and what was expected, in one or two sentences.</param>
/// <param name="Hint">What would mend it; null where nothing sensible can be said.</param>
public sealed record Finding(
    string Code,
    Severity Severity,
    string Subject,
    SourcePlace Place,
    string Message,
    string? Hint = null);
