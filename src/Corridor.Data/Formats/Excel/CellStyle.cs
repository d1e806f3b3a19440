namespace Corridor.Data.Formats.Excel;

/// <summary>How the cells of a workbook look and what a spreadsheet makes of what is typed into them.</summary>
public enum CellStyle
{
    /// <summary>As the spreadsheet thinks fit; for numbers and truth values.</summary>
    General,

    /// <summary>Text: what is typed stays as typed, be it like a number, a date or a formula.</summary>
    Text,

    /// <summary>Name of a column.</summary>
    Header,

    /// <summary>Name of a column whose cells must be filled.</summary>
    RequiredHeader,

    /// <summary>Unit or type of a column, below its name.</summary>
    Unit,

    /// <summary>Title of a sheet.</summary>
    Title,

    /// <summary>Text over several lines.</summary>
    Wrapped,

    /// <summary>Text that leads to another sheet.</summary>
    Link,
}
