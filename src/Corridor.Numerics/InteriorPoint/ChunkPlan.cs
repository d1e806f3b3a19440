using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// Divides columns or rows into chunks whose borders depend on their number alone, so that sums over chunks have the same bits for any number
/// of threads.
/// </summary>
internal readonly struct ChunkPlan
{
    /// <summary>Elements handled together, a multiple of the vector width.</summary>
    internal const int Block = 512;

    private const int LargestChunks = 48;

    private readonly int _count;
    private readonly int _size;

    internal ChunkPlan(int count)
    {
        _count = count;
        int blocks = (count + Block - 1) / Block;
        int perChunk = Math.Max(4, (blocks + LargestChunks - 1) / LargestChunks);
        _size = perChunk * Block;
        Chunks = Math.Max(1, (count + _size - 1) / _size);
    }

    /// <summary>Number of chunks, ≥ 1.</summary>
    internal int Chunks { get; }

    /// <summary>First element of a chunk.</summary>
    internal int Begin(int chunk) => chunk * _size;

    /// <summary>Element after the last of a chunk.</summary>
    internal int End(int chunk) => Math.Min(_count, (chunk + 1) * _size);

    /// <summary>A count rounded up to whole vectors.</summary>
    internal static int Padded(int count) => (count + 7) & ~7;

    /// <summary>A vector that does not move, padded with zeros to whole vectors.</summary>
    internal static double[] Vector(int count) => GC.AllocateArray<double>(Padded(count), pinned: true);

    /// <summary>Where a vector that does not move begins.</summary>
    internal static unsafe double* Pointer(double[] vector) => (double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(vector));

    /// <summary>A copy that does not move.</summary>
    internal static double[] Vector(double[] values)
    {
        double[] copy = Vector(values.Length);
        values.CopyTo(copy, 0);
        return copy;
    }
}
