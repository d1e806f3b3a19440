using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Corridor.Numerics.Factorization;

/// <summary>Kernels that hold eight columns in registers; the order of operations is that of <see cref="FactorKernels"/>.</summary>
internal static unsafe class WideKernels
{
    /// <summary>Sixteen rows of eight columns of A·Bᵀ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Eight16(double* a, long stride, double* packed, int inner, double* result, long resultStride)
    {
        Vector512<double> s00 = default, s01 = default;
        Vector512<double> s10 = default, s11 = default;
        Vector512<double> s20 = default, s21 = default;
        Vector512<double> s30 = default, s31 = default;
        Vector512<double> s40 = default, s41 = default;
        Vector512<double> s50 = default, s51 = default;
        Vector512<double> s60 = default, s61 = default;
        Vector512<double> s70 = default, s71 = default;
        for (int k = 0; k < inner; k++, a += stride, packed += 8)
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
            b = Vector512.Create(packed[4]);
            s40 = Vector512.FusedMultiplyAdd(a0, b, s40);
            s41 = Vector512.FusedMultiplyAdd(a1, b, s41);
            b = Vector512.Create(packed[5]);
            s50 = Vector512.FusedMultiplyAdd(a0, b, s50);
            s51 = Vector512.FusedMultiplyAdd(a1, b, s51);
            b = Vector512.Create(packed[6]);
            s60 = Vector512.FusedMultiplyAdd(a0, b, s60);
            s61 = Vector512.FusedMultiplyAdd(a1, b, s61);
            b = Vector512.Create(packed[7]);
            s70 = Vector512.FusedMultiplyAdd(a0, b, s70);
            s71 = Vector512.FusedMultiplyAdd(a1, b, s71);
        }

