using System.Globalization;
using System.Text;

namespace Corridor.Reporting.Maps;

/// <summary>Writes the data of SVG paths with a tenth of a pixel, compactly.</summary>
internal sealed class PathText
{
    private readonly StringBuilder _text = new();
    private int _x;
    private int _y;

    /// <summary>Adds a closed ring, in steps from point to point.</summary>
    public void Ring(IReadOnlyList<MapPoint> points)
    {
        Move(points[0]);
        _text.Append('l');
        bool first = true;
        for (int i = 1; i < points.Count; i++)
        {
            int x = Tenths(points[i].X), y = Tenths(points[i].Y);
            Step(x - _x, first);
            Step(y - _y, false);
            first = false;
            (_x, _y) = (x, y);
        }

        _text.Append('z');
    }

    /// <summary>Adds a line whose corners are rounded.</summary>
    /// <param name="points">At least two points.</param>
    /// <param name="radius">Largest distance from a corner at which the rounding starts.</param>
    public void Curve(IReadOnlyList<MapPoint> points, double radius)
    {
        Move(points[0]);
        for (int i = 1; i < points.Count - 1; i++)
        {
            MapPoint back = points[i - 1] - points[i], ahead = points[i + 1] - points[i];
            MapPoint enter = points[i] + (back.Unit * Math.Min(radius, back.Length / 2));
            MapPoint leave = points[i] + (ahead.Unit * Math.Min(radius, ahead.Length / 2));
            Pair('L', enter);
            Pair('Q', points[i]);
            Pair(' ', leave);
        }

        Pair('L', points[^1]);
    }

    /// <summary>A number with at most one decimal.</summary>
    public static string Number(double value) => (Tenths(value) / 10.0).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A number with at most two decimals.</summary>
    public static string Fine(double value) => (Math.Round(value * 100) / 100).ToString("0.##", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static int Tenths(double value) => (int)Math.Round(value * 10);

    private void Move(MapPoint p)
    {
        Pair('M', p);
        (_x, _y) = (Tenths(p.X), Tenths(p.Y));
    }

    private void Pair(char command, MapPoint p) =>
        _text.Append(command).Append(Number(p.X)).Append(' ').Append(Number(p.Y));

    private void Step(int tenths, bool first)
    {
        if (!first && tenths >= 0)
            _text.Append(' ');
        _text.Append((tenths / 10.0).ToString("0.#", CultureInfo.InvariantCulture));
    }
}
