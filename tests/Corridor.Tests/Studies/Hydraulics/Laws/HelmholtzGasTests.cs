using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Tests.Studies.Hydraulics.Laws;

/// <summary>AGA8-92DC and GERG-2008 against the worked examples published with NIST's reference implementation (AGA Report No. 8, 2017).</summary>
public class HelmholtzGasTests
{
    // All 21 components, in the order of the equations.
    private static readonly double[] Mixture =
    [
        0.77824, 0.02, 0.06, 0.08, 0.03, 0.0015, 0.003, 0.0005, 0.00165, 0.00215, 0.00088,
        0.00024, 0.00015, 0.00009, 0.004, 0.005, 0.002, 0.0001, 0.0025, 0.007, 0.001,
    ];

    private static readonly double[] NearlyMethane =
    [
        0.9969531, 0.002016, 0.0000937, 0.0007671, 0.0000679, 0.0000197, 0.0000068, 0.0000156, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0.0000601, 0,
    ];

    [Fact]
    public void Aga8_meets_the_worked_example_at_400_K_and_50_MPa()
    {
        HelmholtzGas gas = HelmholtzGas.Aga8(Mixture, 0.02054333051);
        gas.TryDensity(50e6, 400, out double density).ShouldBeTrue();
        density.ShouldBe(12807.92403648801, 1e-8);
        gas.Compressibility(50e6, 400, out double derivative).ShouldBe(1.173801364147326, 1e-13);
        GasState state = gas.State(density, 400);
        state.Pressure.ShouldBe(50e6, 1e-4);
        state.PressureByDensity.ShouldBe(6971.387690924090, 1e-8);
        state.PressureByTemperature.ShouldBe(235664.1493068212, 1e-6);
        state.IsochoricHeatCapacity.ShouldBe(39.12076154430332, 1e-11);
        state.IsobaricHeatCapacity.ShouldBe(58.54617672380667, 1e-11);
        state.SpeedOfSound.ShouldBe(712.6393684057903, 1e-10);
        state.JouleThomson.ShouldBe(7.432969304794577e-8, 1e-19);
        state.IsentropicExponent.ShouldBe(2.672509225184606, 1e-12);

        // ∂Z/∂p = 1/(D·R·T) − Z/(D·∂p/∂D) from the printed figures.
        derivative.ShouldBe((1 / (12807.92403648801 * 8.31451 * 400)) - (1.173801364147326 / (12807.92403648801 * 6971.387690924090)), 1e-19);
    }

    [Fact]
    public void Gerg2008_meets_the_worked_example_at_400_K_and_50_MPa()
    {
        HelmholtzGas gas = HelmholtzGas.Gerg2008(Mixture, 0.0205427445016);
        gas.TryDensity(50e6, 400, out double density).ShouldBeTrue();
        density.ShouldBe(12798.28626082062, 1e-8);
        gas.Compressibility(50e6, 400, out _).ShouldBe(1.174690666383717, 1e-13);
        GasState state = gas.State(density, 400);
        state.Pressure.ShouldBe(50e6, 1e-4);
        state.PressureByDensity.ShouldBe(7000.694030193327, 1e-8);
        state.PressureByTemperature.ShouldBe(235983.2292593096, 1e-6);
        state.IsochoricHeatCapacity.ShouldBe(39.02948218156372, 1e-10);
        state.IsobaricHeatCapacity.ShouldBe(58.45522051000366, 1e-10);
        state.SpeedOfSound.ShouldBe(714.4248840596024, 1e-9);
        state.JouleThomson.ShouldBe(7.155629581480913e-8, 1e-18);
        state.IsentropicExponent.ShouldBe(2.683820255058032, 1e-11);
    }

