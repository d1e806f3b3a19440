using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Tests.Studies.Hydraulics.Laws;

/// <summary>Tables of gas laws against the laws themselves.</summary>
public class TabulatedGasLawTests
{
    private static readonly GasQuality Gas = new()
    {
        Name = "test gas",
        MolarMass = 0.0174,
        PseudocriticalPressure = 4.6e6,
        PseudocriticalTemperature = 195,
        Compressibility = new LinearCompressibility(1.0, -0.0022e-5),
        Composition = [0.90, 0.02, 0.01, 0.04, 0.02, .. new double[9], 0.01, .. new double[6]],
    };

    [Theory]
    [InlineData(EquationOfStateKind.Ideal, 1)]
    [InlineData(EquationOfStateKind.SimpleCnga, 1)]
    [InlineData(EquationOfStateKind.FullCnga, 1)]
    [InlineData(EquationOfStateKind.Linear, 8)]
    [InlineData(EquationOfStateKind.Papay, 16)]
    [InlineData(EquationOfStateKind.Aga8, 32)]
    [InlineData(EquationOfStateKind.Gerg2008, 32)]
    public void Tables_are_within_1e_10_of_the_law_everywhere(EquationOfStateKind kind, int piecesMax)
    {
        IGasLaw law = GasLaws.For(kind, Gas, out _)!;
        foreach (double temperature in new[] { 273.15, 283.15, 310.0 })
        {
            TabulatedGasLaw table = TabulatedGasLaw.Build(law, temperature, 15e6)!;
            table.PieceCount.ShouldBeLessThanOrEqualTo(piecesMax);
            for (int i = 1; i <= 499; i++)
            {
                double pressure = 15e6 * i / 499;
                double z = law.Compressibility(pressure, temperature, out double slope);
                table.Compressibility(pressure, temperature, out double tableSlope).ShouldBe(z, 1e-10 * z);
                tableSlope.ShouldBe(slope, 1e-7 * (Math.Abs(slope) + 1e-9));
                double potential = law.Potential(pressure, temperature, out double density);
                table.Potential(pressure, out double tableDensity).ShouldBe(potential, 1e-10 * potential);
                tableDensity.ShouldBe(density, 1e-10 * density);
                table.Density(pressure, out double densitySlope).ShouldBe(density, 1e-10 * density);
                double h = 1e-4 * pressure;
                ((table.Density(pressure + (i == 499 ? 0 : h), out _) - table.Density(pressure - h, out _)) / (i == 499 ? h : 2 * h))
                    .ShouldBe(densitySlope, 2e-4 * densitySlope);
            }
        }
    }

    [Fact]
    public void Vanishing_pressures_keep_their_relative_accuracy()
    {
        TabulatedGasLaw table = TabulatedGasLaw.Build(GasLaws.For(EquationOfStateKind.Papay, Gas, out _)!, 283.15, 12e6)!;
        IGasLaw law = table;
        double ideal = new IdealGas(0.0174).Potential(1, 283.15, out double density);
        table.Potential(1, out double tableDensity).ShouldBe(ideal, 1e-7 * ideal);
        tableDensity.ShouldBe(density, 1e-7 * density);
        table.Potential(0, out tableDensity).ShouldBe(0);
        tableDensity.ShouldBe(0);
        foreach (double pressure in new[] { 1e-3, 1, 1e5, 7e6, 12e6 })
        {
            law.PressureOfPotential(table.Potential(pressure, out _), 283.15).ShouldBe(pressure, 1e-11 * pressure);
        }
    }

    [Fact]
    public void Beyond_the_table_the_law_itself_answers()
    {
        IGasLaw law = GasLaws.For(EquationOfStateKind.Papay, Gas, out _)!;
        TabulatedGasLaw table = TabulatedGasLaw.Build(law, 283.15, 8e6)!;
        table.Compressibility(9e6, 283.15, out _).ShouldBe(law.Compressibility(9e6, 283.15, out _));
        table.Compressibility(5e6, 290, out _).ShouldBe(law.Compressibility(5e6, 290, out _));
        table.Potential(9e6, 283.15, out _).ShouldBe(law.Potential(9e6, 283.15, out _));
    }

    [Fact]
    public void A_law_without_gas_in_the_range_gives_no_table()
    {
        double[] propane = [0, 0, 0, 0, 1, .. new double[16]];
        TabulatedGasLaw.Build(HelmholtzGas.Gerg2008(propane, 0.0441), 290, 20e6).ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => TabulatedGasLaw.Build(new IdealGas(0.016), 290, 0));
    }

    [Fact]
    public void Calls_allocate_nothing()
    {
        TabulatedGasLaw table = TabulatedGasLaw.Build(GasLaws.For(EquationOfStateKind.Papay, Gas, out _)!, 283.15, 8e6)!;
        double sum = table.Potential(5e6, out _) + table.Density(5e6, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        sum += table.Potential(6e6, out _) + table.Density(6e6, out _) + table.Compressibility(6e6, 283.15, out _);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        sum.ShouldBeGreaterThan(0);
    }
}
