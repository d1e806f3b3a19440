using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Studies.OptimalPowerFlow;

namespace Corridor.Tests.Studies.OptimalPowerFlow;

public class OptimalFlowTests
{
    private const double Near = 1e-5;

    [Fact]
    public void Without_limits_the_cheapest_unit_serves_all_at_one_price()
    {
        OptimalFlowResult result = Grids.Certified(Grids.Triangle());
        result.Objective.ShouldBe(1500.0, 1e-4);
        result.Units.Select(u => Math.Round(u.Power, 4)).ShouldBe([150.0, 0.0]);
        result.Buses.ShouldAllBe(b => Math.Abs(b.Price - 10.0) < Near);

        // Two thirds of the way straight, one third round.
        result.Branches.Select(b => Math.Round(b.Flow, 4)).ShouldBe([50.0, 100.0, 50.0]);
    }

    /// <summary>
    /// By hand: 13 carries (2 P₁ + P₂)/3 = 80 with P₁ + P₂ = 150, so P₁ = 90, P₂ = 60 and the cost 2700. One more megawatt at 3 needs ΔP₁ = −1, ΔP₂ = +2:
    /// a price of 50. One more of the rating lets 3 MW change places: 3 · 20 = 60.
    /// </summary>
    [Fact]
    public void A_congested_branch_parts_the_prices_as_by_hand()
    {
        OptimalFlowResult result = Grids.Certified(Grids.Triangle(150.0, 80.0));
        result.Objective.ShouldBe(2700.0, 1e-3);
        result.Units[0].Power.ShouldBe(90.0, Near);
        result.Units[1].Power.ShouldBe(60.0, Near);
        result.Buses.Select(b => b.Price).ToArray().ShouldBe([10.0, 30.0, 50.0], 1e-4);
        result.Branches[1].Flow.ShouldBe(80.0, Near);
        result.Branches[1].ShadowPrice.ShouldBe(-60.0, 1e-4);
        result.Branches[0].ShadowPrice.ShouldBe(0.0, 1e-4);
    }

    /// <summary>Two ways of one hop: r = 0.03, x = 0.04, tap 0.8 against x = 0.05. 1/(x·tap) = 31.25 and 20; x/(r²+x²) = 16 and 20.</summary>
    [Theory]
    [InlineData(SusceptanceConvention.Matpower, 31.25)]
    [InlineData(SusceptanceConvention.PowerModels, 16.0)]
    public void Each_convention_shares_a_flow_its_own_way(SusceptanceConvention convention, double susceptance)
    {
        GridBranch transformer = Grids.Branch("t", 0, 1, 0.04, r: 0.03) with { Tap = 0.8, IsTransformer = true };
        PowerGrid grid = Grids.Grid([Grids.Bus("1", 0.0, BusControl.Slack), Grids.Bus("2", 100.0)], [transformer, Grids.Branch("l", 0, 1, 0.05)], [Grids.Unit("u", 0, 200.0, 0.0, 1.0)]);
        OptimalFlowResult result = Grids.Certified(grid, new OptimalFlowRequest { Convention = convention });
        result.Branches[0].Flow.ShouldBe(100.0 * susceptance / (susceptance + 20.0), Near);
    }

    /// <summary>Of two equal lines one shifts by φ: it carries 50 MW − 100·10·φ/2 more or less; PowerModels' form leaves the shift out.</summary>
    [Fact]
    public void A_phase_shifter_moves_flow_in_one_convention_alone()
    {
        PowerGrid grid = Grids.Grid(
            [Grids.Bus("1", 0.0, BusControl.Slack), Grids.Bus("2", 100.0)],
            [Grids.Branch("a", 0, 1, 0.1) with { Shift = 1.0 }, Grids.Branch("b", 0, 1, 0.1)],
            [Grids.Unit("u", 0, 200.0, 0.0, 1.0)]);
        double moved = 100.0 * 10.0 * (Math.PI / 180.0) / 2.0;
        Grids.Certified(grid).Branches[0].Flow.ShouldBe(50.0 - moved, Near);
        Grids.Certified(grid, new OptimalFlowRequest { Convention = SusceptanceConvention.PowerModels }).Branches[0].Flow.ShouldBe(50.0, Near);
    }

