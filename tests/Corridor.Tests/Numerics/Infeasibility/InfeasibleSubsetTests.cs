using Corridor.Numerics.Infeasibility;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Tests.Numerics.InteriorPoint;
using FsCheck;
using FsCheck.Fluent;
using static Corridor.Tests.Numerics.InteriorPoint.SmallProgram;

namespace Corridor.Tests.Numerics.Infeasibility;

public sealed class InfeasibleSubsetTests
{
    private static InfeasibleSubset Find(LinearProgram program)
    {
        LinearProgramSolution solution = InteriorPointSolver.Solve(program);
        solution.StopReason.ShouldBe(StopReason.PrimalInfeasible);
        return InfeasibleSubset.Find(program, solution.RowRay!);
    }

    [Fact]
    public void Of_two_contradictions_one_is_named_and_nothing_else()
    {
        // x + y ≥ 10 with x ≤ 3, y ≤ 4; the row z ≤ 8 and the cost say nothing.
        LinearProgram program = new SmallProgram().Column(1, 0, 3).Column(1, 0, 4).Column(-1, 0, 9)
            .Row(10, Inf, 1, 1).Row(-Inf, 8, 0, 0, 1).Build();

        InfeasibleSubset subset = Find(program);

        subset.Irreducible.ShouldBeTrue();
        subset.Members.ShouldBe([new Constraint(ConstraintSide.RowLower, 0), new Constraint(ConstraintSide.ColumnUpper, 0), new Constraint(ConstraintSide.ColumnUpper, 1)]);
    }

    [Fact]
    public void An_equality_gives_only_the_side_that_contradicts()
    {
        LinearProgram program = new SmallProgram().Column(0, 0, 3).Row(5, 5, 1).Build();

        Find(program).Members.ShouldBe([new Constraint(ConstraintSide.RowLower, 0), new Constraint(ConstraintSide.ColumnUpper, 0)]);
    }

    [Fact]
    public void Members_contradict_each_other_and_none_is_idle() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20250101, 17), Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        LinearProgram program = RandomContradiction.Of(seed);
        InfeasibleSubset subset = Find(program);
        subset.Irreducible.ShouldBeTrue($"seed {seed}");
        CertificateChecker.ProvesPrimalInfeasible(RandomContradiction.Only(program, subset.Members), subset.Proof, 1e-7).ShouldBeTrue($"seed {seed}");
        foreach (Constraint member in subset.Members)
        {
            LinearProgram rest = RandomContradiction.Only(program, [.. subset.Members.Where(m => m != member)]);
            LinearProgramSolution solution = InteriorPointSolver.Solve(rest);
            solution.PrimalStatus.ShouldBe(SolutionStatus.Feasible, $"seed {seed}, without {member}");
        }
    }));

    [Fact]
    public void A_vector_that_proves_nothing_is_refused()
    {
        LinearProgram program = new SmallProgram().Column(0, 0, 3).Row(5, 5, 1).Build();

        Should.Throw<ArgumentException>(() => InfeasibleSubset.Find(program, [0.0]));
    }

    [Fact]
    public void A_search_that_meets_its_limit_says_so_and_is_still_a_contradiction()
    {
        LinearProgram program = RandomContradiction.Of(7);
        double[] ray = InteriorPointSolver.Solve(program).RowRay!;

        InfeasibleSubset subset = InfeasibleSubset.Find(program, ray, workLimit: 1);

        subset.Irreducible.ShouldBeFalse();
        CertificateChecker.ProvesPrimalInfeasible(RandomContradiction.Only(program, subset.Members), subset.Proof, 1e-7).ShouldBeTrue();
    }
}
