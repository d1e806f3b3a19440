namespace Corridor.Model.Schema;

/// <summary>Why the text of a cell is no value of its column.</summary>
public enum CellProblemKind
{
    /// <summary>No number, or one with a decimal comma or thousands separators.</summary>
    NotANumber,

    /// <summary>NaN, infinite, or too large to be held.</summary>
    NotFinite,

    /// <summary>No whole number.</summary>
    NotAnInteger,

    /// <summary>No date of the form <c>yyyy-MM-dd</c>.</summary>
    NotADate,

    /// <summary>Neither <c>true</c> nor <c>false</c>.</summary>
    NotABoolean,

    /// <summary>None of the names of the enumeration.</summary>
    UnknownName,

    /// <summary>A list with an empty item.</summary>
    EmptyItem,

    /// <summary>No unit that Corridor knows.</summary>
    UnknownUnit,

    /// <summary>A unit with two meanings.</summary>
    AmbiguousUnit,

    /// <summary>A unit of another dimension.</summary>
    WrongUnit,

    /// <summary>A quantity in a row that does not say its unit.</summary>
    MissingRowUnit,
}

/// <summary>What is wrong with the text of a cell.</summary>
/// <param name="Kind">Kind of problem.</param>
/// <param name="Message">What was found and what was expected.</param>
/// <param name="Hint">What would mend it; null where nothing sensible can be said.</param>
public sealed record CellProblem(CellProblemKind Kind, string Message, string? Hint = null);
