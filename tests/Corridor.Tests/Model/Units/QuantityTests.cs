using Corridor.Model.Units;

namespace Corridor.Tests.Model.Units;

public class QuantityTests
{
    private const double Relative = 1e-12;

    [Fact]
    public void Fifty_billion_cubic_metres_at_20_degrees_are_46_6_at_0()
    {
        GasVolume volume = GasVolume.FromBillionCubicMetres(50, ReferenceConditions.At20C);
        Math.Round(volume.InBillionCubicMetres(ReferenceConditions.At0C), 1).ShouldBe(46.6);
        Math.Round(volume.InBillionCubicMetres(ReferenceConditions.At15C), 1).ShouldBe(49.1);
        volume.InMillionCubicMetres(ReferenceConditions.At20C).ShouldBe(50_000);
    }

    [Theory]
    [InlineData(ReferenceConditions.At0C, "mcm@0C")]
    [InlineData(ReferenceConditions.At15C, "mcm@15C")]
    [InlineData(ReferenceConditions.At20C, "mcm@20C")]
    public void Reference_conditions_and_the_unit_table_agree(ReferenceConditions reference, string symbol)
    {
        Unit unit = UnitTable.Get(symbol);
        unit.Reference.ShouldBe(reference);
        GasVolume.From(3, unit).ShouldBe(GasVolume.FromMillionCubicMetres(3, reference));
    }

