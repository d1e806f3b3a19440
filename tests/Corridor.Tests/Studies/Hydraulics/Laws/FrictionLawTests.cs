using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Studies.Hydraulics.Laws;

/// <summary>Friction laws: published values, the equations they solve, and derivatives by differences.</summary>
public class FrictionLawTests
{
    [Fact]
    public void Nikuradse_with_the_laminar_term_is_what_the_printed_formula_gives()
    {
        // D = 89 mm, k = 0.2 mm: 2·lg(445) + 1.14 = 6.436720…
        IFrictionLaw law = FrictionLaws.For(FrictionKind.Nikuradse)!;
        double root = (2 * Math.Log10(445)) + 1.14;
        law.Factor(2_238_445, 0.2 / 89, out double derivative).ShouldBe((64 / 2_238_445.0) + (1 / (root * root)), 1e-15);
        derivative.ShouldBe(-64 / (2_238_445.0 * 2_238_445.0), 1e-25);
    }

    [Fact]
    public void Stanet_pressures_of_one_pipe_follow_from_Nikuradse_and_Colebrook()
    {
        // One pipe of the reference networks of pandapipes (BSD-3): 8.95 km of 89 mm, k = 0.2 mm, 1.86667 kg/s of an ideal gas of
        // 0.84 kg/m³ and 1.193e-5 Pa·s at 278.15 K, 100 bar gauge at its beginning; STANET prints 85.6834 and 85.6466 bar.
        OnePipe(FrictionKind.Nikuradse).ShouldBe(85.6834, 5e-5);
        OnePipe(FrictionKind.Colebrook).ShouldBe(85.6466, 5e-4);
    }

    [Fact]
    public void Rough_flow_alone_does_not_depend_on_the_Reynolds_number()
    {
        double slow = NikuradseFriction.Rough.Factor(1, 1e-4, out double derivative);
        slow.ShouldBe(NikuradseFriction.Rough.Factor(1e9, 1e-4, out _));
        derivative.ShouldBe(0.0);
        slow.ShouldBe(Math.Pow(8 + 1.138, -2), 1e-15);
        FrictionLaws.For(FrictionKind.Pkr)!.Factor(1e6, 1e-4, out _).ShouldBe(Math.Pow(9.14, -2), 1e-15);
    }

    [Fact]
    public void Colebrook_solves_its_equation_to_the_last_digits()
    {
        IFrictionLaw law = FrictionLaws.For(FrictionKind.Colebrook)!;
        Prop.ForAll(Arguments(3000, 1e9), sample =>
        {
            (double re, double k) = sample;
            double root = 1 / Math.Sqrt(law.Factor(re, k, out _));
            return Math.Abs(root + (2 * Math.Log10((2.51 * root / re) + (k / 3.71)))) <= 4e-15 * root;
        }).Check(Checks);
    }

    [Fact]
    public void Hofer_stays_within_one_percent_of_Colebrook_in_transport_pipes()
    {
        IFrictionLaw exact = FrictionLaws.For(FrictionKind.Colebrook)!;
        IFrictionLaw law = FrictionLaws.For(FrictionKind.Hofer)!;
        Prop.ForAll(Arguments(1e5, 1e8), sample =>
            Math.Abs((law.Factor(sample.Reynolds, sample.Roughness, out _) / exact.Factor(sample.Reynolds, sample.Roughness, out _)) - 1) < 0.02)
            .Check(Checks);
    }

    [Theory]
    [InlineData(FrictionKind.Nikuradse)]
    [InlineData(FrictionKind.Colebrook)]
    [InlineData(FrictionKind.Hofer)]
    [InlineData(FrictionKind.Pkr)]
    public void Derivatives_agree_with_differences(FrictionKind kind)
    {
        IFrictionLaw law = FrictionLaws.For(kind)!;
        Prop.ForAll(Arguments(10, 1e9), sample =>
        {
            (double re, double k) = sample;
            double factor = law.Factor(re, k, out double derivative);
            double h = 1e-4 * re;
            double left = law.Factor(re - h, k, out _);
            double right = law.Factor(re + h, k, out _);
            double difference = (right - left) / (2 * h);

            // Relative to the factor per Reynolds number; where a difference spans the ends of the passage its second derivative jumps.
            return Math.Abs(derivative - difference) <= 3e-3 * factor / re;
        }).Check(Checks);
    }

