namespace Corridor.Numerics.Simplex;

/// <summary>A growing list of matrix entries; its memory is kept when it is emptied.</summary>
internal sealed class EntryList
{
    internal int[] From = new int[64];
    internal int[] To = new int[64];
    internal double[] Value = new double[64];
    internal int Count;

    internal void Add(int from, int to, double value)
    {
        if (Count == From.Length)
        {
            Array.Resize(ref From, 2 * Count);
            Array.Resize(ref To, 2 * Count);
            Array.Resize(ref Value, 2 * Count);
        }

        From[Count] = from;
        To[Count] = to;
        Value[Count++] = value;
    }
}
