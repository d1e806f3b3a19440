using Corridor.Model.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Model.Units;

public class CarrierBasisTests
{
    private static readonly CarrierBasis Gas = new(
        "gas",
        AmountUnit.Parse("mcm@20C"),
        HeatingValue.FromMegajoulesPerCubicMetre(37.3, ReferenceConditions.At20C, HeatingBasis.Gross),
        HeatingValue.FromMegajoulesPerCubicMetre(33.6, ReferenceConditions.At20C, HeatingBasis.Net));

    private static readonly CarrierBasis Crude = new(
        "crude",
        AmountUnit.Parse("kt"),
        net: HeatingValue.FromMegajoulesPerKilogram(42, HeatingBasis.Net),
        barrelsPerTonne: 7.33);

    private static readonly CarrierBasis Electricity = new("electricity", AmountUnit.Parse("GWh"));

    [Theory]
    [InlineData("38 bcm@20C", 38000)]
    [InlineData("46.6 bcm@0C", 46.6 * 293.15 / 273.15 * 1000)]
    [InlineData("393.7222222222222 TWh_gross", 38000)]
    [InlineData("33.6 PJ_net", 1000)]
    [InlineData("1 Mtoe", 41868 / 33.6)]
    [InlineData("1000000 MMBtu_gross", 1055.05585262 / 37.3)]
    public void Gas_is_accounted_in_million_cubic_metres_at_20_degrees(string text, double expected)
    {
        Gas.TryToAccount(Read(text), out double account, out string? problem).ShouldBeTrue(problem);
        account.ShouldBe(expected, expected * 1e-12);
    }

    [Theory]
    [InlineData("1 Mt", 1000)]
    [InlineData("7330 bbl", 1)]
    [InlineData("7.33 kb", 1)]
    [InlineData("42 PJ_net", 1000)]
    [InlineData("0.158987294928 m3_liquid", 0.001 / 7.33)]
    public void Crude_is_accounted_in_thousand_tonnes(string text, double expected)
    {
        Crude.TryToAccount(Read(text), out double account, out string? problem).ShouldBeTrue(problem);
        account.ShouldBe(expected, expected * 1e-12);
    }

    [Fact]
    public void A_yearly_rate_is_spread_over_365_days()
    {
        Gas.TryToAccount(new Rate(38, RateUnit.Parse("bcm@20C/year")), out double perDay, out _).ShouldBeTrue();
        perDay.ShouldBe(38000.0 / 365, 1e-9);
        Electricity.TryToAccount(new Rate(1000, RateUnit.Parse("MW")), out perDay, out _).ShouldBeTrue();
        perDay.ShouldBe(24, 1e-12);
    }

    [Fact]
    public void Prices_follow_the_inverse_of_amounts()
    {
        Gas.TryToAccount(new UnitPrice(265, PriceUnit.Parse("USD/kcm@20C")), out double money, out _).ShouldBeTrue();
        money.ShouldBe(265_000, 1e-6);

        // 10 USD/MMBtu gross × 37.3 GJ per thousand m³ / 1.05505585262 GJ per MMBtu = 353.54 USD per thousand m³
        Gas.TryToAccount(new UnitPrice(10, PriceUnit.Parse("USD/MMBtu_gross")), out money, out _).ShouldBeTrue();
        money.ShouldBe(353_535.8, 0.1);

        Gas.TryToAccount(new UnitPrice(2.5, PriceUnit.Parse("USD/kcm@20C/100km")), out money, out _).ShouldBeTrue();
        money.ShouldBe(25, 1e-9);
        Crude.TryToAccount(new UnitPrice(70, PriceUnit.Parse("USD/bbl")), out money, out _).ShouldBeTrue();
        money.ShouldBe(70 * 7330, 1e-6);
    }

    [Theory]
    [InlineData("gas", "1 TWh", "must say gross or net")]
    [InlineData("gas", "1 Mt", "does not convert")]
    [InlineData("gas", "1 kb", "does not convert")]
    [InlineData("crude", "1 PJ_gross", "gross heating value")]
    [InlineData("crude", "1 bcm@20C", "does not convert")]
    [InlineData("electricity", "1 TWh_gross", "no gross or net")]
    [InlineData("electricity", "1 Mt", "does not convert")]
    [InlineData("coal", "1 Mtce", "net heating value")]
    [InlineData("coal", "1 kb", "barrels per tonne")]
    [InlineData("gas", "NaN bcm@20C", "finite")]
    public void What_is_missing_is_said(string carrier, string text, string said)
    {
        CarrierBasis basis = carrier switch { "gas" => Gas, "crude" => Crude, "electricity" => Electricity, _ => new CarrierBasis("coal", AmountUnit.Parse("kt")) };
        basis.TryToAccount(Read(text), out double account, out string? problem).ShouldBeFalse();
        account.ShouldBe(0);
        problem.ShouldNotBeNull();
        problem.ShouldContain(said);
    }

    [Fact]
    public void A_heating_value_per_mass_does_not_serve_a_volume()
    {
        var basis = new CarrierBasis("gas", AmountUnit.Parse("mcm@20C"), HeatingValue.FromMegajoulesPerKilogram(54, HeatingBasis.Gross));
        basis.TryToAccount(Read("1 TWh_gross"), out _, out string? problem).ShouldBeFalse();
        problem!.ShouldContain("only one in MJ/kg");
    }

