using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.Simplex;

/// <summary>
/// The scaled problem with one variable more a row, its activity s: min cᵀx, A x − s = 0, bounds on x and s. Variable n + i is the
/// activity of row i. The matrix is held by columns and by rows; scaling factors are powers of two.
/// </summary>
internal sealed class SimplexForm
{
    private const int ScalingPasses = 6;

    internal SimplexForm(LinearProgram program)
    {
        SparseMatrix a = program.Matrix;
        RowCount = a.RowCount;
        ColumnCount = a.ColumnCount;
        VariableCount = RowCount + ColumnCount;
        RowScale = new double[RowCount];
        ColumnScale = new double[ColumnCount];
        Scale(a);
        int count = a.NonzeroCount;
        Start = new int[VariableCount + 1];
        Row = new int[count + RowCount];
        Value = new double[count + RowCount];
        for (int j = 0; j < ColumnCount; j++)
        {
            Start[j + 1] = a.ColumnStart[j + 1];
            for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
            {
                Row[k] = a.RowIndex[k];
                Value[k] = a.Value[k] * RowScale[a.RowIndex[k]] * ColumnScale[j];
            }
        }

        for (int i = 0; i < RowCount; i++)
        {
            Row[count + i] = i;
            Value[count + i] = -1.0;
            Start[ColumnCount + i + 1] = count + i + 1;
        }

        RowStart = new int[RowCount + 1];
        RowVariable = new int[count + RowCount];
        RowValue = new double[count + RowCount];
        Transpose();
        Cost = new double[VariableCount];
        Lower = new double[VariableCount];
        Upper = new double[VariableCount];
        for (int j = 0; j < ColumnCount; j++)
        {
            Cost[j] = program.Cost[j] * ColumnScale[j];
            Lower[j] = program.ColumnLower[j] / ColumnScale[j];
            Upper[j] = program.ColumnUpper[j] / ColumnScale[j];
        }

        for (int i = 0; i < RowCount; i++)
        {
            Lower[ColumnCount + i] = program.RowLower[i] * RowScale[i];
            Upper[ColumnCount + i] = program.RowUpper[i] * RowScale[i];
        }
    }

    internal int RowCount { get; }

    internal int ColumnCount { get; }

    /// <summary>Columns and rows together.</summary>
    internal int VariableCount { get; }

    internal double[] RowScale { get; }

    internal double[] ColumnScale { get; }

    internal int[] Start { get; }

    internal int[] Row { get; }

    internal double[] Value { get; }

    internal int[] RowStart { get; }

    internal int[] RowVariable { get; }

    internal double[] RowValue { get; }

    internal double[] Cost { get; }

    internal double[] Lower { get; }

    internal double[] Upper { get; }

    /// <summary>The factor of a variable: value in the problem as given = factor · scaled value.</summary>
    internal double Factor(int variable) => variable < ColumnCount ? ColumnScale[variable] : 1.0 / RowScale[variable - ColumnCount];

    /// <summary>aⱼᵀ y.</summary>
    internal double Dot(int variable, double[] y)
    {
        double sum = 0.0;
        for (int k = Start[variable]; k < Start[variable + 1]; k++)
            sum += Value[k] * y[Row[k]];
        return sum;
    }

    /// <summary>v += aⱼ · amount.</summary>
    internal void AddColumn(int variable, double amount, IndexedVector v)
    {
        for (int k = Start[variable]; k < Start[variable + 1]; k++)
            v.Add(Row[k], Value[k] * amount);
    }

    private void Transpose()
    {
        foreach (int i in Row)
            RowStart[i + 1]++;
        for (int i = 0; i < RowCount; i++)
            RowStart[i + 1] += RowStart[i];
        int[] next = RowStart.AsSpan(0, RowCount).ToArray();
        for (int j = 0; j < VariableCount; j++)
        {
            for (int k = Start[j]; k < Start[j + 1]; k++)
            {
                int place = next[Row[k]]++;
                RowVariable[place] = j;
                RowValue[place] = Value[k];
            }
        }
    }

    /// <summary>Geometric scaling: every row, then every column, is divided by √(smallest · largest) in turn.</summary>
    private void Scale(SparseMatrix a)
    {
        Array.Fill(RowScale, 1.0);
        Array.Fill(ColumnScale, 1.0);
        double[] rowLeast = new double[RowCount];
        double[] rowLargest = new double[RowCount];
        for (int pass = 0; pass < ScalingPasses; pass++)
        {
            Array.Fill(rowLeast, double.PositiveInfinity);
            Array.Clear(rowLargest);
            for (int j = 0; j < ColumnCount; j++)
            {
                for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
                {
                    int i = a.RowIndex[k];
                    double size = Math.Abs(a.Value[k]) * ColumnScale[j];
                    rowLeast[i] = Math.Min(rowLeast[i], size > 0.0 ? size : rowLeast[i]);
                    rowLargest[i] = Math.Max(rowLargest[i], size);
                }
            }

            for (int i = 0; i < RowCount; i++)
                RowScale[i] = rowLargest[i] > 0.0 ? 1.0 / Math.Sqrt(rowLeast[i] * rowLargest[i]) : 1.0;
            for (int j = 0; j < ColumnCount; j++)
            {
                double least = double.PositiveInfinity;
                double largest = 0.0;
                for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
                {
                    double size = Math.Abs(a.Value[k]) * RowScale[a.RowIndex[k]];
                    least = Math.Min(least, size > 0.0 ? size : least);
                    largest = Math.Max(largest, size);
                }

                ColumnScale[j] = largest > 0.0 ? 1.0 / Math.Sqrt(least * largest) : 1.0;
            }
        }

        for (int i = 0; i < RowCount; i++)
            RowScale[i] = PowerOfTwo(RowScale[i]);
        for (int j = 0; j < ColumnCount; j++)
            ColumnScale[j] = PowerOfTwo(ColumnScale[j]);
    }

    private static double PowerOfTwo(double factor) => Math.ScaleB(1.0, (int)Math.Round(Math.Log2(Math.Clamp(factor, 1e-12, 1e12))));
}
