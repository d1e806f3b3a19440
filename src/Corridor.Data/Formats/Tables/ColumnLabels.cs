using System.Globalization;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.Tables;

/// <summary>What exports say about a column besides its meaning.</summary>
internal static class ColumnLabels
{
    /// <summary>What stands in square brackets below a column's name: its unit, the column of its row that holds the unit, or what its cells are.</summary>
    internal static string UnitOrType(ColumnSchema column) =>
        column.Unit ?? (column.UnitColumn is { } unit ? "in " + unit : Type(column));

    /// <summary>What the cells of a column are, in words.</summary>
    internal static string Type(ColumnSchema column) => column.Kind switch
    {
        ColumnKind.Text => "text",
        ColumnKind.TextList => "texts; ...",
        ColumnKind.Boolean => "true or false",
        ColumnKind.Integer => "whole number",
        ColumnKind.Date => "yyyy-mm-dd",
        ColumnKind.Enumeration => "name",
        ColumnKind.AmountUnit => "unit of an amount",
        ColumnKind.RateUnit => "unit of a rate",
        ColumnKind.PriceUnit => "unit of a price",
        _ => "number",
    };

    /// <summary>Whether cells of a column hold numbers.</summary>
    internal static bool IsNumeric(ColumnSchema column) => column.FieldType is "number" or "integer";

    /// <summary>What a cell may hold besides its type: names, the table that is referred to, bounds; empty for anything.</summary>
    internal static string Allowed(ColumnSchema column)
    {
        if (column.EnumerationNames.Count > 0)
            return string.Join(", ", column.EnumerationNames);
        if (column.References is { } table)
            return "an id of " + table;
        return (column.Minimum, column.Maximum) switch
        {
            ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $"{low} to {high}"),
            ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $"{low} or more"),
            (null, { } high) => string.Create(CultureInfo.InvariantCulture, $"{high} or less"),
            _ => "",
        };
    }
}
