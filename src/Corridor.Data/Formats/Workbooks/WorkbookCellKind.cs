namespace Corridor.Data.Formats.Workbooks;

/// <summary>What a cell of a workbook holds.</summary>
public enum WorkbookCellKind
{
    /// <summary>Nothing: there is no cell, or it has a style alone.</summary>
    Empty,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A number that its style shows as a date, or a date in ISO 8601.</summary>
    Date,

    /// <summary>An error value such as <c>#N/A</c>.</summary>
    Error,
}
