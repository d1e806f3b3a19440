using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Corridor.Numerics.Factorization;

/// <summary>
/// Dense kernels on column-major panels. Every result element is one chain of fused multiply-adds in ascending order of the
/// inner index, so that blocking, vector width and threads do not change a bit of it.
/// </summary>
internal static unsafe class FactorKernels
{
    /// <summary>Doubles that may be read (never used) past the end of a panel.</summary>
    internal const int Padding = 16;

    /// <summary>
    /// result = A·Bᵀ for the lower trapezoid: result[r, c] for r ≥ c, where A is the panel's rows from the first on and B its first
    /// <paramref name="columns"/> rows times the signs.
    /// </summary>
    /// <param name="a">First row of the part, column 0 of the panel.</param>
    /// <param name="stride">Rows of the panel, the distance of its columns.</param>
    /// <param name="sign">+1 or −1 for each inner index, or null where all are +1.</param>
    /// <param name="inner">Columns of the panel that take part.</param>
    /// <param name="rows">Rows of the result.</param>
    /// <param name="columns">Columns of the result, ≤ rows.</param>
    /// <param name="packed">Room for 8·inner values.</param>
    /// <param name="result">Column-major.</param>
    /// <param name="resultStride">A multiple of 8, at least rows rounded up to 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Outer(double* a, long stride, double* sign, int inner, int rows, int columns, double* packed, double* result, long resultStride)
    {
        int c = 0;
        for (; c + 8 <= columns; c += 8)
        {
            Pack(a + c, stride, sign, inner, 8, packed);
            double* target = result + (c * resultStride);
            int r = c & ~7;
            for (; r + 8 < rows; r += 16)
                WideKernels.Eight16(a + r, stride, packed, inner, target + r, resultStride);
            for (; r < rows; r += 8)
                WideKernels.Eight8(a + r, stride, packed, inner, target + r, resultStride);
        }

        for (; c + 4 <= columns; c += 4)
        {
            for (int k = 0; k < inner; k++)
            {
                double* source = a + (k * stride) + c;
                double s = sign == null ? 1.0 : sign[k];
                packed[4 * k] = s * source[0];
                packed[(4 * k) + 1] = s * source[1];
                packed[(4 * k) + 2] = s * source[2];
                packed[(4 * k) + 3] = s * source[3];
            }

            double* target = result + (c * resultStride);
            int r = c & ~7;
            for (; r + 8 < rows; r += 16)
                Four16(a + r, stride, packed, inner, target + r, resultStride);
            for (; r < rows; r += 8)
                Four8(a + r, stride, packed, inner, target + r, resultStride);
        }

        for (; c < columns; c++)
        {
            for (int k = 0; k < inner; k++)
                packed[k] = (sign == null ? 1.0 : sign[k]) * a[(k * stride) + c];
            double* target = result + (c * resultStride);
            for (int r = c & ~7; r < rows; r += 8)
            {
                Vector512<double> sum = Vector512<double>.Zero;
                double* source = a + r;
                for (int k = 0; k < inner; k++, source += stride)
                    sum = Vector512.FusedMultiplyAdd(Vector512.Load(source), Vector512.Create(packed[k]), sum);
                sum.Store(target + r);
            }
        }
    }

