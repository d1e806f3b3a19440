using System.Globalization;

namespace Corridor.Data.Formats.Workbooks;

/// <summary>A cell of a workbook.</summary>
/// <param name="Column">Column, from 1.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">The text, or the name of the error value; empty for the other kinds.</param>
/// <param name="Number">The number; 1 and 0 for true and false; for a date the days since the workbook's day 0 (0 where it was written in ISO 8601).</param>
/// <param name="Date">The date and time, to the millisecond; the default for the other kinds.</param>
/// <param name="IsFormula">Whether a formula stands behind the value.</param>
public readonly record struct WorkbookCell(int Column, WorkbookCellKind Kind, string Text, double Number, DateTime Date, bool IsFormula)
{
    /// <summary>No cell.</summary>
    /// <param name="column">Column, from 1.</param>
    public static WorkbookCell Empty(int column) => new(column, WorkbookCellKind.Empty, "", 0, default, false);

    /// <summary>The value as text: numbers with as few digits as tell them apart, dates in ISO 8601, <c>true</c> and <c>false</c>; empty for no cell.</summary>
    public string Printed() => Kind switch
    {
        WorkbookCellKind.Number => Number.ToString(CultureInfo.InvariantCulture),
        WorkbookCellKind.Boolean => Number != 0 ? "true" : "false",
        WorkbookCellKind.Date when Date.TimeOfDay == TimeSpan.Zero => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        WorkbookCellKind.Date when Date.Millisecond == 0 => Date.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        WorkbookCellKind.Date => Date.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture),
        WorkbookCellKind.Text or WorkbookCellKind.Error => Text,
        _ => "",
    };
}
