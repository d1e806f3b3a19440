using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Data.Packages;

/// <summary>Turns the cells of one column of a file into values. Remembers the last cell: neighbours are often alike.</summary>
internal sealed class ColumnReader(ColumnSchema column, int ordinal, Unit? declared)
{
    private byte[] _lastBytes = [];
    private int _lastLength = -1;
    private object? _lastValue;

    /// <summary>The column of the table.</summary>
    internal ColumnSchema Column { get; } = column;

    /// <summary>Position in the file's rows, from 0.</summary>
    internal int Ordinal { get; } = ordinal;

    /// <summary>Reads the cell of the current row.</summary>
    /// <param name="csv">Reader on a row without fault.</param>
    /// <param name="value">The value; null if the cell is empty or wrong. Quantities come as bare numbers in the standard unit.</param>
    /// <returns>What is wrong with the cell; null if nothing is.</returns>
    internal CellProblem? Read(CsvReader csv, out object? value)
    {
        ReadOnlySpan<byte> bytes = csv.Bytes(Ordinal);
        if (bytes.IsEmpty)
        {
            value = null;
            return null;
        }

        if (bytes.Length == _lastLength && bytes.SequenceEqual(_lastBytes.AsSpan(0, _lastLength)))
        {
            value = _lastValue;
            return null;
        }

        string text = csv.Text(Ordinal);
        value = null;
        if (text.Length > 0 && !CellText.TryParse(Column, text, out value, out CellProblem? problem))
            return problem;
        if (declared is not null && value is double number)
        {
            double converted = Column.StandardUnit!.FromCanonical(declared.ToCanonical(number));
            if (!double.IsFinite(converted))
            {
                value = null;
                return new CellProblem(CellProblemKind.NotFinite, $"'{text}' {declared} is no finite number of {Column.StandardUnit}.");
            }

            value = converted;
        }

        Remember(bytes, value);
        return null;
    }

    private void Remember(ReadOnlySpan<byte> bytes, object? value)
    {
        if (_lastBytes.Length < bytes.Length)
            _lastBytes = new byte[Math.Max(bytes.Length, 32)];
        bytes.CopyTo(_lastBytes);
        (_lastLength, _lastValue) = (bytes.Length, value);
    }
}
