namespace Corridor.Reporting.Maps;

/// <summary>One direction of an arc on the screen.</summary>
internal sealed class DrawnFlow
{
    /// <summary>The arc.</summary>
    public required MapFlow Flow { get; init; }

    /// <summary>0 forward, 1 backward.</summary>
    public required int Side { get; init; }

    /// <summary>Width over the span, at least the thinnest.</summary>
    public required double Width { get; init; }

    /// <summary>Whether anything flows, or changes.</summary>
    public required bool Active { get; init; }

    /// <summary>Figures of this direction.</summary>
    public MapDirection Figures => Side == 0 ? Flow.Forward : Flow.Backward;

    /// <summary>Place where this direction starts.</summary>
    public int From => Side == 0 ? Flow.From : Flow.To;

    /// <summary>Place where this direction ends.</summary>
    public int To => Side == 0 ? Flow.To : Flow.From;

    /// <summary>The visible parts of its way, in the direction of flow.</summary>
    public List<List<MapPoint>> Parts { get; set; } = [];

    /// <summary>The longest visible part.</summary>
    public List<MapPoint> Longest => Parts.Count == 0 ? [] : Parts.MaxBy(Polyline.Length)!;
}
