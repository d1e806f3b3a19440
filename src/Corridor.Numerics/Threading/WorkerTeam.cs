namespace Corridor.Numerics.Threading;

/// <summary>
/// The caller's thread and helpers that stay ready between calls: they look for new work for some microseconds before they sleep.
/// Which thread does a chunk is not determined, so results must not depend on it. A call allocates nothing.
/// </summary>
internal sealed class WorkerTeam : IDisposable
{
    /// <summary>Looks for new work before a helper sleeps, about 50 microseconds.</summary>
    private const int Patience = 1000;

    private readonly AutoResetEvent[] _wake;
    private readonly int[] _sleeping;
    private IChunkedWork _work = null!;
    private int _kernel;
    private int _finished;
    private bool _closed;

    // Chunks of the present call in the upper half, the next chunk in the lower: a ticket drawn late is seen to be void.
    private long _ticket;

    internal WorkerTeam(int threads)
    {
        int helpers = Math.Max(0, Math.Min(threads, Environment.ProcessorCount) - 1);
        _wake = new AutoResetEvent[helpers];
        _sleeping = new int[helpers];
        for (int k = 0; k < helpers; k++)
        {
            _wake[k] = new AutoResetEvent(false);
            int helper = k;
            new Thread(() => Help(helper)) { IsBackground = true, Name = "solver" }.Start();
        }
    }

    /// <summary>Threads, the caller's included.</summary>
    internal int Count => _wake.Length + 1;

    /// <summary>Does all chunks 0 … chunks−1 of a kernel and returns when they are done.</summary>
    internal void Run(IChunkedWork work, int kernel, int chunks)
    {
        if (_wake.Length == 0 || chunks <= 1)
        {
            for (int chunk = 0; chunk < chunks; chunk++)
                work.Execute(kernel, chunk, 0);
            return;
        }

        _work = work;
        _kernel = kernel;
        Volatile.Write(ref _finished, 0);
        Interlocked.Exchange(ref _ticket, (long)chunks << 32);
        for (int k = 0; k < _wake.Length; k++)
        {
            if (Interlocked.Exchange(ref _sleeping[k], 0) == 1)
                _wake[k].Set();
        }

        TakeChunks(0);
        var wait = default(SpinWait);
        while (Volatile.Read(ref _finished) < chunks)
        {
            if (wait.Count < 40)
                Thread.SpinWait(20);
            wait.SpinOnce(sleep1Threshold: -1);
        }
    }

    /// <summary>Lets the helpers go.</summary>
    public void Dispose()
    {
        Volatile.Write(ref _closed, true);
        foreach (AutoResetEvent wake in _wake)
            wake.Set();
    }

    private void TakeChunks(int worker)
    {
        while (true)
        {
            long ticket = Interlocked.Increment(ref _ticket) - 1;
            int chunk = (int)ticket;
            if (chunk >= (int)(ticket >> 32))
                return;

            // The call cannot end before this chunk does, so its fields stand.
            _work.Execute(_kernel, chunk, worker);
            Interlocked.Increment(ref _finished);
        }
    }

    private bool HasWork()
    {
        long ticket = Volatile.Read(ref _ticket);
        return (int)ticket < (int)(ticket >> 32);
    }

    private void Help(int helper)
    {
        int idle = 0;
        while (!Volatile.Read(ref _closed))
        {
            if (HasWork())
            {
                TakeChunks(helper + 1);
                idle = 0;
                continue;
            }

            if (++idle < Patience)
            {
                Thread.SpinWait(10);
                continue;
            }

            // Whoever brings work clears the flag and wakes; work that came before the flag was set is seen here.
            Interlocked.Exchange(ref _sleeping[helper], 1);
            if (!HasWork() && !Volatile.Read(ref _closed))
                _wake[helper].WaitOne();
            Interlocked.Exchange(ref _sleeping[helper], 0);
            idle = 0;
        }
    }
}
