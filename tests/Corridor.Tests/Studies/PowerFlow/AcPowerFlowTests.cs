using Corridor.Model.PowerGrids;
using Corridor.Studies.PowerFlow;
using static Corridor.Tests.Studies.PowerFlow.SmallGrids;

namespace Corridor.Tests.Studies.PowerFlow;

public class AcPowerFlowTests
{
    private const double Reactance = 0.1;

    [Theory]
    [InlineData(100, 30)]
    [InlineData(250, -20)]
    [InlineData(-80, 10)]
    public void TwoBusesFollowTheClosedForm(double demand, double reactive)
    {
        PowerFlowSolution solution = AcPowerFlow.Solve(TwoBuses(demand, reactive));

        // V⁴ + (2QX − 1)V² + X²(P² + Q²) = 0, sin δ = −PX/V.
        double p = demand / 100;
        double q = reactive / 100;
        double half = (1 - (2 * q * Reactance)) / 2;
        double voltage = Math.Sqrt(half + Math.Sqrt((half * half) - (Reactance * Reactance * ((p * p) + (q * q)))));
        solution.Status.ShouldBe(PowerFlowStatus.Converged);
        solution.Buses[1].Voltage.ShouldBe(voltage, 1e-9);
        solution.Buses[1].Angle.ShouldBe(-Math.Asin(p * Reactance / voltage) * 180 / Math.PI, 1e-6);
        solution.Branches[0].FromActive.ShouldBe(demand, 1e-6);
        solution.Branches[0].ToActive.ShouldBe(-demand, 1e-6);
        solution.Units[0].Active.ShouldBe(demand, 1e-6);
        solution.Mismatch.ShouldBeLessThanOrEqualTo(1e-8);
    }

    [Fact]
    public void TapAndShiftActAtTheFromSide()
    {
        PowerGrid grid = Grid(
            [Bus("a", BusControl.Slack), Bus("b")],
            [Line(0, 1, Reactance, tap: 1.05, shift: 7)],
            [Unit("u", 0, 0)]);
        PowerFlowSolution solution = AcPowerFlow.Solve(grid);
        solution.Buses[1].Voltage.ShouldBe(1 / 1.05, 1e-9);
        solution.Buses[1].Angle.ShouldBe(-7, 1e-7);
    }

    [Fact]
    public void ShuntsAndChargingCount()
    {
        // Charging b/2 at the open end raises its voltage: V₂ (1 − X b/2) = V₁; a shunt of B does the same.
        PowerGrid grid = Grid(
            [Bus("a", BusControl.Slack), Bus("b") with { ShuntSusceptance = 20 }],
            [Line(0, 1, Reactance, charging: 0.2)],
            [Unit("u", 0, 0)]);
        AcPowerFlow.Solve(grid).Buses[1].Voltage.ShouldBe(1 / (1 - (Reactance * (0.1 + 0.2))), 1e-9);
    }

    [Fact]
    public void AUnitAtItsReactiveLimitGivesUpItsVoltage()
    {
        PowerGrid grid = Grid(
            [Bus("a", BusControl.Slack), Bus("b", BusControl.Voltage, 150, 60)],
            [Line(0, 1, Reactance, 0.01)],
            [Unit("u", 0, 0), Unit("v", 1, 50, 1.02, -20, 30)]);
        PowerFlowSolution free = AcPowerFlow.Solve(grid);
        free.Buses[1].Voltage.ShouldBe(1.02, 1e-12);
        free.Units[1].Reactive.ShouldBeGreaterThan(30);
        PowerFlowSolution kept = AcPowerFlow.Solve(grid, new PowerFlowSettings { EnforcesReactiveLimits = true });
        kept.Status.ShouldBe(PowerFlowStatus.Converged);
        kept.Buses[1].Limit.ShouldBe(1);
        kept.Units[1].Reactive.ShouldBe(30, 1e-6);
        kept.Buses[1].Voltage.ShouldBeLessThan(1.02);
        kept.Islands[0].AtLimit.ShouldBe([1]);
    }

    [Fact]
    public void ABusTakesItsVoltageUpAgainWhereTheLimitIsNotNeeded()
    {
        // At first both units are beyond their least output, for the other's set voltage is wrong for them; once one gives way the other can hold.
        PowerGrid grid = Random(3) with
        {
            Units = [.. Random(3).Units.Select((u, k) => u with { ReactiveMin = -1, ReactiveMax = k % 2 == 0 ? 1 : 3, VoltageSetpoint = 1.0 + (0.01 * (k % 3)) })],
        };
        PowerFlowSolution solution = AcPowerFlow.Solve(grid, new PowerFlowSettings { EnforcesReactiveLimits = true });
        solution.Status.ShouldBe(PowerFlowStatus.Converged);
        for (int u = 1; u < grid.Units.Count; u++)
        {
            BusState bus = solution.Buses[grid.Units[u].Bus];
            solution.Units[u].Reactive.ShouldBeInRange(grid.Units[u].ReactiveMin - 1e-6, grid.Units[u].ReactiveMax + 1e-6);
            if (bus.Limit == 0)
                bus.Voltage.ShouldBe(grid.Units[u].VoltageSetpoint, 1e-9);
            else
                (bus.Limit * (bus.Voltage - grid.Units[u].VoltageSetpoint)).ShouldBeLessThanOrEqualTo(1e-8);
        }
    }

