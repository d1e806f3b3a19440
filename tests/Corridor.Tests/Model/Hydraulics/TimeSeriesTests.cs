using Corridor.Model.Hydraulics;

namespace Corridor.Tests.Model.Hydraulics;

public class TimeSeriesTests
{
    [Theory]
    [InlineData(-5, 1)]
    [InlineData(0, 1)]
    [InlineData(5, 2)]
    [InlineData(10, 7)]
    [InlineData(15, 8)]
    [InlineData(99, 9)]
    public void A_figure_is_linear_between_points_and_jumps_at_equal_times(double time, double value) =>
        new TimeSeries([0, 10, 10, 20], [1, 3, 7, 9]).At(time).ShouldBe(value);

    [Fact]
    public void A_change_of_mode_happens_at_its_time()
    {
        var series = new ControlSeries(0, [0, 10, 20], [new(StationMode.Ratio, 1.0), new(StationMode.Ratio, 1.5), new(StationMode.OutletPressure, 5e6)]);
        series.At(5).ShouldBe(new StationControl(StationMode.Ratio, 1.25));
        series.At(15).ShouldBe(new StationControl(StationMode.Ratio, 1.5));
        series.At(20).ShouldBe(new StationControl(StationMode.OutletPressure, 5e6));
    }
}
