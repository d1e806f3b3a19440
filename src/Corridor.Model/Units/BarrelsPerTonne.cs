namespace Corridor.Model.Units;

/// <summary>How many barrels a tonne of a liquid fills.</summary>
/// <param name="Product">Product, lower-case.</param>
/// <param name="Value">Barrels per tonne, bbl/t; positive.</param>
/// <param name="Source">Document that the figure comes from.</param>
/// <param name="Note">What the product covers; may be empty.</param>
public sealed record BarrelsPerTonne(string Product, double Value, string Source, string Note);
