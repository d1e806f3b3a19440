using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.MixedInteger;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Numerics.MixedInteger;

/// <summary>The search against trying every assignment.</summary>
public sealed class EnumerationTests
{
    [Fact]
    public void Pure_integer_programs_have_the_enumerated_optimum() => ForSeeds(300, seed =>
    {
        MixedIntegerProgram program = RandomInteger.Pure(seed);
        return Agrees(program, RandomInteger.Enumerate(program));
    });

    [Fact]
    public void Mixed_programs_have_the_enumerated_optimum() => ForSeeds(60, seed =>
    {
        MixedIntegerProgram program = RandomInteger.FixedCharge(seed);
        return Agrees(program, RandomInteger.Enumerate(program));
    });

    [Fact]
    public void Neither_presolve_nor_cuts_nor_heuristics_change_the_optimum() => ForSeeds(60, seed =>
    {
        MixedIntegerProgram program = RandomInteger.Pure(seed);
        double best = RandomInteger.Enumerate(program);
        return Agrees(program, best, new MixedIntegerSettings { Presolve = false, CutRounds = 0 })
            && Agrees(program, best, new MixedIntegerSettings { CutRounds = 0, Heuristics = false })
            && Agrees(program, best, new MixedIntegerSettings { Presolve = false, Heuristics = false });
    });

    private static bool Agrees(MixedIntegerProgram program, double best, MixedIntegerSettings? settings = null)
    {
        MixedIntegerSolution s = MixedIntegerSolver.Solve(program, settings);
        if (double.IsPositiveInfinity(best))
            return s.StopReason == MixedIntegerStopReason.Infeasible && s.Primal is null;
        double tolerance = 2e-6 * (1.0 + Math.Abs(best));
        return s.StopReason == MixedIntegerStopReason.Optimal
            && Math.Abs(s.Objective - best) <= tolerance
            && s.BestBound <= best + (1e-7 * (1.0 + Math.Abs(best)))
            && s.Report!.Integrality == 0.0;
    }

    private static void ForSeeds(int count, Func<int, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20260315UL, 7UL), Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), holds));
}