    [Fact]
    public void EachIslandHasItsOwnSlackAndTheDeadAreNamed()
    {
        PowerGrid grid = Grid(
            [Bus("a", BusControl.Slack), Bus("b", demand: 50), Bus("c", BusControl.Voltage), Bus("d", demand: 20), Bus("e", demand: 5), Bus("f"), Bus("g", BusControl.Isolated, 9)],
            [Line(0, 1, 0.1), Line(2, 3, 0.1), Line(4, 5, 0.1), Line(5, 6, 0.1)],
            [Unit("u", 0, 0), Unit("v", 2, 0)]);
        PowerFlowSolution solution = AcPowerFlow.Solve(grid);
        solution.Status.ShouldBe(PowerFlowStatus.Converged);
        solution.Islands.Select(i => i.Status).ShouldBe([PowerFlowStatus.Converged, PowerFlowStatus.Converged, PowerFlowStatus.NoSource]);
        solution.Islands[1].SlackBus.ShouldBe(2);
        solution.Islands[1].SlackIsStated.ShouldBeFalse();
        solution.Units[1].Active.ShouldBe(20, 1e-6);
        solution.Buses[4].IsLive.ShouldBeFalse();
        solution.Buses[6].Island.ShouldBe(-1);
        AcPowerFlow.Solve(grid with { Units = [] }, new PowerFlowSettings()).Islands.Count(i => i.Status == PowerFlowStatus.NoSource).ShouldBe(2);
    }

    [Fact]
    public void ALoadBeyondTheNoseNamesItsBusAndTheShareThatFlows()
    {
        // The greatest load at power factor 1 behind X from voltage 1 is 1/(2X) = 500 MW; 800 MW cannot flow.
        PowerFlowSolution solution = AcPowerFlow.Solve(TwoBuses(800, 0), new PowerFlowSettings { Slack = SlackRule.Single });
        solution.Status.ShouldBe(PowerFlowStatus.NotConverged);
        FlowFailure failure = solution.Islands[0].Failure!;
        failure.MismatchBus.ShouldBe(1);
        failure.CollapsingBus.ShouldBe(1);
        failure.LowestBus.ShouldBe(1);
        failure.LoadShare.ShouldBeInRange(0.6, 500.0 / 800.0);
        solution.Buses[1].IsLive.ShouldBeFalse();
    }

    [Fact]
    public void ASharedSlackFollowsParticipation()
    {
        PowerGrid grid = Random(5);
        grid = grid with { Units = [.. grid.Units.Select((u, k) => u with { Participation = k < 3 ? k + 1 : 0 })] };
        PowerFlowSolution solution = AcPowerFlow.Solve(grid, new PowerFlowSettings { Slack = SlackRule.Distributed });
        solution.Status.ShouldBe(PowerFlowStatus.Converged);
        double[] change = [.. grid.Units.Select((u, k) => solution.Units[k].Active - u.ActivePower)];
        double unit = change.Sum() / 6;
        change.ShouldBe([unit, 2 * unit, 3 * unit, .. new double[change.Length - 3]], 1e-6);
        solution.Islands[0].TakenUp.ShouldBe(6 * unit, 1e-6);
    }

    [Fact]
    public void WhatOneBusCannotTakeUpIsSharedAndSaid()
    {
        // 300 MW too much: one slack bus behind 1 p.u. of reactance cannot take them, the units can give less.
        PowerGrid grid = Grid(
            [Bus("a", BusControl.Slack), Bus("b", BusControl.Voltage, 100)],
            [Line(0, 1, 1.0)],
            [Unit("u", 0, 10), Unit("v", 1, 400)]);
        PowerFlowSolution solution = AcPowerFlow.Solve(grid);
        solution.Status.ShouldBe(PowerFlowStatus.Converged);
        solution.Islands[0].IsDistributed.ShouldBeTrue();
        solution.Islands[0].TakenUp.ShouldBe(-310, 1e-6);
        AcPowerFlow.Solve(grid, new PowerFlowSettings { Slack = SlackRule.Single }).Status.ShouldBe(PowerFlowStatus.NotConverged);
    }

    [Fact]
    public void DirectCurrentLinesInjectWithTheirLosses()
    {
        PowerGrid grid = Grid([Bus("a", BusControl.Slack), Bus("b", demand: 60), Bus("c")], [Line(0, 1, 0.1), Line(1, 2, 0.1)], [Unit("u", 0, 0)]) with
        {
            DcLines = [new GridDcLine { Id = "d", From = 0, To = 2, Flow = 40, FixedLoss = 1, LossShare = 0.05, VoltageTo = 1.01, ReactiveFromLimits = (0, 0) }],
        };
        PowerFlowSolution solution = AcPowerFlow.Solve(grid);
        solution.Status.ShouldBe(PowerFlowStatus.Converged);
        solution.DcLines[0].ToActive.ShouldBe(40 - 1 - 2, 1e-9);
        solution.Branches[1].ToActive.ShouldBe(37, 1e-6);
        solution.Buses[2].Voltage.ShouldBe(1.01, 1e-9);
        solution.Units[0].Active.ShouldBe(63, 1e-6);
        DcPowerFlow.Solve(grid).Branches[0].FromActive.ShouldBe(60 - 37, 1e-9);
    }