    [Theory]
    [InlineData(FrictionKind.Nikuradse)]
    [InlineData(FrictionKind.Colebrook)]
    [InlineData(FrictionKind.Hofer)]
    [InlineData(FrictionKind.Pkr)]
    public void Loss_of_pressure_grows_with_the_flow_and_is_smooth(FrictionKind kind)
    {
        IFrictionLaw law = FrictionLaws.For(kind)!;
        foreach (double k in new[] { 1e-6, 1e-4, 1e-2 })
        {
            double last = 0;
            for (double re = 100; re < 1e7; re *= 1.01)
            {
                double factor = law.Factor(re, k, out double derivative);
                (factor * re * re).ShouldBeGreaterThan(last);
                ((2 * factor) + (re * derivative)).ShouldBeGreaterThan(0);
                last = factor * re * re;
            }

            foreach (double edge in new[] { 2000.0, 3000.0 })
            {
                double before = law.Factor(edge * (1 - 1e-9), k, out double slopeBefore);
                double after = law.Factor(edge * (1 + 1e-9), k, out double slopeAfter);
                after.ShouldBe(before, 1e-7 * before);
                slopeAfter.ShouldBe(slopeBefore, 1e-5 * before / edge);
            }
        }
    }

    [Fact]
    public void Slow_flow_is_laminar_and_a_smooth_wall_has_a_factor()
    {
        foreach (FrictionKind kind in new[] { FrictionKind.Colebrook, FrictionKind.Hofer, FrictionKind.Pkr })
        {
            FrictionLaws.For(kind)!.Factor(1000, 1e-4, out _).ShouldBe(0.064, 1e-15);
        }

        // Smooth pipe at Re = 10⁵ by Prandtl: 0.01799.
        FrictionLaws.For(FrictionKind.Colebrook)!.Factor(1e5, 0, out _).ShouldBe(0.01799, 5e-6);
        FrictionLaws.For(FrictionKind.Nikuradse)!.Factor(1e5, 0, out _).ShouldBe(64e-5, 1e-15);
    }

    [Fact]
    public void A_fixed_factor_is_the_pipes_own()
    {
        FrictionLaws.For(FrictionKind.Fixed).ShouldBeNull();
        new FixedFriction(0.01).Factor(5, 0.1, out double derivative).ShouldBe(0.01);
        derivative.ShouldBe(0.0);
        Should.Throw<ArgumentOutOfRangeException>(() => FrictionLaws.For((FrictionKind)99));
    }

    [Fact]
    public void Calls_allocate_nothing()
    {
        IFrictionLaw[] laws = [.. Enum.GetValues<FrictionKind>().Select(FrictionLaws.For).OfType<IFrictionLaw>()];
        double sum = 0;
        for (int round = 0; round < 2; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            foreach (IFrictionLaw law in laws)
            {
                sum += law.Factor(1e6, 1e-4, out _) + law.Factor(2500, 1e-4, out _);
            }

            if (round == 1)
            {
                (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
            }
        }

        sum.ShouldBeGreaterThan(0);
    }

    private static Config Checks => Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20260202, 1);

    private static Arbitrary<(double Reynolds, double Roughness)> Arguments(double least, double greatest) =>
        (from a in Gen.Choose(0, 100_000)
         from b in Gen.Choose(0, 100_000)
         select (least * Math.Pow(greatest / least, a / 100_000.0), 1e-6 * Math.Pow(5e4, b / 100_000.0))).ToArbitrary();

    private static double OnePipe(FrictionKind kind)
    {
        const double diameter = 0.089;
        double area = Math.PI * diameter * diameter / 4;
        double flux = 1.866666666666667 / area;
        double lambda = FrictionLaws.For(kind)!.Factor(flux * diameter / 1.193e-5, 0.2e-3 / diameter, out _);
        double molarMass = 0.84 * GasLaws.GasConstant * 273.15 / 101_325;
        IdealGas gas = new(molarMass);
        double potential = gas.Potential(101.01325e5, 278.15, out _) - (lambda * 8950 * flux * flux / (2 * diameter));
        IGasLaw law = gas;
        return (law.PressureOfPotential(potential, 278.15) / 1e5) - 1.01325;
    }
}
