using Corridor.Data.Formats.PyPsa.Mapping;
using Corridor.Studies.Dispatch;

namespace Corridor.Tests.Data.Formats.PyPsa;

/// <summary>Networks small enough to be solved by hand.</summary>
public class PyPsaExampleTests
{
    private const double Close = 1e-6;

    [Fact]
    public void Two_generators_by_merit()
    {
        using var net = Bus("one").With("generators.csv", "name,bus,p_nom,marginal_cost", "cheap,one,60,10", "dear,one,100,30").With("loads.csv", "name,bus,p_set", "town,one,90");
        DispatchResult result = net.Solve();
        Objective(result, (60 * 10) + (30 * 30));
        PyPsaCase.Price(result, "one").ShouldBe(30, Close);
    }

    [Fact]
    public void Weights_are_hours_and_series_are_read_at_their_snapshot()
    {
        using var net = Bus("one")
            .With("snapshots.csv", ",snapshot,objective,stores,generators", "0,2015-01-01 00:00:00,3,3,3", "1,2015-01-01 03:00:00,5,5,5")
            .With("generators.csv", "name,bus,p_nom,marginal_cost", "wind,one,100,0", "gas,one,100,20")
            .With("generators-p_max_pu.csv", "snapshot,wind", "2015-01-01 00:00:00,0.5", "2015-01-01 03:00:00,0.1")
            .With("generators-marginal_cost.csv", ",gas", "0,10", "1,20")
            .With("loads.csv", "name,bus", "town,one")
            .With("loads-p_set.csv", ",town", "0,70", "1,40");

        // 20 MW over 3 h at 10, 30 MW over 5 h at 20.
        Objective(net.Solve(), (20 * 3 * 10) + (30 * 5 * 20));
    }

    [Fact]
    public void A_least_output_runs_whatever_it_costs_and_a_unit_to_be_switched_off_does_not()
    {
        using var net = Bus("one").With("generators.csv", "name,bus,p_nom,p_min_pu,marginal_cost,committable", "must,one,100,0.4,50,False", "may,one,100,0.4,60,True", "cheap,one,100,0,10,")
            .With("loads.csv", "name,bus,p_set", "town,one,90");
        Objective(net.Solve(), (40 * 50) + (50 * 10));
        net.Findings.Items.Count(f => f.Code == "G026" && f.Subject == "generators p_min_pu").ShouldBe(1);
    }

    [Fact]
    public void A_quadratic_cost_rises_twice_as_fast_as_its_factor()
    {
        using var net = Bus("one").With("generators.csv", "name,bus,p_nom,marginal_cost,marginal_cost_quadratic", "rising,one,100,10,0.5", "flat,one,100,30,0").With("loads.csv", "name,bus,p_set", "town,one,50");

        // 10 + 2 · 0.5 · p = 30 → p = 20.
        Objective(net.Solve(), (10 * 20) + (0.5 * 20 * 20) + (30 * 30));
    }

    [Fact]
    public void A_link_loses_and_costs_on_the_way_and_gains_backward()
    {
        using var net = Bus("a", "b").With("generators.csv", "name,bus,p_nom,marginal_cost", "cheap,a,200,10", "dear,b,200,100")
            .With("loads.csv", "name,bus,p_set", "town,b,80")
            .With("links.csv", "name,bus0,bus1,p_nom,efficiency,marginal_cost,p_min_pu", "cable,a,b,150,0.8,2,-1");

        // 100 enter for 80 to arrive; backward would give 1.25 for each taken, and never pays here.
        DispatchResult result = net.Solve();
        Objective(result, 100 * (10 + 2));
        PyPsaCase.Price(result, "b").ShouldBe(12 / 0.8, Close);
    }

    [Fact]
    public void A_link_to_several_buses_is_a_plant_of_heat_and_power()
    {
        using var net = new PyPsaCase().With("buses.csv", "name,carrier", "g,gas", "e,AC", "h,heat")
            .With("generators.csv", "name,bus,p_nom,marginal_cost", "well,g,500,20")
            .With("loads.csv", "name,bus,p_set", "light,e,40", "warmth,h,60")
            .With("links.csv", "name,bus0,bus1,efficiency,bus2,efficiency2,p_nom", "chp,g,e,0.4,h,0.5,200", "boiler,g,h,0.9,,,200");

        // 100 of gas make 40 and 50; the boiler needs 10 / 0.9.
        Objective(net.Solve(), 20 * (100 + (10 / 0.9)));
    }

