using Corridor.Data.Formats.Workbooks;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Tables;

/// <summary>The cells of the row at hand, of a sheet or of a table of a database.</summary>
internal interface ITableCells
{
    /// <summary>What to do about an empty cell that must be filled.</summary>
    public string EmptyHint { get; }

    /// <summary>The cell of a column.</summary>
    public WorkbookCell Cell(CellReader column);

    /// <summary>Where the cell stands.</summary>
    public SourcePlace PlaceOf(CellReader column);

    /// <summary>Name of the cell, for examples.</summary>
    public string NameOf(CellReader column);
}
