using System.Runtime.InteropServices;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>
/// Reads the lines at the beginning of a block that hold nothing unusual, and stops at the first other one: what gives a finding, or needs more
/// than tables that do not change, is left to the reading line by line. One parser serves one thread.
/// </summary>
internal sealed class MpsBlockParser(MpsRows rows, MpsNames columns)
{
    private const int LongestLine = ushort.MaxValue;
    private const int Remembered = 16;

    /// <summary>Columns looked for in vain where they were expected, in one block, before a table by hash is worth its memory.</summary>
    private const int MostMisses = 200;

    private readonly int[] _hint = new int[Remembered];

    /// <summary>Takes lines of COLUMNS.</summary>
    public void TakeColumns(MpsBlock block)
    {
        block.PrepareColumns();
        ReadOnlySpan<byte> text = block.Text.AsSpan(0, block.Length);
        ReadOnlySpan<byte> name = Continued(text, ref block.First);
        block.Position = block.First;
        if (name.Length == 0)
            return;
        int at = block.First;
        int count = 0;
        int lines = 0;
        int place = 0;
        int last = -1;
        int column = -1;
        while (at < text.Length && text[at] <= ' ')
        {
            int p = Skip(text, at);
            bool same = column >= 0 && text[p] == name[0] && p + name.Length < text.Length && text[p + name.Length] <= ' ' && text.Slice(p, name.Length).SequenceEqual(name);
            int q = same ? p + name.Length : Token(text, p);
            int r = Skip(text, q);
            int rowEnd = Token(text, r);
            int v = Skip(text, rowEnd);
            int end = Token(text, v);
            if (end == v || text[r] == '\'')
                break;
            int row = rows.Lookup(text[r..rowEnd], _hint, same ? place : 0);
            if (row < MpsRows.Objective || !MpsNumber.TryParse(text[v..end], out double value) || !double.IsFinite(value))
                break;
            int next = Skip(text, end);
            int row2 = MpsRows.Ignored;
            double value2 = 0.0;
            if (text[next] != '\n')
            {
                r = next;
                rowEnd = Token(text, r);
                v = Skip(text, rowEnd);
                end = Token(text, v);
                if (end == v)
                    break;
                row2 = rows.Lookup(text[r..rowEnd], _hint, same ? place + 1 : 1);
                if (row2 < MpsRows.Objective || !MpsNumber.TryParse(text[v..end], out value2) || !double.IsFinite(value2))
                    break;
                next = Skip(text, end);
            }

            // A second cost of a column is told of.
            int costs = (row == MpsRows.Objective ? 1 : 0) + (row2 == MpsRows.Objective ? 1 : 0);
            if (costs > 0 && same && !double.IsNaN(block.Cost[column]))
                costs++;
            if (text[next] != '\n' || next - at > LongestLine || costs > 1)
                break;
            if (!same)
            {
                if (!Ascends(name, text[p..q]))
                    block.Ascends = false;
                name = text[p..q];
                column = Open(block, name, count, at);
                place = 0;
                last = -1;
            }

            Put(block, ref count, ref last, column, row, value);
            place++;
            if (row2 != MpsRows.Ignored)
            {
                Put(block, ref count, ref last, column, row2, value2);
                place++;
            }

            lines++;
            at = next + 1;
        }

        block.Count = count;
        block.Lines = lines;
        block.Position = at;
        block.Columns = column + 1;
        block.Start[column + 1] = count;
    }

    /// <summary>Takes lines of RHS or RANGES of one set.</summary>
    public void TakeSides(MpsBlock block, ReadOnlySpan<byte> set)
    {
        block.PrepareLines();
        ReadOnlySpan<byte> text = block.Text.AsSpan(0, block.Length);
        int at = 0;
        int previous = -1;
        while (at < text.Length && text[at] <= ' ')
        {
            int p = Skip(text, at);
            int next = Token(text, p);
            if (!text[p..next].SequenceEqual(set))
                break;
            int count = block.Count;
            int pairs = 0;
            while (text[next = Skip(text, next)] != '\n' && pairs < 2)
            {
                int rowEnd = Token(text, next);
                int v = Skip(text, rowEnd);
                int end = Token(text, v);
                _hint[0] = previous + 1;
                int row = rows.Lookup(text[next..rowEnd], _hint, 0);
                if (end == v || row < 0 || !MpsNumber.TryParse(text[v..end], out double value))
                {
                    pairs = 0;
                    break;
                }

                (block.Index[count], block.Value[count], block.At[count]) = (row, value, at);
                count++;
                pairs++;
                previous = row;
                next = end;
            }

            if (pairs == 0 || text[next] != '\n' || next - at > LongestLine)
                break;
            block.Count = count;
            block.Lines++;
            at = next + 1;
        }

        block.Position = at;
    }

