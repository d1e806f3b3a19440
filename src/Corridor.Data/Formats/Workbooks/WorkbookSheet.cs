namespace Corridor.Data.Formats.Workbooks;

/// <summary>A worksheet of a workbook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsHidden">Whether it is hidden from its user.</param>
/// <param name="Part">Name of its part in the zip file.</param>
public sealed record WorkbookSheet(string Name, bool IsHidden, string Part);
