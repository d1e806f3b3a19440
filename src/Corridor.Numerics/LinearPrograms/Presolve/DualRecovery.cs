namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// Row duals y and reduced costs z on their way back through the reductions. At each step z = c − Aᵀy holds for the columns there were then;
/// rows not yet brought back have y = 0. For a ray the costs are zero.
/// </summary>
internal sealed class DualRecovery(PostsolveStack stack, ColumnStore columns, double[] cost, double[] y, double[] z, bool isRay)
{
    internal PostsolveStack Stack => stack;

    internal double[] Y => y;

    internal double[] Z => z;

    /// <summary>Cost of a column at its removal.</summary>
    internal double Cost(int j) => isRay ? 0.0 : cost[j];

    /// <summary>c_j − Σ a_ij y_i of a column at its removal.</summary>
    internal double ReducedCost(int j)
    {
        double sum = Cost(j);
        ReadOnlySpan<int> rows = columns.Get(j, out ReadOnlySpan<double> values);
        for (int k = 0; k < rows.Length; k++)
            sum -= values[k] * y[rows[k]];
        return sum;
    }
}
