using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.QuadraticPrograms;

/// <summary>min ½ xᵀQx + cᵀx + c₀ within the rows and bounds of a linear program; Q is symmetric.</summary>
public sealed class QuadraticProgram
{
    /// <summary>Takes the parts over without copying them.</summary>
    /// <param name="linear">c, c₀, rows and bounds.</param>
    /// <param name="lowerTriangle">Q on and below its diagonal; square, one row and column a column of the program.</param>
    /// <exception cref="ArgumentException">The sizes do not fit, or an entry stands above the diagonal.</exception>
    public QuadraticProgram(LinearProgram linear, SparseMatrix lowerTriangle)
    {
        if (lowerTriangle.RowCount != linear.ColumnCount || lowerTriangle.ColumnCount != linear.ColumnCount)
            throw new ArgumentException("Q must have one row and one column for each column of the program.", nameof(lowerTriangle));
        for (int j = 0; j < lowerTriangle.ColumnCount; j++)
        {
            if (lowerTriangle.ColumnStart[j] < lowerTriangle.ColumnStart[j + 1] && lowerTriangle.RowIndex[lowerTriangle.ColumnStart[j]] < j)
                throw new ArgumentException("Only entries on and below the diagonal may be given.", nameof(lowerTriangle));
        }

        Linear = linear;
        LowerTriangle = lowerTriangle;
    }

    /// <summary>c, c₀, rows and bounds.</summary>
    public LinearProgram Linear { get; }

    /// <summary>Q on and below its diagonal.</summary>
    public SparseMatrix LowerTriangle { get; }

    /// <summary>result = Q x.</summary>
    /// <param name="x">One value a column.</param>
    /// <param name="result">One value a column; overwritten.</param>
    public void Multiply(ReadOnlySpan<double> x, Span<double> result)
    {
        result.Clear();
        SparseMatrix q = LowerTriangle;
        for (int j = 0; j < q.ColumnCount; j++)
        {
            for (int k = q.ColumnStart[j]; k < q.ColumnStart[j + 1]; k++)
            {
                int i = q.RowIndex[k];
                result[i] += q.Value[k] * x[j];
                if (i != j)
                    result[j] += q.Value[k] * x[i];
            }
        }
    }
}
