namespace Corridor.Data.Formats.Workbooks;

/// <summary>A part of a workbook is larger than it says or than is read; thrown by its stream through the XML reader and caught behind it.</summary>
internal sealed class WorkbookSizeException(string message) : IOException(message);
