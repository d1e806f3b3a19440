using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Tables;
using Corridor.Data.Packages;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.GeoJson;

/// <summary>The cells of a row as properties of its feature, named by their column and unit.</summary>
internal static class GeoProperties
{
    /// <summary>Name of the property of a column: it ends in its unit, such as <c>length_km</c>, or in the property that holds the unit, such as <c>capacity_in_rate_unit</c>.</summary>
    internal static string NameOf(ColumnSchema column)
    {
        if (column.UnitColumn is { } unit)
            return $"{column.Name}_in_{unit}";
        return column.Unit is null or "1" ? column.Name : $"{column.Name}_{Symbol(column.Unit)}";
    }

    /// <summary>Writes the property; an empty cell has none.</summary>
    /// <param name="writer">Writer within a feature.</param>
    /// <param name="column">The column.</param>
    /// <param name="row">The row.</param>
    /// <param name="texts">Turned to the row; gives figures in the unit of the row.</param>
    /// <returns>Whether there was something to write.</returns>
    internal static bool Write(GeoJsonWriter writer, ColumnSchema column, Row row, TableWriter texts)
    {
        string text = texts.Text(column, row);
        if (text.Length == 0)
            return false;
        string name = NameOf(column);
        if (column.Kind == ColumnKind.Boolean)
            writer.Flag(name, text == "true");
        else if (column.Kind == ColumnKind.TextList)
            writer.Texts(name, (IReadOnlyList<string>)column.Get(row)!);
        else if (ColumnLabels.IsNumeric(column))
            writer.Number(name, double.Parse(text, CultureInfo.InvariantCulture));
        else
            writer.Text(name, text);
        return true;
    }

    /// <summary>A unit within a name: °C becomes degC, a slash _per_.</summary>
    private static string Symbol(string unit) => unit.Replace("°", "deg", StringComparison.Ordinal).Replace("/", "_per_", StringComparison.Ordinal);
}
