using Corridor.Model.Units;

namespace Corridor.Tests.Model.Units;

/// <summary>Units of amounts, rates and prices.</summary>
public class CarrierUnitsTests
{
    [Theory]
    [InlineData("bcm@20C", Dimension.GasVolume, HeatingBasis.Unstated)]
    [InlineData("Mt", Dimension.Mass, HeatingBasis.Unstated)]
    [InlineData("TWh", Dimension.Energy, HeatingBasis.Unstated)]
    [InlineData("kb", Dimension.LiquidVolume, HeatingBasis.Unstated)]
    [InlineData("PJ_gross", Dimension.Energy, HeatingBasis.Gross)]
    [InlineData("PJ_net", Dimension.Energy, HeatingBasis.Net)]
    [InlineData("Mtoe", Dimension.Energy, HeatingBasis.Net)]
    [InlineData("Mtce", Dimension.Energy, HeatingBasis.Net)]
    public void Amount_units_know_dimension_and_basis(string text, Dimension dimension, HeatingBasis basis)
    {
        AmountUnit unit = AmountUnit.Parse(text);
        unit.Symbol.ShouldBe(text);
        unit.Dimension.ShouldBe(dimension);
        unit.Basis.ShouldBe(basis);
    }

    [Theory]
    [InlineData("PJ")]
    [InlineData("MMBtu")]
    [InlineData("therm")]
    [InlineData("Gcal")]
    public void The_energy_of_a_fuel_without_gross_or_net_is_refused(string text)
    {
        AmountUnit.TryParse(text, out _, out UnitProblem? problem).ShouldBeFalse();
        problem!.Kind.ShouldBe(UnitProblemKind.Ambiguous);
        problem.Accepted.ShouldBe([text + "_gross", text + "_net"]);
    }

    [Theory]
    [InlineData("MW", UnitProblemKind.WrongDimension)]
    [InlineData("km", UnitProblemKind.WrongDimension)]
    [InlineData("bcm", UnitProblemKind.Ambiguous)]
    [InlineData("", UnitProblemKind.Unknown)]
    public void What_is_no_amount_is_refused(string text, UnitProblemKind kind)
    {
        AmountUnit.TryParse(text, out AmountUnit? unit, out UnitProblem? problem).ShouldBeFalse();
        unit.ShouldBeNull();
        problem!.Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("bcm@20C/year", "bcm@20C", 1.0 / 365)]
    [InlineData("mcm@20C/d", "mcm@20C", 1)]
    [InlineData("Mt/year", "Mt", 1.0 / 365)]
    [InlineData("kb/d", "kb", 1)]
    [InlineData("GWh/d", "GWh", 1)]
    [InlineData("GWh_gross/d", "GWh_gross", 1)]
    [InlineData("m3@20C/h", "m3@20C", 24)]
    [InlineData("MW", "MWh", 24)]
    [InlineData("GW", "GWh", 24)]
    [InlineData("MW_gross", "MWh_gross", 24)]
    public void Rates_are_amounts_per_day(string text, string amount, double perDay)
    {
        RateUnit unit = RateUnit.Parse(text);
        unit.Symbol.ShouldBe(text);
        unit.Amount.Symbol.ShouldBe(amount);
        unit.AmountsPerDay.ShouldBe(perDay, 1e-12);
    }

    [Fact]
    public void Every_power_is_the_energy_of_its_hour()
    {
        foreach (Unit power in UnitTable.All.Where(u => u.Dimension == Dimension.Power))
            (RateUnit.Parse(power.Symbol).Amount.Factor * 1000).ShouldBe(power.Factor, power.Factor * 1e-12, power.Symbol);
    }

