using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Tests.Studies.Hydraulics.Laws;

/// <summary>Compositions, mixtures and properties.</summary>
public class GasMixingTests
{
    private static readonly double[] Methane = [1, .. new double[20]];
    private static readonly double[] Hydrogen = [.. new double[14], 1, .. new double[6]];

    [Fact]
    public void Methane_and_hydrogen_have_their_known_values()
    {
        // DIN EN ISO 6976 at 25 °C/0 °C: methane 0.7175 kg/m³, 39.83 MJ/m³, 0.5549, W 14.85 kWh/m³; hydrogen 12.75 MJ/m³ (3.54 kWh/m³).
        Iso6976.Density(Methane).ShouldBe(0.7175, 1e-4);
        Iso6976.CalorificValue(Methane).ShouldBe(39.83e6, 5e3);
        Iso6976.RelativeDensity(Methane).ShouldBe(0.5549, 5e-5);
        (Iso6976.WobbeIndex(Methane) / 3.6e6).ShouldBe(14.85, 5e-3);
        Iso6976.CalorificValue(Hydrogen).ShouldBe(12.75e6, 5e3);

        // Molar values of table 3 and Z of table 2: at 15 °C/15 °C 891.51 kJ/mol and 1 − 0.04452².
        Iso6976.MolarCalorificValue(Methane, 288.15).ShouldBe(891_510, 1e-6);
        Iso6976.CompressionFactor(Methane, 288.15).ShouldBe(1 - (0.04452 * 0.04452), 1e-15);
        Should.Throw<ArgumentOutOfRangeException>(() => Iso6976.CalorificValue(Methane, 300, 273.15));
        Should.Throw<ArgumentOutOfRangeException>(() => Iso6976.CalorificValue(Methane, 298.15, 298.15));
    }

    [Fact]
    public void Compression_factors_agree_with_GERG_2008_at_norm_conditions()
    {
        double[] gas = [0.90, 0.02, 0.01, 0.05, 0.02, .. new double[16]];
        double z = HelmholtzGas.Gerg2008(gas, 0.0178).Compressibility(101_325, 273.15, out _);
        Iso6976.CompressionFactor(gas, 273.15).ShouldBe(z, 2e-4);
    }

    [Fact]
    public void Inferior_calorific_values_are_those_of_the_tables()
    {
        // Methane 802.56 kJ/mol, hydrogen 241.81 kJ/mol at 25 °C.
        GasProperties.InferiorCalorificValue(GasMixing.FromComposition("methane", Methane))!.Value.ShouldBe(802_560 / 0.01604246, 500);
        GasProperties.InferiorCalorificValue(GasMixing.FromComposition("hydrogen", Hydrogen))!.Value.ShouldBe(241_817 / 0.00201588, 200);
        GasProperties.InferiorCalorificValue(new GasQuality { Name = "g", MolarMass = 0.016, CalorificValue = 40e6, NormDensity = 0.8 }).ShouldBe(0.901 * 50e6);
        GasProperties.InferiorCalorificValue(new GasQuality { Name = "g", MolarMass = 0.016 }).ShouldBeNull();
    }

    [Fact]
    public void A_hydrogen_blend_mixes_by_moles()
    {
        GasQuality methane = GasMixing.FromComposition("methane", Methane);
        GasQuality hydrogen = GasMixing.FromComposition("hydrogen", Hydrogen);

        // 80 mol of methane and 20 mol of hydrogen.
        GasQuality blend = GasMixing.Mix("blend", [methane, hydrogen], [80 * methane.MolarMass, 20 * hydrogen.MolarMass]);
        blend.MolarMass.ShouldBe((0.8 * methane.MolarMass) + (0.2 * hydrogen.MolarMass), 1e-15);
        blend.Composition![0].ShouldBe(0.8, 1e-14);
        blend.Composition[14].ShouldBe(0.2, 1e-14);
        blend.PseudocriticalTemperature!.Value.ShouldBe((0.8 * 190.564) + (0.2 * 33.19), 1e-10);

        // Norm volumes are added; that the volume shrinks a little on mixing is left out.
        blend.CalorificValue!.Value.ShouldBe(Iso6976.CalorificValue(blend.Composition), 1e-3 * 34e6);
        blend.NormDensity!.Value.ShouldBe(Iso6976.Density(blend.Composition), 1e-3);

        // Energy is kept: mass flow times calorific value per mass.
        double energy = (80 * methane.MolarMass / methane.NormDensity!.Value * methane.CalorificValue!.Value)
            + (20 * hydrogen.MolarMass / hydrogen.NormDensity!.Value * hydrogen.CalorificValue!.Value);
        double mass = (80 * methane.MolarMass) + (20 * hydrogen.MolarMass);
        (mass / blend.NormDensity!.Value * blend.CalorificValue!.Value).ShouldBe(energy, 1e-9 * energy);
    }