    [Fact]
    public void A_process_takes_and_gives_by_its_rates()
    {
        using var net = new PyPsaCase().With("buses.csv", "name,carrier", "g,gas", "e,AC", "c,co2")
            .With("generators.csv", "name,bus,p_nom,marginal_cost", "well,g,500,20", "dear,e,500,60")
            .With("stores.csv", "name,bus,e_nom,e_initial", "air,c,30,0")
            .With("loads.csv", "name,bus,p_set", "light,e,40")
            .With("processes.csv", "name,bus0,bus1,bus2,rate0,rate1,rate2,p_nom", "plant,g,e,c,-2,1,0.9,100");

        // Each unit of activity takes 2 of gas, gives 1, and 0.9 to the air, which holds 30: activity 33.3.
        Objective(net.Solve(), (30 / 0.9 * 2 * 20) + ((40 - (30 / 0.9)) * 60));
    }

    [Fact]
    public void A_dam_keeps_its_inflow_and_may_spill()
    {
        using var net = Bus("one").With("snapshots.csv", ",snapshot", "0,2015-01-01 00:00:00", "1,2015-01-01 01:00:00")
            .With("generators.csv", "name,bus,p_nom,marginal_cost", "gas,one,100,100")
            .With("loads.csv", "name,bus", "town,one").With("loads-p_set.csv", ",town", "0,0", "1,20")
            .With("storage_units.csv", "name,bus,p_nom,max_hours,efficiency_dispatch,inflow,p_min_pu", "dam,one,20,0.4,0.8,,0")
            .With("storage_units-inflow.csv", ",dam", "0,10", "1,10");

        // The dam holds 8 of the first 10; 8 + 10 become 14.4.
        Objective(net.Solve(), (20 - 14.4) * 100);
    }

    [Theory]
    [InlineData("False", (50 + 18.75) * 10 + (30 * 50))]
    [InlineData("True", (50 + 20) * 10 + (34 * 50))]
    public void A_storage_unit_starts_where_it_is_told_or_where_it_ends(string cyclic, double expected)
    {
        using var net = Bus("one").With("snapshots.csv", ",snapshot", "0,2015-01-01 00:00:00", "1,2015-01-01 01:00:00")
            .With("generators.csv", "name,bus,p_nom", "gas,one,100").With("generators-marginal_cost.csv", ",gas", "0,10", "1,50")
            .With("loads.csv", "name,bus,p_set", "town,one,50")
            .With("storage_units.csv", "name,bus,p_nom,max_hours,state_of_charge_initial,cyclic_state_of_charge,efficiency_store,efficiency_dispatch", $"battery,one,20,1,5,{cyclic},0.8,1");

        // From 5, 18.75 · 0.8 fill the 20 that are given in the second hour; cyclic, 20 MW a day let 16 be given.
        Objective(net.Solve(), expected);
    }

    [Fact]
    public void A_store_below_zero_counts_from_its_floor()
    {
        using var net = Bus("one").With("snapshots.csv", ",snapshot", "0,2015-01-01 00:00:00", "1,2015-01-01 01:00:00")
            .With("generators.csv", "name,bus,p_nom,marginal_cost", "gas,one,100,10").With("loads.csv", "name,bus,p_set", "town,one,20")
            .With("stores.csv", "name,bus,e_nom,e_initial,e_min_pu", "credit,one,20,0,-1");

        // It may run 20 into debt.
        Objective(net.Solve(), 20 * 10);
    }

    [Fact]
    public void Lines_of_a_type_share_by_reactance()
    {
        using var net = Bus("a", "b", "c").With("generators.csv", "name,bus,p_nom,marginal_cost", "cheap,a,200,10", "dear,b,200,30")
            .With("loads.csv", "name,bus,p_set", "town,c,90")
            .With("line_types.csv", "name,f_nom,r_per_length,x_per_length,c_per_length", "mine,50,0.03,0.3,10")
            .With("lines.csv", "name,bus0,bus1,type,length,num_parallel,s_nom,s_max_pu", "ab,a,b,mine,10,1,500,1", "bc,b,c,mine,20,2,500,1", "ac,a,c,mine,5,0.5,100,0.5");

        // ⅔ P + ⅓ Q = 50 with P + Q = 90.
        DispatchResult result = net.Solve();
        Objective(result, (60 * 10) + (30 * 30));
        PyPsaCase.Price(result, "c").ShouldBe((2 * 30) - 10, Close);
    }

