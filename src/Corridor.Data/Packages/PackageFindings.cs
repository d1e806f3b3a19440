using System.Reflection;
using Corridor.Model.Findings;
using static Corridor.Model.Findings.Severity;

namespace Corridor.Data.Packages;

/// <summary>Every kind of finding that reading or making a package may yield (P…).</summary>
public static class PackageFindings
{
    /// <summary>Neither folder nor file at the path.</summary>
    public static readonly FindingKind NotFound = new("P001", Error, "There is no folder or zip file at the path.", "Check the path; `corridor new` makes a package.");

    /// <summary>The system refused to read.</summary>
    public static readonly FindingKind Unreadable = new("P002", Error, "A file or folder cannot be read.", "Check the permissions and the medium.");

    /// <summary>No datapackage.json.</summary>
    public static readonly FindingKind NotAPackage = new("P003", Error, "The folder has no datapackage.json.", "Give the path of the package itself, or let `corridor new` write a datapackage.json to copy.");

    /// <summary>datapackage.json is not JSON.</summary>
    public static readonly FindingKind BadDescriptor = new("P004", Error, "datapackage.json is not JSON in UTF-8.", "Mend the place named; an editor that knows JSON shows it.");

    /// <summary>A member of datapackage.json is wrong.</summary>
    public static readonly FindingKind DescriptorValue = new("P005", Error, "A member of datapackage.json is missing or has no meaning.", "Write the member as the message says.");

    /// <summary>A resource whose file is not there.</summary>
    public static readonly FindingKind MissingFile = new("P006", Error, "datapackage.json names a file that is not in the package.", "Add the file, or take the resource out of datapackage.json.");

    /// <summary>A path that leaves the package.</summary>
    public static readonly FindingKind UnsafePath = new("P007", Error, "A path is absolute, an address, or leads out of the package.", "Keep all files inside the package and name them relative to it.");

    /// <summary>A resource that is no table.</summary>
    public static readonly FindingKind UnknownResource = new("P008", Warning, "A resource is none of Corridor's tables; it has no effect.", "Name it as in docs/package.md, or leave it: it does no harm.");

    /// <summary>Two resources for one table.</summary>
    public static readonly FindingKind DuplicateResource = new("P009", Error, "Two resources have the same name.", "Keep one of them.");

    /// <summary>A table's file that datapackage.json does not name.</summary>
    public static readonly FindingKind UnlistedFile = new("P010", Warning, "A file has the name of a table but datapackage.json does not list it; it is read in the standard units.", "Add a resource for it to datapackage.json, with the units of its fields.");

    /// <summary>A CSV that is no table.</summary>
    public static readonly FindingKind UnknownFile = new("P011", Warning, "A CSV file is none of Corridor's tables; it has no effect.", "Name it as in docs/package.md, or leave it: it does no harm.");

    /// <summary>An archive too large to unpack.</summary>
    public static readonly FindingKind ArchiveLimit = new("P012", Error, "A zip file unpacks to more than Corridor reads: 1 GiB in all, 1000 files, 200 times its packed size.", "Unpack it yourself and give the path of the folder.");

    /// <summary>Not an archive.</summary>
    public static readonly FindingKind BadArchive = new("P013", Error, "A file is no zip file, or a damaged one.", "Give the path of the package's folder, or of a zip file of it.");

    /// <summary>A file above the limit.</summary>
    public static readonly FindingKind FileTooLarge = new("P014", Error, "A file is larger than Corridor reads: 256 MiB or 5 million rows for a table, 16 MiB for datapackage.json.", "Leave out what the study does not need, or coarsen the time series.");

    /// <summary>An empty file.</summary>
    public static readonly FindingKind EmptyFile = new("P015", Error, "A table's file is empty: even without rows it has a header.", "Write the header row, or take the resource out of datapackage.json.");

    /// <summary>Not UTF-8.</summary>
    public static readonly FindingKind Encoding = new("P016", Error, "A file is not encoded in UTF-8.", "Save it as 'CSV UTF-8'.");

    /// <summary>Not separated by commas.</summary>
    public static readonly FindingKind Separator = new("P017", Error, "The cells of a file are not separated by commas.", "Save it separated by commas, with points as decimal marks.");

    /// <summary>A required column is missing.</summary>
    public static readonly FindingKind MissingColumn = new("P018", Error, "A table lacks a column that it must have.", "Add the column.");

    /// <summary>A column twice.</summary>
    public static readonly FindingKind DuplicateColumn = new("P019", Error, "A table has two columns of one name.", "Keep one of them.");

    /// <summary>An unknown column.</summary>
    public static readonly FindingKind UnknownColumn = new("P020", Warning, "A column is none of the table's; it has no effect.", "Name it as in docs/package.md, or leave it: it does no harm.");

    /// <summary>An unknown field.</summary>
    public static readonly FindingKind UnknownField = new("P021", Warning, "datapackage.json describes a field that the file does not have, or describes one twice; it has no effect.", "Correct the field's name, or take it out.");

    /// <summary>No unit declared.</summary>
    public static readonly FindingKind UndeclaredUnit = new("P022", Warning, "datapackage.json does not say the unit of a column; the standard unit is taken.", "Declare the unit of the field.");

