namespace Corridor.Reporting.Export;

/// <summary>What the cells of a result column hold.</summary>
public enum ResultColumnKind
{
    /// <summary>Text; may be null.</summary>
    Text,

    /// <summary>Number; null where there is none or it is unlimited.</summary>
    Number,

    /// <summary>Whole number, or 0 and 1 for no and yes.</summary>
    Integer,

    /// <summary>A period: its number in the database, its start in a CSV file.</summary>
    Period,

    /// <summary>A row of another table: its number in the database, its id in a CSV file.</summary>
    Element,
}

/// <summary>A column of a result table.</summary>
/// <param name="Name">Lower snake case. It ends in what the figure is counted in: <c>_account</c> is the unit of account that stands in column <c>unit</c> of the element, <c>_money</c> the money of account.</param>
/// <param name="Kind">What the cells hold.</param>
/// <param name="Meaning">What it says, in one line.</param>
/// <param name="References">For elements, the table that is referred to.</param>
public sealed record ResultColumn(string Name, ResultColumnKind Kind, string Meaning, string? References = null);
