using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>First points of variants: from nothing, and from a point of the base.</summary>
internal static class ResolveStart
{
    /// <summary>First complementarity product where nothing is known.</summary>
    private const double FirstMu = 0.1;

    /// <summary>Θ of a closed column in the least-squares problems.</summary>
    private const double ClosedTheta = 1e-20;

    /// <summary>
    /// Starts from a point of the base. Columns whose bounds or costs have changed are put on the central path of their own reduced cost at the point's μ;
    /// what that leaves is a residual of the rows they are in.
    /// </summary>
    internal static void Warm(ResolveData data, InteriorPointMethod method, ResolvePoint from)
    {
        Iterate point = method.Point;
        method.Reload();
        point.Products = data.Products;
        point.Mu = from.Mu;
        from.CopyTo(point);
        foreach (int k in data.Changed)
            Set(point, k, Centre(data, from, k, ReducedCost(data.Form, from.Y, k)));
        method.Evaluate();
    }

    /// <summary>
    /// Starts from least-squares solutions of the primal and dual equations, as <see cref="StartingPoint"/> does, for columns of mixed kinds.
    /// </summary>
    internal static void Cold(ResolveData data, InteriorPointMethod method)
    {
        ComputationalForm form = data.Form;
        Iterate point = method.Point;
        KktSystem kkt = method.Kkt;
        Direction work = method.Reload();
        point.Products = data.Products;
        point.Mu = FirstMu;
        int n = form.ColumnCount;
        Array.Clear(point.Y);
        Array.Clear(point.Z);
        Array.Clear(point.V);
        for (int k = 0; k < n; k++)
        {
            bool boxed = double.IsFinite(data.Lower(k)) && double.IsFinite(data.Upper(k));
            kkt.Theta[k] = boxed && form.Upper[k] <= ResolveData.ClosedWidth ? ClosedTheta : 1.0;
            point.X[k] = boxed ? 0.5 * Math.Min(form.Upper[k], 1e3) : 0.0;
            point.W[k] = Iterate.NeverReached;
        }

        kkt.Factorize(1e-10);
        method.RowResiduals();
        Array.Clear(kkt.Scaled);
        kkt.Solve(point.PrimalResidual, work.X, work.Y, 1e-6, 20, null);
        for (int k = 0; k < n; k++)
            point.X[k] += work.X[k];
        Array.Clear(point.PrimalResidual);
        for (int k = 0; k < n; k++)
            kkt.Scaled[k] = kkt.Theta[k] * form.Cost[k];
        kkt.Solve(point.PrimalResidual, work.X, point.Y, 1e-6, 20, null);
        PlaceAll(data, point, work.X);
        method.Evaluate();
    }

    /// <summary>c − Aᵀy of a column.</summary>
    internal static double ReducedCost(ComputationalForm form, double[] y, int k)
    {
        SparseMatrix a = form.Matrix;
        double reduced = form.Cost[k];
        for (int q = a.ColumnStart[k]; q < a.ColumnStart[k + 1]; q++)
            reduced -= a.Value[q] * y[a.RowIndex[q]];
        return reduced;
    }

    /// <summary>Where a column's products are those of a point's μ and its duals match the reduced cost, as far as its bounds allow that.</summary>
    internal static Place Centre(ResolveData data, ResolvePoint from, int k, double reduced) => Centre(data, k, reduced, from.Mu, from.X[k]);

    private static Place Centre(ResolveData data, int k, double reduced, double mu, double free)
    {
        bool hasLower = double.IsFinite(data.Lower(k));
        bool hasUpper = double.IsFinite(data.Upper(k));
        if (hasLower && hasUpper)
        {
            double width = data.Form.Upper[k];
            double ratio = reduced * width / mu;
            double x = width * StartingPoint.Share(ratio);
            double w = width * StartingPoint.Share(-ratio);
            return new Place(x, w, mu / x, mu / w);
        }

        // One bound: a dual of the right sign as it is, else one of the size of the root of μ.
        double dual = Math.Max(hasLower ? reduced : -reduced, Math.Sqrt(mu));
        double value = mu / dual;
        return hasLower ? new Place(value, Iterate.NeverReached, dual, 0.0)
            : hasUpper ? new Place(-value, value, 0.0, dual)
            : new Place(free, Iterate.NeverReached, 0.0, 0.0);
    }

    /// <summary>Boxed columns to their centre, columns with one bound by Mehrotra's shifts, free ones as they are.</summary>
    private static void PlaceAll(ResolveData data, Iterate point, double[] reduced)
    {
        ComputationalForm form = data.Form;
        int n = form.ColumnCount;
        double leastX = 0.0;
        double leastZ = 0.0;
        for (int k = 0; k < n; k++)
        {
            reduced[k] = ReducedCost(form, point.Y, k);
            int side = Side(data, k);
            if (side == 0)
                continue;
            leastX = Math.Min(leastX, side * point.X[k]);
            leastZ = Math.Min(leastZ, side * reduced[k]);
        }

        double products = 0.0;
        double sumX = 0.0;
        double sumZ = 0.0;
        for (int k = 0; k < n; k++)
        {
            int side = Side(data, k);
            double x = (side * point.X[k]) - (1.5 * leastX);
            double z = (side * reduced[k]) - (1.5 * leastZ);
            if (side == 0)
                continue;
            products += x * z;
            sumX += x;
            sumZ += z;
        }

        double shiftX = (-1.5 * leastX) + Math.Max(1e-2, sumZ > 0.0 ? 0.5 * products / sumZ : 0.0);
        double shiftZ = (-1.5 * leastZ) + Math.Max(1e-2, sumX > 0.0 ? 0.5 * products / sumX : 0.0);
        for (int k = 0; k < n; k++)
        {
            int side = Side(data, k);
            if (side == 0)
            {
                if (double.IsFinite(data.Lower(k)))
                    Set(point, k, Centre(data, k, reduced[k], FirstMu, 0.0));
                continue;
            }

            double x = (side * point.X[k]) + shiftX;
            double z = (side * reduced[k]) + shiftZ;
            point.X[k] = side * x;
            point.Z[k] = side > 0 ? z : 0.0;
            point.W[k] = side > 0 ? Iterate.NeverReached : x;
            point.V[k] = side > 0 ? 0.0 : z;
        }
    }

    private static void Set(Iterate point, int k, in Place place)
    {
        point.X[k] = place.X;
        point.W[k] = place.W;
        point.Z[k] = place.Z;
        point.V[k] = place.V;
    }

    /// <summary>1 for a lower bound alone, −1 for an upper bound alone, else 0.</summary>
    private static int Side(ResolveData data, int k) =>
        (double.IsFinite(data.Lower(k)) ? 1 : 0) - (double.IsFinite(data.Upper(k)) ? 1 : 0);

    /// <summary>Where a column stands: its value, the distance to its upper bound, and their multipliers.</summary>
    internal readonly record struct Place(double X, double W, double Z, double V);
}