    /// <summary>A unit where none belongs.</summary>
    public static readonly FindingKind UnitWithoutEffect = new("P023", Warning, "datapackage.json gives a unit to a column that has none or whose unit stands in the row; it has no effect.", "Take it out; rates, amounts and prices take their unit from the row.");

    /// <summary>An unknown unit.</summary>
    public static readonly FindingKind UnknownUnit = new("P024", Error, "A unit is unknown.", "Write a unit of docs/units.md.");

    /// <summary>An ambiguous unit.</summary>
    public static readonly FindingKind AmbiguousUnit = new("P025", Error, "A unit is ambiguous, such as bcm without its reference temperature.", "Write one of the units that the hint names; the source of the figure must say which.");

    /// <summary>A unit of another dimension.</summary>
    public static readonly FindingKind WrongUnit = new("P026", Error, "A unit is of another dimension than the column.", "Write a unit of the dimension that the message names.");

    /// <summary>A type other than the table's.</summary>
    public static readonly FindingKind FieldType = new("P027", Warning, "datapackage.json gives a field another type than the table has; it has no effect.", "Write the type of docs/package.md.");

    /// <summary>No currency.</summary>
    public static readonly FindingKind NoCurrency = new("P028", Warning, "datapackage.json does not say the money of account; USD is taken.", "Add \"corridor\": {\"currency\": \"USD\"}.");

    /// <summary>A member without effect.</summary>
    public static readonly FindingKind MemberWithoutEffect = new("P029", Warning, "A member of datapackage.json has no effect on what is read.", "Take it out, or leave it for other programs.");

    /// <summary>Too few or too many cells.</summary>
    public static readonly FindingKind CellCount = new("P030", Error, "A row has more or fewer cells than the header.", "Put cells that hold a comma in quotation marks.");

    /// <summary>Quotation marks that do not pair.</summary>
    public static readonly FindingKind Quotes = new("P031", Error, "The quotation marks of a cell do not pair.", "Put the whole cell in quotation marks, and double those inside it.");

    /// <summary>A cell or row above the limit.</summary>
    public static readonly FindingKind TooLong = new("P032", Error, "A cell is longer than 64 KiB, or a row longer than 1 MiB or 1000 cells.", "Shorten it.");

    /// <summary>A control character.</summary>
    public static readonly FindingKind ControlCharacter = new("P033", Error, "A file holds a control character: it may be no text file at all.", "Check that the file is a CSV file, and remove the character.");

    /// <summary>A value is missing.</summary>
    public static readonly FindingKind MissingValue = new("P034", Error, "A cell that must have a value is empty.", "Fill the cell.");

    /// <summary>Not a number.</summary>
    public static readonly FindingKind NotANumber = new("P035", Error, "A cell holds no number.", "Write digits with a point as decimal mark and no separators between thousands.");

    /// <summary>Not finite.</summary>
    public static readonly FindingKind NotFinite = new("P036", Error, "A number is NaN, infinite or too large.", "Leave the cell empty where a figure is unknown.");

    /// <summary>Not a whole number.</summary>
    public static readonly FindingKind NotAnInteger = new("P037", Error, "A cell holds no whole number.", "Write a whole number.");

    /// <summary>Not a date.</summary>
    public static readonly FindingKind NotADate = new("P038", Error, "A cell holds no date.", "Write year-month-day, such as 2025-10-01.");

    /// <summary>Not a boolean.</summary>
    public static readonly FindingKind NotABoolean = new("P039", Error, "A cell holds neither true nor false.", "Write true or false.");

    /// <summary>An unknown name.</summary>
    public static readonly FindingKind UnknownName = new("P040", Error, "A cell holds none of the names that its column allows.", "Write one of the names in the message.");

    /// <summary>No unit in the row.</summary>
    public static readonly FindingKind MissingRowUnit = new("P041", Error, "A row has a figure but not its unit.", "Fill amount_unit, rate_unit or price_unit.");

    /// <summary>Not an id.</summary>
    public static readonly FindingKind BadId = new("P042", Error, "An id has characters other than lower case letters, digits, '-' and '.'.", "Write it as in kz-petropavl-gas.");

    /// <summary>Too many errors.</summary>
    public static readonly FindingKind GaveUp = new("P043", Error, "A file has so many broken rows that the rest of it was not read.", "Mend the first ones: most often they have one cause.");

    /// <summary>An empty item.</summary>
    public static readonly FindingKind EmptyItem = new("P044", Error, "A list has an empty item.", "Separate the items by single semicolons, none at the end.");

    /// <summary>A folder in use.</summary>
    public static readonly FindingKind FolderInUse = new("P045", Error, "A new package would be written over what is there.", "Choose another name, or empty the folder.");

    /// <summary>The system refused to write.</summary>
    public static readonly FindingKind Unwritable = new("P046", Error, "A folder cannot be written.", "Check the path and the permissions.");

    /// <summary>All kinds, by code.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
    [
        .. typeof(PackageFindings).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => f.GetValue(null)).OfType<FindingKind>().OrderBy(k => k.Code, StringComparer.Ordinal),
    ];
}
