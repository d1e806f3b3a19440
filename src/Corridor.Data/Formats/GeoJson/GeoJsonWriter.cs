using System.Text.Encodings.Web;
using System.Text.Json;

namespace Corridor.Data.Formats.GeoJson;

/// <summary>Writes a collection of features (RFC 7946) into a stream, feature after feature: WGS 84, longitude before latitude, six decimals.</summary>
public sealed class GeoJsonWriter : IDisposable
{
    private const double HalfTurn = 180;
    private const int FlushAt = 1 << 16;

    // Texts of a package go into a file of their own, never into a page: only what JSON demands is escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json;

    /// <summary>How every file of this writer begins; the generator is a foreign member (RFC 7946, 6.1).</summary>
    private static ReadOnlySpan<byte> Beginning => "{\"type\":\"FeatureCollection\",\"generator\":\"corridor\","u8;

    /// <summary>Begins a collection.</summary>
    /// <param name="stream">Takes the bytes; stays open.</param>
    /// <param name="name">What the collection is.</param>
    public GeoJsonWriter(Stream stream, string name)
    {
        _json = new Utf8JsonWriter(stream, Options);
        _json.WriteStartObject();
        _json.WriteString("type", "FeatureCollection");
        _json.WriteString("generator", "corridor");
        _json.WriteString("name", name);
        _json.WriteStartArray("features");
    }

    /// <summary>Whether a file begins as those of this writer do.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static bool Wrote(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
        Span<byte> first = stackalloc byte[Beginning.Length];
        return stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual(Beginning);
    }

    /// <summary>Begins a feature, whose properties come next.</summary>
    /// <param name="id">Its id; null for none.</param>
    /// <param name="places">Its place: a point, the corners of its line, or none.</param>
    /// <param name="isLine">Whether it is a line; one that crosses the antimeridian is cut there (RFC 7946, 3.1.9).</param>
    public void Begin(string? id, IReadOnlyList<GeoPoint> places, bool isLine)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (_json.BytesPending > FlushAt)
            _json.Flush();
        _json.WriteStartObject();
        _json.WriteString("type", "Feature");
        if (id is not null)
            _json.WriteString("id", id);
        if (places.Count == 0)
            _json.WriteNull("geometry");
        else
            Geometry(places, isLine);
        _json.WriteStartObject("properties");
    }

    /// <summary>A property that is a text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; null is written as null.</param>
    public void Text(string name, string? value) => _json.WriteString(name, value);

    /// <summary>A property that is a number; what is not finite is written as null.</summary>
    /// <param name="name">Its name, which ends in its unit.</param>
    /// <param name="value">Its value.</param>
    public void Number(string name, double value)
    {
        if (double.IsFinite(value))
            _json.WriteNumber(name, value);
        else
            _json.WriteNull(name);
    }

    /// <summary>A property that is true or false.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public void Flag(string name, bool value) => _json.WriteBoolean(name, value);

    /// <summary>A property that is a list of texts.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its items.</param>
    public void Texts(string name, IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _json.WriteStartArray(name);
        foreach (string value in values)
            _json.WriteStringValue(value);
        _json.WriteEndArray();
    }

    /// <summary>Ends the feature.</summary>
    public void End()
    {
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    /// <summary>Ends the collection.</summary>
    public void Dispose()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
    }

    private void Geometry(IReadOnlyList<GeoPoint> places, bool isLine)
    {
        _json.WriteStartObject("geometry");
        if (!isLine)
        {
            _json.WriteString("type", "Point");
            _json.WritePropertyName("coordinates");
            Position(places[0]);
        }
        else
        {
            List<List<GeoPoint>> parts = Cut(places);
            _json.WriteString("type", parts.Count == 1 ? "LineString" : "MultiLineString");
            _json.WriteStartArray("coordinates");
            foreach (List<GeoPoint> part in parts)
            {
                if (parts.Count > 1)
                    _json.WriteStartArray();
                foreach (GeoPoint point in part)
                    Position(point);
                if (parts.Count > 1)
                    _json.WriteEndArray();
            }

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    private void Position(GeoPoint point)
    {
        GeoPoint place = point.Rounded;
        _json.WriteStartArray();
        _json.WriteNumberValue(place.Lon);
        _json.WriteNumberValue(place.Lat);
        _json.WriteEndArray();
    }

    /// <summary>The parts of a line on either side of the antimeridian; the shorter way round is meant between two places.</summary>
    private static List<List<GeoPoint>> Cut(IReadOnlyList<GeoPoint> places)
    {
        var parts = new List<List<GeoPoint>> { new() { places[0] } };
        for (int i = 1; i < places.Count; i++)
        {
            (GeoPoint from, GeoPoint to) = (places[i - 1], places[i]);
            if (Math.Abs(to.Lon - from.Lon) > HalfTurn)
            {
                double edge = from.Lon > 0 ? HalfTurn : -HalfTurn;
                double way = to.Lon + (2 * edge) - from.Lon;
                double share = way == 0 ? 0 : (edge - from.Lon) / way;
                double lat = from.Lat + (share * (to.Lat - from.Lat));
                Add(parts[^1], new GeoPoint(edge, lat));
                parts.Add([new GeoPoint(-edge, lat)]);
            }

            Add(parts[^1], to);
        }

        // A line that only touches the antimeridian leaves a part of a single place behind.
        parts.RemoveAll(p => p.Count < 2);
        return parts.Count > 0 ? parts : [[.. places]];
    }

    private static void Add(List<GeoPoint> part, GeoPoint point)
    {
        if (part[^1] != point)
            part.Add(point);
    }
}
