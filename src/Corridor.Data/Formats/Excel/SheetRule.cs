namespace Corridor.Data.Formats.Excel;

/// <summary>What a spreadsheet checks when a cell is filled, or shows when it is chosen.</summary>
public enum SheetRuleKind
{
    /// <summary>Nothing is checked; a remark is shown.</summary>
    Remark,

    /// <summary>One of a list, offered for choice.</summary>
    List,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    WholeNumber,
}

/// <summary>A data validation of a sheet.</summary>
/// <param name="Kind">What is checked.</param>
/// <param name="FirstRow">First row, from 1.</param>
/// <param name="LastRow">Last row.</param>
/// <param name="Column">Column, from 0.</param>
/// <param name="Text">The remark, or what is said when the check fails; at most 255 characters are kept.</param>
public sealed record SheetRule(SheetRuleKind Kind, int FirstRow, int LastRow, int Column, string Text)
{
    /// <summary>For lists, the defined name of the range; for numbers, the least value; null for none.</summary>
    public string? First { get; init; }

    /// <summary>For numbers, the greatest value; null for none.</summary>
    public string? Last { get; init; }

    /// <summary>Whether a value that fails the check may be kept after a warning.</summary>
    public bool IsWarning { get; init; }

    /// <summary>Title of the remark; at most 32 characters are kept.</summary>
    public string Title { get; init; } = "";
}
