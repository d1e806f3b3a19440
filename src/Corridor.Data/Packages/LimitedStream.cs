namespace Corridor.Data.Packages;

/// <summary>Reads a stream and refuses to go past a number of bytes: the length that a file or archive states may be wrong.</summary>
internal sealed class LimitedStream(Stream inner, long limit) : ReadingStream(inner)
{
    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The stream is longer than the limit.</exception>
    protected override void Look(ReadOnlySpan<byte> bytes, long total)
    {
        if (total > limit)
            throw new InvalidDataException("The file is longer than its stated length or the limit.");
    }
}
