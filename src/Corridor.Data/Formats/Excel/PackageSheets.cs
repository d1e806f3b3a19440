namespace Corridor.Data.Formats.Excel;

/// <summary>The form of a package in a workbook, which writer and reader share.</summary>
internal static class PackageSheets
{
    /// <summary>Sheet with the head of the package.</summary>
    internal const string About = "About";

    /// <summary>Sheet that describes every column; for people only.</summary>
    internal const string Columns = "Columns";

    /// <summary>Hidden sheet with the names that drop-downs offer.</summary>
    internal const string Lists = "Lists";

    /// <summary>Rows of a table's sheet above the data: names of the columns, and their units in square brackets.</summary>
    internal const int HeadRows = 2;

    /// <summary>First line of the sheet About that is read: its columns.</summary>
    internal static readonly string[] AboutHead = ["field", "value", "meaning"];
}
