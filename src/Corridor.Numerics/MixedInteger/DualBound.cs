using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.MixedInteger;

/// <summary>
/// The lower bound that row duals of any quality prove for all points within bounds (A. Neumaier, O. Shcherbina, Math. Program. 99 (2004)
/// 283–296): min over the box of cᵀx − yᵀ(Ax − the row bound y belongs to).
/// </summary>
internal static class DualBound
{
    /// <summary>Reduced costs below this, relative to the largest cost, are rounding where a bound is absent; certificates count the same way.</summary>
    private const double Rounding = 1e-8;

    /// <summary>The bound, −∞ if the duals prove nothing.</summary>
    /// <param name="model">The model.</param>
    /// <param name="lower">Lower bounds of the columns.</param>
    /// <param name="upper">Upper bounds of the columns.</param>
    /// <param name="rowDual">y; elements that ask for an absent row bound are set to 0.</param>
    /// <param name="reducedCost">c − Aᵀy of the y used; overwritten.</param>
    internal static double Of(IntegerModel model, double[] lower, double[] upper, double[] rowDual, double[] reducedCost)
    {
        CompensatedSum sum = default;
        sum.Add(model.CostOffset);
        for (int i = 0; i < rowDual.Length; i++)
        {
            double bound = rowDual[i] > 0.0 ? model.RowLower[i] : model.RowUpper[i];
            if (double.IsInfinity(bound) || double.IsNaN(rowDual[i]))
                rowDual[i] = 0.0;
            else if (rowDual[i] != 0.0)
                sum.Add(rowDual[i] * bound);
        }

        SparseMatrix a = model.ByColumn;
        double largest = 1.0;
        foreach (double c in model.Cost)
            largest = Math.Max(largest, 1.0 + Math.Abs(c));
        for (int j = 0; j < reducedCost.Length; j++)
        {
            CompensatedSum z = default;
            z.Add(model.Cost[j]);
            for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
                z.Add(-a.Value[k] * rowDual[a.RowIndex[k]]);
            reducedCost[j] = z.Value;
            if (z.Value == 0.0)
                continue;
            double bound = z.Value > 0.0 ? lower[j] : upper[j];
            if (double.IsFinite(bound))
                sum.Add(z.Value * bound);
            else if (!(Math.Abs(z.Value) <= Rounding * largest))
                return double.NegativeInfinity;
        }

        return double.IsNaN(sum.Value) ? double.NegativeInfinity : sum.Value;
    }
}
