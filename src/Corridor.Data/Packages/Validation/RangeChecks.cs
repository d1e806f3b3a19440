using System.Globalization;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Data.Packages.Validation;

/// <summary>Values within their limits, limits and dates in their order.</summary>
internal static class RangeChecks
{
    internal static void Ranges(ValidationContext context)
    {
        foreach (TableSchema table in PackageSchema.Tables)
        {
            IReadOnlyList<Row> rows = table.RowsOf(context.System);
            if (rows.Count == 0)
                continue;
            foreach (ColumnSchema column in table.Columns)
            {
                if (column.Minimum is null && column.Maximum is null)
                    continue;
                for (int i = 0; i < rows.Count; i++)
                {
                    if (Problem(column, column.NumberIn(column.Get(rows[i]))) is { } problem)
                        context.Report(ValidationFindings.OutOfRange, table.Name, i, column.Name, problem, column.Unit == "1" && column.Maximum == 1 ? "Shares run from 0 to 1: write 0.05 for 5 %, or declare the unit % for the column." : null);
                }
            }
        }
    }

    /// <summary>What is wrong with a number in a column; null if it is within the limits.</summary>
    internal static string? Problem(ColumnSchema column, double? number)
    {
        if (number is not { } value)
            return null;
        if (value < column.Minimum)
            return string.Create(CultureInfo.InvariantCulture, $"{column.Name} is {value}, below the least value allowed, {column.Minimum}.");
        return value > column.Maximum ? string.Create(CultureInfo.InvariantCulture, $"{column.Name} is {value}, above the largest value allowed, {column.Maximum}.") : null;
    }

    internal static void Dates(ValidationContext context)
    {
        foreach (TableSchema table in PackageSchema.Tables)
        {
            CheckDates(context, table, "start", "end");
            CheckDates(context, table, "start", "wind_down");
            CheckDates(context, table, "planned_start", "planned_end");
        }
    }

    internal static void Limits(ValidationContext context)
    {
        for (int i = 0; i < context.System.Pipelines.Count; i++)
        {
            Pipeline line = context.System.Pipelines[i];
            if (line is { MinPressure: { } min, MaxPressure: { } max } && min > max)
                context.Report(ValidationFindings.LimitsReversed, "pipelines", i, "min_pressure", $"The smallest pressure, {min}, is above the largest, {max}.");
        }

        for (int i = 0; i < context.System.Supplies.Count; i++)
        {
            Supply supply = context.System.Supplies[i];
            if (supply.MinOutput is { } min && context.BasisOf(context.CarrierOfNode(supply.Node)) is { } basis
                && basis.TryToAccount(min, out double least, out _) && basis.TryToAccount(supply.Capacity, out double largest, out _) && least > largest)
                context.Report(ValidationFindings.LimitsReversed, "supplies", i, "min_output", $"The smallest output, {min}, is above the capacity, {supply.Capacity}.");
        }

        for (int i = 0; i < context.System.PriceFormulas.Count; i++)
        {
            PriceFormula formula = context.System.PriceFormulas[i];
            if (formula.Floor > formula.Cap)
                context.Report(ValidationFindings.LimitsReversed, "price_formulas", i, "floor", "The floor is above the cap.");
            if (formula.SCurveLow > formula.SCurveHigh)
                context.Report(ValidationFindings.LimitsReversed, "price_formulas", i, "s_curve_low", "s_curve_low is above s_curve_high.");
        }
    }

    private static void CheckDates(ValidationContext context, TableSchema table, string start, string end)
    {
        if (table.Column(start) is not { } first || table.Column(end) is not { } last)
            return;
        IReadOnlyList<Row> rows = table.RowsOf(context.System);
        bool strict = end != "wind_down";
        for (int i = 0; i < rows.Count; i++)
        {
            if (first.Get(rows[i]) is DateOnly from && last.Get(rows[i]) is DateOnly to && (strict ? to <= from : to < from))
            {
                string message = string.Create(CultureInfo.InvariantCulture, $"{end} ({to:yyyy-MM-dd}) is not later than {start} ({from:yyyy-MM-dd}).");
                context.Report(ValidationFindings.DatesReversed, table.Name, i, end, message, strict ? $"{end} is the first day after the last." : null);
            }
        }
    }
}
