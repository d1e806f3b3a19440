using System.Globalization;
using Corridor.Data.Formats.Workbooks;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>A table of one of the trackers as it stands in a file.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Sheet">Name of the sheet; null for a text file.</param>
/// <param name="Header">The names of its columns.</param>
internal sealed record GemTable(string File, string? Sheet, IReadOnlyList<string> Header)
{
    /// <summary>The rows below the header that hold anything.</summary>
    internal List<GemRow> Rows { get; } = [];

    /// <summary>Where a row stands, for findings.</summary>
    internal SourcePlace PlaceOf(GemRow row, int column = -1)
    {
        string? field = column < 0 || column >= Header.Count ? null : Header[column];
        return Sheet is null ? new SourcePlace(File, row.Number, 0, field) : CellAddress.Place(File, Sheet, row.Number, column + 1, field);
    }

    /// <summary>Where a row stands, for notes and claims.</summary>
    internal string TextOf(GemRow row) =>
        Sheet is null ? string.Create(CultureInfo.InvariantCulture, $"{File} line {row.Number}") : string.Create(CultureInfo.InvariantCulture, $"{File} [{Sheet}!{row.Number}]");
}
