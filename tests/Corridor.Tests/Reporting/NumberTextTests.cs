using Corridor.Reporting.Terminal;

namespace Corridor.Tests.Reporting;

public class NumberTextTests
{
    [Theory]
    [InlineData(38.8123, "38.8")]
    [InlineData(0.0, "0")]
    [InlineData(1.0, "1.00")]
    [InlineData(9.996, "10.0")]
    [InlineData(0.09996, "0.100")]
    [InlineData(99.96, "100")]
    [InlineData(999.6, "1000")]
    [InlineData(1234.5, "1230")]
    [InlineData(12345.0, "12\u2009300")]
    [InlineData(1234567.0, "1\u2009230\u2009000")]
    [InlineData(112500.0, "113\u2009000")]
    [InlineData(112499.9999, "113\u2009000")]
    [InlineData(1.005, "1.01")]
    [InlineData(-4.567, "−4.57")]
    [InlineData(0.00012345, "0.000123")]
    [InlineData(0.0000012345, "1.23E−6")]
    public void Three_significant_figures(double value, string expected) => NumberText.Of(value).ShouldBe(expected);

    [Fact]
    public void What_does_not_exist_is_a_dash()
    {
        NumberText.Of(null).ShouldBe("–");
        NumberText.Of(double.NaN).ShouldBe("–");
        NumberText.Money(double.PositiveInfinity).ShouldBe("–");
    }

    [Fact]
    public void Rounding_of_the_solver_is_zero() => NumberText.Of(3e-7, 38).ShouldBe("0");

    [Theory]
    [InlineData(4.12e11, "412\u00A0billion")]
    [InlineData(1.4e12, "1.40\u00A0trillion")]
    [InlineData(-2.5e6, "−2.50\u00A0million")]
    [InlineData(999.0, "999")]
    public void Money_in_words(double value, string expected) => NumberText.Money(value).ShouldBe(expected);

    [Theory]
    [InlineData("bcm@20C", "bcm at 20\u00A0°C")]
    [InlineData("USD/kcm@0C", "USD per 1000\u00A0m³ at 0\u00A0°C")]
    [InlineData("TWh_gross", "TWh gross")]
    public void Gas_volumes_are_never_named_without_their_temperature(string symbol, string expected) => UnitText.Of(symbol).ShouldBe(expected);
}
