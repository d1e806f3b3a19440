namespace Corridor.Data.Formats.Matpower.Language;

/// <summary>Why a statement could not be read.</summary>
internal enum MatpowerFaultKind
{
    /// <summary>It is not of the language: an unclosed bracket, a broken number.</summary>
    Malformed,

    /// <summary>It may be of the language, but is not understood.</summary>
    NotUnderstood,

    /// <summary>It asks for more than is done.</summary>
    TooMuch,

    /// <summary>The findings have it already.</summary>
    Reported,
}

/// <summary>The first thing wrong with a statement.</summary>
/// <param name="Kind">Kind of fault.</param>
/// <param name="Offset">Where.</param>
/// <param name="Message">What, as a sentence.</param>
internal sealed record MatpowerFault(MatpowerFaultKind Kind, int Offset, string Message);
