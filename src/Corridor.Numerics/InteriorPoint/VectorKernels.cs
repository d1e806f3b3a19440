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

    /// <summary>Θh for the products of a right-hand side, h = r_d − p/x + q/w.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void RightHandSide<T>(in ColumnVectors c, in Stages s, int begin, int end, int boxed)
        where T : struct, IPairProduct
    {
        var one = Vector512.Create(1.0);
        var f = new StageFigures(s);
        for (int j = begin; j < end; j += Width)
        {
            var x = Vector512.Load(c.X + j);
            var z = Vector512.Load(c.Z + j);
            Vector512<double> first = T.Depth > 0 ? Vector512.Load(s.Predictor + j) : default;
            Vector512<double> second = T.Depth > 1 ? Vector512.Load(s.Corrector + j) : default;
            var h = Vector512.Load(c.DualResidual + j);
            Vector512<double> inverse;
            if (j < boxed)
            {
                // One division for both: 1/x = w/(x·w), 1/w = x/(x·w).
                var w = Vector512.Load(c.W + j);
                var v = Vector512.Load(c.V + j);
                Vector512<double> both = one / (x * w);
                inverse = x * both;
                h += Masked(v, T.Of(w, v, inverse, -first, -second, f) * inverse);
                inverse = w * both;
            }
            else
            {
                inverse = one / x;
            }

            h -= Masked(z, T.Of(x, z, inverse, first, second, f) * inverse);
            (Vector512.Load(c.Theta + j) * h).Store(c.Scaled + j);
        }
    }

    /// <summary>
    /// Measures a direction. Sums: 0 and 1 become the largest of themselves and −change/value of the primal and the dual side; 2 to 4 gain
    /// Σ(dx·z + dw·v), Σ(x·dz + w·dv), Σ(dx·dz + dw·dv).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Measure<T>(in ColumnVectors c, in Stages s, double* direction, double* sums, int begin, int end, int boxed)
        where T : struct, IPairProduct
    {
        var one = Vector512.Create(1.0);
        var never = Vector512.Create(double.NegativeInfinity);
        var f = new StageFigures(s);
        var primalRatio = Vector512.Create(sums[0]);
        var dualRatio = Vector512.Create(sums[1]);
        Vector512<double> primalSlope = default, dualSlope = default, curvature = default;
        for (int j = begin; j < end; j += Width)
        {
            var x = Vector512.Load(c.X + j);
            var z = Vector512.Load(c.Z + j);
            var dx = Vector512.Load(direction + j);
            Vector512<double> first = T.Depth > 0 ? Vector512.Load(s.Predictor + j) : default;
            Vector512<double> second = T.Depth > 1 ? Vector512.Load(s.Corrector + j) : default;
            Vector512<double> inverse;
            Vector512<double> bounded = IsPositive(z);
            if (j < boxed)
            {
                var w = Vector512.Load(c.W + j);
                var v = Vector512.Load(c.V + j);
                Vector512<double> both = one / (x * w);
                inverse = x * both;
                Vector512<double> dv = Masked(v, Vector512.FusedMultiplyAdd(v, dx, T.Of(w, v, inverse, -first, -second, f)) * inverse);
                inverse = w * both;
                Widen(ref primalRatio, dx, w);
                Widen(ref dualRatio, -dv, v);
                primalSlope -= dx * v;
                dualSlope = Vector512.FusedMultiplyAdd(w, dv, dualSlope);
                curvature -= dx * dv;
            }
            else
            {
                inverse = one / x;
            }

            Vector512<double> dz = Vector512.ConditionalSelect(bounded, (T.Of(x, z, inverse, first, second, f) - (z * dx)) * inverse, Vector512<double>.Zero);
            Widen(ref primalRatio, Vector512.ConditionalSelect(bounded, -dx, never), x);
            Widen(ref dualRatio, -dz, z);
            primalSlope = Vector512.FusedMultiplyAdd(dx, z, primalSlope);
            dualSlope = Vector512.FusedMultiplyAdd(x, dz, dualSlope);
            curvature = Vector512.FusedMultiplyAdd(dx, dz, curvature);
        }

        sums[0] = Math.Max(sums[0], Largest(primalRatio));
        sums[1] = Math.Max(sums[1], Largest(dualRatio));
        sums[2] += Add(primalSlope);
        sums[3] += Add(dualSlope);
        sums[4] += Add(curvature);
    }

    /// <summary>
    /// Moves the columns along a direction, finds their residuals and sets Θ = 1/(z/x + v/w + least)  and
    /// Θh for the next predictor. Sums: 5 cᵀx, 6 xᵀz + wᵀv, 7 uᵀv; 8 the largest dual residual.
    /// </summary>
    /// <param name="c">The vectors.</param>
    /// <param name="s">The directions before the one that is followed.</param>
    /// <param name="direction">dx.</param>
    /// <param name="gradient">Aᵀy of the new y, from <paramref name="begin"/> on.</param>
    /// <param name="step">The steps.</param>
    /// <param name="sums">The sums.</param>
    /// <param name="begin">First column.</param>
    /// <param name="end">Column after the last.</param>
    /// <param name="boxed">Boxed columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Move<T>(
        in ColumnVectors c, in Stages s, double* direction, double* gradient, in MoveSteps step, double* sums, int begin, int end, int boxed)
        where T : struct, IPairProduct
    {
        var one = Vector512.Create(1.0);
        var f = new StageFigures(s);
        var primal = Vector512.Create(step.Primal);
        var dual = Vector512.Create(step.Dual);
        var free = Vector512.Create(1.0 / step.FreeInverse);
        var least = Vector512.Create(LeastInverse);
        Vector512<double> objective = default, products = default, bound = default, dualError = default;
        for (int j = begin; j < end; j += Width)
        {
            var x = Vector512.Load(c.X + j);
            var z = Vector512.Load(c.Z + j);
            var dx = Vector512.Load(direction + j);
            var cost = Vector512.Load(c.Cost + j);
            Vector512<double> first = T.Depth > 0 ? Vector512.Load(s.Predictor + j) : default;
            Vector512<double> second = T.Depth > 1 ? Vector512.Load(s.Corrector + j) : default;
            Vector512<double> bounded = IsPositive(z);
            Vector512<double> theta;
            var residual = cost - Vector512.Load(gradient + (j - begin));
            if (j < boxed)
            {
                var w = Vector512.Load(c.W + j);
                var v = Vector512.Load(c.V + j);
                Vector512<double> both = one / (x * w);
                Vector512<double> inverse = w * both;
                Vector512<double> change = (T.Of(x, z, inverse, first, second, f) - (z * dx)) * inverse;
                inverse = x * both;
                Vector512<double> changeV = Vector512.FusedMultiplyAdd(v, dx, T.Of(w, v, inverse, -first, -second, f)) * inverse;
                x = Vector512.FusedMultiplyAdd(primal, dx, x);
                z = Vector512.FusedMultiplyAdd(dual, Vector512.ConditionalSelect(bounded, change, Vector512<double>.Zero), z);
                v = Vector512.FusedMultiplyAdd(dual, Masked(v, changeV), v);
                w = Vector512.FusedMultiplyAdd(-primal, dx, w);
                w.Store(c.W + j);
                v.Store(c.V + j);
                Vector512<double> dualProduct = Masked(v, w * v);
                products += dualProduct;
                bound = Vector512.FusedMultiplyAdd(x, v, bound) + dualProduct;
                residual += v - z;

                // 1/(z/x + v/w + least) by one division.
                both = x * w;
                theta = both / Vector512.FusedMultiplyAdd(z, w, Vector512.FusedMultiplyAdd(v, x, least * both));
                theta = Vector512.ConditionalSelect(bounded | IsPositive(v), theta, free);
                Vector512<double> h = residual + (z - v);
                x.Store(c.X + j);
                z.Store(c.Z + j);
                theta.Store(c.Theta + j);
                (theta * h).Store(c.Scaled + j);
            }
            else
            {
                Vector512<double> inverse = one / x;
                Vector512<double> change = (T.Of(x, z, inverse, first, second, f) - (z * dx)) * inverse;
                x = Vector512.FusedMultiplyAdd(primal, dx, x);
                z = Vector512.FusedMultiplyAdd(dual, Vector512.ConditionalSelect(bounded, change, Vector512<double>.Zero), z);
                residual -= z;
                theta = Vector512.ConditionalSelect(bounded, x / Vector512.FusedMultiplyAdd(least, x, z), free);
                x.Store(c.X + j);
                z.Store(c.Z + j);
                theta.Store(c.Theta + j);
                (theta * (residual + z)).Store(c.Scaled + j);
            }

            objective = Vector512.FusedMultiplyAdd(cost, x, objective);
            products = Vector512.FusedMultiplyAdd(x, z, products);
            residual.Store(c.DualResidual + j);
            dualError = Vector512.Max(dualError, Vector512.Abs(residual));
        }

        sums[5] += Add(objective);
        sums[6] += Add(products);
        sums[7] += Add(bound);
        sums[8] = Math.Max(sums[8], Largest(dualError));
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

    /// <summary>The value where the partner is positive, 0 elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Masked(Vector512<double> partner, Vector512<double> value) =>
        Vector512.ConditionalSelect(IsPositive(partner), value, Vector512<double>.Zero);

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

/// <summary>The steps of a move, and Θ⁻¹ of free columns after it.</summary>
internal readonly record struct MoveSteps(double Primal, double Dual, double FreeInverse);
