using System.Diagnostics;

namespace Corridor.Numerics.MixedInteger;

/// <summary>When a search must stop. It has no influence on the result unless a limit is met.</summary>
internal sealed class SearchClock(TimeSpan? limit, CancellationToken token)
{
    private readonly long _begin = Stopwatch.GetTimestamp();

    internal CancellationToken Token => token;

    internal TimeSpan Elapsed => Stopwatch.GetElapsedTime(_begin);

    /// <summary>What is left of the time; null for no limit.</summary>
    internal TimeSpan? Remaining => limit is { } l ? (l > Elapsed ? l - Elapsed : TimeSpan.Zero) : null;

    internal bool IsOver => token.IsCancellationRequested || Remaining == TimeSpan.Zero;
}
