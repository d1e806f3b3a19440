namespace Corridor.Data.Formats.Exchange;

/// <summary>One line of a fidelity report: all cells of a kind that met the same fate.</summary>
/// <param name="Kind">What became of them.</param>
/// <param name="Part">Part of the file: a table, component or sheet, such as <c>generators</c>.</param>
/// <param name="Attribute">Column or attribute; empty for whole rows.</param>
/// <param name="Target">Where it went, such as <c>supplies.capacity</c>; empty where it went nowhere.</param>
/// <param name="Note">Why, or what was taken in its place; empty where there is nothing to say.</param>
/// <param name="Count">How many figures or rows.</param>
/// <param name="Examples">The first few of them, as <c>name = value</c> with the line of the file where it is known; at most five.</param>
public sealed record FidelityEntry(FidelityKind Kind, string Part, string Attribute, string Target, string Note, int Count, IReadOnlyList<string> Examples);
