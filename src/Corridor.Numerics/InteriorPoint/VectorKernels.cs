using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// Passes over a block of columns, eight at a time. The lanes of free columns and of the padding have z = 0 and are masked; so are
/// those among the boxed columns' last vector that have v = 0.
/// </summary>
internal static unsafe class VectorKernels
{
    private const int Width = 8;

    /// <summary>Least Θ⁻¹ of a bounded column.</summary>
    private const double LeastInverse = 1e-14;

    /// <summary>
    /// Θ = 1/(z/x + v/w + least), the products −x·z and −w·v, and Θh for them. <paramref name="free"/> is Θ⁻¹ of free columns.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Predictor(in ColumnVectors p, double* productX, double* productW, double free, int begin, int end, int boxed)
    {
        var one = Vector512.Create(1.0);
        var least = Vector512.Create(LeastInverse);
        var freeInverse = Vector512.Create(free);
        for (int j = begin; j < end; j += Width)
        {
            var x = Vector512.Load(p.X + j);
            var z = Vector512.Load(p.Z + j);
            Vector512<double> inverse = Vector512.ConditionalSelect(IsPositive(z), (z / x) + least, freeInverse);
            (-(x * z)).Store(productX + j);
            Vector512<double> h = Vector512.Load(p.DualResidual + j) + z;
            if (j < boxed)
            {
                var w = Vector512.Load(p.W + j);
                var v = Vector512.Load(p.V + j);
                Vector512<double> ratio = v / w;
                inverse += ratio;
                (-(w * v)).Store(productW + j);
                h = h - v - (ratio * Vector512.Load(p.UpperResidual + j));
            }

            Vector512<double> theta = one / inverse;
            theta.Store(p.Theta + j);
            (theta * h).Store(p.Scaled + j);
        }
    }

