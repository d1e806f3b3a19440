namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>A row of a tracker's table as it stands in a file.</summary>
/// <param name="Number">Row of the sheet, or line of the text file, from 1.</param>
/// <param name="Cells">Its cells, blanks around them removed; as many as the header has.</param>
internal sealed record GemRow(int Number, string[] Cells);