    [Fact]
    public void Quadratic_costs_meet_at_equal_marginal_cost()
    {
        // 0.1 P₁² + 10 P₁ and 0.2 P₂² + 4 P₂: 10 + 0.2 P₁ = 4 + 0.4 P₂, P₁ + P₂ = 150: P₁ = 90, P₂ = 60, price 28.
        PowerGrid grid = Grids.Triangle() with { Units = [Grids.Unit("a", 0, 300.0, 5.0, 10.0, 0.1), Grids.Unit("b", 1, 300.0, 7.0, 4.0, 0.2)] };
        OptimalFlowResult result = Grids.Certified(grid);
        result.Units[0].Power.ShouldBe(90.0, 1e-3);
        result.Objective.ShouldBe(12.0 + 810.0 + 900.0 + 720.0 + 240.0, 1e-3);
        result.Buses.ShouldAllBe(b => Math.Abs(b.Price - 28.0) < 1e-3);
    }

    [Fact]
    public void A_piecewise_cost_fills_its_cheap_pieces_first()
    {
        var cost = new GridCost { Points = [(0.0, 100.0), (50.0, 350.0), (100.0, 1350.0)] };
        PowerGrid grid = Grids.Triangle(120.0) with { Units = [new GridUnit { Id = "pieces", Bus = 0, ActiveMax = 200.0, Cost = cost }, Grids.Unit("flat", 1, 40.0, 0.0, 12.0)] };
        OptimalFlowResult result = Grids.Certified(grid);

        // 50 MW at 5, 40 MW at 12, 30 MW at 20, and 100 for nothing.
        result.Units[0].Power.ShouldBe(80.0, Near);
        result.Objective.ShouldBe(100.0 + 250.0 + 600.0 + 480.0, 1e-3);
        result.Buses[0].Price.ShouldBe(20.0, 1e-4);
    }

    [Fact]
    public void Beyond_its_points_a_cost_goes_straight_on()
    {
        var cost = new GridCost { Points = [(20.0, 200.0), (50.0, 650.0)] };
        PowerGrid grid = Grids.Triangle(80.0) with { Units = [new GridUnit { Id = "u", Bus = 0, ActiveMax = 200.0, Cost = cost }] };
        Grids.Certified(grid).Objective.ShouldBe(200.0 + (15.0 * 60.0), 1e-3);
    }