    [Fact]
    public void Mixing_is_the_same_in_any_grouping()
    {
        GasQuality a = Stated("a", 0.0165, 38e6, 1.1e-5, 1.30, -2e-8);
        GasQuality b = Stated("b", 0.0180, 41e6, 1.2e-5, 1.28, -3e-8);
        GasQuality c = Stated("c", 0.0020, 12e6, 0.9e-5, 1.41, 1e-9);
        GasQuality once = GasMixing.Mix("m", [a, b, c], [3, 2, 0.5]);
        GasQuality twice = GasMixing.Mix("m", [GasMixing.Mix("ab", [a, b], [3, 2]), c], [5, 0.5]);
        twice.MolarMass.ShouldBe(once.MolarMass, 1e-15);
        twice.CalorificValue!.Value.ShouldBe(once.CalorificValue!.Value, 1e-6);
        twice.NormDensity!.Value.ShouldBe(once.NormDensity!.Value, 1e-13);
        twice.IsentropicExponent!.Value.ShouldBe(once.IsentropicExponent!.Value, 1e-13);
        twice.MolarHeatCapacity[1].ShouldBe(once.MolarHeatCapacity[1], 1e-13);
        twice.Compressibility!.Slope.ShouldBe(once.Compressibility!.Slope, 1e-21);
        once.DynamicViscosity!.Value.ShouldBeInRange(0.9e-5, 1.2e-5);
        once.Composition.ShouldBeNull();
    }

    [Fact]
    public void Streams_of_one_gas_stay_that_gas()
    {
        GasQuality a = Stated("a", 0.0165, 38e6, 1.1e-5, 1.30, -2e-8);
        GasQuality b = Stated("b", 0.0180, 41e6, 1.2e-5, 1.28, -3e-8);
        GasMixing.Mix("m", [a, a], [1, 2]).ShouldBeSameAs(a);
        GasMixing.Mix("m", [a, b], [0, 2]).ShouldBeSameAs(b);
        GasMixing.Mix("m", [a, b], [0, 0]).ShouldBeSameAs(a);
        GasMixing.Mix("m", [a, b with { CalorificValue = null }], [1, 1]).CalorificValue.ShouldBeNull();
        Should.Throw<ArgumentException>(() => GasMixing.Mix("m", [a, b], [1, -1]));
        Should.Throw<ArgumentException>(() => GasMixing.Mix("m", [a, b], [1]));
        Should.Throw<ArgumentException>(() => GasMixing.FromComposition("m", new double[21]));
    }

    [Fact]
    public void Heat_capacity_and_isentropic_exponent_of_methane()
    {
        // NIST: c_p° of methane at 298.15 K 35.69 J/(mol·K); κ 1.304.
        GasQuality methane = GasMixing.FromComposition("methane", Methane);
        GasProperties.MolarHeatCapacity(methane, 298.15)!.Value.ShouldBe(35.69, 0.02);
        GasProperties.IsentropicExponent(methane, 298.15).ShouldBe(1.304, 1e-3);
        GasProperties.MolarHeatCapacity(methane with { MolarHeatCapacity = [30, 0.01, 1e-5] }, 300)!.Value.ShouldBe(33.9, 1e-12);
        GasProperties.IsentropicExponent(new GasQuality { Name = "g", MolarMass = 0.016 }, 300).ShouldBe(1.296);
        GasProperties.IsentropicExponent(methane with { IsentropicExponent = 1.2 }, 300).ShouldBe(1.2);
    }

    [Fact]
    public void Viscosity_of_methane_is_within_the_reach_of_the_correlation()
    {
        // NIST: 11.07 µPa·s at 300 K and 1 bar (ρ = 0.643), 13.9 at 300 K and 10 MPa (ρ = 75.9).
        GasProperties.Viscosity(0.016043, 300, 0.643).ShouldBe(11.07e-6, 0.5e-6);
        GasProperties.Viscosity(0.016043, 300, 75.9).ShouldBe(13.9e-6, 0.9e-6);
        GasProperties.Viscosity(Stated("a", 0.0165, 38e6, 1.1e-5, 1.30, -2e-8), 300, 50).ShouldBe(1.1e-5);
    }

    [Fact]
    public void Joule_Thomson_and_sound_of_a_law_are_near_those_of_the_full_equation()
    {
        HelmholtzGas gas = HelmholtzGas.Gerg2008(Methane, 0.01604246);
        gas.TryDensity(6e6, 290, out double density).ShouldBeTrue();
        GasState state = gas.State(density, 290);

        // R·T²/(p·c_p)·∂Z/∂T with the true heat capacity is exact.
        GasProperties.JouleThomson(gas, state.IsobaricHeatCapacity * GasLaws.GasConstant / 8.314472, 6e6, 290).ShouldBe(state.JouleThomson, 1e-5 * state.JouleThomson);
        GasProperties.SpeedOfSound(gas, state.IsobaricHeatCapacity / state.IsochoricHeatCapacity, 6e6, 290).ShouldBe(state.SpeedOfSound, 1e-5 * state.SpeedOfSound);
        GasProperties.JouleThomson(new IdealGas(0.016), 36, 6e6, 290).ShouldBe(0);
        GasProperties.SpeedOfSound(new IdealGas(0.016), 1.3, 6e6, 290).ShouldBe(Math.Sqrt(1.3 * GasLaws.GasConstant * 290 / 0.016), 1e-10);
        GasProperties.ErosionalVelocity(64).ShouldBe(15.25);
    }

    private static GasQuality Stated(string name, double molarMass, double heat, double viscosity, double exponent, double slope) => new()
    {
        Name = name,
        MolarMass = molarMass,
        CalorificValue = heat,
        NormDensity = molarMass / 0.0224,
        DynamicViscosity = viscosity,
        IsentropicExponent = exponent,
        MolarHeatCapacity = [30 + molarMass, 0.01 * molarMass],
        PseudocriticalPressure = 4.5e6,
        PseudocriticalTemperature = 190,
        Compressibility = new LinearCompressibility(1, slope),
    };
}
