using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.Infeasibility;

/// <summary>
/// A program with some of another one's constraints and none of its costs, on the rows and columns that those constraints touch.
/// </summary>
internal sealed class RestrictedProgram
{
    private readonly LinearProgram _whole;
    private readonly int[] _rows;
    private readonly int[] _columns;

    /// <summary>Keeps the constraints named, and no others.</summary>
    public RestrictedProgram(LinearProgram whole, SparseMatrix byRow, IReadOnlyCollection<Constraint> kept)
    {
        _whole = whole;
        var rows = new SortedSet<int>();
        var columns = new SortedSet<int>();
        foreach (Constraint constraint in kept)
            (constraint.Side is ConstraintSide.RowLower or ConstraintSide.RowUpper ? rows : columns).Add(constraint.Index);
        foreach (int row in rows)
        {
            for (int k = byRow.ColumnStart[row]; k < byRow.ColumnStart[row + 1]; k++)
                columns.Add(byRow.RowIndex[k]);
        }

        _rows = [.. rows];
        _columns = [.. columns];
        Program = Build(whole, kept);
    }

    /// <summary>The restricted program.</summary>
    public LinearProgram Program { get; }

    /// <summary>A constraint of the restricted program as one of the whole program.</summary>
    public Constraint Expand(Constraint constraint) =>
        constraint with { Index = constraint.Side is ConstraintSide.RowLower or ConstraintSide.RowUpper ? _rows[constraint.Index] : _columns[constraint.Index] };

    /// <summary>A row vector of the restricted program as one of the whole program.</summary>
    public double[] Expand(ReadOnlySpan<double> ray)
    {
        double[] whole = new double[_whole.RowCount];
        for (int i = 0; i < _rows.Length; i++)
            whole[_rows[i]] = ray[i];
        return whole;
    }

    /// <summary>A row vector of the whole program as one of the restricted program.</summary>
    public double[] Restrict(ReadOnlySpan<double> whole)
    {
        double[] ray = new double[_rows.Length];
        for (int i = 0; i < _rows.Length; i++)
            ray[i] = whole[_rows[i]];
        return ray;
    }

    private LinearProgram Build(LinearProgram whole, IReadOnlyCollection<Constraint> kept)
    {
        var newRow = new Dictionary<int, int>(_rows.Length);
        for (int i = 0; i < _rows.Length; i++)
            newRow.Add(_rows[i], i);
        double[] rowLower = Filled(_rows.Length, double.NegativeInfinity), rowUpper = Filled(_rows.Length, double.PositiveInfinity);
        double[] columnLower = Filled(_columns.Length, double.NegativeInfinity), columnUpper = Filled(_columns.Length, double.PositiveInfinity);
        foreach (Constraint constraint in kept)
        {
            int i = constraint.Side is ConstraintSide.RowLower or ConstraintSide.RowUpper ? newRow[constraint.Index] : Array.BinarySearch(_columns, constraint.Index);
            switch (constraint.Side)
            {
                case ConstraintSide.RowLower:
                    rowLower[i] = whole.RowLower[constraint.Index];
                    break;
                case ConstraintSide.RowUpper:
                    rowUpper[i] = whole.RowUpper[constraint.Index];
                    break;
                case ConstraintSide.ColumnLower:
                    columnLower[i] = whole.ColumnLower[constraint.Index];
                    break;
                default:
                    columnUpper[i] = whole.ColumnUpper[constraint.Index];
                    break;
            }
        }

        var start = new List<int> { 0 };
        var index = new List<int>();
        var value = new List<double>();
        SparseMatrix a = whole.Matrix;
        foreach (int column in _columns)
        {
            for (int k = a.ColumnStart[column]; k < a.ColumnStart[column + 1]; k++)
            {
                if (!newRow.TryGetValue(a.RowIndex[k], out int row))
                    continue;
                index.Add(row);
                value.Add(a.Value[k]);
            }

            start.Add(index.Count);
        }

        var matrix = new SparseMatrix(_rows.Length, _columns.Length, [.. start], [.. index], [.. value]);
        return new LinearProgram(matrix, new double[_columns.Length], 0.0, columnLower, columnUpper, rowLower, rowUpper);
    }

    private static double[] Filled(int length, double value)
    {
        double[] values = new double[length];
        Array.Fill(values, value);
        return values;
    }
}
