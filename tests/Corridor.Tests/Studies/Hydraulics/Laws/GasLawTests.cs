using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Tests.Studies.Hydraulics.Laws;

/// <summary>What every equation of state must hold, and the simple ones by hand.</summary>
public class GasLawTests
{
    private const double Temperature = 283.15;

    public static TheoryData<EquationOfStateKind> Kinds => [.. Enum.GetValues<EquationOfStateKind>().Where(Exists)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Density_is_the_derivative_of_the_potential(EquationOfStateKind kind)
    {
        IGasLaw law = Law(kind);
        foreach (double pressure in new[] { 1e3, 1e5, 1e6, 5e6, 1e7, 1.5e7 })
        {
            double h = 1e-4 * pressure;
            double left = law.Potential(pressure - h, Temperature, out _);
            double right = law.Potential(pressure + h, Temperature, out _);
            law.Potential(pressure, Temperature, out double density);
            ((right - left) / (2 * h)).ShouldBe(density, 2e-8 * density);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_potential_is_the_integral_of_the_density(EquationOfStateKind kind)
    {
        // Simpson's rule on a fine grid, independent of how the law integrates.
        IGasLaw law = Law(kind);
        const double pressure = 8e6;
        const int steps = 400;
        double sum = 0;
        for (int i = 0; i <= steps; i++)
        {
            law.Potential(Math.Max(pressure * i / steps, 1e-3), Temperature, out double density);
            sum += density * (i is 0 or steps ? 1 : i % 2 == 1 ? 4 : 2);
        }

        double integral = sum * pressure / steps / 3;
        law.Potential(pressure, Temperature, out _).ShouldBe(integral, 1e-9 * integral);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Density_and_compressibility_say_the_same_and_the_derivative_is_right(EquationOfStateKind kind)
    {
        IGasLaw law = Law(kind);
        foreach (double pressure in new[] { 1e3, 2e5, 3e6, 8e6, 1.4e7 })
        {
            double z = law.Compressibility(pressure, Temperature, out double derivative);
            law.Potential(pressure, Temperature, out double density);
            density.ShouldBe(pressure * law.MolarMass / (z * GasLaws.GasConstant * Temperature), 1e-10 * density);
            double h = 1e-3 * pressure;
            double difference = (law.Compressibility(pressure + h, Temperature, out _) - law.Compressibility(pressure - h, Temperature, out _)) / (2 * h);
            (derivative * pressure).ShouldBe(difference * pressure, 2e-7);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_potential_grows_and_is_inverted(EquationOfStateKind kind)
    {
        IGasLaw law = Law(kind);
        double last = 0;
        for (double pressure = 1; pressure < 2e7; pressure *= 1.7)
        {
            double potential = law.Potential(pressure, Temperature, out double density);
            potential.ShouldBeGreaterThan(last);
            density.ShouldBeGreaterThan(0);
            law.PressureOfPotential(potential, Temperature).ShouldBe(pressure, 1e-12 * pressure);
            last = potential;
        }

        law.PressureOfPotential(0, Temperature).ShouldBe(0);
        law.PressureOfPotential(-1, Temperature).ShouldBe(double.NaN);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Compressibility_reaches_one_at_vanishing_pressure(EquationOfStateKind kind)
    {
        double z = Law(kind).Compressibility(1e-3, Temperature, out _);
        if (kind is EquationOfStateKind.SimpleCnga or EquationOfStateKind.FullCnga)
        {
            // Its atmospheric term keeps it below.
            z.ShouldBe(1 / 1.0027, 5e-4);
        }
        else
        {
            z.ShouldBe(1, 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Calls_allocate_nothing(EquationOfStateKind kind)
    {
        IGasLaw law = Law(kind);
        double sum = 0;
        for (int round = 0; round < 2; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            sum += law.Compressibility(5e6, Temperature, out _);
            sum += law.PressureOfPotential(law.Potential(5e6, Temperature, out _), Temperature);
            if (round == 1)
            {
                (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
            }
        }

        sum.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Californian_densities_are_those_of_the_published_solutions()
    {
        // Nodes 1 and 7 of GasSteadySim's network of eight nodes (G = 0.6, 288.706 K).
        double molarMass = CaliforniaGas.MolarMassOf(0.6);
        Density(CaliforniaGas.Simple(molarMass), 3.447378645e6).ShouldBe(27.58482920529603, 1e-12);
        Density(CaliforniaGas.Simple(molarMass), 4.773792480820602e6).ShouldBe(39.55907003283387, 1e-12);
        Density(CaliforniaGas.Full(molarMass, 0.6), 3.447378645e6).ShouldBe(27.089563543580446, 1e-12);
        static double Density(IGasLaw law, double pressure)
        {
            law.Potential(pressure, 288.706, out double density);
            return density;
        }
    }

    [Fact]
    public void Papay_by_hand()
    {
        // p_r = 1, T_r = 1.5: 1 − 3.52·e^−3.39 + 0.274·e^−2.817.
        new PapayGas(0.018, 4.6e6, 190).Compressibility(4.6e6, 285, out _)
            .ShouldBe(1 - (3.52 * Math.Exp(-3.39)) + (0.274 * Math.Exp(-2.817)), 1e-15);
    }

    [Fact]
    public void A_linear_law_ends_where_its_compressibility_does()
    {
        LinearGas law = new(0.018, 1.0, -0.0022e-5);
        law.Compressibility(1e7, Temperature, out double slope).ShouldBe(0.78, 1e-12);
        slope.ShouldBe(-2.2e-8);
        double.IsNaN(law.Compressibility(4.6e7, Temperature, out _)).ShouldBeTrue();
        double.IsNaN(law.Potential(4.6e7, Temperature, out _)).ShouldBeTrue();

        // Series and logarithm meet: x = ±1/8.
        foreach (double at in new[] { 0.125 / 2.2e-8 })
        {
            double before = law.Potential(at * (1 - 1e-12), Temperature, out double density);
            double after = law.Potential(at * (1 + 1e-12), Temperature, out _);
            (after - before).ShouldBe(2e-12 * at * density, 1e-13 * after);
        }
    }

    [Theory]
    [InlineData(EquationOfStateKind.Linear, "compressibility")]
    [InlineData(EquationOfStateKind.Papay, "pseudocritical pressure")]
    public void What_a_gas_does_not_state_is_named(EquationOfStateKind kind, string figure)
    {
        GasLaws.For(kind, new GasQuality { Name = "bare", MolarMass = 0.018 }, out string? missing).ShouldBeNull();
        missing.ShouldBe(figure);
    }

    private static bool Exists(EquationOfStateKind kind) => GasLaws.For(kind, Gas, out _) is not null;

    private static IGasLaw Law(EquationOfStateKind kind)
    {
        IGasLaw? law = GasLaws.For(kind, Gas, out string? missing);
        missing.ShouldBeNull();
        return law!;
    }

    private static GasQuality Gas { get; } = new()
    {
        Name = "test gas",
        MolarMass = 0.0174,
        SpecificGravity = 0.6,
        PseudocriticalPressure = 4.6e6,
        PseudocriticalTemperature = 195,
        Compressibility = new LinearCompressibility(1.0, -0.0022e-5),
        Composition = [0.93, 0.02, 0.01, 0.03, 0.01, .. new double[16]],
    };
}