    /// <summary>Asks for the cache line of an address, where the processor can be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Prefetch(void* address)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(address);
    }

    /// <summary>Asks for the lines of a stretch of values, up to 2 kB.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Prefetch(double* begin, long count)
    {
        count = Math.Min(count, 256);
        for (long k = 0; k < count; k += 8)
            Prefetch((void*)(begin + k));
    }

    private static void Pack(double* a, long stride, double* sign, int inner, int count, double* packed)
    {
        for (int k = 0; k < inner; k++, a += stride, packed += count)
        {
            double s = sign == null ? 1.0 : sign[k];
            for (int c = 0; c < count; c++)
                packed[c] = s * a[c];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four16(double* a, long stride, double* packed, int inner, double* result, long resultStride)
    {
        Vector512<double> s00 = default, s01 = default, s10 = default, s11 = default;
        Vector512<double> s20 = default, s21 = default, s30 = default, s31 = default;
        for (int k = 0; k < inner; k++, a += stride, packed += 4)
        {
            var a0 = Vector512.Load(a);
            var a1 = Vector512.Load(a + 8);
            var b = Vector512.Create(packed[0]);
            s00 = Vector512.FusedMultiplyAdd(a0, b, s00);
            s01 = Vector512.FusedMultiplyAdd(a1, b, s01);
            b = Vector512.Create(packed[1]);
            s10 = Vector512.FusedMultiplyAdd(a0, b, s10);
            s11 = Vector512.FusedMultiplyAdd(a1, b, s11);
            b = Vector512.Create(packed[2]);
            s20 = Vector512.FusedMultiplyAdd(a0, b, s20);
            s21 = Vector512.FusedMultiplyAdd(a1, b, s21);
            b = Vector512.Create(packed[3]);
            s30 = Vector512.FusedMultiplyAdd(a0, b, s30);
            s31 = Vector512.FusedMultiplyAdd(a1, b, s31);
        }

        s00.Store(result);
        s01.Store(result + 8);
        s10.Store(result + resultStride);
        s11.Store(result + resultStride + 8);
        s20.Store(result + (2 * resultStride));
        s21.Store(result + (2 * resultStride) + 8);
        s30.Store(result + (3 * resultStride));
        s31.Store(result + (3 * resultStride) + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four8(double* a, long stride, double* packed, int inner, double* result, long resultStride)
    {
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        for (int k = 0; k < inner; k++, a += stride, packed += 4)
        {
            var a0 = Vector512.Load(a);
            s0 = Vector512.FusedMultiplyAdd(a0, Vector512.Create(packed[0]), s0);
            s1 = Vector512.FusedMultiplyAdd(a0, Vector512.Create(packed[1]), s1);
            s2 = Vector512.FusedMultiplyAdd(a0, Vector512.Create(packed[2]), s2);
            s3 = Vector512.FusedMultiplyAdd(a0, Vector512.Create(packed[3]), s3);
        }

        s0.Store(result);
        s1.Store(result + resultStride);
        s2.Store(result + (2 * resultStride));
        s3.Store(result + (3 * resultStride));
    }

    /// <summary>y ← y − factor·x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Subtract(double* y, double* x, double factor, int count)
    {
        var f = Vector512.Create(-factor);
        int r = 0;
        for (; r + 8 <= count; r += 8)
            Vector512.FusedMultiplyAdd(Vector512.Load(x + r), f, Vector512.Load(y + r)).Store(y + r);
        for (; r < count; r++)
            y[r] = Math.FusedMultiplyAdd(x[r], -factor, y[r]);
    }

    /// <summary>x ← factor·x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Scale(double* x, double factor, int count)
    {
        var f = Vector512.Create(factor);
        int r = 0;
        for (; r + 8 <= count; r += 8)
            (Vector512.Load(x + r) * f).Store(x + r);
        for (; r < count; r++)
            x[r] *= factor;
    }

    /// <summary>y ← y − x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SubtractFrom(double* y, double* x, int count)
    {
        int r = 0;
        for (; r + 8 <= count; r += 8)
            (Vector512.Load(y + r) - Vector512.Load(x + r)).Store(y + r);
        for (; r < count; r++)
            y[r] -= x[r];
    }

    /// <summary>
    /// Subtracts the lower trapezoid of <see cref="Outer"/>'s result from a panel: element [r, c] from row places[r] of the column that belongs to row[c].
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Scatter(double* panel, long height, int* row, int firstColumn, int* places, double* product, long stride, int count, int columns)
    {
        int c = 0;
        for (; c + 4 <= columns; c += 4)
        {
            double* t0 = panel + ((row[c] - firstColumn) * height);
            double* t1 = panel + ((row[c + 1] - firstColumn) * height);
            double* t2 = panel + ((row[c + 2] - firstColumn) * height);
            double* t3 = panel + ((row[c + 3] - firstColumn) * height);
            double* p0 = product + (c * stride);
            double* p1 = p0 + stride;
            double* p2 = p1 + stride;
            double* p3 = p2 + stride;
            t0[places[c]] -= p0[c];
            t0[places[c + 1]] -= p0[c + 1];
            t0[places[c + 2]] -= p0[c + 2];
            t1[places[c + 1]] -= p1[c + 1];
            t1[places[c + 2]] -= p1[c + 2];
            t2[places[c + 2]] -= p2[c + 2];
            for (int r = c + 3; r < count; r++)
            {
                long to = places[r];
                t0[to] -= p0[r];
                t1[to] -= p1[r];
                t2[to] -= p2[r];
                t3[to] -= p3[r];
            }
        }

        for (; c < columns; c++)
        {
            double* target = panel + ((row[c] - firstColumn) * height);
            double* from = product + (c * stride);
            for (int r = c; r < count; r++)
                target[places[r]] -= from[r];
        }
    }
}
