namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>A file is not an MPS file that can be read as a linear program.</summary>
public sealed class MpsFormatException : FormatException
{
    /// <summary>An error at a line.</summary>
    /// <param name="line">Line, from 1.</param>
    /// <param name="message">What was expected and found.</param>
    public MpsFormatException(long line, string message)
        : base(FormattableString.Invariant($"line {line}: {message}")) => Line = line;

    /// <summary>The line, from 1.</summary>
    public long Line { get; }
}
