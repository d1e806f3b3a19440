using System.Diagnostics;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.Simplex;

/// <summary>What may end a run early.</summary>
internal sealed class SimplexLimits(SimplexSettings settings)
{
    private const int Interval = 32;

    private long _begin;
    private CancellationToken _cancellationToken;

    internal TimeSpan Elapsed => Stopwatch.GetElapsedTime(_begin);

    /// <summary>Starts the clock.</summary>
    internal void Begin(CancellationToken cancellationToken)
    {
        _begin = Stopwatch.GetTimestamp();
        _cancellationToken = cancellationToken;
    }

    /// <summary>The reason to stop before the next iteration; null for none. The clock is looked at only if a limit of time is set.</summary>
    internal StopReason? Reached(int iterations)
    {
        if (iterations >= settings.IterationLimit)
            return StopReason.IterationLimit;
        if (iterations % Interval != 0)
            return null;
        if (_cancellationToken.IsCancellationRequested)
            return StopReason.Cancelled;
        return settings.TimeLimit is { } limit && Elapsed >= limit ? StopReason.TimeLimit : null;
    }
}
