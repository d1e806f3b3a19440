using System.Runtime.ExceptionServices;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>A stream that takes back what was read too far.</summary>
internal sealed class MpsInput(Stream source)
{
    // The next is the last.
    private readonly List<ArraySegment<byte>> _back = [];

    /// <summary>Bytes read from the stream.</summary>
    public long Given { get; private set; }

    /// <summary>Thrown once all that was taken back is read: reading ahead failed there.</summary>
    public ExceptionDispatchInfo? Failure { get; set; }

    /// <summary>Reads at most <paramref name="count"/> bytes; 0 at the end.</summary>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (_back.Count == 0)
        {
            Failure?.Throw();
            int read = source.Read(buffer, offset, count);
            Given += read;
            return read;
        }

        ArraySegment<byte> next = _back[^1];
        int copied = Math.Min(count, next.Count);
        next[..copied].CopyTo(buffer, offset);
        if (copied == next.Count)
            _back.RemoveAt(_back.Count - 1);
        else
            _back[^1] = next[copied..];
        return copied;
    }

    /// <summary>Takes bytes back, to be read before all others; the array must not be changed any more.</summary>
    public void PushBack(ArraySegment<byte> bytes)
    {
        if (bytes.Count > 0)
            _back.Add(bytes);
    }
}
