using System.Text;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>Names in order, held as bytes, found by hash: 8 bytes a name beside its text.</summary>
public sealed class MpsNames
{
    private byte[] _text = new byte[256];
    private int[] _end = new int[16];
    private int[] _slot = [];

    /// <summary>Number of names.</summary>
    public int Count { get; private set; }

    /// <summary>The name at a place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such place.</exception>
    public string this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return Encoding.UTF8.GetString(Bytes(index));
        }
    }

    internal ReadOnlySpan<byte> Bytes(int index)
    {
        int begin = index == 0 ? 0 : _end[index - 1];
        return _text.AsSpan(begin, _end[index] - begin);
    }

    internal void Append(ReadOnlySpan<byte> name)
    {
        int begin = Count == 0 ? 0 : _end[Count - 1];
        if (begin + name.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(begin + name.Length, (int)Math.Min(Array.MaxLength, 2L * _text.Length)));
        if (Count == _end.Length)
            Array.Resize(ref _end, 2 * Count);
        name.CopyTo(_text.AsSpan(begin));
        _end[Count++] = begin + name.Length;
    }

    /// <summary>Enters all names into the hash table; returns a place whose name stands there twice, or −1.</summary>
    internal int Index()
    {
        int size = 16;
        while (size < 2L * Count)
            size *= 2;
        _slot = new int[size];
        for (int k = 0; k < Count; k++)
        {
            ReadOnlySpan<byte> name = Bytes(k);
            int at = Hash(name) & (size - 1);
            while (_slot[at] != 0)
            {
                if (Bytes(_slot[at] - 1).SequenceEqual(name))
                    return k;
                at = (at + 1) & (size - 1);
            }

            _slot[at] = k + 1;
        }

        return -1;
    }

    /// <summary>The place of a name, or −1; <paramref name="guess"/> is tried first and needs no hash.</summary>
    internal int Find(ReadOnlySpan<byte> name, int guess)
    {
        if ((uint)guess < (uint)Count && Bytes(guess).SequenceEqual(name))
            return guess;
        if (_slot.Length == 0)
            Index();
        int at = Hash(name) & (_slot.Length - 1);
        while (_slot[at] != 0)
        {
            if (Bytes(_slot[at] - 1).SequenceEqual(name))
                return _slot[at] - 1;
            at = (at + 1) & (_slot.Length - 1);
        }

        return -1;
    }

    // FNV-1a with a final mix.
    private static int Hash(ReadOnlySpan<byte> name)
    {
        uint hash = 2166136261;
        foreach (byte b in name)
            hash = (hash ^ b) * 16777619;
        hash ^= hash >> 15;
        hash *= 0x2c1b3c6d;
        hash ^= hash >> 12;
        return (int)hash;
    }
}
