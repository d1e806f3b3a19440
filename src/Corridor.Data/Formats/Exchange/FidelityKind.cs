namespace Corridor.Data.Formats.Exchange;

/// <summary>What became of a part of a file when it was converted.</summary>
public enum FidelityKind
{
    /// <summary>It came over with its meaning and its figure.</summary>
    Exact,

    /// <summary>It came over in another form; the note says what is lost.</summary>
    Approximated,

    /// <summary>The file leaves it open; the note says what was taken.</summary>
    Defaulted,

    /// <summary>It did not come over; the note says why.</summary>
    Dropped,
}
