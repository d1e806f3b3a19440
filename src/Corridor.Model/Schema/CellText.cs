using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.Units;

namespace Corridor.Model.Schema;

/// <summary>Reads the text of a cell as a value of its column, culture-free and without guessing.</summary>
public static class CellText
{
    private static readonly object True = true;
    private static readonly object False = false;

    /// <summary>
    /// Reads a text that is not empty. Quantities (<see cref="ColumnKind.Amount"/>, <see cref="ColumnKind.Length"/> …) come
    /// out as the bare number, for <see cref="TryQuantity"/> to give it its unit.
    /// </summary>
    /// <param name="column">Column of the cell.</param>
    /// <param name="text">Text without leading and trailing blanks; not empty.</param>
    /// <param name="value">The value: a string, string[], bool, int, double, DateOnly, an enumeration's value or a unit.</param>
    /// <param name="problem">What is wrong, if the text is no such value.</param>
    public static bool TryParse(ColumnSchema column, ReadOnlySpan<char> text, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out CellProblem? problem)
    {
        (value, problem) = (null, null);
        switch (column.Kind)
        {
            case ColumnKind.Text:
                value = text.ToString();
                return true;
            case ColumnKind.TextList:
                return TryParseList(text, out value, out problem);
            case ColumnKind.Boolean:
                value = text is "true" ? True : text is "false" ? False : null;
                problem = value is null ? NotABoolean(text) : null;
                return value is not null;
            case ColumnKind.Integer:
                return TryParseInteger(text, out value, out problem);
            case ColumnKind.Date:
                bool isDate = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date);
                value = isDate ? date : null;
                problem = isDate ? null : new CellProblem(CellProblemKind.NotADate, $"'{Shorten(text)}' is no date.", "Write year-month-day, such as 2025-10-01.");
                return isDate;
            case ColumnKind.Enumeration:
                return TryParseName(column, text, out value, out problem);
            case ColumnKind.AmountUnit:
                bool isAmount = AmountUnit.TryParse(text.ToString(), out AmountUnit? amount, out UnitProblem? unit);
                return Finish(isAmount, amount, unit, out value, out problem);
            case ColumnKind.RateUnit:
                bool isRate = RateUnit.TryParse(text.ToString(), out RateUnit? rate, out unit);
                return Finish(isRate, rate, unit, out value, out problem);
            case ColumnKind.PriceUnit:
                bool isPrice = PriceUnit.TryParse(text.ToString(), out PriceUnit? price, out unit);
                return Finish(isPrice, price, unit, out value, out problem);
            default:
                bool isNumber = TryParseNumber(text, out double number, out problem);
                value = isNumber ? number : null;
                return isNumber;
        }
    }

    /// <summary>Reads a finite number, invariant.</summary>
    /// <param name="text">Text without blanks around it.</param>
    /// <param name="number">The number; 0 if it is none.</param>
    /// <param name="problem">What is wrong, if it is none.</param>
    public static bool TryParseNumber(ReadOnlySpan<char> text, out double number, [NotNullWhen(false)] out CellProblem? problem)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            problem = NumberProblems.Explain(text);
            number = 0;
            return false;
        }

        problem = double.IsFinite(number) ? null : new CellProblem(CellProblemKind.NotFinite, $"'{Shorten(text)}' is no finite number.", "Leave the cell empty where a figure is unknown.");
        if (problem is not null)
            number = 0;
        return problem is null;
    }

    /// <summary>Gives the value of a column its unit: the column's own, or the one that the row states.</summary>
    /// <param name="column">Column of the value.</param>
    /// <param name="parsed">Value as <see cref="TryParse"/> gives it.</param>
    /// <param name="unit">Value of the row's <see cref="ColumnSchema.UnitColumn"/>; null if there is none.</param>
    /// <param name="value">The value as the property holds it.</param>
    /// <param name="problem">What is wrong: the unit is missing.</param>
    public static bool TryQuantity(ColumnSchema column, object parsed, object? unit, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out CellProblem? problem)
    {
        problem = null;
        value = (column.Kind, unit) switch
        {
            (ColumnKind.Amount, AmountUnit amount) => new Amount((double)parsed, amount),
            (ColumnKind.Rate, RateUnit rate) => new Rate((double)parsed, rate),
            (ColumnKind.UnitPrice, PriceUnit price) => new UnitPrice((double)parsed, price),
            (ColumnKind.Amount or ColumnKind.Rate or ColumnKind.UnitPrice, _) => null,
            (ColumnKind.Length, _) => Length.From((double)parsed, column.StandardUnit!),
            (ColumnKind.Pressure, _) => Pressure.From((double)parsed, column.StandardUnit!),
            (ColumnKind.Power, _) => Power.From((double)parsed, column.StandardUnit!),
            _ => parsed,
        };
        if (value is null)
        {
            problem = new CellProblem(
                CellProblemKind.MissingRowUnit,
                $"{column.Name} has a value but the row has no {column.UnitColumn}.",
                $"Fill {column.UnitColumn}, such as {(column.Kind switch { ColumnKind.Amount => "bcm@20C", ColumnKind.Rate => "bcm@20C/year", _ => "USD/kcm@20C" })}.");
        }

        return value is not null;
    }

    /// <summary>Reads a text as a value of a column in the units that a row states, as <c>dated_values</c> and claims do.</summary>
    /// <param name="column">Column of the row's table.</param>
    /// <param name="table">Table of the row.</param>
    /// <param name="row">The row whose figure is replaced; its units hold.</param>
    /// <param name="text">The text.</param>
    /// <param name="value">The value as the property holds it.</param>
    /// <param name="problem">What is wrong, if the text is no such value.</param>
    public static bool TryParseFor(ColumnSchema column, TableSchema table, Row row, string text, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out CellProblem? problem)
    {
        value = null;
        object? unit = column.UnitColumn is { } unitColumn ? table.Column(unitColumn)?.Get(row) : null;
        return TryParse(column, text.AsSpan().Trim(), out object? parsed, out problem) && TryQuantity(column, parsed, unit, out value, out problem);
    }

    internal static string Shorten(ReadOnlySpan<char> text) => text.Length <= 60 ? text.ToString() : string.Concat(text[..60], "…");

    private static bool TryParseList(ReadOnlySpan<char> text, out object? value, out CellProblem? problem)
    {
        (value, problem) = (null, null);
        var items = new List<string>();
        foreach (Range range in text.Split(';'))
        {
            ReadOnlySpan<char> item = text[range].Trim();
            if (item.IsEmpty)
            {
                problem = new CellProblem(CellProblemKind.EmptyItem, $"'{Shorten(text)}' has an empty item.", "Separate the items by single semicolons, none at the end.");
                return false;
            }

            items.Add(item.ToString());
        }

        value = items.ToArray();
        return true;
    }

    private static bool TryParseInteger(ReadOnlySpan<char> text, out object? value, out CellProblem? problem)
    {
        (value, problem) = (null, null);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
            value = number;
        else if (!TryParseNumber(text, out double real, out problem))
            return false;
        else
            problem = new CellProblem(CellProblemKind.NotAnInteger, $"'{Shorten(text)}' is no whole number.", real == Math.Truncate(real) && Math.Abs(real) <= int.MaxValue ? string.Create(CultureInfo.InvariantCulture, $"Write {real:0}.") : null);
        return value is not null;
    }

    private static bool TryParseName(ColumnSchema column, ReadOnlySpan<char> text, out object? value, out CellProblem? problem)
    {
        (value, problem) = (null, null);
        for (int i = 0; i < column.EnumerationNames.Count; i++)
        {
            if (text.SequenceEqual(column.EnumerationNames[i]))
            {
                value = column.EnumerationValues[i];
                return true;
            }
        }

        string near = text.ToString().Replace(' ', '_').Replace('-', '_');
        problem = new CellProblem(
            CellProblemKind.UnknownName,
            $"'{Shorten(text)}' is no {column.Name}; expected one of {string.Join(", ", column.EnumerationNames)}.",
            Suggestion.Ask(near, column.EnumerationNames));
        return false;
    }

    private static CellProblem NotABoolean(ReadOnlySpan<char> text)
    {
        string? meant = text.ToString().ToLowerInvariant() switch
        {
            "true" or "yes" or "y" or "1" or "t" => "true",
            "false" or "no" or "n" or "0" or "f" => "false",
            _ => null,
        };
        return new CellProblem(CellProblemKind.NotABoolean, $"'{Shorten(text)}' is neither true nor false.", meant is null ? null : $"Write {meant}.");
    }

    private static bool Finish(bool good, object? unit, UnitProblem? unitProblem, out object? value, out CellProblem? problem)
    {
        value = unit;
        problem = good ? null : FromUnit(unitProblem!);
        return good;
    }

    /// <summary>The problem of a cell whose unit was refused.</summary>
    /// <param name="problem">Why the unit was refused.</param>
    public static CellProblem FromUnit(UnitProblem problem) => new(
        problem.Kind switch
        {
            UnitProblemKind.Ambiguous => CellProblemKind.AmbiguousUnit,
            UnitProblemKind.WrongDimension => CellProblemKind.WrongUnit,
            _ => CellProblemKind.UnknownUnit,
        },
        problem.Message,
        problem.Hint.Length == 0 ? null : problem.Hint);
}
