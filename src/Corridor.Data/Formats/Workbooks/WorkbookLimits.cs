namespace Corridor.Data.Formats.Workbooks;

/// <summary>How much of a workbook is read; whatever goes past it is a finding, and reading ends there.</summary>
public sealed record WorkbookLimits
{
    /// <summary>The limits that hold where none are given.</summary>
    public static WorkbookLimits Default { get; } = new();

    /// <summary>Longest file, packed [bytes].</summary>
    public long File { get; init; } = 256L << 20;

    /// <summary>Most entries of the zip file.</summary>
    public int Entries { get; init; } = 10_000;

    /// <summary>Longest directory of the zip file [bytes].</summary>
    public long Directory { get; init; } = 8L << 20;

    /// <summary>Largest part, unpacked [bytes].</summary>
    public long Part { get; init; } = 1L << 30;

    /// <summary>All parts together, unpacked [bytes].</summary>
    public long Total { get; init; } = 2L << 30;

    /// <summary>Largest ratio of a part's unpacked to its packed size.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Unpacked size of a part below which its ratio does not count [bytes].</summary>
    public long SmallPart { get; init; } = 4L << 20;

    /// <summary>Most worksheets.</summary>
    public int Sheets { get; init; } = 1024;

    /// <summary>Most rows of a sheet: as many as a workbook can have.</summary>
    public int Rows { get; init; } = 1_048_576;

    /// <summary>Most columns of a sheet: as many as a workbook can have.</summary>
    public int Columns { get; init; } = 16_384;

    /// <summary>Longest text of a cell [characters]; a workbook's own limit is 32,767.</summary>
    public int Cell { get; init; } = 64 * 1024;

    /// <summary>Longest texts of a row that stand in the row itself, together [characters].</summary>
    public int Row { get; init; } = 4 * 1024 * 1024;

    /// <summary>Most shared texts.</summary>
    public int SharedTexts { get; init; } = 4 * 1024 * 1024;

    /// <summary>Length of all shared texts together [characters].</summary>
    public long SharedCharacters { get; init; } = 128L << 20;
}
