using System.Globalization;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>Reads routes: well-known text (OGC 06-103r4: points and lines), or <c>lat,lng:lat,lng</c> with semicolons between parts.</summary>
internal static class GemRoute
{
    private static readonly string[] Shapes = ["MULTILINESTRING", "LINESTRING", "MULTIPOINT", "POINT"];

    /// <summary>The parts of a route.</summary>
    /// <param name="text">The route as written.</param>
    /// <param name="problem">What is wrong with it; null for nothing.</param>
    /// <returns>Its parts, those with no point left out; empty where there is none or it is broken.</returns>
    internal static List<GeoPoint[]> Read(string text, out string? problem)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        if (rest.StartsWith("SRID=", StringComparison.OrdinalIgnoreCase))
            rest = rest[(rest.IndexOf(';') + 1)..].TrimStart();
        if (rest.IsEmpty)
        {
            problem = null;
            return [];
        }

        if (!char.IsAsciiLetter(rest[0]))
            return ReadPairs(rest, out problem);
        foreach (string shape in Shapes)
        {
            if (rest.StartsWith(shape, StringComparison.OrdinalIgnoreCase))
                return ReadShape(rest[shape.Length..].TrimStart(), text.Length, out problem);
        }

        problem = "it is neither a line nor a point";
        return [];
    }

    /// <summary>What stands in brackets, however nested: each innermost pair is a part.</summary>
    private static List<GeoPoint[]> ReadShape(ReadOnlySpan<char> text, int length, out string? problem)
    {
        var parts = new List<GeoPoint[]>();
        var points = new List<GeoPoint>();
        problem = null;
        if (text.StartsWith("EMPTY", StringComparison.OrdinalIgnoreCase))
            return parts;
        int start = text.IndexOf('(');
        int depth = 0;
        for (int at = Math.Max(start, 0); at < text.Length && problem is null;)
        {
            char c = text[at];
            if (c is '(' or ')')
            {
                depth += c == '(' ? 1 : -1;
                Close(parts, points);
                at++;
                if (depth is < 0 or > 3)
                    problem = "its brackets do not pair";
            }
            else if (c is ' ' or ',')
            {
                at++;
            }
            else
            {
                int end = text[at..].IndexOfAny(',', '(', ')');
                end = end < 0 ? text.Length : at + end;
                if (PointOf(text[at..end], lonFirst: true) is { } point)
                    points.Add(point);
                else
                    problem = string.Create(CultureInfo.InvariantCulture, $"character {length - text.Length + at + 1} begins no point on the earth");
                at = end;
            }
        }

        if (problem is null && (start < 0 || depth != 0))
            problem = "its brackets do not pair";
        if (problem is not null)
            parts.Clear();
        return parts;
    }

    private static List<GeoPoint[]> ReadPairs(ReadOnlySpan<char> text, out string? problem)
    {
        var parts = new List<GeoPoint[]>();
        var points = new List<GeoPoint>();
        problem = null;
        int start = 0;
        for (int at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] is not (':' or ';'))
                continue;
            ReadOnlySpan<char> pair = text[start..at].Trim();
            if (!pair.IsEmpty)
            {
                if (PointOf(pair, lonFirst: false) is not { } point)
                {
                    problem = string.Create(CultureInfo.InvariantCulture, $"character {start + 1} begins no point on the earth");
                    return [];
                }

                points.Add(point);
            }

            if (at == text.Length || text[at] == ';')
                Close(parts, points);
            start = at + 1;
        }

        return parts;
    }

    private static void Close(List<GeoPoint[]> parts, List<GeoPoint> points)
    {
        if (points.Count > 0)
            parts.Add([.. points]);
        points.Clear();
    }

    private static GeoPoint? PointOf(ReadOnlySpan<char> text, bool lonFirst)
    {
        text = text.Trim();
        int gap = text.IndexOfAny(' ', ',');
        if (gap < 0)
            return null;
        ReadOnlySpan<char> second = text[(gap + 1)..].TrimStart();
        // A height or a measure may follow.
        int end = second.IndexOf(' ');
        if (end >= 0)
            second = second[..end];
        if (!double.TryParse(text[..gap], NumberStyles.Float, CultureInfo.InvariantCulture, out double first) || !double.TryParse(second, NumberStyles.Float, CultureInfo.InvariantCulture, out double other))
            return null;
        GeoPoint point = lonFirst ? new GeoPoint(first, other) : new GeoPoint(other, first);
        return point.IsValid ? point : null;
    }
}