        s00.Store(result);
        s01.Store(result + 8);
        result += resultStride;
        s10.Store(result);
        s11.Store(result + 8);
        result += resultStride;
        s20.Store(result);
        s21.Store(result + 8);
        result += resultStride;
        s30.Store(result);
        s31.Store(result + 8);
        result += resultStride;
        s40.Store(result);
        s41.Store(result + 8);
        result += resultStride;
        s50.Store(result);
        s51.Store(result + 8);
        result += resultStride;
        s60.Store(result);
        s61.Store(result + 8);
        result += resultStride;
        s70.Store(result);
        s71.Store(result + 8);
    }

    /// <summary>Eight rows of eight columns of A·Bᵀ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Eight8(double* a, long stride, double* packed, int inner, double* result, long resultStride)
    {
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector512<double> s4 = default, s5 = default, s6 = default, s7 = default;
        for (int k = 0; k < inner; k++, a += stride, packed += 8)
        {
            var a0 = Vector512.Load(a);
            s0 = Vector512.FusedMultiplyAdd(a0, Vector512.Create(packed[0]), s0);
            s1 = Vector512.FusedMultiplyAdd(a0, Vector512.Create(packed[1]), s1);
            s2 = Vector512.FusedMultiplyAdd(a0, Vector512.Create(packed[2]), s2);
            s3 = Vector512.FusedMultiplyAdd(a0, Vector512.Create(packed[3]), s3);
            s4 = Vector512.FusedMultiplyAdd(a0, Vector512.Create(packed[4]), s4);
            s5 = Vector512.FusedMultiplyAdd(a0, Vector512.Create(packed[5]), s5);
            s6 = Vector512.FusedMultiplyAdd(a0, Vector512.Create(packed[6]), s6);
            s7 = Vector512.FusedMultiplyAdd(a0, Vector512.Create(packed[7]), s7);
        }

        s0.Store(result);
        result += resultStride;
        s1.Store(result);
        result += resultStride;
        s2.Store(result);
        result += resultStride;
        s3.Store(result);
        result += resultStride;
        s4.Store(result);
        result += resultStride;
        s5.Store(result);
        result += resultStride;
        s6.Store(result);
        result += resultStride;
        s7.Store(result);
    }

    /// <summary>
    /// Rows below an eliminated block of eight columns: column j ← (column j − Σ_{k&lt;j} column k · c[8k + j]) · c[8j + j], row by row in registers.
    /// </summary>
    /// <param name="column">First row of column 0.</param>
    /// <param name="height">Distance of the columns.</param>
    /// <param name="c">Coefficients, 64.</param>
    /// <param name="rows">Number of rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void EliminateBelow(double* column, long height, double* c, int rows)
    {
        int r = 0;
        for (; r + 8 <= rows; r += 8)
            EliminateEight(column + r, height, c);
        if (r == rows)
            return;
        double* rest = stackalloc double[64];
        for (int j = 0; j < 8; j++)
        {
            for (int k = 0; k < 8; k++)
                rest[(8 * j) + k] = r + k < rows ? column[(j * height) + r + k] : 0.0;
        }

        EliminateEight(rest, 8, c);
        for (int j = 0; j < 8; j++)
        {
            for (int k = 0; r + k < rows; k++)
                column[(j * height) + r + k] = rest[(8 * j) + k];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EliminateEight(double* p, long height, double* c)
    {
        var x0 = Vector512.Load(p) * Vector512.Create(c[0]);
        var x1 = Vector512.Load(p + height);
        var x2 = Vector512.Load(p + (2 * height));
        var x3 = Vector512.Load(p + (3 * height));
        var x4 = Vector512.Load(p + (4 * height));
        var x5 = Vector512.Load(p + (5 * height));
        var x6 = Vector512.Load(p + (6 * height));
        var x7 = Vector512.Load(p + (7 * height));
        x1 = Vector512.FusedMultiplyAdd(x0, Vector512.Create(c[1]), x1);
        x2 = Vector512.FusedMultiplyAdd(x0, Vector512.Create(c[2]), x2);
        x3 = Vector512.FusedMultiplyAdd(x0, Vector512.Create(c[3]), x3);
        x4 = Vector512.FusedMultiplyAdd(x0, Vector512.Create(c[4]), x4);
        x5 = Vector512.FusedMultiplyAdd(x0, Vector512.Create(c[5]), x5);
        x6 = Vector512.FusedMultiplyAdd(x0, Vector512.Create(c[6]), x6);
        x7 = Vector512.FusedMultiplyAdd(x0, Vector512.Create(c[7]), x7);
        x1 *= Vector512.Create(c[9]);
        x2 = Vector512.FusedMultiplyAdd(x1, Vector512.Create(c[10]), x2);
        x3 = Vector512.FusedMultiplyAdd(x1, Vector512.Create(c[11]), x3);
        x4 = Vector512.FusedMultiplyAdd(x1, Vector512.Create(c[12]), x4);
        x5 = Vector512.FusedMultiplyAdd(x1, Vector512.Create(c[13]), x5);
        x6 = Vector512.FusedMultiplyAdd(x1, Vector512.Create(c[14]), x6);
        x7 = Vector512.FusedMultiplyAdd(x1, Vector512.Create(c[15]), x7);
        x2 *= Vector512.Create(c[18]);
        x3 = Vector512.FusedMultiplyAdd(x2, Vector512.Create(c[19]), x3);
        x4 = Vector512.FusedMultiplyAdd(x2, Vector512.Create(c[20]), x4);
        x5 = Vector512.FusedMultiplyAdd(x2, Vector512.Create(c[21]), x5);
        x6 = Vector512.FusedMultiplyAdd(x2, Vector512.Create(c[22]), x6);
        x7 = Vector512.FusedMultiplyAdd(x2, Vector512.Create(c[23]), x7);
        x3 *= Vector512.Create(c[27]);
        x4 = Vector512.FusedMultiplyAdd(x3, Vector512.Create(c[28]), x4);
        x5 = Vector512.FusedMultiplyAdd(x3, Vector512.Create(c[29]), x5);
        x6 = Vector512.FusedMultiplyAdd(x3, Vector512.Create(c[30]), x6);
        x7 = Vector512.FusedMultiplyAdd(x3, Vector512.Create(c[31]), x7);
        x4 *= Vector512.Create(c[36]);
        x5 = Vector512.FusedMultiplyAdd(x4, Vector512.Create(c[37]), x5);
        x6 = Vector512.FusedMultiplyAdd(x4, Vector512.Create(c[38]), x6);
        x7 = Vector512.FusedMultiplyAdd(x4, Vector512.Create(c[39]), x7);
        x5 *= Vector512.Create(c[45]);
        x6 = Vector512.FusedMultiplyAdd(x5, Vector512.Create(c[46]), x6);
        x7 = Vector512.FusedMultiplyAdd(x5, Vector512.Create(c[47]), x7);
        x6 *= Vector512.Create(c[54]);
        x7 = Vector512.FusedMultiplyAdd(x6, Vector512.Create(c[55]), x7);
        x7 *= Vector512.Create(c[63]);
        x0.Store(p);
        x1.Store(p + height);
        x2.Store(p + (2 * height));
        x3.Store(p + (3 * height));
        x4.Store(p + (4 * height));
        x5.Store(p + (5 * height));
        x6.Store(p + (6 * height));
        x7.Store(p + (7 * height));
    }
}
