using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.MixedInteger.Cuts;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.MixedInteger;

/// <summary>
/// The problem the search works on: the columns of the problem as given, rows that may have been sharpened, and cutting planes. Bounds
/// of integer columns hold in the relaxation; implied bounds of the others are for reasoning only, the relaxation keeps the given ones.
/// </summary>
internal sealed class IntegerModel
{
    private readonly double[] _givenLower;
    private readonly double[] _givenUpper;

    private IntegerModel(
        SparseMatrix byRow,
        double[] rowLower,
        double[] rowUpper,
        double[] lower,
        double[] upper,
        (double[] Lower, double[] Upper) given,
        (double[] Cost, double Offset, bool[] IsInteger) fixedParts)
    {
        ByRow = byRow;
        ByColumn = byRow.Transpose();
        RowLower = rowLower;
        RowUpper = rowUpper;
        Lower = lower;
        Upper = upper;
        (_givenLower, _givenUpper) = given;
        (Cost, CostOffset, IsInteger) = fixedParts;
        List<int> integers = [];
        for (int j = 0; j < IsInteger.Length; j++)
        {
            if (IsInteger[j])
                integers.Add(j);
        }

        Integers = [.. integers];
    }

    internal int RowCount => RowLower.Length;

    internal int ColumnCount => Cost.Length;

    /// <summary>A transposed: its column i is row i.</summary>
    internal SparseMatrix ByRow { get; }

    internal SparseMatrix ByColumn { get; }

    internal double[] RowLower { get; }

    internal double[] RowUpper { get; }

    /// <summary>Bounds that every point (better than the best known) satisfies; they may be tightened.</summary>
    internal double[] Lower { get; }

    /// <summary>Bounds that every point (better than the best known) satisfies; they may be tightened.</summary>
    internal double[] Upper { get; }

    internal double[] Cost { get; }

    internal double CostOffset { get; }

    internal bool[] IsInteger { get; }

    /// <summary>The integer columns, ascending.</summary>
    internal int[] Integers { get; }

    internal static IntegerModel Of(MixedIntegerProgram program)
    {
        LinearProgram p = program.Program;
        return new IntegerModel(
            p.Matrix.Transpose(),
            (double[])p.RowLower.Clone(),
            (double[])p.RowUpper.Clone(),
            (double[])p.ColumnLower.Clone(),
            (double[])p.ColumnUpper.Clone(),
            (p.ColumnLower, p.ColumnUpper),
            (p.Cost, p.CostOffset, program.IsInteger));
    }

    /// <summary>The same columns and bounds with other rows.</summary>
    internal IntegerModel WithRows(SparseMatrix byRow, double[] rowLower, double[] rowUpper) =>
        new(byRow, rowLower, rowUpper, Lower, Upper, (_givenLower, _givenUpper), (Cost, CostOffset, IsInteger));

    /// <summary>The same problem with cutting planes behind its rows; bounds are shared.</summary>
    internal IntegerModel WithCuts(List<Cut> cuts)
    {
        int entries = ByRow.NonzeroCount;
        int total = entries;
        foreach (Cut cut in cuts)
            total += cut.Index.Length;
        int[] start = new int[RowCount + cuts.Count + 1];
        int[] index = new int[total];
        double[] value = new double[total];
        double[] lower = new double[RowCount + cuts.Count];
        double[] upper = new double[RowCount + cuts.Count];
        ByRow.ColumnStart.CopyTo(start, 0);
        Array.Copy(ByRow.RowIndex, index, entries);
        Array.Copy(ByRow.Value, value, entries);
        RowLower.CopyTo(lower, 0);
        RowUpper.CopyTo(upper, 0);
        for (int k = 0; k < cuts.Count; k++)
        {
            cuts[k].Index.CopyTo(index, entries);
            cuts[k].Value.CopyTo(value, entries);
            entries += cuts[k].Index.Length;
            start[RowCount + k + 1] = entries;
            lower[RowCount + k] = double.NegativeInfinity;
            upper[RowCount + k] = cuts[k].Upper;
        }

        return WithRows(new SparseMatrix(ColumnCount, RowCount + cuts.Count, start, index, value), lower, upper);
    }

    /// <summary>The same problem whose zero cost makes every point as good as any other.</summary>
    internal static MixedIntegerProgram WithoutCost(MixedIntegerProgram program)
    {
        LinearProgram p = program.Program;
        return new MixedIntegerProgram(
            new LinearProgram(p.Matrix, new double[p.ColumnCount], 0.0, p.ColumnLower, p.ColumnUpper, p.RowLower, p.RowUpper), program.IsInteger);
    }

    /// <summary>A lower bound as the relaxation has it.</summary>
    internal double RelaxedLower(int column, double[] lower) => IsInteger[column] ? lower[column] : _givenLower[column];

    /// <summary>An upper bound as the relaxation has it.</summary>
    internal double RelaxedUpper(int column, double[] upper) => IsInteger[column] ? upper[column] : _givenUpper[column];

    /// <summary>The relaxation: integer columns within these bounds, the others within the given ones.</summary>
    internal LinearProgram Relaxation(double[] lower, double[] upper)
    {
        double[] low = (double[])_givenLower.Clone();
        double[] high = (double[])_givenUpper.Clone();
        foreach (int j in Integers)
        {
            low[j] = lower[j];
            high[j] = upper[j];
        }

        return new LinearProgram(ByColumn, Cost, CostOffset, low, high, RowLower, RowUpper);
    }

    /// <summary>The dot product of row i and x.</summary>
    internal double Activity(int row, ReadOnlySpan<double> x)
    {
        double sum = 0.0;
        for (int k = ByRow.ColumnStart[row]; k < ByRow.ColumnStart[row + 1]; k++)
            sum += ByRow.Value[k] * x[ByRow.RowIndex[k]];
        return sum;
    }
}
