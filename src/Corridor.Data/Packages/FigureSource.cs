using Corridor.Model.Provenance;
using Corridor.Model.Time;

namespace Corridor.Data.Packages;

/// <summary>Where a figure comes from.</summary>
/// <param name="Table">Table.</param>
/// <param name="Id">Id of the row.</param>
/// <param name="Column">Column.</param>
/// <param name="Value">The figure as a package holds it, without its unit; empty where the cell is.</param>
/// <param name="Unit">Its unit; null for text.</param>
/// <param name="Source">The document it is from: that of the claim in use, otherwise that of the row; null if none is named.</param>
/// <param name="Basis">How it came to be; null if the row does not say.</param>
/// <param name="Why">Why this figure is used, in a sentence.</param>
/// <param name="InUse">The claim in use; null if there is none.</param>
/// <param name="Claims">All claims about it, that in use first, then in the package's order.</param>
/// <param name="Dated">Values that replace it for a time, by start.</param>
public sealed record FigureSource(
    string Table,
    string Id,
    string Column,
    string Value,
    string? Unit,
    SourceDocument? Source,
    Basis? Basis,
    string Why,
    Claim? InUse,
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<DatedValue> Dated);
