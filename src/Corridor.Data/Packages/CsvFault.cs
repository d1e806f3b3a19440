namespace Corridor.Data.Packages;

/// <summary>What keeps a row of a CSV file from being read.</summary>
internal enum CsvFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A quotation mark inside a cell that is not quoted.</summary>
    StrayQuote,

    /// <summary>Text between the closing quotation mark and the next comma.</summary>
    TextAfterQuote,

    /// <summary>A quotation mark that is never closed.</summary>
    OpenQuote,

    /// <summary>A cell longer than <see cref="CsvReader.LongestCell"/>.</summary>
    LongCell,

    /// <summary>A row longer than <see cref="CsvReader.LongestRow"/>, or of more than <see cref="CsvReader.MostCells"/> cells.</summary>
    LongRow,

    /// <summary>A byte sequence that is not UTF-8.</summary>
    Encoding,

    /// <summary>A control character.</summary>
    ControlCharacter,
}
