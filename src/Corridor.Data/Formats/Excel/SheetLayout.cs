namespace Corridor.Data.Formats.Excel;

/// <summary>What a sheet is before its first row.</summary>
/// <param name="Name">Name: 1 to 31 characters, none of <c>[ ] : * ? / \</c>, no apostrophe at either end; unlike the others, case aside.</param>
/// <param name="Columns">Columns from the left, with width and style of the cells that are still empty.</param>
public sealed record SheetLayout(string Name, IReadOnlyList<SheetColumn> Columns)
{
    /// <summary>Rows that stay in view, from the top.</summary>
    public int FrozenRows { get; init; }

    /// <summary>Columns that stay in view, from the left.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>Row whose cells filter the rows below, from 1; 0 for none.</summary>
    public int FilterRow { get; init; }

    /// <summary>Whether the sheet is hidden until its reader asks for it.</summary>
    public bool Hidden { get; init; }
}

/// <summary>A column of a sheet.</summary>
/// <param name="Width">Width in characters, more than 0 and at most 255.</param>
/// <param name="Style">Style of cells that are still empty.</param>
public sealed record SheetColumn(double Width, CellStyle Style = CellStyle.General);
