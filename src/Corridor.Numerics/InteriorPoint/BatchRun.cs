using System.Runtime.ExceptionServices;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// One pass over variants: threads draw them in turn, and results wait for those before them. No thread runs ahead of the reader by more than the waiting room.
/// </summary>
internal sealed class BatchRun : IDisposable
{
    /// <summary>Results that may wait or be under way, for each thread.</summary>
    private const int RoomPerThread = 4;

    private readonly object _gate = new();
    private readonly IEnumerator<LinearProgramVariant> _variants;
    private readonly IReadOnlyList<ResolvePoint> _points;
    private readonly IProgress<int>? _progress;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _callerToken;
    private readonly Thread[] _threads;

    // The result of variant k waits at k modulo the length.
    private readonly LinearProgramSolution?[] _waiting;
    private ExceptionDispatchInfo? _failure;
    private bool _ended;
    private int _drawn;
    private int _solved;
    private int _taken;

    internal BatchRun(
        IEnumerable<LinearProgramVariant> variants,
        IReadOnlyList<ResolvePoint> points,
        ResolveWorkspace[] workspaces,
        IProgress<int>? progress,
        CancellationToken cancellationToken)
    {
        _variants = variants.GetEnumerator();
        _points = points;
        _progress = progress;
        _callerToken = cancellationToken;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _waiting = new LinearProgramSolution?[RoomPerThread * workspaces.Length];
        _threads = new Thread[workspaces.Length];
        for (int k = 0; k < _threads.Length; k++)
        {
            ResolveWorkspace workspace = workspaces[k];
            _threads[k] = new Thread(() => Work(workspace)) { IsBackground = true, Name = "batch" };
            _threads[k].Start();
        }
    }

    /// <summary>The result of the next variant in order; null after the last.</summary>
    internal LinearProgramSolution? Next()
    {
        lock (_gate)
        {
            int place = _taken % _waiting.Length;
            while (_waiting[place] is null && _failure is null && !(_ended && _taken == _drawn))
                Monitor.Wait(_gate);
            _failure?.Throw();
            _callerToken.ThrowIfCancellationRequested();
            if (_waiting[place] is not { } solution)
                return null;
            _waiting[place] = null;
            _taken++;
            Monitor.PulseAll(_gate);
            return solution;
        }
    }

    /// <summary>Stops the threads, waits for them, and lets the variants go.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        lock (_gate)
        {
            _ended = true;
            Monitor.PulseAll(_gate);
        }

        foreach (Thread thread in _threads)
            thread.Join();
        _variants.Dispose();
        _stop.Dispose();
    }

    private void Work(ResolveWorkspace workspace)
    {
        try
        {
            while (Draw(out int index) is { } variant)
            {
                LinearProgramSolution solution = workspace.Solve(variant, _points, _stop.Token);
                _stop.Token.ThrowIfCancellationRequested();
                lock (_gate)
                {
                    _waiting[index % _waiting.Length] = solution;
                    _progress?.Report(++_solved);
                    Monitor.PulseAll(_gate);
                }
            }
        }
#pragma warning disable CA1031 // Whatever a variant or its enumeration throws is thrown again where results are read.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            lock (_gate)
            {
                _failure ??= ExceptionDispatchInfo.Capture(failure);
                _ended = true;
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>The next variant, once there is room for its result; null if there is none.</summary>
    private LinearProgramVariant? Draw(out int index)
    {
        lock (_gate)
        {
            while (!_ended && _drawn - _taken >= _waiting.Length)
                Monitor.Wait(_gate);
            index = _drawn;
            if (_ended)
                return null;
            if (!_variants.MoveNext())
            {
                _ended = true;
                Monitor.PulseAll(_gate);
                return null;
            }

            _drawn++;
            return _variants.Current;
        }
    }
}