    /// <summary>The products −x·z + target − weight·dx·dz, likewise of w and v, and Θh for them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Corrector(
        in ColumnVectors p, in DirectionVectors d, double* productX, double* productW, double target, double weight, int begin, int end, int boxed)
    {
        var t = Vector512.Create(target);
        var minusWeight = Vector512.Create(-weight);
        for (int j = begin; j < end; j += Width)
        {
            var x = Vector512.Load(p.X + j);
            var z = Vector512.Load(p.Z + j);
            Vector512<double> product = SecondOrder(x, z, Vector512.Load(d.X + j), Vector512.Load(d.Z + j), t, minusWeight);
            product.Store(productX + j);
            Vector512<double> h = Vector512.Load(p.DualResidual + j) - Vector512.ConditionalSelect(IsPositive(z), product / x, Vector512<double>.Zero);
            if (j < boxed)
            {
                var w = Vector512.Load(p.W + j);
                var v = Vector512.Load(p.V + j);
                product = SecondOrder(w, v, Vector512.Load(d.W + j), Vector512.Load(d.V + j), t, minusWeight);
                product.Store(productW + j);
                h += (product - (v * Vector512.Load(p.UpperResidual + j))) / w;
            }

            (Vector512.Load(p.Theta + j) * h).Store(p.Scaled + j);
        }
    }

    /// <summary>
    /// Gondzio's correction: new products, moved so that those expected at the wished steps come towards [low, high], by at most −high
    /// downwards; and Θh for them.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Centrality(
        in ColumnVectors p,
        in DirectionVectors d,
        in Products from,
        in Products to,
        in CentralityAim aim,
        int begin,
        int end,
        int boxed)
    {
        var primal = Vector512.Create(aim.Primal);
        var dual = Vector512.Create(aim.Dual);
        var low = Vector512.Create(aim.Low);
        var high = Vector512.Create(aim.High);
        for (int j = begin; j < end; j += Width)
        {
            var x = Vector512.Load(p.X + j);
            var z = Vector512.Load(p.Z + j);
            Vector512<double> product = Vector512.Load(from.X + j) + Shift(x, z, Vector512.Load(d.X + j), Vector512.Load(d.Z + j), primal, dual, low, high);
            product.Store(to.X + j);
            Vector512<double> h = Vector512.Load(p.DualResidual + j) - Vector512.ConditionalSelect(IsPositive(z), product / x, Vector512<double>.Zero);
            if (j < boxed)
            {
                var w = Vector512.Load(p.W + j);
                var v = Vector512.Load(p.V + j);
                product = Vector512.Load(from.W + j) + Shift(w, v, Vector512.Load(d.W + j), Vector512.Load(d.V + j), primal, dual, low, high);
                product.Store(to.W + j);
                h += (product - (v * Vector512.Load(p.UpperResidual + j))) / w;
            }

            (Vector512.Load(p.Theta + j) * h).Store(p.Scaled + j);
        }
    }

    /// <summary>
    /// From dx: dz = (product − z·dx)/x, dw = r_u − dx, dv = (product − v·dw)/w. Adds to sums: 0 and 1 the largest of 1 and −change/value of the
    /// primal and the dual side; 2 to 4 Σ(dx·z + dw·v), Σ(x·dz + w·dv), Σ(dx·dz + dw·dv).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Finish(in ColumnVectors p, in DirectionVectors d, in Products products, double* sums, int begin, int end, int boxed)
    {
        var one = Vector512.Create(1.0);
        var never = Vector512.Create(double.NegativeInfinity);
        Vector512<double> primalRatio = one, dualRatio = one;
        Vector512<double> primalSlope = default, dualSlope = default, curvature = default;
        for (int j = begin; j < end; j += Width)
        {
            var x = Vector512.Load(p.X + j);
            var z = Vector512.Load(p.Z + j);
            var dx = Vector512.Load(d.X + j);
            Vector512<double> bounded = IsPositive(z);
            Vector512<double> dz = Vector512.ConditionalSelect(bounded, (Vector512.Load(products.X + j) - (z * dx)) / x, Vector512<double>.Zero);
            dz.Store(d.Z + j);
            Widen(ref primalRatio, Vector512.ConditionalSelect(bounded, -dx, never), x);
            Widen(ref dualRatio, -dz, z);
            primalSlope = Vector512.FusedMultiplyAdd(dx, z, primalSlope);
            dualSlope = Vector512.FusedMultiplyAdd(x, dz, dualSlope);
            curvature = Vector512.FusedMultiplyAdd(dx, dz, curvature);
            if (j < boxed)
            {
                var w = Vector512.Load(p.W + j);
                var v = Vector512.Load(p.V + j);
                Vector512<double> dw = Vector512.Load(p.UpperResidual + j) - dx;
                Vector512<double> dv = (Vector512.Load(products.W + j) - (v * dw)) / w;
                dw.Store(d.W + j);
                dv.Store(d.V + j);
                Widen(ref primalRatio, -dw, w);
                Widen(ref dualRatio, -dv, v);
                primalSlope = Vector512.FusedMultiplyAdd(dw, v, primalSlope);
                dualSlope = Vector512.FusedMultiplyAdd(w, dv, dualSlope);
                curvature = Vector512.FusedMultiplyAdd(dw, dv, curvature);
            }
        }

        sums[0] = Math.Max(sums[0], Largest(primalRatio));
        sums[1] = Math.Max(sums[1], Largest(dualRatio));
        sums[2] += Add(primalSlope);
        sums[3] += Add(dualSlope);
        sums[4] += Add(curvature);
    }

    /// <summary>
    /// Moves the columns along a direction and finds their residuals; Aᵀy stands where the dual residual will. Adds to sums: 5 cᵀx,
    /// 6 xᵀz + wᵀv, 7 uᵀv; 8 and 9 the largest dual and upper residual.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Move(in ColumnVectors p, in DirectionVectors d, double primal, double dual, double* sums, int begin, int end, int boxed)
    {
        var a = Vector512.Create(primal);
        var b = Vector512.Create(dual);
        Vector512<double> objective = default, products = default, bound = default, dualError = default, upperError = default;
        for (int j = begin; j < end; j += Width)
        {
            Vector512<double> x = Vector512.FusedMultiplyAdd(a, Vector512.Load(d.X + j), Vector512.Load(p.X + j));
            Vector512<double> z = Vector512.FusedMultiplyAdd(b, Vector512.Load(d.Z + j), Vector512.Load(p.Z + j));
            var c = Vector512.Load(p.Cost + j);
            x.Store(p.X + j);
            z.Store(p.Z + j);
            objective = Vector512.FusedMultiplyAdd(c, x, objective);
            products = Vector512.FusedMultiplyAdd(x, z, products);
            Vector512<double> residual = c - Vector512.Load(p.DualResidual + j) - z;
            if (j < boxed)
            {
                Vector512<double> w = Vector512.FusedMultiplyAdd(a, Vector512.Load(d.W + j), Vector512.Load(p.W + j));
                Vector512<double> v = Vector512.FusedMultiplyAdd(b, Vector512.Load(d.V + j), Vector512.Load(p.V + j));
                var u = Vector512.Load(p.Upper + j);
                w.Store(p.W + j);
                v.Store(p.V + j);
                residual += v;
                products = Vector512.FusedMultiplyAdd(w, v, products);
                bound = Vector512.FusedMultiplyAdd(u, v, bound);
                Vector512<double> upper = Vector512.ConditionalSelect(IsPositive(v), u - x - w, Vector512<double>.Zero);
                upper.Store(p.UpperResidual + j);
                upperError = Vector512.Max(upperError, Vector512.Abs(upper));
            }

            residual.Store(p.DualResidual + j);
            dualError = Vector512.Max(dualError, Vector512.Abs(residual));
        }

        sums[5] += Add(objective);
        sums[6] += Add(products);
        sums[7] += Add(bound);
        sums[8] = Math.Max(sums[8], Largest(dualError));
        sums[9] = Math.Max(sums[9], Largest(upperError));
    }

    /// <summary>The first element with value·ratio ≤ −change among those with a positive partner; −1 if there is none.</summary>
    internal static int FirstBlocking(double* value, double* change, double* guard, double ratio, int begin, int end)
    {
        for (int j = begin; j < end; j++)
        {
            if (guard[j] > 0.0 && -change[j] >= ratio * value[j])
                return j;
        }

        return -1;
    }

    /// <summary>a ← a + s·da.</summary>
    internal static void Step(Span<double> a, ReadOnlySpan<double> da, double s)
    {
        ReadOnlySpan<double> change = da[..a.Length];
        for (int j = 0; j < a.Length; j++)
            a[j] = Math.FusedMultiplyAdd(s, change[j], a[j]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> IsPositive(Vector512<double> value) => Vector512.GreaterThan(value, Vector512<double>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> SecondOrder(
        Vector512<double> a, Vector512<double> b, Vector512<double> da, Vector512<double> db, Vector512<double> target, Vector512<double> minusWeight)
    {
        Vector512<double> aim = Vector512.FusedMultiplyAdd(minusWeight, da * db, target);
        return Vector512.ConditionalSelect(IsPositive(b), aim - (a * b), Vector512<double>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Shift(
        Vector512<double> a,
        Vector512<double> b,
        Vector512<double> da,
        Vector512<double> db,
        Vector512<double> primal,
        Vector512<double> dual,
        Vector512<double> low,
        Vector512<double> high)
    {
        Vector512<double> product = Vector512.FusedMultiplyAdd(primal, da, a) * Vector512.FusedMultiplyAdd(dual, db, b);
        Vector512<double> aim = Vector512.Min(Vector512.Max(product, low), high);
        return Vector512.ConditionalSelect(IsPositive(b), Vector512.Max(aim - product, -high), Vector512<double>.Zero);
    }

    /// <summary>ratio ← max(ratio, fall/value), dividing only if something grows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Widen(ref Vector512<double> ratio, Vector512<double> fall, Vector512<double> value)
    {
        if (Vector512.GreaterThanAny(fall, ratio * value))
            ratio = Vector512.ConditionalSelect(Vector512.GreaterThan(fall, ratio * value), fall / value, ratio);
    }

    private static double Largest(Vector512<double> value)
    {
        double largest = value[0];
        for (int k = 1; k < Width; k++)
            largest = Math.Max(largest, value[k]);
        return largest;
    }

    private static double Add(Vector512<double> sum)
    {
        Vector256<double> half = sum.GetLower() + sum.GetUpper();
        Vector128<double> quarter = half.GetLower() + half.GetUpper();
        return quarter[0] + quarter[1];
    }
}

/// <summary>Where the complementarity products of a right-hand side begin.</summary>
internal readonly unsafe struct Products(double* x, double* w)
{
    internal readonly double* X = x;
    internal readonly double* W = w;
}

/// <summary>What a centrality corrector aims at: steps, and the interval for the products after them.</summary>
internal readonly record struct CentralityAim(double Primal, double Dual, double Low, double High);
