using System.Text;

namespace Corridor.Tests.Data.Formats;

/// <summary>Damages XML and JSON files: the same seed, the same damage.</summary>
internal sealed class FormatMutator(int seed)
{
    private static readonly string[] Tokens =
    [
        "0", "-1", "1e308", "1e309", "-1e309", "NaN", "Infinity", "null", "true", "\"x\"", "[]", "{}", "[[[[[[[[", "}}}}", "\\\"", "\\u0000", "\\ud800", "<a>", "</a>", "<!DOCTYPE a [<!ENTITY b \"c\">]>",
        "&b;", "&#0;", "<![CDATA[", "-->", "value=\"", "unit=\"furlong\"", "id=\"\"", "1e-400", "99999999999999999999", "\u00e9\u4e2d", "",
    ];

    private readonly Random _random = new(seed);

    internal byte[] Mutate(byte[] original)
    {
        byte[] content = original;
        int count = 1 + _random.Next(3);
        for (int k = 0; k < count; k++)
            content = _random.Next(3) == 0 ? OfBytes(content) : OfWords(content);
        return content;
    }

    private byte[] OfBytes(byte[] content)
    {
        if (content.Length == 0)
            return content;
        int at = _random.Next(content.Length);
        int end = Math.Min(content.Length, at + 1 + _random.Next(60));
        switch (_random.Next(5))
        {
            case 0:
                byte[] flipped = [.. content];
                flipped[at] ^= (byte)(1 << _random.Next(8));
                return flipped;
            case 1:
                return content[..at];
            case 2:
                return [.. content[..at], (byte)_random.Next(256), .. content[at..]];
            case 3:
                return [.. content[..at], .. content[end..]];
            default:
                return [.. content[..end], .. content[at..]];
        }
    }

    /// <summary>Replaces a number, a name or a text by something else that may stand there, or by what may not.</summary>
    private byte[] OfWords(byte[] content)
    {
        string text = Encoding.UTF8.GetString(content);
        if (text.Length == 0)
            return content;
        int at = _random.Next(text.Length);
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
            at++;
        int start = at;
        while (start > 0 && IsPart(text[start - 1]))
            start--;
        int end = at;
        while (end < text.Length && IsPart(text[end]))
            end++;
        string word = _random.Next(4) == 0 ? text[_random.Next(start + 1)..].Split([' ', '"', ',', ':'], 2)[0] : Tokens[_random.Next(Tokens.Length)];
        return Encoding.UTF8.GetBytes(text[..start] + word + text[end..]);
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '+';
}