    [Fact]
    public void AConnectionWithoutImpedanceJoinsItsBuses()
    {
        PowerGrid grid = Grid([Bus("a", BusControl.Slack), Bus("b", demand: 50), Bus("c", demand: 50)], [Line(0, 1, 0.1), Line(1, 2, 0)], [Unit("u", 0, 0)]);
        PowerFlowSolution solution = AcPowerFlow.Solve(grid);
        solution.Status.ShouldBe(PowerFlowStatus.Converged);
        solution.Buses[2].Voltage.ShouldBe(solution.Buses[1].Voltage, 1e-5);
        solution.Branches[1].FromActive.ShouldBe(50, 1e-5);
    }

    [Fact]
    public void TheCheckRefutesWhatIsFalse()
    {
        PowerFlowSolution solution = AcPowerFlow.Solve(Random(1));
        PowerFlowChecker.Check(solution).IsConfirmed.ShouldBeTrue();
        PowerFlowChecker.Check(solution with { Buses = [.. solution.Buses.Select((b, i) => i == 7 ? b with { Voltage = b.Voltage + 1e-6 } : b)] }).MismatchBus.ShouldBeOneOf(6, 7, 8);
        PowerFlowChecker.Check(solution with { Buses = [.. solution.Buses.Select((b, i) => i == 7 ? b with { Angle = b.Angle + 1e-4 } : b)] }).IsConfirmed.ShouldBeFalse();
        PowerFlowChecker.Check(solution with { Buses = [.. solution.Buses.Select((b, i) => i == 4 ? b with { Voltage = b.Voltage + 1e-6 } : b)] }).VoltageBus.ShouldBe(4);
        PowerFlowCheck moved = PowerFlowChecker.Check(solution with { Units = [.. solution.Units.Select((u, k) => k == 2 ? u with { Active = u.Active + 1e-3 } : u)] });
        moved.OutputUnit.ShouldBe(2);
        moved.Mismatch.ShouldBe(1e-5, 1e-7);
    }

    [Fact]
    public void TheCheckNamesTheIslandThatItRefutesAndNoOther()
    {
        PowerGrid grid = Grid(
            [Bus("a", BusControl.Slack), Bus("b", demand: 50), Bus("c", BusControl.Slack), Bus("d", demand: 50)], [Line(0, 1, 0.1), Line(2, 3, 0.1)], [Unit("u", 0, 0), Unit("v", 2, 0)]);
        PowerFlowSolution solution = AcPowerFlow.Solve(grid);
        solution.Check!.Refuted.ShouldBeEmpty();
        PowerFlowCheck check = PowerFlowChecker.Check(solution with { Buses = [.. solution.Buses.Select((b, i) => i == 3 ? b with { Angle = double.NaN } : b)] });
        check.IsConfirmed.ShouldBeFalse();
        check.Mismatch.ShouldBe(double.PositiveInfinity);
        check.Refuted.ShouldHaveSingleItem().Island.ShouldBe(1);
    }

    [Fact]
    public void AnIterationAllocatesNothing()
    {
        PowerGrid grid = Random(2, 60);
        var solvers = new List<IslandSolver?>();
        AcPowerFlow.Solve(grid, null, solvers, CancellationToken.None).Status.ShouldBe(PowerFlowStatus.Converged);
        BalanceEquations solved = solvers[0]!.Balance;
        var newton = new NewtonSolver(solved.Network);
        BalanceEquations balance = newton.Balance;
        solved.Active.CopyTo(balance.Active, 0);
        solved.Reactive.CopyTo(balance.Reactive, 0);
        solved.AngleFixed.CopyTo(balance.AngleFixed, 0);
        solved.VoltageFixed.CopyTo(balance.VoltageFixed, 0);
        for (int k = 0; k < 3; k++)
        {
            for (int i = 0; i < grid.Buses.Count; i++)
                (balance.Magnitude[i], balance.Angle[i]) = (balance.VoltageFixed[i] ? solved.Magnitude[i] : 1, 0);
            long before = GC.GetAllocatedBytesForCurrentThread();
            NewtonEnd end = newton.Run(1e-8, 20, 1e-3);
            long used = GC.GetAllocatedBytesForCurrentThread() - before;
            end.ShouldBe(NewtonEnd.Converged);
            if (k == 2)
                used.ShouldBe(0);
        }

        newton.Iterations.ShouldBeGreaterThan(1);
    }

    private static PowerGrid TwoBuses(double demand, double reactive) => Grid(
        [Bus("a", BusControl.Slack), Bus("b", demand: demand, reactive: reactive)], [Line(0, 1, Reactance)], [Unit("u", 0, 0)]);
}
