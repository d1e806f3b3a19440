using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Studies.OptimalPowerFlow;

namespace Corridor.Tests.Studies.OptimalPowerFlow;

/// <summary>What the search for directions makes of ends that it is given.</summary>
public class DirectionSearchTests
{
    private static readonly PowerGrid Grid = Grids.Grid(
        [Grids.Bus("1", 0.0, BusControl.Slack), Grids.Bus("2", 45.0)],
        [],
        [Grids.Unit("here", 0, 500.0, 0.0, 10.0)],
        new GridDcLine { Id = "dc", From = 0, To = 1, FlowMin = -100.0, FlowMax = 100.0, LossShare = 0.1 });

    private static readonly OptimalFlowResult Point = Grids.Certified(Grid);

    [Fact]
    public void A_cheaper_point_beyond_the_limits_does_not_take_the_place_of_one_within_them()
    {
        OptimalFlowResult beyond = Uncertified(400.0, 400.0);
        foreach (int within in (ReadOnlySpan<int>)[-1, 1])
        {
            OptimalFlowResult result = Run(directions => directions[0] == within ? Directed(Point, directions) : Directed(beyond, directions));
            result.Objective.ShouldBe(500.0, 1e-6);
            result.Cases.Count.ShouldBe(2);
        }
    }

    [Theory]
    [InlineData(OptimalFlowStatus.Cancelled)]
    [InlineData(OptimalFlowStatus.Limit)]
    public void What_stopped_a_case_is_told_though_there_is_a_point(OptimalFlowStatus status)
    {
        int solved = 0;
        OptimalFlowResult result = Run(directions => ++solved == 1 ? Directed(Point, directions) : Directed(new OptimalFlowResult { Status = status, Request = Point.Request }, directions));
        result.Status.ShouldBe(status);
        result.IsCertified.ShouldBeFalse();
    }

    private static OptimalFlowResult Run(Func<int[], OptimalFlowResult> solve)
    {
        ActiveGrid active = ActiveGrid.Of(Grid, SusceptanceConvention.Matpower, new FindingList())!;
        OptimalFlowResult above = Uncertified(300.0, 300.0) with { Buses = [.. Point.Buses.Select(b => b with { Price = 0.5 * b.Price })] };
        return new DirectionSearch(active, new FindingList(), directions => directions[0] == 0 ? new DirectedEnd(above, 0, true) : new DirectedEnd(solve(directions), -1, false)).Run();
    }

    private static OptimalFlowResult Directed(OptimalFlowResult result, int[] directions) => result with { Directions = directions };

    private static OptimalFlowResult Uncertified(double cost, double bound) => Point with
    {
        Status = OptimalFlowStatus.NotCertified,
        Objective = cost,
        Certificate = Point.Certificate! with { Objective = cost, Bound = bound, Units = 0.1 },
        Units = [Point.Units[0] with { Power = cost / 10.0 }],
    };
}
