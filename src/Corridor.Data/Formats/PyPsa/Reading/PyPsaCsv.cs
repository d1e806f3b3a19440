using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa.Attributes;
using Corridor.Data.Formats.Tables;
using Corridor.Data.Packages;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.PyPsa.Reading;

/// <summary>Opens a CSV file of the folder within limits, and tells what is wrong with a row.</summary>
/// <param name="findings">Takes what is wrong.</param>
internal sealed class PyPsaCsv(FindingList findings)
{
    /// <summary>Most columns of a file.</summary>
    internal const int MostColumns = 200_000;

    /// <summary>Most rows of a file.</summary>
    internal const int MostRows = 5_000_000;

    /// <summary>Broken rows after which a file is given up.</summary>
    internal const int MostFaults = 200;

    private const int LongestRow = 16 << 20;
    private const long LongestFile = 256L << 20;

    /// <summary>Takes what is wrong.</summary>
    internal FindingList Findings { get; } = findings;

    /// <summary>Opens a file; null where it cannot be read.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="file">How findings name it.</param>
    internal FileStream? Open(string path, string file)
    {
        try
        {
            var stream = new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
            if (stream.Length <= LongestFile)
                return stream;
            Findings.Add(FormatFindings.TooLarge.At(file, new SourcePlace(file), string.Create(CultureInfo.InvariantCulture, $"The file has {stream.Length} bytes; {LongestFile} are read at most.")));
            stream.Dispose();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Findings.Add(FormatFindings.Unreadable.At(file, new SourcePlace(file), $"The file cannot be read: {problem.Message}"));
        }

        return null;
    }

    /// <summary>A reader of an open file.</summary>
    internal static CsvReader Reader(Stream stream) => new(stream, mostCells: MostColumns, longestRow: LongestRow);

    /// <summary>Whether the row can be read and has the cells of its header; a finding where not.</summary>
    /// <param name="reader">At the row.</param>
    /// <param name="file">How findings name the file.</param>
    /// <param name="cells">Cells of the header; 0 for the header itself.</param>
    internal bool IsSound(CsvReader reader, string file, int cells)
    {
        (int line, int column) = reader.Fault == CsvFault.None ? (reader.Line, 1) : reader.PlaceOf(Math.Min(reader.FaultOffset, reader.Raw.Length));
        var place = new SourcePlace(file, line, column);
        if (reader.IsUtf16)
        {
            Findings.Add(FormatFindings.NotWellFormed.At(file, place, "The file is encoded in UTF-16.", "Save it as UTF-8."));
            return false;
        }

        switch (reader.Fault)
        {
            case CsvFault.None:
                break;
            case CsvFault.LongRow or CsvFault.LongCell:
                Findings.Add(FormatFindings.TooMany.At(file, place, string.Create(CultureInfo.InvariantCulture, $"The row has more than {MostColumns} cells, more than {LongestRow} bytes, or a cell of more than {CsvReader.LongestCell} bytes.")));
                return false;
            case CsvFault.Encoding or CsvFault.ControlCharacter:
                Findings.Add(FormatFindings.NotWellFormed.At(file, place, "The row holds bytes that are no text in UTF-8.", "Save the file as UTF-8."));
                return false;
            default:
                Findings.Add(FormatFindings.NotWellFormed.At(file, place, "A quotation mark stands where none can, or is never closed.", "Look for a missing quotation mark here or just before."));
                return false;
        }

        if (cells == 0 || reader.Count == cells)
            return true;
        (line, column) = reader.PlaceOf(reader.OffsetOf(Math.Min(cells, reader.Count - 1)));
        Findings.Add(FormatFindings.RowLength.At(
            file,
            new SourcePlace(file, line, column),
            string.Create(CultureInfo.InvariantCulture, $"The row has {reader.Count} cells; its header has {cells}."),
            reader.Count > cells ? "Put cells that hold a comma in quotation marks; write numbers with a decimal point." : "Fill the row up with commas."));
        return false;
    }

    /// <summary>Whether a figure has an effect and is infinite where it cannot be, or larger than any figure of an energy system; a finding where so.</summary>
    internal bool IsBeyond(CsvReader reader, string file, int cell, PyPsaAttribute attribute, string header, double value)
    {
        if (attribute.Fate != PyPsaFate.Active || !(Math.Abs(value) > ForeignFigure.Greatest) || (attribute.MayBeInfinite && double.IsInfinity(value)))
            return false;
        (int line, int column) = reader.PlaceOf(reader.OffsetOf(cell));
        var place = new SourcePlace(file, line, column, header);
        if (double.IsInfinity(value))
            Findings.Add(FormatFindings.NotFinite.At(file, place, $"{header} cannot be infinite."));
        else
            Findings.Add(FormatFindings.OutOfRange.At(file, place, $"{header} is larger than any figure of an energy system."));
        return true;
    }

    /// <summary>Adds that a cell is of the wrong kind.</summary>
    internal void WrongKind(CsvReader reader, string file, int cell, string header, string expected)
    {
        (int line, int column) = reader.PlaceOf(reader.OffsetOf(cell));
        string shown = Shown.Text(reader.Text(cell));
        Findings.Add(FormatFindings.WrongKind.At(file, new SourcePlace(file, line, column, header), $"'{shown}' in {header} is {expected}."));
    }
}
