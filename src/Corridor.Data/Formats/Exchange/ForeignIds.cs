using System.Globalization;
using System.Text;
using Corridor.Model.Text;

namespace Corridor.Data.Formats.Exchange;

/// <summary>Makes ids of a package (lower case letters, digits, '-' and '.') of other programs' names, each its own; the same names in the same order give the same ids.</summary>
public sealed class ForeignIds
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    /// <summary>The id for a name: its letters and digits in lower case, diacritics taken off, other alphabets in Latin letters, ideographs by their code points, everything else as single hyphens; a number is added where it is taken.</summary>
    /// <param name="name">Name in the file.</param>
    /// <param name="prefix">Put in front with a hyphen; empty for none.</param>
    public string Take(string name, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(name);
        string stem = Plain(prefix.Length == 0 ? name : prefix + "-" + name);
        if (stem.Length == 0)
            stem = prefix.Length == 0 ? "x" : Plain(prefix);
        string id = stem;
        int i = _next.GetValueOrDefault(stem, 2);
        for (; !_taken.Add(id); i++)
            id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{i}");
        _next[stem] = i;
        return id;
    }

    /// <summary>A name as an id: letters and digits in lower case, diacritics taken off, other alphabets in Latin letters, ideographs by their code points, everything else as single hyphens; empty where nothing remains.</summary>
    /// <param name="name">Name in the file.</param>
    public static string Plain(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = new StringBuilder(name.Length);
        foreach (char given in name)
        {
            char c = char.ToLowerInvariant(given);
            if (char.IsAsciiLetterOrDigit(c))
                text.Append(c);
            else if ((LatinLetters.WithoutMarks(c) ?? ScriptLetters.ToLatin(c)) is { } plain)
                text.Append(plain);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter)
                text.Append(CultureInfo.InvariantCulture, $"u{(int)c:x4}");
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && text.Length > 0 && text[^1] is not ('-' or '.'))
                text.Append(c == '.' ? c : '-');
        }

        return text.ToString().Trim('-', '.');
    }
}
