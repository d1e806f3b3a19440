using System.Text.Json;
using Corridor.Reporting.Summaries;

namespace Corridor.Tests.Reporting;

public class RunSummaryTests
{
    private static readonly RunSummary Summary = SampleRun.Summary;

    [Fact]
    public void The_sample_is_certified() => SampleRun.Report.Certificate.Failures.ShouldBeEmpty();

    [Fact]
    public void Json_has_exactly_the_keys_that_other_tools_rely_on()
    {
        using JsonDocument json = JsonDocument.Parse(RunSummaryJson.Write(Summary));
        JsonElement root = json.RootElement;
        Keys(root).ShouldBeSubsetWith(
            "package", "scenario", "status", "certified", "objective", "currency", "horizon", "residuals", "size", "timing_s", "balance", "contracts", "routes", "storages", "rules", "channels", "findings");
        Keys(root.GetProperty("horizon")).ShouldBe(["from", "to", "step", "periods"]);
        Keys(root.GetProperty("residuals")).ShouldBe(["balance", "bounds", "dual", "gap"]);
        Keys(root.GetProperty("size")).ShouldBe(["rows", "columns", "nonzeros"]);
        Keys(root.GetProperty("timing_s")).ShouldBe(["read", "compile", "solve", "check", "write", "total", "report"]);
        Keys(root.GetProperty("findings")).ShouldBe(["errors", "warnings"]);
        Row(root, "balance").ShouldBeSubsetWith("zone", "carrier", "unit", "demand", "served", "curtailed", "production", "imports", "exports", "average_price");
        Row(root, "contracts").ShouldBeSubsetWith("id", "unit", "acq", "delivered", "take_or_pay_min", "shortfall", "average_price");
        Row(root, "routes").ShouldBeSubsetWith("id", "unit", "flow", "capacity", "utilisation", "shadow_value");
        Row(root, "storages").ShouldBeSubsetWith("id", "unit", "first", "last", "minimum", "maximum");
        Row(root, "rules").ShouldBeSubsetWith("id", "binding", "shadow_value");
        Row(root, "channels").ShouldBeSubsetWith("id", "used", "capacity", "shadow_value");
        root.GetProperty("status").GetString().ShouldBe("optimal");
        root.GetProperty("certified").GetBoolean().ShouldBeTrue();
        root.GetProperty("horizon").GetProperty("step").GetString().ShouldBe("month");
        root.GetProperty("horizon").GetProperty("periods").GetInt32().ShouldBe(12);
    }

