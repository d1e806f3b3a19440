using System.Runtime.CompilerServices;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// Products of a compressed matrix's columns (or, for the transposed matrix, rows) with a vector. Groups of eight columns that have one, two or
/// three entries each are known beforehand and need no loop of their own; the order of the additions is the same as in the loop.
/// </summary>
internal sealed unsafe class SparseDots
{
    /// <summary>Columns of a group.</summary>
    private const int Group = 8;

    private readonly int[] _start;
    private readonly int[] _index;
    private readonly double[] _value;
    private readonly byte[] _length;

    internal SparseDots(SparseMatrix matrix)
    {
        _start = matrix.ColumnStart;
        _index = matrix.RowIndex;
        _value = matrix.Value;
        _length = new byte[(matrix.ColumnCount + Group - 1) / Group];
        for (int g = 0; g < matrix.ColumnCount / Group; g++)
        {
            int first = g * Group;
            int length = _start[first + 1] - _start[first];
            for (int j = first + 1; j < first + Group && length >= 0; j++)
            {
                if (_start[j + 1] - _start[j] != length)
                    length = -1;
            }

            if (length is >= 1 and <= 3)
                _length[g] = (byte)length;
        }
    }

    /// <summary>result[j − begin] = Σ value·x[index] over the entries of column j.</summary>
    /// <param name="x">The vector.</param>
    /// <param name="result">Room for end − begin values.</param>
    /// <param name="begin">A multiple of eight.</param>
    /// <param name="end">Column after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Run(double* x, double* result, int begin, int end)
    {
        fixed (int* start = _start, index = _index)
        fixed (double* value = _value)
        fixed (byte* length = _length)
        {
            int j = begin;
            for (; j + Group <= end; j += Group, result += Group)
            {
                int* i = index + start[j];
                double* v = value + start[j];
                switch (length[j / Group])
                {
                    case 1:
                        for (int k = 0; k < Group; k++)
                            result[k] = v[k] * x[i[k]];
                        break;
                    case 2:
                        for (int k = 0; k < Group; k++)
                            result[k] = (v[2 * k] * x[i[2 * k]]) + (v[(2 * k) + 1] * x[i[(2 * k) + 1]]);
                        break;
                    case 3:
                        for (int k = 0; k < Group; k++)
                            result[k] = (v[3 * k] * x[i[3 * k]]) + (v[(3 * k) + 1] * x[i[(3 * k) + 1]]) + (v[(3 * k) + 2] * x[i[(3 * k) + 2]]);
                        break;
                    default:
                        Loop(start + j, index, value, x, result, Group);
                        break;
                }
            }

            Loop(start + j, index, value, x, result, end - j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Loop(int* start, int* index, double* value, double* x, double* result, int count)
    {
        int p = start[0];
        for (int k = 0; k < count; k++)
        {
            int stop = start[k + 1];
            double sum = 0.0;
            for (; p < stop; p++)
                sum += value[p] * x[index[p]];
            result[k] = sum;
        }
    }
}
