using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.LinearPrograms;

/// <summary>
/// min cᵀx + c₀ subject to RowLower ≤ A x ≤ RowUpper, ColumnLower ≤ x ≤ ColumnUpper; an absent bound is
/// <see cref="double.NegativeInfinity"/> or <see cref="double.PositiveInfinity"/>, an equality has equal bounds.
/// Built by <see cref="LinearProgramBuilder"/>; nothing in this library changes it afterwards.
/// </summary>
public sealed class LinearProgram
{
    /// <summary>Takes the arrays over without copying them.</summary>
    /// <exception cref="ArgumentException">Lengths do not fit the matrix, a figure is NaN, a cost is infinite, or bounds cross.</exception>
    public LinearProgram(
        SparseMatrix matrix,
        double[] cost,
        double costOffset,
        double[] columnLower,
        double[] columnUpper,
        double[] rowLower,
        double[] rowUpper)
    {
        if (cost.Length != matrix.ColumnCount || columnLower.Length != matrix.ColumnCount || columnUpper.Length != matrix.ColumnCount)
            throw new ArgumentException("Cost and column bounds must have one element a column.", nameof(cost));
        if (rowLower.Length != matrix.RowCount || rowUpper.Length != matrix.RowCount)
            throw new ArgumentException("Row bounds must have one element a row.", nameof(rowLower));
        if (!double.IsFinite(costOffset))
            throw new ArgumentException("The constant of the objective must be finite.", nameof(costOffset));
        foreach (double c in cost)
        {
            if (!double.IsFinite(c))
                throw new ArgumentException("Costs must be finite.", nameof(cost));
        }

        Bounds.Require(columnLower, columnUpper, nameof(columnLower));
        Bounds.Require(rowLower, rowUpper, nameof(rowLower));
        Matrix = matrix;
        Cost = cost;
        CostOffset = costOffset;
        ColumnLower = columnLower;
        ColumnUpper = columnUpper;
        RowLower = rowLower;
        RowUpper = rowUpper;
    }

    /// <summary>The matrix A.</summary>
    public SparseMatrix Matrix { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount => Matrix.RowCount;

    /// <summary>Number of columns.</summary>
    public int ColumnCount => Matrix.ColumnCount;

    /// <summary>Number of entries of the matrix.</summary>
    public int NonzeroCount => Matrix.NonzeroCount;

    /// <summary>The costs c, one a column.</summary>
    public double[] Cost { get; }

    /// <summary>The constant c₀ of the objective.</summary>
    public double CostOffset { get; }

    /// <summary>Lower bounds of the columns, −∞ where absent.</summary>
    public double[] ColumnLower { get; }

    /// <summary>Upper bounds of the columns, +∞ where absent.</summary>
    public double[] ColumnUpper { get; }

    /// <summary>Lower bounds of the rows, −∞ where absent.</summary>
    public double[] RowLower { get; }

    /// <summary>Upper bounds of the rows, +∞ where absent.</summary>
    public double[] RowUpper { get; }
}
