using System.Text;

namespace Corridor.Tests.Data.Formats.Fuzzing;

/// <summary>Damages tables, scripts, XML, JSON and bytes in the ways that files go wrong, or are made wrong: the same seed, the same damage.</summary>
internal sealed class FuzzMutator(int seed)
{
    private static readonly string[] Tokens =
    [
        "", "0", "-0", "-1", "1e308", "-1e308", "1.8e308", "1e309", "1e-400", "NaN", "inf", "-Infinity", "9223372036854775808", "-2147483649", "99999999999999999999999999999999", "0x10", "1,5", "1.234.567,8", "1e", ".", "--1", "+1",
        "=cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "None", "null", "true", "nan", "2024-02-30", "9999-12-31", "0000-00-00", "2024M13", "{'a': [1, {'b': 2}]}", "['", "((((((((((((((((", "[[[[[[[[[[[[[[[[[[[[", "{{{{{{{{{{{{{{{{{{{{", "'", "\"", "\"\"\"",
        "\\u0000", "\\ud800", "\u0000", "\u001a", "\u007f", "\u202e", "\ufeff", "\u0430bc", "\u00e9\u4e2d\u0301", "\ud83d\ude00", "\u2212" + "1", "\u00a0", "<a>", "</a>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "]]>", "<![CDATA[",
        "&amp;", "*a", "&a", "!!str", "...", "%{\n", "%}", "';", "1/0", "mpc", "XFD1048576", "A0", "../x", "a;b", "a,b", "\r", "\n", "\r\n", "\t", ";", ",", "|", "LINESTRING (1 1, 2", "1e200,1e200",
    ];

    private readonly Random _random = new(seed);

    /// <summary>One to four kinds of damage.</summary>
    /// <param name="original">The file.</param>
    /// <param name="other">Another file, parts of which may stand in it.</param>
    internal byte[] Mutate(byte[] original, byte[] other)
    {
        byte[] content = original;
        int count = 1 + _random.Next(4);
        for (int k = 0; k < count; k++)
            content = _random.Next(10) switch { < 2 => OfBytes(content), < 5 => OfLines(content, other), < 9 => OfWords(content), _ => OfWhole(content, other) };
        return content;
    }

    /// <summary>Damage of bytes alone, for files that are no text.</summary>
    internal byte[] MutateBytes(byte[] original)
    {
        byte[] content = original;
        int count = 1 + _random.Next(4);
        for (int k = 0; k < count; k++)
            content = OfBytes(content);
        return content;
    }

    /// <summary>A number below a bound.</summary>
    internal int Next(int bound) => _random.Next(bound);

    private byte[] OfBytes(byte[] content)
    {
        if (content.Length == 0)
            return [(byte)_random.Next(256)];
        int at = _random.Next(content.Length), end = Math.Min(content.Length, at + 1 + _random.Next(60));
        byte[] copy = [.. content];
        switch (_random.Next(8))
        {
            case 0:
                copy[at] ^= (byte)(1 << _random.Next(8));
                return copy;
            case 1:
                copy[at] = (byte)_random.Next(256);
                return copy;
            case 2:
                return content[..at];
            case 3:
                return [.. content[..at], (byte)_random.Next(256), .. content[at..]];
            case 4:
                return [.. content[..at], .. content[end..]];
            case 5:
                // Sizes and counts of binary files.
                _random.NextBytes(copy.AsSpan(at, Math.Min(4, copy.Length - at)));
                return copy;
            case 6:
                copy.AsSpan(at, Math.Min(4, copy.Length - at)).Fill((byte)(_random.Next(2) * 255));
                return copy;
            default:
                return [.. content[..end], .. content[at..]];
        }
    }

    private byte[] OfLines(byte[] content, byte[] other)
    {
        List<string> lines = [.. Text(content).Split('\n')];
        int a = _random.Next(lines.Count), b = _random.Next(lines.Count);
        switch (_random.Next(7))
        {
            case 0:
                lines.RemoveAt(a);
                break;
            case 1:
                lines.Insert(b, lines[a]);
                break;
            case 2:
                (lines[a], lines[b]) = (lines[b], lines[a]);
                break;
            case 3:
                // The head of another file.
                lines[0] = Text(other).Split('\n')[0];
                break;
            case 4:
                string[] others = Text(other).Split('\n');
                lines.Insert(a, others[_random.Next(others.Length)]);
                break;
            case 5:
                for (int k = _random.Next(400); k > 0 && lines[a].Length < 200; k--)
                    lines.Insert(a, lines[a]);
                break;
            default:
                lines[a] = Cells(lines[a]);
                break;
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    /// <summary>Takes cells of a line out, doubles or exchanges them.</summary>
    private string Cells(string line)
    {
        char separator = line.Contains(';', StringComparison.Ordinal) ? ';' : line.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        List<string> cells = [.. line.Split(separator)];
        int a = _random.Next(cells.Count), b = _random.Next(cells.Count);
        switch (_random.Next(4))
        {
            case 0:
                cells.RemoveAt(a);
                break;
            case 1:
                cells.Insert(a, cells[b]);
                break;
            case 2:
                (cells[a], cells[b]) = (cells[b], cells[a]);
                break;
            default:
                cells[a] = Tokens[_random.Next(Tokens.Length)];
                break;
        }

        return string.Join(separator, cells);
    }

    private byte[] OfWords(byte[] content)
    {
        string text = Text(content);
        if (text.Length == 0)
            return Encoding.UTF8.GetBytes(Tokens[_random.Next(Tokens.Length)]);
        int at = _random.Next(text.Length);
        while (at < text.Length && !IsPart(text[at]))
            at++;
        int start = at, end = at;
        while (start > 0 && IsPart(text[start - 1]))
            start--;
        while (end < text.Length && IsPart(text[end]))
            end++;
        string word = _random.Next(12) switch
        {
            < 7 => Tokens[_random.Next(Tokens.Length)],
            7 => new string("9([{'<\"a-"[_random.Next(9)], 1 + _random.Next(3000)),
            8 => text[start..end] + Tokens[_random.Next(Tokens.Length)],
            9 => Near(text[start..end]),
            _ => Word(text),
        };
        return Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, start), word, text.AsSpan(end)));
    }

