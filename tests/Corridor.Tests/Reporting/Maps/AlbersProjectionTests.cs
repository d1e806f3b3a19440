using Corridor.Reporting.Maps;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Reporting.Maps;

public class AlbersProjectionTests
{
    /// <summary>Snyder 1987, page 291: parallels 29.5° and 45.5°, origin 23° N 96° W, the point 35° N 75° W, radius 1.</summary>
    [Fact]
    public void Snyders_example_comes_out_to_all_printed_digits()
    {
        MapPoint point = new AlbersProjection(29.5, 45.5, 23, -96).Project(new MapCoordinate(-75, 35));
        point.X.ShouldBe(0.2952720, 5e-8);
        point.Y.ShouldBe(0.2416774, 5e-8);
    }

    [Fact]
    public void The_origin_is_projected_to_zero() =>
        new AlbersProjection(35, 65, 50, 85).Project(new MapCoordinate(85, 50)).Length.ShouldBe(0, 1e-15);

    [Fact]
    public void Areas_are_true_everywhere()
    {
        var projection = new AlbersProjection(35, 65, 50, 85);
        Prop.ForAll(Gen.Choose(-1700, 1700).Zip(Gen.Choose(-850, 850)).ToArbitrary(), tenths =>
        {
            (double lon, double lat) = (tenths.Item1 / 10.0, tenths.Item2 / 10.0);
            const double step = 1e-4;
            MapPoint at = projection.ProjectRelative(lon, lat);
            MapPoint east = (projection.ProjectRelative(lon + step, lat) - at) * (1 / double.DegreesToRadians(step));
            MapPoint north = (projection.ProjectRelative(lon, lat + step) - at) * (1 / double.DegreesToRadians(step));
            return Math.Abs(east.Cross(north) - Math.Cos(double.DegreesToRadians(lat))) < 1e-4;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_continental_package_gets_the_parallels_of_the_house()
    {
        AlbersProjection projection = AlbersProjection.For([new(2, 50), new(140, 35), new(72, 71), new(100, 20)]);
        (projection.Parallel1, projection.Parallel2, projection.CentralMeridian).ShouldBe((35, 65, 71));
    }

    [Fact]
    public void A_package_outside_the_band_gets_parallels_at_one_and_five_sixths()
    {
        AlbersProjection projection = AlbersProjection.For([new(115, -38), new(153, -20)]);
        projection.Parallel1.ShouldBe(-35, 1e-9);
        projection.Parallel2.ShouldBe(-23, 1e-9);
    }

    [Fact]
    public void Places_on_both_sides_of_the_antimeridian_are_neighbours()
    {
        AlbersProjection projection = AlbersProjection.For([new(170, 60), new(-170, 66)]);
        Math.Abs(projection.CentralMeridian).ShouldBe(180, 1e-9);
        (projection.Project(new(179, 62)) - projection.Project(new(-179, 62))).Length.ShouldBeLessThan(0.02);
    }

    [Fact]
    public void Places_around_the_equator_make_no_cylinder()
    {
        AlbersProjection projection = AlbersProjection.For([new(10, -5), new(20, 5)]);
        double.IsFinite(projection.Project(new(15, 1)).Y).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => new AlbersProjection(-30, 30, 0, 0));
    }
}
