using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.Schema;

namespace Corridor.Data.Packages;

/// <summary>Which kind of finding a fault of a row or a problem of a cell is.</summary>
internal static class CellFindings
{
    /// <summary>The kind of finding of a cell's problem.</summary>
    internal static FindingKind KindOf(CellProblemKind problem) => problem switch
    {
        CellProblemKind.NotANumber => PackageFindings.NotANumber,
        CellProblemKind.NotFinite => PackageFindings.NotFinite,
        CellProblemKind.NotAnInteger => PackageFindings.NotAnInteger,
        CellProblemKind.NotADate => PackageFindings.NotADate,
        CellProblemKind.NotABoolean => PackageFindings.NotABoolean,
        CellProblemKind.UnknownName => PackageFindings.UnknownName,
        CellProblemKind.EmptyItem => PackageFindings.EmptyItem,
        CellProblemKind.UnknownUnit => PackageFindings.UnknownUnit,
        CellProblemKind.AmbiguousUnit => PackageFindings.AmbiguousUnit,
        CellProblemKind.WrongUnit => PackageFindings.WrongUnit,
        CellProblemKind.MissingRowUnit => PackageFindings.MissingRowUnit,
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };

    /// <summary>The finding of a row's fault, other than its encoding.</summary>
    internal static Finding Of(CsvReader csv, string table, string file)
    {
        (int line, int column) = csv.PlaceOf(csv.FaultOffset);
        var place = new SourcePlace(file, line, column);
        return csv.Fault switch
        {
            CsvFault.StrayQuote => PackageFindings.Quotes.At(table, place, "A quotation mark stands inside a cell that does not start with one.", "Put the whole cell in quotation marks, and double those inside it."),
            CsvFault.TextAfterQuote => PackageFindings.Quotes.At(table, place, "Text follows the closing quotation mark of a cell.", "Double the quotation marks inside a cell, or put a comma here."),
            CsvFault.OpenQuote => PackageFindings.Quotes.At(table, place, string.Create(CultureInfo.InvariantCulture, $"The quotation mark that opens here is not closed within {CsvReader.LongestCell} bytes or the file."), "Close it, or take it out."),
            CsvFault.LongCell => PackageFindings.TooLong.At(table, place, string.Create(CultureInfo.InvariantCulture, $"The cell that starts here is longer than {CsvReader.LongestCell} bytes.")),
            CsvFault.LongRow => PackageFindings.TooLong.At(table, place, string.Create(CultureInfo.InvariantCulture, $"The row is longer than {CsvReader.LongestRow} bytes or {CsvReader.MostCells} cells.")),
            CsvFault.ControlCharacter => PackageFindings.ControlCharacter.At(table, place, string.Create(CultureInfo.InvariantCulture, $"The row holds the control character U+{csv.Raw[csv.FaultOffset]:X4}."), "Check that the file is a CSV file and is encoded in UTF-8."),
            _ => throw new InvalidOperationException("The row has no such fault."),
        };
    }

    /// <summary>What an encoding other than UTF-8 probably is, and what to do.</summary>
    internal static string EncodingHint(ReadOnlySpan<byte> raw)
    {
        int cyrillic = 0;
        int zero = 0;
        int high = 0;
        foreach (byte value in raw)
        {
            cyrillic += value >= 0xC0 ? 1 : 0;
            high += value >= 0x80 ? 1 : 0;
            zero += value == 0 ? 1 : 0;
        }

        string guess = zero > 0 ? "" : cyrillic * 4 >= high * 3 && high > 1 ? "It looks like Windows-1251 (Cyrillic). " : "It may be Windows-1252 or another code page. ";
        return guess + "Save the file as 'CSV UTF-8'.";
    }
}
