namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>RHS or RANGES, taken in blocks.</summary>
internal sealed class MpsSideBlocks(byte[] set, double[] target) : IMpsSection
{
    /// <inheritdoc/>
    public void Parse(MpsBlockParser parser, MpsBlock block) => parser.TakeSides(block, set);

    /// <inheritdoc/>
    public bool Join(MpsBlock block, MpsLines lines)
    {
        for (int k = 0; k < block.Count;)
        {
            // Both pairs of a line, or none: a row with a value already is told of.
            int end = k + 1 < block.Count && block.At[k + 1] == block.At[k] ? k + 2 : k + 1;
            bool twice = end == k + 2 && block.Index[k] == block.Index[k + 1];
            for (int e = k; e < end; e++)
                twice |= !double.IsNaN(target[block.Index[e]]);
            if (twice)
            {
                block.Position = block.At[k];
                lines.Number += block.Text.AsSpan(0, block.Position).Count((byte)'\n');
                return false;
            }

            for (; k < end; k++)
                target[block.Index[k]] = block.Value[k];
        }

        lines.Number += block.Lines;
        return block.Position == block.Length;
    }
}
