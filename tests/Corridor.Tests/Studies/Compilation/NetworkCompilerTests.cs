using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Studies.Compilation;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Compilation;

public class NetworkCompilerTests
{
    private static readonly EnergySystem Base = Empty with { Supplies = [Field("a", 100, 10)], Demands = [Town("b", 50)], Pipelines = [Line(80)] };

    private static DatedValue Dated(string table, string subject, string column, string start, string? end, string value) => new()
    {
        Table = table,
        Subject = subject,
        Column = column,
        Value = value,
        Start = DateOnly.ParseExact(start, "yyyy-MM-dd", null),
        End = end is null ? null : DateOnly.ParseExact(end, "yyyy-MM-dd", null),
    };

    [Fact]
    public void Dated_values_replace_a_figure_between_their_dates_and_average_over_longer_periods()
    {
        EnergySystem system = Base with { DatedValues = [Dated("pipelines", "line", "capacity", "2025-01-08", "2025-01-15", "10")] };
        Compile(system, days: 14).Arcs[0].Capacity[0].ShouldBe([80, 80, 80, 80, 80, 80, 80, 10, 10, 10, 10, 10, 10, 10]);
        Compile(system, days: 31, step: TimeStep.Month).Arcs[0].Capacity[0][0].ShouldBe(((24 * 80) + (7 * 10)) / 31.0, 1e-12);
    }

    [Fact]
    public void Status_by_date_opens_and_closes_a_line()
    {
        EnergySystem system = Base with
        {
            Pipelines = [Line(80) with { Status = AssetStatus.Planned }],
            DatedValues = [Dated("pipelines", "line", "status", "2025-01-02", null, "operating")],
        };
        Compile(system, days: 3).Arcs[0].Capacity[0].ShouldBe([0, 80, 80]);
    }

    [Fact]
    public void What_is_out_of_service_is_left_out_and_reported()
    {
        var findings = new FindingList();
        EnergySystem system = Base with { Pipelines = [Line(80) with { Status = AssetStatus.Proposed }] };
        CompiledNetwork? network = NetworkCompiler.Compile(system, new Horizon(Start, Start.AddDays(1), TimeStep.Day), findings);
        network!.Arcs.ShouldBeEmpty();
        findings.Items.ShouldContain(f => f.Code == "C004" && f.Subject == "pipelines line");
    }

    [Fact]
    public void A_dated_value_of_a_column_that_nothing_reads_is_reported()
    {
        var findings = new FindingList();
        EnergySystem system = Base with { DatedValues = [Dated("pipelines", "line", "roughness", "2025-01-01", null, "0.1")] };
        NetworkCompiler.Compile(system, new Horizon(Start, Start.AddDays(1), TimeStep.Day), findings);
        findings.Items.ShouldContain(f => f.Code == "C008" && f.Subject == "dated_values pipelines line");
    }

