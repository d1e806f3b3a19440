namespace Corridor.Studies.Solving;

/// <summary>A bound of a row or column, by name.</summary>
/// <param name="IsRow">Whether it is a row's; otherwise a column's.</param>
/// <param name="Name">Name in the file.</param>
/// <param name="Side"><c>lower</c>, <c>upper</c>, or <c>both</c> where the two are one equality.</param>
/// <param name="Bound">The bound as given.</param>
/// <param name="Amount">By how much it has to move outward, ≥ 0; 0 where only the bound is named.</param>
public sealed record NamedLimit(bool IsRow, string Name, string Side, double Bound, double Amount = 0.0);

/// <summary>An element of a proof.</summary>
/// <param name="Name">Name of the row or column.</param>
/// <param name="Value">Its value in the proof.</param>
public readonly record struct ProofElement(string Name, double Value);
