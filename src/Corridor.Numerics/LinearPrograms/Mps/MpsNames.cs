using System.Buffers.Binary;
using System.Text;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>Names in order, held as bytes of one pool: 6 bytes a name beside its text, and 8 to 16 more once one is looked up.</summary>
public sealed class MpsNames
{
    private const int PoolShift = 20;
    private const int PoolMask = (1 << PoolShift) - 1;
    private const int LongestName = ushort.MaxValue;

    private readonly List<byte[]> _pool = [];
    private readonly IntBlocks _position = new();
    private byte[] _last = new byte[256];
    private int _used;

    // Hash in the upper half, place + 1 in the lower; empty while names ascend and none was looked up.
    private ulong[] _slot = [];
    private bool _ascending = true;

    /// <summary>Number of names.</summary>
    public int Count => _position.Count;

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

    /// <summary>Names in the order given.</summary>
    /// <exception cref="ArgumentException">A name is empty, longer than 65535 bytes, or stands there twice.</exception>
    public static MpsNames Of(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var all = new MpsNames();
        foreach (string name in names)
        {
            byte[] text = Encoding.UTF8.GetBytes(name);
            if (text.Length is 0 or > LongestName)
                throw new ArgumentException("A name must have 1 to 65535 bytes.", nameof(names));
            if (!all.Add(text))
                throw new ArgumentException($"The name '{name}' stands there twice.", nameof(names));
        }

        return all;
    }

    /// <summary>Names in the order given, changed where they must be: blanks become underscores, and what stands there already gets a number.</summary>
    public static MpsNames Distinct(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var all = new MpsNames();
        var again = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            string given = WithoutBlanks(name);
            if (all.Add(Encoding.UTF8.GetBytes(given)))
                continue;
            int number = again.GetValueOrDefault(given, 1);
            do
                number++;
            while (!all.Add(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{given}_{number}"))));
            again[given] = number;
        }

        return all;
    }

    /// <summary>The place of a name, or −1.</summary>
    public int IndexOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Find(Encoding.UTF8.GetBytes(name), -1);
    }

    internal ReadOnlySpan<byte> Bytes(int index)
    {
        uint position = (uint)_position[index];
        int block = (int)(position >> PoolShift);
        byte[] text = block == _pool.Count ? _last : _pool[block];
        int at = (int)(position & PoolMask);
        return text.AsSpan(at + 2, BinaryPrimitives.ReadUInt16LittleEndian(text.AsSpan(at)));
    }

    internal bool Is(int index, ReadOnlySpan<byte> name) => Bytes(index).SequenceEqual(name);

    /// <summary>Adds a name at the end; false if it stands there already, and is then not added.</summary>
    internal bool Add(ReadOnlySpan<byte> name)
    {
        int count = Count;
        if (_ascending && count > 0 && !Ascends(Bytes(count - 1), name))
        {
            _ascending = false;
            BuildIndex(2 * count);
        }

        // Names that ascend cannot repeat; others are entered as they come.
        if (_slot.Length > 0)
        {
            if (2L * (count + 1) > _slot.Length)
                BuildIndex(2 * count);
            if (!Enter(name, count))
                return false;
        }

        int size = name.Length + 2;
        if (_used + size > _last.Length)
            GrowPool(size);
        BinaryPrimitives.WriteUInt16LittleEndian(_last.AsSpan(_used), (ushort)name.Length);
        name.CopyTo(_last.AsSpan(_used + 2));
        _position.Add((_pool.Count << PoolShift) + _used);
        _used += size;
        return true;
    }

    /// <summary>The place of a name, or −1; <paramref name="guess"/> is tried first and needs no hash.</summary>
    internal int Find(ReadOnlySpan<byte> name, int guess)
    {
        if ((uint)guess < (uint)Count && Is(guess, name))
            return guess;
        if (_slot.Length == 0)
            BuildIndex(Count);
        uint hash = Hash(name);
        int mask = _slot.Length - 1;
        for (int at = (int)hash & mask; _slot[at] != 0; at = (at + 1) & mask)
        {
            if ((uint)(_slot[at] >> 32) == hash && Is((int)(uint)_slot[at] - 1, name))
                return (int)(uint)_slot[at] - 1;
        }

        return -1;
    }

    /// <summary>Makes the table that names are looked up in, where it is not there.</summary>
    internal void EnsureIndex()
    {
        if (_slot.Length == 0)
            BuildIndex(Count);
    }

