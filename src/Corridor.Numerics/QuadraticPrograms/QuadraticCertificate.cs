using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.QuadraticPrograms;

/// <summary>
/// Recomputes every claim about a <see cref="QuadraticProgram"/> from the problem as given and the claimed vectors alone. It shares no code with
/// the solver.
/// </summary>
public static class QuadraticCertificate
{
    /// <summary>
    /// Objectives, activities, reduced costs and residuals of a primal point and row duals. At x the problem is compared with the linear one of
    /// costs c + Qx: the reduced costs are z = c + Qx − Aᵀy, and both objectives are less by ½ xᵀQx than that problem's.
    /// </summary>
    /// <param name="program">The problem as given.</param>
    /// <param name="primal">x, one value a column.</param>
    /// <param name="rowDual">y, one value a row; positive for a lower bound.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the gradient at x is not finite.</exception>
    public static CertificateReport Check(QuadraticProgram program, ReadOnlySpan<double> primal, ReadOnlySpan<double> rowDual)
    {
        LinearProgram p = program.Linear;
        if (primal.Length != p.ColumnCount)
            throw new ArgumentException("Expected one value a column.", nameof(primal));
        double[] gradient = new double[p.ColumnCount];
        program.Multiply(primal, gradient);
        CompensatedSum square = default;
        for (int j = 0; j < gradient.Length; j++)
            square.Add(0.5 * gradient[j] * primal[j]);
        double half = square.Value;
        for (int j = 0; j < gradient.Length; j++)
            gradient[j] += p.Cost[j];
        var tangent = new LinearProgram(p.Matrix, gradient, p.CostOffset, p.ColumnLower, p.ColumnUpper, p.RowLower, p.RowUpper);
        CertificateReport report = CertificateChecker.Check(tangent, primal, rowDual);
        double objective = report.Objective - half;
        return new CertificateReport
        {
            RowActivity = report.RowActivity,
            ReducedCost = report.ReducedCost,
            Objective = objective,
            DualObjective = report.DualObjective - half,
            Residuals = report.Residuals with { RelativeGap = report.Residuals.Gap / (1.0 + Math.Abs(objective)) },
        };
    }

    /// <summary>
    /// Whether d proves that the objective falls without end from any feasible point: cᵀd &lt; 0, Qd = 0, and no finite bound blocks.
    /// </summary>
    /// <param name="program">The problem as given.</param>
    /// <param name="columnRay">d, one value a column, of any length.</param>
    /// <param name="tolerance">What is taken for zero; positive.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static bool ProvesDualInfeasible(QuadraticProgram program, ReadOnlySpan<double> columnRay, double tolerance = 1e-8) =>
        CertificateChecker.ProvesDualInfeasible(Recession(program), columnRay, tolerance);

    /// <summary>The linear program with the rows Qx = 0 behind its own.</summary>
    internal static LinearProgram Recession(QuadraticProgram program)
    {
        LinearProgram p = program.Linear;
        SparseMatrix a = p.Matrix;
        SparseMatrix q = program.LowerTriangle;
        SparseMatrix t = q.Transpose();
        List<int> index = [];
        List<double> value = [];
        int[] start = new int[p.ColumnCount + 1];
        for (int j = 0; j < p.ColumnCount; j++)
        {
            for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
            {
                index.Add(a.RowIndex[k]);
                value.Add(a.Value[k]);
            }

            for (int k = t.ColumnStart[j]; k < t.ColumnStart[j + 1]; k++)
            {
                if (t.RowIndex[k] == j)
                    continue;
                index.Add(p.RowCount + t.RowIndex[k]);
                value.Add(t.Value[k]);
            }

            for (int k = q.ColumnStart[j]; k < q.ColumnStart[j + 1]; k++)
            {
                index.Add(p.RowCount + q.RowIndex[k]);
                value.Add(q.Value[k]);
            }

            start[j + 1] = index.Count;
        }

        double[] zero = new double[p.ColumnCount];
        return new LinearProgram(
            new SparseMatrix(p.RowCount + p.ColumnCount, p.ColumnCount, start, [.. index], [.. value]),
            p.Cost,
            p.CostOffset,
            p.ColumnLower,
            p.ColumnUpper,
            [.. p.RowLower, .. zero],
            [.. p.RowUpper, .. zero]);
    }
}