    [Fact]
    public void Gas_accounted_in_gross_energy_takes_volumes_and_net_energy()
    {
        var basis = new CarrierBasis("gas", AmountUnit.Parse("GWh_gross"), Gas.Gross, Gas.Net);
        basis.TryToAccount(Read("1 mcm@20C"), out double account, out _).ShouldBeTrue();
        account.ShouldBe(37.3 / 3.6, 1e-12);
        basis.TryToAccount(Read("33.6 GWh_net"), out account, out _).ShouldBeTrue();
        account.ShouldBe(37.3, 1e-12);
        basis.TryToAccount(Read("1 GWh"), out _, out string? problem).ShouldBeFalse();
        problem!.ShouldContain("gross or net");
    }

    [Fact]
    public void Power_of_Siberia_2025_in_the_terms_of_the_energy_institute()
    {
        // 38.8 bcm at 20 °C and 101.325 kPa with a gross heating value of 37.8 MJ/m³ there are 1,466.6 PJ gross;
        // at the standard 40 MJ/m³ (15 °C, gross) that is 36.7 bcm. As a mere volume, the same gas at 15 °C is 38.1 bcm.
        HeatingValue gross = HeatingValue.FromMegajoulesPerCubicMetre(37.8, ReferenceConditions.At20C, HeatingBasis.Gross);
        GasVolume volume = GasVolume.FromBillionCubicMetres(38.8, ReferenceConditions.At20C);
        double petajoules = volume.EnergyAt(gross).InPetajoules();
        petajoules.ShouldBe(1466.64, 0.001);
        (petajoules / 40).ShouldBe(36.7, 0.05);
        volume.InBillionCubicMetres(ReferenceConditions.At15C).ShouldBe(38.14, 0.005);
        gross.InMegajoulesPerCubicMetre(ReferenceConditions.At15C).ShouldBe(38.456, 0.001);
    }

    [Fact]
    public void Amounts_return_from_the_account_unchanged()
    {
        string[] units = ["bcm@20C", "kcm@15C", "Nm3", "TWh_gross", "MMBtu_gross", "PJ_net", "Mtce", "mcm@20C"];
        Property(value => units.All(symbol =>
        {
            AmountUnit unit = AmountUnit.Parse(symbol);
            return Gas.TryToAccount(new Amount(value, unit), out double account, out _)
                && Gas.TryFromAccount(account, unit, out Amount back, out _)
                && Near(back.Value, value);
        }));
    }

    [Fact]
    public void Rates_and_prices_return_from_the_account_unchanged()
    {
        string[] rates = ["bcm@20C/year", "MW_gross", "GWh_net/h", "mcm@15C/d"];
        string[] prices = ["USD/kcm@20C", "EUR/MWh_gross", "USD/MMBtu_net", "USD/kcm@20C/100km"];
        Property(value =>
            rates.All(symbol => Gas.TryToAccount(new Rate(value, RateUnit.Parse(symbol)), out double account, out _)
                && Gas.TryFromAccount(account, RateUnit.Parse(symbol), out Rate back, out _)
                && Near(back.Value, value))
            && prices.All(symbol => Gas.TryToAccount(new UnitPrice(value, PriceUnit.Parse(symbol)), out double account, out _)
                && Gas.TryFromAccount(account, PriceUnit.Parse(symbol), out UnitPrice back, out _)
                && Near(back.Value, value)));
    }

    [Fact]
    public void Value_of_a_flow_does_not_depend_on_the_units_it_is_told_in()
    {
        // rate × price must be the same money whichever units were chosen: catches a factor used the wrong way round.
        Property(value =>
        {
            Gas.TryToAccount(new Rate(value, RateUnit.Parse("GWh_gross/d")), out double perDay, out _);
            Gas.TryToAccount(new UnitPrice(20, PriceUnit.Parse("EUR/MWh_gross")), out double money, out _);
            return Near(perDay * money, value * 20_000);
        });
    }

    [Fact]
    public void The_account_unit_itself_converts_exactly()
    {
        Property(value => Gas.TryToAccount(new Amount(value, Gas.AccountUnit), out double account, out _) && account.Equals(value));
    }

    [Fact]
    public void Impossible_properties_are_programming_errors()
    {
        Should.Throw<ArgumentException>(() => new CarrierBasis("gas", AmountUnit.Parse("mcm@20C"), gross: Gas.Net));
        Should.Throw<ArgumentException>(() => new CarrierBasis("gas", AmountUnit.Parse("mcm@20C"), net: Gas.Gross));
        Should.Throw<ArgumentException>(() => new CarrierBasis("crude", AmountUnit.Parse("kt"), barrelsPerTonne: 0));
        Should.Throw<ArgumentException>(() => new CarrierBasis(
            "gas",
            AmountUnit.Parse("mcm@20C"),
            Gas.Gross,
            HeatingValue.FromMegajoulesPerCubicMetre(38, ReferenceConditions.At20C, HeatingBasis.Net)));
    }

    private static Amount Read(string text)
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        return new Amount(double.Parse(text[..space], System.Globalization.CultureInfo.InvariantCulture), AmountUnit.Parse(text[(space + 1)..]));
    }

    private static bool Near(double actual, double expected) => Math.Abs(actual - expected) <= 1e-12 * Math.Abs(expected);

    private static void Property(Func<double, bool> holds) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<int>(), (a, b) => holds(a + (b / 1024.0)))
            .Check(Config.QuickThrowOnFailure.WithReplay(20260101, 1));
}
