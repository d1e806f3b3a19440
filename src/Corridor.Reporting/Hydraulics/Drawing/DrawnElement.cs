using Corridor.Reporting.Maps;

namespace Corridor.Reporting.Hydraulics.Drawing;

/// <summary>An element on the drawing.</summary>
/// <param name="Index">Its index in the network.</param>
/// <param name="Line">Its line from its first node to its second.</param>
/// <param name="Width">Width of the line.</param>
/// <param name="Pieces">The line in pieces of one colour each.</param>
internal sealed record DrawnElement(int Index, List<MapPoint> Line, double Width, IReadOnlyList<DrawnPiece> Pieces);

/// <summary>A piece of a line that has one colour.</summary>
/// <param name="Line">Its points.</param>
/// <param name="Class">Class of pressure; −1 where none is known.</param>
/// <param name="Band">Tenth of the allowed band, 0 … 9; −1 where no band is stated.</param>
internal readonly record struct DrawnPiece(List<MapPoint> Line, int Class, int Band);
