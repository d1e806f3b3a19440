using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.LinearPrograms;

/// <summary>
/// Recomputes every claim about a <see cref="LinearProgram"/> from the problem as given and the claimed vectors alone.
/// It shares no code with a solver.
/// </summary>
public static class CertificateChecker
{
    /// <summary>How many tolerances a ray may leave, relative to what it proves.</summary>
    private const double LeftShare = 100.0;

    /// <summary>Objectives, activities, reduced costs and residuals of a primal point and row duals.</summary>
    /// <param name="program">The problem as given.</param>
    /// <param name="primal">x, one value a column.</param>
    /// <param name="rowDual">y, one value a row; positive for a lower bound.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static CertificateReport Check(LinearProgram program, ReadOnlySpan<double> primal, ReadOnlySpan<double> rowDual)
    {
        RequireLength(primal, program.ColumnCount, nameof(primal));
        RequireLength(rowDual, program.RowCount, nameof(rowDual));
        return Check(program, primal, rowDual, new double[program.RowCount], new double[program.ColumnCount]);
    }

    /// <summary>The same with room given for the activities and the reduced costs, which the report then refers to.</summary>
    internal static CertificateReport Check(
        LinearProgram program, ReadOnlySpan<double> primal, ReadOnlySpan<double> rowDual, double[] activity, double[] reduced)
    {
        program.Matrix.Multiply(primal, activity);
        program.Matrix.MultiplyTransposed(rowDual, reduced);
        for (int j = 0; j < reduced.Length; j++)
            reduced[j] = program.Cost[j] - reduced[j];

        CompensatedSum objective = default;
        objective.Add(program.CostOffset);
        CompensatedSum dual = default;
        dual.Add(program.CostOffset);
        for (int j = 0; j < reduced.Length; j++)
            objective.Add(program.Cost[j] * primal[j]);
        Side rows = Measure(activity, rowDual, program.RowLower, program.RowUpper, ref dual);
        Side columns = Measure(primal, reduced, program.ColumnLower, program.ColumnUpper, ref dual);

        double boundScale = 1.0 + Math.Max(rows.LargestBound, columns.LargestBound);
        double costScale = 1.0;
        foreach (double c in program.Cost)
            costScale = Math.Max(costScale, 1.0 + Math.Abs(c));
        double dualInfeasibility = Maximum(rows.Dual, columns.Dual);
        double gap = Math.Abs(objective.Value - dual.Value);
        return new CertificateReport
        {
            RowActivity = activity,
            ReducedCost = reduced,
            Objective = objective.Value,
            DualObjective = dual.Value,
            Residuals = new ResidualReport
            {
                RowInfeasibility = rows.Primal,
                RelativeRowInfeasibility = rows.Primal / boundScale,
                BoundViolation = columns.Primal,
                RelativeBoundViolation = columns.Primal / boundScale,
                DualInfeasibility = dualInfeasibility,
                RelativeDualInfeasibility = dualInfeasibility / costScale,
                Complementarity = Maximum(rows.Complementarity, columns.Complementarity),
                Gap = gap,
                RelativeGap = gap / (1.0 + Math.Abs(objective.Value)),
            },
        };
    }

    /// <summary>
    /// Whether y proves that no point exists (Farkas): the least value that yᵀ(row bounds) demands exceeds the greatest that
    /// (Aᵀy)ᵀx can take within the column bounds. Duals of rows whose bound is absent are taken for zero if they are small, before anything is computed from
    /// them; what (Aᵀy) has left where a column's bound is absent must be small next to the margin of the proof as well.
    /// </summary>
    /// <param name="program">The problem as given.</param>
    /// <param name="rowRay">y, one value a row, of any length.</param>
    /// <param name="tolerance">What is taken for zero where a bound is absent, relative to the largest |y|; positive.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static bool ProvesPrimalInfeasible(LinearProgram program, ReadOnlySpan<double> rowRay, double tolerance = 1e-8)
    {
        RequireLength(rowRay, program.RowCount, nameof(rowRay));
        double largest = LargestMagnitude(rowRay);
        if (!(largest > 0.0) || !double.IsFinite(largest))
            return false;
        double[] y = rowRay.ToArray();
        CompensatedSum margin = default;
        double size = 0.0;
        for (int i = 0; i < y.Length; i++)
        {
            double bound = y[i] > 0.0 ? program.RowLower[i] : program.RowUpper[i];
            if (double.IsInfinity(bound) && Math.Abs(y[i]) > tolerance * largest)
                return false;
            if (double.IsInfinity(bound) || y[i] == 0.0)
            {
                y[i] = 0.0;
                continue;
            }

            margin.Add(y[i] * bound);
            size = Math.Max(size, Math.Abs(y[i] * bound));
        }

        double[] gradient = new double[program.ColumnCount];
        program.Matrix.MultiplyTransposed(y, gradient);
        double[] magnitude = GradientScale(program.Matrix, y);
        double left = 0.0;
        for (int j = 0; j < gradient.Length; j++)
        {
            double g = gradient[j];
            double bound = g > 0.0 ? program.ColumnUpper[j] : program.ColumnLower[j];
            if (g == 0.0)
                continue;
            if (double.IsInfinity(bound))
            {
                if (Math.Abs(g) > tolerance * Math.Max(largest, magnitude[j]))
                    return false;
                left = Math.Max(left, Math.Abs(g));
                continue;
            }

            margin.Add(-g * bound);
            size = Math.Max(size, Math.Abs(g * bound));
        }

        // A point would have to lie beyond 1/(100 tolerance) to make up for what was left.
        return margin.Value > tolerance * Math.Max(size, 1e-3 * largest) && left <= LeftShare * tolerance * margin.Value;
    }

