using Corridor.Model.PowerGrids;
using Corridor.Studies.OptimalPowerFlow;

namespace Corridor.Tests.Studies.OptimalPowerFlow;

/// <summary>The certificate must see through results that were tampered with.</summary>
public class CertificateCheckTests
{
    private static readonly PowerGrid Grid = Grids.Triangle(150.0, 80.0);
    private static readonly OptimalFlowResult Honest = Grids.Certified(Grid);

    [Fact]
    public void The_honest_result_holds() => CertificateCheck.Run(Grid, Honest).Holds.ShouldBeTrue();

    [Fact]
    public void Power_that_is_not_there_is_missed()
    {
        OptimalFlowCertificate certificate = CertificateCheck.Run(Grid, Honest with { Units = [Honest.Units[0] with { Power = 90.01 }, Honest.Units[1]] });
        certificate.Holds.ShouldBeFalse();
        certificate.Balance.ShouldBe(1e-4, 1e-6);
        certificate.WorstBus.ShouldBe("1");
    }

    [Fact]
    public void A_unit_left_out_or_counted_twice_is_missed()
    {
        CertificateCheck.Run(Grid, Honest with { Units = [Honest.Units[0]] }).Holds.ShouldBeFalse();
        CertificateCheck.Run(Grid, Honest with { Units = [Honest.Units[0], Honest.Units[0] with { Power = 60.0 }] }).Holds.ShouldBeFalse();
    }

    [Fact]
    public void A_flow_that_is_not_that_of_the_angles_is_seen() =>
        CertificateCheck.Run(Grid, Honest with { Branches = [Honest.Branches[0], Honest.Branches[1] with { Flow = 79.0 }, Honest.Branches[2]] }).Branches.ShouldBe(0.01, 1e-6);

    [Fact]
    public void A_branch_beyond_its_rating_is_seen()
    {
        OptimalFlowResult free = Grids.Certified(Grids.Triangle());
        OptimalFlowCertificate certificate = CertificateCheck.Run(Grid, free);
        certificate.Branches.ShouldBe(0.2, 1e-6);
        certificate.Holds.ShouldBeFalse();
    }

    [Fact]
    public void A_unit_beyond_its_limits_is_seen()
    {
        PowerGrid smaller = Grid with { Units = [Grid.Units[0] with { ActiveMax = 80.0 }, Grid.Units[1]] };
        CertificateCheck.Run(smaller, Honest).Units.ShouldBe(0.1, 1e-6);
    }

    [Fact]
    public void Prices_that_do_not_support_the_cost_leave_a_gap()
    {
        OptimalFlowResult cheap = Honest with { Buses = [.. Honest.Buses.Select(b => b with { Price = b.Price * 0.99 })] };
        CertificateCheck.Run(Grid, cheap).Gap.ShouldBeGreaterThan(1e-4);
        OptimalFlowResult shadowed = Honest with { Branches = [.. Honest.Branches.Select(b => b with { ShadowPrice = 1.5 * b.ShadowPrice })] };
        CertificateCheck.Run(Grid, shadowed).Gap.ShouldBeGreaterThan(1e-2);
    }

    [Fact]
    public void The_bound_is_below_every_feasible_cost()
    {
        // Whatever the prices: 2700 is the least cost, so that no bound may be above it.
        var random = new Random(7);
        for (int k = 0; k < 200; k++)
        {
            OptimalFlowResult other = Honest with
            {
                Buses = [.. Honest.Buses.Select(b => b with { Price = b.Price + (40.0 * random.NextDouble()) - 20.0 })],
                Branches = [.. Honest.Branches.Select(b => b with { ShadowPrice = b.ShadowPrice + (40.0 * random.NextDouble()) - 20.0 })],
            };
            CertificateCheck.Run(Grid, other).Bound.ShouldBeLessThanOrEqualTo(2700.0 + 1e-6);
        }
    }

    [Fact]
    public void A_dearer_point_with_its_own_prices_is_not_optimal()
    {
        OptimalFlowResult tighter = Grids.Certified(Grids.Triangle(150.0, 70.0));
        OptimalFlowCertificate certificate = CertificateCheck.Run(Grid, tighter);
        certificate.Residual.ShouldBeLessThan(1e-6);
        certificate.Holds.ShouldBeFalse();
    }

    [Fact]
    public void An_outage_that_was_not_secured_is_seen()
    {
        OptimalFlowResult result = Grids.Certified(Grids.Triangle(90.0));
        PowerGrid limited = Grids.Triangle(90.0);
        limited = limited with { Branches = [.. limited.Branches.Select(b => b with { EmergencyRating = 85.0 })] };
        CertificateCheck.Run(limited, result with { Secured = [1] }).Outages.ShouldBe(0.05, 1e-6);
    }

