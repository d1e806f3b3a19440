using System.Runtime.CompilerServices;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>Products of a compressed matrix's columns (or, for the transposed matrix, rows) with a vector.</summary>
internal static unsafe class SparseKernels
{
    /// <summary>result[j] = Σ value·x[index] over the entries of column j.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Dots(int* start, int* index, double* value, double* x, double* result, int begin, int end)
    {
        int k = start[begin];
        for (int j = begin; j < end; j++)
        {
            int stop = start[j + 1];
            double sum = 0.0;
            for (; k < stop; k++)
                sum += value[k] * x[index[k]];
            result[j] = sum;
        }
    }
}