    [Theory]
    [InlineData(1950, true)]
    [InlineData(2024, false)]
    [InlineData(2026, false)]
    [InlineData(2027, true)]
    public void A_year_that_the_package_says_nothing_about_is_warned_of(int year, bool warned)
    {
        var findings = new FindingList();
        EnergySystem system = Base with { DatedValues = [Dated("supplies", "field-a", "capacity", "2024-06-01", "2026-03-01", "90")] };
        NetworkCompiler.Compile(system, new Horizon(new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1), TimeStep.Month), findings);
        findings.Items.Any(f => f.Code == "C014").ShouldBe(warned);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(24, false)]
    public void Hours_that_the_package_states_no_figures_for_are_warned_of(int stated, bool warned)
    {
        var findings = new FindingList();
        EnergySystem system = Base with { Periods = [.. Enumerable.Range(0, stated).Select(h => new PeriodRow { Start = $"2025-01-01T{h:00}:00", Hours = 1 })] };
        NetworkCompiler.Compile(system, new Horizon(new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 2), TimeStep.Hour), findings);
        findings.Items.Any(f => f.Code == "C015" && f.Message.Contains("2025-01-01 09:00", StringComparison.Ordinal)).ShouldBe(warned);
        findings.Items.Any(f => f.Code == "C015").ShouldBe(warned);
    }

    [Fact]
    public void Prices_that_no_formula_reads_say_nothing_of_the_time_of_a_package()
    {
        var findings = new FindingList();
        EnergySystem system = Base with
        {
            PriceIndices = [new PriceIndex { Id = "hub", PriceUnit = PriceUnit.Parse("USD/bbl") }],
            PriceSeries = [new PricePoint { Index = "hub", Month = new DateOnly(1990, 1, 1), Value = 20 }],
        };
        NetworkCompiler.Compile(system, new Horizon(Start, Start.AddDays(1), TimeStep.Day), findings).ShouldNotBeNull();
        findings.Items.ShouldNotContain(f => f.Code == "C014");
    }

    [Fact]
    public void A_currency_without_exchange_rate_is_an_error_and_no_network()
    {
        var findings = new FindingList();
        EnergySystem system = Base with { Supplies = [Field("a", 100, 10) with { Cost = new UnitPrice(1, PriceUnit.Parse("CNY/kcm@20C")) }] };
        NetworkCompiler.Compile(system, new Horizon(Start, Start.AddDays(1), TimeStep.Day), findings).ShouldBeNull();
        findings.Items.ShouldContain(f => f.Code == "C002" && f.Message.Contains("CNY"));
    }

    [Fact]
    public void A_gas_demand_in_mass_cannot_be_converted_and_says_so()
    {
        var findings = new FindingList();
        EnergySystem system = Base with { Demands = [Town("b", 50) with { AnnualVolume = new Amount(1, AmountUnit.Parse("Mt")) }] };
        NetworkCompiler.Compile(system, new Horizon(Start, Start.AddDays(1), TimeStep.Day), findings).ShouldBeNull();
        findings.Items.ShouldContain(f => f.Code == "C001" && f.Subject == "demands town-b" && f.Message.StartsWith("annual_volume:", StringComparison.Ordinal));
    }

    [Fact]
    public void The_exchange_rate_of_the_month_holds_and_the_last_known_one_after_it()
    {
        ExchangeRate Rate(int month, double perUsd) => new() { Currency = "CNY", Month = new DateOnly(2025, month, 1), PerUsd = perUsd };
        EnergySystem system = Base with
        {
            Supplies = [Field("a", 100, 10) with { Cost = new UnitPrice(8, PriceUnit.Parse("CNY/kcm@20C")) }],
            ExchangeRates = [Rate(1, 8), Rate(2, 4)],
        };
        double[] price = Compile(system, days: 90, step: TimeStep.Month).Supplies[0].Steps[0].Price;
        price.ShouldBe([1000, 2000, 2000]);
    }

    [Fact]
    public void A_monthly_shape_has_mean_one_over_the_year_and_no_jumps()
    {
        EnergySystem system = Base with
        {
            ProfileSets = [new ProfileSet { Id = "season", Use = ProfileUse.Shape }],
            Profiles = [.. Enumerable.Range(1, 12).Select(m => new ProfilePoint { Profile = "season", Time = $"M{m:D2}", Value = m is < 4 or > 9 ? 300 : 100 })],
            Demands = [Town("b", 50) with { Profile = "season" }],
        };
        double[] rate = Compile(system, days: 365).Demands[0].Rate;
        rate.Average().ShouldBe(50, 1e-9);
        rate.Zip(rate.Skip(1), (x, y) => Math.Abs(x - y)).Max().ShouldBeLessThan(2);
        double[] monthly = Compile(system, days: 365, step: TimeStep.Month).Demands[0].Rate;
        monthly[0].ShouldBe(rate.Take(31).Average(), 1e-9);
    }

    [Fact]
    public void An_hourly_factor_holds_for_the_hour_and_averages_over_the_day()
    {
        EnergySystem system = Base with
        {
            ProfileSets = [new ProfileSet { Id = "sun", Use = ProfileUse.Factor }],
            Profiles = [.. Enumerable.Range(0, 24).Select(h => new ProfilePoint { Profile = "sun", Time = $"H{h:D2}", Value = h is >= 6 and < 18 ? 1 : 0 })],
            Supplies = [Field("a", 100, 10) with { Profile = "sun" }],
        };
        Compile(system).Supplies[0].Capacity.ShouldBe([50]);
        Compile(system, step: TimeStep.Hour).Supplies[0].Capacity.Sum().ShouldBe(1200);
    }

    [Fact]
    public void Compiling_twice_gives_the_same_bits()
    {
        CompiledNetwork one = Compile(Base, days: 30), two = Compile(Base, days: 30);
        one.Demands[0].Rate.ShouldBe(two.Demands[0].Rate);
        one.Arcs[0].Cost[0].ShouldBe(two.Arcs[0].Cost[0]);
    }
}
