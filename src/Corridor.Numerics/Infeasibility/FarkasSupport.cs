using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.Infeasibility;

/// <summary>Which constraints a Farkas vector uses.</summary>
internal static class FarkasSupport
{
    /// <summary>What is rounding in a sum, relative to its largest term, or in a vector, relative to its largest element.</summary>
    public const double Negligible = 1e-7;

    /// <summary>The constraints of a program that y multiplies: rows by its sign, columns by the sign of Aᵀy.</summary>
    /// <param name="program">The program.</param>
    /// <param name="ray">y, one value a row.</param>
    public static HashSet<Constraint> Of(LinearProgram program, ReadOnlySpan<double> ray)
    {
        var used = new HashSet<Constraint>();
        for (int i = 0; i < ray.Length; i++)
        {
            if (ray[i] != 0.0 && double.IsFinite(ray[i] > 0.0 ? program.RowLower[i] : program.RowUpper[i]))
                used.Add(new Constraint(ray[i] > 0.0 ? ConstraintSide.RowLower : ConstraintSide.RowUpper, i));
        }

        SparseMatrix a = program.Matrix;
        for (int j = 0; j < a.ColumnCount; j++)
        {
            double sum = 0.0, scale = 0.0;
            for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
            {
                double term = a.Value[k] * ray[a.RowIndex[k]];
                sum += term;
                scale = Math.Max(scale, Math.Abs(term));
            }

            if (Math.Abs(sum) > Negligible * scale && double.IsFinite(sum > 0.0 ? program.ColumnUpper[j] : program.ColumnLower[j]))
                used.Add(new Constraint(sum > 0.0 ? ConstraintSide.ColumnUpper : ConstraintSide.ColumnLower, j));
        }

        return used;
    }

    /// <summary>A vector without its elements below a share of the largest.</summary>
    public static double[] Cut(double[] ray, double share)
    {
        double largest = ray.Max(Math.Abs);
        return [.. ray.Select(y => Math.Abs(y) > share * largest ? y : 0.0)];
    }
}
