using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.Infeasibility;

/// <summary>
/// A program whose chosen constraints may be violated at a cost, and which has no other cost. A column's bound is moved by a copy of the column:
/// x ≤ u + s stands as x′ + s with x′ ≤ u, s ≥ 0.
/// </summary>
internal static class ElasticProgram
{
    /// <summary>Builds the program; column <c>ColumnCount + k</c> is the violation of the k-th constraint.</summary>
    /// <param name="program">The program; its costs are left out.</param>
    /// <param name="relaxed">Constraints that may be violated; their bounds must be finite.</param>
    /// <param name="weight">Cost of a unit of violation, one a constraint, positive.</param>
    /// <param name="most">Largest violation, one a constraint; may be +∞.</param>
    public static LinearProgram Of(LinearProgram program, IReadOnlyList<Constraint> relaxed, IReadOnlyList<double> weight, IReadOnlyList<double> most)
    {
        SparseMatrix a = program.Matrix;
        int columns = program.ColumnCount;
        var start = new List<int>(a.ColumnStart);
        var index = new List<int>(a.RowIndex[..a.NonzeroCount]);
        var value = new List<double>(a.Value[..a.NonzeroCount]);
        var cost = new List<double>(new double[columns]);
        var lower = new List<double>(program.ColumnLower);
        var upper = new List<double>(program.ColumnUpper);
        for (int c = 0; c < relaxed.Count; c++)
        {
            Constraint constraint = relaxed[c];
            double sign = constraint.Side is ConstraintSide.RowLower or ConstraintSide.ColumnUpper ? 1.0 : -1.0;
            if (constraint.Side is ConstraintSide.RowLower or ConstraintSide.RowUpper)
            {
                index.Add(constraint.Index);
                value.Add(sign);
            }
            else
            {
                for (int k = a.ColumnStart[constraint.Index]; k < a.ColumnStart[constraint.Index + 1]; k++)
                {
                    index.Add(a.RowIndex[k]);
                    value.Add(sign * a.Value[k]);
                }
            }

            start.Add(index.Count);
            cost.Add(weight[c]);
            lower.Add(0.0);
            upper.Add(most[c]);
        }

        var matrix = new SparseMatrix(a.RowCount, cost.Count, [.. start], [.. index], [.. value]);
        return new LinearProgram(matrix, [.. cost], 0.0, [.. lower], [.. upper], program.RowLower, program.RowUpper);
    }
}
