namespace Corridor.Numerics.Threading;

/// <summary>Work divided into chunks that may be done in any order and by any thread, each writing only what is its own.</summary>
internal interface IChunkedWork
{
    /// <summary>Does one chunk.</summary>
    /// <param name="kernel">Which work, of those the implementor knows.</param>
    /// <param name="chunk">The chunk.</param>
    /// <param name="worker">The thread that does it, 0 for the caller's: two chunks at work at once have different ones.</param>
    public void Execute(int kernel, int chunk, int worker);
}
