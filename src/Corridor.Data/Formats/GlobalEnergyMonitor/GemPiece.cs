namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>A stretch of a line between two joints: a pipeline of the package.</summary>
/// <param name="Asset">The line.</param>
/// <param name="From">Joint at the start.</param>
/// <param name="To">Joint at the end.</param>
/// <param name="Route">Route.</param>
/// <param name="Length">Length along the route [km].</param>
internal sealed record GemPiece(GemAsset Asset, int From, int To, IReadOnlyList<GeoPoint> Route, double Length);
