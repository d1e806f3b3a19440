using System.IO.Compression;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>Opens a file, decompressed on the way where it is gzip, whatever its name.</summary>
internal sealed class MpsSource : IDisposable
{
    /// <summary>A larger compressed file is worth a second thread.</summary>
    private const long WorthAThread = 1 << 17;

    private const int LargestRatio = 200;
    private const long LeastLimit = 1 << 26;

    private readonly Stream _stream;

    private MpsSource(Stream stream) => _stream = stream;

    /// <summary>The content.</summary>
    public Stream Stream => _stream;

    /// <summary>Opens a file.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="InvalidDataException">Its name says that it is compressed, and it is not.</exception>
    public static MpsSource Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        try
        {
            return new MpsSource(Unpack(file, path));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads what stands after the end, so that damage to a compressed file is found by its checksum.</summary>
    public void Drain()
    {
        if (_stream is FileStream)
            return;
        byte[] rest = new byte[1 << 14];
        while (_stream.Read(rest, 0, rest.Length) > 0)
        {
            // Nothing after the end matters.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static Stream Unpack(FileStream file, string path)
    {
        if (!file.CanSeek)
            throw new IOException("The path is no regular file.");
        Span<byte> head = stackalloc byte[2];
        int read = file.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        bool packed = read == 2 && head[0] == 0x1F && head[1] == 0x8B;
        if (!packed && path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            throw new InvalidDataException("The file is named .gz and is not gzip.");
        file.Position = 0;
        if (!packed)
            return file;
        long limit = Math.Max(LeastLimit, LargestRatio * file.Length);
        var unpacked = new LimitedStream(new GZipStream(file, CompressionMode.Decompress), limit);
        return file.Length > WorthAThread ? new ReadAheadStream(unpacked) : unpacked;
    }
}