    [Fact]
    public void A_false_factor_of_an_outage_is_seen()
    {
        PowerGrid grid = Grids.Triangle(90.0);
        grid = grid with { Branches = [.. grid.Branches.Select((b, l) => b with { EmergencyRating = l == 0 ? 80.0 : 100.0 })] };
        OptimalFlowResult result = Grids.Certified(grid, new OptimalFlowRequest { SecureAll = true });
        CertificateCheck.Run(grid, result).Holds.ShouldBeTrue();
        CertificateCheck.Run(grid, result with { OutageFlows = [.. result.OutageFlows.Select(f => f with { Factor = 0.9 * f.Factor })] }).Outages.ShouldBeGreaterThan(0.01);
    }

    [Fact]
    public void An_outage_asked_for_that_is_not_among_the_secured_ones_is_missed()
    {
        PowerGrid grid = Grids.Triangle(90.0);
        OptimalFlowResult result = Grids.Certified(grid, new OptimalFlowRequest { SecureAll = true });
        CertificateCheck.Run(grid, result with { Secured = [0, 2] }).Outages.ShouldBe(double.PositiveInfinity);
        CertificateCheck.Run(grid, result with { Secured = [0, 2], Splitting = [1] }).Outages.ShouldBe(double.PositiveInfinity, "no bridge");
        CertificateCheck.Run(grid, result with { Secured = [0, 2], Undetermined = [1] }).Outages.ShouldBe(double.PositiveInfinity, "flows follow from the equations");
        CertificateCheck.Run(grid, result with { Secured = [0, 2], Request = new OptimalFlowRequest { Outages = [0, 1] } }).Outages.ShouldBe(double.PositiveInfinity);
        CertificateCheck.Run(grid, result with { Secured = [0, 2], Request = new OptimalFlowRequest { Outages = [2, 0] } }).Outages.ShouldBeLessThan(1e-6);
    }

    /// <summary>The factor of a limit after an outage is checked with that outage; of one that is not, it could be anything, and raise the bound.</summary>
    [Fact]
    public void A_limit_after_an_outage_that_nobody_secured_is_refused()
    {
        var limit = new OutageFlow(0, 1, 5.0, 0.0, 100.0, 1.0);
        CertificateCheck.Run(Grid, Honest with { OutageFlows = [limit] }).Outages.ShouldBe(double.PositiveInfinity);
        CertificateCheck.Run(Grid, Honest with { OutageFlows = [limit], Request = new OptimalFlowRequest { Outages = [1] } }).Outages.ShouldBe(double.PositiveInfinity, "not secured");
        CertificateCheck.Run(Grid, Honest with { OutageFlows = [limit], Secured = [1] }).Outages.ShouldBe(double.PositiveInfinity, "not asked for");
    }

    [Fact]
    public void A_branch_claimed_twice_or_that_is_out_of_service_is_refused()
    {
        CertificateCheck.Run(Grid, Honest with { Branches = [.. Honest.Branches, Honest.Branches[0]] }).Holds.ShouldBeFalse();
        CertificateCheck.Run(Grid, Honest with { Branches = [Honest.Branches[0] with { Flow = double.NaN }, .. Honest.Branches] }).Holds.ShouldBeFalse();
        PowerGrid more = Grid with { Branches = [.. Grid.Branches, Grid.Branches[1] with { InService = false }] };
        CertificateCheck.Run(more, Honest).Holds.ShouldBeTrue();
        CertificateCheck.Run(more, Honest with { Branches = [.. Honest.Branches, new BranchFlow(3, 0.0, 0.0)] }).Holds.ShouldBeFalse();
    }

    [Fact]
    public void A_balance_that_is_no_number_is_not_hidden_by_that_of_the_next_bus()
    {
        PowerGrid grid = Grid with { Buses = [Grid.Buses[0] with { ActiveDemand = double.NaN }, Grid.Buses[1], Grid.Buses[2]] };
        OptimalFlowCertificate certificate = CertificateCheck.Run(grid, Honest);
        certificate.Balance.ShouldBe(double.NaN);
        certificate.WorstBus.ShouldBe("1");
        certificate.Holds.ShouldBeFalse();
    }

    [Fact]
    public void The_other_convention_is_another_grid()
    {
        PowerGrid lossy = Grid with { Branches = [Grid.Branches[0] with { Resistance = 0.05 }, Grid.Branches[1], Grid.Branches[2]] };
        OptimalFlowResult result = Grids.Certified(lossy);
        CertificateCheck.Run(lossy, result with { Request = new OptimalFlowRequest { Convention = SusceptanceConvention.PowerModels } }).Holds.ShouldBeFalse();
    }
}