    [Fact]
    public void Transformers_divide_by_reactance_and_tap_and_shift()
    {
        using var net = new PyPsaCase().With("buses.csv", "name,carrier,v_nom", "a,AC,380", "b,AC,220")
            .With("generators.csv", "name,bus,p_nom,marginal_cost", "cheap,a,2000,10", "dear,b,2000,30")
            .With("loads.csv", "name,bus,p_set", "town,b,900")
            .With("transformers.csv", "name,bus0,bus1,x,s_nom,tap_ratio,phase_shift", "one,a,b,0.1,1000,1,0", "two,a,b,0.2,200,1.25,0");

        // 0.1 / 1000 and 0.2 / 200 · 1.25 in per unit of 1 MVA: 1 to 12.5.
        DispatchResult result = net.Solve();
        Objective(result, 900 * 10);
        double[] forward = [.. result.Arcs.Select(a => (a.Flow[0][0] - a.Flow[1][0]) / 0.024)];
        (forward[0] / forward[1]).ShouldBe(12.5, 1e-5);
    }

    [Fact]
    public void A_cap_on_co2_holds_for_the_sum_over_the_horizon()
    {
        using var net = Bus("one").With("carriers.csv", "name,co2_emissions", "gas,0.5", "wind,0")
            .With("generators.csv", "name,bus,p_nom,marginal_cost,carrier,efficiency", "turbine,one,100,10,gas,0.5", "mill,one,100,100,wind,1")
            .With("loads.csv", "name,bus,p_set", "town,one,50")
            .With("global_constraints.csv", "name,type,carrier_attribute,sense,constant", "limit,primary_energy,co2_emissions,<=,30");

        // 0.5 / 0.5 = 1 t a MWh: 30 from gas, 20 from wind.
        Objective(net.Solve(), (30 * 10) + (20 * 100));
    }

    [Theory]
    [InlineData(0, 14000)]
    [InlineData(10, 13000)]
    public void Capacity_chosen_pays_above_what_stands(double standing, double expected)
    {
        using var net = Bus("one").With("generators.csv", "name,bus,p_nom,p_nom_extendable,p_nom_max,capital_cost,marginal_cost", FormattableString.Invariant($"new,one,{standing},True,40,100,0"), "dear,one,100,,,,1000")
            .With("loads.csv", "name,bus,p_set", "town,one,50");
        Objective(net.Solve(), expected);
    }

    [Fact]
    public void A_link_that_may_be_chosen_states_its_cost_for_its_nominal_capacity()
    {
        using var net = Bus("a", "b").With("generators.csv", "name,bus,p_nom,marginal_cost", "cheap,a,200,10", "dear,b,200,1000")
            .With("loads.csv", "name,bus,p_set", "town,b,90")
            .With("links.csv", "name,bus0,bus1,p_nom,p_nom_extendable,p_max_pu,p_min_pu,overnight_cost,discount_rate,lifetime,fom_cost", "cable,a,b,0,True,0.9,-0.9,876000,0,20,1");

        // 876,000 / 20 a year for one hour of 8,760 is 5, and 1 for upkeep; 100 MW for 90.
        Objective(net.Solve(), (90 * 10) + (100 * (5 + 1)));
    }

    [Fact]
    public void Loads_that_give_and_generators_that_take()
    {
        using var net = Bus("one").With("snapshots.csv", ",snapshot", "0,2015-01-01 00:00:00", "1,2015-01-01 01:00:00")
            .With("generators.csv", "name,bus,p_nom,marginal_cost,sign,p_min_pu,p_max_pu", "gas,one,100,10,1,0,1", "buyer,one,15,-25,-1,0,1", "both,one,10,12,1,-1,1")
            .With("loads.csv", "name,bus,sign", "town,one,-1").With("loads-p_set.csv", ",town", "0,30", "1,-8");

        // The buyer pays 25 for each, the pump 12: gas for 30 + 15 + 10, then for −8 + 15 + 10.
        Objective(net.Solve(), (55 * 10) + (17 * 10) - (2 * 15 * 25) - (2 * 10 * 12));
    }

    [Fact]
    public void A_total_of_output_is_shared_out_as_stated()
    {
        using var net = Bus("one").With("generators.csv", "name,bus,p_nom,marginal_cost,e_sum_max", "cheap,one,100,10,20", "dear,one,100,30,inf").With("loads.csv", "name,bus,p_set", "town,one,50");
        Objective(net.Solve(), (20 * 10) + (30 * 30));
    }

    [Theory]
    [InlineData(0.07, 25, 0.08581051722)]
    [InlineData(0, 20, 0.05)]
    [InlineData(0.05, double.PositiveInfinity, 0.05)]
    [InlineData(0, double.PositiveInfinity, 0)]
    public void An_annuity(double rate, double life, double expected) => PyPsaCapacity.Annuity(rate, life).ShouldBe(expected, 1e-9);

    internal static PyPsaCase Bus(params string[] names) => new PyPsaCase().With("buses.csv", ["name,carrier,v_nom", .. names.Select(n => n + ",AC,380")]);

    private static void Objective(DispatchResult result, double expected) => result.Objective.ShouldBe(expected, 1e-6 * (1 + Math.Abs(expected)));
}
