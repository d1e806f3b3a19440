using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.Simplex;

/// <summary>A basis of a <see cref="LinearProgram"/>: the status of every column and of every row's activity; as many are basic as there are rows.</summary>
public sealed class Basis
{
    /// <summary>Takes the arrays over without copying them.</summary>
    /// <param name="columns">One status a column.</param>
    /// <param name="rows">One status a row: that of A x, between the row's bounds.</param>
    /// <exception cref="ArgumentException">Not as many are basic as there are rows.</exception>
    public Basis(BasisStatus[] columns, BasisStatus[] rows)
    {
        Columns = columns;
        Rows = rows;
        if (BasicCount(columns) + BasicCount(rows) != rows.Length)
            throw new ArgumentException("A basis has as many basic columns and rows as there are rows.", nameof(columns));
    }

    /// <summary>The status of every column.</summary>
    public BasisStatus[] Columns { get; }

    /// <summary>The status of every row's activity.</summary>
    public BasisStatus[] Rows { get; }

    /// <summary>The basis of all row activities; each column is at its finite bound of least magnitude.</summary>
    /// <param name="program">The problem it is made for.</param>
    public static Basis OfRows(LinearProgram program)
    {
        var columns = new BasisStatus[program.ColumnCount];
        for (int j = 0; j < columns.Length; j++)
            columns[j] = StatusAtNearestBound(0.0, program.ColumnLower[j], program.ColumnUpper[j]);
        var rows = new BasisStatus[program.RowCount];
        Array.Fill(rows, BasisStatus.Basic);
        return new Basis(columns, rows);
    }

    /// <summary>The nonbasic status that fits the bounds and lies nearest to a value.</summary>
    internal static BasisStatus StatusAtNearestBound(double value, double lower, double upper)
    {
        if (double.IsInfinity(lower) && double.IsInfinity(upper))
            return BasisStatus.Free;
        return Math.Abs(value - lower) <= Math.Abs(upper - value) ? BasisStatus.AtLower : BasisStatus.AtUpper;
    }

    private static int BasicCount(BasisStatus[] status)
    {
        int count = 0;
        foreach (BasisStatus s in status)
            count += s == BasisStatus.Basic ? 1 : 0;
        return count;
    }
}
