namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// The first point: least-squares solutions of the primal and the dual equations, moved inside (Mehrotra 1992, section 7); boxed columns
/// are placed on the central path of their own reduced cost, so that their products are equal and z − v matches it exactly.
/// </summary>
internal static class StartingPoint
{
    private const double BoxShare = 0.1;

    /// <summary>First complementarity product of boxed columns.</summary>
    private const double BoxedMu = 0.1;

    internal static void Set(ComputationalForm form, KktSystem kkt, ColumnPasses passes, Iterate point, Direction work)
    {
        Array.Fill(kkt.Theta, 1.0);
        kkt.Factorize(1e-10);

        // Where every column is boxed its place follows from y alone.
        bool isAllBoxed = form.BoxedCount == form.ColumnCount;
        if (!isAllBoxed)
            LeastSquares(form, kkt, passes, point, work);

        // y by least squares: min ‖c − Aᵀy‖ is the same system with h = c, r = 0 and dx = −(c − Aᵀy).
        Array.Clear(point.PrimalResidual);
        form.Cost.CopyTo(kkt.Scaled, 0);
        kkt.Solve(point.PrimalResidual, work.X, point.Y, 1e-6, 20, null);
        if (!isAllBoxed)
        {
            Primal(form, point);
            Dual(form, point, work.X);
            Balance(form, point);
        }

        Centre(form, point, work.X);
    }

    /// <summary>x nearest to the middle of the boxes (0 elsewhere) with A x = b.</summary>
    private static void LeastSquares(ComputationalForm form, KktSystem kkt, ColumnPasses passes, Iterate point, Direction work)
    {
        for (int j = 0; j < form.ColumnCount; j++)
            point.X[j] = j < form.BoxedCount ? 0.5 * Math.Min(form.Upper[j], 1e3) : 0.0;
        passes.RowResiduals(work);
        kkt.Solve(point.PrimalResidual, work.X, work.Y, 1e-6, 20, null);
        for (int j = 0; j < form.ColumnCount; j++)
            point.X[j] += work.X[j];
    }

    /// <summary>
    /// Boxed columns start on the central path of their own reduced cost: μ/x − μ/w = c − Aᵀy has a closed solution in the box.
    /// </summary>
    private static void Centre(ComputationalForm form, Iterate point, double[] negativeReducedCost)
    {
        for (int j = 0; j < form.BoxedCount; j++)
        {
            double upper = form.Upper[j];
            double ratio = -negativeReducedCost[j] * upper / BoxedMu;
            point.X[j] = upper * Share(ratio);
            point.W[j] = upper * Share(-ratio);
            point.Z[j] = BoxedMu / point.X[j];
            point.V[j] = BoxedMu / point.W[j];
        }
    }

    /// <summary>The s in (0, 1) with 1/s − 1/(1 − s) = t, without cancellation.</summary>
    internal static double Share(double t)
    {
        double root = Math.Sqrt((t * t) + 4.0);
        return 2.0 / (2.0 + (t >= 0.0 ? t + root : 4.0 / (root - t)));
    }

    private static void Primal(ComputationalForm form, Iterate point)
    {
        for (int j = 0; j < form.BoxedCount; j++)
            point.X[j] = Math.Clamp(point.X[j], BoxShare * form.Upper[j], (1.0 - BoxShare) * form.Upper[j]);
        double least = 0.0;
        for (int j = form.BoxedCount; j < form.BoundedCount; j++)
            least = Math.Min(least, point.X[j]);
        for (int j = form.BoxedCount; j < form.BoundedCount; j++)
            point.X[j] -= 1.5 * least;
    }

    private static void Dual(ComputationalForm form, Iterate point, double[] negativeReducedCost)
    {
        double least = 0.0;
        for (int j = form.BoxedCount; j < form.BoundedCount; j++)
            least = Math.Min(least, -negativeReducedCost[j]);
        for (int j = 0; j < form.BoundedCount; j++)
        {
            double reduced = -negativeReducedCost[j];
            if (j < form.BoxedCount)
            {
                point.Z[j] = Math.Max(reduced, 0.0);
                point.V[j] = Math.Max(-reduced, 0.0);
            }
            else
            {
                point.Z[j] = reduced - (1.5 * least);
            }
        }
    }

    private static void Balance(ComputationalForm form, Iterate point)
    {
        double products = 0.0;
        double sumX = 0.0;
        double sumZ = 0.0;
        for (int j = 0; j < form.BoundedCount; j++)
        {
            products += point.X[j] * point.Z[j];
            sumX += point.X[j];
            sumZ += point.Z[j];
        }

        for (int j = 0; j < form.BoxedCount; j++)
        {
            double w = form.Upper[j] - point.X[j];
            products += w * point.V[j];
            sumX += w;
            sumZ += point.V[j];
        }

        if (point.Products == 0)
            return;
        double floorX = Math.Max(1e-2, sumX / point.Products * 1e-3);
        double floorZ = Math.Max(1e-2, sumZ / point.Products * 1e-3);
        double shiftX = Math.Max(floorX, sumZ > 0.0 ? 0.5 * products / sumZ : 0.0);
        double shiftZ = Math.Max(floorZ, sumX > 0.0 ? 0.5 * products / sumX : 0.0);
        for (int j = 0; j < form.BoundedCount; j++)
        {
            if (j >= form.BoxedCount)
                point.X[j] += shiftX;
            point.Z[j] += shiftZ;
            if (j < form.BoxedCount)
                point.V[j] += shiftZ;
        }
    }
}
