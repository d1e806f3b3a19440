using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.Infeasibility;

/// <summary>What a feasibility test found, each answer verified on the program itself.</summary>
/// <param name="Feasible">A point satisfies all constraints.</param>
/// <param name="Ray">A verified Farkas vector; null where there is none.</param>
internal readonly record struct FeasibilityAnswer(bool Feasible, double[]? Ray);

/// <summary>Says whether a program has a point, by its elastic program min Σ violations of rows, which always has one.</summary>
internal static class FeasibilityTest
{
    private const double Tolerance = 1e-7;

    /// <summary>Tests a program. Neither feasible nor a ray: the arithmetic could not tell.</summary>
    public static FeasibilityAnswer Of(LinearProgram program, CancellationToken cancellation)
    {
        var relaxed = new List<Constraint>();
        for (int i = 0; i < program.RowCount; i++)
        {
            if (double.IsFinite(program.RowLower[i]))
                relaxed.Add(new Constraint(ConstraintSide.RowLower, i));
            if (double.IsFinite(program.RowUpper[i]))
                relaxed.Add(new Constraint(ConstraintSide.RowUpper, i));
        }

        if (relaxed.Count == 0)
            return new FeasibilityAnswer(true, null);
        double[] weight = [.. relaxed.Select(c => 1.0 / RowSize(program, c.Index))];
        double[] most = [.. relaxed.Select(_ => double.PositiveInfinity)];
        LinearProgram elastic = ElasticProgram.Of(program, relaxed, weight, most);
        LinearProgramSolution solution = InteriorPointSolver.Solve(elastic, new InteriorPointSettings { Tolerance = 1e-10 }, null, cancellation);
        if (CertificateChecker.ProvesPrimalInfeasible(program, solution.RowDual))
            return new FeasibilityAnswer(false, solution.RowDual);
        if (double.IsFinite(solution.Objective) && solution.Residuals.Worst < Tolerance && IsPoint(program, solution.Primal.AsSpan(0, program.ColumnCount)))
            return new FeasibilityAnswer(true, null);
        LinearProgramSolution direct = InteriorPointSolver.Solve(program, null, null, cancellation);
        return direct.StopReason switch
        {
            StopReason.PrimalInfeasible => new FeasibilityAnswer(false, direct.RowRay),
            _ => new FeasibilityAnswer(direct.PrimalStatus == SolutionStatus.Feasible, null),
        };
    }

    private static bool IsPoint(LinearProgram program, ReadOnlySpan<double> x)
    {
        CertificateReport report = CertificateChecker.Check(program, x, new double[program.RowCount]);
        return Math.Max(report.Residuals.RelativeRowInfeasibility, report.Residuals.RelativeBoundViolation) <= Tolerance;
    }

    private static double RowSize(LinearProgram program, int row) => Math.Max(1.0, Math.Max(Finite(program.RowLower[row]), Finite(program.RowUpper[row])));

    private static double Finite(double bound) => double.IsFinite(bound) ? Math.Abs(bound) : 0.0;
}
