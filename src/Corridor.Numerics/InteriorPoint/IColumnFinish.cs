namespace Corridor.Numerics.InteriorPoint;

/// <summary>What is done to columns as soon as their part of a solution is known, while they are near.</summary>
internal interface IColumnFinish
{
    /// <summary>Prepares a pass over all chunks.</summary>
    public void Begin(int chunk);

    /// <summary>Takes the columns of a block.</summary>
    /// <param name="begin">First column, a multiple of eight.</param>
    /// <param name="end">Column after the last, padded to a multiple of eight.</param>
    /// <param name="chunk">The chunk the block belongs to.</param>
    public void Finish(int begin, int end, int chunk);
}
