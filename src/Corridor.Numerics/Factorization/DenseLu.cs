namespace Corridor.Numerics.Factorization;

/// <summary>
/// LU factors of a small dense matrix with partial pivoting: P A = L U. Golub, Van Loan, "Matrix Computations", 4th edition (2013), algorithm 3.4.1.
/// For blocks of at most some hundred rows; deterministic.
/// </summary>
public sealed class DenseLu
{
    private readonly double[] _factors;
    private readonly int[] _pivots;

    private DenseLu(int size, double[] factors, int[] pivots)
    {
        Size = size;
        _factors = factors;
        _pivots = pivots;
    }

    /// <summary>Rows and columns.</summary>
    public int Size { get; }

    /// <summary>Factorizes a matrix.</summary>
    /// <param name="size">Rows and columns, ≥ 0.</param>
    /// <param name="matrix">Entries by rows, <paramref name="size"/>² of them; overwritten by the factors.</param>
    /// <param name="factors">The factors; null where a pivot is zero or not finite: the matrix is singular.</param>
    /// <returns>Whether the matrix is regular.</returns>
    /// <exception cref="ArgumentException">The array has another length.</exception>
    public static bool TryFactorize(int size, double[] matrix, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DenseLu? factors)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Length != size * size)
            throw new ArgumentException("The matrix must have as many entries as rows times columns.", nameof(matrix));
        factors = null;
        var pivots = new int[size];
        for (int k = 0; k < size; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < size; i++)
            {
                if (Math.Abs(matrix[(i * size) + k]) > Math.Abs(matrix[(pivot * size) + k]))
                    pivot = i;
            }

            pivots[k] = pivot;
            Swap(matrix.AsSpan(k * size, size), matrix.AsSpan(pivot * size, size));
            double diagonal = matrix[(k * size) + k];
            if (!double.IsFinite(diagonal) || diagonal == 0)
                return false;
            for (int i = k + 1; i < size; i++)
            {
                double factor = matrix[(i * size) + k] /= diagonal;
                if (factor == 0)
                    continue;
                for (int j = k + 1; j < size; j++)
                    matrix[(i * size) + j] -= factor * matrix[(k * size) + j];
            }
        }

        factors = new DenseLu(size, matrix, pivots);
        return true;
    }

    /// <summary>Solves A X = B for several right-hand sides at once.</summary>
    /// <param name="rows">Row i of B, all of one length; overwritten by row i of X.</param>
    /// <exception cref="ArgumentException">There are not as many rows as the matrix has.</exception>
    public void Solve(double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Length != Size)
            throw new ArgumentException("There must be as many rows as the matrix has.", nameof(rows));
        for (int k = 0; k < Size; k++)
            Swap(rows[k], rows[_pivots[k]]);
        for (int k = 0; k < Size; k++)
        {
            for (int i = k + 1; i < Size; i++)
                Subtract(rows[i], _factors[(i * Size) + k], rows[k]);
        }

        for (int k = Size - 1; k >= 0; k--)
        {
            double[] row = rows[k];
            double diagonal = _factors[(k * Size) + k];
            for (int j = 0; j < row.Length; j++)
                row[j] /= diagonal;
            for (int i = 0; i < k; i++)
                Subtract(rows[i], _factors[(i * Size) + k], row);
        }
    }

    private static void Subtract(double[] target, double factor, double[] row)
    {
        if (factor == 0)
            return;
        for (int j = 0; j < target.Length; j++)
            target[j] -= factor * row[j];
    }

    private static void Swap(Span<double> a, Span<double> b)
    {
        if (a == b)
            return;
        for (int j = 0; j < a.Length; j++)
            (a[j], b[j]) = (b[j], a[j]);
    }
}