    [Theory]
    [InlineData(165.933, 1, 1.1792e6, 26.4849, 41.4919, 309.7709)]
    [InlineData(169.184, 2, 2.0506e6, 29.6179, 58.7910, 286.8690)]
    [InlineData(176.240, 3, 2.8088e6, 32.1960, 84.3401, 275.0685)]
    [InlineData(181.681, 4, 3.4227e6, 34.3978, 126.2070, 266.3933)]
    public void Aga8_meets_published_states_near_the_critical_point(
        double temperature, double density, double pressure, double isochoric, double isobaric, double sound)
    {
        // Molar masses of the report.
        double molarMass = ((0.9969531 * 16.043) + (0.002016 * 28.0135) + (0.0000937 * 44.01) + (0.0007671 * 30.07) + (0.0000679 * 44.097)
            + (0.0000265 * 58.123) + (0.0000156 * 72.15) + (0.0000601 * 4.0026)) * 1e-3;
        GasState state = HelmholtzGas.Aga8(NearlyMethane, molarMass).State(density * 1000, temperature);
        state.Pressure.ShouldBe(pressure, 100);
        state.IsochoricHeatCapacity.ShouldBe(isochoric, 1e-4);
        state.IsobaricHeatCapacity.ShouldBe(isobaric, 1e-4);
        state.SpeedOfSound.ShouldBe(sound, 1e-4);
    }

    [Fact]
    public void The_two_equations_agree_on_pipeline_gas()
    {
        // Both claim 0.1 % for lean natural gases from 270 to 330 K up to 12 MPa.
        double[] lean = [0.94, 0.01, 0.01, 0.03, 0.01, .. new double[16]];
        HelmholtzGas aga = HelmholtzGas.Aga8(lean, 0.017);
        HelmholtzGas gerg = HelmholtzGas.Gerg2008(lean, 0.017);
        for (double temperature = 290; temperature <= 330; temperature += 10)
        {
            for (double pressure = 1e5; pressure <= 10e6; pressure += 3e5)
            {
                double z = gerg.Compressibility(pressure, temperature, out _);
                aga.Compressibility(pressure, temperature, out _).ShouldBe(z, 1e-3 * z);
            }
        }
    }

    [Fact]
    public void Every_component_alone_is_a_gas_whose_density_is_found()
    {
        for (int component = 0; component < 21; component++)
        {
            double[] pure = new double[21];
            pure[component] = 1;
            foreach (HelmholtzGas gas in new[] { HelmholtzGas.Aga8(pure, 0.02), HelmholtzGas.Gerg2008(pure, 0.02) })
            {
                // 500 Pa at 290 K: below the vapour pressure of all but the heaviest.
                double pressure = component is >= 12 and <= 13 ? 50 : 500;
                gas.TryDensity(pressure, 290, out double density).ShouldBeTrue();
                gas.State(density, 290).Pressure.ShouldBe(pressure, 1e-11 * pressure);
                gas.Compressibility(pressure, 290, out _).ShouldBe(1, 3e-3);
            }
        }
    }

    [Fact]
    public void Where_there_is_no_gas_the_answer_says_so()
    {
        // Propane at 290 K and 20 bar is liquid; its gas ends near 7.7 bar.
        double[] propane = new double[21];
        propane[4] = 1;
        HelmholtzGas gas = HelmholtzGas.Gerg2008(propane, 0.0441);
        gas.TryDensity(6e5, 290, out _).ShouldBeTrue();
        gas.TryDensity(2e7, 290, out _).ShouldBeFalse();
        double.IsNaN(gas.Compressibility(2e7, 290, out _)).ShouldBeTrue();
    }

    [Fact]
    public void A_composition_must_have_21_fractions()
    {
        Should.Throw<ArgumentException>(() => HelmholtzGas.Aga8([1.0], 0.016));
        Should.Throw<ArgumentException>(() => HelmholtzGas.Gerg2008(new double[21], 0.016));
        Should.Throw<ArgumentException>(() => HelmholtzGas.Gerg2008([1, -0.1, .. new double[19]], 0.016));
    }
}