    [Theory]
    [InlineData("bcm/year", UnitProblemKind.Ambiguous)]
    [InlineData("bcm@20C/month", UnitProblemKind.Ambiguous)]
    [InlineData("bcm@20C", UnitProblemKind.WrongDimension)]
    [InlineData("bcm@20C/km", UnitProblemKind.WrongDimension)]
    [InlineData("bcm@20C/", UnitProblemKind.Unknown)]
    [InlineData("/d", UnitProblemKind.Unknown)]
    [InlineData("MW/d", UnitProblemKind.WrongDimension)]
    [InlineData("lots", UnitProblemKind.Unknown)]
    public void What_is_no_rate_is_refused(string text, UnitProblemKind kind)
    {
        RateUnit.TryParse(text, out RateUnit? unit, out UnitProblem? problem).ShouldBeFalse();
        unit.ShouldBeNull();
        problem!.Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("USD/kcm@20C", "USD", "kcm@20C", null)]
    [InlineData("USD/MMBtu_gross", "USD", "MMBtu_gross", null)]
    [InlineData("EUR/MWh_gross", "EUR", "MWh_gross", null)]
    [InlineData("USD/bbl", "USD", "bbl", null)]
    [InlineData("KZT/t", "KZT", "t", null)]
    [InlineData("USD/MWh", "USD", "MWh", null)]
    [InlineData("USD/kcm@20C/100km", "USD", "kcm@20C", 100.0)]
    [InlineData("RUB/t/km", "RUB", "t", 1.0)]
    public void Prices_are_currency_per_amount_and_perhaps_distance(string text, string currency, string amount, double? kilometres)
    {
        PriceUnit unit = PriceUnit.Parse(text);
        unit.Symbol.ShouldBe(text);
        unit.Currency.Code.ShouldBe(currency);
        unit.Amount.Symbol.ShouldBe(amount);
        unit.DistanceKilometres.ShouldBe(kilometres);
        unit.IsDistanceBased.ShouldBe(kilometres is not null);
    }

    [Theory]
    [InlineData("USD/MMBtu", UnitProblemKind.Ambiguous)]
    [InlineData("USD/kcm", UnitProblemKind.Ambiguous)]
    [InlineData("$/bbl", UnitProblemKind.Ambiguous)]
    [InlineData("usd/bbl", UnitProblemKind.Unknown)]
    [InlineData("USD", UnitProblemKind.Unknown)]
    [InlineData("USD/t/year", UnitProblemKind.WrongDimension)]
    [InlineData("USD/t/0km", UnitProblemKind.Unknown)]
    [InlineData("USD/t/99999999999km", UnitProblemKind.Unknown)]
    [InlineData("USD/t/km/km", UnitProblemKind.Unknown)]
    public void What_is_no_price_is_refused(string text, UnitProblemKind kind)
    {
        PriceUnit.TryParse(text, out PriceUnit? unit, out UnitProblem? problem).ShouldBeFalse();
        unit.ShouldBeNull();
        problem!.Kind.ShouldBe(kind);
        problem.Text.ShouldBe(text);
    }

    [Fact]
    public void Units_are_equal_by_symbol_whatever_the_spelling()
    {
        AmountUnit.Parse("bcm (20 °C)").ShouldBe(AmountUnit.Parse("bcm@20C"));
        RateUnit.Parse("bcm (20 °C)/a").ShouldBe(RateUnit.Parse("bcm@20C/year"));
        PriceUnit.Parse("USD / kcm@20C / 100 km").ShouldBe(PriceUnit.Parse("USD/kcm@20C/100km"));
        AmountUnit.Parse("Sm3").ShouldNotBe(AmountUnit.Parse("m3@15C"));
    }

    [Fact]
    public void Values_print_exactly_and_invariant()
    {
        new Amount(0.1 + 0.2, AmountUnit.Parse("Mt")).ToString().ShouldBe("0.30000000000000004 Mt");
        new Rate(38, RateUnit.Parse("bcm@20C/year")).ToString().ShouldBe("38 bcm@20C/year");
        new UnitPrice(-1.5, PriceUnit.Parse("EUR/MWh")).ToString().ShouldBe("-1.5 EUR/MWh");
    }

    [Theory]
    [InlineData("MJ/m3@20C", Dimension.GasVolume)]
    [InlineData("kWh/Nm3", Dimension.GasVolume)]
    [InlineData("kcal/m3@20C", Dimension.GasVolume)]
    [InlineData("GJ/t", Dimension.Mass)]
    public void Heating_value_units_are_energy_per_volume_or_mass(string text, Dimension per)
    {
        HeatingValueUnit unit = HeatingValueUnit.Parse(text);
        unit.Symbol.ShouldBe(text);
        unit.Per.Dimension.ShouldBe(per);
    }

    [Theory]
    [InlineData("MJ/m3", UnitProblemKind.Ambiguous)]
    [InlineData("MJ/bbl", UnitProblemKind.WrongDimension)]
    [InlineData("MJ_gross/kg", UnitProblemKind.WrongDimension)]
    [InlineData("MW/kg", UnitProblemKind.WrongDimension)]
    [InlineData("MJ", UnitProblemKind.Unknown)]
    public void What_is_no_heating_value_is_refused(string text, UnitProblemKind kind)
    {
        HeatingValueUnit.TryParse(text, out _, out UnitProblem? problem).ShouldBeFalse();
        problem!.Kind.ShouldBe(kind);
    }
}
