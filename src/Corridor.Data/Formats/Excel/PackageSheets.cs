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

    /// <summary>Form of the workbook; goes up when a reader of the former could not read it.</summary>
    internal const string Form = "corridor package 1";

    /// <summary>Rows of a table's sheet above the data: names of the columns, and their units in square brackets.</summary>
    internal const int HeadRows = 2;

    /// <summary>First line of the sheet About that is read: its columns.</summary>
    internal static readonly string[] AboutHead = ["field", "value", "meaning"];

    /// <summary>Fields of the sheet About and what they say.</summary>
    internal static readonly (string Name, string Meaning)[] Fields =
    [
        ("form", "form of this workbook; leave it as it is"),
        ("name", "short name: lower case letters, digits, '-'"),
        ("title", "title for people"),
        ("description", "what the package is about, in a paragraph"),
        ("version", "version of the data"),
        ("licence", "licence of the package, an SPDX identifier such as CC-BY-4.0"),
        ("currency", "money of account (ISO 4217): costs, prices and the objective are stated in it"),
        ("from", "first day of the usual horizon, yyyy-mm-dd"),
        ("to", "first day after that horizon, yyyy-mm-dd"),
    ];
}