    /// <summary>
    /// The place of a name, or −1, without any change: threads may ask at once. <paramref name="guess"/> and the place before it are tried first;
    /// what is found otherwise is counted as a miss, and while there is no table it takes a search by halves.
    /// </summary>
    internal int FindStored(ReadOnlySpan<byte> name, int guess, ref int misses)
    {
        if ((uint)guess < (uint)Count && Is(guess, name))
            return guess;
        if ((uint)(guess - 1) < (uint)Count && Is(guess - 1, name))
            return guess - 1;
        if (_slot.Length > 0)
            return Find(name, -1);
        misses++;
        int low = 0;
        int high = _ascending ? Count - 1 : -1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2);
            ReadOnlySpan<byte> there = Bytes(middle);
            if (there.SequenceEqual(name))
                return middle;
            if (Ascends(there, name))
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }

    /// <summary>
    /// Adds names at the end that ascend among themselves, each with two bytes of its length before; false, and nothing is added, where they might
    /// stand there already.
    /// </summary>
    internal bool AddAscending(ReadOnlySpan<byte> text, ReadOnlySpan<int> at)
    {
        int count = Count;
        if (!_ascending || _slot.Length > 0 || at.Length < 2 || (count > 0 && !Ascends(Bytes(count - 1), text[2..at[1]])))
            return false;
        for (int k = 0; k + 1 < at.Length;)
        {
            int first = k;
            if (_used + (at[k + 1] - at[k]) > _last.Length)
                GrowPool(Math.Min(at[^1] - at[k], Math.Max(at[k + 1] - at[k], PoolMask + 1 - _used)));
            int begin = at[first] - _used;
            int position = (_pool.Count << PoolShift) - begin;
            while (k + 1 < at.Length && at[k + 1] - begin <= _last.Length)
                _position.Add(position + at[k++]);
            text[at[first]..at[k]].CopyTo(_last.AsSpan(_used));
            _used = at[k] - begin;
        }

        return true;
    }

    /// <summary>Whether a name has blanks or control characters, which free format separates fields by.</summary>
    internal static bool HasBlanks(ReadOnlySpan<byte> name)
    {
        foreach (byte b in name)
        {
            if (b <= ' ')
                return true;
        }

        return name.Length == 0;
    }

    /// <summary>A name that is one field of free format.</summary>
    internal static string WithoutBlanks(string name)
    {
        if (name.Length == 0)
            return "_";
        string cut = name.Length <= 1000 ? name : name[..1000];
        return cut == "'MARKER'" ? "MARKER" : string.Create(cut.Length, cut, (target, source) =>
        {
            for (int k = 0; k < source.Length; k++)
                target[k] = source[k] <= ' ' ? '_' : source[k];
        });
    }

    private static bool Ascends(ReadOnlySpan<byte> before, ReadOnlySpan<byte> name) =>
        before.Length != name.Length ? before.Length < name.Length : before.SequenceCompareTo(name) < 0;

    private bool Enter(ReadOnlySpan<byte> name, int index)
    {
        uint hash = Hash(name);
        int mask = _slot.Length - 1;
        int at = (int)hash & mask;
        for (; _slot[at] != 0; at = (at + 1) & mask)
        {
            if ((uint)(_slot[at] >> 32) == hash && Is((int)(uint)_slot[at] - 1, name))
                return false;
        }

        _slot[at] = ((ulong)hash << 32) | (uint)(index + 1);
        return true;
    }

    private void BuildIndex(int capacity)
    {
        int size = 16;
        while (size < 2L * (capacity + 1) && size < 1 << 30)
            size *= 2;
        _slot = new ulong[size];
        int count = Count;
        for (int k = 0; k < count; k++)
            Enter(Bytes(k), k);
    }

    private void GrowPool(int size)
    {
        if (_last.Length <= PoolMask && _used + size <= PoolMask + 1)
        {
            Array.Resize(ref _last, Math.Min(PoolMask + 1, Math.Max(2 * _last.Length, _used + size)));
            return;
        }

        if (_pool.Count >= (1 << (32 - PoolShift)) - 1)
            throw new MpsTooLargeException();
        _pool.Add(_last);
        _last = GC.AllocateUninitializedArray<byte>(PoolMask + 1);
        _used = 0;
    }

    // Four bytes a step, multiplied and mixed.
    private static uint Hash(ReadOnlySpan<byte> name)
    {
        ulong hash = 0x9E3779B97F4A7C15UL ^ (ulong)name.Length;
        while (name.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(name));
            name = name[8..];
        }

        ulong rest = 0;
        for (int k = name.Length - 1; k >= 0; k--)
            rest = (rest << 8) | name[k];
        hash = Mix(hash ^ rest);
        return (uint)(hash >> 32);
    }

    private static ulong Mix(ulong value)
    {
        value *= 0xD6E8FEB86659FD93UL;
        return value ^ (value >> 32);
    }
}