    [Fact]
    public void A_number_that_is_not_finite_becomes_null()
    {
        RunSummary odd = Summary with { Objective = double.NaN, Residuals = new ResidualSummary(double.PositiveInfinity, 0, 0, 0) };
        using JsonDocument json = JsonDocument.Parse(RunSummaryJson.Write(odd));
        json.RootElement.GetProperty("objective").ValueKind.ShouldBe(JsonValueKind.Null);
        json.RootElement.GetProperty("residuals").GetProperty("balance").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Balances_of_zones_are_those_worked_out_by_hand()
    {
        BalanceSummary a = Find("aa", "gas"), main = Find("bb-main", "gas"), border = Find("bb-border", "gas"), power = Find("bb-main", "power");
        a.Unit.ShouldBe("bcm@20C");
        a.Production.ShouldBeNear(23.8 / 0.99);
        a.Exports.ShouldBeNear(23.8 / 0.99);
        a.AveragePrice.ShouldBeNear(30);
        a.PriceUnit.ShouldBe("USD/kcm@20C");
        main.Imports.ShouldBeNear(23.8);
        main.Exports.ShouldBeNear(1.8);
        main.ConversionInput.ShouldBeNear(2);
        main.AveragePrice.ShouldBeNear(40 / 0.99);
        border.Demand.ShouldBeNear(2);
        border.Served.ShouldBeNear(1.8);
        border.Curtailed.ShouldBeNear(0.2);
        border.AveragePrice.ShouldBeNear(5000);
        power.Unit.ShouldBe("TWh");
        power.Production.ShouldBeNear(10);
        power.AveragePrice.ShouldBeNear(200 * 40 / 0.99 / 1000);
    }

    [Fact]
    public void Every_balance_closes()
    {
        foreach (BalanceSummary b in Summary.Balance.Concat(Summary.Countries))
        {
            double sources = (b.Production + b.Measures + b.Imports + b.StorageWithdrawal)!.Value;
            double uses = (b.Served + b.Exports + b.Losses + b.ConversionInput + b.StorageInjection)!.Value;
            sources.ShouldBe(uses, 1e-5 * (1 + uses), $"{b.Zone} {b.Carrier}");
        }
    }

    [Fact]
    public void A_country_does_not_import_from_its_own_parts()
    {
        BalanceSummary b = Summary.Countries.Single(c => c is { Zone: "bb", Carrier: "gas" });
        b.Imports.ShouldBeNear(23.8);
        b.Exports.ShouldBeNear(0);
        b.Demand.ShouldBeNear(22);
        Summary.CountryImports.Single(i => i is { Zone: "bb", Carrier: "gas" }).Origin.ShouldBe("aa");
    }

    [Fact]
    public void Routes_state_net_flow_capacity_and_worth()
    {
        RouteSummary line = Summary.Routes.Single(r => r.Id == "a-b"), narrow = Summary.Routes.Single(r => r.Id == "b-border");
        line.Flow.ShouldBeNear(23.8);
        line.Capacity.ShouldBeNear(30);
        line.Utilisation.ShouldBeNear(23.8 / 0.99 / 30);
        line.ShadowValue.ShouldBeNear(0);
        narrow.Utilisation.ShouldBeNear(1);
        narrow.ShadowValue.ShouldBeNear(5000 - (40 / 0.99));
        BottleneckSummary dearest = Summary.Bottlenecks[0];
        dearest.Id.ShouldBe("b-border");
        (dearest.Value / 1e6).ShouldBeNear(1.8 * (5000 - (40 / 0.99)));
        dearest.PeriodsBinding.ShouldBe(12);
        Summary.Bottlenecks.ShouldHaveSingleItem();
    }

    [Fact]
    public void Contracts_channels_storages_and_rules_are_those_worked_out_by_hand()
    {
        ContractSummary contract = Summary.Contracts.Single();
        contract.Acq.ShouldBeNear(22);
        contract.TakeOrPayMin.ShouldBeNear(17.6);
        contract.Delivered.ShouldBeNear(23.8);
        contract.Shortfall.ShouldBeNear(0);
        contract.AveragePrice.ShouldBeNear(200);
        ChannelSummary channel = Summary.Channels.Single();
        (channel.Used / 1e6).ShouldBeNear(23.8 * 200);
        (channel.Capacity / 1e6).ShouldBeNear(365 * 20);
        StorageSummary storage = Summary.Storages.Single();
        storage.First.ShouldBeNear(0.5);
        storage.Minimum.ShouldBeNear(0.5);
        storage.Maximum.ShouldBeNear(0.5);
        Summary.Rules.Single().Binding.ShouldBeFalse();
    }

    [Fact]
    public void A_shortage_names_who_when_how_much_and_why()
    {
        ShortageSummary shortage = Summary.Shortages.Single();
        shortage.Zone.ShouldBe("bb-border");
        shortage.Curtailed.ShouldBeNear(0.2);
        shortage.CurtailedProtected.ShouldBeNear(0.2);
        shortage.First.ShouldBe("2025-01-01");
        shortage.Last.ShouldBe("2025-12-31");
        shortage.Limits.ShouldBe(["b-border"]);
        BorderRegionSummary region = Summary.BorderRegions.Single();
        region.Sector.ShouldBe("household");
        region.Protected.ShouldBeTrue();
        region.Served.ShouldBeNear(1.8);
    }

    [Fact]
    public void The_parts_add_up_to_the_objective()
    {
        ObjectiveSummary p = Summary.ObjectiveParts!;
        (p.Supply + p.Transport + p.Storage + p.Conversion + p.Co2 + p.Levies + p.GivenUp + p.Curtailment + p.Measures + p.Contracts + p.Channels + p.Penalties)
            .ShouldBe(Summary.Objective!.Value, 1e-6 * Summary.Objective.Value);
    }

    [Fact]
    public void A_result_that_failed_its_check_gives_no_figures()
    {
        RunSummary summary = RunSummaryBuilder.Build(SampleRun.Refused, SampleRun.Timing);
        summary.Certified.ShouldBeFalse();
        summary.Objective.ShouldBeNull();
        summary.Balance.ShouldBeEmpty();
        summary.Routes.ShouldBeEmpty();
        summary.Failures.ShouldContain("the balance of bb-gas is off by 3 mcm@20C/d");
    }

    private static BalanceSummary Find(string zone, string carrier) => Summary.Balance.Single(b => b.Zone == zone && b.Carrier == carrier);

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

    private static string[] Row(JsonElement root, string list) => Keys(root.GetProperty(list)[0]);
}