    [Fact]
    public void A_cost_of_the_fourth_order_is_met_to_the_certificate()
    {
        // 4·10⁻⁵ P³ = 10, the price of the linear unit, at P = 62.996.
        PowerGrid grid = Grids.Triangle() with { Units = [Grids.Unit("quartic", 0, 300.0, 0.0, 0.0, 0.0, 0.0, 1e-5), Grids.Unit("linear", 1, 300.0, 0.0, 10.0)] };
        OptimalFlowResult result = Grids.Certified(grid);
        double output = Math.Cbrt(10.0 / 4e-5);
        result.Objective.ShouldBe((1e-5 * Math.Pow(output, 4.0)) + (10.0 * (150.0 - output)), 1e-4);
        result.Units[0].Power.ShouldBe(output, 0.05);
        result.Rounds.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Costs_that_are_not_convex_are_refused_by_name()
    {
        var falling = new GridCost { Points = [(0.0, 0.0), (50.0, 1000.0), (100.0, 1100.0)] };
        PowerGrid grid = Grids.Triangle();
        FindingList findings = Grids.Refused(grid with { Units = [new GridUnit { Id = "g-falling", Bus = 0, ActiveMax = 100.0, Cost = falling }, Grids.Unit("g-concave", 1, 300.0, 0.0, 10.0, -0.01), Grids.Unit("g-cubic", 1, 300.0, 0.0, 1.0, 1.0, -0.01)] });
        findings.Items.Select(f => (f.Code, f.Subject)).ShouldBe([("O001", "unit g-falling"), ("O001", "unit g-concave"), ("O001", "unit g-cubic")]);

        // Where the limits leave only convex parts the same curves do.
        Grids.Certified(grid with { Units = [new GridUnit { Id = "g", Bus = 0, ActiveMax = 50.0, Cost = falling }, Grids.Unit("c", 1, 30.0, 0.0, 1.0, 1.0, -0.01), Grids.Unit("rest", 1, 300.0, 0.0, 50.0)] });
    }

    [Fact]
    public void Shunts_take_power_at_nominal_voltage()
    {
        PowerGrid grid = Grids.Triangle();
        Grids.Certified(grid with { Buses = [grid.Buses[0], grid.Buses[1] with { ShuntConductance = 10.0 }, grid.Buses[2]] }).Objective.ShouldBe(1600.0, 1e-3);
    }

    [Fact]
    public void An_angle_limit_binds_as_a_rating_of_its_flow_would()
    {
        // 10 p.u./rad · 100 MVA · 4.58366° = 80 MW.
        PowerGrid grid = Grids.Triangle();
        GridBranch[] branches = [grid.Branches[0], grid.Branches[1] with { AngleMax = 0.08 * 180.0 / Math.PI, AngleMin = -30.0 }, grid.Branches[2]];
        OptimalFlowResult result = Grids.Certified(grid with { Branches = branches });
        result.Objective.ShouldBe(2700.0, 1e-3);
        result.Branches[1].ShadowPrice.ShouldBe(-60.0, 1e-4);
    }

    [Fact]
    public void What_is_out_of_service_takes_no_part_and_islands_have_their_own_prices()
    {
        PowerGrid grid = Grids.Grid(
            [Grids.Bus("1", 10.0, BusControl.Slack), Grids.Bus("2", 20.0), Grids.Bus("3", 1000.0, BusControl.Isolated)],
            [Grids.Branch("12", 0, 1, 0.1) with { InService = false }, Grids.Branch("23", 1, 2, 0.1)],
            [Grids.Unit("a", 0, 100.0, 0.0, 5.0), Grids.Unit("b", 1, 100.0, 0.0, 7.0), Grids.Unit("c", 2, 9999.0, 0.0, 1.0), Grids.Unit("d", 0, 100.0, 0.0, 1.0) with { InService = false }]);
        OptimalFlowResult result = Grids.Certified(grid);
        result.Objective.ShouldBe(190.0, 1e-4);
        result.Units.Select(u => u.Index).ShouldBe([0, 1]);
        result.Branches.ShouldBeEmpty();
        result.Buses.Select(b => Math.Round(b.Price, 4)).ShouldBe([5.0, 7.0]);
    }

    [Fact]
    public void More_demand_than_can_come_is_infeasible_with_names()
    {
        PowerGrid grid = Grids.Triangle(150.0, 40.0);
        GridBranch[] branches = [grid.Branches[0], grid.Branches[1], grid.Branches[2] with { Rating = 50.0 }];
        OptimalFlowResult result = Grids.Solve(grid with { Branches = branches });
        result.Status.ShouldBe(OptimalFlowStatus.Infeasible);
        result.IsCertified.ShouldBeFalse();
        result.ConflictIsIrreducible.ShouldBeTrue();
        result.Conflict.ShouldBe(["balance of bus 3, demand 150 MW", "flow of branch 13 (1 – 3): at most 40 MW", "flow of branch 23 (2 – 3): at most 50 MW"]);
    }

    [Fact]
    public void A_unit_that_is_paid_to_run_without_end_is_unbounded()
    {
        PowerGrid grid = Grids.Grid([Grids.Bus("1", 10.0, BusControl.Slack)], [], [Grids.Unit("a", 0, double.PositiveInfinity, 0.0, -5.0), Grids.Unit("sink", 0, 0.0, 0.0, 1.0) with { ActiveMin = double.NegativeInfinity }]);
        Grids.Solve(grid).Status.ShouldBe(OptimalFlowStatus.Unbounded);
    }

    [Fact]
    public void Broken_grids_are_refused()
    {
        PowerGrid grid = Grids.Triangle();
        Grids.Refused(grid with { Units = [grid.Units[0] with { ActiveMin = 400.0 }] }).Items.Single().Code.ShouldBe("O002");
        Grids.Refused(grid with { Branches = [Grids.Branch("none", 0, 1, 0.0, r: 0.1)] }).Items.Single().Code.ShouldBe("O003");
        Grids.Refused(grid with { Buses = [.. grid.Buses.Select(b => b with { Control = BusControl.Isolated })] }).Count("O004").ShouldBe(1);
        Grids.Refused(grid with { Units = [Grids.Unit("high", 0, double.PositiveInfinity, 0.0, 0.0, 0.0, 1.0)] }).Items.Single().Code.ShouldBe("O005");
        Grids.Refused(grid, new OptimalFlowRequest { Outages = [7] }).Items.Single().Code.ShouldBe("O006");
        Should.Throw<ArgumentException>(() => Grids.Solve(grid with { Branches = [Grids.Branch("away", 0, 9, 0.1)] }));
    }

    [Fact]
    public void The_result_has_the_same_bits_for_any_number_of_threads()
    {
        PowerGrid grid = Grids.Triangle(90.0);
        grid = grid with { Branches = [.. grid.Branches.Select((b, l) => b with { EmergencyRating = l == 0 ? 80.0 : 100.0 })] };
        OptimalFlowResult one = Grids.Certified(grid, new OptimalFlowRequest { SecureAll = true });
        OptimalFlowResult three = Grids.Certified(grid, new OptimalFlowRequest { SecureAll = true, Threads = 3 });
        three.Objective.ShouldBe(one.Objective);
        three.Buses.ShouldBe(one.Buses);
        three.OutageFlows.ShouldBe(one.OutageFlows);
    }
    /// <summary>2 p.u. over x = 0.1 need 0.2 rad, 11.5°; beside it a branch without reactance whose ends may be 10° apart.</summary>
    [Fact]
    public void A_limit_of_angles_in_a_conflict_is_given_in_degrees()
    {
        GridBranch idle = Grids.Branch("idle", 0, 1, 0.0, double.PositiveInfinity, 0.1) with { AngleMin = -10.0, AngleMax = 10.0 };
        PowerGrid grid = Grids.Grid([Grids.Bus("1", 0.0, BusControl.Slack), Grids.Bus("2", 200.0)], [Grids.Branch("12", 0, 1, 0.1), idle], [Grids.Unit("u", 0, 300.0, 0.0, 1.0)]);
        OptimalFlowResult result = Grids.Solve(grid, new OptimalFlowRequest { Convention = SusceptanceConvention.PowerModels });
        result.Status.ShouldBe(OptimalFlowStatus.Infeasible);
        result.Conflict.ShouldContain("angles of branch idle (1 – 2): at most 10°");
    }

    [Fact]
    public void The_limit_of_a_unit_in_a_conflict_is_not_that_of_a_step_of_its_cost()
    {
        GridUnit unit = Grids.Unit("u", 0, 50.0) with { Cost = new GridCost { Points = [(0.0, 0.0), (20.0, 100.0), (50.0, 400.0)] } };
        PowerGrid grid = Grids.Grid([Grids.Bus("1", 80.0, BusControl.Slack)], [], [unit]);
        OptimalFlowResult result = Grids.Solve(grid);
        result.Status.ShouldBe(OptimalFlowStatus.Infeasible);
        result.Conflict.ShouldBe(["output of unit u: at most 50 MW", "balance of bus 1, demand 80 MW"], ignoreOrder: true);
    }

}
