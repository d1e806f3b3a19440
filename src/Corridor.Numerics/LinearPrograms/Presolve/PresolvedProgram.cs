using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>A reduced problem and the way back to the original one.</summary>
internal sealed class PresolvedProgram(
    LinearProgram original,
    LinearProgram? reduced,
    int[] rows,
    int[] columns,
    double[] fixedValue,
    List<PostsolveStep> steps)
{
    /// <summary>The reduced problem; null if presolve met a contradiction.</summary>
    internal LinearProgram? Reduced => reduced;

    /// <summary>x of the original problem.</summary>
    internal double[] RecoverPrimal(ReadOnlySpan<double> reducedPrimal)
    {
        double[] x = (double[])fixedValue.Clone();
        for (int k = 0; k < columns.Length; k++)
            x[columns[k]] = reducedPrimal[k];
        return x;
    }

    /// <summary>Row duals of the original problem.</summary>
    internal double[] RecoverDual(ReadOnlySpan<double> reducedDual) => Recover(reducedDual, original.Cost);

    /// <summary>A Farkas ray of the original problem from one of the reduced: the same with all costs zero.</summary>
    internal double[] RecoverRowRay(ReadOnlySpan<double> reducedRay) => Recover(reducedRay, null);

    /// <summary>A ray of the original problem from one of the reduced: fixed columns do not move.</summary>
    internal double[] RecoverColumnRay(ReadOnlySpan<double> reducedRay)
    {
        double[] d = new double[original.ColumnCount];
        for (int k = 0; k < columns.Length; k++)
            d[columns[k]] = reducedRay[k];
        return d;
    }

    private double[] Recover(ReadOnlySpan<double> reducedDual, double[]? cost)
    {
        double[] y = new double[original.RowCount];
        for (int k = 0; k < rows.Length; k++)
            y[rows[k]] = reducedDual[k];
        if (steps.Count == 0)
            return y;
        SparseMatrix a = original.Matrix;
        double forced = 0.0;
        bool any = false;
        for (int s = steps.Count - 1; s >= 0; s--)
        {
            PostsolveStep step = steps[s];
            if (step.Kind == PostsolveKind.ForcingRow)
            {
                // y ≤ 0 where the row stood at its upper bound, ≥ 0 at its lower bound, as little as signs need.
                y[step.Row] = any ? forced : 0.0;
                any = false;
                continue;
            }

            int j = step.Column;
            double z = cost is null ? 0.0 : cost[j];
            for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
                z -= a.Value[k] * y[a.RowIndex[k]];
            if (step.Kind == PostsolveKind.SingletonRow)
            {
                if ((z > 0.0 && step.Lower) || (z < 0.0 && step.Upper))
                    y[step.Row] = z / step.Coefficient;
                continue;
            }

            // The column needs z ≥ 0 at its lower bound and z ≤ 0 at its upper one.
            if (step.Lower ? z < 0.0 : z > 0.0)
            {
                double ratio = z / step.Coefficient;
                if (!any || Math.Abs(ratio) > Math.Abs(forced))
                    forced = ratio;
                any = true;
            }
        }

        return y;
    }
}
