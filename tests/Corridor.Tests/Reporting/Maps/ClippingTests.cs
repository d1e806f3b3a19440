using Corridor.Reporting.Maps;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Reporting.Maps;

public class ClippingTests
{
    private static readonly MapBox Box = new(0, 0, 10, 10);

    [Fact]
    public void A_polygon_half_outside_keeps_its_inner_half()
    {
        List<MapPoint> inside = Clipping.Polygon([new(-5, 2), new(5, 2), new(5, 8), new(-5, 8)], Box);
        Area(inside).ShouldBe(30, 1e-12);
        inside.ShouldContain(new MapPoint(0, 2));
    }

    [Fact]
    public void A_polygon_around_the_frame_fills_it() =>
        Area(Clipping.Polygon([new(-50, -50), new(60, -50), new(60, 60), new(-50, 60)], Box)).ShouldBe(100, 1e-9);

    [Fact]
    public void A_polygon_outside_is_gone() =>
        Clipping.Polygon([new(11, 0), new(20, 0), new(20, 9)], Box).ShouldBeEmpty();

    [Fact]
    public void A_line_that_leaves_and_returns_has_two_parts()
    {
        List<List<MapPoint>> parts = Clipping.Line([new(5, 5), new(15, 5), new(15, 7), new(5, 7)], Box);
        parts.Count.ShouldBe(2);
        parts[0].ShouldBe([new(5, 5), new(10, 5)]);
        parts[1].ShouldBe([new(10, 7), new(5, 7)]);
    }

    [Fact]
    public void A_line_across_the_frame_is_cut_at_both_edges() =>
        Clipping.Line([new(-5, -5), new(15, 15)], Box).ShouldHaveSingleItem().ShouldBe([new(0, 0), new(10, 10)]);

    [Fact]
    public void Whatever_is_clipped_lies_inside_and_has_no_more_area()
    {
        Gen<MapPoint> point = Gen.Choose(-200, 300).Zip(Gen.Choose(-200, 300)).Select(p => new MapPoint(p.Item1 / 10.0, p.Item2 / 10.0));
        Prop.ForAll(Gen.ArrayOf(point, 3).ToArbitrary(), triangle =>
        {
            List<MapPoint> inside = Clipping.Polygon(triangle, Box);
            return inside.TrueForAll(Box.Grow(1e-9).Contains) && Math.Abs(Area(inside)) <= Math.Abs(Area(triangle)) + 1e-9;
        }).QuickCheckThrowOnFailure();
    }

    private static double Area(IReadOnlyList<MapPoint> ring)
    {
        double sum = 0;
        for (int i = 0; i < ring.Count; i++)
            sum += ring[i].Cross(ring[(i + 1) % ring.Count]);
        return sum / 2;
    }
}
