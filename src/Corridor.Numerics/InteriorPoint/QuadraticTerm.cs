namespace Corridor.Numerics.InteriorPoint;

/// <summary>What a diagonal quadratic term ½ Σ q x² changes once a move has been made as if the objective were linear.</summary>
internal static unsafe class QuadraticTerm
{
    /// <summary>
    /// Adds q x to the dual residual and q to Θ⁻¹, and sets Θh anew. Sums: 9 becomes the largest dual residual, 10 gains ½ Σ q x².
    /// </summary>
    internal static void Add(in ColumnVectors c, double* quadratic, double* sums, int begin, int end, int boxed)
    {
        double error = sums[9];
        double objective = 0.0;
        for (int j = begin; j < end; j++)
        {
            double q = quadratic[j];
            if (q != 0.0)
            {
                double gradient = q * c.X[j];
                double residual = c.DualResidual[j] + gradient;
                double theta = c.Theta[j] / (1.0 + (q * c.Theta[j]));
                double multiplier = j < boxed ? c.Z[j] - c.V[j] : c.Z[j];
                c.DualResidual[j] = residual;
                c.Theta[j] = theta;
                c.Scaled[j] = theta * (residual + multiplier);
                objective += 0.5 * gradient * c.X[j];
            }

            error = Math.Max(error, Math.Abs(c.DualResidual[j]));
        }

        sums[9] = error;
        sums[10] += objective;
    }
}