    /// <summary>The word with a letter that only looks the same, or a digit more.</summary>
    private string Near(string word) => _random.Next(3) switch
    {
        0 => word.Replace('a', '\u0430').Replace('e', '\u0435'),
        1 => word + "0",
        _ => word.ToUpperInvariant(),
    };

    /// <summary>A word of elsewhere in the text.</summary>
    private string Word(string text)
    {
        int at = _random.Next(text.Length), end = at;
        while (end < text.Length && IsPart(text[end]))
            end++;
        return text[at..end];
    }

    private byte[] OfWhole(byte[] content, byte[] other)
    {
        string text = Text(content);
        int at = _random.Next(text.Length + 1);
        switch (_random.Next(12))
        {
            case 0:
                return [];
            case 1:
                return [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)];
            case 2:
                return [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)];
            case 3:
                return Encoding.Unicode.GetBytes(text);
            case 4:
                return Encoding.Latin1.GetBytes(text + "\u00e9");
            case 5:
                return [0xEF, 0xBB, 0xBF, .. content];
            case 6:
                return Encoding.UTF8.GetBytes(text.Replace(',', ';'));
            case 7:
                return Encoding.UTF8.GetBytes(text.Replace(';', ',').Replace('\n', '\r'));
            case 8:
                return [.. content[..Math.Min(at, content.Length)], 0xC3, 0x28, 0xED, 0xA0, 0x80, .. content[Math.Min(at, content.Length)..]];
            case 9:
                return other;
            case 10:
                string part = text[at..Math.Min(text.Length, at + 1 + _random.Next(8))];
                return Encoding.UTF8.GetBytes(text.Insert(at, string.Concat(Enumerable.Repeat(part, _random.Next(3000)))));
            default:
                return Encoding.UTF8.GetBytes(text.Replace("\"", "", StringComparison.Ordinal));
        }
    }

    private static string Text(byte[] content) => Encoding.UTF8.GetString(content);

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '+';
}
