using Corridor.Data.Formats.Matpower.Language;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Matpower;

/// <summary>A table of figures of a case file, as its statements leave it.</summary>
public sealed class MatpowerTable
{
    private readonly MatpowerText _text;
    private readonly MatpowerValue _value;

    internal MatpowerTable(string name, MatpowerValue value, MatpowerText text)
    {
        Name = name;
        _value = value;
        _text = text;
    }

    /// <summary>Name of the table, such as <c>bus</c>.</summary>
    public string Name { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => _value.Rows;

    /// <summary>Number of columns.</summary>
    public int Columns => _value.Columns;

    /// <summary>A figure; may be infinite or not a number.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Column, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public double this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Columns, nameof(column));
            return _value.Figures![(row * _value.Columns) + column];
        }
    }

    /// <summary>A figure, or what is taken where the table has fewer columns.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Column, from 0.</param>
    /// <param name="missing">What is taken.</param>
    public double Get(int row, int column, double missing = 0.0) => column < Columns ? this[row, column] : missing;

    /// <summary>Where a row begins in the file; the statement that made it where it is not written out.</summary>
    /// <param name="row">Row, from 0.</param>
    public SourcePlace Place(int row) => _text.Place(Offset(row));

    /// <summary>Where a cell stands in the file; its row where it is not written out as a number.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Column, from 0.</param>
    public SourcePlace Place(int row, int column)
    {
        int start = Offset(row);
        if (_value.RowOffsets is null)
            return _text.Place(start);
        var cursor = new MatpowerCursor(_text) { At = start };
        for (int i = 0; i < column && !cursor.IsAtEnd; i++)
        {
            while (!cursor.IsAtEnd && !IsSeparator(cursor.Next))
                cursor.At++;
            while (!cursor.IsAtEnd && (cursor.SkipBlanks() || cursor.Next == ','))
            {
                if (cursor.Next == ',')
                    cursor.At++;
            }

            if (cursor.Next is (byte)'\n' or (byte)';' or (byte)']' or (byte)'%' or (byte)'#' or 0)
                return _text.Place(start);
        }

        return _text.Place(cursor.At);
    }

    private static bool IsSeparator(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)';' or (byte)']' or (byte)'%' or (byte)'#';

    private int Offset(int row) => _value.RowOffsets is { } offsets && row < offsets.Length ? offsets[row] : _value.Offset;
}
