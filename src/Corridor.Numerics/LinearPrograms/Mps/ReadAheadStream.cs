namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>Reads a stream on a second thread, a few blocks ahead: decompression goes on while the content is taken apart.</summary>
internal sealed class ReadAheadStream : Stream
{
    private const int BlockSize = 1 << 18;
    private const int BlockCount = 4;

    private readonly Stream _source;
    private readonly byte[][] _block = new byte[BlockCount][];
    private readonly int[] _length = new int[BlockCount];
    private readonly SemaphoreSlim _filled = new(0);
    private readonly SemaphoreSlim _free = new(BlockCount);
    private readonly Thread _thread;
    private volatile bool _closed;
    private Exception? _failure;
    private int _current = -1;
    private int _at;

    public ReadAheadStream(Stream source)
    {
        _source = source;
        _thread = new Thread(Fill) { IsBackground = true, Name = "reader" };
        _thread.Start();
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (true)
        {
            if (_current >= 0)
            {
                int slot = _current % BlockCount;
                if (_length[slot] == 0)
                    return _failure is null ? 0 : throw new InvalidDataException(_failure.Message, _failure);
                int copied = Math.Min(count, _length[slot] - _at);
                if (copied > 0)
                {
                    _block[slot].AsSpan(_at, copied).CopyTo(buffer.AsSpan(offset));
                    _at += copied;
                    return copied;
                }

                _free.Release();
            }

            _filled.Wait();
            _current++;
            _at = 0;
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_closed)
        {
            _closed = true;
            _free.Release();
            _thread.Join();
            _free.Dispose();
            _filled.Dispose();
            _source.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Fill()
    {
        for (int k = 0; ; k++)
        {
            _free.Wait();
            if (_closed)
                return;
            int slot = k % BlockCount;
            byte[] block = _block[slot] ??= new byte[BlockSize];
            int length = 0;
            try
            {
                // A block is full, or the last.
                int read;
                while (length < block.Length && (read = _source.Read(block, length, block.Length - length)) > 0)
                    length += read;
            }
            catch (Exception failed) when (failed is IOException or InvalidDataException)
            {
                _failure = failed;
                length = 0;
            }

            _length[slot] = length;
            _filled.Release();
            if (length == 0)
                return;
        }
    }
}
