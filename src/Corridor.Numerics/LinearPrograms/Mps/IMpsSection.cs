namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>A section that is taken in blocks.</summary>
internal interface IMpsSection
{
    /// <summary>Reads a block; called by any thread, several at once.</summary>
    public void Parse(MpsBlockParser parser, MpsBlock block);

    /// <summary>
    /// Joins a block to what stands before it, in the order of the file, and counts its lines; false where lines are left, from
    /// <see cref="MpsBlock.Position"/> on.
    /// </summary>
    public bool Join(MpsBlock block, MpsLines lines);
}
