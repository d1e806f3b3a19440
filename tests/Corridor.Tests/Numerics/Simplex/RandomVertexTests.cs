using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Simplex;
using Corridor.Tests.Numerics.InteriorPoint;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Numerics.Simplex;

/// <summary>Random problems with integer data, dependent rows and degenerate vertices.</summary>
public sealed class RandomVertexTests
{
    private const int Arbitrary = 1500;

    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20240229UL, 17UL);

    [Fact]
    public void Crossover_ends_at_a_certified_vertex_with_the_interior_objective() => ForSeeds(seed =>
    {
        LinearProgram program = RandomProgram.Feasible(seed);
        LinearProgramSolution interior = InteriorPointSolver.Solve(program);
        CrossoverResult vertex = Crossover.Run(program, interior.Primal, interior.RowDual);
        CertificateReport again = CertificateChecker.Check(program, vertex.Primal, vertex.RowDual);
        return vertex.IsVertex
            && again.Residuals.Worst <= 1e-9
            && Math.Abs(vertex.Objective - interior.Objective) <= 1e-7 * (1.0 + Math.Abs(interior.Objective))
            && IsBasicSolution(program, vertex.Basis, vertex.Primal, vertex.RowDual);
    });

    [Fact]
    public void The_simplex_method_ends_at_the_interior_objective_and_at_a_vertex() => ForSeeds(seed =>
    {
        LinearProgram program = RandomProgram.Feasible(seed);
        LinearProgramSolution interior = InteriorPointSolver.Solve(program);
        SimplexOutcome outcome = SimplexSolver.Solve(program);
        LinearProgramSolution s = outcome.Solution;
        return s.StopReason == StopReason.Optimal
            && Math.Abs(s.Objective - interior.Objective) <= 1e-7 * (1.0 + Math.Abs(interior.Objective))
            && IsBasicSolution(program, outcome.Basis, s.Primal, s.RowDual);
    });

    [Fact]
    public void Every_problem_ends_with_an_optimum_or_a_verified_ray()
    {
        List<string> failures = [];
        int[] outcomes = new int[3];
        for (int seed = 1; seed <= Arbitrary; seed++)
        {
            LinearProgram program = RandomProgram.Arbitrary(seed);
            LinearProgramSolution s = SimplexSolver.Solve(program).Solution;
            bool sound = s.StopReason switch
            {
                StopReason.Optimal => CertificateChecker.Check(program, s.Primal, s.RowDual).Residuals.Worst <= 1e-9,
                StopReason.PrimalInfeasible => CertificateChecker.ProvesPrimalInfeasible(program, s.RowRay),
                StopReason.DualInfeasible => CertificateChecker.ProvesDualInfeasible(program, s.ColumnRay),
                _ => false,
            };
            if (sound)
                outcomes[(int)s.StopReason]++;
            else
                failures.Add(FormattableString.Invariant($"{seed}: {s.StopReason} {s.Residuals.Worst:E1}"));
        }

        failures.ShouldBeEmpty();
        outcomes.ShouldAllBe(count => count > Arbitrary / 50);
    }

    [Fact]
    public void A_session_finds_after_each_change_of_bounds_and_costs_what_a_new_solve_finds() => ForSeeds(seed =>
    {
        LinearProgram p = RandomProgram.Feasible(seed);
        var random = new Random(seed);
        var session = new SimplexSession(p);
        double[] lower = (double[])p.ColumnLower.Clone();
        double[] upper = (double[])p.ColumnUpper.Clone();
        double[] cost = (double[])p.Cost.Clone();
        for (int change = 0; change < 6; change++)
        {
            int j = random.Next(p.ColumnCount);
            if (change == 3)
            {
                cost[j] += random.Next(-2, 3);
                session.SetCost(j, cost[j]);
            }
            else
            {
                lower[j] = random.Next(-5, 0);
                upper[j] = lower[j] + random.Next(0, 6);
                session.SetColumnBounds(j, lower[j], upper[j]);
            }

            var now = new LinearProgram(
                p.Matrix, (double[])cost.Clone(), 0.0, (double[])lower.Clone(), (double[])upper.Clone(), p.RowLower, p.RowUpper);
            LinearProgramSolution again = session.Solve().Solution;
            LinearProgramSolution fresh = SimplexSolver.Solve(now).Solution;
            bool same = again.StopReason == StopReason.Optimal
                ? fresh.StopReason == StopReason.Optimal
                    && Math.Abs(again.Objective - fresh.Objective) <= 1e-8 * (1.0 + Math.Abs(fresh.Objective))
                : again.StopReason is StopReason.PrimalInfeasible or StopReason.DualInfeasible && fresh.StopReason != StopReason.Optimal;
            if (!same)
                return false;
        }

        return true;
    });

    [Fact]
    public void Sparse_degenerate_problems_are_solved_by_the_simplex_method_and_by_crossover()
    {
        List<string> failures = [];
        for (int seed = 1; seed <= 250; seed++)
        {
            LinearProgram program = DegenerateProgram.Of(seed);
            SimplexOutcome outcome = SimplexSolver.Solve(program);
            LinearProgramSolution interior = InteriorPointSolver.Solve(program);
            CrossoverResult vertex = Crossover.Run(program, interior.Primal, interior.RowDual);
            double scale = 1e-9 * (1.0 + Math.Abs(vertex.Objective));
            if (outcome.Solution.StopReason != StopReason.Optimal || !vertex.IsVertex
                || Math.Abs(outcome.Solution.Objective - vertex.Objective) > scale
                || !IsBasicSolution(program, vertex.Basis, vertex.Primal, vertex.RowDual))
            {
                failures.Add(FormattableString.Invariant($"{seed}: {outcome.Solution.StopReason} {vertex.StopReason} {outcome.Solution.Objective:R} {vertex.Objective:R}"));
            }
        }

        failures.ShouldBeEmpty();
    }

    [Fact]
    public void Two_runs_give_the_same_bits()
    {
        for (int seed = 1; seed < 30; seed++)
        {
            LinearProgram program = RandomProgram.Feasible(seed);
            SimplexOutcome one = SimplexSolver.Solve(program);
            SimplexOutcome two = SimplexSolver.Solve(program);
            two.Solution.Primal.ShouldBe(one.Solution.Primal);
            two.Solution.RowDual.ShouldBe(one.Solution.RowDual);
            two.Basis.Columns.ShouldBe(one.Basis.Columns);
        }
    }

    /// <summary>Nonbasic columns and rows are at their bounds, basic ones have no dual, and the basic columns are independent.</summary>
    internal static bool IsBasicSolution(LinearProgram program, Basis basis, double[] x, double[] y)
    {
        CertificateReport report = CertificateChecker.Check(program, x, y);
        for (int j = 0; j < x.Length; j++)
        {
            if (!Fits(basis.Columns[j], x[j], program.ColumnLower[j], program.ColumnUpper[j], report.ReducedCost[j]))
                return false;
        }

        for (int i = 0; i < y.Length; i++)
        {
            if (!Fits(basis.Rows[i], report.RowActivity[i], program.RowLower[i], program.RowUpper[i], y[i]))
                return false;
        }

        var form = new SimplexForm(program);
        int[] basic = Enumerable.Range(0, form.VariableCount)
            .Where(v => (v < x.Length ? basis.Columns[v] : basis.Rows[v - x.Length]) == BasisStatus.Basic).ToArray();
        var factor = new BasisFactor(form, 1);
        factor.Factorize(basic, new int[form.RowCount]);
        return basic.Length == form.RowCount && factor.RejectedCount == 0;
    }

    private static bool Fits(BasisStatus status, double value, double lower, double upper, double dual)
    {
        double tolerance = 1e-7 * (1.0 + Math.Abs(value));
        return status switch
        {
            BasisStatus.Basic => Math.Abs(dual) <= 1e-7,
            BasisStatus.AtLower => Math.Abs(value - lower) <= tolerance,
            BasisStatus.AtUpper => Math.Abs(value - upper) <= tolerance,
            _ => Math.Abs(value) <= tolerance && double.IsInfinity(lower) && double.IsInfinity(upper),
        };
    }

    private static void ForSeeds(Func<int, bool> holds) =>
        Check.One(Repeatable, Prop.ForAll(ArbMap.Default.ArbFor<int>(), holds));
}
