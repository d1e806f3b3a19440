using Corridor.Numerics.Factorization;
using Corridor.Numerics.Ordering;

namespace Corridor.Numerics.FixedPoints;

/// <summary>
/// Solves X = W X + B for a sparse W and several columns at once: sets of unknowns that depend on each other by dense elimination with partial
/// pivoting, everything else by substitution in the order of the dependencies.
/// </summary>
public static class LinearFixedPoint
{
    /// <summary>Solves the equations.</summary>
    /// <param name="weights">Row i of W: columns and their weights; a column may stand there several times.</param>
    /// <param name="rows">Row i of B, all of one length; overwritten by row i of X.</param>
    /// <returns>Whether there is one solution; if not, <paramref name="rows"/> holds no usable values.</returns>
    /// <exception cref="ArgumentException">There are not as many rows of W as of B.</exception>
    public static bool TrySolve(IReadOnlyList<IReadOnlyList<(int Column, double Weight)>> weights, double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(rows);
        if (weights.Count != rows.Length)
            throw new ArgumentException("There must be as many rows of weights as of constants.", nameof(weights));
        var start = new int[rows.Length + 1];
        for (int i = 0; i < rows.Length; i++)
            start[i + 1] = start[i] + weights[i].Count;
        var columns = new int[start[^1]];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int k = 0; k < weights[i].Count; k++)
                columns[start[i] + k] = weights[i][k].Column;
        }

        var sets = new StronglyConnectedSets(rows.Length);
        sets.Find(start, columns);
        var position = new int[rows.Length];
        for (int s = 0; s < sets.Count; s++)
        {
            if (!TrySolve(sets.Members(s), weights, rows, position))
                return false;
        }

        return true;
    }

    private static bool TrySolve(ReadOnlySpan<int> members, IReadOnlyList<IReadOnlyList<(int Column, double Weight)>> weights, double[][] rows, int[] position)
    {
        int size = members.Length;
        for (int k = 0; k < size; k++)
            position[members[k]] = k + 1;
        var matrix = new double[size * size];
        var block = new double[size][];
        for (int k = 0; k < size; k++)
        {
            block[k] = rows[members[k]];
            matrix[(k * size) + k] = 1;
            foreach ((int column, double weight) in weights[members[k]])
            {
                if (position[column] > 0)
                    matrix[(k * size) + position[column] - 1] -= weight;
                else
                    Add(block[k], weight, rows[column]);
            }
        }

        foreach (int member in members)
            position[member] = 0;
        if (!DenseLu.TryFactorize(size, matrix, out DenseLu? factors))
            return false;
        factors.Solve(block);
        return true;
    }

    private static void Add(double[] target, double factor, double[] row)
    {
        for (int j = 0; j < target.Length; j++)
            target[j] += factor * row[j];
    }
}
