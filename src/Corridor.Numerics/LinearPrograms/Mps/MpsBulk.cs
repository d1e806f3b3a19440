using System.Runtime.ExceptionServices;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>
/// Takes the long sections of a file in blocks of whole lines: each is read by whichever thread is free, and joined to the whole in the order of
/// the file. At a line that is out of the common it ends and gives back what was read too far. Neither the number of threads nor the
/// borders of blocks show in the outcome.
/// </summary>
internal sealed class MpsBulk
{
    private const int LongestLine = ushort.MaxValue;
    private const int LongestPause = 1 << 20;

    private readonly MpsInput _input;
    private readonly MpsLines _lines;
    private readonly MpsReadOptions _options;
    private readonly MpsBlockParser[] _parser;
    private readonly MpsBlock[] _ring;
    private readonly object _gate = new();
    private byte[] _carry = [];
    private long _resume;
    private int _pause;
    private int _read;
    private int _joined;
    private bool _ended;
    private bool _stopped;
    private ExceptionDispatchInfo? _failure;
    private IMpsSection _section = null!;

    public MpsBulk(MpsInput input, MpsLines lines, MpsRows rows, MpsNames columns, MpsReadOptions options)
    {
        (_input, _lines, _options) = (input, lines, options);
        int threads = Math.Max(1, Math.Min(options.Threads, Environment.ProcessorCount));
        _parser = new MpsBlockParser[threads];
        for (int k = 0; k < threads; k++)
            _parser[k] = new MpsBlockParser(rows, columns);
        _ring = new MpsBlock[threads == 1 ? 1 : threads + 2];
    }

    /// <summary>Whether it is time for blocks again.</summary>
    public bool IsDue => _lines.Number >= _resume && _input.Given >= _options.FirstByte;

    /// <summary>Takes lines of a section as far as they hold nothing unusual.</summary>
    public void Run(IMpsSection section)
    {
        long before = _lines.Number;
        _input.PushBack(_lines.TakeRest());
        _section = section;
        (_read, _joined, _ended, _stopped, _carry) = (0, 0, false, false, []);
        var helpers = new Thread[_parser.Length - 1];
        for (int k = 0; k < helpers.Length; k++)
        {
            MpsBlockParser parser = _parser[k + 1];
            helpers[k] = new Thread(() => Work(parser)) { IsBackground = true, Name = "reader" };
            helpers[k].Start();
        }

        Work(_parser[0]);
        foreach (Thread helper in helpers)
            helper.Join();
        GiveBack();
        _pause = _lines.Number - before >= _options.Pause ? 0 : Math.Min(LongestPause, Math.Max(_options.Pause, 2 * _pause));
        _resume = _lines.Number + _pause;
        _failure?.Throw();
    }

    private void Work(MpsBlockParser parser)
    {
        try
        {
            while (Take() is { } block)
            {
                _section.Parse(parser, block);
                lock (_gate)
                {
                    block.IsParsed = true;
                    Monitor.PulseAll(_gate);
                }
            }
        }
        catch (Exception failed) when (Keep(failed))
        {
            // Thrown again on the thread that asked.
        }
    }

    /// <summary>Joins what is ready, and takes the next block; null where none is left.</summary>
    private MpsBlock? Take()
    {
        lock (_gate)
        {
            while (true)
            {
                while (!_stopped && _joined < _read && _ring[_joined % _ring.Length].IsParsed)
                    Join();
                if (_stopped || (_ended && _joined == _read))
                    return null;
                if (_ended || _read - _joined == _ring.Length)
                    Monitor.Wait(_gate);
                else if (Next() is { } block)
                    return block;
            }
        }
    }

    private bool Keep(Exception failed)
    {
        lock (_gate)
        {
            _failure ??= ExceptionDispatchInfo.Capture(failed);
            _stopped = true;
            Monitor.PulseAll(_gate);
        }

        return true;
    }

    private void Join()
    {
        MpsBlock block = _ring[_joined % _ring.Length];
        if (_section.Join(block, _lines))
            _joined++;
        else
            _stopped = true;
        Monitor.PulseAll(_gate);
    }

    /// <summary>The next lines; null at the end.</summary>
    private MpsBlock? Next()
    {
        MpsBlock block = _ring[_read % _ring.Length] ??= new MpsBlock();
        if (block.Text.Length < Math.Max(_options.BlockSize, _carry.Length))
            block.Text = GC.AllocateUninitializedArray<byte>(Math.Max(_options.BlockSize, _carry.Length));
        _carry.CopyTo(block.Text, 0);
        int filled = _carry.Length;
        int end = 0;
        try
        {
            while (end == 0 && !_ended)
            {
                if (filled == block.Text.Length)
                    Array.Resize(ref block.Text, 2 * filled);
                while (filled < block.Text.Length && !_ended)
                {
                    int read = _input.Read(block.Text, filled, block.Text.Length - filled);
                    filled += read;
                    _ended = read == 0;
                }

                end = block.Text.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
                _ended |= end == 0 && filled > LongestLine;
            }
        }
        catch (Exception failed) when (failed is IOException or InvalidDataException)
        {
            // Lines that came before count.
            _input.Failure = ExceptionDispatchInfo.Capture(failed);
            _ended = true;
            end = block.Text.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
        }

        if (_ended)
            Monitor.PulseAll(_gate);
        _carry = block.Text.AsSpan(end, filled - end).ToArray();
        if (end == 0)
            return null;
        block.Length = end;
        block.IsParsed = false;
        _read++;
        return block;
    }

    private void GiveBack()
    {
        _input.PushBack(_carry);
        for (int k = _read - 1; k >= _joined; k--)
        {
            MpsBlock block = _ring[k % _ring.Length];
            int from = k == _joined && _stopped ? block.Position : 0;
            _input.PushBack(new ArraySegment<byte>(block.Text, from, block.Length - from));
            block.Text = [];
        }
    }
}
