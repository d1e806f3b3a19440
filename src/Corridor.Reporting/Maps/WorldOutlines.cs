using System.Globalization;
using System.Reflection;

namespace Corridor.Reporting.Maps;

/// <summary>A country of the outlines.</summary>
/// <param name="Code">ISO 3166-1 alpha-2 code; <c>--</c> where the source has none.</param>
/// <param name="Name">Name in English, as in the source.</param>
/// <param name="Rings">Boundaries, as arcs of <see cref="WorldOutlines"/>; ~i is arc i backward.</param>
public sealed record CountryOutline(string Code, string Name, IReadOnlyList<int[]> Rings);

/// <summary>
/// Outlines of the countries of the world: Natural Earth 1:50m, public domain, simplified by <c>eng/world</c>. Borders, disputed ones
/// included, are as the source draws them. Neighbours share their arcs, so that there are neither gaps nor overlaps between them.
/// </summary>
public sealed class WorldOutlines
{
    /// <summary>What to say beside a map.</summary>
    public const string Attribution = "Outlines: Natural Earth (public domain), borders as in the source.";

    private const string Resource = "Corridor.Reporting.Maps.world.txt";
    private const double Quantum = 0.01;

    private static readonly Lazy<WorldOutlines> Loaded = new(Load);

    private readonly MapCoordinate[][] _arcs;

    private WorldOutlines(MapCoordinate[][] arcs, List<CountryOutline> countries)
    {
        _arcs = arcs;
        Countries = countries;
    }

    /// <summary>The outlines, read once.</summary>
    public static WorldOutlines Instance => Loaded.Value;

    /// <summary>The countries, by code.</summary>
    public IReadOnlyList<CountryOutline> Countries { get; }

    /// <summary>The corners of a ring, without repeating the first.</summary>
    /// <param name="ring">A ring of a country.</param>
    public List<MapCoordinate> Corners(int[] ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        var corners = new List<MapCoordinate>();
        foreach (int index in ring)
        {
            MapCoordinate[] arc = _arcs[index < 0 ? ~index : index];
            // The last point of an arc is the first of the next one.
            for (int i = 0; i < arc.Length - 1; i++)
                corners.Add(index < 0 ? arc[arc.Length - 1 - i] : arc[i]);
        }

        return corners;
    }

    private static WorldOutlines Load()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program was built without its resource {Resource}.");
        using var reader = new StreamReader(stream);
        string[] lines = reader.ReadToEnd().Split('\n');
        int at = Array.FindIndex(lines, l => !l.StartsWith('#'));
        var arcs = new MapCoordinate[Count(lines[at++])][];
        for (int i = 0; i < arcs.Length; i++)
            arcs[i] = Arc(lines[at++]);
        int count = Count(lines[at++]);
        var countries = new List<CountryOutline>(count);
        for (int i = 0; i < count; i++)
        {
            string[] cells = lines[at++].Split('|');
            int[][] rings = [.. cells[2].Split(';', ',').Select(r => Array.ConvertAll(r.Split(' '), Whole))];
            countries.Add(new CountryOutline(cells[0], cells[1], rings));
        }

        return new WorldOutlines(arcs, countries);
    }

    private static int Count(string line) => Whole(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    private static int Whole(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static MapCoordinate[] Arc(string line)
    {
        int[] steps = Array.ConvertAll(line.Split(' '), Whole);
        var arc = new MapCoordinate[steps.Length / 2];
        int x = 0, y = 0;
        for (int i = 0; i < arc.Length; i++)
        {
            x += steps[2 * i];
            y += steps[(2 * i) + 1];
            arc[i] = new MapCoordinate(x * Quantum, y * Quantum);
        }

        return arc;
    }
}
