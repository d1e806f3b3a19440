using System.Globalization;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Data.Packages;

/// <summary>Writes the rows of one table, only the columns that some row uses and those that it must have.</summary>
internal sealed class TableWriter
{
    private readonly TableSchema _table;
    private readonly IReadOnlyList<Row> _rows;
    private readonly object?[] _rowUnits;

    internal TableWriter(TableSchema table, IReadOnlyList<Row> rows)
    {
        (_table, _rows) = (table, rows);
        _rowUnits = new object?[table.Columns.Count];
        Row empty = table.NewRow();
        Columns = [.. table.Columns.Where(c => c.Required || rows.Any(r => IsUsed(c, r, empty)))];
    }

    /// <summary>Columns written, in the order of the schema.</summary>
    internal IReadOnlyList<ColumnSchema> Columns { get; }

    /// <summary>Writes header and rows.</summary>
    /// <exception cref="ArgumentException">A row holds what no cell can hold, or figures whose units differ in kind.</exception>
    internal void Save(Stream target)
    {
        var csv = new CsvWriter();
        foreach (ColumnSchema column in Columns)
            csv.Cell(column.Name);
        csv.EndRow();
        for (int i = 0; i < _rows.Count; i++)
        {
            Begin(_rows[i]);
            foreach (ColumnSchema column in Columns)
            {
                try
                {
                    csv.Cell(Text(column, _rows[i]));
                }
                catch (ArgumentException refusal)
                {
                    throw Refusal(refusal, i, column);
                }
            }

            csv.EndRow();
        }

        csv.Save(target);
    }

    /// <summary>The same refusal, with the place of the cell in the package instead of a parameter of this program.</summary>
    private ArgumentException Refusal(ArgumentException refusal, int row, ColumnSchema column)
    {
        string message = refusal.Message.Replace($" (Parameter '{refusal.ParamName}')", "", StringComparison.Ordinal);
        return new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Table {_table.Name}, row {row + 1}, column {column.Name}: {message}"), refusal);
    }

    private static object? UnitOf(object? value) => value switch
    {
        Amount amount => amount.Unit,
        Rate rate => rate.Unit,
        UnitPrice price => price.Unit,
        _ => null,
    };

    /// <summary>A unit column is in use as well where a figure has a unit that the row itself does not repeat.</summary>
    private bool IsUsed(ColumnSchema column, Row row, Row empty)
    {
        object? value = column.Get(row);
        if (value is IReadOnlyList<string> list)
            return list.Count > 0;
        if (!Equals(value, column.Get(empty)))
            return true;
        return column.Kind is ColumnKind.AmountUnit or ColumnKind.RateUnit or ColumnKind.PriceUnit
            && _table.Columns.Any(c => c.UnitColumn == column.Name && c.Get(row) is not null);
    }

    /// <summary>Turns to a row: finds the unit of each of its unit columns, stated, or that of the first figure it governs.</summary>
    internal void Begin(Row row)
    {
        Array.Clear(_rowUnits);
        foreach (ColumnSchema column in _table.Columns)
        {
            if (column.UnitColumn is null || _table.Column(column.UnitColumn) is not { } unitColumn)
                continue;
            _rowUnits[unitColumn.Index] ??= unitColumn.Get(row) ?? UnitOf(column.Get(row));
        }
    }

    /// <summary>The text of a cell of the row turned to.</summary>
    /// <exception cref="ArgumentException">The row holds what no cell can hold, or figures whose units differ in kind.</exception>
    internal string Text(ColumnSchema column, Row row)
    {
        object? value = column.Get(row);
        if (column.Kind is ColumnKind.AmountUnit or ColumnKind.RateUnit or ColumnKind.PriceUnit)
            return CellFormat.Write(column, value ?? _rowUnits[column.Index]);
        if (column.UnitColumn is null || value is null)
            return CellFormat.Write(column, value);
        object unit = _rowUnits[_table.Column(column.UnitColumn)!.Index]!;
        return CellFormat.Number(InUnit(value, unit));
    }

    private static double InUnit(object value, object unit) => (value, unit) switch
    {
        (Amount amount, AmountUnit target) => amount.Value * Factor(amount.Unit, target),
        (Rate rate, RateUnit target) => rate.Unit.Equals(target) ? rate.Value : rate.Value * Factor(rate.Unit.Amount, target.Amount) * rate.Unit.AmountsPerDay / target.AmountsPerDay,
        (UnitPrice price, PriceUnit target) when price.Unit.Equals(target) => price.Value,
        (UnitPrice price, PriceUnit target) when price.Unit.Currency == target.Currency && price.Unit.IsDistanceBased == target.IsDistanceBased =>
            price.Value * Factor(target.Amount, price.Unit.Amount) * (target.DistanceKilometres ?? 1) / (price.Unit.DistanceKilometres ?? 1),
        _ => throw new ArgumentException($"{value} cannot be written in {unit}, the unit of its row.", nameof(value)),
    };

    private static double Factor(AmountUnit from, AmountUnit to)
    {
        if (from.Equals(to))
            return 1;
        return from.Dimension == to.Dimension && from.Basis == to.Basis
            ? from.Factor / to.Factor
            : throw new ArgumentException($"An amount in {from} cannot be written in {to}, the unit of its row.", nameof(to));
    }
}
