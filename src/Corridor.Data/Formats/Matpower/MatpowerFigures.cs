using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Matpower;

/// <summary>Takes figures out of the tables of a case and reports those that cannot be.</summary>
internal sealed class MatpowerFigures(FindingList findings)
{
    /// <summary>Reports a cell.</summary>
    internal void Report(FindingKind kind, MatpowerTable table, int row, int column, string message) =>
        findings.Add(kind.At(string.Create(CultureInfo.InvariantCulture, $"{table.Name} row {row + 1}"), table.Place(row, column) with { Field = Name(table, column) }, message));

    /// <summary>A finite figure; 0 where it is none.</summary>
    internal double Finite(MatpowerTable table, int row, int column)
    {
        double value = table[row, column];
        if (Math.Abs(value) <= ForeignFigure.Greatest)
            return value;
        if (double.IsFinite(value))
            Report(FormatFindings.OutOfRange, table, row, column, $"'{Name(table, column)}' is larger than any figure of a power grid.");
        else
            Report(FormatFindings.NotFinite, table, row, column, $"'{Name(table, column)}' must be a finite number.");
        return 0.0;
    }

    /// <summary>A finite figure of at least 0.</summary>
    internal double NotNegative(MatpowerTable table, int row, int column)
    {
        double value = Finite(table, row, column);
        if (value < 0.0)
            Report(FormatFindings.OutOfRange, table, row, column, $"'{Name(table, column)}' must not be negative.");
        return Math.Max(value, 0.0);
    }

    /// <summary>A finite figure above 0.</summary>
    internal double Positive(MatpowerTable table, int row, int column)
    {
        double value = Finite(table, row, column);
        if (value <= 0.0)
            Report(FormatFindings.OutOfRange, table, row, column, $"'{Name(table, column)}' must be positive.");
        return value > 0.0 ? value : 1.0;
    }

    /// <summary>A limit, which may be infinite.</summary>
    internal double Limit(MatpowerTable table, int row, int column, double instead)
    {
        double value = table[row, column];
        if (!double.IsNaN(value))
            return value;
        Report(FormatFindings.NotFinite, table, row, column, $"'{Name(table, column)}' is not a number.");
        return instead;
    }

    /// <summary>A rating [MVA]; 0 is none.</summary>
    internal double Rating(MatpowerTable table, int row, int column)
    {
        double value = Limit(table, row, column, 0.0);
        if (value < 0.0)
            Report(FormatFindings.OutOfRange, table, row, column, $"'{Name(table, column)}' must not be negative.");
        return value > 0.0 ? value : double.PositiveInfinity;
    }

    /// <summary>Two limits; that they exclude each other is reported for what is in service.</summary>
    internal (double Least, double Most) Bounds(MatpowerTable table, int row, int least, int most, bool isIn)
    {
        double low = Limit(table, row, least, double.NegativeInfinity);
        double high = Limit(table, row, most, double.PositiveInfinity);
        if (isIn && (low > high || low == double.PositiveInfinity || high == double.NegativeInfinity))
            Report(FormatFindings.Contradiction, table, row, least, $"'{Name(table, least)}' is above '{Name(table, most)}'.");
        return (low, high);
    }

    private static string Name(MatpowerTable table, int column) => MatpowerColumns.Name(
        table.Name switch
        {
            "bus" => MatpowerColumns.Bus,
            "gen" => MatpowerColumns.Gen,
            "branch" => MatpowerColumns.Branch,
            "dcline" => MatpowerColumns.DcLine,
            _ => MatpowerColumns.Cost,
        },
        column);
}
