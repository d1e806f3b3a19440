using System.Globalization;
using Corridor.Data.Formats.Workbooks;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Exchange;

/// <summary>Texts of one file in one line; those that were cut are told once.</summary>
/// <param name="file">How findings name the file.</param>
internal sealed class ForeignCells(string file)
{
    private int _cut;
    private SourcePlace _first;

    /// <summary>A text in one line, cut as <see cref="ForeignText"/> says.</summary>
    /// <param name="text">Text as the file has it.</param>
    /// <param name="place">Where its row stands.</param>
    internal string OneLine(string text, SourcePlace place)
    {
        string plain = ForeignText.OneLine(text, out bool isCut);
        if (isCut && _cut++ == 0)
            _first = place;
        return plain;
    }

    /// <summary>A cell of a workbook in one line, cut as <see cref="ForeignText"/> says.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="reader">Where its row stands.</param>
    internal string OneLine(WorkbookCell cell, WorkbookSheetReader reader)
    {
        string plain = ForeignText.OneLine(cell.Printed(), out bool isCut);
        if (isCut && _cut++ == 0)
            _first = reader.PlaceOf(cell.Column);
        return plain;
    }

    /// <summary>Adds the finding (G018) where a text was cut.</summary>
    /// <param name="findings">Takes it.</param>
    internal void Tell(FindingList findings)
    {
        if (_cut > 0)
            findings.Add(FormatFindings.LeftOut.At(file, _first, string.Create(CultureInfo.InvariantCulture, $"{_cut} texts of the file are longer than 32 KiB, the first of them here: what follows is left out."), "Shorten them."));
    }
}
