using System.IO.Compression;
using System.Text;

namespace Corridor.Tests.Numerics.LinearPrograms.Mps;

/// <summary>Damages MPS files: the same seed, the same damage.</summary>
internal sealed class MpsMutator(int seed)
{
    private const int MostMutations = 4;

    private static readonly string[] Numbers =
    [
        "0", "-0", "1", "-1", "1e308", "-1e308", "1e309", "1e-308", "4.9e-324", "1e30", "-1e30", "1e20", "1e19", "Inf", "-Infinity", "NaN", "1e999999999", "0x10",
        "1,5", "1e", "+", "-", ".", "99999999999999999999999999999999", "0.1e-400", "1d5", "1e5e5", "1.7976931348623157e308", "1e12", "1e-12", "123456789.123456789",
    ];

    private static readonly string[] Words =
    [
        "ROWS", "COLUMNS", "RHS", "RANGES", "BOUNDS", "ENDATA", "NAME", "OBJSENSE", "MAX", "MIN", "QUADOBJ", "QMATRIX", "SOS1", "OBJNAME", "'MARKER'", "'INTORG'", "'INTEND'",
        "UP", "LO", "FX", "FR", "MI", "PL", "BV", "LI", "UI", "SC", "N", "E", "L", "G", "*", "FREE", "\u00e9\u4e2d", "",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A damaged copy.</summary>
    public byte[] Mutate(byte[] original)
    {
        byte[] content = original;
        // One alone gets past the reader most often.
        int count = _random.Next(3) == 0 ? 1 + _random.Next(MostMutations) : 1;
        for (int k = 0; k < count; k++)
            content = _random.Next(12) < 3 ? OfBytes(content) : OfLines(content);
        return content;
    }

    /// <summary>A damaged compressed copy of a file, or a compressed damaged one.</summary>
    public byte[] MutatePacked(byte[] original)
    {
        bool before = _random.Next(2) == 0;
        using var stream = new MemoryStream();
        using (var packed = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
            packed.Write(before ? Mutate(original) : original);
        return before ? stream.ToArray() : OfBytes(stream.ToArray());
    }

    private byte[] OfBytes(byte[] content)
    {
        if (content.Length == 0)
            return content;
        int at = _random.Next(content.Length);
        switch (_random.Next(5))
        {
            case 0:
                byte[] flipped = [.. content];
                for (int k = 0; k <= _random.Next(8); k++)
                    flipped[_random.Next(flipped.Length)] ^= (byte)(1 << _random.Next(8));
                return flipped;
            case 1:
                return content[..at];
            case 2:
                return [.. content[..at], (byte)_random.Next(256), .. content[at..]];
            case 3:
                byte[] overwritten = [.. content];
                for (int k = at; k < Math.Min(content.Length, at + 1 + _random.Next(20)); k++)
                    overwritten[k] = (byte)_random.Next(256);
                return overwritten;
            default:
                int end = Math.Min(content.Length, at + 1 + _random.Next(40));
                return [.. content[..at], .. content[end..]];
        }
    }

    private byte[] OfLines(byte[] content)
    {
        List<string> lines = [.. Encoding.Latin1.GetString(content).Split('\n')];
        int at = _random.Next(lines.Count);
        int other = _random.Next(lines.Count);
        switch (_random.Next(11))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(other, lines[at]);
                break;
            case 2:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 3:
                (at, other) = (Math.Min(at, other), Math.Max(at, other));
                List<string> part = lines.GetRange(at, other - at);
                lines.RemoveRange(at, other - at);
                lines.InsertRange(_random.Next(lines.Count + 1), part);
                break;
            case 4:
                lines[at] = Words[_random.Next(Words.Length)];
                break;
            default:
                lines[at] = OfTokens(lines[at]);
                break;
        }

        return Encoding.Latin1.GetBytes(string.Join(_random.Next(20) == 0 ? "\r\n" : "\n", lines));
    }

    private string OfTokens(string line)
    {
        string[] fields = line.Split(' ');
        int[] filled = [.. Enumerable.Range(0, fields.Length).Where(k => fields[k].Length > 0)];
        if (filled.Length == 0)
            return " " + Numbers[_random.Next(Numbers.Length)];
        int at = filled[_random.Next(filled.Length)];
        switch (_random.Next(8))
        {
            case 0:
            case 1:
            case 6:
            case 7:
                fields[filled[^1]] = Numbers[_random.Next(Numbers.Length)];
                break;
            case 2:
                fields[at] = Words[_random.Next(Words.Length)];
                break;
            case 3:
                fields[at] = "";
                break;
            case 4:
                int other = filled[_random.Next(filled.Length)];
                (fields[at], fields[other]) = (fields[other], fields[at]);
                break;
            default:
                fields[at] += " " + fields[at];
                break;
        }

        return string.Join(' ', fields);
    }
}
