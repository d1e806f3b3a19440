using System.Diagnostics;

namespace Corridor.Numerics.MixedInteger;

/// <summary>When a search must stop. It has no influence on the result unless a limit is met.</summary>
internal sealed class SearchClock : IDisposable
{
    /// <summary>The longest time a timer takes.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(30);

    private readonly long _begin = Stopwatch.GetTimestamp();
    private readonly TimeSpan? _limit;
    private readonly CancellationTokenSource? _deadline;

    internal SearchClock(TimeSpan? limit, CancellationToken token)
    {
        _limit = limit;
        Token = token;
        Deadline = token;
        if (limit is not { } time || time > LongestTimer)
            return;
        _deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
        _deadline.CancelAfter(time);
        Deadline = _deadline.Token;
    }

    /// <summary>The caller's wish to stop.</summary>
    internal CancellationToken Token { get; }

    /// <summary>The caller's wish to stop, or the end of the time.</summary>
    internal CancellationToken Deadline { get; }

    internal TimeSpan Elapsed => Stopwatch.GetElapsedTime(_begin);

    /// <summary>What is left of the time; null for no limit.</summary>
    internal TimeSpan? Remaining => _limit is { } l ? (l > Elapsed ? l - Elapsed : TimeSpan.Zero) : null;

    internal bool IsOver => Deadline.IsCancellationRequested || Remaining == TimeSpan.Zero;

    /// <inheritdoc/>
    public void Dispose() => _deadline?.Dispose();
}
