using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;
using Shouldly;
using Xunit;

namespace Corridor.Tests.Studies.Hydraulics.Laws;

public class GasCompositionTextTests
{
    [Theory]
    [InlineData("methane=0.9,hydrogen=0.1")]
    [InlineData(" Methane = 90 , HYDROGEN = 10 ")]
    [InlineData("methane=0.4,methane=0.5,hydrogen=0.1")]
    public void Fractions_or_percent_in_any_case(string text)
    {
        GasQuality gas = GasCompositionText.Parse(text, out string? problem).ShouldNotBeNull();
        problem.ShouldBeNull();
        gas.Composition![(int)GasComponent.Methane].ShouldBe(0.9, 1e-15);
        gas.Composition[(int)GasComponent.Hydrogen].ShouldBe(0.1, 1e-15);
        gas.MolarMass.ShouldBe((0.9 * 16.04246e-3) + (0.1 * 2.01588e-3), 1e-8);
    }

    [Theory]
    [InlineData("metane=1", "methane meant")]
    [InlineData("methane=0.5", "add up to 0.5")]
    [InlineData("methane", "not of the form")]
    [InlineData("methane=-1,ethane=2", "not of the form")]
    [InlineData("methane=NaN", "not of the form")]
    [InlineData("0=1", "no component")]
    [InlineData("", "add up to 0")]
    public void What_is_wrong_is_said(string text, string expected)
    {
        GasCompositionText.Parse(text, out string? problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain(expected);
    }

    [Fact]
    public void Carbon_dioxide_is_known_with_and_without_a_hyphen()
    {
        foreach (string name in new[] { "carbon-dioxide", "CarbonDioxide", "carbon_dioxide" })
            GasCompositionText.Parse(name + "=1", out _).ShouldNotBeNull().Composition![(int)GasComponent.CarbonDioxide].ShouldBe(1.0);
    }
}
