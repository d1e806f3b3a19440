namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>Kinds of what a reader can meet in an MPS file.</summary>
public enum MpsIssue
{
    /// <summary>Error: the file cannot be opened or read.</summary>
    Unreadable,

    /// <summary>Error: compressed content is damaged or cut off.</summary>
    Damaged,

    /// <summary>Error: the file is larger than can be read, unpacks to far more than its size, or has too many errors.</summary>
    TooLarge,

    /// <summary>Error: a line has other fields than its section asks for, or stands in no section.</summary>
    Malformed,

    /// <summary>Error: a field that must be a finite number is none.</summary>
    BadNumber,

    /// <summary>Error: a section, type or word of the format is none that is known.</summary>
    UnknownWord,

    /// <summary>Error: a line names a row or column that does not exist.</summary>
    UnknownName,

    /// <summary>Error: a row or column is declared twice.</summary>
    DeclaredTwice,

    /// <summary>Error: the file asks for what is not solved here: semi-continuous columns, special ordered sets, quadratic constraints.</summary>
    NotSupported,

    /// <summary>Error: the bounds of a column admit no value.</summary>
    EmptyBounds,

    /// <summary>Error: the file ends before ENDATA.</summary>
    Unfinished,

    /// <summary>Error: the two halves of a quadratic objective differ.</summary>
    Asymmetric,

    /// <summary>Warning: no row of type N; the objective is zero.</summary>
    NoObjective,

    /// <summary>Warning: several entries for one element; they are summed.</summary>
    RepeatedEntry,

    /// <summary>Warning: a right-hand side, range or bound is stated twice; the last counts.</summary>
    RepeatedValue,

    /// <summary>Warning: an upper bound below zero on a column without a lower one, which becomes −∞.</summary>
    NegativeUpper,

    /// <summary>Warning: a further set of right-hand sides, ranges or bounds; the first counts.</summary>
    OtherSet,

    /// <summary>Warning: a line has no effect.</summary>
    NoEffect,

    /// <summary>Information: a further row of type N, which is left out.</summary>
    FreeRow,

    /// <summary>Information: an integer column without any bound is taken to be 0 or 1.</summary>
    BinaryByDefault,
}
