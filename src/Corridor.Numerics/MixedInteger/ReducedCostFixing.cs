namespace Corridor.Numerics.MixedInteger;

/// <summary>
/// Moving an integer column away from its bound raises the objective by at least its reduced cost a step: what would reach the cutoff is cut away.
/// </summary>
internal static class ReducedCostFixing
{
    /// <summary>Tightens the bounds of integer columns; the columns that changed are added to a list.</summary>
    internal static void Run(IntegerModel model, RelaxationResult result, double cutoff, double[] lower, double[] upper, List<int> changed)
    {
        double room = cutoff - result.Bound;
        if (!double.IsFinite(room) || room < 0.0)
            return;
        foreach (int j in model.Integers)
        {
            double z = result.ReducedCost[j];
            if (lower[j] == upper[j] || Math.Abs(z) < 1e-9)
                continue;

            // The bound counts z from the bound of the box that it was computed for: the present one.
            double steps = Math.Floor((room / Math.Abs(z)) + 1e-6);
            if (z > 0.0 && lower[j] + steps < upper[j])
            {
                upper[j] = lower[j] + steps;
                changed.Add(j);
            }
            else if (z < 0.0 && upper[j] - steps > lower[j])
            {
                lower[j] = upper[j] - steps;
                changed.Add(j);
            }
        }
    }
}
