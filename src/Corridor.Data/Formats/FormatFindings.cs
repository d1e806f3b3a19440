using System.Reflection;
using Corridor.Model.Findings;
using static Corridor.Model.Findings.Severity;

namespace Corridor.Data.Formats;

/// <summary>Every kind of finding that reading another program's data may yield (G…).</summary>
public static class FormatFindings
{
    /// <summary>Nothing at the path.</summary>
    public static readonly FindingKind NotFound = new("G001", Error, "There is no file or folder at the path.", "Check the path.");

    /// <summary>The system refused to read.</summary>
    public static readonly FindingKind Unreadable = new("G002", Error, "A file or folder cannot be read.", "Check the permissions and the medium.");

    /// <summary>A file above the limit.</summary>
    public static readonly FindingKind TooLarge = new("G003", Error, "A file is larger than is read (256 MiB), or nests deeper than 64 levels.", "Leave out what is not needed.");

    /// <summary>No known format.</summary>
    public static readonly FindingKind UnknownFormat = new("G004", Error, "A file or folder is not of the format asked for, or of none that is known.", "Give what the message names; docs/formats.md lists what is read.");

    /// <summary>Not well-formed.</summary>
    public static readonly FindingKind NotWellFormed = new("G005", Error, "A file is not well-formed, or not in an encoding that is read.", "Mend the place named, or copy the file again.");

    /// <summary>A document type declaration.</summary>
    public static readonly FindingKind DocumentType = new("G006", Error, "An XML file has a document type declaration, which is not read.", "Take the declaration out.");

    /// <summary>A part that must be there is missing.</summary>
    public static readonly FindingKind Missing = new("G007", Error, "A part that the format demands is missing.", "Add it as the message says.");

    /// <summary>A value of the wrong kind.</summary>
    public static readonly FindingKind WrongKind = new("G008", Error, "A value is of another kind than expected, such as a text in place of a number.", "Write the value as the message says.");

    /// <summary>NaN, infinite, or too large.</summary>
    public static readonly FindingKind NotFinite = new("G009", Error, "A number is NaN or infinite.", "Write a finite number, or leave the figure out where it is optional.");

    /// <summary>Outside its range.</summary>
    public static readonly FindingKind OutOfRange = new("G010", Error, "A number is outside the range of its figure, such as a negative length.", "Correct the number, or its unit.");

    /// <summary>A unit is not stated.</summary>
    public static readonly FindingKind MissingUnit = new("G011", Error, "A figure has no unit.", "State the unit.");

    /// <summary>An unknown unit.</summary>
    public static readonly FindingKind UnknownUnit = new("G012", Error, "A unit is unknown, or not one of the figure.", "Write one of the units that the message names.");

    /// <summary>An id given twice.</summary>
    public static readonly FindingKind DuplicateId = new("G013", Error, "Two nodes, two elements of one kind, or two members of an object have the same name.", "Give each its own name.");

    /// <summary>An id that does not exist.</summary>
    public static readonly FindingKind UnknownId = new("G014", Error, "A node or element that is named does not exist.", "Correct the id.");

    /// <summary>A part without effect.</summary>
    public static readonly FindingKind NoEffect = new("G015", Warning, "A part of the file is not known or not modelled; it has no effect.", "Leave it out, or check that the result does not depend on it.");

    /// <summary>Two statements that exclude each other.</summary>
    public static readonly FindingKind Contradiction = new("G016", Error, "Two statements of the files exclude each other, such as a least pressure above the greatest.", "Correct one of them.");

    /// <summary>Something taken because the file does not say it.</summary>
    public static readonly FindingKind Assumption = new("G017", Information, "The files leave something open that the physics needs; the message says what is taken.", "State it, or set it with an option.");

    /// <summary>A part that belongs to the format and is left out by its own programs.</summary>
    public static readonly FindingKind LeftOut = new("G018", Information, "A part of the file is left out on purpose, as the programs of the format do.", "Nothing, unless the result should depend on it.");

    /// <summary>A file needed beside another is missing.</summary>
    public static readonly FindingKind MissingFile = new("G019", Error, "A file that belongs to the network is missing.", "Put it beside the others, or name it with an option.");

    /// <summary>Several files could be meant.</summary>
    public static readonly FindingKind SeveralFiles = new("G020", Error, "Several files could be meant.", "Name the one with an option.");

    /// <summary>A statement that points to what is not there, without harm.</summary>
    public static readonly FindingKind Unused = new("G021", Warning, "A statement about a node or element that does not exist is left out.", "Correct the id, or leave the statement out.");

    /// <summary>A network too small or without what a study needs.</summary>
    public static readonly FindingKind Empty = new("G022", Error, "A network has no nodes.", "Check that the file is the one that is meant.");

    /// <summary>Something that changes the flow and is not modelled.</summary>
    public static readonly FindingKind NotModelled = new("G023", Error, "The network has something in service that changes its flow and is not modelled.", "Take it out of service, or replace it as the message says.");

    /// <summary>A nominated flow outside what the network states of its node.</summary>
    public static readonly FindingKind BeyondNode = new("G024", Warning, "A nominated flow is outside the bounds that the network states of its node; the nomination counts.", "Correct the nomination, or the bounds of the node.");

    /// <summary>A row that was not taken over.</summary>
    public static readonly FindingKind RowSkipped = new("G025", Warning, "A row was left out; the message says why.", "Mend the row, or take it out.");

    /// <summary>A part with a meaning that the model does not have.</summary>
    public static readonly FindingKind NotCarried = new("G026", Warning, "A part of the file has a meaning that does not come over; the fidelity report counts it.", "Read the fidelity report before trusting the result.");

    /// <summary>A text that a spreadsheet would take for a formula.</summary>
    public static readonly FindingKind FormulaText = new("G027", Warning, "A text begins as a formula of a spreadsheet does; it is read and written as text.", "Look where it comes from.");

    /// <summary>More of something than is read.</summary>
    public static readonly FindingKind TooMany = new("G028", Error, "A file has more rows, columns, sheets or entries, or unpacks to more, than is read.", "Split the file, or leave out what is not needed.");

    /// <summary>A row or line with too few or too many cells.</summary>
    public static readonly FindingKind RowLength = new("G029", Error, "A row has fewer or more cells than its header or its format demands.", "Look for a missing separator or quotation mark.");

    /// <summary>Nothing left after selection.</summary>
    public static readonly FindingKind NothingSelected = new("G030", Error, "Nothing in the file matches what was asked for.", "Check the countries or other selection; the message names what there is.");

    /// <summary>What a format to be written cannot hold.</summary>
    public static readonly FindingKind NotHeld = new("G031", Error, "A format cannot hold what is to be written; nothing was written.", "Take out what the message names, or write another format.");

    /// <summary>A file that belongs to a list and is not beside it.</summary>
    public static readonly FindingKind CompanionMissing = new("G032", Warning, "A file that belongs to a list is not beside it; what it holds is missing, so that matches may be missed.", "Put the file beside the list.");

    /// <summary>All kinds, in the order of their codes.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
        [.. typeof(FormatFindings).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<FindingKind>().OrderBy(k => k.Code, StringComparer.Ordinal)];
}
