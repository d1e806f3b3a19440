using Corridor.Reporting.Maps;

namespace Corridor.Tests.Reporting.Maps;

public class WorldOutlinesTests
{
    private static readonly WorldOutlines World = WorldOutlines.Instance;

    [Fact]
    public void Countries_know_their_code_once()
    {
        string[] codes = [.. World.Countries.Where(c => c.Code != "--").Select(c => c.Code)];
        codes.ShouldBeUnique();
        foreach (string code in new[] { "AU", "CN", "DE", "ID", "IN", "JP", "KG", "KR", "KZ", "MN", "NO", "QA", "RU", "TM", "TR", "UA", "US", "UZ" })
            codes.ShouldContain(code);
    }

    [Theory]
    [InlineData(71.4, 51.1, "KZ")]
    [InlineData(116.4, 39.9, "CN")]
    [InlineData(106.9, 47.9, "MN")]
    [InlineData(13.4, 52.5, "DE")]
    [InlineData(69.2, 54.9, "KZ")]
    [InlineData(177, 66, "RU")]
    [InlineData(-176, 66.5, "RU")]
    [InlineData(28.2, -29.5, "LS")]
    [InlineData(0, -85, "AQ")]
    public void Places_lie_in_their_country(double lon, double lat, string code) => Land.CountryAt(new(lon, lat)).ShouldBe(code);

    [Theory]
    [InlineData(51, 41)]
    [InlineData(34, 43)]
    [InlineData(-40, 30)]
    [InlineData(180, 55)]
    public void Seas_are_nobodys(double lon, double lat) => Land.CountryAt(new(lon, lat)).ShouldBeNull();

    [Fact]
    public void Neighbours_share_their_border_so_no_arc_belongs_to_more_than_two()
    {
        IEnumerable<IGrouping<int, int>> uses = World.Countries.SelectMany(c => c.Rings).SelectMany(r => r).GroupBy(i => i < 0 ? ~i : i);
        uses.ShouldAllBe(u => u.Count() <= 2);
        uses.Count(u => u.Count() == 2).ShouldBeGreaterThan(200);
    }

    [Fact]
    public void The_land_of_the_world_keeps_its_area_when_drawn()
    {
        // 146.6 million km² in the source before it is simplified; Natural Earth draws Antarctica without its ice shelves.
        var projection = new AlbersProjection(20, 50, 0, 60);
        double area = 0;
        foreach (int[] ring in World.Countries.SelectMany(c => c.Rings))
        {
            foreach (List<MapPoint> window in OutlinePath.Windows(World.Corners(ring), 60))
                area += Math.Abs(Area([.. Fine(window).Select(p => projection.ProjectRelative(p.X, p.Y))]));
        }

        (area * MapCoordinate.EarthRadius * MapCoordinate.EarthRadius / 1e6).ShouldBe(146.6, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(180)]
    [InlineData(-95)]
    [InlineData(71)]
    public void No_ring_is_torn_across_the_cut_of_the_map(double meridian)
    {
        foreach (CountryOutline country in World.Countries)
        {
            foreach (List<MapPoint> window in country.Rings.SelectMany(r => OutlinePath.Windows(World.Corners(r), meridian)))
            {
                window.ShouldAllBe(p => p.X >= -180 && p.X <= 180, country.Name);
                // A tear would be an edge half-way round the earth away from the poles.
                for (int i = 0; i < window.Count; i++)
                {
                    MapPoint a = window[i], b = window[(i + 1) % window.Count];
                    (Math.Abs(a.X - b.X) < 90 || Math.Abs(a.Y) > 80).ShouldBeTrue(country.Name);
                }
            }
        }
    }

    private static IEnumerable<MapPoint> Fine(List<MapPoint> ring) =>
        ring.SelectMany((a, i) =>
        {
            MapPoint d = ring[(i + 1) % ring.Count] - a;
            int pieces = 1 + (int)d.Length;
            return Enumerable.Range(0, pieces).Select(k => a + (d * ((double)k / pieces)));
        });

    private static double Area(MapPoint[] ring)
    {
        double sum = 0;
        for (int i = 0; i < ring.Length; i++)
            sum += ring[i].Cross(ring[(i + 1) % ring.Length]);
        return sum / 2;
    }
}
