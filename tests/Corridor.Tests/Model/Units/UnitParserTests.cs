using Corridor.Model.Units;

namespace Corridor.Tests.Model.Units;

public class UnitParserTests
{
    [Theory]
    [InlineData("bar", "bar_abs", "absolute or gauge")]
    [InlineData("MPa", "MPa_gauge", "absolute or gauge")]
    [InlineData("psi", "psi_a", "absolute or gauge")]
    [InlineData("kgf/cm2", "at_gauge", "absolute or gauge")]
    [InlineData("kgf/cm²", "at_gauge", "absolute or gauge")]
    [InlineData("bcm", "bcm@20C", "20 °C (Russia, China), 15 °C (ISO 13443, Energy Institute) or 0 °C (Germany, EU normal cubic metres)")]
    [InlineData("mcm", "mcm@15C", "reference temperature")]
    [InlineData("m3", "m3@0C", "reference temperature")]
    [InlineData("m³", "m3@20C", "reference temperature")]
    [InlineData("tcm", "kcm@20C", "thousand")]
    [InlineData("tons", "t", "short ton")]
    [InlineData("mt", "Mt", "million tonnes")]
    [InlineData("Mbbl", "kb", "thousand")]
    [InlineData("MBtu", "MMBtu", "thousand")]
    [InlineData("boe", "toe", "5.8 MMBtu")]
    [InlineData("month", "d", "no fixed length")]
    public void A_spelling_with_two_meanings_is_refused_with_the_reason_and_the_choices(string text, string choice, string reason)
    {
        UnitParser.TryParse(text, out _, out UnitProblem? problem).ShouldBeFalse();
        problem!.Kind.ShouldBe(UnitProblemKind.Ambiguous);
        problem.Message.ShouldContain(reason);
        problem.Message.ShouldContain($"'{text}'");
        problem.Accepted.ShouldContain(choice);
        problem.Suggestion.ShouldBeNull();
        problem.Hint.ShouldContain(choice);
    }

    [Theory]
    [InlineData("bcm (20 °C)", "bcm@20C")]
    [InlineData("bcm at 15 °C", "bcm@15C")]
    [InlineData("mcm@0°C", "mcm@0C")]
    [InlineData("m³@20C", "m3@20C")]
    [InlineData("Sm³", "Sm3")]
    [InlineData("Nm³", "Nm3")]
    [InlineData("degC", "°C")]
    [InlineData("℃", "°C")]
    [InlineData("barg", "bar_gauge")]
    [InlineData("bar(a)", "bar_abs")]
    [InlineData("bar (g)", "bar_gauge")]
    [InlineData("psig", "psi_g")]
    [InlineData("TWh (GCV)", "TWh_gross")]
    [InlineData("PJ_LHV", "PJ_net")]
    [InlineData("mmbtu (HHV)", "MMBtu_gross")]
    [InlineData(" kt ", "kt")]
    [InlineData("µm", "um")]
    public void Common_spellings_are_read_as_their_symbol(string text, string symbol)
    {
        UnitParser.TryParse(text, out Unit? unit, out UnitProblem? problem).ShouldBeTrue(problem?.ToString());
        unit!.Symbol.ShouldBe(symbol);
    }

    [Fact]
    public void Every_symbol_and_alias_reads_back_as_its_own_unit()
    {
        foreach (string symbol in UnitTable.Symbols)
        {
            UnitParser.TryParse(symbol, out Unit? unit, out _).ShouldBeTrue(symbol);
            unit!.Symbol.ShouldBe(symbol);
        }

        foreach (Unit row in UnitTable.All)
        {
            foreach (string alias in row.Aliases)
            {
                UnitParser.TryParse(alias, out Unit? unit, out _).ShouldBeTrue(alias);
                unit.ShouldBeSameAs(row, alias);
            }
        }
    }

    [Fact]
    public void Case_matters_because_it_is_a_factor_of_a_thousand_million()
    {
        UnitTable.Get("MW").Factor.ShouldBe(1);
        UnitParser.TryParse("mW", out _, out UnitProblem? problem).ShouldBeFalse();
        problem!.Kind.ShouldBe(UnitProblemKind.Unknown);
        problem.Suggestion.ShouldBe("MW");
    }

    [Theory]
    [InlineData("bmc@20C", "bcm@20C")]
    [InlineData("gwh", "GWh")]
    [InlineData("bar_abz", "bar_abs")]
    public void A_misspelt_unit_gets_the_nearest_suggestion(string text, string near)
    {
        UnitParser.TryParse(text, out _, out UnitProblem? problem).ShouldBeFalse();
        problem!.Kind.ShouldBe(UnitProblemKind.Unknown);
        problem.Suggestion.ShouldBe(near);
        problem.ToString().ShouldEndWith($"Did you mean '{near}'?");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("furlongs per fortnight")]
    public void Anything_else_is_unknown(string? text)
    {
        UnitParser.TryParse(text, out Unit? unit, out UnitProblem? problem).ShouldBeFalse();
        unit.ShouldBeNull();
        problem!.Kind.ShouldBe(UnitProblemKind.Unknown);
    }

    [Fact]
    public void A_very_long_text_is_refused_and_shortened()
    {
        UnitParser.TryParse(new string('x', 1_000_000), out _, out UnitProblem? problem).ShouldBeFalse();
        problem!.Message.Length.ShouldBeLessThan(200);
    }

    [Fact]
    public void A_unit_of_another_dimension_is_refused()
    {
        UnitParser.TryParse("kt", Dimension.Pressure, out Unit? unit, out UnitProblem? problem).ShouldBeFalse();
        unit.ShouldBeNull();
        problem!.Kind.ShouldBe(UnitProblemKind.WrongDimension);
        problem.Message.ShouldBe("'kt' is a unit of mass; a unit of pressure is expected.");
        problem.Accepted.ShouldContain("bar_abs");
    }
}
