namespace Corridor.Model.Units;

/// <summary>Why a unit was refused.</summary>
public enum UnitProblemKind
{
    /// <summary>The text is no unit that Corridor knows.</summary>
    Unknown,

    /// <summary>The text stands for more than one unit; choosing one would be a guess.</summary>
    Ambiguous,

    /// <summary>A unit, but of another dimension or form than is expected here.</summary>
    WrongDimension,
}

/// <summary>A refused unit: what was wrong, what is accepted, what was probably meant.</summary>
/// <param name="Kind">The kind of problem.</param>
/// <param name="Text">The refused text, as printed.</param>
/// <param name="Message">One sentence that a user can act on.</param>
/// <param name="Accepted">Spellings that would be accepted in its place, best first; may be empty.</param>
/// <param name="Suggestion">The nearest accepted spelling; null if none is near, or if choosing would be a guess.</param>
public sealed record UnitProblem(UnitProblemKind Kind, string Text, string Message, IReadOnlyList<string> Accepted, string? Suggestion)
{
    /// <summary>What to do about it, as a sentence; empty if there is nothing to offer.</summary>
    public string Hint =>
        Suggestion is not null ? $"Did you mean '{Suggestion}'?"
        : Accepted.Count > 0 ? $"Write one of: {string.Join(", ", Accepted)}."
        : "";

    /// <summary>Message and hint.</summary>
    public override string ToString() => Hint.Length == 0 ? Message : $"{Message} {Hint}";
}
