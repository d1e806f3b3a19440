using Corridor.Model.PowerGrids;
using Corridor.Studies.PowerFlow;
using static Corridor.Tests.Studies.PowerFlow.SmallGrids;

namespace Corridor.Tests.Studies.PowerFlow;

public class DcPowerFlowTests
{
    [Fact]
    public void ThreeBusesShareByTheirSusceptances()
    {
        // 90 MW from a to b: directly over 0.1, around over 0.2 together: two thirds and one third.
        PowerGrid grid = Triangle();
        PowerFlowSolution solution = DcPowerFlow.Solve(grid);
        solution.Branches.Select(b => b.FromActive).ShouldBe([60, 30, -30], 1e-9);
        solution.Buses[1].Angle.ShouldBe(-0.06 * 180 / Math.PI, 1e-9);
        solution.Units[0].Active.ShouldBe(90, 1e-9);
        solution.Mismatch.ShouldBeLessThan(1e-12);
    }

    [Fact]
    public void ConventionsDifferInTapShiftAndResistance()
    {
        PowerGrid grid = Triangle();
        grid = grid with { Branches = [grid.Branches[0] with { Resistance = 0.1, Tap = 0.5, Shift = 1 }, .. grid.Branches.Skip(1)] };

        // MATPOWER: b = 20 and a shift of 1°; PowerModels: b = 0.1/0.02 = 5, neither tap nor shift. The way around has 5.
        double shift = Math.PI / 180;
        DcPowerFlow.Solve(grid).Branches[0].FromActive.ShouldBe(100 * 20 * (((0.9 + (20 * shift)) / 25) - shift), 1e-9);
        DcPowerFlow.Solve(grid, SusceptanceConvention.PowerModels).Branches[0].FromActive.ShouldBe(45, 1e-9);
    }

    [Fact]
    public void WithoutASourceThereIsNothing() =>
        DcPowerFlow.Solve(Triangle() with { Units = [], Buses = [.. Triangle().Buses.Select(b => b with { Control = BusControl.Load })] }).Status.ShouldBe(PowerFlowStatus.NoSource);

    [Fact]
    public void WhatIsNoNumberIsNoBalance()
    {
        PowerGrid grid = Triangle();
        PowerFlowSolution solution = DcPowerFlow.Solve(grid with { Buses = [grid.Buses[0], grid.Buses[1] with { ActiveDemand = double.NaN }, grid.Buses[2]] });
        solution.Status.ShouldBe(PowerFlowStatus.NotConverged);
        solution.Islands[0].Status.ShouldBe(PowerFlowStatus.NotConverged);
        solution.Mismatch.ShouldBe(double.PositiveInfinity);
    }

    [Theory]
    [InlineData(SusceptanceConvention.Matpower)]
    [InlineData(SusceptanceConvention.PowerModels)]
    public void ABranchWithoutReactanceDoesNotCarryEverything(SusceptanceConvention convention)
    {
        PowerGrid grid = Triangle();
        grid = grid with { Branches = [grid.Branches[0] with { Resistance = -0.1, Reactance = convention == SusceptanceConvention.Matpower ? 0 : 0.1 }, .. grid.Branches.Skip(1)] };

        // By its impedance, 0.1, whatever the sign of the resistance; PowerModels: 0.1/0.02.
        double b = convention == SusceptanceConvention.Matpower ? 10 : 5;
        DcPowerFlow.Solve(grid, convention).Branches[0].FromActive.ShouldBe(90 * b / (b + 5), 1e-9);
        BranchAdmittance.Of(grid.Branches[0]).SeriesSusceptance.ShouldBe(10, 1e-12);
    }

    private static PowerGrid Triangle() => Grid(
        [Bus("a", BusControl.Slack), Bus("b", demand: 90), Bus("c")], [Line(0, 1, 0.1), Line(0, 2, 0.1), Line(1, 2, 0.1)], [Unit("u", 0, 0)]);
}