    [Fact]
    public void Undefined_reference_conditions_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => GasVolume.FromMillionCubicMetres(1, (ReferenceConditions)25));
    }

    [Fact]
    public void The_same_energy_at_every_reference_temperature()
    {
        HeatingValue at20 = HeatingValue.FromMegajoulesPerCubicMetre(37.3, ReferenceConditions.At20C, HeatingBasis.Gross);
        HeatingValue at0 = HeatingValue.FromMegajoulesPerCubicMetre(at20.InMegajoulesPerCubicMetre(ReferenceConditions.At0C), ReferenceConditions.At0C, HeatingBasis.Gross);
        at0.Value.ShouldBe(40.031, 0.001);
        GasVolume volume = GasVolume.FromBillionCubicMetres(38, ReferenceConditions.At20C);
        volume.EnergyAt(at20).InTerawattHours().ShouldBe(393.7222222, 1e-6);
        volume.EnergyAt(at0).InTerawattHours().ShouldBe(volume.EnergyAt(at20).InTerawattHours(), 1e-9);
    }

    [Fact]
    public void Gauge_and_absolute_pressure_are_one_atmosphere_apart()
    {
        Pressure.FromBarGauge(97).InBarAbsolute().ShouldBe(98.01325, 1e-12);
        Pressure.FromMegapascalsGauge(9.8).InBarGauge().ShouldBe(98, 1e-9);
        Pressure.FromBarAbsolute(1.01325).InBarGauge().ShouldBe(0, 1e-12);
        (Pressure.FromBarAbsolute(100) / Pressure.FromBarAbsolute(80)).ShouldBe(1.25, Relative);
        Pressure.FromBarGauge(10).BarAbove(Pressure.FromBarGauge(4)).ShouldBe(6, 1e-12);
    }

    [Fact]
    public void Energies_convert()
    {
        Energy.FromTerawattHours(1).InPetajoules().ShouldBe(3.6, Relative);
        Energy.FromTonnesOfOilEquivalent(1).InMegawattHours().ShouldBe(11.63, Relative);
        Energy.FromTonnesOfCoalEquivalent(1).InGigajoules().ShouldBe(29.3076, 1e-10);
        Energy.FromMillionBtu(1).InGigajoules().ShouldBe(1.05505585262, Relative);
    }

    [Fact]
    public void Power_and_energy_meet_over_time()
    {
        (Power.FromMegawatts(500) * Duration.FromDays(1)).InGigawattHours().ShouldBe(12, Relative);
        (Energy.FromGigawattHours(12) / Duration.FromDays(1)).InMegawatts().ShouldBe(500, 1e-9);
        Duration.FromYears(1).InDays().ShouldBe(365);
    }

    [Fact]
    public void Quantities_of_one_kind_add_scale_and_compare()
    {
        Length total = Length.FromKilometres(2) + (2 * Length.FromMetres(250)) - Length.FromMetres(500);
        total.InKilometres().ShouldBe(2, Relative);
        (Length.FromInches(56).InMillimetres()).ShouldBe(1422.4, 1e-9);
        (Length.FromMillimetres(1420) < Length.FromMetres(1.5)).ShouldBeTrue();
        (Mass.FromMillionTonnes(1) / Mass.FromTonnes(4)).ShouldBe(250_000, 1e-6);
        (-Mass.FromKilotonnes(1)).CompareTo(default).ShouldBeLessThan(0);
        Mass.FromKilotonnes(1).EnergyAt(HeatingValue.FromMegajoulesPerKilogram(36, HeatingBasis.Net)).InGigawattHours().ShouldBe(10, Relative);
    }

    [Fact]
    public void Temperatures_have_an_offset()
    {
        Temperature.FromCelsius(-40).ShouldBe(Temperature.FromKelvin(273.15 - 40));
        Temperature.From(-40, UnitTable.Get("°F")).InCelsius().ShouldBe(-40, 1e-9);
        Temperature.FromCelsius(20).KelvinAbove(Temperature.FromCelsius(15)).ShouldBe(5, 1e-9);
    }

    [Fact]
    public void A_unit_of_another_dimension_is_a_programming_error()
    {
        Should.Throw<ArgumentException>(() => Pressure.From(1, UnitTable.Get("kt")));
        Should.Throw<ArgumentException>(() => Energy.FromGigawattHours(1).In(UnitTable.Get("MW")));
        Should.Throw<ArgumentException>(() => Mass.FromTonnes(1).EnergyAt(HeatingValue.FromMegajoulesPerCubicMetre(37, ReferenceConditions.At20C, HeatingBasis.Gross)));
        Should.Throw<InvalidOperationException>(() => HeatingValue.FromMegajoulesPerKilogram(50, HeatingBasis.Net).InMegajoulesPerCubicMetre(ReferenceConditions.At0C));
    }

    [Fact]
    public void Text_is_invariant_and_names_the_unit()
    {
        Pressure.FromBarAbsolute(98.5).ToString().ShouldBe("98.5 bar_abs");
        GasVolume.FromMillionCubicMetres(1.5, ReferenceConditions.At20C).ToString().ShouldBe("1.5 mcm@20C");
        HeatingValue.FromMegajoulesPerCubicMetre(37.3, ReferenceConditions.At20C, HeatingBasis.Gross).ToString().ShouldBe("37.3 MJ/m3@20C gross");
    }

    [Theory]
    [InlineData("gross", HeatingBasis.Gross)]
    [InlineData("HHV", HeatingBasis.Gross)]
    [InlineData("NCV", HeatingBasis.Net)]
    public void A_heating_value_is_read_with_its_kind(string word, HeatingBasis basis)
    {
        HeatingValue.TryParse(37.3, "MJ/m3@20C", word, out HeatingValue? value, out _).ShouldBeTrue();
        value!.Basis.ShouldBe(basis);
        value.Value.ShouldBe(37.3);
    }

    [Theory]
    [InlineData(37.3, "MJ/m3@20C", "", UnitProblemKind.Ambiguous)]
    [InlineData(37.3, "MJ/m3@20C", null, UnitProblemKind.Ambiguous)]
    [InlineData(37.3, "MJ/m3@20C", "big", UnitProblemKind.Unknown)]
    [InlineData(37.3, "MJ/m3", "gross", UnitProblemKind.Ambiguous)]
    [InlineData(0, "MJ/kg", "gross", UnitProblemKind.Unknown)]
    [InlineData(double.NaN, "MJ/kg", "gross", UnitProblemKind.Unknown)]
    public void A_heating_value_without_gross_or_net_is_refused(double value, string unit, string? basis, UnitProblemKind kind)
    {
        HeatingValue.TryParse(value, unit, basis, out HeatingValue? parsed, out UnitProblem? problem).ShouldBeFalse();
        parsed.ShouldBeNull();
        problem!.Kind.ShouldBe(kind);
    }

    [Fact]
    public void A_heating_value_cannot_be_made_without_its_kind()
    {
        Should.Throw<ArgumentException>(() => HeatingValue.FromMegajoulesPerKilogram(42, HeatingBasis.Unstated));
    }
}
