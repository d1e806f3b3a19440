namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>x, or a direction, on its way back through the reductions.</summary>
internal sealed class PrimalRecovery(PostsolveStack stack, double[] x, double[] lower, double[] upper, bool isDirection)
{
    internal PostsolveStack Stack => stack;

    internal double[] X => x;

    /// <summary>The bound that <see cref="LooseColumn"/> gathers; NaN when there is none yet.</summary>
    internal double Gathered { get; set; } = double.NaN;

    /// <summary>Lower bound of a column at its removal; along a direction, what the direction may not fall below.</summary>
    internal double Lower(int j) => Constant(lower[j]);

    /// <summary>Upper bound likewise.</summary>
    internal double Upper(int j) => Constant(upper[j]);

    /// <summary>A figure that bounds the point; bounds of a direction are zero or absent.</summary>
    internal double Constant(double value) => isDirection && double.IsFinite(value) ? 0.0 : value;

    /// <summary>Σ a x over entries kept.</summary>
    internal double Activity(int start, int count)
    {
        ReadOnlySpan<int> column = stack.Entries(start, count, out ReadOnlySpan<double> value);
        double sum = 0.0;
        for (int k = 0; k < column.Length; k++)
            sum += value[k] * x[column[k]];
        return sum;
    }
}