    /// <summary>
    /// Whether d proves that the dual has no feasible point: cᵀd &lt; 0, and any feasible point stays feasible along d. Small steps of columns against
    /// a bound are taken for zero before anything is computed from them; what rows have left against a bound must be small next to cᵀd as well.
    /// </summary>
    /// <param name="program">The problem as given.</param>
    /// <param name="columnRay">d, one value a column, of any length.</param>
    /// <param name="tolerance">What is taken for zero where a bound blocks, relative to the terms it is the sum of and to the largest |d|; positive.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static bool ProvesDualInfeasible(LinearProgram program, ReadOnlySpan<double> columnRay, double tolerance = 1e-8)
    {
        RequireLength(columnRay, program.ColumnCount, nameof(columnRay));
        double largest = LargestMagnitude(columnRay);
        if (!(largest > 0.0) || !double.IsFinite(largest))
            return false;
        CompensatedSum slope = default;
        double size = 0.0;
        double dearest = 0.0;
        SparseMatrix a = program.Matrix;
        double[] activity = new double[program.RowCount];
        double[] scale = new double[program.RowCount];
        double[] coefficient = new double[program.RowCount];
        for (int j = 0; j < columnRay.Length; j++)
        {
            double d = columnRay[j];
            if (!double.IsInfinity(d > 0.0 ? program.ColumnUpper[j] : program.ColumnLower[j]))
            {
                if (Math.Abs(d) > tolerance * largest)
                    return false;
                d = 0.0;
            }

            slope.Add(program.Cost[j] * d);
            size = Math.Max(size, Math.Abs(program.Cost[j] * d));
            dearest = Math.Max(dearest, Math.Abs(program.Cost[j]));
            for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
            {
                int i = a.RowIndex[k];
                double term = a.Value[k] * d;
                activity[i] += term;
                scale[i] = Math.Max(scale[i], Math.Abs(term));
                coefficient[i] = Math.Max(coefficient[i], Math.Abs(a.Value[k]));
            }
        }

        if (!(slope.Value < -tolerance * Math.Max(size, double.Epsilon)))
            return false;
        for (int i = 0; i < activity.Length; i++)
        {
            if (double.IsInfinity(activity[i] > 0.0 ? program.RowUpper[i] : program.RowLower[i]))
                continue;
            double left = Math.Abs(activity[i]);

            // The row's dual would have to be 1/(100 tolerance) of the dearest cost to make up for what was left.
            if (left > tolerance * Math.Max(largest, scale[i]) || left * dearest > LeftShare * tolerance * coefficient[i] * -slope.Value)
                return false;
        }

        return true;
    }

    private static double[] GradientScale(SparseMatrix a, ReadOnlySpan<double> y)
    {
        double[] scale = new double[a.ColumnCount];
        for (int j = 0; j < a.ColumnCount; j++)
        {
            for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
                scale[j] = Math.Max(scale[j], Math.Abs(a.Value[k] * y[a.RowIndex[k]]));
        }

        return scale;
    }

    /// <summary>Violations of the values, signs of the duals and their part of the dual objective, for rows or columns.</summary>
    private static Side Measure(
        ReadOnlySpan<double> value,
        ReadOnlySpan<double> dual,
        double[] lower,
        double[] upper,
        ref CompensatedSum dualObjective)
    {
        Side side = default;
        for (int k = 0; k < value.Length; k++)
        {
            double v = value[k];
            side.Primal = Maximum(side.Primal, Math.Max(lower[k] - v, v - upper[k]));
            if (double.IsNaN(v))
                side.Primal = double.NaN;
            if (double.IsFinite(lower[k]))
                side.LargestBound = Math.Max(side.LargestBound, Math.Abs(lower[k]));
            if (double.IsFinite(upper[k]))
                side.LargestBound = Math.Max(side.LargestBound, Math.Abs(upper[k]));
            double d = dual[k];
            if (d == 0.0)
                continue;
            double bound = d > 0.0 ? lower[k] : upper[k];
            if (!double.IsFinite(bound) || double.IsNaN(d))
            {
                side.Dual = Maximum(side.Dual, Math.Abs(d));
                continue;
            }

            dualObjective.Add(d * bound);
            side.Complementarity = Maximum(side.Complementarity, Math.Abs(d * (v - bound)));
        }

        return side;
    }

    /// <summary>The larger of two, NaN if one is.</summary>
    private static double Maximum(double a, double b) => Math.Max(a, b);

    private static double LargestMagnitude(ReadOnlySpan<double> vector)
    {
        double largest = 0.0;
        foreach (double v in vector)
            largest = Maximum(largest, Math.Abs(v));
        return largest;
    }

    private static void RequireLength(ReadOnlySpan<double> vector, int length, string parameterName)
    {
        if (vector.Length != length)
            throw new ArgumentException($"Expected {length} values.", parameterName);
    }

    private struct Side
    {
        public double Primal;
        public double Dual;
        public double Complementarity;
        public double LargestBound;
    }
}
