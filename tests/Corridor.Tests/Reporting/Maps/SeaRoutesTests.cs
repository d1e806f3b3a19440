using Corridor.Reporting.Maps;

namespace Corridor.Tests.Reporting.Maps;

public class SeaRoutesTests
{
    private static readonly MapCoordinate RasLaffan = new(51.6, 25.9);
    private static readonly MapCoordinate Shanghai = new(121.9, 30.9);
    private static readonly MapCoordinate Rotterdam = new(4, 51.9);
    private static readonly MapCoordinate Sabetta = new(72.1, 71.3);
    private static readonly MapCoordinate Tianjin = new(117.8, 38.9);

    [Fact]
    public void Gulf_to_China_goes_through_Hormuz_and_Malacca() =>
        Names(RasLaffan, Shanghai).ShouldBeSubsetWith("hormuz", "malacca", "singapore", "taiwan-strait");

    [Fact]
    public void Black_Sea_to_Rotterdam_passes_the_straits() =>
        Names(new(37.8, 44.7), Rotterdam).ShouldBeSubsetWith("bosporus", "dardanelles", "gibraltar", "dover");

    [Fact]
    public void The_stated_distance_decides_between_the_canal_and_the_cape()
    {
        Names(RasLaffan, Rotterdam, 12000).ShouldContain("suez");
        string[] cape = Names(RasLaffan, Rotterdam, 20500);
        cape.ShouldContain("good-hope");
        cape.ShouldNotContain("suez");
    }

    [Fact]
    public void The_stated_distance_decides_about_the_Northern_Sea_Route()
    {
        Names(Sabetta, Tianjin, 10000).ShouldContain("vilkitsky");
        Names(Sabetta, Tianjin, 24000).ShouldContain("suez");
        Names(Sabetta, Tianjin).ShouldNotContain("vilkitsky");
    }

    [Fact]
    public void Both_directions_go_the_same_way() =>
        Names(Shanghai, RasLaffan).Reverse().ShouldBe(Names(RasLaffan, Shanghai));

    [Fact]
    public void Every_point_can_be_reached_and_no_way_names_an_unknown_one()
    {
        for (int i = 0; i < SeaRoutes.Instance.Count; i++)
            SeaRoutes.Instance.Find(SeaRoutes.Instance[i], Rotterdam).ShouldNotBeEmpty(SeaWaypoints.Points[i].Name);
    }

    [Fact]
    public void Ships_do_not_cross_land()
    {
        Dictionary<string, MapCoordinate> at = SeaWaypoints.Points.ToDictionary(p => p.Name, p => new MapCoordinate(p.Lon, p.Lat));
        string[] canalsAndRivers = ["suez", "balboa", "yangtze", "wuhan", "yichang", "chongqing"];
        var ashore = new List<string>();
        foreach (string way in SeaWaypoints.Ways)
        {
            string[] stops = [.. way.Split(' ').Select(s => s.Split(':')[0])];
            for (int i = 1; i < stops.Length; i++)
            {
                if (canalsAndRivers.Contains(stops[i]) || canalsAndRivers.Contains(stops[i - 1]))
                    continue;
                MapCoordinate a = at[stops[i - 1]], b = at[stops[i]];
                double lon = AlbersProjection.Wrap(b.Lon - a.Lon);
                int pieces = (int)Math.Ceiling(a.DistanceTo(b) / 60);
                for (int k = 0; k <= pieces; k++)
                {
                    if (Land.IsDeepInland(new MapCoordinate(AlbersProjection.Wrap(a.Lon + (lon * k / pieces)), a.Lat + ((b.Lat - a.Lat) * k / pieces))))
                    {
                        ashore.Add($"{stops[i - 1]}–{stops[i]}");
                        break;
                    }
                }
            }
        }

        ashore.ShouldBeEmpty();
    }

    private static string[] Names(MapCoordinate from, MapCoordinate to, double? distance = null) =>
        [.. SeaRoutes.Instance.Find(from, to, distance).Select(i => SeaWaypoints.Points[i].Name)];
}