    /// <summary>Takes lines of BOUNDS of one set.</summary>
    public void TakeBounds(MpsBlock block, ReadOnlySpan<byte> set)
    {
        block.PrepareLines();
        ReadOnlySpan<byte> text = block.Text.AsSpan(0, block.Length);
        int at = 0;
        int count = 0;
        int guess = 0;
        int misses = 0;
        while (at < text.Length && text[at] <= ' ')
        {
            int p = Skip(text, at);
            int q = Token(text, p);
            if (q != p + 2)
                break;
            int kind = ((text[p] & ~0x20) << 8) | (text[p + 1] & ~0x20);
            p = Skip(text, q);
            q = Token(text, p);
            if (!text[p..q].SequenceEqual(set))
                break;
            p = Skip(text, q);
            q = Token(text, p);
            if (q == p)
                break;
            int column = columns.FindStored(text[p..q], guess, ref misses);
            if (column < 0 || misses > MostMisses)
                break;
            double value = 0.0;
            int next = Skip(text, q);
            if (kind is ('U' << 8 | 'P') or ('L' << 8 | 'O') or ('F' << 8 | 'X'))
            {
                int end = Token(text, next);
                if (end == next || !MpsNumber.TryParse(text[next..end], out value))
                    break;
                next = Skip(text, end);
            }
            else if (kind is not (('F' << 8 | 'R') or ('M' << 8 | 'I') or ('P' << 8 | 'L')))
            {
                break;
            }

            if (text[next] != '\n' || next - at > LongestLine)
                break;
            (block.Index[count], block.Value[count], block.At[count], block.Kind[count]) = (column, MpsBounds.Infinity(value), at, (short)kind);
            count++;
            guess = column + 1;
            block.Lines++;
            at = next + 1;
        }

        block.Count = count;
        block.Position = at;
    }

    /// <summary>Whether a name needs no comparison with those before the one it follows.</summary>
    private static bool Ascends(ReadOnlySpan<byte> before, ReadOnlySpan<byte> name) =>
        before.Length != name.Length ? before.Length < name.Length : before.SequenceCompareTo(name) < 0;

    /// <summary>The name at the beginning of a block, and where the lines that begin with it end; empty where there is none.</summary>
    private static ReadOnlySpan<byte> Continued(ReadOnlySpan<byte> text, ref int at)
    {
        ReadOnlySpan<byte> name = default;
        while (at < text.Length && text[at] <= ' ')
        {
            int p = Skip(text, at);
            int q = Token(text, p);
            if (p == q || (name.Length > 0 && !text[p..q].SequenceEqual(name)))
                break;
            name = text[p..q];
            at += text[at..].IndexOf((byte)'\n') + 1;
        }

        return name;
    }

    private static int Open(MpsBlock block, ReadOnlySpan<byte> name, int count, int at)
    {
        int column = block.Columns++;
        block.Start[column] = count;
        block.Cost[column] = double.NaN;
        block.ColumnAt[column] = at;
        int to = column == 0 ? block.NameAt[0] = 0 : block.NameAt[column];
        MemoryMarshal.Write(block.Names.AsSpan(to), (ushort)name.Length);
        name.CopyTo(block.Names.AsSpan(to + 2));
        block.NameAt[column + 1] = to + 2 + name.Length;
        return column;
    }

    private static void Put(MpsBlock block, ref int count, ref int last, int column, int row, double value)
    {
        if (row == MpsRows.Objective)
        {
            block.Cost[column] = 0.0 + value;
            return;
        }

        if (value == 0.0)
            return;
        if (row > last)
            last = row;
        else if (block.Untidy.Count == 0 || block.Untidy[^1] != column)
            block.Untidy.Add(column);
        block.Index[count] = row;
        block.Value[count++] = value;
    }

    /// <summary>Where the white space that begins here ends: at a token or at the end of the line.</summary>
    private static int Skip(ReadOnlySpan<byte> text, int at)
    {
        byte b;
        while ((b = text[at]) <= ' ' && b != '\n')
            at++;
        return at;
    }

    /// <summary>Where the token that begins here ends.</summary>
    private static int Token(ReadOnlySpan<byte> text, int at)
    {
        while (text[at] > ' ')
            at++;
        return at;
    }
}
