namespace Corridor.Numerics.SparseLu;

/// <summary>Estimates ‖A⁻¹‖₁ by solves with A and Aᵀ: the greatest column of A⁻¹ is sought by steepest ascent (Hager; Higham's algorithm 2.4).</summary>
internal static class ConditionEstimate
{
    internal static double Reciprocal(LuFactor factor, ReadOnlySpan<double> values)
    {
        int n = factor.Analysis.Size;
        if (n == 0)
            return 1.0;
        double norm = Norm(factor.Analysis, values);
        double inverse = InverseNorm(factor, n);
        return double.IsFinite(inverse) && norm > 0.0 ? 1.0 / norm / inverse : 0.0;
    }

    private static double Norm(LuAnalysis analysis, ReadOnlySpan<double> values)
    {
        double norm = 0.0;
        for (int j = 0; j < analysis.Size; j++)
        {
            double sum = 0.0;
            for (int p = analysis.ColumnStart[j]; p < analysis.ColumnStart[j + 1]; p++)
                sum += Math.Abs(values[p]);
            norm = Math.Max(norm, sum);
        }

        return norm;
    }

    private static double InverseNorm(LuFactor factor, int n)
    {
        var x = new double[n];
        var sign = new double[n];
        Array.Fill(x, 1.0 / n);
        double estimate = 0.0;
        int last = -1;
        for (int iteration = 0; iteration < 5; iteration++)
        {
            factor.Solve(x);
            double sum = SumOfMagnitudes(x);
            if (!double.IsFinite(sum))
                return double.PositiveInfinity;
            if (iteration > 0 && sum <= estimate)
                break;
            estimate = sum;
            bool same = iteration > 0;
            for (int i = 0; i < n; i++)
            {
                double s = x[i] < 0.0 ? -1.0 : 1.0;
                same &= s == sign[i];
                x[i] = sign[i] = s;
            }

            if (same)
                break;
            factor.SolveTransposed(x);
            int greatest = 0;
            for (int i = 1; i < n; i++)
            {
                if (Math.Abs(x[i]) > Math.Abs(x[greatest]))
                    greatest = i;
            }

            if (greatest == last)
                break;
            last = greatest;
            Array.Clear(x);
            x[greatest] = 1.0;
        }

        // A vector that catches matrices which the ascent cannot (Higham, section 2).
        for (int i = 0; i < n; i++)
            x[i] = (i % 2 == 0 ? 1.0 : -1.0) * (1.0 + (n == 1 ? 0.0 : i / (n - 1.0)));
        factor.Solve(x);
        return Math.Max(estimate, 2.0 * SumOfMagnitudes(x) / (3.0 * n));
    }

    private static double SumOfMagnitudes(ReadOnlySpan<double> x)
    {
        double sum = 0.0;
        foreach (double value in x)
            sum += Math.Abs(value);
        return sum;
    }
}
