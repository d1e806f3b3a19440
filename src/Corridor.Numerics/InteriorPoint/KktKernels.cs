using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>What follows the sparse products of <see cref="KktSystem"/>, block by block.</summary>
internal static unsafe class KktKernels
{
    /// <summary>result = a + b; returns the largest magnitude, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Sum(double* a, double* b, double* result, int count)
    {
        double largest = 0.0;
        for (int k = 0; k < count; k++)
        {
            result[k] = a[k] + b[k];
            largest = Math.Max(largest, Math.Abs(result[k]));
        }

        return largest;
    }

    /// <summary>dx = θ·t − scaled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Columns(double* theta, double* t, double* scaled, double* dx, int count)
    {
        int k = 0;
        for (; k + 8 <= count; k += 8)
            Vector512.FusedMultiplyAdd(Vector512.Load(theta + k), Vector512.Load(t + k), -Vector512.Load(scaled + k)).Store(dx + k);
        for (; k < count; k++)
            dx[k] = Math.FusedMultiplyAdd(theta[k], t[k], -scaled[k]);
    }

    /// <summary>residual = r − t − δ·dy; returns the largest magnitude, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Residual(double* r, double* t, double* dy, double delta, double* residual, int count)
    {
        double largest = 0.0;
        for (int k = 0; k < count; k++)
        {
            residual[k] = r[k] - t[k] - (delta * dy[k]);
            largest = Math.Max(largest, Math.Abs(residual[k]));
        }

        return largest;
    }

    /// <summary>result = θ·t; returns Σ θ·t².</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Search(double* theta, double* t, double* result, int count)
    {
        double sum = 0.0;
        for (int k = 0; k < count; k++)
        {
            result[k] = theta[k] * t[k];
            sum += result[k] * t[k];
        }

        return sum;
    }

    /// <summary>residual ← residual − α(t + δ·search), dy ← dy + α·search; returns the largest magnitude of the residual, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Advance(double* t, double* search, double delta, double alpha, double* residual, double* dy, int count)
    {
        double largest = 0.0;
        for (int k = 0; k < count; k++)
        {
            residual[k] -= alpha * (t[k] + (delta * search[k]));
            dy[k] += alpha * search[k];
            largest = Math.Max(largest, Math.Abs(residual[k]));
        }

        return largest;
    }
}
